#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gatehouse::test {

struct HandMadePage
{
    QByteArray content;                  // operators; /F1 is Helvetica
    QByteArray mediaBox = "0 0 595 842"; // points
    int rotate = 0;
};

// Operators that write a line of Latin text with its baseline's left end at (x, y), in the page's own coordinates.
QByteArray lineAt(double x, double y, const QByteArray &text);

// `inTrailer` goes into the trailer dictionary as it is; `objects` become objects 4, 5, ...
QByteArray handMadePdf(const QList<HandMadePage> &pages, const QByteArray &inTrailer = {},
                       const QList<QByteArray> &objects = {});

// So many pages of `lines` lines that say which page they are on.
QByteArray longPdf(int pages, int lines);

} // namespace gatehouse::test
