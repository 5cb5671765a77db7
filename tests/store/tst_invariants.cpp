#include "store/insertrows.h"
#include "support/testmain.h"

// What raw SQL may write and what not, each by every verb that could get around the rule. A row runs in a transaction
// of its own that is rolled back.
class TestInvariants : public gatehouse::storetest::InsertRows
{
    Q_OBJECT

    static QString decisionOf(const char *partner, int number, const char *id, const char *verdict,
                              const char *more = "'', $NOW")
    {
        return QStringLiteral("INSERT INTO partner_approvals (partner_id, number, id, verdict, finality, notes,"
                              " partner_comment, policy_document, reviewed_digest, dossier_revision, decided_by,"
                              " decided_role, endorsement, decided_at) VALUES ('%1', %2, '%3', '%4', 'retry',"
                              " 'Register extract and licence agree.', '', '', 'v1.x', 0, $ME, 'root_admin', %5)")
            .arg(QLatin1StringView(partner), QString::number(number), QLatin1StringView(id), QLatin1StringView(verdict),
                 QLatin1StringView(more));
    }
    static QString evidenceFor(const char *decision)
    {
        return QStringLiteral("INSERT INTO approval_evidence VALUES ('%1', 1, 'policy', 'POL-1', 0, '')")
            .arg(QLatin1StringView(decision));
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void acceptsWhatIsRight_data()
    {
        addInsertColumns();
        for (const QString &table : gatehouse::storetest::allTables()) {
            if (table != QStringLiteral("meta"))
                addInserts(qPrintable(table), qPrintable(table), {}, "");
        }
        addInserts("approval after a rejection", "partner_approvals",
                   {QStringLiteral("partner_id='p-shut'"), QStringLiteral("number=3")}, "");
        addInserts("subject of a released contact", "partner_contacts", {QStringLiteral("subject='s-free'")}, "");
        addInserts("invoice after a new approval", "invoices", {QStringLiteral("partner_id='p-new'")}, "",
                   {evidenceFor("e-x"), decisionOf("p-new", 1, "e-x", "approved")});
        addInserts("second of two", "partner_approvals",
                   {QStringLiteral("partner_id='p-two'"), QStringLiteral("endorsement='n-two'")}, "");
        addInserts("one rejects where two approve", "partner_approvals",
                   {QStringLiteral("partner_id='p-two'"), QStringLiteral("verdict='rejected'")}, "");
        addInserts("the largest document", "dossier_documents", {QStringLiteral("size=104857600")}, "");
        addListsThatAreRead();
        addInserts("accepted document", "document_verdicts",
                   {QStringLiteral("answer='accepted'"), QStringLiteral("reason=''")}, "");
        addInserts(
            "put off for 30 days", "review_acts",
            {QStringLiteral("kind='snoozed'"), QStringLiteral("subject=''"), QStringLiteral("until=1775898000000")},
            "");
        addInserts("question", "partner_requests", {QStringLiteral("document_kind=''")}, "");
        addInserts("note of exactly 20 characters", "partner_approvals",
                   {QStringLiteral("notes='  20 characters long!!  '")}, "");
    }
    void acceptsWhatIsRight() { insertsAsExpected(); }

    void refusesWhatIsWrong_data()
    {
        addInsertColumns();
        const auto decision = [](const char *name, const char *change, const char *expected,
                                 const QStringList &before = {}) {
            addInserts(name, "partner_approvals", QString::fromUtf8(change).split(QLatin1Char(';')), expected, before);
        };
        decision("no note", "notes=''", "GH002");
        decision("19 characters", "notes='19 characters long!'", "GH002");
        decision("20 characters, two of them blank", "notes=' 18 characters ok. '", "GH002");
        decision("white space only", "notes='\t\n\xC2\xA0\xE2\x80\x83\xE3\x80\x80                          '", "GH002");
        decision("by nobody's operator", "partner_id='p-tenant';decided_role='tenant_admin'", "GH003");
        decision("by another role", "decided_role='tenant_admin'", "GH003");
        decision("where nobody decides", "partner_id='p-none'", "GH003");
        decision("by a revoked operator", "verdict='approved'", "GH003",
                 {QStringLiteral("UPDATE operators SET revoked_at = $NOW, revoked_by = $ME WHERE subject = $ME")});
        decision("of no partner", "partner_id='nobody'", "GH003");
        decision("by the roster", "partner_id='p-mine'", "GH004");
        decision(
            "by a removed contact", "partner_id='p-mine'", "GH004",
            {QStringLiteral("UPDATE partner_contacts SET removed_at = $NOW, removed_by = $ME WHERE id = 'c-mine'")});
        decision("by the submitter", "partner_id='p-own'", "GH009");
        decision("number taken", "partner_id='p-open'", "GH011 GH020 23505 GH001");
        decision("number left out", "number=2", "GH011");
        decision("number of another", "number=3;partner_id='p-open'", "GH011");
        decision("number NULL", "number=NULL", "GH011 1299");
        decision("without evidence", "id='e-bare'", "GH012");
        decision("id taken", "id='e-open'", "GH020 23505 GH012 GH001");
        decision("final approval", "finality='final'", "275 23514");
        addInserts("as old as the first approval", "partner_approvals",
                   {QStringLiteral("partner_id='p-two'"), QStringLiteral("endorsement='n-two'"),
                    QStringLiteral("decided_at=$NOW - 1")},
                   "GH011", {}, {On::Sqlite});
        addInserts("older than the last", "partner_approvals",
                   {QStringLiteral("partner_id='p-open'"), QStringLiteral("number=2"), QStringLiteral("decided_at=1")},
                   "GH011", {}, {On::Sqlite});

        addInserts("evidence of an older decision", "approval_evidence",
                   {QStringLiteral("decision_id='e-open'"), QStringLiteral("position=2")}, "GH001");
        addInserts("evidence taken", "approval_evidence", {QStringLiteral("decision_id='e-open'")}, "GH001 23505");
        addInserts("born approved", "partners", {QStringLiteral("approved_at=$NOW"), QStringLiteral("approved_by=$ME")},
                   "GH005");
        addInserts("decided by support", "partners", {QStringLiteral("approver_role='support'")}, "275 23514");
        addInserts("partner taken", "partners", {QStringLiteral("id='p-new'")}, "GH020 23505 GH008");
        addInserts("slug taken", "partners", {QStringLiteral("slug='p-open-slug'")}, "GH020 23505");
        addInserts("subject of another roster", "partner_contacts", {QStringLiteral("subject='s-new'")}, "GH020 23505");
        addInserts("subject of a removed contact", "partner_contacts", {QStringLiteral("subject='s-gone'")},
                   "GH020 23505");
        addInserts("born removed", "partner_contacts",
                   {QStringLiteral("removed_at=$NOW"), QStringLiteral("removed_by=$ME")}, "GH008");
        addInserts(
            "born released", "partner_contacts",
            {QStringLiteral("removed_at=$NOW"), QStringLiteral("removed_by=$ME"), QStringLiteral("released_at=$NOW")},
            "GH008");
        addInserts("contact taken", "partner_contacts", {QStringLiteral("id='c-new'")}, "GH020 23505 GH008");
        addInserts("revision taken", "dossier_documents", {QStringLiteral("revision=1")}, "GH011");
        addInserts("revision left out", "dossier_documents", {QStringLiteral("revision=3")}, "GH011");
        addInserts("document taken", "dossier_documents", {QStringLiteral("id='d-1'")}, "GH020 23505");
        for (const char *key : {"'partners/p-new/kyb/x'", "'partners/p-openx/kyb/x'", "'x/partners/p-open/kyb/x'"})
            addInserts(key, "dossier_documents", {QStringLiteral("object_key=") + QString::fromLatin1(key)},
                       "275 23514 GH014");
        // What the program never writes, and no store reads.
        for (const char *name : {"a b", "../x", ".x", "x/y", "", "x\n", "/x"})
            addInserts(qPrintable(QStringLiteral("object '%1'").arg(QLatin1StringView(name))), "dossier_documents",
                       {QStringLiteral("object_key='partners/p-open/kyb/%1'").arg(QLatin1StringView(name))},
                       "GH014 23514");
        addInserts("object of no kind", "dossier_documents", {QStringLiteral("object_key='partners/p-open/x'")},
                   "GH014 23514");
        addInserts("larger than a document may be", "dossier_documents", {QStringLiteral("size=104857601")},
                   "GH014 23514");
        addInserts("no date", "dossier_documents", {QStringLiteral("valid_until='tomorrow'")}, "275 23514");
        addInserts("no hash", "dossier_documents", {QStringLiteral("sha256='abc'")}, "275 23514");
        addInserts("role held", "operators",
                   {QStringLiteral("subject=$ME"), QStringLiteral("role='root_admin'"), QStringLiteral("number=2")},
                   "GH020 23505");
        addInserts("grant taken", "operators", {QStringLiteral("subject=$ME"), QStringLiteral("role='root_admin'")},
                   "GH020 23505 GH008");
        addInserts("born revoked", "operators", {QStringLiteral("revoked_at=$NOW"), QStringLiteral("revoked_by=$ME")},
                   "GH008");
        addInserts("unknown role", "operators", {QStringLiteral("role='god'")}, "275 23514");
        addInserts("receipt taken", "receipts", {QStringLiteral("request_id='r-1'")}, "GH020 23505 GH001");
        addInserts("event taken", "events", {QStringLiteral("id='01test00000000000000000002'")}, "GH020 23505 GH001");
        addInserts("event's number taken", "events", {QStringLiteral("number=1")}, "GH020", {}, {On::Sqlite});
        addInserts("event by rowid", "events", {QStringLiteral("rowid=1")}, "GH020", {}, {On::Sqlite});
        addInserts("event's number left out", "events", {QStringLiteral("number=9000")}, "GH011", {}, {On::Sqlite});
        addInserts("event's number below", "events", {QStringLiteral("number=0")}, "GH011 275", {}, {On::Sqlite});
        addInserts("a second workspace", "meta", {}, "GH020 23505 GH008");
        addInserts("invoice, never decided", "invoices", {QStringLiteral("partner_id='p-new'")}, "GH006");
        addInserts("invoice, suspended", "invoices", {QStringLiteral("partner_id='p-shut'")}, "GH006");
        addInserts("invoice of nobody", "invoices", {QStringLiteral("partner_id='nobody'")}, "GH006");
        addInserts("invoice taken, suspended", "invoices",
                   {QStringLiteral("id='i-open'"), QStringLiteral("partner_id='p-shut'")}, "GH006");
        addInserts("invoice taken", "invoices", {QStringLiteral("id='i-open'")}, "GH020 23505 GH008");
        addInserts("receipt, suspended", "receipts_uploaded", {QStringLiteral("partner_id='p-shut'")}, "GH006");
        addInserts("receipt taken", "receipts_uploaded", {QStringLiteral("id='u-open'")}, "GH020 23505 GH008");
        addInserts("receipt of no invoice", "receipts_uploaded", {QStringLiteral("invoice_id='nothing'")}, "GH006");
        addInserts("receipt through an invoice", "receipts_uploaded", {QStringLiteral("partner_id='p-new'")}, "GH006");
        addInserts("receipt's invoice suspended since", "receipts_uploaded", {QStringLiteral("partner_id='p-new'")},
                   "GH006",
                   {evidenceFor("e-x"), decisionOf("p-open", 2, "e-x", "rejected"), evidenceFor("e-y"),
                    decisionOf("p-new", 1, "e-y", "approved")});
    }
    void refusesWhatIsWrong() { insertsAsExpected(); }

    void refusesWhatIsWrongInAReview_data()
    {
        addInsertColumns();
        addSecondApprovals();
        const auto rows = [](const char *table, std::initializer_list<std::array<const char *, 3>> all) {
            for (const auto &[name, changes, expected] : all)
                addInserts(name, table, QString::fromUtf8(changes).split(QLatin1Char(';')), expected);
        };
        rows("document_verdicts", {{"verdict's number taken", "number=1", "GH011 GH001"},
                                   {"verdict's number left out", "number=3", "GH011"},
                                   {"verdict taken", "id='v-open'", "GH020 23505 GH001"},
                                   {"verdict by nobody's operator", "partner_id='p-tenant';number=1", "GH003"},
                                   {"verdict by the roster", "partner_id='p-mine';number=1", "GH004"},
                                   {"verdict by the submitter", "partner_id='p-own';number=1", "GH009"},
                                   {"verdict on another's document", "partner_id='p-new';number=1", "GH008"},
                                   {"verdict on nothing", "document_id='nothing'", "GH008"},
                                   {"verdict of no kind", "answer='perhaps'", "275 23514"},
                                   {"asked again without a reason", "reason=''", "275 23514"},
                                   {"accepted for a reason", "answer='accepted'", "275 23514"}});
        rows("partner_requests", {{"request's number taken", "number=1", "GH011 GH008"},
                                  {"request's number left out", "number=4", "GH011"},
                                  {"request taken", "id='q-open'", "GH020 23505 GH008"},
                                  {"question by the roster", "partner_id='p-mine';number=1", "GH004"},
                                  {"born closed", "ending='answered';closed_at=$NOW;closed_by=$ME", "GH008"},
                                  {"born answered", "answer='Yes.'", "275 23514"},
                                  {"nothing asked", "text=''", "275 23514"}});
        rows("item_acts", {{"item's number taken", "number=1", "GH011 GH001"},
                           {"item's number left out", "number=3", "GH011"},
                           {"item act taken", "id='i-open'", "GH020 23505 GH001"},
                           {"item in no state", "record='perhaps'", "275 23514"},
                           {"value that is none", "value='pro'", "275 23514 22P02"},
                           {"evidence that is none", "evidence='kyb'", "275 23514 GH012"},
                           {"not applicable without reason", "record='not_applicable'", "275 23514"},
                           {"exempt without end", "record='exempt';note='Why.'", "275 23514"},
                           {"done until", "expires_at=4102444800000", "275 23514"},
                           {"exempt for too long", "record='exempt';note='Why.';expires_at=4102444800000", "275 23514"},
                           {"exempt by the roster",
                            "partner_id='p-mine';number=1;record='exempt';note='Why.';expires_at=$NOW", "GH004"}});
        rows("review_acts", {{"act's number taken", "number=1", "GH011 GH001"},
                             {"act's number left out", "number=3", "GH011"},
                             {"act taken", "id='a-open'", "GH020 23505 GH001"},
                             {"after an older decision", "after_decision=0", "GH011"},
                             {"after a decision to come", "after_decision=2", "GH011"},
                             {"at an older revision", "revision=0", "GH011"},
                             {"act by the roster", "partner_id='p-mine';number=1;after_decision=0;revision=0", "GH004"},
                             {"act of no kind", "kind='praised'", "275 23514"},
                             {"assigned until", "until=$NOW", "275 23514"},
                             {"put off for too long", "kind='snoozed';subject='';until=4102444800000", "275 23514"},
                             {"put off to somebody", "kind='snoozed';until=$NOW", "275 23514"}});
        rows("approval_endorsements",
             {{"endorsement's number left out", "number=2", "GH011"},
              {"endorsement's number taken", "partner_id='p-two'", "GH011 GH001"},
              {"endorsement taken", "id='n-two'", "GH020 23505 GH001"},
              {"endorsed without a note", "notes=' 18 characters ok. '", "GH002"},
              {"endorsed by nobody's operator", "partner_id='p-tenant';endorsed_role='tenant_admin'", "GH003"},
              {"endorsed by another role", "endorsed_role='tenant_admin'", "GH003"},
              {"endorsed where nobody decides", "partner_id='p-none'", "GH003"},
              {"endorsed by the roster", "partner_id='p-mine'", "GH004"},
              {"endorsed by the submitter", "partner_id='p-own'", "GH009"},
              {"endorsed without evidence", "evidence='[]'", "GH012"},
              {"endorsed with hidden nothing", "evidence='[ ]'", "GH012"},
              {"endorsed with no list", "evidence='{\"kind\":\"link\",\"target\":\"x\"}'", "GH012"},
              {"endorsed with an empty target", "evidence='[{\"kind\":\"link\",\"target\":\"\"}]'", "GH012"},
              {"endorsed and over", "expires_at=1", "275 23514"}});
        addListsThatNobodyReads();
        rows("partners", {{"nobody decides", "deciders=0", "275 23514"}, {"three decide", "deciders=3", "275 23514"}});
        rows("partner_approvals", {{"seen is no list", "seen='{}'", "275 23514 GH014"},
                                   {"less than no time", "review_seconds=-1", "275 23514"}});
    }
    void refusesWhatIsWrongInAReview() { insertsAsExpected(); }

    // A refusal of the guarded tables tells what to do about it.
    void aClosedGateSaysWhatToDo_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("table");
        for (const On on : gatehouse::storetest::dialects) {
            for (const char *table : {"invoices", "receipts_uploaded"})
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), table) << on << QString::fromLatin1(table);
        }
    }
    void aClosedGateSaysWhatToDo()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        QFETCH(QString, table);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto client = files.rawClient();
        const RawRow row = changedRow(table, {QStringLiteral("partner_id='p-new'")}, files);
        QCOMPARE(client->run(insertStatement(QStringLiteral("INSERT"), table, row)), QStringLiteral("GH006"));
        QVERIFY(client->lastText().contains(QStringLiteral("finish the KYB review")));
    }

    void theStampFollowsTheLatestDecision_data()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }
    void theStampFollowsTheLatestDecision()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto client = files.rawClient();
        const auto decide = [&](int number, const char *verdict) {
            const RawRow row =
                changedRow(QStringLiteral("partner_approvals"),
                           {QStringLiteral("number=%1").arg(number), QStringLiteral("id='e-%1'").arg(number),
                            QStringLiteral("verdict='%1'").arg(QLatin1StringView(verdict))},
                           files);
            return client->runAll(
                {QStringLiteral("INSERT INTO approval_evidence VALUES ('e-%1', 1, 'link', 'https://x', 0, '')")
                     .arg(number),
                 insertStatement(QStringLiteral("INSERT"), QStringLiteral("partner_approvals"), row)});
        };
        const auto stamp = [&] {
            return client->value(
                QStringLiteral("SELECT coalesce(approved_by, '-') || (CASE WHEN approved_at ="
                               " (SELECT max(decided_at) FROM partner_approvals WHERE partner_id = 'p-new')"
                               " THEN ' then' ELSE '' END) FROM partners WHERE id = 'p-new'"));
        };
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(stamp(), QStringLiteral("-"));
        QCOMPARE(decide(1, "rejected"), QString());
        QCOMPARE(stamp(), QStringLiteral("-"));
        QCOMPARE(decide(2, "approved"), QString());
        QCOMPARE(stamp(), files.creator() + QStringLiteral(" then"));
        QCOMPARE(decide(3, "approved"), QString());
        QCOMPARE(stamp(), files.creator() + QStringLiteral(" then"));
        QCOMPARE(decide(4, "rejected"), QString());
        QCOMPARE(stamp(), QStringLiteral("-"));
        QCOMPARE(client->run(QStringLiteral("ROLLBACK")), QString());
    }

    // Or a decision would hide that the partner was renamed after it (domain::partnerChangedSince).
    void aChangeIsLaterThanTheDecision_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("set");
        for (const On on : gatehouse::storetest::dialects) {
            for (const char *set : {"name = 'x'", "legal_name = 'x'", "region = 'x'", "owner = 'x'"})
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), set) << on << QString::fromLatin1(set);
        }
    }
    void aChangeIsLaterThanTheDecision()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        QFETCH(QString, set);
        STORE_SKIPS_WITHOUT(on);
        const auto client = m_both.on(on).rawClient();
        const auto decided =
            QStringLiteral("(SELECT max(decided_at) FROM partner_approvals WHERE partner_id = 'p-open')");
        const auto update = [&](const QString &what) {
            return client->run(QStringLiteral("UPDATE partners SET %1 WHERE id = 'p-open'").arg(what));
        };
        const auto updatedAt = [&] {
            return client->value(QStringLiteral("SELECT updated_at FROM partners WHERE id = 'p-open'")).toLongLong();
        };
        const qint64 decidedAt = client->value(QStringLiteral("SELECT ") + decided).toLongLong();
        QVERIFY(decidedAt > 0);
        QCOMPARE(client->run(QStringLiteral("BEGIN")), QString());
        QCOMPARE(update(set + QStringLiteral(", updated_at = ") + decided), QString());
        QVERIFY(updatedAt() > decidedAt);
        const qint64 changedAt = updatedAt();
        // Nor does anybody date it back later.
        QCOMPARE(update(QStringLiteral("updated_at = ") + decided), QString());
        QCOMPARE(updatedAt(), changedAt);
        QCOMPARE(client->run(QStringLiteral("ROLLBACK")), QString());
    }

    // Whatever else ends a request gives no answer.
    void onlyWhoAnswersSaysSomething_data()
    {
        QTest::addColumn<On>("on");
        for (const On on : gatehouse::storetest::dialects)
            QTest::newRow(gatehouse::storetest::nameOf(on)) << on;
    }
    void onlyWhoAnswersSaysSomething()
    {
        using namespace gatehouse::storetest;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace &files = m_both.on(on);
        const auto client = files.rawClient();
        const QString filed = insertStatement(QStringLiteral("INSERT"), QStringLiteral("dossier_documents"),
                                              acceptableRow(QStringLiteral("dossier_documents"), files));
        const auto close = [&](const char *ending, const char *answer) {
            const QString refused = client->runAll(
                {QStringLiteral("BEGIN"), filed,
                 filledIn(QStringLiteral("UPDATE partner_requests SET ending = '%1', answer = '%2', closed_at = $NOW,"
                                         " closed_by = $ME WHERE id = 'q-open'")
                              .arg(QLatin1StringView(ending), QLatin1StringView(answer)),
                          files)});
            client->run(QStringLiteral("ROLLBACK"));
            return refused;
        };
        QCOMPARE(close("filed", ""), QString());
        QCOMPARE(close("answered", "Yes."), QString());
        QCOMPARE(close("withdrawn", "Asked of the wrong partner."), QString());
        QVERIFY(QStringList({QStringLiteral("275"), QStringLiteral("23514")}).contains(close("filed", "Yes.")));
    }

private:
    // With ' for ", which is more than these lists hold.
    static QString listed(const char *column, QString items)
    {
        const QString text = items.replace(QLatin1Char('\''), QLatin1Char('"'));
        return QStringLiteral("%1='[%2]'").arg(QLatin1StringView(column), text);
    }

    static void addListsThatAreRead()
    {
        for (
            const char *items :
            {R"({'kind':'document','page':999999999,'sha256':'ab','target':'d-1'},{'kind':'policy','page':0,'sha256':'','target':'a'})",
             R"({'kind':'link','page':10,'sha256':'','target':'https://x/?a={\'kind\':\'z\',\\\u00e9},{'})",
             R"({'kind':'link','page':1,'sha256':'','target':'[\'page\':1e400,\\'})"})
            addInserts(items, "approval_endorsements", {listed("evidence", QString::fromLatin1(items))}, "");
        for (
            const char *items :
            {"", R"({'document':'d-1','page_count':12,'pages':'1-3,5','sha256':'ab'})",
             R"({'document':'d-1','page_count':0,'pages':'','sha256':''},{'document':'d\\2','page_count':3,'pages':'1','sha256':''})"})
            addInserts(qPrintable(QStringLiteral("seen ") + QLatin1StringView(items)), "partner_approvals",
                       {listed("seen", QString::fromLatin1(items))}, "");
    }

    // One such row would keep everybody from the lists that it stands in. A workspace file is its writer's own.
    static void addListsThatNobodyReads()
    {
        for (const char *page : {"1e400", "1.5", "-1", "1234567890", "007", "''", "null", "", "1,2", "[1]", "1 "})
            addInserts(qPrintable(QStringLiteral("evidence on page ") + QLatin1StringView(page)),
                       "approval_endorsements",
                       {listed("evidence", QStringLiteral("{'kind':'policy','page':%1,'sha256':'','target':'x'}")
                                               .arg(QLatin1StringView(page)))},
                       "GH012", {}, {On::Postgres});
        for (const char *items :
             {"{'kind':'x','page':0,'sha256':'','target':'y'}", "{'kind':'policy','page':0,'sha256':''}",
              "{'kind':'policy','page':0,'sha256':'','target':'y','more':1}",
              "{'kind':'policy','page':0,'page':1e400,'sha256':'','target':'y'}",
              "{'kind':'policy','page':0,'sha256':','target':'y'},{'kind':'policy','page':0,'sha256':'','target':'y''}",
              "{'kind':'policy','page':0,'sha256':'','target':'y'},",
              ",{'kind':'policy','page':0,'sha256':'','target':'y'}",
              "{'kind':'policy','page':0,'sha256':'','target':'y'}{'kind':'policy','page':0,'sha256':'','target':'y'}",
              R"({'kind':'policy','page':0,'sha256':'','target':'\u12'})",
              R"({'kind':'policy','page':0,'sha256':'','target':'\x'})",
              R"({'kind':'policy','page':0,'sha256':'','target':'\'})",
              "{'kind':'policy','page':0,'sha256':'','target':''}"})
            addInserts(items, "approval_endorsements", {listed("evidence", QString::fromLatin1(items))}, "GH012", {},
                       {On::Postgres});
        const auto seen = [](const char *items) {
            addInserts(qPrintable(QStringLiteral("seen ") + QLatin1StringView(items)), "partner_approvals",
                       {listed("seen", QString::fromLatin1(items))}, "GH014 23514", {}, {On::Postgres});
        };
        for (const char *items : {"{'document':5}", "{'document':'','page_count':1,'pages':'','sha256':''}",
                                  "{'document':'d','page_count':1e400,'pages':'','sha256':''}",
                                  "{'document':'d','page_count':1234567890,'pages':'','sha256':''}",
                                  "{'document':'d','page_count':01,'pages':'','sha256':''}",
                                  "{'document':'d','more':1e400,'page_count':1,'pages':'','sha256':''}",
                                  "{'document':'d','page_count':1,'page_count':1e400,'pages':'','sha256':''}",
                                  "{'document':'d','page_count':1,'pages':'','sha256':'x}", "1", "[]",
                                  "{'document':'d','page_count':1,'pages':'','sha256':''},"})
            seen(items);
    }

    // Two people approve, and both could still do it.
    static void addSecondApprovals()
    {
        const auto second = [](const char *name, const char *changes, const QStringList &before = {},
                               std::initializer_list<On> where = {On::Sqlite, On::Postgres}) {
            addInserts(name, "partner_approvals", QString::fromUtf8(changes).split(QLatin1Char(';')), "GH013", before,
                       where);
        };
        const char *right = "partner_id='p-two';endorsement='n-two'";
        second("alone", "partner_id='p-two'");
        second("after nothing", "partner_id='p-two';endorsement='nothing'");
        second("after another partner's first", "partner_id='p-two';endorsement='n-self'");
        second("on something else", "partner_id='p-two';endorsement='n-two';reviewed_digest='v1.y'");
        second("on another revision", "partner_id='p-two';endorsement='n-two';dossier_revision=7");
        // On PostgreSQL all of this is one transaction, which has one time.
        second(
            "after the roster changed", right,
            {QStringLiteral("INSERT INTO partner_contacts (id, partner_id, name, email, phone, role, subject, added_at)"
                            " VALUES ('c-y', 'p-two', 'N', '', '', '', 'somebody', $NOW + 1)")},
            {On::Sqlite});
        second("the same person twice", "partner_id='p-self';endorsement='n-self'");
        second("too late", "partner_id='p-late';endorsement='n-late'");
        second("one decides after nothing", "endorsement='nothing'");
        second("a rejection after nothing", "partner_id='p-two';endorsement='nothing';verdict='rejected'");
        second("after one who was revoked", right,
               {QStringLiteral("UPDATE operators SET revoked_at = $NOW, revoked_by = $ME WHERE subject = $SECOND")});
        const auto roster = QStringLiteral("INSERT INTO partner_contacts (id, partner_id, name, email, phone, role,"
                                           " subject, added_at) VALUES ('c-x', 'p-two', 'N', '', '', '', $SECOND, 1)");
        second("after one of the roster", right, {roster});
        second("after one who left the roster", right,
               {roster,
                QStringLiteral("UPDATE partner_contacts SET removed_at = $NOW, removed_by = $ME WHERE id = 'c-x'")});
        second("with a first that was used", "partner_id='p-two';number=2;endorsement='n-two'",
               {evidenceFor("e-x"), decisionOf("p-two", 1, "e-x", "approved", "'n-two', $NOW")});
        const QStringList rejected{evidenceFor("e-x"), decisionOf("p-two", 1, "e-x", "rejected", "'', $NOW + 1")};
        second("after a rejection", "partner_id='p-two';number=2;endorsement='n-two';decided_at=$NOW + 2", rejected,
               {On::Sqlite});
        second("after a rejection", "partner_id='p-two';number=2;endorsement='n-two'", rejected, {On::Postgres});
    }
};

GATEHOUSE_TEST(TestInvariants)

#include "tst_invariants.moc"
