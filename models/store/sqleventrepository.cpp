#include "store/sqleventrepository.h"

#include "domain/text.h"
#include "store/rowreading.h"
#include "store/statement.h"

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Event;
using domain::EventFilter;
using domain::EventMark;

namespace {

constexpr auto eventsTable = "events"_L1;

// A trail that one bad row hides would be no trail: what can't be read is handed on as it stands there.
QJsonObject stateOf(const Row &row, int column, Event &event)
{
    if (auto state = jsonOf(row, column, eventsTable))
        return *std::move(state);
    event.readable = false;
    return {{u"unreadable"_s, row.text(column)}};
}

Result<Event> readEvent(const Row &row)
{
    Event event{row.integer(0), row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5),
                row.text(6),    row.text(7), row.text(8),    {},          {},          row.text(11)};
    event.before = stateOf(row, 9, event);
    event.after = stateOf(row, 10, event);
    return event;
}

// Conditions in a fixed order, so that a few texts serve all filters.
QString queryOf(const EventFilter &filter)
{
    QString sql =
        u"SELECT number, id, at, type, actor, on_behalf_of, os_user, partner_id, subject, state_before, state_after,"
        " request_id FROM events WHERE number > ?"_s;
    if (!filter.partnerId.isEmpty())
        sql += u" AND partner_id = ?"_s;
    if (!filter.typePrefix.isEmpty())
        sql += u" AND type >= ? AND type < ?"_s;
    if (filter.from)
        sql += u" AND at >= ?"_s;
    if (filter.to)
        sql += u" AND at < ?"_s;
    sql += filter.order == EventFilter::Order::OldestFirst ? u" ORDER BY number LIMIT ?"_s
                                                           : u" ORDER BY number DESC LIMIT ?"_s;
    return sql;
}

// The first text that is greater than everything that begins with `prefix`, which is ASCII.
QString endOfPrefix(QString prefix)
{
    prefix.back() = QChar(prefix.back().unicode() + 1);
    return prefix;
}

} // namespace

Result<void> SqlEventRepository::append(const Event &event)
{
    Statement statement(m_connection,
                        u"INSERT INTO events (id, at, type, actor, on_behalf_of, os_user, partner_id, subject,"
                        " state_before, state_after, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(event.id)
        .bind(event.at)
        .bind(event.type)
        .bind(event.actor)
        .bind(event.onBehalfOf)
        .bind(event.osUser);
    statement.bindOrNull(event.partnerId).bind(event.subject);
    statement.bind(QString::fromUtf8(domain::canonicalJson(event.before)));
    return statement.bind(QString::fromUtf8(domain::canonicalJson(event.after))).bind(event.requestId).run();
}

Result<QList<Event>> SqlEventRepository::list(const EventFilter &filter)
{
    // No type of ours has anything but ASCII.
    if (std::any_of(filter.typePrefix.cbegin(), filter.typePrefix.cend(), [](QChar c) { return c.unicode() >= 0x7f; }))
        return QList<Event>();
    Statement statement(m_connection, queryOf(filter));
    statement.bind(filter.afterNumber);
    if (!filter.partnerId.isEmpty())
        statement.bind(filter.partnerId);
    if (!filter.typePrefix.isEmpty())
        statement.bind(filter.typePrefix).bind(endOfPrefix(filter.typePrefix));
    if (filter.from)
        statement.bind(*filter.from);
    if (filter.to)
        statement.bind(*filter.to);
    return statement.bind(filter.limit).list<Event>(readEvent);
}

Result<SqlEventRepository::Changes> SqlEventRepository::changesAfter(const EventMark &after)
{
    Changes changes;
    auto newest = Statement(m_connection, u"SELECT number, id FROM events ORDER BY number DESC LIMIT 1"_s)
                      .first<EventMark>([](const Row &row) {
                          return Result<EventMark>(EventMark{row.integer(0), row.text(1)});
                      });
    if (!newest)
        return newest.error();
    changes.newest = newest->value_or(EventMark{});
    if (after.number == 0 || changes.newest == after)
        return changes;
    auto known = Statement(m_connection, u"SELECT count(*) FROM events WHERE number = ? AND id = ?"_s)
                     .bind(after.number)
                     .bind(after.id)
                     .number();
    if (!known)
        return known.error();
    if (*known == 0) {
        changes.mark = Changes::Mark::Strange;
        return changes;
    }
    auto partners = Statement(m_connection, u"SELECT DISTINCT partner_id FROM events WHERE number > ?"
                                            " AND partner_id IS NOT NULL ORDER BY partner_id"_s)
                        .bind(after.number)
                        .list<QString>([](const Row &row) { return Result<QString>(row.text(0)); });
    if (!partners)
        return partners.error();
    changes.partnerIds = *std::move(partners);
    return changes;
}

} // namespace gatehouse::store
