#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>

// What is decided on, and what becomes of it. Who decides is in TestIndependence.
class TestDecide : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using ErrorCode = gatehouse::base::ErrorCode;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    BothDesks m_both;

    // A filing whose last day has passed, which no operation makes on the day.
    static void fileExpired(Desk &desk, const QString &partner, const QString &kind)
    {
        using namespace gatehouse;
        const auto unit = Desk::expected(desk.root().authority().begin(domain::Access::Write));
        auto document = storetest::someDocument(desk.fresh("document"), partner, desk.root().subject(), unit->now());
        document.kind = kind;
        document.validUntil = QStringLiteral("2020-01-31");
        Desk::expected(unit->dossiers().insert(document));
        QVERIFY(unit->commit());
    }

    static QString objectFile(Desk &desk, const QString &partner, const QString &kind)
    {
        for (const auto &document : gatehouse::domain::dossierAt(desk.view(partner).facts.documents)) {
            if (document.kind == kind)
                return desk.files().objectFolder() + QLatin1Char('/') + document.objectKey;
        }
        return {};
    }

    static QString statusOf(const gatehouse::base::Result<gatehouse::domain::Receipt> &receipt)
    {
        return receipt ? receipt->result[QStringLiteral("status")].toString() : QString();
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void aChangeUnderTheReviewerIsNamed_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("part");
        for (const On on : gatehouse::storetest::dialects) {
            for (const char *part : {"dossier", "roster", "scopes", "playbook", "decision", "partner"})
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), part) << on << QString::fromLatin1(part);
        }
    }
    void aChangeUnderTheReviewerIsNamed()
    {
        DESK_ON_BOTH();
        QFETCH(QString, part);
        Person &root = desk.root();
        const QString partner = desk.reviewable();
        QList<Decide> acts{desk.decision(partner, Verdict::Approve), desk.decision(partner, Verdict::Reject)};
        // As the window does: by id, which names nothing current once another document is filed in its place.
        acts += acts.constFirst();
        acts.last().evidence = {desk.view(partner).facts.documents.constFirst().id};
        ChangedPlaybooks playbooks(desk.playbooks(), [&](Playbook &playbook) {
            if (part == QStringLiteral("playbook"))
                playbook.digest += QLatin1Char('0');
        });
        OperationRunner runner(root.authority(), playbooks, desk.files().ids);
        if (part == QStringLiteral("dossier"))
            STORE_VERIFY(root.run(filing(partner, QStringLiteral("kyb"), "another scan")));
        if (part == QStringLiteral("roster"))
            STORE_VERIFY(root.run(addition(partner, desk.fresh("staff"))));
        if (part == QStringLiteral("decision"))
            STORE_VERIFY(root.run(desk.decision(partner, Verdict::Reject)));
        if (part == QStringLiteral("partner")) {
            UpdatePartner rename;
            rename.partner = partner;
            rename.name = desk.fresh("Renamed");
            STORE_VERIFY(root.run(rename));
        }
        if (part == QStringLiteral("scopes")) {
            // Nobody grants any yet: what another program with grants would have shown.
            for (Decide &act : acts) {
                QStringList fields = act.reviewed.split(QLatin1Char('.'));
                fields[3] = QString(32, QLatin1Char('0'));
                act.reviewed = fields.join(QLatin1Char('.'));
            }
        }
        const QString before = desk.contents();
        for (const Decide &act : std::as_const(acts)) {
            const auto refused = runner.run(act, root.caller(), desk.fresh("request"));
            DESK_REFUSED(refused, ReviewChanged);
            QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
            QCOMPARE(refused.error().subject, desk.view(partner).facts.partner.name);
            const bool authored = part == QStringLiteral("dossier") || part == QStringLiteral("decision");
            QCOMPARE(refused.error().arguments.value(0), part);
            // Of a decision also what was decided.
            QCOMPARE(refused.error().arguments.size(), part == QStringLiteral("decision") ? 3 : authored ? 2 : 1);
            if (authored)
                QVERIFY(refused.error().arguments.value(1).endsWith(QLatin1Char(' ') + root.subject()));
        }
        QCOMPARE(desk.contents(), before);
        if (part == QStringLiteral("scopes") || part == QStringLiteral("playbook"))
            return;
        // What is there now, reviewed anew, can be decided on.
        STORE_VERIFY(root.run(desk.decision(partner, Verdict::Approve)));
    }

    void whatIsNoDigestOfOursBindsToNothing_data() { BothDesks::addDialects(); }
    void whatIsNoDigestOfOursBindsToNothing()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        Decide decide = desk.decision(partner, Verdict::Approve);
        const QString good = decide.reviewed;
        const QStringList all{QStringLiteral("dossier"),  QStringLiteral("roster"),   QStringLiteral("scopes"),
                              QStringLiteral("playbook"), QStringLiteral("decision"), QStringLiteral("partner")};
        for (const QString &digest :
             {QString(), QStringLiteral("yes"), good + QStringLiteral(".x"), QStringLiteral("v1") + good.mid(2)}) {
            decide.reviewed = digest;
            const auto refused = desk.root().run(decide);
            DESK_REFUSED(refused, ReviewChanged);
            QCOMPARE(refused.error().arguments.first(all.size()), all);
        }
        decide.reviewed = QStringLiteral(" %1\n").arg(good);
        STORE_VERIFY(desk.root().run(decide));
        QCOMPARE(desk.view(partner).facts.decisions.constLast().reviewedDigest, good);
    }

    void whatIsNotCompleteIsNotApproved_data() { BothDesks::addDialects(); }
    void whatIsNotCompleteIsNotApproved()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        const auto kyb = QStringLiteral("kyb");
        const auto licensing = QStringLiteral("licensing");
        const auto verifyIncomplete = [&](const QString &partner, const QStringList &open) {
            const Decide decide = desk.decision(partner, Verdict::Approve);
            const QString before = desk.contents();
            const auto refused = root.run(decide);
            DESK_REFUSED(refused, DossierIncomplete);
            QCOMPARE(refused.error().kind, base::ErrorKind::Invalid);
            QCOMPARE(refused.error().arguments, open);
            QCOMPARE(desk.contents(), before);
        };
        const QString partner = desk.newPartner();
        verifyIncomplete(partner, {kyb, licensing});
        STORE_VERIFY(root.run(filing(partner, licensing)));
        verifyIncomplete(partner, {kyb});
        fileExpired(desk, partner, kyb);
        verifyIncomplete(partner, {kyb});
        // Rejected it can be, complete or not.
        STORE_VERIFY(root.run(desk.decision(partner, Verdict::Reject)));
        STORE_VERIFY(root.run(filing(partner, kyb)));
        STORE_VERIFY(root.run(desk.decision(partner, Verdict::Approve)));
    }

    void aPlaybookMayAskForAPolicyDocument_data() { BothDesks::addDialects(); }
    void aPlaybookMayAskForAPolicyDocument()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        const QString partner = desk.reviewable();
        const ChangedPlaybooks strict(desk.playbooks(),
                                      [](Playbook &playbook) { playbook.policyDocumentRequired = true; });
        OperationRunner runner(root.authority(), strict, desk.files().ids);
        Decide decide = desk.decision(partner, Verdict::Approve);
        const QString before = desk.contents();
        DESK_REFUSED(runner.run(decide, root.caller(), desk.fresh("request")), PolicyDocumentMissing);
        QCOMPARE(desk.contents(), before);
        decide.policyDocument = QStringLiteral("DSA-12");
        STORE_VERIFY(runner.run(decide, root.caller(), desk.fresh("request")));
        QCOMPARE(desk.view(partner).facts.decisions.constLast().policyDocument, QStringLiteral("DSA-12"));
    }

    void bytesThatAreNotAsFiledAreNotApproved_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<bool>("isGone");
        for (const On on : gatehouse::storetest::dialects) {
            QTest::addRow("%s, altered", gatehouse::storetest::nameOf(on)) << on << false;
            QTest::addRow("%s, missing", gatehouse::storetest::nameOf(on)) << on << true;
        }
    }
    void bytesThatAreNotAsFiledAreNotApproved()
    {
        DESK_ON_BOTH();
        QFETCH(bool, isGone);
        const auto expected = isGone ? ErrorCode::ObjectMissing : ErrorCode::ObjectAltered;
        for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")}) {
            const QString partner = desk.reviewable();
            QFile object(objectFile(desk, partner, kind));
            QVERIFY(object.exists());
            if (isGone) {
                QVERIFY(object.remove());
            } else {
                // One byte, the same size.
                QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
                QVERIFY(object.open(QIODevice::ReadWrite));
                QVERIFY(object.putChar('#'));
                object.close();
            }
            const Decide decide = desk.decision(partner, Verdict::Approve);
            const QString before = desk.contents();
            const auto unreadable = desk.root().ask(ReadDocument{partner, kind});
            QCOMPARE(codeOf(unreadable), expected);
            const auto refused = desk.root().run(decide);
            QCOMPARE(codeOf(refused), expected);
            QCOMPARE(refused.error().subject, unreadable.error().subject);
            QCOMPARE(desk.contents(), before);
            // It is a reason to reject.
            STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
        }
    }

    void whatIsCitedIsKept_data() { BothDesks::addDialects(); }
    void whatIsCitedIsKept()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"), "a newer scan")));
        const auto documents = desk.view(partner).facts.documents;
        Decide decide = desk.decision(partner, Verdict::Approve);
        decide.policyDocument = QStringLiteral("POL-9");
        decide.evidence = {QStringLiteral("KYB:3"),
                           QStringLiteral(" kyb:3 "), // once is enough
                           documents.at(2).id + QStringLiteral(":1"),
                           QStringLiteral("licensing"),
                           QStringLiteral("https://example.org/register"),
                           QStringLiteral("policy:POL-9")};
        STORE_VERIFY(desk.root().run(decide));
        const QList<Evidence> expected{{EvidenceKind::Document, documents.at(2).id, 3, documents.at(2).sha256},
                                       {EvidenceKind::Document, documents.at(2).id, 1, documents.at(2).sha256},
                                       {EvidenceKind::Document, documents.at(1).id, 0, documents.at(1).sha256},
                                       {EvidenceKind::Link, QStringLiteral("https://example.org/register"), 0, {}},
                                       {EvidenceKind::Policy, QStringLiteral("POL-9"), 0, {}}};
        const Decision last = desk.view(partner).facts.decisions.constLast();
        QVERIFY(last.evidence == expected);
        QCOMPARE(last.dossierRevision, 3);
        // A policy document alone is evidence.
        decide = desk.decision(partner, Verdict::Reject);
        decide.evidence.clear();
        decide.policyDocument = QStringLiteral("POL-10");
        STORE_VERIFY(desk.root().run(decide));
    }

    void whatWasReplacedIsNoEvidence_data() { BothDesks::addDialects(); }
    void whatWasReplacedIsNoEvidence()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const auto kyb = currentDocument(desk.view(partner).facts.documents, QStringLiteral("kyb"));
        QVERIFY(kyb);
        const QString replaced = kyb->id;
        STORE_VERIFY(desk.root().run(filing(partner, QStringLiteral("kyb"), "a newer scan")));
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject}) {
            Decide decide = desk.decision(partner, verdict);
            decide.evidence = {QStringLiteral("licensing"), replaced + QStringLiteral(":1")};
            const QString before = desk.contents();
            const auto refused = desk.root().run(decide);
            DESK_REFUSED(refused, EvidenceUnknown);
            QCOMPARE(refused.error().kind, base::ErrorKind::Invalid);
            QCOMPARE(refused.error().subject, decide.evidence.constLast());
            QCOMPARE(desk.contents(), before);
        }
    }

    void aDecisionTurnsStatusAndGates_data() { BothDesks::addDialects(); }
    void aDecisionTurnsStatusAndGates()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        const QString partner = desk.reviewable();
        const auto isOpen = [&] {
            const auto answer = Desk::expected(root.ask(CheckAccess{partner, QStringLiteral("invoice.create")}));
            return answer.answer.verdict == AccessVerdict::Open;
        };
        QVERIFY(!isOpen());
        const auto approval = root.run(desk.decision(partner, Verdict::Approve));
        STORE_VERIFY(approval);
        QCOMPARE(approval->result[QStringLiteral("number")].toInt(), 1);
        QCOMPARE(approval->result[QStringLiteral("verdict")].toString(), QStringLiteral("approved"));
        QCOMPARE(statusOf(approval), QStringLiteral("approved"));
        QVERIFY(isOpen());
        QCOMPARE(desk.view(partner).facts.partner.approvedBy, root.subject());
        const auto suspension = root.run(desk.decision(partner, Verdict::Reject));
        STORE_VERIFY(suspension);
        QCOMPARE(suspension->result[QStringLiteral("number")].toInt(), 2);
        QCOMPARE(suspension->result[QStringLiteral("suspended")].toBool(), true);
        QCOMPARE(statusOf(suspension), QStringLiteral("suspended"));
        QVERIFY(!isOpen());
        QVERIFY(!desk.view(partner).facts.partner.approvedAt);
        STORE_VERIFY(root.run(filing(partner, QStringLiteral("kyb"))));
        QCOMPARE(desk.view(partner).readiness.approval, ApprovalStatus::PendingReview);
        const auto anew = root.run(desk.decision(partner, Verdict::Approve));
        QCOMPARE(statusOf(anew), QStringLiteral("approved"));
        QVERIFY(isOpen());
    }

    void aFinalRejectionCloses_data() { BothDesks::addDialects(); }
    void aFinalRejectionCloses()
    {
        DESK_ON_BOTH();
        Person &root = desk.root();
        Person &staff = desk.holder(Role::PartnerAdmin);
        const QString partner = desk.reviewable({staff.subject()});
        STORE_VERIFY(root.run(desk.decision(partner, Verdict::Reject)));
        // A retry: the partner files, and is reviewed again.
        STORE_VERIFY(staff.run(filing(partner, QStringLiteral("kyb"))));
        QCOMPARE(desk.view(partner).readiness.approval, ApprovalStatus::PendingReview);

        Decide last = desk.decision(partner, Verdict::Reject);
        last.finality = Finality::Final;
        STORE_VERIFY(root.run(last));
        QCOMPARE(desk.view(partner).facts.decisions.constLast().finality, Finality::Final);
        const QString before = desk.contents();
        const auto refused = staff.run(filing(partner, QStringLiteral("kyb")));
        DESK_REFUSED(refused, RejectedForGood);
        QCOMPARE(refused.error().kind, base::ErrorKind::Denied);
        QCOMPARE(desk.contents(), before);
        // A root admin may file; that alone re-opens nothing, his decision does.
        STORE_VERIFY(root.run(filing(partner, QStringLiteral("kyb"))));
        QCOMPARE(desk.view(partner).readiness.approval, ApprovalStatus::Rejected);
        DESK_REFUSED(staff.run(filing(partner, QStringLiteral("kyb"))), RejectedForGood);
        STORE_VERIFY(root.run(desk.decision(partner, Verdict::Approve)));
        QCOMPARE(desk.view(partner).readiness.approval, ApprovalStatus::Approved);
        STORE_VERIFY(staff.run(filing(partner, QStringLiteral("kyb"))));
        STORE_VERIFY(root.run(removal(partner, staff.subject())));
    }

    void onlyARejectionIsFinal_data() { BothDesks::addDialects(); }
    void onlyARejectionIsFinal()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        Decide decide = desk.decision(partner, Verdict::Approve);
        decide.finality = Finality::Final;
        STORE_VERIFY(desk.root().run(decide));
        QCOMPARE(desk.view(partner).facts.decisions.constLast().finality, Finality::Retry);
    }
};

GATEHOUSE_TEST(TestDecide)

#include "tst_decide.moc"
