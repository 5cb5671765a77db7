#pragma once

#include "domain/readiness.h"

#include <QDateTime>
#include <QTest>

// A playbook shaped like otc-partner and facts to judge by it, as short calls, so that a test shows only what matters.
namespace example {

using namespace gatehouse::domain;

// "2026-03-12T09:00Z", or without the Z for the same.
inline Instant at(const char *iso)
{
    const auto time = QDateTime::fromString(QLatin1StringView(iso), Qt::ISODateWithMs);
    if (!time.isValid())
        qFatal("%s is no time", iso);
    return {QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch()};
}

inline BusinessCalendar officeHours()
{
    return {}; // Monday to Friday, 09:00 to 17:00 UTC
}

inline ItemRule step(const char *id, Condition condition, const char *argument, ReadinessGate gate, const char *owner)
{
    const QString name = QLatin1StringView(id);
    ItemRule rule;
    rule.id = name;
    rule.title = name + QStringLiteral(" title");
    rule.condition = condition;
    rule.argument = QLatin1StringView(argument);
    rule.gate = gate;
    rule.owner = QLatin1StringView(owner);
    rule.source = QStringLiteral("1");
    rule.runbook = name + QStringLiteral("#runbook");
    return rule;
}

inline PhaseRule phase(const char *id, Stage stage, const char *owner, int plannedDays, QList<ItemRule> items)
{
    PhaseRule phase;
    phase.id = QLatin1StringView(id);
    phase.title = phase.id.at(0).toUpper() + phase.id.mid(1);
    phase.stage = stage;
    phase.owner = QLatin1StringView(owner);
    phase.plannedFromDays = phase.plannedDays = plannedDays;
    phase.items = std::move(items);
    return phase;
}

inline QList<PhaseRule> phases()
{
    using C = Condition;
    using G = ReadinessGate;
    return {phase("intake", Stage::PreSales, "partner_admin", 1,
                  {step("submitted", C::Submitted, "", G::AccountIntake, "partner"),
                   step("roster", C::RosterHasSubmitter, "", G::AccountIntake, "partner"),
                   step("kyb-filed", C::DocumentFiled, "kyb", G::EvidencePack, "partner"),
                   step("licensing-filed", C::DocumentFiled, "licensing", G::EvidencePack, "partner")}),
            phase("review", Stage::Contract, "root_admin", 2,
                  {step("approved", C::Approved, "", G::AccessRequests, "root_admin")}),
            phase("access", Stage::GoLive, "root_admin", 1,
                  {step("invoices-open", C::AccessOpen, "invoice.create", G::AccessRequests, "root_admin"),
                   step("kyb-current", C::DocumentCurrent, "kyb", G::EvidencePack, "partner"),
                   step("licensing-current", C::DocumentCurrent, "licensing", G::EvidencePack, "partner"),
                   step("identities", C::IdentitiesReleased, "", G::IdentityProvider, "integration_manager")})};
}

// Two documents valid for 365 days, approved by root admins, 960 working minutes for a review.
inline Playbook playbook()
{
    Playbook playbook;
    playbook.id = QStringLiteral("otc-partner");
    playbook.version = 1;
    playbook.title = QStringLiteral("OTC partner");
    playbook.label = QStringLiteral("OTC");
    playbook.submitterInRoster = true;
    playbook.approver = Role::RootAdmin;
    playbook.calendar = officeHours();
    playbook.digest = QStringLiteral("d1");
    playbook.application = {{QStringLiteral("name"), FieldType::Text, QStringLiteral("name")},
                            {QStringLiteral("legal_name"), FieldType::Text, QStringLiteral("legal_name")},
                            {QStringLiteral("kyb_object_key"), FieldType::ObjectKey, QStringLiteral("kyb")},
                            {QStringLiteral("licensing_object_key"), FieldType::ObjectKey, QStringLiteral("licensing")},
                            {QStringLiteral("contacts"), FieldType::Roster, {}}};
    playbook.documents = {
        {QStringLiteral("kyb"), QStringLiteral("KYB package"), QStringLiteral("KYB"), 365, 30, defaultReasons(), {}},
        {QStringLiteral("licensing"),
         QStringLiteral("Licensing documents"),
         QStringLiteral("Licensing"),
         365,
         30,
         defaultReasons(),
         {}}};
    playbook.phases = phases();
    playbook.placeItems();
    playbook.access = {
        {QStringLiteral("invoice.create"),
         QStringLiteral("Invoices"),
         {Condition::Approved},
         QStringLiteral("Finish the KYB review."),
         QStringLiteral("approvals#kyb-review"),
         {}},
        {QStringLiteral("tenant.reset"),
         QStringLiteral("Reset"),
         {Condition::Approved, Condition::DocumentCurrent, Condition::IdentitiesReleased},
         QStringLiteral("Renew the dossier."),
         QStringLiteral("dossier#renew"),
         {}},
        {QStringLiteral("nothing.stated"), QStringLiteral("Nothing"), {}, QStringLiteral("Ask."), {}, {}}};
    playbook.slas = {{QStringLiteral("review"), QStringLiteral("Review"), 960, 10, 120, {}, {}}};
    return playbook;
}

// Builds facts of one partner in the order things happen.
class Facts
{
public:
    explicit Facts(const char *createdAt = "2026-03-02T09:00Z")
    {
        Partner &partner = m_facts.partner;
        partner.id = QStringLiteral("p1");
        partner.slug = QStringLiteral("calder-voss");
        partner.name = QStringLiteral("Calder & Voss");
        partner.legalName = QStringLiteral("Calder & Voss Capital Ltd");
        partner.playbookId = QStringLiteral("otc-partner");
        partner.playbookVersion = 1;
        partner.approverRole = Role::RootAdmin;
        partner.submittedBy = QStringLiteral("sub-ada");
        partner.enteredBy = partner.submittedBy;
        partner.createdAt = partner.updatedAt = at(createdAt);
        contact("Ada", "sub-ada");
    }

    Facts &contact(const char *name, const char *subject)
    {
        Contact contact;
        contact.id = QStringLiteral("c%1").arg(m_facts.contacts.size() + 1);
        contact.partnerId = m_facts.partner.id;
        contact.name = QLatin1StringView(name);
        contact.email = contact.name.toLower() + QStringLiteral("@calder.example");
        contact.role = QStringLiteral("Compliance officer");
        contact.subject = QLatin1StringView(subject);
        contact.addedAt = m_facts.partner.createdAt;
        m_facts.contacts.append(contact);
        return *this;
    }

    Facts &removed(const char *subject, const char *when, const char *released = nullptr)
    {
        for (Contact &contact : m_facts.contacts) {
            if (contact.subject == QLatin1StringView(subject)) {
                contact.removedAt = at(when);
                if (released)
                    contact.releasedAt = at(released);
            }
        }
        return *this;
    }

    Facts &filed(const char *kind, const char *when, const char *validUntil = "")
    {
        DossierDocument document;
        document.revision = m_facts.documents.size() + 1;
        document.id = QStringLiteral("d%1").arg(document.revision);
        document.partnerId = m_facts.partner.id;
        document.kind = QLatin1StringView(kind);
        document.sha256 = QStringLiteral("hash%1").arg(document.revision);
        document.size = 1;
        document.validUntil = QLatin1StringView(validUntil);
        document.filedAt = at(when);
        m_facts.documents.append(document);
        return *this;
    }

    // Both documents, with the validity of the playbook.
    Facts &dossier(const char *when) { return filed("kyb", when).filed("licensing", when); }

    Facts &decided(Verdict verdict, const char *when, Finality finality = Finality::Retry)
    {
        Decision decision;
        decision.number = m_facts.decisions.size() + 1;
        decision.id = QStringLiteral("a%1").arg(decision.number);
        decision.partnerId = m_facts.partner.id;
        decision.verdict = verdict;
        decision.finality = finality;
        decision.dossierRevision = m_facts.documents.size();
        decision.decidedAt = at(when);
        m_facts.decisions.append(decision);
        return *this;
    }
    Facts &approved(const char *when) { return decided(Verdict::Approve, when); }
    Facts &rejected(const char *when, Finality finality = Finality::Retry)
    {
        return decided(Verdict::Reject, when, finality);
    }

    PartnerFacts &get() { return m_facts; }
    operator const PartnerFacts &() const { return m_facts; }

private:
    PartnerFacts m_facts;
};

// A history in a word: "k" and "l" file KYB and licensing, "a" approves, "r" rejects for retry, "f" rejects for good.
// One hour apart, from Monday 2 March 2026, 10:00 UTC.
inline Facts history(const char *letters)
{
    Facts facts;
    Instant when = at("2026-03-02T10:00Z");
    for (const char *letter = letters; *letter; ++letter, when = when + gatehouse::base::msPerHour) {
        const QByteArray iso = when.toIso().toLatin1();
        switch (*letter) {
        case 'k': facts.filed("kyb", iso.constData()); break;
        case 'l': facts.filed("licensing", iso.constData()); break;
        case 'a': facts.approved(iso.constData()); break;
        case 'r': facts.rejected(iso.constData()); break;
        case 'f': facts.rejected(iso.constData(), Finality::Final); break;
        default: qFatal("%c is no part of a history", *letter);
        }
    }
    return facts;
}

inline QString shown(const std::optional<Instant> &instant)
{
    return instant ? instant->toIso() : QStringLiteral("-");
}

} // namespace example
