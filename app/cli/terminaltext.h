#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse::cli {

// Data that somebody typed, made safe to print on a terminal: control characters (ESC, the C1 range with CSI, DEL) and
// marks that reorder text are shown as \x1b or \u202e instead of sent. Line breaks stay; visibleLine shows them as \n.
QString visible(const QString &text);
QString visibleLine(const QString &text);

// One line of JSON. Beyond what JSON asks for, the same characters are written as \u escapes: a reader gets the same
// text, and a terminal that shows the line is not moved by it.
QByteArray jsonLine(const QJsonObject &object);

// Columns that a terminal needs for the text: wide East Asian characters two, combining marks none.
int displayWidth(const QString &text);

} // namespace gatehouse::cli
