#include "operations/itemoperations.h"

#include "domain/conditions.h"
#include "domain/itemvalue.h"
#include "domain/text.h"
#include "operations/citedevidence.h"
#include "operations/independence.h"
#include "operations/lockedground.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::ItemAct;
using domain::ItemRecord;
using domain::ItemRule;
using domain::ItemState;
using domain::OperationKind;

namespace {

constexpr qsizetype nearMost = 5;

// Whoever only stands in a roster acts for the partner; an operator who stands there too doesn't act on it.
Result<Ground> itemGround(Transaction &transaction, OperationKind kind)
{
    return lockedGround(transaction,
                        [kind](const Actor &actor, const domain::Playbook &,
                               const domain::PartnerFacts &facts) -> std::optional<Error> {
                            if (domain::permission(kind, actor.roles) != domain::Permission::Yes)
                                return std::nullopt;
                            return rosterObstacle(actor, facts, kind);
                        });
}

QStringList itemsNear(const QString &wanted, const domain::Playbook &playbook)
{
    QStringList near;
    for (const domain::PhaseRule &phase : playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const bool resembles = item.id.contains(wanted, Qt::CaseInsensitive)
                                   || item.title.contains(wanted, Qt::CaseInsensitive)
                                   || (wanted.size() > 3 && item.id.startsWith(wanted.left(4)));
            if (resembles && near.size() < nearMost && !wanted.isEmpty())
                near.append(item.id);
        }
    }
    return near;
}

// An item that people record.
Result<const ItemRule *> recordable(const QString &id, const domain::Playbook &playbook)
{
    const ItemRule *item = playbook.item(id.trimmed());
    if (!item)
        return Error{ErrorKind::NotFound, ErrorCode::ItemNotFound, id, itemsNear(id.trimmed(), playbook)};
    if (item->condition != domain::Condition::Recorded)
        return Error{ErrorKind::Invalid, ErrorCode::ItemDoneByFact, item->title, {}};
    return item;
}

Result<void> checkOwner(const Actor &actor, const ItemRule &item)
{
    const bool staff = domain::permission(OperationKind::SetItem, actor.roles) != domain::Permission::Yes;
    if (!staff || item.owner == QLatin1StringView("partner"))
        return {};
    QStringList roles;
    for (const domain::Role role : domain::rolesThatMay(OperationKind::SetItem)) {
        if (role != domain::Role::PartnerAdmin)
            roles.append(QString(domain::roleName(role)));
    }
    return Error{ErrorKind::Denied, ErrorCode::NotPermitted, QString(domain::operationName(OperationKind::SetItem)),
                 roles};
}

// The item whose answer, or the want of one, keeps this one from counting.
QString decidingItem(const ItemRule &item, const Ground &ground)
{
    for (const domain::Applicability &each : item.appliesWhen) {
        const ItemAct *act = domain::lastAct(each.item, ground.facts.items);
        const ItemRule *rule = ground.playbook.item(each.item);
        if (rule && (!act || !each.answers.contains(domain::answerIn(act->value))))
            return rule->title;
    }
    return {};
}

Result<void> checkApplies(const ItemRule &item, const Ground &ground)
{
    const QString by = decidingItem(item, ground);
    return by.isEmpty() ? Result<void>() : Error{ErrorKind::Conflict, ErrorCode::ItemDoesNotApply, item.title, {by}};
}

Result<void> checkTurn(const ItemRule &item, const domain::Grounds &grounds)
{
    QStringList titles;
    const QStringList unmet = domain::unmetBefore(item, grounds);
    for (const QString &id : unmet) {
        const domain::ChecklistRule *checklist = grounds.playbook.checklist(id);
        titles.append(checklist ? checklist->title : id);
    }
    return titles.isEmpty() ? Result<void>() : Error{ErrorKind::Conflict, ErrorCode::ItemWaits, item.title, titles};
}

// The row that follows what was recorded last, as yet the same.
ItemAct nextAct(Transaction &transaction, const Ground &ground, const QString &itemId)
{
    ItemAct act;
    if (const ItemAct *last = domain::lastAct(itemId, ground.facts.items))
        act = *last;
    act.id = transaction.newId();
    act.partnerId = ground.facts.partner.id;
    act.itemId = itemId;
    act.note.clear();
    act.expiresAt.reset();
    act.by = transaction.actor().subject;
    act.at = transaction.now();
    return act;
}

QJsonObject toldState(const ItemAct &act)
{
    QJsonObject told{{QStringLiteral("item"), act.itemId},
                     {QStringLiteral("record"), QString(domain::itemRecordName(act.record))}};
    if (!act.value.isEmpty())
        told.insert(QStringLiteral("value"), domain::valueOf(act.value));
    if (!act.evidence.isEmpty())
        told.insert(QStringLiteral("evidence"), evidenceJson(act.evidence));
    if (!act.note.isEmpty())
        told.insert(QStringLiteral("note"), act.note);
    if (act.expiresAt)
        told.insert(QStringLiteral("expires_at"), act.expiresAt->toIso());
    return told;
}

Result<void> write(Transaction &transaction, const ItemAct &act, const QString &title,
                   const domain::PartnerFacts &facts)
{
    if (auto written = transaction.unit().items().insert(act); !written)
        return written.error();
    const ItemAct *last = domain::lastAct(act.itemId, facts.items);
    QJsonObject after = toldState(act);
    after.insert(QStringLiteral("title"), title);
    const bool exempted = act.record == ItemRecord::Exempt;
    return transaction.record(exempted ? QStringLiteral("partner.item_exempted")
                                       : QStringLiteral("partner.item_recorded"),
                              act.partnerId, act.id, last ? toldState(*last) : QJsonObject(), after);
}

QString stateAfter(Transaction &transaction, const Ground &ground, const ItemAct &act)
{
    domain::PartnerFacts facts = ground.facts;
    ItemAct last = act;
    last.number = facts.items.isEmpty() ? 1 : facts.items.constLast().number + 1;
    facts.items.append(last);
    const domain::Grounds grounds = domain::groundsAt(ground.playbook, facts, transaction.now());
    return domain::itemStateName(grounds.items.at(ground.playbook.itemPlace(act.itemId)));
}

Result<QString> checkedReason(const QString &reason, int least)
{
    return domain::checkedText(reason, QStringLiteral("reason"), least, domain::itemReasonMost,
                               domain::TextShape::Lines);
}

// The row of one item, or why it can't be recorded so.
Result<ItemAct> actOf(const SetItem &request, const ItemRule &item, Transaction &transaction, const Ground &ground,
                      const domain::Grounds &grounds)
{
    if (auto applies = checkApplies(item, ground); !applies)
        return applies.error();
    ItemAct act = nextAct(transaction, ground, item.id);
    act.record = request.record;
    auto reason = checkedReason(request.reason, request.record == ItemRecord::NotApplicable ? 1 : 0);
    if (!reason)
        return reason.error();
    act.note = *reason;
    if (request.evidence) {
        auto evidence = citedEvidence(*request.evidence, ground.facts);
        if (!evidence)
            return evidence.error();
        act.evidence = *evidence;
    }
    if (!request.value.isUndefined()) {
        if (!item.value)
            return Error{ErrorKind::Invalid, ErrorCode::ItemTakesNoValue, item.title, {}};
        auto value = domain::checkedValue(request.value, item);
        if (!value)
            return value.error();
        act.value = domain::storedValue(*value);
    }
    if (request.record != ItemRecord::Done)
        return act;
    if (auto turn = checkTurn(item, grounds); !turn)
        return turn.error();
    if (item.value && act.value.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::ItemValueMissing, item.title, {}};
    if (item.evidence == domain::EvidenceRule::Required && act.evidence.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::ItemEvidenceMissing, item.title, {}};
    return act;
}

QStringList titlesOf(const QStringList &ids, const domain::Playbook &playbook)
{
    QStringList titles;
    for (const QString &id : ids)
        titles.append(playbook.item(id)->title);
    return titles;
}

QStringList countingItems(const domain::Playbook &playbook, const domain::ItemStates &states)
{
    QStringList ids;
    qsizetype place = 0;
    for (const domain::PhaseRule &phase : playbook.phases) {
        for (const ItemRule &item : phase.items) {
            if (domain::doesCount(item, states.at(place++)))
                ids.append(item.id);
        }
    }
    return ids;
}

QStringList kindsMissing(const domain::Playbook &of, const domain::Playbook &in)
{
    QStringList titles;
    for (const domain::DocumentRule &rule : of.documents) {
        if (!in.document(rule.kind))
            titles.append(rule.title);
    }
    return titles;
}

PlaybookMovePlan planOf(const domain::PartnerFacts &facts, const domain::Playbook &from, const domain::Playbook &to,
                        base::Instant now)
{
    const domain::ItemStates before = domain::groundsAt(from, facts, now).items;
    const domain::ItemStates after = domain::groundsAt(to, facts, now).items;
    const QStringList had = countingItems(from, before);
    const QStringList has = countingItems(to, after);
    QStringList gained;
    QStringList changed;
    QStringList lost;
    for (const QString &id : has) {
        if (!had.contains(id))
            gained.append(id);
        else if (domain::isSettled(before.at(from.itemPlace(id))) && !domain::isSettled(after.at(to.itemPlace(id))))
            changed.append(id);
    }
    for (const QString &id : had) {
        if (!has.contains(id))
            lost.append(id);
    }
    return {from.version,
            to.version,
            titlesOf(gained, to),
            titlesOf(lost, from),
            titlesOf(changed, to),
            kindsMissing(to, from),
            kindsMissing(from, to),
            to.approver,
            to.deciders};
}

Result<domain::Playbook> versionWanted(Transaction &transaction, const domain::PartnerFacts &facts, int version)
{
    auto to = transaction.playbooks().playbook(facts.partner.playbookId, version);
    if (to && to->version == facts.partner.playbookVersion)
        return Error{ErrorKind::Conflict,
                     ErrorCode::PlaybookUnchanged,
                     facts.partner.name,
                     {QStringLiteral("%1@%2").arg(to->id).arg(to->version)}};
    return to;
}

} // namespace

QJsonObject SetItem::canonical() const
{
    QJsonObject object{{QStringLiteral("partner"), partner},
                       {QStringLiteral("items"), QJsonArray::fromStringList(items)},
                       {QStringLiteral("record"), QString(domain::itemRecordName(record))},
                       {QStringLiteral("reason"), reason}};
    if (!value.isUndefined())
        object.insert(QStringLiteral("value"), value);
    if (evidence)
        object.insert(QStringLiteral("evidence"), QJsonArray::fromStringList(*evidence));
    return object;
}

Result<QJsonObject> SetItem::execute(Transaction &transaction) const
{
    auto ground = itemGround(transaction, kind());
    if (!ground)
        return ground.error();
    QList<const ItemRule *> rules;
    for (const QString &id : items) {
        auto rule = recordable(id, ground->playbook);
        if (!rule)
            return rule.error();
        if (auto own = checkOwner(transaction.actor(), **rule); !own)
            return own.error();
        if (!rules.contains(*rule))
            rules.append(*rule);
    }
    if (rules.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::TextMissing, QStringLiteral("item"), {}};
    QJsonArray told;
    for (const ItemRule *rule : std::as_const(rules)) {
        const domain::Grounds grounds = domain::groundsAt(ground->playbook, ground->facts, transaction.now());
        auto act = actOf(*this, *rule, transaction, *ground, grounds);
        if (!act)
            return act.error();
        if (auto written = write(transaction, *act, rule->title, ground->facts); !written)
            return written.error();
        told.append(QJsonObject{{QStringLiteral("item"), rule->id},
                                {QStringLiteral("state"), stateAfter(transaction, *ground, *act)}});
        act->number = ground->facts.items.isEmpty() ? 1 : ground->facts.items.constLast().number + 1;
        ground->facts.items.append(*act);
    }
    return QJsonObject{{QStringLiteral("partner"), ground->facts.partner.id}, {QStringLiteral("items"), told}};
}

QJsonObject ExemptItem::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("item"), item},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("until"), until}};
}

Result<QJsonObject> ExemptItem::execute(Transaction &transaction) const
{
    auto ground = itemGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto rule = recordable(item, ground->playbook);
    if (!rule)
        return rule.error();
    if (auto applies = checkApplies(**rule, *ground); !applies)
        return applies.error();
    const domain::Grounds grounds = domain::groundsAt(ground->playbook, ground->facts, transaction.now());
    const ItemState state = grounds.items.at(ground->playbook.itemPlace((*rule)->id));
    const bool pointless = (*rule)->weight == domain::ItemWeight::Optional || state == ItemState::Done
                           || state == ItemState::NotApplicable;
    if (pointless)
        return Error{ErrorKind::Conflict, ErrorCode::ItemNeedsNoExemption, (*rule)->title, {}};
    auto why = checkedReason(reason, 1);
    if (!why)
        return why.error();
    auto day = domain::checkedDate(until.trimmed(), QStringLiteral("until"));
    if (!day)
        return day.error();
    const domain::BusinessCalendar &calendar = ground->playbook.calendar;
    const QDate last = domain::dateFromIso(*day);
    const QDate today = calendar.dateAt(transaction.now());
    if (last < today)
        return Error{ErrorKind::Invalid, ErrorCode::MomentInPast, QStringLiteral("until"), {*day}};
    if (last > today.addDays(domain::exemptionMostDays))
        return Error{ErrorKind::Invalid,
                     ErrorCode::ExemptionTooLong,
                     QStringLiteral("until"),
                     {*day, QString::number(domain::exemptionMostDays)}};
    ItemAct act = nextAct(transaction, *ground, (*rule)->id);
    act.record = ItemRecord::Exempt;
    act.note = *why;
    act.expiresAt = calendar.startOfDay(last.addDays(1));
    if (auto written = write(transaction, act, (*rule)->title, ground->facts); !written)
        return written.error();
    return QJsonObject{{QStringLiteral("partner"), act.partnerId},
                       {QStringLiteral("item"), act.itemId},
                       {QStringLiteral("until"), *day}};
}

Result<PlaybookMovePlan> PlanPlaybookMove::read(Transaction &transaction) const
{
    auto facts = transaction.facts();
    if (!facts)
        return facts.error();
    auto from = transaction.playbookOf(facts->partner);
    if (!from)
        return from.error();
    auto wanted = versionWanted(transaction, *facts, to);
    return wanted ? Result<PlaybookMovePlan>(planOf(*facts, *from, *wanted, transaction.now())) : wanted.error();
}

QJsonObject MovePlaybook::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("to"), to}};
}

Result<QJsonObject> MovePlaybook::execute(Transaction &transaction) const
{
    auto ground = itemGround(transaction, kind());
    if (!ground)
        return ground.error();
    auto wanted = versionWanted(transaction, ground->facts, to);
    if (!wanted)
        return wanted.error();
    const PlaybookMovePlan plan = planOf(ground->facts, ground->playbook, *wanted, transaction.now());
    domain::Partner partner = ground->facts.partner;
    const QJsonObject before{{QStringLiteral("version"), partner.playbookVersion}};
    partner.playbookVersion = wanted->version;
    partner.approverRole = wanted->approver;
    partner.deciders = wanted->deciders;
    partner.updatedAt = transaction.now();
    if (auto moved = transaction.unit().partners().move(partner); !moved)
        return moved.error();
    QJsonObject told{{QStringLiteral("from"), plan.from},
                     {QStringLiteral("to"), plan.to},
                     {QStringLiteral("gained"), QJsonArray::fromStringList(plan.gained)},
                     {QStringLiteral("lost"), QJsonArray::fromStringList(plan.lost)}};
    const QString subject = QStringLiteral("v%1").arg(plan.to);
    if (auto recorded = transaction.record(QStringLiteral("partner.playbook_moved"), partner.id, subject, before, told);
        !recorded)
        return recorded.error();
    told.insert(QStringLiteral("partner"), partner.id);
    return told;
}

Result<void> recordApplicationItems(Transaction &transaction, const QString &partnerId,
                                    const QHash<QString, QString> &items)
{
    QStringList ids = items.keys();
    ids.sort();
    for (const QString &id : std::as_const(ids)) {
        ItemAct act;
        act.id = transaction.newId();
        act.partnerId = partnerId;
        act.itemId = id;
        act.record = ItemRecord::Done;
        act.value = items.value(id);
        act.by = transaction.actor().subject;
        act.at = transaction.now();
        // Told by the submission, whose application holds them.
        if (auto written = transaction.unit().items().insert(act); !written)
            return written.error();
    }
    return {};
}

} // namespace gatehouse::operations
