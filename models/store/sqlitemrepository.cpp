#include "store/sqlitemrepository.h"

#include "store/partnerturn.h"
#include "store/reviewjson.h"
#include "store/rowreading.h"
#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::ItemAct;

namespace {

Result<ItemAct> readItemAct(const Row &row)
{
    constexpr auto table = "item_acts"_L1;
    auto record = enumOf(row, 4, domain::allItemRecords, domain::itemRecordName, table);
    if (!record)
        return record.error();
    auto evidence = evidenceOf(row, 6, table);
    if (!evidence)
        return evidence.error();
    return ItemAct{row.text(0), row.text(1), row.integer(2),       row.text(3), *record,        row.text(5),
                   *evidence,   row.text(7), row.instantOrNone(8), row.text(9), row.instant(10)};
}

} // namespace

Result<qint64> SqlItemRepository::insert(const ItemAct &act)
{
    auto partner = lockPartner(m_connection, act.partnerId);
    if (!partner)
        return partner.error();
    auto last = Statement(m_connection, u"SELECT coalesce(max(number), 0) FROM item_acts WHERE partner_id = ?"_s)
                    .bind(act.partnerId)
                    .number();
    if (!last)
        return last;
    const qint64 number = *last + 1;
    Statement statement(m_connection,
                        u"INSERT INTO item_acts (partner_id, number, id, item, record, value, evidence, note,"
                        " expires_at, acted_by, acted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(act.partnerId).bind(number).bind(act.id).bind(act.itemId);
    statement.bind(QString(domain::itemRecordName(act.record))).bind(act.value).bind(evidenceText(act.evidence));
    if (auto inserted = statement.bind(act.note).bind(act.expiresAt).bind(act.by).bind(act.at).run(); !inserted)
        return inDetail(inserted.error(), {act.note, act.by, {}}, partner->name);
    return number;
}

Result<QList<ItemAct>> SqlItemRepository::ofPartner(const QString &partnerId)
{
    return ofPartners(partnerId, partnerId);
}

Result<QList<ItemAct>> SqlItemRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    return Statement(
               m_connection,
               u"SELECT id, partner_id, number, item, record, value, evidence, note, expires_at, acted_by, acted_at"
               " FROM item_acts WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, number"_s)
        .bind(firstId)
        .bind(lastId)
        .list<ItemAct>(readItemAct);
}

} // namespace gatehouse::store
