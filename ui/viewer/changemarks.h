#pragma once

#include "domain/pagechanges.h"

#include <QCoreApplication>

namespace gatehouse::ui {

// A place on a page that differs from the version that was decided on: what is outlined together, what the label beside
// it says, and where "next change" goes.
struct ChangeMark
{
    int page = 0;           // from 0
    QString label;          // "Changed", "Added", "Removed"
    QList<QRectF> areas;    // outlined, fractions of the page; empty: the whole page, or the edge where one is gone
    QRectF place;           // that the label stands beside; empty: the page's upper edge
    bool wholePage = false; // has a bar along it

    friend bool operator==(const ChangeMark &, const ChangeMark &) = default;
};

// In reading order. Areas that stand close together are one mark. A removed page is marked on the page that follows it,
// or on the last one.
QList<ChangeMark> changeMarks(const QList<domain::PageChange> &changes, int pageCount);
// Everything that a label can say, for their width.
QStringList changeLabels();
// What changed on this page, for those who can't see the marks; empty when nothing did.
QString changeSentence(const QList<domain::PageChange> &changes, int page, int pageCount);

} // namespace gatehouse::ui
