#include "cli/eventexport.h"

#include "cli/csv.h"
#include "cli/jsonforms.h"
#include "cli/terminaltext.h"
#include "domain/text.h"

namespace gatehouse::cli {

namespace {

QStringList csvHeader()
{
    return {QStringLiteral("number"),  QStringLiteral("id"),      QStringLiteral("at"),
            QStringLiteral("type"),    QStringLiteral("actor"),   QStringLiteral("on_behalf_of"),
            QStringLiteral("os_user"), QStringLiteral("partner"), QStringLiteral("subject"),
            QStringLiteral("before"),  QStringLiteral("after"),   QStringLiteral("request")};
}

QStringList csvFields(const domain::Event &event)
{
    return {QString::number(event.number),
            event.id,
            event.at.toIso(),
            event.type,
            event.actor,
            event.onBehalfOf,
            event.osUser,
            event.partnerId,
            event.subject,
            QString::fromUtf8(domain::canonicalJson(event.before)),
            QString::fromUtf8(domain::canonicalJson(event.after)),
            event.requestId};
}

} // namespace

QByteArray EventWriter::begin() const
{
    switch (m_format) {
    case ExportFormat::Csv: return csvRecord(csvHeader());
    case ExportFormat::JsonArray: return "[";
    case ExportFormat::JsonLines: return {};
    }
    Q_UNREACHABLE();
}

QByteArray EventWriter::next(const domain::Event &event)
{
    const bool first = m_position == Position::First;
    m_position = Position::Later;
    switch (m_format) {
    case ExportFormat::Csv: return csvRecord(csvFields(event));
    case ExportFormat::JsonArray: return (first ? "\n" : ",\n") + jsonLine(eventJson(event)).trimmed();
    case ExportFormat::JsonLines: return jsonLine(eventJson(event));
    }
    Q_UNREACHABLE();
}

QByteArray EventWriter::end() const
{
    return m_format == ExportFormat::JsonArray ? "\n]\n" : "";
}

} // namespace gatehouse::cli
