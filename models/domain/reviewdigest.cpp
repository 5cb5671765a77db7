#include "domain/reviewdigest.h"

#include "domain/itemstate.h"
#include "domain/text.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace gatehouse::domain {

namespace {

constexpr auto version = QLatin1StringView("v2");
constexpr qsizetype partLength = 32;

struct Part
{
    QLatin1StringView name;
    QString ReviewDigest::*value = nullptr;
};

// In the order of the text.
constexpr std::array<Part, 6> parts = {{{QLatin1StringView("dossier"), &ReviewDigest::dossier},
                                        {QLatin1StringView("roster"), &ReviewDigest::roster},
                                        {QLatin1StringView("scopes"), &ReviewDigest::scopes},
                                        {QLatin1StringView("playbook"), &ReviewDigest::playbook},
                                        {QLatin1StringView("decision"), &ReviewDigest::decision},
                                        {QLatin1StringView("partner"), &ReviewDigest::partner}}};

constexpr qsizetype scopesPlace = 2;

QString digestOf(const QJsonObject &object)
{
    return sha256Hex(canonicalJson(object)).left(partLength);
}

QString dossierPart(const QList<DossierDocument> &documents)
{
    QJsonArray rows;
    const QList<DossierDocument> counting = dossierAt(documents);
    for (const DossierDocument &document : counting) {
        rows.append(QJsonObject{{QStringLiteral("id"), document.id},
                                {QStringLiteral("kind"), document.kind},
                                {QStringLiteral("sha256"), document.sha256},
                                {QStringLiteral("valid_until"), document.validUntil}});
    }
    return digestOf({{QStringLiteral("documents"), rows}});
}

// Sorted by subject: the order in which contacts were added says nothing about the review.
QString rosterPart(const QList<Contact> &contacts)
{
    QList<Contact> present = roster(contacts);
    std::sort(present.begin(), present.end(), [](const Contact &a, const Contact &b) { return a.subject < b.subject; });
    QJsonArray rows;
    for (const Contact &contact : std::as_const(present)) {
        rows.append(QJsonObject{{QStringLiteral("subject"), contact.subject},
                                {QStringLiteral("name"), contact.name},
                                {QStringLiteral("role"), contact.role},
                                {QStringLiteral("email"), contact.email}});
    }
    return digestOf({{QStringLiteral("roster"), rows}});
}

QString playbookPart(const Playbook &playbook)
{
    return digestOf({{QStringLiteral("id"), playbook.id},
                     {QStringLiteral("version"), playbook.version},
                     {QStringLiteral("digest"), playbook.digest}});
}

QString partnerPart(const Partner &partner)
{
    return digestOf({{QStringLiteral("name"), partner.name},
                     {QStringLiteral("legal_name"), partner.legalName},
                     {QStringLiteral("application"), sha256Hex(partner.application.toUtf8())}});
}

// Values of the items that an approval is bound to, such as the scopes that a partner is given.
QString scopesPart(const Playbook &playbook, const QList<ItemAct> &acts)
{
    QJsonArray scopes;
    for (const PhaseRule &phase : playbook.phases) {
        for (const ItemRule &item : phase.items) {
            const ItemAct *act = item.inReview ? lastAct(item.id, acts) : nullptr;
            if (act && !act->value.isEmpty())
                scopes.append(QJsonObject{{QStringLiteral("item"), item.id}, {QStringLiteral("value"), act->value}});
        }
    }
    return digestOf({{QStringLiteral("scopes"), scopes}});
}

bool isInReview(const ItemAct &act, const Playbook &playbook)
{
    const ItemRule *item = playbook.item(act.itemId);
    return item && item->inReview;
}

// The parts that a text of ours holds; empty for anything else.
QStringList partsOf(const QString &text)
{
    QStringList fields = text.split(QLatin1Char('.'));
    const bool ours = fields.size() == qsizetype(parts.size()) + 1 && fields.first() == version;
    return ours ? fields.mid(1) : QStringList();
}

} // namespace

QString ReviewDigest::text() const
{
    QStringList fields{version};
    for (const Part &part : parts)
        fields.append(this->*part.value);
    return fields.join(QLatin1Char('.'));
}

QStringList ReviewDigest::changedSince(const QString &text) const
{
    const QStringList given = partsOf(text);
    QStringList changed;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (given.isEmpty() || given.at(qsizetype(i)) != this->*parts[i].value)
            changed.append(parts[i].name);
    }
    return changed;
}

ReviewDigest reviewDigest(const Playbook &playbook, const PartnerFacts &facts)
{
    const Decision *last = lastDecision(facts.decisions);
    ReviewDigest digest;
    digest.dossier = dossierPart(facts.documents);
    digest.roster = rosterPart(facts.contacts);
    digest.scopes = scopesPart(playbook, facts.items);
    digest.playbook = playbookPart(playbook);
    digest.decision = digestOf({{QStringLiteral("decision"), last ? last->number : 0}});
    digest.partner = partnerPart(facts.partner);
    return digest;
}

bool partnerChangedSince(const Decision &decision, const Partner &partner)
{
    // Last touched by the decision itself, as most are: a board asks for a hundred thousand, and hashing takes time.
    if (partner.updatedAt == decision.decidedAt)
        return false;
    const QStringList reviewed = partsOf(decision.reviewedDigest);
    return !reviewed.isEmpty() && reviewed.last() != partnerPart(partner);
}

std::optional<Instant> scopesChangedSince(const Decision &decision, const Playbook &playbook, const PartnerFacts &facts)
{
    std::optional<Instant> latest;
    for (const ItemAct &act : facts.items) {
        if (act.at >= decision.decidedAt && isInReview(act, playbook))
            latest = latest ? std::max(*latest, act.at) : act.at;
    }
    if (!latest)
        return std::nullopt;
    const QStringList reviewed = partsOf(decision.reviewedDigest);
    const bool same = !reviewed.isEmpty() && reviewed.at(scopesPlace) == scopesPart(playbook, facts.items);
    return same ? std::nullopt : latest;
}

} // namespace gatehouse::domain
