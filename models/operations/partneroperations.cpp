#include "operations/partneroperations.h"

#include "domain/text.h"
#include "operations/itemoperations.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Contact;
using domain::Partner;

namespace {

constexpr int releaseNoteMost = 500;
constexpr int mostSlugTries = 9;
constexpr int slugTail = 8; // of the id's 16 random characters: 40 bits

QJsonObject contactJson(const Contact &contact)
{
    return {{QStringLiteral("name"), contact.name},
            {QStringLiteral("email"), contact.email},
            {QStringLiteral("phone"), contact.phone},
            {QStringLiteral("role"), contact.role},
            {QStringLiteral("subject"), contact.subject}};
}

QJsonObject contactResult(const Contact &contact)
{
    return {{QStringLiteral("partner"), contact.partnerId},
            {QStringLiteral("contact"), contact.id},
            {QStringLiteral("subject"), contact.subject}};
}

// The slug itself, or with the first number behind it that nobody has: "sable", "sable-2". Where many are called the
// same, as those in other scripts are, with the end of the partner's id.
Result<QString> freeSlug(Transaction &transaction, const QString &name, const QString &partnerId)
{
    const QString wanted = domain::slugOf(name);
    for (int number = 1; number <= mostSlugTries; ++number) {
        const QString slug = number == 1 ? wanted : QStringLiteral("%1-%2").arg(wanted).arg(number);
        auto taken = transaction.unit().partners().resolve(slug);
        if (!taken && taken.error().code == ErrorCode::PartnerNotFound)
            return slug;
        if (!taken && taken.error().code != ErrorCode::PartnerAmbiguous)
            return taken.error();
    }
    return QStringLiteral("%1-%2").arg(wanted, partnerId.right(slugTail));
}

// The contact's subject, as its roster has it, or ContactNotFound.
Result<Contact> contactOf(const QList<Contact> &contacts, const QString &subject, const QString &partnerName,
                          bool (*fits)(const Contact &))
{
    const auto found = std::find_if(contacts.cbegin(), contacts.cend(), [&](const Contact &contact) {
        return contact.subject == subject && fits(contact);
    });
    if (found == contacts.cend())
        return Error{ErrorKind::NotFound, ErrorCode::ContactNotFound, subject, {partnerName}};
    return *found;
}

// The name of the role in which the subject would decide on this partner, or empty. Who the operators are is not told
// to the partner's own people.
Result<QString> approverRoleOf(Transaction &transaction, const domain::PartnerFacts &facts, const QString &subject)
{
    auto playbook = transaction.playbookOf(facts.partner);
    if (!playbook)
        return playbook.error();
    auto roles = transaction.unit().operators().rolesOf(subject);
    if (!roles)
        return roles.error();
    const bool decides = playbook->approver && roles->contains(*playbook->approver);
    return decides && !transaction.actor().roles.isEmpty() ? QString(domain::roleName(*playbook->approver)) : QString();
}

bool inRoster(const Contact &contact)
{
    return !contact.removedAt;
}

bool awaitsRelease(const Contact &contact)
{
    return contact.removedAt && !contact.releasedAt;
}

// With every decider in its roster, nobody could suspend a partner: so its own staff take no operator into it.
Result<void> checkNoOperator(Transaction &transaction, const QStringList &subjects)
{
    for (const QString &subject : subjects) {
        auto roles = transaction.unit().operators().rolesOf(subject);
        if (!roles)
            return roles.error();
        if (!roles->isEmpty())
            return Error{ErrorKind::Denied, ErrorCode::SubjectIsOperator, subject, {}};
    }
    return {};
}

Result<void> insertRoster(Transaction &transaction, const QList<Contact> &roster, const QString &partnerId)
{
    for (Contact contact : roster) {
        contact.id = transaction.newId();
        contact.partnerId = partnerId;
        contact.addedAt = transaction.now();
        if (auto inserted = transaction.unit().contacts().insert(contact); !inserted)
            return inserted;
    }
    return {};
}

} // namespace

QJsonObject SubmitPartner::canonical() const
{
    return {{QStringLiteral("playbook"), playbookId},
            {QStringLiteral("application"), payload},
            {QStringLiteral("submitter"), submitter}};
}

Result<void> SubmitPartner::checkOwn(Transaction &transaction) const
{
    auto playbook = transaction.playbooks().playbook(playbookId);
    if (!playbook)
        return playbook.error();
    auto application = domain::readApplication(payload, *playbook);
    if (!application)
        return application.error();
    const QString acting = transaction.actor().subject;
    const bool appliesItself = submitter.isEmpty() || submitter == acting;
    if (!appliesItself || domain::standingOf(acting, application->roster) != domain::Standing::InRoster)
        return Error{ErrorKind::Denied, ErrorCode::NotYourPartner, application->name, {}};
    QStringList subjects;
    for (const Contact &contact : std::as_const(application->roster))
        subjects.append(contact.subject);
    return checkNoOperator(transaction, subjects);
}

Result<QJsonObject> submitApplication(Transaction &transaction, const QString &playbookId, const QJsonObject &payload,
                                      const QString &submitter)
{
    auto playbook = transaction.playbooks().playbook(playbookId);
    if (!playbook)
        return playbook.error();
    auto application = domain::readApplication(payload, *playbook);
    if (!application)
        return application.error();
    auto applicant = domain::checkedSubject(submitter.isEmpty() ? transaction.actor().subject : submitter,
                                            QStringLiteral("submitter"));
    if (!applicant)
        return applicant.error();
    if (playbook->submitterInRoster
        && domain::standingOf(*applicant, application->roster) != domain::Standing::InRoster)
        return Error{ErrorKind::Invalid, ErrorCode::SubmitterNotInRoster, *applicant, {}};

    Partner partner;
    partner.id = transaction.newId();
    auto slug = freeSlug(transaction, application->name, partner.id);
    if (!slug)
        return slug.error();
    partner.slug = *slug;
    partner.name = application->name;
    partner.legalName = application->legalName;
    partner.region = application->region;
    partner.playbookId = playbook->id;
    partner.playbookVersion = playbook->version;
    partner.approverRole = playbook->approver;
    partner.deciders = playbook->deciders;
    partner.submittedBy = *applicant;
    partner.enteredBy = transaction.actor().subject;
    partner.application = QString::fromUtf8(domain::canonicalJson(payload));
    partner.createdAt = partner.updatedAt = transaction.now();
    if (auto inserted = transaction.unit().partners().insert(partner); !inserted)
        return inserted.error();
    if (auto inserted = insertRoster(transaction, application->roster, partner.id); !inserted)
        return inserted.error();
    if (auto recorded = recordApplicationItems(transaction, partner.id, application->items); !recorded)
        return recorded.error();

    QStringList awaiting = application->objectKeys.keys();
    awaiting.sort();
    const QJsonObject after{{QStringLiteral("name"), partner.name},
                            {QStringLiteral("playbook"), playbook->id},
                            {QStringLiteral("version"), playbook->version},
                            {QStringLiteral("submitted_by"), partner.submittedBy},
                            {QStringLiteral("entered_by"), partner.enteredBy},
                            {QStringLiteral("contacts"), application->roster.size()}};
    if (auto recorded = transaction.record(QStringLiteral("partner.submitted"), partner.id, *applicant, {}, after);
        !recorded)
        return recorded.error();
    const auto status = domain::approvalStatus(*playbook, {}, {});
    return QJsonObject{{QStringLiteral("partner"), partner.id},
                       {QStringLiteral("slug"), partner.slug},
                       {QStringLiteral("name"), partner.name},
                       {QStringLiteral("status"), QString(domain::approvalStatusName(status))},
                       {QStringLiteral("awaiting"), QJsonArray::fromStringList(awaiting)}};
}

Result<QJsonObject> SubmitPartner::execute(Transaction &transaction) const
{
    return submitApplication(transaction, playbookId, payload, submitter);
}

QJsonObject UpdatePartner::canonical() const
{
    QJsonObject json{{QStringLiteral("partner"), partner}};
    const auto put = [&json](const QString &key, const std::optional<QString> &value) {
        if (value)
            json.insert(key, *value);
    };
    put(QStringLiteral("name"), name);
    put(QStringLiteral("legal_name"), legalName);
    put(QStringLiteral("region"), region);
    put(QStringLiteral("owner"), owner);
    return json;
}

Result<void> UpdatePartner::checkOwn(Transaction &transaction) const
{
    if (auto own = Operation::checkOwn(transaction); !own || !owner)
        return own;
    QStringList roles;
    for (const domain::Role role : domain::rolesThatMay(kind())) {
        if (domain::permission(kind(), role) == domain::Permission::Yes)
            roles.append(QString(domain::roleName(role)));
    }
    return Error{ErrorKind::Denied, ErrorCode::NotPermitted, QStringLiteral("set-owner"), roles};
}

Result<QJsonObject> UpdatePartner::execute(Transaction &transaction) const
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    Partner row = facts->partner;
    QJsonObject before;
    QJsonObject after;
    const auto change = [&](const char *key, const std::optional<QString> &given, int least, int most,
                            QString &field) -> Result<void> {
        if (!given)
            return {};
        const QString name = QString::fromLatin1(key);
        auto checked = domain::checkedText(*given, name, least, most);
        if (!checked)
            return checked.error();
        if (*checked != field) {
            before.insert(name, field);
            after.insert(name, *checked);
            field = *checked;
        }
        return {};
    };
    using namespace domain;
    auto checked = change("name", name, 1, nameMost, row.name)
                       .andThen([&] { return change("legal_name", legalName, 1, nameMost, row.legalName); })
                       .andThen([&] { return change("region", region, 0, regionMost, row.region); })
                       .andThen([&] { return change("owner", owner, 0, subjectMost, row.owner); });
    if (!checked)
        return checked.error();
    if (after.contains(QStringLiteral("owner")) && !row.owner.isEmpty()) {
        auto roles = transaction.unit().operators().rolesOf(row.owner);
        if (!roles)
            return roles.error();
        if (roles->isEmpty())
            return Error{ErrorKind::NotFound, ErrorCode::OperatorNotFound, row.owner, {}};
    }
    const QJsonObject result{{QStringLiteral("partner"), row.id},
                             {QStringLiteral("changed"), QJsonArray::fromStringList(after.keys())}};
    if (after.isEmpty())
        return result;
    row.updatedAt = transaction.now();
    if (auto updated = transaction.unit().partners().update(row); !updated)
        return updated.error();
    if (auto recorded = transaction.record(QStringLiteral("partner.updated"), row.id, row.id, before, after); !recorded)
        return recorded.error();
    return result;
}

QJsonObject AddContact::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("name"), name}, {QStringLiteral("email"), email},
            {QStringLiteral("phone"), phone},     {QStringLiteral("role"), role}, {QStringLiteral("subject"), subject}};
}

Result<void> AddContact::checkOwn(Transaction &transaction) const
{
    if (auto own = Operation::checkOwn(transaction); !own)
        return own;
    const auto joining = domain::checkedSubject(subject, QString());
    return joining ? checkNoOperator(transaction, {*joining}) : Result<void>(); // execute() refuses what is malformed
}

Result<QJsonObject> AddContact::execute(Transaction &transaction) const
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    auto contact = domain::checkedContact(name, email, phone, role, subject, QString());
    if (!contact)
        return contact.error();
    contact->id = transaction.newId();
    contact->partnerId = facts->partner.id;
    contact->addedAt = transaction.now();
    if (auto inserted = transaction.unit().contacts().insert(*contact); !inserted)
        return inserted.error();
    if (auto touched = transaction.unit().partners().touch(contact->partnerId); !touched)
        return touched.error();
    auto recorded = transaction.record(QStringLiteral("partner.contact_added"), contact->partnerId, contact->subject,
                                       {}, contactJson(*contact));
    if (!recorded)
        return recorded.error();
    QJsonObject result = contactResult(*contact);
    auto decides = approverRoleOf(transaction, *facts, contact->subject);
    if (!decides)
        return decides.error();
    if (!decides->isEmpty())
        result.insert(QStringLiteral("decides_as"), *decides);
    return result;
}

QJsonObject RemoveContact::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("subject"), subject}};
}

Result<QJsonObject> RemoveContact::execute(Transaction &transaction) const
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    auto wanted = domain::checkedSubject(subject, QStringLiteral("subject"));
    if (!wanted)
        return wanted.error();
    auto contact = contactOf(facts->contacts, *wanted, facts->partner.name, inRoster);
    if (!contact)
        return contact.error();
    // First the partner: who leaves the roster may no longer touch it.
    if (auto touched = transaction.unit().partners().touch(contact->partnerId); !touched)
        return touched.error();
    auto removed = transaction.unit().contacts().remove(contact->id, transaction.now(), transaction.actor().subject);
    if (!removed)
        return removed.error();
    auto recorded = transaction.record(QStringLiteral("partner.contact_removed"), contact->partnerId, contact->subject,
                                       contactJson(*contact), {});
    if (!recorded)
        return recorded.error();
    return contactResult(*contact);
}

QJsonObject ReleaseContact::canonical() const
{
    return {{QStringLiteral("partner"), partner}, {QStringLiteral("subject"), subject}, {QStringLiteral("note"), note}};
}

Result<QJsonObject> ReleaseContact::execute(Transaction &transaction) const
{
    auto facts = transaction.lockedFacts();
    if (!facts)
        return facts.error();
    auto wanted = domain::checkedSubject(subject, QStringLiteral("subject"));
    if (!wanted)
        return wanted.error();
    // Or one who stands in the roster could leave it, declare himself gone, and decide.
    if (*wanted == transaction.actor().subject)
        return Error{
            ErrorKind::Denied, ErrorCode::OnTheRoster, facts->partner.name, {QString(domain::operationName(kind()))}};
    auto checkedNote = domain::checkedText(note, QStringLiteral("note"), 1, releaseNoteMost, domain::TextShape::Lines);
    if (!checkedNote)
        return checkedNote.error();
    auto contact = contactOf(facts->contacts, *wanted, facts->partner.name, awaitsRelease);
    if (!contact)
        return contact.error();
    if (auto released = transaction.unit().contacts().release(contact->id, transaction.now()); !released)
        return released.error();
    if (auto touched = transaction.unit().partners().touch(contact->partnerId); !touched)
        return touched.error();
    auto recorded =
        transaction.record(QStringLiteral("partner.identity_deactivated"), contact->partnerId, contact->subject, {},
                           {{QStringLiteral("name"), contact->name}, {QStringLiteral("note"), *checkedNote}});
    if (!recorded)
        return recorded.error();
    return contactResult(*contact);
}

} // namespace gatehouse::operations
