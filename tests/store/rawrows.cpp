#include "store/rawrows.h"

namespace gatehouse::storetest {

using namespace domain;

namespace {

QString fillPartners(UnitOfWork &unit, const QString &me, base::Instant now)
{
    for (const char *name :
         {"p-new", "p-open", "p-shut", "p-mine", "p-own", "p-tenant", "p-none", "p-two", "p-self", "p-late"}) {
        Partner partner = somePartner(QString::fromLatin1(name), me, now);
        if (partner.id == QStringLiteral("p-own"))
            partner.submittedBy = me;
        if (partner.id == QStringLiteral("p-tenant"))
            partner.approverRole = Role::TenantAdmin;
        if (partner.id == QStringLiteral("p-none"))
            partner.approverRole.reset();
        for (const char *two : {"p-two", "p-self", "p-late"})
            partner.deciders = partner.id == QLatin1StringView(two) ? 2 : partner.deciders;
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

// By raw SQL, because each is written by its own login.
QString fillReview(TestWorkspace &workspace)
{
    using namespace Qt::StringLiterals;
    const QString second = secondDecider(workspace);
    const auto put = [&](const char *table, const QMap<QString, QString> &changes, const QString &by) {
        RawRow row = acceptableRow(QString::fromLatin1(table), workspace);
        row.insert(changes);
        return workspace.rawClient(by == workspace.creator() ? QString() : by)
            ->run(insertStatement(u"INSERT"_s, QString::fromLatin1(table), row));
    };
    const auto endorse = [&](const char *id, const char *partner, const QString &by, QMap<QString, QString> times) {
        times.insert({{u"id"_s, literal(QString::fromLatin1(id))},
                      {u"partner_id"_s, literal(QString::fromLatin1(partner))},
                      {u"endorsed_by"_s, literal(by)}});
        return put("approval_endorsements", times, by);
    };
    const QString now = QString::number(workspace.clock.now().ms);
    // PostgreSQL dates it itself, a moment before anything else happens.
    const QMap<QString, QString> before{{u"endorsed_at"_s, now + u" - 1"_s}};
    const QMap<QString, QString> over =
        workspace.on() == On::Sqlite
            ? QMap<QString, QString>{{u"endorsed_at"_s, now + u" - 1"_s}, {u"expires_at"_s, now}}
            : QMap<QString, QString>{
                {u"expires_at"_s, u"floor(extract(epoch FROM transaction_timestamp()) * 1000) + 1"_s}};
    const QString granted =
        put("operators", {{u"subject"_s, literal(second)}, {u"role"_s, u"'root_admin'"_s}}, workspace.creator());
    const QString me = workspace.creator();
    QString failed = granted;
    failed += put("document_verdicts", {{u"id"_s, u"'v-open'"_s}, {u"number"_s, u"1"_s}}, me);
    failed += put("partner_requests", {{u"id"_s, u"'q-open'"_s}, {u"number"_s, u"1"_s}}, me);
    failed += put("partner_requests", {{u"id"_s, u"'q-done'"_s}, {u"number"_s, u"2"_s}}, me);
    failed += workspace.rawClient()->run(
        u"UPDATE partner_requests SET ending = 'answered', closed_at = %1, closed_by = %2 WHERE id = 'q-done'"_s.arg(
            now, literal(me)));
    failed += put("review_acts", {{u"id"_s, u"'a-open'"_s}, {u"number"_s, u"1"_s}}, me);
    failed += put("item_acts", {{u"id"_s, u"'i-open'"_s}, {u"number"_s, u"1"_s}}, me);
    failed += put("review_presence", {{u"partner_id"_s, u"'p-open'"_s}}, me);
    failed += endorse("n-two", "p-two", second, before);
    failed += endorse("n-self", "p-self", me, before);
    return failed + endorse("n-late", "p-late", second, over);
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

RawRow rowOfEndorsement(const QString &me, const QString &now)
{
    return {{QStringLiteral("partner_id"), QStringLiteral("'p-new'")},
            {QStringLiteral("number"), QStringLiteral("1")},
            {QStringLiteral("id"), QStringLiteral("'n-next'")},
            {QStringLiteral("notes"), QStringLiteral("'Register extract and licence agree.'")},
            {QStringLiteral("partner_comment"), QStringLiteral("''")},
            {QStringLiteral("policy_document"), QStringLiteral("''")},
            {QStringLiteral("reviewed_digest"), QStringLiteral("'v1.x'")},
            {QStringLiteral("dossier_revision"), QStringLiteral("0")},
            {QStringLiteral("evidence"),
             QStringLiteral("'[{\"kind\":\"policy\",\"page\":0,\"sha256\":\"\",\"target\":\"POL-1\"}]'")},
            {QStringLiteral("endorsed_by"), me},
            {QStringLiteral("endorsed_role"), QStringLiteral("'root_admin'")},
            {QStringLiteral("endorsed_at"), now},
            // Of the server's clock too.
            {QStringLiteral("expires_at"), QStringLiteral("4102444800000")}};
}

// Empty for any other table.
RawRow rowOfReview(const QString &table, const QString &me, const QString &now)
{
    if (table == QStringLiteral("document_verdicts"))
        return {{QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("number"), QStringLiteral("2")},
                {QStringLiteral("id"), QStringLiteral("'v-next'")},
                {QStringLiteral("document_id"), QStringLiteral("'d-1'")},
                {QStringLiteral("answer"), QStringLiteral("'asked_again'")},
                {QStringLiteral("reason"), QStringLiteral("'illegible'")},
                {QStringLiteral("comment"), QStringLiteral("''")},
                {QStringLiteral("judged_by"), me},
                {QStringLiteral("judged_at"), now}};
    if (table == QStringLiteral("partner_requests"))
        return {{QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("number"), QStringLiteral("3")},
                {QStringLiteral("id"), QStringLiteral("'q-next'")},
                {QStringLiteral("document_kind"), QStringLiteral("'kyb'")},
                {QStringLiteral("text"), QStringLiteral("'Please send the register extract.'")},
                {QStringLiteral("asked_of"), QStringLiteral("'Ada'")},
                {QStringLiteral("asked_by"), me},
                {QStringLiteral("asked_at"), now},
                {QStringLiteral("ending"), QStringLiteral("''")},
                {QStringLiteral("answer"), QStringLiteral("''")}};
    if (table == QStringLiteral("review_acts"))
        return {{QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("number"), QStringLiteral("2")},
                {QStringLiteral("id"), QStringLiteral("'a-next'")},
                {QStringLiteral("kind"), QStringLiteral("'assigned'")},
                {QStringLiteral("after_decision"), QStringLiteral("1")},
                {QStringLiteral("revision"), QStringLiteral("1")},
                {QStringLiteral("subject"), QStringLiteral("'maria'")},
                {QStringLiteral("note"), QStringLiteral("''")},
                {QStringLiteral("acted_by"), me},
                {QStringLiteral("acted_at"), now}};
    if (table == QStringLiteral("item_acts"))
        return {{QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("number"), QStringLiteral("2")},
                {QStringLiteral("id"), QStringLiteral("'i-next'")},
                {QStringLiteral("item"), QStringLiteral("'plan'")},
                {QStringLiteral("record"), QStringLiteral("'done'")},
                {QStringLiteral("value"), QStringLiteral("'{\"value\":\"pro\"}'")},
                {QStringLiteral("evidence"), QStringLiteral("'[]'")},
                {QStringLiteral("note"), QStringLiteral("''")},
                {QStringLiteral("acted_by"), me},
                {QStringLiteral("acted_at"), now}};
    if (table == QStringLiteral("review_presence"))
        return {{QStringLiteral("partner_id"), QStringLiteral("'p-new'")},
                {QStringLiteral("subject"), me},
                {QStringLiteral("since"), now},
                {QStringLiteral("seen_at"), now}};
    return {};
}

// Empty for any other table.
RawRow rowOfTenants(const QString &table, const QString &me, const QString &now)
{
    if (table == QStringLiteral("tenants"))
        return {{QStringLiteral("id"), QStringLiteral("'t-next'")},
                {QStringLiteral("partner_id"), QStringLiteral("'p-open'")},
                {QStringLiteral("slug"), QStringLiteral("'next'")},
                {QStringLiteral("name"), QStringLiteral("'Next'")},
                {QStringLiteral("email"), QStringLiteral("'n@x'")},
                {QStringLiteral("notes"), QStringLiteral("''")},
                {QStringLiteral("created_at"), now},
                {QStringLiteral("created_by"), me},
                {QStringLiteral("revoked_reason"), QStringLiteral("''")},
                {QStringLiteral("queries"), QStringLiteral("3")}};
    if (table == QStringLiteral("access_keys"))
        return {{QStringLiteral("tenant_id"), QStringLiteral("'t-open'")},
                {QStringLiteral("number"), QStringLiteral("2")},
                {QStringLiteral("id"), QStringLiteral("'k-next'")},
                {QStringLiteral("prefix"), QStringLiteral("'open_00000002'")},
                {QStringLiteral("hash"), literal(QString(64, QLatin1Char('a')))},
                {QStringLiteral("created_at"), now},
                {QStringLiteral("created_by"), me}};
    return {};
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
    const QString failed =
        raw->runAll({insertStatement(QStringLiteral("INSERT"), QStringLiteral("invoices"), invoice),
                     insertStatement(QStringLiteral("INSERT"), QStringLiteral("receipts_uploaded"), receipt)});
    RawRow tenant = acceptableRow(QStringLiteral("tenants"), workspace);
    tenant[QStringLiteral("id")] = QStringLiteral("'t-open'");
    tenant[QStringLiteral("slug")] = QStringLiteral("'open'");
    tenant[QStringLiteral("name")] = QStringLiteral("'Open'");
    RawRow key = acceptableRow(QStringLiteral("access_keys"), workspace);
    key[QStringLiteral("number")] = QStringLiteral("1");
    key[QStringLiteral("id")] = QStringLiteral("'k-open'");
    key[QStringLiteral("prefix")] = QStringLiteral("'open_00000001'");
    key[QStringLiteral("hash")] = literal(QString(64, QLatin1Char('0')));
    const QString tenants =
        raw->runAll({insertStatement(QStringLiteral("INSERT"), QStringLiteral("tenants"), tenant),
                     insertStatement(QStringLiteral("INSERT"), QStringLiteral("access_keys"), key)});
    return failed.isEmpty() && tenants.isEmpty() ? fillReview(workspace) : failed + tenants;
}

QString secondDecider(TestWorkspace &workspace)
{
    return workspace.subject(QStringLiteral("second"));
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
    if (table == QStringLiteral("approval_endorsements"))
        return rowOfEndorsement(me, now);
    if (const RawRow row = rowOfReview(table, me, now); !row.isEmpty())
        return row;
    if (const RawRow row = rowOfTenants(table, me, now); !row.isEmpty())
        return row;
    return rowOfTheRest(table, me, now);
}

QStringList statementsBefore(const QString &table)
{
    if (table == QStringLiteral("access_keys"))
        return {QStringLiteral(
            "UPDATE access_keys SET revoked_at = created_at, revoked_by = created_by WHERE id = 'k-open'")};
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
            QStringLiteral("document_verdicts"),
            QStringLiteral("partner_requests"),
            QStringLiteral("review_acts"),
            QStringLiteral("item_acts"),
            QStringLiteral("approval_endorsements"),
            QStringLiteral("review_presence"),
            QStringLiteral("tenants"),
            QStringLiteral("access_keys"),
            QStringLiteral("meta")};
}

QString primaryKeyOf(const QString &table)
{
    static const QMap<QString, QString> keys{
        {QStringLiteral("dossier_documents"), QStringLiteral("partner_id, revision")},
        {QStringLiteral("operators"), QStringLiteral("subject, role, number")},
        {QStringLiteral("partner_approvals"), QStringLiteral("partner_id, number")},
        {QStringLiteral("approval_evidence"), QStringLiteral("decision_id, position")},
        {QStringLiteral("document_verdicts"), QStringLiteral("partner_id, number")},
        {QStringLiteral("partner_requests"), QStringLiteral("partner_id, number")},
        {QStringLiteral("review_acts"), QStringLiteral("partner_id, number")},
        {QStringLiteral("item_acts"), QStringLiteral("partner_id, number")},
        {QStringLiteral("approval_endorsements"), QStringLiteral("partner_id, number")},
        {QStringLiteral("review_presence"), QStringLiteral("partner_id, subject")},
        {QStringLiteral("receipts"), QStringLiteral("request_id")},
        {QStringLiteral("access_keys"), QStringLiteral("tenant_id, number")},
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

QString insertOf(const char *table, const QStringList &changes)
{
    static const TestWorkspace nowhere(On::Sqlite);
    RawRow row = acceptableRow(QString::fromLatin1(table), nowhere);
    for (QString &value : row) {
        if (value == literal(nowhere.creator()))
            value = QStringLiteral("$WHO");
    }
    for (const QString &change : changes)
        row[change.section(QLatin1Char('='), 0, 0)] = change.section(QLatin1Char('='), 1);
    return insertStatement(QStringLiteral("INSERT"), QString::fromLatin1(table), row);
}

QString contents(RawClient &client, const TestWorkspace &workspace)
{
    QString all;
    for (const QString &table : allTables()) {
        QStringList columns = acceptableRow(table, workspace).keys();
        if (table == QStringLiteral("partners"))
            columns += {QStringLiteral("approved_at"), QStringLiteral("approved_by"), QStringLiteral("deciders")};
        if (table == QStringLiteral("partner_approvals"))
            columns += {QStringLiteral("seen"), QStringLiteral("review_seconds"), QStringLiteral("endorsement")};
        if (table == QStringLiteral("partner_requests"))
            columns += {QStringLiteral("closed_at"), QStringLiteral("closed_by")};
        if (table == QStringLiteral("review_acts"))
            columns += QStringLiteral("until");
        if (table == QStringLiteral("item_acts"))
            columns += QStringLiteral("expires_at");
        if (table == QStringLiteral("partner_contacts"))
            columns += {QStringLiteral("removed_at"), QStringLiteral("removed_by"), QStringLiteral("released_at")};
        if (table == QStringLiteral("operators"))
            columns += {QStringLiteral("revoked_at"), QStringLiteral("revoked_by")};
        if (table == QStringLiteral("events"))
            columns += QStringLiteral("number");
        if (table == QStringLiteral("tenants"))
            columns += {QStringLiteral("revoked_at"), QStringLiteral("revoked_by"), QStringLiteral("last_active_at")};
        if (table == QStringLiteral("access_keys"))
            columns += {QStringLiteral("revoked_at"), QStringLiteral("revoked_by")};
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
