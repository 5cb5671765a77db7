#include "domain/evaluation.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

// More would bury the others; the checklists show all of them.
constexpr qsizetype actionsMost = 3;

bool canBeDone(ItemState state)
{
    return state == ItemState::Open || state == ItemState::Blocked;
}

bool isPartners(const ItemRule &item)
{
    return item.owner == QLatin1StringView("partner");
}

std::optional<BoardTopic> topicOf(const ItemRule &item, const PhaseRule &phase)
{
    for (const ChecklistRule &checklist : phase.checklists) {
        if (checklist.id == item.checklist)
            return checklist.topic;
    }
    return std::nullopt;
}

// What a topic is counted from.
struct Count
{
    int done = 0;
    int total = 0;
    int blocked = 0;
    int ours = 0; // that can be done now
    int partners = 0;
};

void count(const ItemRule &item, ItemState state, Count &into)
{
    if (!doesCount(item, state))
        return;
    ++into.total;
    into.done += isSettled(state) ? 1 : 0;
    into.blocked += state == ItemState::Blocked ? 1 : 0;
    if (canBeDone(state))
        ++(isPartners(item) ? into.partners : into.ours);
}

TopicStanding topicOfCount(const Count &count)
{
    TopicStanding standing;
    standing.done = quint8(std::min(count.done, 255));
    standing.total = quint8(std::min(count.total, 255));
    if (count.total == 0)
        standing.state = TopicState::NotUsed;
    else if (count.done == count.total)
        standing.state = TopicState::Done;
    else if (count.blocked > 0)
        standing.state = TopicState::Blocked;
    else if (count.partners > 0 && count.ours == 0)
        standing.state = TopicState::Waiting;
    else
        standing.state = count.done > 0 ? TopicState::InProgress : TopicState::Todo;
    return standing;
}

} // namespace

QList<NextAction> itemActions(const Grounds &grounds)
{
    QList<NextAction> actions;
    qsizetype place = 0;
    for (qsizetype i = 0; i < grounds.playbook.phases.size(); ++i) {
        const PhaseRule &phase = grounds.playbook.phases.at(i);
        bool open = false;
        QString named;
        for (const ItemRule &item : phase.items) {
            const ItemState state = grounds.items.at(place++);
            open |= isOpenWork(item, state);
            const bool mine = item.condition == Condition::Recorded && isOpenWork(item, state) && canBeDone(state);
            if (!mine || (!actions.isEmpty() && named == item.checklist) || actions.size() == actionsMost)
                continue;
            named = item.checklist;
            const bool partners = isPartners(item);
            actions.append({ActionKind::CompleteItem, partners ? Mover::Partner : Mover::Us, item.title, item.id,
                            partners ? spokesperson(grounds.facts) : item.owner,
                            plannedEnd(grounds.playbook, grounds.facts.partner, i)});
        }
        if (open)
            break;
    }
    return actions;
}

TopicStandings topicStandings(const Grounds &grounds)
{
    std::array<Count, boardTopicCount> counts;
    qsizetype place = 0;
    for (const PhaseRule &phase : grounds.playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const ItemState state = grounds.items.at(place++);
            if (const auto topic = topicOf(item, phase))
                count(item, state, counts[size_t(*topic)]);
        }
    }
    TopicStandings standings;
    std::transform(counts.cbegin(), counts.cend(), standings.begin(), topicOfCount);
    return standings;
}

} // namespace gatehouse::domain
