#include "store/testworkspace.h"

#include "domain/text.h"

namespace gatehouse::storetest {

using base::Instant;

TestWorkspace::TestWorkspace(On on, const QStringList &rootAdmins) : m_on(on)
{
    base::Result<void> made;
    if (on == On::Sqlite) {
        m_creator = QStringLiteral("owner");
        made = store::createSqliteWorkspace(place(), objectFolder(), {m_creator, rootAdmins}, clock, ids);
    } else {
        m_database = std::make_unique<support::TestDatabase>();
        m_error = m_database->errorText();
        if (!m_error.isEmpty())
            return;
        m_creator = m_database->owner();
        QStringList logins;
        // The group is made by the first workspace of the cluster; a login needs it before.
        m_error = m_database->exec(QStringLiteral("DO $$ BEGIN CREATE ROLE gatehouse_operators NOLOGIN; EXCEPTION WHEN "
                                                  "duplicate_object OR unique_violation THEN NULL; END $$"));
        for (const QString &name : rootAdmins)
            logins += subject(name);
        made = store::initPostgres(m_database->uri(), objectFolder(), {QStringLiteral("os-user"), logins}, ids);
    }
    if (!made)
        m_error = textOf(made.error());
}

QString TestWorkspace::subject(const QString &name)
{
    if (m_on == On::Sqlite)
        return name;
    if (!m_logins.contains(name))
        m_logins.insert(name, m_database->addLogin(name, {QStringLiteral("gatehouse_operators")}));
    return m_logins.value(name);
}

QString TestWorkspace::place(const QString &login) const
{
    return m_on == On::Sqlite ? m_folder.filePath(QStringLiteral("workspace.gatehouse")) : m_database->uri(login);
}

std::unique_ptr<domain::AuthorityFactory> TestWorkspace::factory(const QString &login) const
{
    if (m_on == On::Sqlite)
        return std::make_unique<store::SqliteAuthorityFactory>(place(), clock);
    return std::make_unique<store::PostgresAuthorityFactory>(place(login));
}

std::unique_ptr<domain::Authority> TestWorkspace::authority(const QString &login) const
{
    auto opened = factory(login)->open();
    if (opened)
        return *std::move(opened);
    qWarning("%s", qPrintable(textOf(opened.error())));
    return nullptr;
}

std::unique_ptr<RawClient> TestWorkspace::rawClient(const QString &login) const
{
    return std::make_unique<RawClient>(m_on, place(login));
}

domain::Partner somePartner(const QString &id, const QString &enteredBy, Instant at)
{
    domain::Partner partner;
    partner.id = id;
    partner.slug = id + QStringLiteral("-slug");
    partner.name = QStringLiteral("Partner ") + id;
    partner.legalName = partner.name + QStringLiteral(" AG");
    partner.playbookId = QStringLiteral("otc-partner");
    partner.playbookVersion = 1;
    partner.approverRole = domain::Role::RootAdmin;
    partner.region = QStringLiteral("EU");
    partner.submittedBy = id + QStringLiteral("-submitter");
    partner.enteredBy = enteredBy;
    partner.application = QStringLiteral("{}");
    partner.createdAt = partner.updatedAt = at;
    return partner;
}

domain::Contact someContact(const QString &id, const QString &partnerId, const QString &subject, Instant at)
{
    domain::Contact contact;
    contact.id = id;
    contact.partnerId = partnerId;
    contact.name = QStringLiteral("Ada");
    contact.email = QStringLiteral("ada@example.org");
    contact.role = QStringLiteral("Compliance officer");
    contact.subject = subject;
    contact.addedAt = at;
    return contact;
}

domain::DossierDocument someDocument(const QString &id, const QString &partnerId, const QString &filedBy, Instant at)
{
    domain::DossierDocument document;
    document.id = id;
    document.partnerId = partnerId;
    document.kind = QStringLiteral("kyb");
    document.objectKey = QStringLiteral("partners/%1/kyb/%2").arg(partnerId, id);
    document.sha256 = domain::sha256Hex(id.toUtf8());
    document.size = 1;
    document.fileName = QStringLiteral("kyb.pdf");
    document.mediaType = QStringLiteral("application/pdf");
    document.filedBy = filedBy;
    document.filedAt = at;
    return document;
}

domain::Decision someDecision(const QString &id, const QString &partnerId, const QString &decidedBy, Instant at)
{
    domain::Decision decision;
    decision.id = id;
    decision.partnerId = partnerId;
    decision.verdict = domain::Verdict::Approve;
    decision.notes = QStringLiteral("Register extract and licence agree.");
    decision.reviewedDigest = QStringLiteral("v1.x");
    decision.evidence = {{domain::EvidenceKind::Policy, QStringLiteral("POL-1"), 0, {}}};
    decision.decidedBy = decidedBy;
    decision.decidedRole = domain::Role::RootAdmin;
    decision.decidedAt = at;
    return decision;
}

QString textOf(const base::Error &error)
{
    return QStringLiteral("%1/%2 %3 [%4]")
        .arg(QString(base::errorKindName(error.kind)), QString(base::errorCodeName(error.code)), error.subject,
             error.arguments.join(QStringLiteral(", ")));
}

} // namespace gatehouse::storetest
