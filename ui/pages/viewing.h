#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

// "1-3,7": page numbers from 1 as a decision keeps them. `pages` count from 0 and are sorted.
// Of more than `most` characters the end is left out: it tells too little rather than too much.
QString pageRanges(const QList<int> &pages, qsizetype most);
// How many pages such a text names.
int pagesNamed(const QString &ranges);

} // namespace gatehouse::ui
