#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace gatehouse::cli {

// Standard output and error, behind one seam so that tests can read what would be printed. One thread.
class Output
{
public:
    virtual ~Output() = default;
    virtual void write(const QByteArray &bytes) = 0;
    virtual void writeError(const QByteArray &bytes) = 0;
    enum class State { Good, Broken };
    // Flushes; Broken when anything written to standard output so far got lost (disk full, closed pipe).
    virtual State finish() = 0;
};

// The process's own streams.
class ProcessOutput final : public Output
{
public:
    void write(const QByteArray &bytes) override;
    void writeError(const QByteArray &bytes) override;
    State finish() override;

private:
    State m_state = State::Good;
};

} // namespace gatehouse::cli
