#pragma once

#include "domain/itemact.h"

#include <QVarLengthArray>

namespace gatehouse::domain {

struct Playbook;

// Where an item stands. Only those that count are part of "3 of 7": what doesn't apply, what nobody knows yet to apply
// and what is optional is not.
enum class ItemState : quint8 {
    Done,
    Open,
    Blocked,       // the answer is not the one that is needed, or something else has to be solved first
    Waiting,       // a checklist that comes before its own isn't done
    Exempt,        // and the exemption has not expired
    NotApplicable, // somebody said so with a reason, or by the answer of another item
    Undecided      // depends on an item that has no answer yet
};
inline constexpr ItemState allItemStates[] = {ItemState::Done,     ItemState::Open,   ItemState::Blocked,
                                              ItemState::Waiting,  ItemState::Exempt, ItemState::NotApplicable,
                                              ItemState::Undecided};
QLatin1StringView itemStateName(ItemState state); // "done", "not_applicable", ...

// Done, or nothing has to be done.
bool isSettled(ItemState state);
bool doesCount(const ItemRule &rule, ItemState state);
// Counts and is not settled.
bool isOpenWork(const ItemRule &rule, ItemState state);

// In the order of Playbook::itemPlace().
using ItemStates = QVarLengthArray<ItemState, 32>;

// What was recorded last of an item; nullptr when nothing was.
const ItemAct *lastAct(const QString &itemId, const QList<ItemAct> &acts);

// Of items that people record, where they stand but for Waiting; the others are Open, Undecided or NotApplicable.
ItemStates recordedStates(const Playbook &playbook, const QList<ItemAct> &acts, Instant now);

// When the first exemption that stands now ends; nothing when none does.
std::optional<Instant> nextExpiry(const Playbook &playbook, const QList<ItemAct> &acts, Instant now);

} // namespace gatehouse::domain
