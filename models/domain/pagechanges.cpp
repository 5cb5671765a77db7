#include "domain/pagechanges.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace gatehouse::domain {

namespace {

// Two that are the same: an index of the old and one of the new.
using SamePair = std::pair<int, int>;

struct Lists
{
    int before = 0;
    int after = 0;
    std::function<bool(int, int)> isSame;
};

// The longest common subsequence. Beginnings and ends that are the same, which is most of what there is, cost nothing.
// Between them time and memory are the product; more than that is too much and no pair is found there.
QList<SamePair> samePairs(const Lists &lists)
{
    constexpr qint64 cellsMost = 1'000'000;
    QList<SamePair> pairs;
    int begin = 0;
    int oldEnd = lists.before;
    int newEnd = lists.after;
    for (; begin < oldEnd && begin < newEnd && lists.isSame(begin, begin); ++begin)
        pairs.append({begin, begin});
    QList<SamePair> tail;
    for (; oldEnd > begin && newEnd > begin && lists.isSame(oldEnd - 1, newEnd - 1); --oldEnd, --newEnd)
        tail.prepend({oldEnd - 1, newEnd - 1});
    const int rows = oldEnd - begin;
    const int columns = newEnd - begin;
    if (qint64(rows) * columns <= cellsMost) {
        // longest[row][column]: of what begins there.
        std::vector<int> longest(size_t(rows + 1) * size_t(columns + 1));
        const auto at = [&](int row, int column) -> int & {
            return longest[size_t(row) * size_t(columns + 1) + size_t(column)];
        };
        for (int row = rows - 1; row >= 0; --row) {
            for (int column = columns - 1; column >= 0; --column)
                at(row, column) = lists.isSame(begin + row, begin + column)
                                      ? at(row + 1, column + 1) + 1
                                      : std::max(at(row + 1, column), at(row, column + 1));
        }
        for (int row = 0, column = 0; row < rows && column < columns;) {
            if (lists.isSame(begin + row, begin + column))
                pairs.append({begin + row++, begin + column++});
            else if (at(row + 1, column) >= at(row, column + 1))
                ++row;
            else
                ++column;
        }
    }
    return pairs + tail;
}

bool standOnOneLine(const QRectF &a, const QRectF &b)
{
    const double common = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return common * 2 > std::min(a.height(), b.height()) && b.left() >= a.left();
}

QStringList textsOf(const PageText &words)
{
    QStringList texts;
    for (const PageWord &word : words)
        texts.append(word.text);
    return texts;
}

// The words of a page that stood on it before and those that are new on it.
void compareWords(const PageText &before, const PageText &after, PageChange &change)
{
    const auto pairs = samePairs(
        {int(before.size()), int(after.size()), [&](int a, int b) { return before[a].text == after[b].text; }});
    int nextOld = 0;
    int nextNew = 0;
    for (const auto &[oldEnd, newEnd] : pairs + QList<SamePair>{{int(before.size()), int(after.size())}}) {
        for (; nextOld < oldEnd; ++nextOld)
            change.removed.append(before[nextOld].text);
        bool isStretch = false;
        for (; nextNew < newEnd; ++nextNew) {
            const PageWord &word = after[nextNew];
            change.added.append(word.text);
            if (word.area.isEmpty())
                continue;
            if (isStretch && standOnOneLine(change.areas.constLast(), word.area))
                change.areas.last() |= word.area;
            else
                change.areas.append(word.area);
            isStretch = true;
        }
        ++nextOld;
        ++nextNew;
    }
}

} // namespace

QList<PageChange> pageChanges(const QList<PageFingerprint> &before, const QList<PageFingerprint> &after)
{
    const auto pairs = samePairs({int(before.size()), int(after.size()), [&](int a, int b) {
                                      return !before[a].hash.isEmpty() && before[a].hash == after[b].hash;
                                  }});
    QList<PageChange> changes;
    int oldPage = 0;
    int newPage = 0;
    for (const auto &[oldEnd, newEnd] : pairs + QList<SamePair>{{int(before.size()), int(after.size())}}) {
        for (; oldPage < oldEnd && newPage < newEnd; ++oldPage, ++newPage) {
            PageChange change{PageChangeKind::Changed, newPage, oldPage, {}, {}, {}};
            compareWords(before[oldPage].words, after[newPage].words, change);
            changes.append(change);
        }
        for (; newPage < newEnd; ++newPage)
            changes.append({PageChangeKind::Added, newPage, -1, {}, {}, textsOf(after[newPage].words)});
        for (; oldPage < oldEnd; ++oldPage)
            changes.append({PageChangeKind::Removed, newPage, oldPage, {}, textsOf(before[oldPage].words), {}});
        ++oldPage;
        ++newPage;
    }
    return changes;
}

} // namespace gatehouse::domain
