#include "store/rawrows.h"
#include "support/testmain.h"

// Who may write what happens around a decision, for a login that goes past the program, and what may be told of it.
class TestReviewRights : public QObject
{
    Q_OBJECT

    using On = gatehouse::storetest::On;
    using TestWorkspace = gatehouse::storetest::TestWorkspace;

    std::unique_ptr<TestWorkspace> m_files;
    QStringList m_logins; // maria (root admin), tina (tenant admin), cora (customer success), arno (auditor), stan (in
                          // the roster of p-open), sam (nobody)

    static QString insertOf(const char *table, const char *changes = "")
    {
        const QString text = QString::fromLatin1(changes);
        return gatehouse::storetest::insertOf(table, text.split(QLatin1Char(';'), Qt::SkipEmptyParts));
    }
    static QString eventOf(const char *type, const char *subject, const char *more = "")
    {
        const auto changes = QStringLiteral("partner_id='p-open';type='%1';subject='%2';%3");
        return insertOf("events", qPrintable(changes.arg(QLatin1StringView(type), QLatin1StringView(subject),
                                                         QLatin1StringView(more))));
    }
    static QString closing(const char *ending, const char *request = "q-open")
    {
        return QStringLiteral("UPDATE partner_requests SET ending = '%1', closed_at = 1, closed_by = $WHO"
                              " WHERE id = '%2'")
            .arg(QLatin1StringView(ending), QLatin1StringView(request));
    }
    static QString as(const QString &login, QString sql)
    {
        return sql.replace(QStringLiteral("$WHO"), gatehouse::storetest::literal(login));
    }
    QString maria() const { return m_logins.constFirst(); }

    void meetEverybody()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        for (const char *name : {"maria", "tina", "cora", "arno", "stan", "sam"})
            m_logins += m_files->subject(QString::fromLatin1(name));
        const auto authority = m_files->authority(maria());
        QVERIFY(authority);
        const auto unit = *authority->begin(Access::Write);
        const auto now = unit->now();
        STORE_VERIFY(unit->operators().insert({m_logins[1], Role::TenantAdmin, {}, maria(), now, {}, {}}));
        STORE_VERIFY(unit->operators().insert({m_logins[2], Role::CustomerSuccess, {}, maria(), now, {}, {}}));
        STORE_VERIFY(unit->operators().insert({m_logins[3], Role::Auditor, {}, maria(), now, {}, {}}));
        STORE_VERIFY(
            unit->contacts().insert(someContact(QStringLiteral("c-stan"), QStringLiteral("p-open"), m_logins[4], now)));
        STORE_VERIFY(unit->commit());
    }

private Q_SLOTS:
    void initTestCase()
    {
        GATEHOUSE_NEEDS_POSTGRES();
        m_files = std::make_unique<TestWorkspace>(On::Postgres, QStringList{QStringLiteral("maria")});
        QVERIFY2(m_files->isOpen(), qPrintable(m_files->errorText()));
        QCOMPARE(fillWithOneOfEverything(*m_files), QString());
        meetEverybody();
    }
    void cleanupTestCase() { m_files.reset(); }

    // Expected of the six: "+" is done, "-" is GH010, "a" is GH003 (not on the allowlist of the partner's role), "r" is
    // GH004 (in its roster), "?" is another.
    void theTableOfPermissionsHolds_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QStringList &statements, const char *expected) {
            QTest::newRow(what) << statements << QString::fromLatin1(expected);
        };
        row("judge a document", {insertOf("document_verdicts")}, "+a----");
        row("assign", {insertOf("review_acts")}, "++----");
        row("ask", {insertOf("partner_requests")}, "+++---");
        row("record an item", {insertOf("item_acts")}, "+++-+-");
        // Who may gets as far as the rule about its end.
        row("exempt", {insertOf("item_acts", "record='exempt';note='Why.';expires_at=1")},
            "?"
            "?----");
        row("move to another version", {QStringLiteral("UPDATE partners SET playbook_version = 2 WHERE id = 'p-open'")},
            "+-----");
        row("endorse", {insertOf("approval_endorsements")}, "+a----");
        row("have it open", {insertOf("review_presence")}, "++----");
        row("have it open still",
            {insertOf("review_presence"),
             QStringLiteral("UPDATE review_presence SET seen_at = 1 WHERE partner_id = 'p-new'")},
            "++----");
        row("leave", {insertOf("review_presence"), QStringLiteral("DELETE FROM review_presence WHERE subject = $WHO")},
            "++----");
        row("send another away", {QStringLiteral("DELETE FROM review_presence WHERE partner_id = 'p-open'")}, "------");
        row("keep another there", {QStringLiteral("UPDATE review_presence SET seen_at = 1")}, "------");
        for (const char *ending : {"answered", "withdrawn"})
            row(ending, {closing(ending)}, "+++---");
        // These say that something else was done, so it is done in the same transaction.
        for (const char *ending : {"accepted", "decided", "filed"})
            row(ending, {closing(ending)}, "------");
        const QString acceptance = insertOf("document_verdicts", "answer='accepted';reason=''");
        row("close by acceptance", {acceptance, closing("accepted")}, "+a----");
        row("close by asking again", {insertOf("document_verdicts"), closing("accepted")}, "-a----");
        row("close otherwise by acceptance", {acceptance, closing("filed")}, "-a----");
        const QStringList decision = gatehouse::storetest::statementsBefore(QStringLiteral("partner_approvals"))
                                     << insertOf("partner_approvals", "partner_id='p-open';number=2");
        row("close by a decision", decision + QStringList{closing("decided")}, "+a----");
        row("close by a decision on another",
            gatehouse::storetest::statementsBefore(QStringLiteral("partner_approvals"))
                + QStringList{insertOf("partner_approvals"), closing("decided")},
            "-a----");
        row("close by filing", {insertOf("dossier_documents"), closing("filed")}, "+---+-");
        row("close otherwise by filing", {insertOf("dossier_documents"), closing("answered")}, "+-----");
        const QString licence = insertOf("dossier_documents", "kind='licensing'");
        const QString ofAnother =
            insertOf("dossier_documents", "partner_id='p-new';revision=1;object_key='partners/p-new/kyb/next'");
        row("close by filing another kind", {licence, closing("filed")}, "------");
        row("close by filing for another", {ofAnother, closing("filed")}, "------");
        row("close by accepting another kind",
            {licence, insertOf("document_verdicts", "answer='accepted';reason='';document_id='d-next'"),
             closing("accepted")},
            "------");
        row("close by accepting of another",
            {ofAnother,
             insertOf("document_verdicts",
                      "answer='accepted';reason='';partner_id='p-new';number=1;document_id='d-next'"),
             closing("accepted")},
            "------");
        // Stan stands there already.
        row("answer from the roster", {insertOf("partner_contacts", "subject=$WHO"), closing("answered")}, "rr--?-");
        row("close in another's name",
            {QStringLiteral("UPDATE partner_requests SET ending = 'answered', closed_at = 1, closed_by = 'x'"
                            " WHERE id = 'q-open'")},
            "------");
    }
    void theTableOfPermissionsHolds() { happensAsExpected(); }

    void onlyWhatHappenedIsTold_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QStringList &statements, const char *expected) {
            QTest::newRow(what) << statements << QString::fromLatin1(expected);
        };
        const QString verdict = insertOf("document_verdicts");
        const QString judged = eventOf("partner.document_asked_again", "d-1");
        const QString again = eventOf("partner.document_asked_again", "d-1", "id='ev-again'");
        row("verdict", {verdict, judged}, "+a----");
        row("verdict that was not", {judged}, "------");
        row("another verdict", {verdict, eventOf("partner.document_accepted", "d-1")}, "-a----");
        row("verdict twice", {verdict, judged, again}, "-a----");
        row("two verdicts", {verdict, judged, insertOf("document_verdicts", "number=3;id='v-again'"), again}, "+a----");
        const QString act = insertOf("review_acts");
        const QString assigned = eventOf("partner.review_assigned", "a-next");
        row("assignment", {act, assigned}, "++----");
        row("assignment twice", {act, assigned, eventOf("partner.review_assigned", "a-next", "id='ev-again'")},
            "------");
        row("assignment that was not", {assigned}, "------");
        row("another's assignment", {eventOf("partner.review_assigned", "a-open")}, "------");
        row("act of another kind", {act, eventOf("partner.review_snoozed", "a-next")}, "------");
        row("put off",
            {insertOf("review_acts", "kind='snoozed';subject='';until=1"), eventOf("partner.review_snoozed", "a-next")},
            "++----");
        row("escalation", {insertOf("review_acts", "kind='escalated'"), eventOf("partner.review_escalated", "a-next")},
            "++----");
        const char *asked =
            R"(state_after='{"asked_of":"Ada","kind":"kyb","text":"Please send the register extract."}')";
        const char *answered =
            R"(state_after='{"answer":"","end":"answered","text":"Please send the register extract."}')";
        const char *filed = R"(state_after='{"answer":"","end":"filed","text":"Please send the register extract."}')";
        const QString ask = insertOf("partner_requests");
        row("question", {ask, eventOf("partner.asked", "q-next", asked)}, "+++---");
        row("question in other words", {ask, eventOf("partner.asked", "q-next", R"(state_after='{"text":"No."}')")},
            "------");
        row("another's question", {eventOf("partner.asked", "q-open", asked)}, "------");
        row("answer", {closing("answered"), eventOf("partner.answered", "q-open", answered)}, "+++---");
        row("answer in other words", {closing("answered"), eventOf("partner.answered", "q-open", filed)}, "------");
        row("answer by filing",
            {insertOf("dossier_documents"), closing("filed"), eventOf("partner.answered", "q-open", filed)}, "+---+-");
        row("answer that was not", {eventOf("partner.answered", "q-open", answered)}, "------");
        row("another's answer", {eventOf("partner.answered", "q-done", answered)}, "------");
        const char *ofNew = "partner_id='p-new'";
        row("first approval",
            {insertOf("approval_endorsements"), eventOf("partner.approval_endorsed", "n-next", ofNew)}, "+a----");
        row("first approval that was not", {eventOf("partner.approval_endorsed", "n-next", ofNew)}, "------");
        row("another's first approval", {eventOf("partner.approval_endorsed", "n-two", "partner_id='p-two'")},
            "------");
        row("sweep", {eventOf("workspace.objects_swept", "", "partner_id=NULL")}, "+-----");
        row("sweep of a partner", {eventOf("workspace.objects_swept", "")}, "------");
        row("sweep of something", {eventOf("workspace.objects_swept", "x", "partner_id=NULL")}, "------");
    }
    void onlyWhatHappenedIsTold() { happensAsExpected(); }

    void theServerDatesEveryRow_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        const auto row = [](const char *table, const char *column) {
            QTest::addRow("%s.%s", table, column) << QString::fromLatin1(table) << QString::fromLatin1(column);
        };
        row("document_verdicts", "judged_at");
        row("partner_requests", "asked_at");
        row("review_acts", "acted_at");
        row("item_acts", "acted_at");
        row("approval_endorsements", "endorsed_at");
        row("partner_contacts", "added_at");
        row("review_presence", "since");
        row("review_presence", "seen_at");
    }
    void theServerDatesEveryRow()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        const auto client = m_files->rawClient(maria());
        QCOMPARE(client->runAll({QStringLiteral("BEGIN"),
                                 as(maria(), insertOf(qPrintable(table), qPrintable(column + QStringLiteral("=5"))))}),
                 QString());
        QCOMPARE(
            client->value(
                QStringLiteral("SELECT max(%1) = floor(extract(epoch FROM now()) * 1000) FROM %2").arg(column, table)),
            QStringLiteral("t"));
    }

    // Nobody reviews past a decision that is being made.
    void aReviewWaitsForTheDecision_data()
    {
        QTest::addColumn<QString>("insert");
        QTest::newRow("verdict") << insertOf("document_verdicts");
        QTest::newRow("request") << insertOf("partner_requests");
        QTest::newRow("act") << insertOf("review_acts");
        QTest::newRow("endorsement") << insertOf("approval_endorsements", "partner_id='p-open'");
        QTest::newRow("answer") << closing("answered");
    }
    void aReviewWaitsForTheDecision()
    {
        QFETCH(QString, insert);
        const auto begin = QStringLiteral("BEGIN; SET LOCAL lock_timeout = '1ms'");
        const auto decider = m_files->rawClient(maria());
        const auto other = m_files->rawClient(maria());
        // Where a decision begins, before it locks a row.
        QCOMPARE(decider->runAll({begin, QStringLiteral("SELECT queue_for_partner('p-open')")}), QString());
        QCOMPARE(other->runAll({begin, as(maria(), insert)}), QStringLiteral("55P03"));
        QCOMPARE(decider->run(QStringLiteral("ROLLBACK")), QString());
        QCOMPARE(other->runAll({QStringLiteral("ROLLBACK"), begin, as(maria(), insert)}), QString());
        // The server frees what a closed connection held when it gets there, which the next row may not wait for.
        QCOMPARE(other->run(QStringLiteral("ROLLBACK")), QString());
    }

    // Another transaction did it, by the same person all the same.
    void whatWasDoneBeforeEndsNothingNow()
    {
        using namespace gatehouse::storetest;
        TestWorkspace files(On::Postgres);
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        QCOMPARE(fillWithOneOfEverything(files), QString());
        const auto client = files.rawClient();
        const QString accept = insertOf("document_verdicts", "answer='accepted';reason=''");
        QCOMPARE(client->run(as(files.creator(), accept)), QString());
        QCOMPARE(client->run(as(files.creator(), closing("accepted"))), QStringLiteral("GH010"));
    }

    // Whatever digests and revisions the second person's row names.
    void aFirstApprovalEndsWithAFiling()
    {
        using namespace gatehouse::storetest;
        const auto client = m_files->rawClient(maria());
        const auto decide = [&](const char *more) {
            QStringList all = statementsBefore(QStringLiteral("partner_approvals"));
            all += as(maria(), insertOf("partner_approvals", more));
            return all;
        };
        const QStringList begin{QStringLiteral("BEGIN")};
        const QStringList again{QStringLiteral("ROLLBACK"), QStringLiteral("BEGIN")};
        const QStringList filing{
            as(maria(),
               insertOf("dossier_documents", "partner_id='p-two';revision=1;object_key='partners/p-two/kyb/next'"))};
        const char *second = "partner_id='p-two';endorsement='n-two'";
        QCOMPARE(client->runAll(begin + decide(second)), QString());
        QCOMPARE(client->runAll(again + filing), QString());
        QCOMPARE(client->runAll(decide(second)), QStringLiteral("GH013"));
        QCOMPARE(client->runAll(again + filing), QString());
        QCOMPARE(client->runAll(decide("partner_id='p-two';endorsement='n-two';dossier_revision=1")),
                 QStringLiteral("GH013"));
        // Whatever time the row of the roster names.
        const QStringList contact{insertOf("partner_contacts", "partner_id='p-two';added_at=1")};
        QCOMPARE(client->runAll(again + contact), QString());
        QCOMPARE(client->runAll(decide(second)), QStringLiteral("GH013"));
    }

    void theServerDatesWhoLeavesARoster()
    {
        const auto client = m_files->rawClient(maria());
        const auto now = QStringLiteral("floor(extract(epoch FROM now()) * 1000)");
        QCOMPARE(client->runAll({QStringLiteral("BEGIN"),
                                 as(maria(), QStringLiteral("UPDATE partner_contacts SET removed_at = 1, removed_by ="
                                                            " $WHO WHERE id = 'c-stan'")),
                                 QStringLiteral("UPDATE partner_contacts SET released_at = 1 WHERE id = 'c-stan'")}),
                 QString());
        QCOMPARE(client->value(QStringLiteral("SELECT removed_at = %1 AND released_at = %1 FROM partner_contacts"
                                              " WHERE id = 'c-stan'")
                                   .arg(now)),
                 QStringLiteral("t"));
    }

    // Whoever decides began before the first approval that he ends.
    void aDecisionIsLaterThanWhatItEnds()
    {
        const auto decider = m_files->rawClient(maria());
        const auto other = m_files->rawClient(maria());
        const auto milliseconds = QStringLiteral("SELECT CAST(floor(extract(epoch FROM %1) * 1000) AS BIGINT)");
        const auto endorse = [&](int number) {
            return other->run(as(
                maria(), insertOf("approval_endorsements",
                                  qPrintable(QStringLiteral("partner_id='p-late';number=%1;id='n-%1'").arg(number)))));
        };
        const QStringList rejection =
            gatehouse::storetest::statementsBefore(QStringLiteral("partner_approvals"))
            << as(maria(), insertOf("partner_approvals", "partner_id='p-late';verdict='rejected'"));
        QCOMPARE(decider->run(QStringLiteral("BEGIN")), QString());
        const qint64 began = decider->value(milliseconds.arg(QStringLiteral("now()"))).toLongLong();
        QTRY_VERIFY(other->value(milliseconds.arg(QStringLiteral("clock_timestamp()"))).toLongLong() > began);
        QCOMPARE(endorse(2), QString());
        QCOMPARE(decider->runAll(rejection), QString());
        QCOMPARE(decider->value(QStringLiteral("SELECT decided_at > (SELECT max(endorsed_at) FROM approval_endorsements"
                                               " WHERE partner_id = 'p-late') FROM partner_approvals"
                                               " WHERE id = 'e-next'")),
                 QStringLiteral("t"));
        QCOMPARE(decider->run(QStringLiteral("ROLLBACK")), QString());

        // One who can't see it is sent back.
        QCOMPARE(decider->runAll({QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ"),
                                  QStringLiteral("SELECT count(*) FROM partners")}),
                 QString());
        QCOMPARE(endorse(3), QString());
        QCOMPARE(decider->runAll(rejection), QStringLiteral("40001"));
        QCOMPARE(decider->run(QStringLiteral("ROLLBACK")), QString());
    }

    // However long ago the second one's transaction began.
    void aFirstApprovalEndsWithItsTime()
    {
        const auto decider = m_files->rawClient(maria());
        const QString second = gatehouse::storetest::secondDecider(*m_files);
        const auto other = m_files->rawClient(second);
        QCOMPARE(decider->runAll({QStringLiteral("BEGIN"), QStringLiteral("SELECT count(*) FROM partners")}),
                 QString());
        const char *brief = "partner_id='p-self';number=2;id='n-brief';expires_at="
                            "floor(extract(epoch FROM transaction_timestamp()) * 1000) + 50";
        QCOMPARE(other->run(as(second, insertOf("approval_endorsements", brief))), QString());
        QTRY_COMPARE(
            other->value(QStringLiteral("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) > expires_at"
                                        " FROM approval_endorsements WHERE id = 'n-brief'")),
            QStringLiteral("t"));
        QCOMPARE(
            decider->runAll(gatehouse::storetest::statementsBefore(QStringLiteral("partner_approvals"))
                            << as(maria(), insertOf("partner_approvals", "partner_id='p-self';endorsement='n-brief'"))),
            QStringLiteral("GH013"));
    }

    // On a table of a login's own, a guard would still run with the owner's rights.
    void aLoginRunsNoGuard()
    {
        QCOMPARE(m_files->rawClient(maria())->value(
                     QStringLiteral("SELECT string_agg(proname, ' ') FROM pg_proc WHERE pronamespace ="
                                    " CAST('gatehouse' AS regnamespace) AND has_function_privilege(oid, 'EXECUTE')")),
                 QStringLiteral("queue_for_partner"));
    }

private:
    void happensAsExpected()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, expected);
        QString happened;
        QString said;
        for (const QString &login : std::as_const(m_logins)) {
            const auto client = m_files->rawClient(login);
            QStringList mine{QStringLiteral("BEGIN")};
            for (const QString &sql : std::as_const(statements))
                mine += as(login, sql);
            const QString refused = client->runAll(mine);
            static const QMap<QString, QChar> letters{{{}, u'+'},
                                                      {QStringLiteral("GH010"), u'-'},
                                                      {QStringLiteral("GH003"), u'a'},
                                                      {QStringLiteral("GH004"), u'r'}};
            happened += letters.value(refused, u'?');
            said += refused + QLatin1Char(' ') + client->lastText();
        }
        QVERIFY2(happened == expected, qPrintable(happened + QLatin1Char(' ') + said));
    }
};

GATEHOUSE_TEST(TestReviewRights)

#include "tst_reviewrights.moc"
