#pragma once

#include "domain/approval.h"
#include "domain/itemrule.h"

namespace gatehouse::domain {

// What a person recorded of an item.
enum class ItemRecord : quint8 { Open, Done, NotApplicable, Exempt };
inline constexpr ItemRecord allItemRecords[] = {ItemRecord::Open, ItemRecord::Done, ItemRecord::NotApplicable,
                                                ItemRecord::Exempt};
QLatin1StringView itemRecordName(ItemRecord record); // "open", "done", "not_applicable", "exempt"

// A row of `item_acts`; append-only. Of one item the last counts, whole: it repeats what it doesn't change.
struct ItemAct
{
    QString id;
    QString partnerId;
    qint64 number = 0; // 1, 2, ... per partner
    QString itemId;
    ItemRecord record = ItemRecord::Open;
    QString value; // as storedValue() writes it; empty: none
    QList<Evidence> evidence;
    QString note;                     // why; may be empty for Open and Done
    std::optional<Instant> expiresAt; // of an exemption
    QString by;                       // subject; of an exemption who approved it
    Instant at;

    friend bool operator==(const ItemAct &, const ItemAct &) = default;
};

// An exemption ends after so many days at most: what is forgotten comes back.
inline constexpr int exemptionMostDays = 365;
inline constexpr int itemReasonMost = 500;
inline constexpr int itemEvidenceMost = 20;

} // namespace gatehouse::domain
