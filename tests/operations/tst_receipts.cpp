#include "operations/everyoperation.h"
#include "support/testmain.h"

// A request id is done once.
class TestReceipts : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Operation = gatehouse::operations::Operation;
    using On = gatehouse::operationstest::On;
    using OperationKind = gatehouse::domain::OperationKind;
    using Role = gatehouse::domain::Role;

    BothDesks m_both;

    static void addWriting()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<OperationKind>("kind");
        for (const On on : gatehouse::storetest::dialects) {
            for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
                if (gatehouse::operationstest::isWriting(kind))
                    QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on),
                                  gatehouse::domain::operationName(kind).data())
                        << on << kind;
            }
        }
    }

    // The operation and what differs from it in one thing that decides the outcome.
    template <class Concrete, class... Changes>
    static QList<std::shared_ptr<Operation>> withVariants(const Concrete &given, const Changes &...changes)
    {
        QList<std::shared_ptr<Operation>> all{std::make_shared<Concrete>(given)};
        (..., [&] {
            auto variant = std::make_shared<Concrete>(given);
            changes(*variant);
            all += variant;
        }());
        return all;
    }

    static QList<std::shared_ptr<Operation>> decisionWithVariants(gatehouse::operationstest::Desk &desk,
                                                                  const QString &partner, OperationKind kind)
    {
        using namespace gatehouse::domain;
        using gatehouse::operations::Decide;
        const auto verdict = kind == OperationKind::Approve ? Verdict::Approve : Verdict::Reject;
        return withVariants(
            desk.decision(partner, verdict), [&](Decide &d) { d.partner = desk.reviewable(); },
            [&](Decide &d) { d.verdict = verdict == Verdict::Reject ? Verdict::Approve : Verdict::Reject; },
            [](Decide &d) { d.finality = Finality::Final; }, [](Decide &d) { d.notes += QLatin1Char('.'); },
            [](Decide &d) { d.partnerComment.clear(); }, [](Decide &d) { d.evidence += QStringLiteral("kyb:2"); },
            [](Decide &d) { d.policyDocument = QStringLiteral("POL-1"); }, [](Decide &d) { d.reviewed.chop(1); });
    }

    static QList<std::shared_ptr<Operation>> variantsOf(gatehouse::operationstest::Desk &desk, const QString &partner,
                                                        OperationKind kind)
    {
        using namespace gatehouse::operations;
        using namespace gatehouse::operationstest;
        const auto given = goodOperation(desk, kind, partner);
        const auto x = QStringLiteral("x");
        switch (kind) {
        case OperationKind::SubmitPartner:
            return withVariants(
                static_cast<const SubmitPartner &>(*given), [&](SubmitPartner &s) { s.playbookId = x; },
                [&](SubmitPartner &s) { s.payload[QStringLiteral("name")] = x; },
                [&](SubmitPartner &s) { s.submitter = x; });
        case OperationKind::UpdatePartner:
            return withVariants(
                static_cast<const UpdatePartner &>(*given), [&](UpdatePartner &u) { u.partner = desk.newPartner(); },
                [&](UpdatePartner &u) { u.name = x; }, [&](UpdatePartner &u) { u.legalName = x; },
                [&](UpdatePartner &u) { u.region = x; }, [&](UpdatePartner &u) { u.region.reset(); },
                [&](UpdatePartner &u) { u.owner = QString(); });
        case OperationKind::AddContact:
            return withVariants(
                static_cast<const AddContact &>(*given), [&](AddContact &a) { a.partner = desk.newPartner(); },
                [&](AddContact &a) { a.name = x; }, [&](AddContact &a) { a.email += x; },
                [&](AddContact &a) { a.phone = x; }, [&](AddContact &a) { a.role = x; },
                [&](AddContact &a) { a.subject += x; });
        case OperationKind::RemoveContact:
            return withVariants(
                static_cast<const RemoveContact &>(*given), [&](RemoveContact &r) { r.partner = desk.newPartner(); },
                [&](RemoveContact &r) { r.subject += x; });
        case OperationKind::ReleaseContact:
            return withVariants(
                static_cast<const ReleaseContact &>(*given), [&](ReleaseContact &r) { r.partner = desk.newPartner(); },
                [&](ReleaseContact &r) { r.subject += x; }, [&](ReleaseContact &r) { r.note = x; });
        case OperationKind::FileDocument:
            return withVariants(
                static_cast<const FileDocument &>(*given), [&](FileDocument &f) { f.partner = desk.newPartner(); },
                [&](FileDocument &f) { f.documentKind = QStringLiteral("licensing"); },
                [&](FileDocument &f) { f.bytes = "other"; }, [&](FileDocument &f) { f.fileName = x; },
                [&](FileDocument &f) { f.validUntil = QStringLiteral("2099-12-31"); });
        case OperationKind::Approve:
        case OperationKind::Reject: return decisionWithVariants(desk, partner, kind);
        case OperationKind::AddOperator:
            return withVariants(
                static_cast<const AddOperator &>(*given), [&](AddOperator &a) { a.subject += x; },
                [&](AddOperator &a) { a.role = Role::Auditor; }, [&](AddOperator &a) { a.name = x; });
        case OperationKind::RevokeOperator:
            return withVariants(
                static_cast<const RevokeOperator &>(*given), [&](RevokeOperator &r) { r.subject += x; },
                [&](RevokeOperator &r) { r.role = Role::Auditor; });
        default: return reviewWithVariants(desk, *given, kind);
        }
    }

    static QList<std::shared_ptr<Operation>> tenantWithVariants(gatehouse::operationstest::Desk &desk,
                                                                const gatehouse::operations::Operation &given,
                                                                OperationKind kind)
    {
        using namespace gatehouse::operations;
        const auto x = QStringLiteral("x");
        switch (kind) {
        case OperationKind::CreateTenant:
            return withVariants(
                static_cast<const CreateTenant &>(given), [&](CreateTenant &c) { c.partner = desk.newPartner(); },
                [&](CreateTenant &c) { c.name = x; }, [&](CreateTenant &c) { c.email = x; },
                [&](CreateTenant &c) { c.notes = x; });
        case OperationKind::RevokeTenant:
            return withVariants(
                static_cast<const RevokeTenant &>(given), [&](RevokeTenant &r) { r.key = desk.newKey(); },
                [&](RevokeTenant &r) { r.reason = x; });
        case OperationKind::ReplaceAccessKey:
            return withVariants(static_cast<const ReplaceAccessKey &>(given),
                                [&](ReplaceAccessKey &r) { r.key = desk.newKey(); });
        default: return {};
        }
    }

    static QList<std::shared_ptr<Operation>> reviewWithVariants(gatehouse::operationstest::Desk &desk,
                                                                const gatehouse::operations::Operation &given,
                                                                OperationKind kind)
    {
        using namespace gatehouse::operations;
        const auto x = QStringLiteral("x");
        switch (kind) {
        case OperationKind::JudgeDocument:
            return withVariants(
                static_cast<const JudgeDocument &>(given), [&](JudgeDocument &j) { j.partner = desk.newPartner(); },
                [&](JudgeDocument &j) { j.document = QStringLiteral("licensing"); },
                [&](JudgeDocument &j) { j.answer = gatehouse::domain::DocumentAnswer::AskedAgain; },
                [&](JudgeDocument &j) { j.reason = x; }, [&](JudgeDocument &j) { j.comment = x; });
        case OperationKind::AssignReview:
            return withVariants(
                static_cast<const AssignReview &>(given), [&](AssignReview &a) { a.partner = desk.newPartner(); },
                [&](AssignReview &a) { a.assignee.clear(); });
        case OperationKind::SnoozeReview:
            return withVariants(
                static_cast<const SnoozeReview &>(given), [&](SnoozeReview &s) { s.partner = desk.newPartner(); },
                [&](SnoozeReview &s) { s.until.reset(); }, [&](SnoozeReview &s) { s.note = x; });
        case OperationKind::EscalateReview:
            return withVariants(
                static_cast<const EscalateReview &>(given), [&](EscalateReview &e) { e.partner = desk.newPartner(); },
                [&](EscalateReview &e) { e.to.clear(); }, [&](EscalateReview &e) { e.note = x; });
        case OperationKind::AskPartner:
            return withVariants(
                static_cast<const AskPartner &>(given), [&](AskPartner &a) { a.partner = desk.newPartner(); },
                [&](AskPartner &a) { a.text = x; }, [&](AskPartner &a) { a.documentKind = QStringLiteral("kyb"); },
                [&](AskPartner &a) { a.contact = x; });
        case OperationKind::SetItem:
            return withVariants(
                static_cast<const SetItem &>(given), [&](SetItem &s) { s.partner = desk.newPartner(); },
                [&](SetItem &s) { s.items = QStringList{x}; },
                [&](SetItem &s) { s.record = gatehouse::domain::ItemRecord::Open; }, [&](SetItem &s) { s.value = x; },
                [&](SetItem &s) { s.evidence = QStringList{x}; }, [&](SetItem &s) { s.reason = x; });
        case OperationKind::ExemptItem:
            return withVariants(
                static_cast<const ExemptItem &>(given), [&](ExemptItem &e) { e.partner = desk.newPartner(); },
                [&](ExemptItem &e) { e.item = x; }, [&](ExemptItem &e) { e.reason = x; },
                [&](ExemptItem &e) { e.until = x; });
        case OperationKind::MovePlaybook:
            return withVariants(
                static_cast<const MovePlaybook &>(given), [&](MovePlaybook &m) { m.partner = desk.newPartner(); },
                [&](MovePlaybook &m) { m.to = 1; });
        default: return tenantWithVariants(desk, given, kind);
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void theSameRequestAgainGivesTheFirstReceipt_data() { addWriting(); }
    void theSameRequestAgainGivesTheFirstReceipt()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        const auto operation = goodOperation(desk, kind, desk.reviewable());
        const QString id = desk.fresh("request");
        const auto first = desk.root().run(*operation, id);
        STORE_VERIFY(first);
        QVERIFY(!first->replayed);
        QCOMPARE(first->requestId, id);
        QCOMPARE(first->operation, kind);
        QCOMPARE(first->actor, desk.root().subject());
        QCOMPARE(first->osUser, QStringLiteral("os-user"));
        QVERIFY(!first->result.isEmpty());
        const QString before = desk.contents();
        const auto again = desk.root().run(*operation, QStringLiteral("  %1 ").arg(id));
        STORE_VERIFY(again);
        QVERIFY(again->replayed);
        QCOMPARE(again->requestId, id);
        QCOMPARE(again->operation, kind);
        QCOMPARE(again->result, first->result);
        QCOMPARE(again->actor, first->actor);
        QCOMPARE(again->at, first->at);
        QCOMPARE(desk.contents(), before);
    }

    void aUsedRequestIdTakesNoOtherRequest_data() { addWriting(); }
    void aUsedRequestIdTakesNoOtherRequest()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        if (kind == OperationKind::SweepObjects)
            return; // takes nothing that could differ
        const auto variants = variantsOf(desk, desk.reviewable(), kind);
        QVERIFY(variants.size() > 1);
        Person &other = desk.holder(Role::RootAdmin);
        const QString id = desk.fresh("request");
        STORE_VERIFY(desk.root().run(*variants.constFirst(), id));
        const QString before = desk.contents();
        for (qsizetype i = 1; i < variants.size(); ++i) {
            const auto refused = desk.root().run(*variants.at(i), id);
            DESK_REFUSED(refused, RequestIdReused);
            QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
            QCOMPARE(refused.error().subject, id);
        }
        // Nor the same of somebody else, who may do it too.
        DESK_REFUSED(other.run(*variants.constFirst(), id), RequestIdReused);
        QCOMPARE(desk.contents(), before);
    }

    // Its first run may have changed what it may do.
    void aRepeatedRequestIsAnsweredToWhoMayNoLonger_data() { BothDesks::addDialects(); }
    void aRepeatedRequestIsAnsweredToWhoMayNoLonger()
    {
        DESK_ON_BOTH();
        Person &person = desk.person(QStringLiteral("leaving"));
        STORE_VERIFY(desk.root().run(grant(person.subject(), Role::RootAdmin)));
        const QString id = desk.fresh("request");
        const auto own = revocation(person.subject(), Role::RootAdmin);
        STORE_VERIFY(person.run(own, id));
        const auto again = person.run(own, id);
        STORE_VERIFY(again);
        QVERIFY(again->replayed);
        DESK_REFUSED(person.run(own), NotPermitted);
    }

    void aRefusedRequestMayBeMadeAgain_data() { BothDesks::addDialects(); }
    void aRefusedRequestMayBeMadeAgain()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const QString id = desk.fresh("request");
        const QString before = desk.contents();
        DESK_REFUSED(desk.root().run(addition(partner, QString()), id), TextMissing);
        QCOMPARE(desk.contents(), before);
        const auto done = desk.root().run(addition(partner, desk.fresh("staff")), id);
        STORE_VERIFY(done);
        QVERIFY(!done->replayed);
    }

    void aRequestIdIsOneShortLine_data() { BothDesks::addDialects(); }
    void aRequestIdIsOneShortLine()
    {
        DESK_ON_BOTH();
        const auto operation = grant(desk.fresh("operator"), Role::Support);
        const QString before = desk.contents();
        DESK_REFUSED(desk.root().run(operation, QStringLiteral(" ")), TextMissing);
        DESK_REFUSED(desk.root().run(operation, QString(101, QLatin1Char('r'))), TextTooLong);
        DESK_REFUSED(desk.root().run(operation, QStringLiteral("a\nb")), TextForbidden);
        QCOMPARE(desk.contents(), before);
        STORE_VERIFY(desk.root().run(operation, QString(100, QLatin1Char('r'))));
    }
};

GATEHOUSE_TEST(TestReceipts)

#include "tst_receipts.moc"
