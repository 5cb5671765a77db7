#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse::formatstest {

// A checklist line of a source document, as tests/data/sourcelines/README.md counts them.
struct SourceLine
{
    QString section;
    QString kind;
    int ordinal = 0;
    QString hash;  // first 8 hex digits of the SHA-256 of the normalised line
    QString place; // in a list; empty in a document

    friend bool operator==(const SourceLine &, const SourceLine &) = default;
};

// The lines of a document, in its order.
QList<SourceLine> linesOfDocument(const QString &markdown);
// A list; what is no line of five columns comes back with an empty kind.
QList<SourceLine> linesOfList(const QByteArray &tsv);
// "3.1 checkbox 5 d0c1b2a3".
QString textOf(const SourceLine &line);

} // namespace gatehouse::formatstest
