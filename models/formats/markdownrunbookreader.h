#pragma once

#include "domain/runbook.h"

#include <optional>

namespace gatehouse::formats {

// Reads a runbook from Markdown with front matter; resources/runbooks/README.md describes both. Strict: what is wrong
// is told with its line and never guessed at. Any thread; nothing is thrown.
class MarkdownRunbookReader
{
public:
    struct Reading
    {
        std::optional<domain::Runbook> runbook; // not set as soon as anything is wrong
        QList<domain::RunbookFinding> findings; // by line
    };

    // `fileName` without a folder: it is named in findings, and must be the id with ".md".
    Reading read(const QByteArray &bytes, const QString &fileName) const;

    static constexpr qsizetype mostBytes = 512 * 1024;
    // What no page needs and a parser could be kept busy with.
    static constexpr qsizetype mostLineLength = 4000; // characters
    static constexpr qsizetype mostLines = 10000;
    // Between two empty lines. cmark 0.30.2 takes time by its square: 500 KiB of "![[]()" kept it busy for a minute.
    static constexpr qsizetype mostParagraphLength = 16000; // characters
};

} // namespace gatehouse::formats
