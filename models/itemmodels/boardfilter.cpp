#include "itemmodels/boardfilter.h"

#include <functional>
#include <optional>

namespace gatehouse::itemmodels {

namespace {

struct Value
{
    QLatin1StringView name;
    quint32 mask = 0;
};

template <class Enum>
constexpr quint32 bit(Enum value)
{
    return 1u << static_cast<unsigned>(value);
}

using domain::ApprovalStatus;
using domain::DossierState;
using domain::Stage;

constexpr Value stages[] = {
    {QLatin1StringView("pre-sales"), bit(Stage::PreSales)}, {QLatin1StringView("contract"), bit(Stage::Contract)},
    {QLatin1StringView("setup"), bit(Stage::Setup)},        {QLatin1StringView("validation"), bit(Stage::Validation)},
    {QLatin1StringView("go-live"), bit(Stage::GoLive)},     {QLatin1StringView("hypercare"), bit(Stage::Hypercare)}};
constexpr Value dossiers[] = {{QLatin1StringView("not-used"), bit(DossierState::NotUsed)},
                              {QLatin1StringView("missing"), bit(DossierState::Missing)},
                              {QLatin1StringView("partial"), bit(DossierState::Partial)},
                              {QLatin1StringView("current"), bit(DossierState::Current)},
                              {QLatin1StringView("expiring"), bit(DossierState::Expiring)},
                              {QLatin1StringView("expired"), bit(DossierState::Expired)},
                              {QLatin1StringView("changed"), BoardColumns::changedBit}};
constexpr Value approvals[] = {{QLatin1StringView("not-used"), bit(ApprovalStatus::NotUsed)},
                               {QLatin1StringView("draft"), bit(ApprovalStatus::NotSubmitted)},
                               {QLatin1StringView("pending"), bit(ApprovalStatus::PendingReview)},
                               {QLatin1StringView("approved"), bit(ApprovalStatus::Approved)},
                               {QLatin1StringView("rejected"), bit(ApprovalStatus::Rejected)},
                               {QLatin1StringView("suspended"), bit(ApprovalStatus::Suspended)}};

constexpr QLatin1StringView ownerKey("owner:");
constexpr QLatin1StringView stageKey("stage:");
constexpr QLatin1StringView dossierKey("dossier:");
constexpr QLatin1StringView approvalKey("approval:");
constexpr QLatin1StringView blockedWord("blocked");
constexpr QLatin1StringView slaWord("sla");

template <size_t N>
quint32 maskOf(QStringView typed, const Value (&values)[N])
{
    const QString beginning = typed.toString().toLower().replace(u'_', u'-');
    quint32 mask = 0;
    for (const Value &value : values) {
        if (value.name.startsWith(beginning))
            mask |= value.mask;
    }
    return mask;
}

struct Token
{
    QString text;
    bool quoted = false;
};

std::vector<Token> tokensOf(const QString &text)
{
    std::vector<Token> tokens;
    Token token;
    bool inQuotes = false;
    const auto finish = [&] {
        if (!token.text.isEmpty())
            tokens.push_back(token);
        token = {};
    };
    for (const QChar letter : text) {
        if (letter == u'"') {
            finish();
            inQuotes = !inQuotes;
        } else if (letter.isSpace() && !inQuotes) {
            finish();
        } else {
            token.text += letter;
            token.quoted = inQuotes;
        }
    }
    finish();
    return tokens;
}

// Of a day it is 0: each calendar has its own.
std::optional<qint64> unitOf(QChar letter)
{
    switch (letter.toLower().unicode()) {
    case u'm': return base::msPerMinute;
    case u'h': return base::msPerHour;
    case u'd': return 0;
    default: return {};
    }
}

} // namespace

BoardFilter::BoardFilter(const QString &text)
{
    for (const Token &token : tokensOf(text)) {
        if (token.quoted)
            addText(Kind::Word, token.text);
        else
            addTerm(token.text);
    }
}

// Text without letters of its own, such as an accent that waits for one, is no term.
void BoardFilter::addText(Kind kind, QStringView text)
{
    const QByteArray letters = folded(text);
    if (!letters.isEmpty())
        m_terms.push_back({kind, letters});
}

void BoardFilter::addTerm(const QString &token)
{
    const auto value = [&token](QLatin1StringView key) { return QStringView(token).sliced(key.size()); };
    const auto hasKey = [&token](QLatin1StringView key) { return token.startsWith(key, Qt::CaseInsensitive); };
    if (hasKey(ownerKey)) {
        addText(Kind::Owner, value(ownerKey));
    } else if (hasKey(stageKey)) {
        m_terms.push_back({Kind::Stage, {}, maskOf(value(stageKey), stages)});
    } else if (hasKey(dossierKey)) {
        m_terms.push_back({Kind::Dossier, {}, maskOf(value(dossierKey), dossiers)});
    } else if (hasKey(approvalKey)) {
        m_terms.push_back({Kind::Approval, {}, maskOf(value(approvalKey), approvals)});
    } else if (token.compare(blockedWord, Qt::CaseInsensitive) == 0) {
        m_terms.push_back({Kind::Blocked, {}});
    } else if (hasKey(slaWord) && token.size() > slaWord.size() && (token[3] == u'<' || token[3] == u'>')) {
        addSla(token);
    } else {
        addText(Kind::Word, token);
    }
}

void BoardFilter::addSla(QStringView token)
{
    const Kind kind = token[3] == u'<' ? Kind::SlaBelow : Kind::SlaAbove;
    const QStringView amount = token.sliced(slaWord.size() + 1);
    const auto unit = amount.isEmpty() ? std::nullopt : unitOf(amount.back());
    if (!unit)
        return; // still being typed
    auto isNumber = false;
    const int number = amount.chopped(1).toInt(&isNumber);
    if (isNumber)
        m_terms.push_back({kind, {}, 0, number, *unit});
}

bool BoardFilter::asksForTime() const
{
    return std::any_of(m_terms.begin(), m_terms.end(),
                       [](const Term &term) { return term.kind == Kind::SlaBelow || term.kind == Kind::SlaAbove; });
}

// Compares what is left with the term's amount. The working time since clocks were read is counted once for each
// reading, not for each partner.
class BoardFilter::SlaTest
{
public:
    SlaTest(const Term &term, const BoardColumns &columns, const Context &context)
        : m_term(term),
          m_columns(columns),
          m_clock(context.clock),
          m_spent(static_cast<size_t>(columns.readings.size()))
    { }

    // Whether `in(left, amount)` holds, both in working ms; never of a clock that stands still.
    template <class In>
    bool operator()(int slot, In in) const
    {
        const auto i = static_cast<size_t>(slot);
        if (m_columns.slaLeft[i] == BoardColumns::noClock)
            return false;
        auto &spent = m_spent[m_columns.slaRead[i]];
        if (!spent)
            spent = spentSince(m_columns.readings.at(m_columns.slaRead[i]));
        return in(m_columns.slaLeft[i] - spent->ms, m_term.amount * (m_term.unit ? m_term.unit : spent->dayMs));
    }

private:
    struct Spent
    {
        qint64 ms;
        qint64 dayMs; // of the same calendar
    };
    Spent spentSince(const BoardColumns::Reading &reading) const
    {
        if (!m_clock.now)
            return {0, domain::BusinessCalendar().workingDayMs()};
        const domain::BusinessCalendar &calendar = m_clock.calendarOf(reading.playbookId, reading.playbookVersion);
        return {calendar.workingMs(reading.at, m_clock.now()), calendar.workingDayMs()};
    }

    const Term &m_term;
    const BoardColumns &m_columns;
    const BoardModel::Clock &m_clock;
    mutable std::vector<std::optional<Spent>> m_spent; // of each reading, once it is asked for
};

// Owners are few, so each is judged once and a partner costs one look-up.
std::vector<char> BoardFilter::ownersOf(const Term &term, const BoardColumns &columns, const Context &context)
{
    std::vector<char> hits(static_cast<size_t>(columns.owners.size()), 0);
    const bool self = term.kind == Kind::Owner && term.text == "me" && !context.self.isEmpty();
    for (size_t i = 0; i < hits.size(); ++i) {
        const QString &subject = columns.owners[static_cast<qsizetype>(i)];
        if (subject.isEmpty())
            hits[i] = term.kind == Kind::Owner && term.text == "none";
        else if (self)
            hits[i] = subject == context.self;
        else
            hits[i] = folded(context.names.value(subject, subject)).contains(term.text)
                      || (term.kind == Kind::Owner && folded(subject).contains(term.text));
    }
    return hits;
}

// Hands `use` the test of a slot that `term` stands for.
template <class Use>
void BoardFilter::withTest(const Term &term, const BoardColumns &columns, const Context &context, Use use)
{
    const auto at = [](int slot) { return static_cast<size_t>(slot); };
    switch (term.kind) {
    case Kind::Word: {
        const std::vector<char> owners = ownersOf(term, columns, context);
        return use([&](int slot) { return owners[columns.owner[at(slot)]] || columns.text.contains(slot, term.text); });
    }
    case Kind::Owner: {
        const std::vector<char> owners = ownersOf(term, columns, context);
        return use([&](int slot) { return owners[columns.owner[at(slot)]]; });
    }
    case Kind::Stage: return use([&](int slot) { return term.mask >> columns.stage[at(slot)] & 1; });
    case Kind::Dossier: return use([&](int slot) { return term.mask & columns.dossier[at(slot)]; });
    case Kind::Approval: return use([&](int slot) { return term.mask >> columns.approval[at(slot)] & 1; });
    case Kind::Blocked:
        return use([&](int slot) { return columns.inViews[at(slot)] & bit(BoardModel::View::Blocked); });
    case Kind::SlaBelow: {
        const SlaTest test(term, columns, context);
        return use([&](int slot) { return test(slot, std::less<>()); });
    }
    case Kind::SlaAbove: {
        const SlaTest test(term, columns, context);
        return use([&](int slot) { return test(slot, std::greater<>()); });
    }
    }
}

// The same as asking word by word and row by row, in one sweep over the text.
RowSet BoardFilter::rowsWith(const Term &term, const BoardColumns &columns, const Context &context)
{
    RowSet found = columns.text.rowsWith(term.text);
    const std::vector<char> owners = ownersOf(term, columns, context);
    if (std::find(owners.begin(), owners.end(), 1) != owners.end())
        found.addWhere([&](int slot) { return owners[columns.owner[static_cast<size_t>(slot)]]; });
    return found;
}

RowSet BoardFilter::rowsOf(const BoardColumns &columns, const Context &context) const
{
    RowSet rows(columns.size(), RowSet::Fill::All);
    for (const Term &term : m_terms) {
        if (term.kind == Kind::Word)
            rows &= rowsWith(term, columns, context);
        else
            withTest(term, columns, context, [&rows](auto in) { rows.keepWhere(in); });
    }
    return rows;
}

bool BoardFilter::contains(const BoardColumns &columns, const Context &context, int slot) const
{
    bool in = true;
    for (const Term &term : m_terms)
        withTest(term, columns, context, [&in, slot](auto test) { in = in && test(slot); });
    return in;
}

} // namespace gatehouse::itemmodels
