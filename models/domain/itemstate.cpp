#include "domain/itemstate.h"

#include "domain/itemvalue.h"
#include "domain/playbook.h"

#include <algorithm>

namespace gatehouse::domain {

namespace {

// What was recorded last, by place of the item; what the playbook doesn't have is passed over.
using LastActs = QVarLengthArray<const ItemAct *, 32>;

LastActs lastActs(const Playbook &playbook, const QList<ItemAct> &acts)
{
    LastActs last;
    qsizetype items = 0;
    for (const PhaseRule &phase : playbook.phases)
        items += phase.items.size();
    last.resize(items);
    std::fill(last.begin(), last.end(), nullptr);
    for (const ItemAct &act : acts) {
        const int place = playbook.itemPlace(act.itemId);
        if (place >= 0 && (!last[place] || last[place]->number < act.number))
            last[place] = &act;
    }
    return last;
}

enum class Applies { Yes, No, Unknown };

Applies applies(const ItemRule &item, const Playbook &playbook, const LastActs &last)
{
    auto answer = Applies::Yes;
    for (const Applicability &each : item.appliesWhen) {
        const int place = playbook.itemPlace(each.item);
        const ItemAct *act = place < 0 ? nullptr : last[place];
        const QString given = act ? answerIn(act->value) : QString();
        if (given.isEmpty() && act && act->record == ItemRecord::NotApplicable)
            return Applies::No;
        if (given.isEmpty())
            answer = Applies::Unknown;
        else if (!each.answers.contains(given))
            return Applies::No;
    }
    return answer;
}

ItemState stateDone(const ItemRule &item, const ItemAct &act)
{
    if (item.value && completeness(act.value, item) == Completeness::Incomplete)
        return ItemState::Open;
    if (!item.expected.isEmpty() && !item.expected.contains(answerIn(act.value)))
        return ItemState::Blocked;
    const bool proven = item.evidence == EvidenceRule::NotAsked || !act.evidence.isEmpty();
    return proven ? ItemState::Done : ItemState::Open;
}

ItemState stateRecorded(const ItemRule &item, const ItemAct *act, Instant now)
{
    if (!act)
        return ItemState::Open;
    switch (act->record) {
    case ItemRecord::Open: return ItemState::Open;
    case ItemRecord::Done: return stateDone(item, *act);
    case ItemRecord::NotApplicable: return ItemState::NotApplicable;
    case ItemRecord::Exempt: return act->expiresAt && *act->expiresAt > now ? ItemState::Exempt : ItemState::Open;
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1StringView itemRecordName(ItemRecord record)
{
    switch (record) {
    case ItemRecord::Open: return QLatin1StringView("open");
    case ItemRecord::Done: return QLatin1StringView("done");
    case ItemRecord::NotApplicable: return QLatin1StringView("not_applicable");
    case ItemRecord::Exempt: return QLatin1StringView("exempt");
    }
    Q_UNREACHABLE();
}

QLatin1StringView itemStateName(ItemState state)
{
    switch (state) {
    case ItemState::Done: return QLatin1StringView("done");
    case ItemState::Open: return QLatin1StringView("open");
    case ItemState::Blocked: return QLatin1StringView("blocked");
    case ItemState::Waiting: return QLatin1StringView("waiting");
    case ItemState::Exempt: return QLatin1StringView("exempt");
    case ItemState::NotApplicable: return QLatin1StringView("not_applicable");
    case ItemState::Undecided: return QLatin1StringView("undecided");
    }
    Q_UNREACHABLE();
}

bool isSettled(ItemState state)
{
    return state == ItemState::Done || state == ItemState::Exempt || state == ItemState::NotApplicable;
}

bool doesCount(const ItemRule &rule, ItemState state)
{
    return rule.weight == ItemWeight::Counts && state != ItemState::NotApplicable && state != ItemState::Undecided;
}

bool isOpenWork(const ItemRule &rule, ItemState state)
{
    return doesCount(rule, state) && !isSettled(state);
}

const ItemAct *lastAct(const QString &itemId, const QList<ItemAct> &acts)
{
    const ItemAct *last = nullptr;
    for (const ItemAct &act : acts) {
        if (act.itemId == itemId && (!last || last->number < act.number))
            last = &act;
    }
    return last;
}

ItemStates recordedStates(const Playbook &playbook, const QList<ItemAct> &acts, Instant now)
{
    const LastActs last = lastActs(playbook, acts);
    ItemStates states;
    for (const PhaseRule &phase : playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const ItemAct *act = last.at(states.size());
            switch (applies(item, playbook, last)) {
            case Applies::No: states.append(ItemState::NotApplicable); break;
            case Applies::Unknown: states.append(ItemState::Undecided); break;
            case Applies::Yes:
                states.append(item.condition == Condition::Recorded ? stateRecorded(item, act, now) : ItemState::Open);
                break;
            }
        }
    }
    return states;
}

std::optional<Instant> nextExpiry(const Playbook &playbook, const QList<ItemAct> &acts, Instant now)
{
    std::optional<Instant> next;
    for (const ItemAct *act : lastActs(playbook, acts)) {
        if (act && act->record == ItemRecord::Exempt && act->expiresAt && *act->expiresAt > now)
            next = next ? std::min(*next, *act->expiresAt) : act->expiresAt;
    }
    return next;
}

} // namespace gatehouse::domain
