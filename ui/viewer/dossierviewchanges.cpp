// What changed since the last decision, in a DossierView.

#include "ui/viewer/dossierview.h"
#include "ui/viewer/thumbnaillist.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace gatehouse::ui {

void DossierView::setChanges(const QString &documentId, const QList<domain::PageChange> &changes)
{
    const int index = m_documents.indexOf(documentId);
    if (index < 0)
        return;
    m_documents.setChanges(index, changes);
    if (index == m_index && m_documents[index].document) {
        showChanged(m_documents[index]);
    }
    showObstacles();
}

void DossierView::showChanged(const Part &part)
{
    m_page->setChanges(part.changes);
    QSet<int> pages;
    for (const ChangeMark &mark : part.marks)
        pages += mark.page;
    m_thumbnails->setChanged(pages);
}

bool DossierView::goToNextChange()
{
    return goToChange(Way::Next);
}

bool DossierView::goToPreviousChange()
{
    return goToChange(Way::Previous);
}

// The next mark from where one is, as document and number among its marks.
std::optional<std::pair<int, int>> DossierView::markFrom(Way way) const
{
    using Key = std::tuple<int, int, int>; // document, page, number of the mark
    QList<Key> keys;
    for (int i = 0; i < m_documents.count(); ++i) {
        const QList<ChangeMark> &marks = m_documents[i].marks;
        for (int number = 0; number < marks.size(); ++number)
            keys += Key{i, marks[number].page, number};
    }
    if (keys.isEmpty())
        return std::nullopt;
    const Part &part = m_documents[m_index];
    const int page = part.document ? m_page->page() : part.state.page;
    // On a page that one came to otherwise, one stands before its first mark, or behind its last.
    const bool onMark = part.mark >= 0 && part.marks[part.mark].page == page;
    const Key here{m_index, page, onMark ? part.mark : way == Way::Next ? -1 : std::numeric_limits<int>::max()};
    Key found = way == Way::Next ? keys.constFirst() : keys.constLast();
    if (way == Way::Next) {
        if (const auto next = std::upper_bound(keys.cbegin(), keys.cend(), here); next != keys.cend())
            found = *next;
    } else if (const auto behind = std::lower_bound(keys.cbegin(), keys.cend(), here); behind != keys.cbegin()) {
        found = *(behind - 1);
    }
    return std::pair{std::get<0>(found), std::get<2>(found)};
}

bool DossierView::goToChange(Way way)
{
    const auto mark = markFrom(way);
    if (!mark)
        return false;
    Part &part = m_documents[mark->first];
    part.mark = mark->second;
    const ChangeMark target = part.marks[mark->second];
    showPage(part.entry.documentId, target.page, target.place);
    return true;
}

} // namespace gatehouse::ui
