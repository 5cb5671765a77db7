#pragma once

#include "domain/documentpages.h"

namespace gatehouse::ui {

// Words of a page's text layer, by their place in it: first to last, both included.
struct WordSpan
{
    qsizetype first = 0;
    qsizetype last = -1;

    bool isEmpty() const { return last < first; }
    friend bool operator==(const WordSpan &, const WordSpan &) = default;
};

enum class WordLine { Above, Below };

// The word at this point of the page (fractions), or the nearest one; -1 without words.
qsizetype wordNear(const domain::PageText &words, QPointF point);
// The nearest word of the line above or below; `from` itself where there is none.
qsizetype wordBeside(const domain::PageText &words, qsizetype from, WordLine line);
// The words in one line of text.
QString textOf(const domain::PageText &words, WordSpan span);
// One area for each line that the span touches.
QList<QRectF> areasOf(const domain::PageText &words, WordSpan span);

// The page as find() looks at it: one line, without regard to case. Shorter than the words, so that a long document's
// pages can be kept.
QString searchable(const domain::PageText &words);
// How often the needle stands there. `needle` is folded and simplified here. Hits don't overlap.
qsizetype countHits(const QString &searchable, const QString &needle);
// The same hits as words; a hit inside a word is that word.
QList<WordSpan> findHits(const domain::PageText &words, const QString &needle);

} // namespace gatehouse::ui
