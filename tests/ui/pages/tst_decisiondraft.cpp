#include "support/testmain.h"
#include "ui/pages/decisiondraft.h"
#include "words/textmarks.h"

class TestDecisionDraft : public QObject
{
    Q_OBJECT

    using Draft = gatehouse::ui::DecisionDraft;
    using View = gatehouse::operations::PartnerView;
    using Verdict = gatehouse::domain::Verdict;

    static QString longNote() { return QStringLiteral("Twenty characters are."); }

    static Draft complete(Verdict verdict)
    {
        Draft draft;
        draft.verdict = verdict;
        draft.note = longNote();
        draft.evidence = {QStringLiteral("https://register.example/1")};
        return draft;
    }

    static View viewWith(gatehouse::domain::DocumentState state)
    {
        View view;
        view.playbook.documents = {
            {QStringLiteral("kyb"), QStringLiteral("KYB package"), QStringLiteral("KYB"), 365, 30, {}, {}}};
        view.playbook.access = {{QStringLiteral("invoice.create"),
                                 QStringLiteral("Invoices"),
                                 {gatehouse::domain::Condition::Approved},
                                 {},
                                 {},
                                 {}}};
        gatehouse::domain::DocumentStanding standing;
        standing.kind = QStringLiteral("kyb");
        standing.state = state;
        view.readiness.dossier.documents = {standing};
        return view;
    }

    static View approvedView()
    {
        View view = viewWith(gatehouse::domain::DocumentState::Current);
        view.readiness.approval = gatehouse::domain::ApprovalStatus::Approved;
        gatehouse::domain::Decision decision;
        decision.number = 1;
        decision.verdict = Verdict::Approve;
        view.facts.decisions = {decision};
        return view;
    }

private Q_SLOTS:
    void isRecordableWhenNothingIsMissing_data()
    {
        QTest::addColumn<QString>("note");
        QTest::addColumn<int>("evidence");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("approve");
        QTest::addColumn<bool>("complete");
        const QString twenty(20, QLatin1Char('x'));
        QTest::newRow("all there") << twenty << 1 << QString() << true << true;
        QTest::newRow("nineteen characters") << twenty.left(19) << 1 << QString() << true << false;
        QTest::newRow("spaces don't count")
            << twenty.left(19) + QStringLiteral("   ") << 1 << QString() << true << false;
        QTest::newRow("ten characters outside the BMP")
            << QStringLiteral("😀").repeated(10) << 1 << QString() << true << false;
        QTest::newRow("accents of their own don't count")
            << QStringLiteral("e\u0301").repeated(19) << 1 << QString() << true << false;
        QTest::newRow("two thousand") << QString(2000, QLatin1Char('x')) << 1 << QString() << true << true;
        QTest::newRow("two thousand and one") << QString(2001, QLatin1Char('x')) << 1 << QString() << true << false;
        QTest::newRow("no evidence") << twenty << 0 << QString() << true << false;
        QTest::newRow("a policy document is evidence") << twenty << 0 << QStringLiteral("LD-1") << true << true;
        QTest::newRow("rejection without evidence") << twenty << 0 << QString() << false << false;
    }

    void isRecordableWhenNothingIsMissing()
    {
        QFETCH(QString, note);
        QFETCH(int, evidence);
        QFETCH(QString, policy);
        QFETCH(bool, approve);
        Draft draft;
        draft.verdict = approve ? Verdict::Approve : Verdict::Reject;
        draft.note = note;
        draft.policyDocument = policy;
        for (int i = 0; i < evidence; ++i)
            draft.evidence += QStringLiteral("https://register.example/%1").arg(i);
        const QString missing = firstMissing(draft, viewWith(gatehouse::domain::DocumentState::Current));
        QFETCH(bool, complete);
        QVERIFY2(missing.isEmpty() == complete, qPrintable(missing));
    }

    void asksForAChoiceFirst()
    {
        Draft draft = complete(Verdict::Approve);
        draft.verdict.reset();
        QVERIFY(!firstMissing(draft, viewWith(gatehouse::domain::DocumentState::Current)).isEmpty());
    }

    void approvesOnlyAFullDossierButRejectsAny()
    {
        const View view = viewWith(gatehouse::domain::DocumentState::Expired);
        QVERIFY(
            gatehouse::words::plain(firstMissing(complete(Verdict::Approve), view)).contains(QStringLiteral("KYB")));
        QCOMPARE(firstMissing(complete(Verdict::Reject), view), QString());
    }

    void asksForThePolicyDocumentWherePlaybooksDo()
    {
        View view = viewWith(gatehouse::domain::DocumentState::Current);
        view.playbook.policyDocumentRequired = true;
        Draft draft = complete(Verdict::Approve);
        QVERIFY(!firstMissing(draft, view).isEmpty());
        draft.policyDocument = QStringLiteral("LD-2189");
        QCOMPARE(firstMissing(draft, view), QString());
    }

    void saysPermanentAndWhatOpensOrStops()
    {
        const View view = viewWith(gatehouse::domain::DocumentState::Current);
        for (Verdict verdict : {Verdict::Approve, Verdict::Reject})
            QVERIFY(consequence(complete(verdict), view).contains(QStringLiteral("Permanent")));
        QVERIFY(consequence(complete(Verdict::Approve), view).contains(QStringLiteral("Invoices")));
        QVERIFY(consequence(complete(Verdict::Reject), approvedView()).contains(QStringLiteral("Invoices")));
    }

    void callsARejectionAfterAnApprovalASuspension()
    {
        QCOMPARE(recordLabel(complete(Verdict::Reject), approvedView()), QStringLiteral("Suspend partner"));
        QCOMPARE(recordLabel(complete(Verdict::Reject), viewWith(gatehouse::domain::DocumentState::Current)),
                 QStringLiteral("Record rejection"));
        QCOMPARE(recordLabel(complete(Verdict::Approve), approvedView()), QStringLiteral("Record approval"));
        // Approved, suspended, filed again: another rejection leaves it as it is.
        View again = approvedView();
        again.readiness.approval = gatehouse::domain::ApprovalStatus::PendingReview;
        gatehouse::domain::Decision suspension;
        suspension.number = 2;
        suspension.verdict = Verdict::Reject;
        again.facts.decisions += suspension;
        QCOMPARE(recordLabel(complete(Verdict::Reject), again), QStringLiteral("Keep suspended"));
        QVERIFY(consequence(complete(Verdict::Reject), again).contains(QStringLiteral("stay closed")));
    }

    void anApprovalIsNeverFinal()
    {
        Draft draft = complete(Verdict::Approve);
        draft.finality = gatehouse::domain::Finality::Final;
        QCOMPARE(decideFrom(draft, approvedView()).finality, gatehouse::domain::Finality::Retry);
        draft.verdict = Verdict::Reject;
        QCOMPARE(decideFrom(draft, approvedView()).finality, gatehouse::domain::Finality::Final);
    }

    void isBoundToTheStateOnScreen()
    {
        View view = approvedView();
        view.reviewDigest = QStringLiteral("v1.abc");
        QCOMPARE(decideFrom(complete(Verdict::Reject), view).reviewed, QStringLiteral("v1.abc"));
    }

    void marksEvidenceThatANewerRevisionReplaced()
    {
        View view = viewWith(gatehouse::domain::DocumentState::Current);
        for (int revision : {1, 2}) {
            gatehouse::domain::DossierDocument document;
            document.id = QStringLiteral("d%1").arg(revision);
            document.kind = QStringLiteral("kyb");
            document.revision = revision;
            view.facts.documents += document;
        }
        using Standing = gatehouse::ui::EvidenceStanding;
        QCOMPARE(gatehouse::ui::evidenceStanding(QStringLiteral("d1:4"), view), Standing::Replaced);
        QCOMPARE(gatehouse::ui::evidenceStanding(QStringLiteral("d2:4"), view), Standing::Current);
        QCOMPARE(gatehouse::ui::evidenceLabel(QStringLiteral("d2:4"), view), QStringLiteral("KYB p. 4"));
        Draft draft = complete(Verdict::Reject);
        draft.evidence = {QStringLiteral("d2:4"), QStringLiteral("d1:4")};
        QVERIFY(firstMissing(draft, view).contains(QStringLiteral("replaced")));
        draft.evidence.removeLast();
        QCOMPARE(firstMissing(draft, view), QString());
        QVERIFY(gatehouse::ui::evidenceLabel(QStringLiteral("d1"), view)
                != gatehouse::ui::evidenceLabel(QStringLiteral("d2"), view));
        QCOMPARE(gatehouse::ui::evidenceLabel(QStringLiteral("https://a.example:8443/x"), view),
                 QStringLiteral("https://a.example:8443/x"));
    }

    void unseenPagesWarnAndDoNotBlock()
    {
        using gatehouse::ui::Requirement;
        const View view = viewWith(gatehouse::domain::DocumentState::Current);
        const Draft draft = complete(Verdict::Approve);
        gatehouse::ui::Viewing viewing;
        viewing.pages = 5;
        viewing.viewed = 3;
        viewing.of = gatehouse::ui::Viewing::Of::Changes;
        auto last = requirements(draft, view, {}, viewing).constLast();
        QCOMPARE(last.met, Requirement::Met::Warned);
        QCOMPARE(last.text, QStringLiteral("2 of 5 changed page(s) not viewed"));
        QCOMPARE(firstMissing(draft, view), QString());
        viewing.viewed = 5;
        QCOMPARE(requirements(draft, view, {}, viewing).constLast().met, Requirement::Met::Yes);
        // What can't be shown is no page that was left out.
        viewing.refused = 1;
        last = requirements(draft, view, {}, viewing).constLast();
        QCOMPARE(last.met, Requirement::Met::Warned);
        QCOMPARE(last.text, QStringLiteral("1 document can't be shown"));
        QCOMPARE(firstMissing(draft, view), QString());
        // What was viewed goes with the decision.
        viewing.seconds = 90;
        viewing.seen = {{QStringLiteral("d1"), QStringLiteral("abc"), 5, QStringLiteral("1-5")}};
        QCOMPARE(decideFrom(draft, view, viewing).seen, viewing.seen);
        QCOMPARE(decideFrom(draft, view, viewing).reviewSeconds, 90);
    }

    void ofTwoApprovalsTheFirstSaysThatItOpensNothing()
    {
        View view = viewWith(gatehouse::domain::DocumentState::Current);
        view.playbook.deciders = 2;
        view.playbook.secondWithinHours = 24;
        view.names = {{QStringLiteral("mara"), QStringLiteral("Mara Okafor")},
                      {QStringLiteral("tomas"), QStringLiteral("Tomas Lindqvist")}};
        view.deciders = QStringList{QStringLiteral("Mara Okafor"), QStringLiteral("Tomas Lindqvist")};
        const Draft draft = complete(Verdict::Approve);
        const auto mara = QStringLiteral("mara");
        QCOMPARE(recordLabel(draft, view, mara), QStringLiteral("Record first approval"));
        const QString first = gatehouse::words::plain(consequence(draft, view, mara));
        QVERIFY2(first.contains(QStringLiteral("opens nothing yet"))
                     && first.contains(QStringLiteral("Tomas Lindqvist")) && !first.contains(QStringLiteral("Mara"))
                     && first.contains(QStringLiteral("24 hour")),
                 qPrintable(first));
        QCOMPARE(firstMissing(draft, view, mara), QString());

        view.readiness.review.endorsement = gatehouse::domain::Endorsement();
        view.readiness.review.endorsement->endorsedBy = mara;
        QVERIFY(!firstMissing(draft, view, mara).isEmpty());
        QCOMPARE(firstMissing(complete(Verdict::Reject), view, mara), QString());
        const auto tomas = QStringLiteral("tomas");
        QCOMPARE(recordLabel(draft, view, tomas), QStringLiteral("Record approval"));
        QVERIFY(gatehouse::words::plain(consequence(draft, view, tomas)).contains(QStringLiteral("after Mara Okafor")));
        QCOMPARE(firstMissing(draft, view, tomas), QString());
    }

    void whatWasAskedForAgainIsNotApproved()
    {
        View view = viewWith(gatehouse::domain::DocumentState::Current);
        gatehouse::domain::DossierDocument document;
        document.id = QStringLiteral("d1");
        document.kind = QStringLiteral("kyb");
        document.revision = 1;
        view.facts.documents = {document};
        gatehouse::domain::DocumentVerdict again;
        again.documentId = document.id;
        again.answer = gatehouse::domain::DocumentAnswer::AskedAgain;
        view.facts.review.verdicts = {again};
        QVERIFY(firstMissing(complete(Verdict::Approve), view).contains(QStringLiteral("Asked for again")));
        QCOMPARE(firstMissing(complete(Verdict::Reject), view), QString());
    }
};

GATEHOUSE_TEST(TestDecisionDraft)

#include "tst_decisiondraft.moc"
