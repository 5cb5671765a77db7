#include "operations/desk.h"
#include "support/killedchild.h"
#include "support/testmain.h"

#include <QCoreApplication>

// Whoever is killed in the middle of an operation leaves it done or not begun, and no row without its object.
class TestKilled : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using ChildRole = gatehouse::support::ChildRole;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;

    BothDesks m_both;

    // Submits, files and approves one partner after the other; says each request once it has its receipt.
    static void workForEver(gatehouse::operations::OperationRunner &runner, const gatehouse::operations::Caller &caller)
    {
        using namespace gatehouse::operationstest;
        using gatehouse::operations::Decide;
        const auto done = [&](const gatehouse::operations::Operation &operation, const QString &request) {
            auto receipt = runner.run(operation, caller, request);
            if (receipt)
                gatehouse::support::childSays(QStringLiteral("did ") + request);
            return receipt;
        };
        for (int i = 0;; ++i) {
            const auto me = QStringLiteral("k-%1-%2").arg(QCoreApplication::applicationPid()).arg(i);
            const auto receipt = done(submission(Desk::application(me, {me}), me), me + QStringLiteral("-submit"));
            if (!receipt)
                return;
            const QString partner = receipt->result.value(QLatin1StringView("partner")).toString();
            for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")})
                if (!done(filing(partner, kind, QByteArray(200'000, 'x') + me.toUtf8()), me + kind))
                    return;
            const auto view = runner.ask(gatehouse::operations::ShowPartner{partner}, caller);
            if (!view)
                return;
            Decide decide;
            decide.partner = partner;
            decide.verdict = gatehouse::domain::Verdict::Approve;
            decide.notes = QStringLiteral("Register extract and licence agree.");
            decide.evidence = QStringList{QStringLiteral("kyb")};
            decide.reviewed = view->reviewDigest;
            if (!done(decide, me + QStringLiteral("-approve")))
                return;
        }
    }

    static void beTheOneWhoIsKilled(const ChildRole &role)
    {
        using namespace gatehouse;
        const support::FakeClock clock;
        base::UlidSource ids(clock);
        const bool file = role.name == QLatin1StringView("file");
        const auto authority = file ? store::SqliteAuthorityFactory(role.place, clock).open()
                                    : store::PostgresAuthorityFactory(role.place).open();
        const auto playbooks = formats::BundledPlaybooks::load();
        if (!authority || !playbooks)
            return;
        operations::OperationRunner runner(**authority, **playbooks, ids);
        support::childSays(QStringLiteral("ready"));
        workForEver(runner, {file ? role.detail : QString(), QStringLiteral("os-user")});
    }

    // Each operation left one row of its own, one event and one receipt; each row of a document has its bytes.
    static void checkIsWhole(Desk &desk, const QStringList &acknowledged)
    {
        const auto raw = desk.files().rawClient();
        const auto count = [&raw](const char *sql) {
            return raw->value(QStringLiteral("SELECT count(*) FROM ") + QLatin1StringView(sql)).toInt();
        };
        for (const QString &request : acknowledged)
            QCOMPARE(raw->value(QStringLiteral("SELECT count(*) FROM receipts WHERE request_id = '%1'").arg(request)),
                     QStringLiteral("1"));
        QCOMPARE(count("events WHERE partner_id IS NOT NULL"), count("receipts"));
        QCOMPARE(count("partners"), count("events WHERE type = 'partner.submitted'"));
        QCOMPARE(count("partner_contacts"), count("partners"));
        QCOMPARE(count("dossier_documents"), count("events WHERE type = 'partner.dossier_filed'"));
        QCOMPARE(count("partner_approvals"), count("events WHERE type = 'partner.approved'"));
        QCOMPARE(count("approval_evidence"), count("partner_approvals"));
        QCOMPARE(count("partners WHERE approved_at IS NOT NULL"), count("partner_approvals"));
        const auto partners = Desk::expected(desk.root().ask(gatehouse::operations::ListPartners{}));
        QCOMPARE(partners.size(), count("partners"));
        for (const auto &partner : partners) {
            const auto documents = desk.view(partner.id).facts.documents;
            for (const auto &document : documents)
                STORE_VERIFY(desk.root().ask(gatehouse::operations::ReadDocument{partner.id, document.id}));
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    // Does nothing but in the child that the other test starts.
    void isTheOneWhoIsKilled()
    {
        if (const ChildRole role = gatehouse::support::childRole(); !role.name.isEmpty())
            beTheOneWhoIsKilled(role);
    }

    void anOperationIsDoneOrNotBegun_data() { BothDesks::addDialects(); }
    void anOperationIsDoneOrNotBegun()
    {
        DESK_ON_BOTH();
        const ChildRole role{on == On::Sqlite ? QStringLiteral("file") : QStringLiteral("database"),
                             desk.files().place(), desk.files().creator()};
        QStringList acknowledged;
        for (const int afterMs : {0, 1, 2, 4, 7, 11, 16, 22}) {
            const QStringList did = gatehouse::support::doneBeforeKill(
                {QStringLiteral("TestKilled"), QStringLiteral("isTheOneWhoIsKilled")}, role, afterMs, 3);
            QVERIFY(did.size() >= 3);
            acknowledged += did;
            checkIsWhole(desk, acknowledged);
            if (QTest::currentTestFailed())
                return;
        }
        // Whoever comes next works on.
        QVERIFY(!desk.approved().isEmpty());
    }
};

GATEHOUSE_TEST(TestKilled)

#include "tst_killed.moc"
