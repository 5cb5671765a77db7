#pragma once

#include "domain/documentpages.h"

namespace gatehouse::domain {

// What tells one page from another.
struct PageFingerprint
{
    QByteArray hash; // of what is drawn and written on it; empty: not known, and the same as no other
    PageText words;
};

enum class PageChangeKind { Added, Removed, Changed };

// One difference between two versions of a document. Pages count from 0.
struct PageChange
{
    PageChangeKind kind = PageChangeKind::Changed;
    int page = -1;    // in the new version; Removed: the page before which it stood (may be the page count)
    int oldPage = -1; // in the old version; -1 when Added
    // What to mark on the new page, in fractions of it: words that are new there, one area for each stretch of a line.
    // Empty when the page has no text layer or only lost words: the whole page is what changed.
    QList<QRectF> areas;
    // The words that are gone and new, for those who can't see the marks; of a page that was added or removed all of
    // its words. Empty without a text layer.
    QStringList removed;
    QStringList added;

    friend bool operator==(const PageChange &, const PageChange &) = default;
};

// Pages with equal hashes are the same, whatever their number: a page put in does not change those behind it; one that
// was moved is removed here and added there. What remains between two same pages is matched in order: changed, then
// added or removed. In the order of the new version.
QList<PageChange> pageChanges(const QList<PageFingerprint> &before, const QList<PageFingerprint> &after);

} // namespace gatehouse::domain
