#include "ui/viewer/pagewords.h"

#include <algorithm>
#include <limits>

namespace gatehouse::ui {

namespace {

double squaredDistance(const QRectF &area, QPointF point)
{
    const double x = qMax(qMax(area.left() - point.x(), point.x() - area.right()), 0.0);
    // A word of the same line is nearer than one above or below it, however far along the line.
    const double y = qMax(qMax(area.top() - point.y(), point.y() - area.bottom()), 0.0) * 8;
    return x * x + y * y;
}

bool shareLine(const QRectF &a, const QRectF &b)
{
    const double overlap = qMin(a.bottom(), b.bottom()) - qMax(a.top(), b.top());
    return overlap > qMin(a.height(), b.height()) / 2;
}

QString folded(const QString &text)
{
    return text.simplified().toCaseFolded();
}

// Start of each hit in the text.
QList<qsizetype> hitStarts(const QString &text, const QString &needle)
{
    QList<qsizetype> starts;
    if (needle.isEmpty())
        return starts;
    for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.size()))
        starts += at;
    return starts;
}

} // namespace

qsizetype wordNear(const domain::PageText &words, QPointF point)
{
    qsizetype best = -1;
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const double distance = squaredDistance(words[i].area, point);
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

qsizetype wordBeside(const domain::PageText &words, qsizetype from, WordLine line)
{
    const QRectF start = words[from].area;
    const double sign = line == WordLine::Below ? 1 : -1;
    qsizetype best = from;
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF &area = words[i].area;
        const double down = sign * (area.center().y() - start.center().y());
        if (down <= 0 || shareLine(area, start))
            continue;
        const double aside = qAbs(area.center().x() - start.center().x());
        const double distance = down * 4 + aside;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

QString textOf(const domain::PageText &words, WordSpan span)
{
    QStringList texts;
    for (qsizetype i = qMax<qsizetype>(0, span.first); i <= span.last && i < words.size(); ++i)
        texts += words[i].text;
    return texts.join(QLatin1Char(' '));
}

QList<QRectF> areasOf(const domain::PageText &words, WordSpan span)
{
    QList<QRectF> areas;
    for (qsizetype i = qMax<qsizetype>(0, span.first); i <= span.last && i < words.size(); ++i) {
        const QRectF &area = words[i].area;
        if (!areas.isEmpty() && shareLine(areas.constLast(), area))
            areas.last() |= area;
        else
            areas += area;
    }
    return areas;
}

QString searchable(const domain::PageText &words)
{
    QStringList texts;
    for (const domain::PageWord &word : words)
        texts += folded(word.text);
    return texts.join(QLatin1Char(' '));
}

qsizetype countHits(const QString &searchable, const QString &needle)
{
    return hitStarts(searchable, folded(needle)).size();
}

QList<WordSpan> findHits(const domain::PageText &words, const QString &needle)
{
    const QString sought = folded(needle);
    if (sought.isEmpty())
        return {};
    QList<qsizetype> ends; // of each word in the searchable text
    qsizetype length = -1;
    for (const domain::PageWord &word : words) {
        length += 1 + folded(word.text).size();
        ends += length;
    }
    const auto wordAt = [&ends](qsizetype at) {
        return std::upper_bound(ends.cbegin(), ends.cend(), at) - ends.cbegin();
    };
    QList<WordSpan> hits;
    for (qsizetype start : hitStarts(searchable(words), sought))
        hits += {wordAt(start), wordAt(start + sought.size() - 1)};
    return hits;
}

} // namespace gatehouse::ui
