#pragma once

#include "base/result.h"
#include "domain/runbookcheck.h"

#include <QList>
#include <QString>

namespace gatehouse::domain {

struct RunbookHit
{
    // Characters of the snippet that were searched for.
    struct Mark
    {
        int from = 0;
        int length = 0;

        friend bool operator==(const Mark &, const Mark &) = default;
    };

    QString runbook; // id
    QString section; // id; empty: the page itself
    QString title;   // of the runbook
    QString heading; // of the section; empty for the page itself
    QString snippet; // one line of plain words
    QList<Mark> marks;
};

struct RunbookHits
{
    enum class Kind { Found, Nearest }; // Nearest: nothing has all the words, these come closest

    Kind kind = Kind::Found;
    QList<RunbookHit> hits; // best first, each runbook once
};

// Full-text search over runbooks. Used in the thread that made it.
class RunbookSearch
{
public:
    virtual ~RunbookSearch() = default;
    // Runbooks that hold every word of `text`, or words that begin so; case and accents don't count, nor does
    // punctuation. Titles, symptoms and codes first. At most `most`; at most three when only the nearest are found.
    // Text without a letter or digit finds nothing.
    virtual base::Result<RunbookHits> search(const QString &text, int most) = 0;
};

} // namespace gatehouse::domain
