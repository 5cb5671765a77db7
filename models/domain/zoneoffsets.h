#pragma once

#include <QByteArray>

#include <vector>

namespace gatehouse::domain {

// The offsets of one time zone as a sorted table, because QTimeZone takes microseconds for each question. Covers 1990
// to 2060; outside, the offset of the nearer edge holds. Milliseconds throughout.
class ZoneOffsets
{
public:
    // One table per zone and process, never freed. Thread-safe; the first call for a zone takes some milliseconds.
    static const ZoneOffsets &of(const QByteArray &zone);

    // Index of the span of constant offset that holds the instant.
    qsizetype indexAt(qint64 utc) const;
    qint64 offset(qsizetype index) const { return m_spans[size_t(index)].offset; }
    // End of the span, exclusive; the largest number for the last.
    qint64 end(qsizetype index) const;

    qint64 toLocal(qint64 utc) const { return utc + offset(indexAt(utc)); }
    // The earliest instant at which the local clock shows `local` or later.
    qint64 firstAtOrAfter(qint64 local) const;

private:
    struct Span
    {
        qint64 from;
        qint64 offset;
    };

    explicit ZoneOffsets(const QByteArray &zone);
    void append(qint64 from, qint64 offset);

    std::vector<Span> m_spans;
};

} // namespace gatehouse::domain
