#include "ui/viewer/changemarks.h"

#include "words/textmarks.h"

#include <algorithm>

namespace gatehouse::ui {

using domain::PageChange;
using domain::PageChangeKind;

namespace {

struct MarkText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::ChangeMark)
};

QString changedLabel()
{
    return MarkText::tr("Changed");
}

QString addedLabel()
{
    return MarkText::tr("Added");
}

QString removedLabel()
{
    return MarkText::tr("Removed", "a page");
}

// Areas closer than this part of the page's height, top to bottom, are marked as one.
constexpr double nearby = 0.02;

QList<ChangeMark> marksOfAreas(const PageChange &change)
{
    const QString label = change.removed.isEmpty() ? addedLabel() : changedLabel();
    QList<QRectF> areas = change.areas;
    std::stable_sort(areas.begin(), areas.end(), [](const QRectF &a, const QRectF &b) { return a.top() < b.top(); });
    QList<ChangeMark> marks;
    for (const QRectF &area : std::as_const(areas)) {
        if (marks.isEmpty() || area.top() - marks.constLast().place.bottom() > nearby)
            marks += {change.page, label, {}, area, false};
        marks.last().areas += area;
        marks.last().place |= area;
    }
    return marks;
}

QString wordsOf(const QStringList &words)
{
    // Enough to know what it is about; the page itself is read out as a whole.
    constexpr int most = 12;
    const QString some = words.mid(0, most).join(QLatin1Char(' '));
    return words::isolate(words.size() > most ? some + QChar(0x2026) : some);
}

QString sentenceOf(const PageChange &change)
{
    switch (change.kind) {
    case PageChangeKind::Added: return MarkText::tr("This page was added.");
    case PageChangeKind::Removed: return MarkText::tr("A page was removed here.");
    case PageChangeKind::Changed: break;
    }
    if (change.removed.isEmpty() && change.added.isEmpty())
        return MarkText::tr("This page looks different.");
    if (change.removed.isEmpty())
        return MarkText::tr("Added: %1.").arg(wordsOf(change.added));
    if (change.added.isEmpty())
        return MarkText::tr("Removed: %1.").arg(wordsOf(change.removed));
    return MarkText::tr("Changed from %1 to %2.").arg(wordsOf(change.removed), wordsOf(change.added));
}

int pageOf(const PageChange &change, int pageCount)
{
    return std::clamp(change.page, 0, qMax(0, pageCount - 1));
}

} // namespace

QList<ChangeMark> changeMarks(const QList<PageChange> &changes, int pageCount)
{
    QList<ChangeMark> marks;
    for (const PageChange &change : changes) {
        const int page = pageOf(change, pageCount);
        if (change.kind == PageChangeKind::Removed)
            marks += {page, removedLabel(), {}, {}, false};
        else if (change.areas.isEmpty() || change.kind == PageChangeKind::Added)
            marks += {page, change.kind == PageChangeKind::Added ? addedLabel() : changedLabel(), {}, {}, true};
        else
            marks += marksOfAreas(change);
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const ChangeMark &a, const ChangeMark &b) { return a.page < b.page; });
    return marks;
}

QStringList changeLabels()
{
    return {changedLabel(), addedLabel(), removedLabel()};
}

QString changeSentence(const QList<PageChange> &changes, int page, int pageCount)
{
    QStringList sentences;
    for (const PageChange &change : changes) {
        if (pageOf(change, pageCount) == page)
            sentences += sentenceOf(change);
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace gatehouse::ui
