#include "operations/queries.h"

#include "operations/independence.h"

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::OperationKind;
using domain::PartnerFacts;
using domain::PartnerSummary;

namespace {

constexpr int pageSize = 1000;

Sight sightOf(const Actor &actor, OperationKind kind)
{
    return domain::permission(kind, actor.roles) == domain::Permission::Yes ? Sight::All : Sight::Own;
}

// Appends to each partner of a page what belongs to it; both are sorted by partner id.
template <class Row>
void distribute(QList<PartnerFacts> &page, const QList<Row> &rows, auto listOf)
{
    auto at = page.begin();
    for (const Row &row : rows) {
        while (at != page.end() && at->partner.id < row.partnerId)
            ++at;
        if (at != page.end() && at->partner.id == row.partnerId)
            listOf(*at).append(row);
    }
}

Result<QList<PartnerFacts>> factsPage(Transaction &transaction, const QString &after, int limit)
{
    auto &unit = transaction.unit();
    auto partners = unit.partners().page(after, limit);
    if (!partners)
        return partners.error();
    QList<PartnerFacts> page;
    if (partners->isEmpty())
        return page;
    page.reserve(partners->size());
    const QString first = partners->constFirst().id;
    const QString last = partners->constLast().id;
    for (domain::Partner &partner : *partners)
        page.append(PartnerFacts{std::move(partner), {}, {}, {}, {}, {}});
    auto contacts = unit.contacts().ofPartners(first, last);
    if (!contacts)
        return contacts.error();
    distribute(
        page, *contacts, [](PartnerFacts & facts) -> auto & { return facts.contacts; });
    auto documents = unit.dossiers().ofPartners(first, last);
    if (!documents)
        return documents.error();
    distribute(
        page, *documents, [](PartnerFacts & facts) -> auto & { return facts.documents; });
    auto decisions = unit.decisions().ofPartners(first, last);
    if (!decisions)
        return decisions.error();
    distribute(
        page, *decisions, [](PartnerFacts & facts) -> auto & { return facts.decisions; });
    auto review = unit.reviews().ofPartners(first, last);
    if (!review)
        return review.error();
    distribute(
        page, review->verdicts, [](PartnerFacts & facts) -> auto & { return facts.review.verdicts; });
    distribute(
        page, review->requests, [](PartnerFacts & facts) -> auto & { return facts.review.requests; });
    distribute(
        page, review->acts, [](PartnerFacts & facts) -> auto & { return facts.review.acts; });
    distribute(
        page, review->endorsements, [](PartnerFacts & facts) -> auto & { return facts.review.endorsements; });
    auto tenants = unit.tenants().ofPartners(first, last);
    if (!tenants)
        return tenants.error();
    distribute(
        page, *tenants, [](PartnerFacts & facts) -> auto & { return facts.tenants; });
    auto items = unit.items().ofPartners(first, last);
    if (!items)
        return items.error();
    distribute(
        page, *items, [](PartnerFacts & facts) -> auto & { return facts.items; });
    return page;
}

Result<void> appendSummary(Transaction &transaction, const PartnerFacts &facts, QList<PartnerSummary> &rows)
{
    auto playbook = transaction.playbookOf(facts.partner);
    // A newer program may have brought the playbook: one such partner doesn't take the board from all others.
    if (!playbook && playbook.error().code == ErrorCode::PlaybookNotFound)
        rows.append(domain::summarizeWithoutPlaybook(facts.partner, transaction.now()));
    else if (!playbook)
        return playbook.error();
    else
        rows.append(domain::summarize(*playbook, facts, transaction.now()));
    return {};
}

// Calls `with` for every partner, by id; a hundred thousand never stand in memory with all their facts.
Result<void> forEachPartner(Transaction &transaction, const auto &with)
{
    QString after;
    for (;;) {
        auto page = factsPage(transaction, after, pageSize);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return {};
        after = page->constLast().partner.id;
        for (const PartnerFacts &facts : std::as_const(*page)) {
            if (auto done = with(facts); !done)
                return done.error();
        }
    }
}

// What is said among reviewers stays there; what the partner was asked is its own.
domain::ReviewTrail ofThePartnersOwn(domain::ReviewTrail review)
{
    for (domain::PartnerRequest &request : review.requests)
        request.answer.clear();
    review.acts.clear();
    review.endorsements.clear();
    return review;
}

Result<QList<PartnerSummary>> summariesOf(Transaction &transaction, const QStringList &partnerIds)
{
    const bool staff = sightOf(transaction.actor(), OperationKind::ReadPartners) == Sight::Own;
    QList<PartnerSummary> rows;
    for (const QString &id : partnerIds) {
        auto facts = transaction.factsOf(id);
        if (!facts)
            return facts.error();
        if (staff)
            facts->review = ofThePartnersOwn(std::move(facts->review));
        if (auto appended = appendSummary(transaction, *facts, rows); !appended)
            return appended.error();
    }
    return rows;
}

Result<BoardPage::Rows> withRows(BoardPage::Rows &answer, Transaction &transaction, const QStringList &partnerIds)
{
    auto rows = summariesOf(transaction, partnerIds);
    if (!rows)
        return rows.error();
    answer.rows = std::move(*rows);
    return std::move(answer);
}

Result<QStringList> ownPartners(Transaction &transaction)
{
    return transaction.unit().contacts().partnersOfSubject(transaction.actor().subject);
}

QHash<QString, QString> operatorNames(const QList<domain::Operator> &operators)
{
    QHash<QString, QString> names;
    for (const domain::Operator &row : operators) {
        if (!row.name.isEmpty())
            names.insert(row.subject, row.name);
    }
    return names;
}

// A roster names its own people only. Who ever held a role, or decided here, is called what the operators' list says,
// else by subject: whoever adds a contact could otherwise put another name to a decision that was made long before.
QHash<QString, QString> namesAround(const QList<domain::Operator> &operators, const PartnerFacts &facts)
{
    QHash<QString, QString> names;
    for (const domain::Contact &contact : facts.contacts) {
        if (!names.contains(contact.subject))
            names.insert(contact.subject, contact.name);
    }
    for (const domain::Operator &row : operators)
        names.remove(row.subject);
    for (const domain::Decision &decision : facts.decisions)
        names.remove(decision.decidedBy);
    names.insert(operatorNames(operators));
    return names;
}

QStringList decidersOf(const QList<domain::Operator> &operators, const domain::Playbook &playbook,
                       const PartnerFacts &facts)
{
    QStringList deciders;
    for (const domain::Operator &row : operators) {
        if (row.revokedAt)
            continue;
        const Actor candidate{row.subject, {}, {row.role}};
        if (independenceObstacle(candidate, playbook, facts))
            continue;
        const QString shown = row.name.isEmpty() ? row.subject : row.name;
        if (!deciders.contains(shown))
            deciders.append(shown);
    }
    return deciders;
}

Result<PartnerFacts> asDecided(Transaction &transaction, const PartnerFacts &facts)
{
    const domain::Decision *last = domain::lastDecision(facts.decisions);
    if (!last)
        return domain::factsAtDecision(facts, {});
    domain::EventFilter updates;
    updates.partnerId = facts.partner.id;
    updates.typePrefix = QStringLiteral("partner.updated");
    updates.from = last->decidedAt;
    auto events = transaction.unit().events().list(updates);
    if (!events)
        return events.error();
    return domain::factsAtDecision(facts, *events);
}

} // namespace

Result<PartnerView> ShowPartner::read(Transaction &transaction) const
{
    auto facts = transaction.facts();
    if (!facts)
        return facts.error();
    auto playbook = transaction.playbookOf(facts->partner);
    if (!playbook)
        return playbook.error();
    auto operators = transaction.unit().operators().all();
    if (!operators)
        return operators.error();

    PartnerView view;
    view.asOf = transaction.now();
    view.readiness = domain::readiness(*playbook, *facts, view.asOf);
    view.reviewDigest = domain::reviewDigest(*playbook, *facts).text();
    view.decisionObstacle = independenceObstacle(transaction.actor(), *playbook, *facts);
    if (sightOf(transaction.actor(), kind()) == Sight::All) {
        view.names = namesAround(*operators, *facts);
        view.deciders = decidersOf(*operators, *playbook, *facts);
        auto present = transaction.unit().reviews().present(facts->partner.id);
        if (!present)
            return present.error();
        present->removeIf([&](const auto &each) { return each.subject == transaction.actor().subject; });
        view.present = *std::move(present);
    } else {
        view.names = namesAround({}, *facts);
        // How they worked isn't for it either.
        for (domain::Decision &decision : facts->decisions) {
            decision.notes.clear();
            decision.seen.clear();
            decision.reviewSeconds = 0;
            decision.endorsement.clear();
        }
        facts->review = ofThePartnersOwn(std::move(facts->review));
        view.readiness.review = {};
        facts->tenants.clear();
    }
    auto decided = asDecided(transaction, *facts);
    if (!decided)
        return decided.error();
    view.asDecided = *std::move(decided);
    view.facts = std::move(*facts);
    view.playbook = std::move(*playbook);
    return view;
}

Result<QList<PartnerSummary>> ListPartners::read(Transaction &transaction) const
{
    if (sightOf(transaction.actor(), kind()) == Sight::Own) {
        auto own = ownPartners(transaction);
        if (!own)
            return own.error();
        return summariesOf(transaction, *own);
    }
    QList<PartnerSummary> rows;
    auto read =
        forEachPartner(transaction, [&](const PartnerFacts &facts) { return appendSummary(transaction, facts, rows); });
    if (!read)
        return read.error();
    std::sort(rows.begin(), rows.end(), [](const PartnerSummary &a, const PartnerSummary &b) {
        const int order = QString::compare(a.name, b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return rows;
}

Result<QList<PartnerSummary>> ReviewQueue::read(Transaction &transaction) const
{
    // A queue names those who wait for others: nothing for partner staff.
    if (sightOf(transaction.actor(), kind()) == Sight::Own)
        return Error{ErrorKind::Denied, ErrorCode::NotYourPartner, {}, {}};
    const base::Instant now = transaction.now();
    QList<PartnerSummary> queue;
    auto read = forEachPartner(transaction, [&](const PartnerFacts &facts) -> Result<void> {
        QList<PartnerSummary> one;
        if (auto appended = appendSummary(transaction, facts, one); !appended)
            return appended.error();
        if (domain::queueGroup(one.constFirst(), now, zone) != domain::QueueGroup::None)
            queue.append(one.constFirst());
        return {};
    });
    if (!read)
        return read.error();
    std::sort(queue.begin(), queue.end(),
              [&](const PartnerSummary &a, const PartnerSummary &b) { return domain::isBefore(a, b, now, zone); });
    return queue;
}

Result<QList<PartnerNames::Names>> PartnerNames::read(Transaction &transaction) const
{
    QList<Names> names;
    const auto add = [&names](const domain::Partner &partner) {
        names.append({partner.slug, partner.name, partner.legalName});
    };
    if (sightOf(transaction.actor(), kind()) == Sight::Own) {
        auto own = ownPartners(transaction);
        if (!own)
            return own.error();
        for (const QString &id : std::as_const(*own)) {
            auto partner = transaction.unit().partners().find(id);
            if (!partner)
                return partner.error();
            add(*partner);
        }
        return names;
    }
    QString after;
    for (;;) {
        auto page = transaction.unit().partners().page(after, pageSize);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return names;
        after = page->constLast().id;
        for (const domain::Partner &partner : std::as_const(*page))
            add(partner);
    }
}

Result<BoardPage::Rows> BoardPage::read(Transaction &transaction) const
{
    auto changes = transaction.unit().events().changesAfter(afterEvent);
    if (!changes)
        return changes.error();
    Rows answer;
    answer.asOf = transaction.now();
    answer.upToEvent = changes->newest;
    answer.sight = sightOf(transaction.actor(), kind());
    QStringList ids = changes->partnerIds + also;
    ids.removeDuplicates();
    if (answer.sight == Sight::Own) {
        auto own = ownPartners(transaction);
        if (!own)
            return own.error();
        answer.own = *std::move(own);
        if (afterEvent.number == 0)
            return withRows(answer, transaction, answer.own);
        ids.removeIf([&answer](const QString &id) { return !answer.own.contains(id); });
    }
    if (afterEvent.number > 0) {
        if (changes->mark == domain::EventRepository::Changes::Mark::Known && ids.size() <= limit)
            return withRows(answer, transaction, ids);
        answer.more = Rows::More::Everything;
        return answer;
    }
    auto page = factsPage(transaction, afterPartner, limit);
    if (!page)
        return page.error();
    answer.rows.reserve(page->size());
    for (const PartnerFacts &facts : std::as_const(*page)) {
        if (auto appended = appendSummary(transaction, facts, answer.rows); !appended)
            return appended.error();
    }
    answer.lastPartner = page->isEmpty() ? afterPartner : page->constLast().partner.id;
    answer.more = page->size() < limit ? Rows::More::No : Rows::More::Yes;
    return answer;
}

Result<CheckAccess::Answered> CheckAccess::read(Transaction &transaction) const
{
    auto facts = transaction.facts();
    if (!facts)
        return facts.error();
    auto playbook = transaction.playbookOf(facts->partner);
    if (!playbook)
        return playbook.error();
    // The partner's version may know a gate that the latest has no more.
    QStringList known;
    for (const domain::Playbook &one : transaction.playbooks().latest() + QList{*playbook}) {
        for (const domain::AccessRule &rule : one.access) {
            if (!known.contains(rule.gate))
                known.append(rule.gate);
        }
    }
    // Denied, not bad input: whoever asks before he acts must not act, mistyped or not.
    if (!known.contains(gate))
        return Error{ErrorKind::Denied, ErrorCode::AccessGateUnknown, gate, known};
    Answered answer;
    answer.answer = domain::accessAnswer(gate, *playbook, *facts, transaction.now());
    answer.status = domain::approvalStatus(*playbook, facts->decisions, facts->documents);
    const bool rejected = answer.answer.reason == domain::AccessReason::Rejected
                          || answer.answer.reason == domain::AccessReason::Suspended;
    if (const domain::Decision *last = domain::lastDecision(facts->decisions); last && rejected) {
        answer.decision = *last;
        answer.decision->notes.clear(); // internal, and no part of the answer
    }
    answer.partner = std::move(facts->partner);
    return answer;
}

Result<QList<domain::Operator>> ListOperators::read(Transaction &transaction) const
{
    return transaction.unit().operators().all();
}

Result<QList<domain::Event>> ListEvents::read(Transaction &transaction) const
{
    // Without a partner there is no roster to ask, so only who may read everything gets everything.
    if (transaction.partnerId().isEmpty() && sightOf(transaction.actor(), kind()) == Sight::Own)
        return Error{ErrorKind::Denied, ErrorCode::NotYourPartner, {}, {}};
    domain::EventFilter narrowed = filter;
    narrowed.partnerId = transaction.partnerId();
    return transaction.unit().events().list(narrowed);
}

Result<ReadDocument::Content> ReadDocument::read(Transaction &transaction) const
{
    auto facts = transaction.facts();
    if (!facts)
        return facts.error();
    auto found = domain::currentDocument(facts->documents, document);
    const auto replaced = std::find_if(facts->documents.cbegin(), facts->documents.cend(),
                                       [this](const auto &row) { return row.id == document; });
    if (!found && replaced == facts->documents.cend())
        return Error{ErrorKind::NotFound, ErrorCode::DocumentNotFound, document, {}};
    if (!found)
        found = *replaced;
    auto bytes = transaction.bytesOf(*found);
    if (!bytes)
        return bytes.error();
    return Content{*found, std::move(*bytes)};
}

Result<WhoAmI::Me> WhoAmI::read(Transaction &transaction) const
{
    auto operators = transaction.unit().operators().all();
    if (!operators)
        return operators.error();
    Me me;
    me.actor = transaction.actor();
    const QHash<QString, QString> names = operatorNames(*operators);
    me.name = names.value(me.actor.subject, me.actor.subject);
    if (sightOf(me.actor, kind()) == Sight::All)
        me.names = names;
    for (const OperationKind kind : domain::allOperationKinds) {
        if (domain::permission(kind, me.actor.roles) == domain::Permission::Yes)
            me.may.append(kind);
    }
    return me;
}

} // namespace gatehouse::operations
