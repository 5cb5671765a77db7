#pragma once

#include "itemmodels/boardcolumns.h"

namespace gatehouse::itemmodels {

// What a person typed into the board's filter: words and terms, parted by blanks, all of which must hold.
//
//   word, "two words"      in the partner's name, legal name or slug, or in its owner's name; case and marks ignored
//   owner:lena owner:me owner:none
//   stage:setup            pre-sales, contract, setup, validation, go-live, hypercare; the beginning is enough
//   dossier:expiring       not-used, missing, partial, current, expiring, expired, changed (since the decision)
//   approval:pending       not-used, draft, pending, approved, rejected, suspended
//   blocked                has a blocker
//   sla<1d  sla>2h         working time left now of a clock that runs; m, h, d as long as the calendar's
//
// A term without its value yet holds for everybody; a value that does not exist for nobody.
class BoardFilter
{
public:
    struct Context
    {
        QHash<QString, QString> names; // subject -> display name
        QString self;                  // whom owner:me means
        BoardModel::Clock clock;
    };

    BoardFilter() = default;
    explicit BoardFilter(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    // Time alone changes who passes.
    bool asksForTime() const;

    RowSet rowsOf(const BoardColumns &columns, const Context &context) const;
    bool contains(const BoardColumns &columns, const Context &context, int slot) const;

private:
    enum class Kind { Word, Owner, Stage, Dossier, Approval, Blocked, SlaBelow, SlaAbove };
    struct Term
    {
        Kind kind;
        QByteArray text;  // Word, Owner: folded
        quint32 mask = 0; // Stage, Approval: bit per value; Dossier: as in the column
        int amount = 0;   // SlaBelow, SlaAbove
        qint64 unit = 0;  // of it, in ms; 0: working days
    };
    class SlaTest;

    void addText(Kind kind, QStringView text);
    void addTerm(const QString &token);
    void addSla(QStringView token);
    template <class Use>
    static void withTest(const Term &term, const BoardColumns &columns, const Context &context, Use use);
    static RowSet rowsWith(const Term &term, const BoardColumns &columns, const Context &context);
    // 1 for owners whom the term means, by index.
    static std::vector<char> ownersOf(const Term &term, const BoardColumns &columns, const Context &context);

    std::vector<Term> m_terms;
};

} // namespace gatehouse::itemmodels
