#include "store/rawrows.h"

namespace gatehouse::storetest {

using namespace domain;

namespace {

QString fillPartners(UnitOfWork &unit, const QString &me, base::Instant now)
{
    for (const char *name : {"p-new", "p-open", "p-shut", "p-mine", "p-own", "p-tenant", "p-none"}) {
        Partner partner = somePartner(QString::fromLatin1(name), me, now);
        if (partner.id == QStringLiteral("p-own"))
            partner.submittedBy = me;
        if (partner.id == QStringLiteral("p-tenant"))
            partner.approverRole = Role::TenantAdmin;
        if (partner.id == QStringLiteral("p-none"))
            partner.approverRole.reset();
        if (auto inserted = unit.partners().insert(partner); !inserted)
            return textOf(inserted.error());
    }
    return {};
}

QString fillContacts(UnitOfWork &unit, const QString &me, base::Instant now)
{
    const auto add = [&](const char *id, const char *partner, const QString &subject) {
        return unit.contacts().insert(someContact(QString::fromLatin1(id), QString::fromLatin1(partner), subject, now));
    };
    const bool done = add("c-new", "p-new", QStringLiteral("s-new")) && add("c-gone", "p-new", QStringLiteral("s-gone"))
                      && add("c-free", "p-new", QStringLiteral("s-free")) && add("c-mine", "p-mine", me)
                      && unit.contacts().remove(QStringLiteral("c-gone"), now, me)
                      && unit.contacts().remove(QStringLiteral("c-free"), now, me)
                      && unit.contacts().release(QStringLiteral("c-free"), now);
    return done ? QString() : QStringLiteral("contacts");
}

QString fillDecisions(UnitOfWork &unit, const QString &me, base::Instant now)
{
    if (!unit.dossiers().insert(someDocument(QStringLiteral("d-1"), QStringLiteral("p-open"), me, now)))
        return QStringLiteral("document");
    Decision rejection = someDecision(QStringLiteral("e-shut-2"), QStringLiteral("p-shut"), me, now);
    rejection.verdict = Verdict::Reject;
    for (const Decision &decision :
         {someDecision(QStringLiteral("e-open"), QStringLiteral("p-open"), me, now),
          someDecision(QStringLiteral("e-shut-1"), QStringLiteral("p-shut"), me, now), rejection}) {
        if (auto decided = unit.decisions().insert(decision); !decided)
            return textOf(decided.error());
    }
    Receipt receipt;
    receipt.requestId = QStringLiteral("r-1");
    receipt.requestDigest = QString(64, QLatin1Char('0'));
    receipt.actor = me;
    receipt.at = now;
    if (auto stored = unit.receipts().append(receipt); !stored)
        return textOf(stored.error());
    return {};
}

RawRow rowOfDecision(const QString &me, const QString &now)
{
    return {{QStringLiteral("partner_id"), QStringLiteral("'p-new'")},
            {QStringLiteral("number"), QStringLiteral("1")},
            {QStringLiteral("id"), QStringLiteral("'e-next'")},
            {QStringLiteral("verdict"), QStringLiteral("'approved'")},
            {QStringLiteral("finality"), QStringLiteral("'retry'")},
            {QStringLiteral("notes"), QStringLiteral("'Register extract and licence agree.'")},
            {QStringLiteral("partner_comment"), QStringLiteral("''")},
            {QStringLiteral("policy_document"), QStringLiteral("''")},
            {QStringLiteral("reviewed_digest"), QStringLiteral("'v1.x'")},
            {QStringLiteral("dossier_revision"), QStringLiteral("0")},
            {QStringLiteral("decided_by"), me},
            {QStringLiteral("decided_role"), QStringLiteral("'root_admin'")},
            {QStringLiteral("decided_at"), now}};
}

RawRow rowOfPartner(const QString &me, const QString &now)
{
    return {{QStringLiteral("id"), QStringLiteral("'p-next'")},
            {QStringLiteral("slug"), QStringLiteral("'next'")},
            {QStringLiteral("name"), QStringLiteral("'Next'")},
            {QStringLiteral("name_key"), QStringLiteral("'next'")},
            {QStringLiteral("legal_name"), QStringLiteral("'Next AG'")},
            {QStringLiteral("playbook_id"), QStringLiteral("'otc-partner'")},
            {QStringLiteral("playbook_version"), QStringLiteral("1")},
            {QStringLiteral("approver_role"), QStringLiteral("'root_admin'")},
            {QStringLiteral("region"), QStringLiteral("''")},
            {QStringLiteral("owner"), QStringLiteral("''")},
            {QStringLiteral("submitted_by"), QStringLiteral("'s-next'")},
            {QStringLiteral("entered_by"), me},
            {QStringLiteral("application"), QStringLiteral("'{}'")},
            {QStringLiteral("created_at"), now},
            {QStringLiteral("updated_at"), now}};
}

RawRow rowOfDocument(const QString &me, const QString &now)
{
    return {{QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
            {QStringLiteral("revision"), QStringLiteral("2")},
            {QStringLiteral("id"), QStringLiteral("'d-next'")},
            {QStringLiteral("kind"), QStringLiteral("'kyb'")},
            {QStringLiteral("object_key"), QStringLiteral("'partners/p-open/kyb/next'")},
            {QStringLiteral("sha256"), literal(QString(64, QLatin1Char('a')))},
            {QStringLiteral("size"), QStringLiteral("1")},
            {QStringLiteral("file_name"), QStringLiteral("'a.pdf'")},
            {QStringLiteral("media_type"), QStringLiteral("'application/pdf'")},
            {QStringLiteral("filed_by"), me},
            {QStringLiteral("filed_at"), now}};
}

RawRow rowOfEvent(const QString &me, const QString &now)
{
    return {{QStringLiteral("id"), QStringLiteral("'ev-next'")},
            {QStringLiteral("at"), now},
            {QStringLiteral("type"), QStringLiteral("'partner.identity_deactivated'")},
            {QStringLiteral("actor"), me},
            {QStringLiteral("on_behalf_of"), QStringLiteral("''")},
            {QStringLiteral("os_user"), QStringLiteral("''")},
            {QStringLiteral("partner_id"), QStringLiteral("'p-new'")},
            {QStringLiteral("subject"), QStringLiteral("''")},
            {QStringLiteral("state_before"), QStringLiteral("'{}'")},
            {QStringLiteral("state_after"), QStringLiteral("'{}'")},
            {QStringLiteral("request_id"), QStringLiteral("''")}};
}

RawRow rowOfTheRest(const QString &table, const QString &me, const QString &now)
{
    if (table == QStringLiteral("partner_contacts"))
        return {{QStringLiteral("id"), QStringLiteral("'c-next'")},
                {QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("name"), QStringLiteral("'N'")},
                {QStringLiteral("email"), QStringLiteral("'n@x'")},
                {QStringLiteral("phone"), QStringLiteral("''")},
                {QStringLiteral("role"), QStringLiteral("''")},
                {QStringLiteral("subject"), QStringLiteral("'s-next'")},
                {QStringLiteral("added_at"), now}};
    if (table == QStringLiteral("operators"))
        return {{QStringLiteral("subject"), QStringLiteral("'o-next'")},
                {QStringLiteral("role"), QStringLiteral("'support'")},
                {QStringLiteral("number"), QStringLiteral("1")},
                {QStringLiteral("name"), QStringLiteral("''")},
                {QStringLiteral("granted_by"), me},
                {QStringLiteral("granted_at"), now}};
    if (table == QStringLiteral("approval_evidence"))
        return {{QStringLiteral("decision_id"), QStringLiteral("'e-next'")},
                {QStringLiteral("position"), QStringLiteral("1")},
                {QStringLiteral("kind"), QStringLiteral("'policy'")},
                {QStringLiteral("target"), QStringLiteral("'POL-1'")},
                {QStringLiteral("page"), QStringLiteral("0")},
                {QStringLiteral("sha256"), QStringLiteral("''")}};
    if (table == QStringLiteral("receipts"))
        return {{QStringLiteral("request_id"), QStringLiteral("'r-next'")},
                {QStringLiteral("operation"), QStringLiteral("'approve'")},
                {QStringLiteral("request_digest"), literal(QString(64, QLatin1Char('0')))},
                {QStringLiteral("actor"), me},
                {QStringLiteral("os_user"), QStringLiteral("''")},
                {QStringLiteral("at"), now},
                {QStringLiteral("result"), QStringLiteral("'{}'")}};
    if (table == QStringLiteral("invoices"))
        return {{QStringLiteral("id"), QStringLiteral("'i-next'")},
                {QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("created_by"), me},
                {QStringLiteral("amount_minor"), QStringLiteral("100")},
                {QStringLiteral("currency"), QStringLiteral("'EUR'")},
                {QStringLiteral("created_at"), now}};
    if (table == QStringLiteral("receipts_uploaded"))
        return {{QStringLiteral("id"), QStringLiteral("'u-next'")},
                {QStringLiteral("invoice_id"), QStringLiteral("'i-open'")},
                {QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("object_key"), QStringLiteral("'k'")},
                {QStringLiteral("uploaded_at"), now}};
    return {{QStringLiteral("singleton"), QStringLiteral("1")},
            {QStringLiteral("workspace_id"), QStringLiteral("'w'")},
            {QStringLiteral("created_at"), now},
            {QStringLiteral("object_folder"), QStringLiteral("''")}};
}

} // namespace

QString fillWithOneOfEverything(TestWorkspace &workspace)
{
    const auto authority = workspace.authority();
    if (!authority)
        return QStringLiteral("no authority");
    const auto unit = *authority->begin(Access::Write);
    for (const auto fill : {fillPartners, fillContacts, fillDecisions}) {
        if (const QString failed = fill(*unit, workspace.creator(), unit->now()); !failed.isEmpty())
            return failed;
    }
    if (auto committed = unit->commit(); !committed)
        return textOf(committed.error());
    const auto raw = workspace.rawClient();
    RawRow invoice = acceptableRow(QStringLiteral("invoices"), workspace);
    RawRow receipt = acceptableRow(QStringLiteral("receipts_uploaded"), workspace);
    invoice[QStringLiteral("id")] = QStringLiteral("'i-open'");
    receipt[QStringLiteral("id")] = QStringLiteral("'u-open'");
    return raw->runAll({insertStatement(QStringLiteral("INSERT"), QStringLiteral("invoices"), invoice),
                        insertStatement(QStringLiteral("INSERT"), QStringLiteral("receipts_uploaded"), receipt)});
}

RawRow acceptableRow(const QString &table, const TestWorkspace &workspace)
{
    const QString me = literal(workspace.creator());
    const QString now = QString::number(workspace.clock.now().ms);
    if (table == QStringLiteral("partner_approvals"))
        return rowOfDecision(me, now);
    if (table == QStringLiteral("partners"))
        return rowOfPartner(me, now);
    if (table == QStringLiteral("dossier_documents"))
        return rowOfDocument(me, now);
    if (table == QStringLiteral("events"))
        return rowOfEvent(me, now);
    return rowOfTheRest(table, me, now);
}

QStringList statementsBefore(const QString &table)
{
    if (table != QStringLiteral("partner_approvals"))
        return {};
    return {QStringLiteral("INSERT INTO approval_evidence VALUES ('e-next', 1, 'policy', 'POL-1', 0, '')")};
}

QStringList allTables()
{
    return {QStringLiteral("partners"),
            QStringLiteral("partner_contacts"),
            QStringLiteral("dossier_documents"),
            QStringLiteral("operators"),
            QStringLiteral("partner_approvals"),
            QStringLiteral("approval_evidence"),
            QStringLiteral("events"),
            QStringLiteral("receipts"),
            QStringLiteral("invoices"),
            QStringLiteral("receipts_uploaded"),
            QStringLiteral("meta")};
}

QString primaryKeyOf(const QString &table)
{
    static const QMap<QString, QString> keys{
        {QStringLiteral("dossier_documents"), QStringLiteral("partner_id, revision")},
        {QStringLiteral("operators"), QStringLiteral("subject, role, number")},
        {QStringLiteral("partner_approvals"), QStringLiteral("partner_id, number")},
        {QStringLiteral("approval_evidence"), QStringLiteral("decision_id, position")},
        {QStringLiteral("receipts"), QStringLiteral("request_id")},
        {QStringLiteral("meta"), QStringLiteral("singleton")}};
    return keys.value(table, QStringLiteral("id"));
}

QString insertStatement(const QString &verb, const QString &table, const RawRow &row)
{
    const QStringList columns = row.keys();
    const QStringList values = row.values();
    return QStringLiteral("%1 INTO %2 (%3) VALUES (%4)")
        .arg(verb, table, columns.join(QStringLiteral(", ")), values.join(QStringLiteral(", ")));
}

QString contents(RawClient &client, const TestWorkspace &workspace)
{
    QString all;
    for (const QString &table : allTables()) {
        QStringList columns = acceptableRow(table, workspace).keys();
        if (table == QStringLiteral("partners"))
            columns += {QStringLiteral("approved_at"), QStringLiteral("approved_by")};
        if (table == QStringLiteral("partner_contacts"))
            columns += {QStringLiteral("removed_at"), QStringLiteral("removed_by"), QStringLiteral("released_at")};
        if (table == QStringLiteral("operators"))
            columns += {QStringLiteral("revoked_at"), QStringLiteral("revoked_by")};
        if (table == QStringLiteral("events"))
            columns += QStringLiteral("number");
        for (QString &column : columns)
            column = QStringLiteral("coalesce(CAST(%1 AS TEXT), 'NULL')").arg(column);
        const QString row = columns.join(QStringLiteral(" || '/' || "));
        const QString gather =
            workspace.on() == On::Sqlite ? QStringLiteral("group_concat") : QStringLiteral("string_agg");
        all += table + QStringLiteral(": ")
               + client.value(QStringLiteral("SELECT %1(r, ' ; ') FROM (SELECT %2 AS r FROM %3 ORDER BY 1) AS t")
                                  .arg(gather, row, table))
               + QLatin1Char('\n');
    }
    return all;
}

} // namespace gatehouse::storetest
