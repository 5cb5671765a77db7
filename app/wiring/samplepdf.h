#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace gatehouse::wiring {

struct PdfPage
{
    QString heading;
    QStringList paragraphs;
};

// A small PDF 1.4 of A4 pages with text in Helvetica, made for the sample workspace: Qt's own writer would bring the
// GUI libraries into every door. Characters outside Latin-1 become "?". The same input gives the same bytes.
QByteArray textPdf(const QString &title, const QList<PdfPage> &pages);

} // namespace gatehouse::wiring
