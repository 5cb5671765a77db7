#include "store/summarycodec.h"

#include <cstring>
#include <type_traits>

namespace gatehouse::store {

using base::Instant;
using domain::Blocker;
using domain::PartnerSummary;

namespace {

// By hand and not by QDataStream: at 100,000 rows a call into a QIODevice for each field is most of the time.
class Writer
{
public:
    explicit Writer(QByteArray &bytes) : m_bytes(bytes) { }

    void operator()(const QString &value)
    {
        (*this)(int(value.size()));
        append(value.constData(), value.size() * qsizetype(sizeof(QChar)));
    }
    // A string that many summaries have.
    void common(const QString &value) { (*this)(value); }
    void operator()(int value) { append(&value, sizeof value); }
    void operator()(quint8 value) { (*this)(int(value)); }
    void operator()(qint64 value) { append(&value, sizeof value); }
    void operator()(bool value) { (*this)(int(value)); }
    void operator()(Instant value) { (*this)(value.ms); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(Enum value) { (*this)(int(value)); }
    template <class T>
    void operator()(const std::optional<T> &value)
    {
        (*this)(int(value.has_value()));
        if (value)
            (*this)(*value);
    }
    void operator()(const base::SharedOptional<Blocker> &value);

private:
    void append(const void *data, qsizetype size) { m_bytes.append(static_cast<const char *>(data), size); }

    QByteArray &m_bytes;
};

// Reads zeros and empty strings once the bytes have run out.
class Reader
{
public:
    Reader(const QByteArray &bytes, SharedStrings &shared)
        : m_shared(shared), m_at(bytes.constData()), m_left(bytes.size())
    { }

    void operator()(QString &value)
    {
        int size = 0;
        (*this)(size);
        if (size < 0 || size > m_left / qsizetype(sizeof(QChar))) {
            m_left = overrun;
            return;
        }
        // Every field takes an even number of bytes, so the characters are aligned.
        value = QString(reinterpret_cast<const QChar *>(m_at), size);
        m_at += size * qsizetype(sizeof(QChar));
        m_left -= size * qsizetype(sizeof(QChar));
    }
    void common(QString &value)
    {
        (*this)(value);
        value = *m_shared.insert(value);
    }
    void operator()(int &value) { take(&value, sizeof value); }
    void operator()(quint8 &value)
    {
        int read = 0;
        (*this)(read);
        value = quint8(read);
    }
    void operator()(qint64 &value) { take(&value, sizeof value); }
    void operator()(bool &value)
    {
        int read = 0;
        (*this)(read);
        value = read != 0;
    }
    void operator()(Instant &value) { (*this)(value.ms); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(Enum &value)
    {
        int read = 0;
        (*this)(read);
        value = Enum(read);
    }
    template <class T>
    void operator()(std::optional<T> &value)
    {
        int there = 0;
        (*this)(there);
        if (there != 0)
            (*this)(value.emplace());
    }
    void operator()(base::SharedOptional<Blocker> &value);

    bool isWhole() const { return m_left == 0; }

private:
    static constexpr qsizetype overrun = -1;

    void take(void *value, qsizetype size)
    {
        if (m_left < size) {
            m_left = overrun;
            return;
        }
        std::memcpy(value, m_at, size_t(size));
        m_at += size;
        m_left -= size;
    }

    SharedStrings &m_shared;
    const char *m_at;
    qsizetype m_left;
};

// One list of fields for both directions.
template <class Pass, class B>
void passBlocker(Pass &pass, B &blocker)
{
    pass(blocker.kind);
    pass(blocker.severity);
    pass.common(blocker.subject);
    pass(blocker.days);
    pass.common(blocker.owner);
    pass(blocker.since);
    pass.common(blocker.runbook);
}

template <class Pass, class Summary>
void passSummary(Pass &pass, Summary &summary)
{
    pass(summary.id);
    pass(summary.slug);
    pass(summary.name);
    pass(summary.legalName);
    pass.common(summary.label);
    pass.common(summary.playbookId);
    pass(summary.playbookVersion);
    pass.common(summary.owner);
    pass(summary.stage);
    pass(summary.move);
    pass(summary.approval);
    pass(summary.dossier);
    pass(summary.dossierDays);
    pass(summary.changedSinceDecision);
    pass.common(summary.dossierPart);
    pass(summary.blockerCount);
    pass(summary.blocker);
    pass(summary.sla);
    pass(summary.slaDeadline);
    pass(summary.slaTargetMs);
    pass(summary.slaUsedMs);
    pass(summary.slaReadAt);
    pass(summary.slaPausedSince);
    pass(summary.gatesDone);
    pass(summary.gatesUsed);
    pass(summary.queue);
    pass(summary.revision);
    pass.common(summary.assignee);
    pass(summary.snoozedUntil);
    pass.common(summary.escalatedTo);
    pass.common(summary.endorsedBy);
    for (auto &topic : summary.topics) {
        pass(topic.state);
        pass(topic.done);
        pass(topic.total);
    }
    pass(summary.requestCount);
    pass(summary.decidedAt);
    pass(summary.lastVerdict);
    pass(summary.lastSuspended);
    pass(summary.updatedAt);
    pass(summary.validUntil);
}

void Writer::operator()(const base::SharedOptional<Blocker> &value)
{
    (*this)(int(bool(value)));
    if (value)
        passBlocker(*this, *value);
}

void Reader::operator()(base::SharedOptional<Blocker> &value)
{
    int there = 0;
    (*this)(there);
    if (there == 0)
        return;
    Blocker blocker;
    passBlocker(*this, blocker);
    value = std::move(blocker);
}

} // namespace

QByteArray encodedSummary(const PartnerSummary &summary)
{
    QByteArray bytes;
    bytes.reserve(512);
    Writer writer(bytes);
    passSummary(writer, summary);
    return bytes;
}

std::optional<PartnerSummary> decodedSummary(const QByteArray &bytes, SharedStrings &shared)
{
    PartnerSummary summary;
    Reader reader(bytes, shared);
    passSummary(reader, summary);
    return reader.isWhole() ? std::optional<PartnerSummary>(std::move(summary)) : std::nullopt;
}

} // namespace gatehouse::store
