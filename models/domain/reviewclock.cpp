#include "domain/reviewstate.h"
#include "domain/sla.h"

#include <algorithm>
#include <set>

namespace gatehouse::domain {

namespace {

// From what started a review to the decision that ended it.
struct Round
{
    Instant start;
    std::optional<Instant> end;
};

// A required document that was not there, or no longer counted.
struct Gap
{
    Instant from;
    std::optional<Instant> to;
    PauseReason reason = PauseReason::AwaitingDocument;
    QString kind;    // document that was waited for; empty: an answer
    QString askedOf; // where somebody was asked by name
};

QList<Decision> byNumber(QList<Decision> decisions)
{
    const auto earlier = [](const Decision &a, const Decision &b) { return a.number < b.number; };
    if (!std::is_sorted(decisions.cbegin(), decisions.cend(), earlier))
        std::sort(decisions.begin(), decisions.end(), earlier);
    return decisions;
}

// The round that runs, else the last one that ended.
Round currentRound(const Playbook &playbook, const QList<Decision> &decisions, const PartnerFacts &facts, Instant now)
{
    std::optional<Instant> end;
    for (qsizetype i = decisions.size() - 1; i >= 0; --i) {
        const DossierDocument *filed = firstFiledAfter(decisions.at(i), facts.documents);
        auto start = filed ? std::optional(filed->filedAt) : std::nullopt;
        if (const auto expires = approvalExpiry(playbook, decisions.at(i)); expires && *expires <= end.value_or(now))
            start = std::min(start.value_or(*expires), *expires);
        if (start)
            return {*start, end};
        end = decisions.at(i).decidedAt;
    }
    return {facts.partner.createdAt, end};
}

QList<DossierDocument> filingsOf(const QString &kind, const QList<DossierDocument> &documents)
{
    QList<DossierDocument> filings;
    std::copy_if(documents.cbegin(), documents.cend(), std::back_inserter(filings),
                 [&](const DossierDocument &document) { return document.kind == kind; });
    std::sort(filings.begin(), filings.end(),
              [](const DossierDocument &a, const DossierDocument &b) { return a.revision < b.revision; });
    return filings;
}

void addGap(QList<Gap> &gaps, Gap gap, const Round &round, Instant now)
{
    gap.from = std::max(gap.from, round.start);
    if (round.end)
        gap.to = std::min(gap.to.value_or(*round.end), *round.end);
    const bool empty = gap.to && *gap.to <= gap.from;
    if (!empty && gap.from <= now)
        gaps.append(gap);
}

QList<Gap> gapsOf(const Playbook &playbook, const PartnerFacts &facts, const Round &round, Instant now)
{
    QList<Gap> gaps;
    for (const DocumentRule &rule : playbook.documents) {
        const QList<DossierDocument> filings = filingsOf(rule.kind, facts.documents);
        const auto firstFiled = filings.isEmpty() ? std::nullopt : std::optional(filings.first().filedAt);
        addGap(gaps, {round.start, firstFiled, PauseReason::AwaitingDocument, rule.kind, {}}, round, now);
        for (qsizetype i = 0; i < filings.size(); ++i) {
            const QDate lastDay = lastValidDay(playbook, filings.at(i));
            if (!lastDay.isValid())
                continue;
            const Instant expired = std::max(playbook.calendar.startOfDay(lastDay.addDays(1)), filings.at(i).filedAt);
            const auto renewed = i + 1 < filings.size() ? std::optional(filings.at(i + 1).filedAt) : std::nullopt;
            addGap(gaps, {expired, renewed, PauseReason::DocumentExpired, rule.kind, {}}, round, now);
        }
    }
    for (const PartnerRequest &request : facts.review.requests)
        addGap(gaps, {request.askedAt, request.closedAt, PauseReason::Asked, request.documentKind, request.askedOf},
               round, now);
    return gaps;
}

// Instants at which what the clock waits for changes, ascending.
std::set<Instant> edgesOf(const QList<Gap> &gaps)
{
    std::set<Instant> edges;
    for (const Gap &gap : gaps) {
        edges.insert(gap.from);
        if (gap.to)
            edges.insert(*gap.to);
    }
    return edges;
}

int weight(PauseReason reason)
{
    switch (reason) {
    case PauseReason::AwaitingDocument: return 3;
    case PauseReason::DocumentExpired: return 2;
    case PauseReason::Asked: return 1;
    case PauseReason::RetryRejected: return 0;
    }
    Q_UNREACHABLE();
}

// What the clock waits for from `from` on, if for anything. A missing document outweighs an expired one, and that a
// question: the one can't be decided without, the other can.
std::optional<Pause> pauseFrom(Instant from, const QList<Gap> &gaps, const QString &waitingFor)
{
    std::optional<Pause> pause;
    QStringList kinds;
    for (const Gap &gap : gaps) {
        if (gap.from > from || (gap.to && *gap.to <= from))
            continue;
        if (!pause || weight(gap.reason) > weight(pause->reason))
            pause = Pause{from, std::nullopt, gap.reason, {}, gap.askedOf.isEmpty() ? waitingFor : gap.askedOf};
        if (!gap.kind.isEmpty() && !kinds.contains(gap.kind))
            kinds.append(gap.kind);
    }
    if (pause)
        pause->subject = kinds.join(QStringLiteral(", "));
    return pause;
}

// One pause per stretch of waiting for the same, so that the clock can tell what it waited for when.
QList<Pause> pausesOf(const QList<Gap> &gaps, const QString &waitingFor)
{
    QList<Pause> pauses;
    for (const Instant edge : edgesOf(gaps)) {
        if (!pauses.isEmpty() && !pauses.last().to)
            pauses.last().to = edge;
        if (auto pause = pauseFrom(edge, gaps, waitingFor))
            pauses.append(*std::move(pause));
    }
    return pauses;
}

} // namespace

SlaReading reviewClock(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    const SlaRule *rule = playbook.sla(QStringLiteral("review"));
    if (!rule || !playbook.approver)
        return {};
    const QList<Decision> decisions = byNumber(facts.decisions);
    if (!decisions.isEmpty() && decisions.last().verdict == Verdict::Reject) {
        const Decision &rejection = decisions.last();
        if (rejection.finality == Finality::Final)
            return {};
        if (!firstFiledAfter(rejection, facts.documents)) {
            const Pause pause{rejection.decidedAt, std::nullopt, PauseReason::RetryRejected, {}, spokesperson(facts)};
            return readClock(*rule, playbook.calendar, rejection.decidedAt, {pause}, std::nullopt, now);
        }
    }
    const Round round = currentRound(playbook, decisions, facts, now);
    const QList<Gap> gaps = gapsOf(playbook, facts, round, now);
    const QList<Pause> pauses = gaps.isEmpty() ? QList<Pause>() : pausesOf(gaps, spokesperson(facts));
    return readClock(*rule, playbook.calendar, round.start, pauses, round.end, now);
}

} // namespace gatehouse::domain
