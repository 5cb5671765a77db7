#pragma once

#include "domain/event.h"

#include <QByteArray>

namespace gatehouse::cli {

enum class ExportFormat { Csv, JsonArray, JsonLines };

// Writes events one by one: begin, each event, end. CSV has a header row.
class EventWriter
{
public:
    explicit EventWriter(ExportFormat format) : m_format(format) { }
    QByteArray begin() const;
    QByteArray next(const domain::Event &event);
    QByteArray end() const;

private:
    ExportFormat m_format;
    enum class Position { First, Later } m_position = Position::First;
};

} // namespace gatehouse::cli
