#include "operations/everyoperation.h"
#include "operations/standins.h"
#include "support/testmain.h"

// What each query answers, and to whom.
class TestQueries : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Role = gatehouse::domain::Role;
    using Verdict = gatehouse::domain::Verdict;

    BothDesks m_both;
    std::map<On, QString> m_own;

    // The partner of the staff that holder() gives; there are others.
    const QString &own(Desk &desk)
    {
        QString &own = m_own[desk.on()];
        if (own.isEmpty()) {
            desk.reviewable();
            own = desk.approved({desk.holder(Role::PartnerAdmin).subject()});
            desk.newPartner();
        }
        return own;
    }

    static QStringList idsOf(const QList<gatehouse::domain::PartnerSummary> &rows)
    {
        QStringList ids;
        for (const auto &row : rows)
            ids += row.id;
        return ids;
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void staffSeeTheirOwnPartnerOnly_data() { BothDesks::addDialects(); }
    void staffSeeTheirOwnPartnerOnly()
    {
        DESK_ON_BOTH();
        const QStringList mine{own(desk)};
        Person &staff = desk.holder(Role::PartnerAdmin);
        QCOMPARE(idsOf(Desk::expected(staff.ask(ListPartners{}))), mine);
        QCOMPARE(idsOf(Desk::expected(staff.ask(BoardPage{})).rows), mine);
        const auto all = Desk::expected(desk.root().ask(ListPartners{}));
        QVERIFY(all.size() >= 3);
        BoardPage changes;
        const auto events = Desk::expected(desk.root().ask(ListEvents{}));
        changes.afterEvent = {events.constFirst().number, events.constFirst().id};
        changes.also = idsOf(all);
        QCOMPARE(idsOf(Desk::expected(staff.ask(changes)).rows), mine);
        // Somebody in no roster sees nothing, and is not refused.
        QVERIFY(Desk::expected(desk.person(QStringLiteral("stranger")).ask(ListPartners{})).isEmpty());
        // Events hold internal notes, so staff see none, not even their own.
        for (const auto kind : {OperationKind::ReadEvents, OperationKind::ExportEvents}) {
            DESK_REFUSED(staff.ask(ListEvents{mine.constFirst(), {}, kind}), NotPermitted);
            DESK_REFUSED(staff.ask(ListEvents{{}, {}, kind}), NotPermitted);
        }
    }

    // What did not change is not told again, or a board would be painted anew at every look.
    void staffAreToldChangesOnce_data() { BothDesks::addDialects(); }
    void staffAreToldChangesOnce()
    {
        DESK_ON_BOTH();
        const QString mine = own(desk);
        Person &staff = desk.holder(Role::PartnerAdmin);
        BoardPage changes;
        changes.afterEvent = Desk::expected(staff.ask(BoardPage{})).upToEvent;
        QVERIFY(Desk::expected(staff.ask(changes)).rows.isEmpty());
        STORE_VERIFY(desk.root().run(newRegion(desk.newPartner(), QStringLiteral("EU"))));
        auto answer = Desk::expected(staff.ask(changes));
        QVERIFY(answer.rows.isEmpty());
        QVERIFY(answer.upToEvent.number > changes.afterEvent.number);
        STORE_VERIFY(desk.root().run(newRegion(mine, desk.fresh("Region"))));
        answer = Desk::expected(staff.ask(changes));
        QCOMPARE(idsOf(answer.rows), QStringList{mine});
    }

    void internalNotesAreNotForStaff_data() { BothDesks::addDialects(); }
    void internalNotesAreNotForStaff()
    {
        DESK_ON_BOTH();
        const QString mine = own(desk);
        const auto seen = Desk::expected(desk.holder(Role::PartnerAdmin).ask(ShowPartner{mine}));
        const auto known = desk.view(mine);
        QVERIFY(!seen.facts.decisions.isEmpty());
        QVERIFY(!known.facts.decisions.constFirst().notes.isEmpty());
        for (const Decision &decision : seen.facts.decisions) {
            QVERIFY(decision.notes.isEmpty());
            QCOMPARE(decision.partnerComment, QStringLiteral("Thank you."));
        }
        QCOMPARE(seen.reviewDigest, known.reviewDigest);
        QCOMPARE(seen.readiness.approval, ApprovalStatus::Approved);
        QVERIFY(seen.decisionObstacle);
    }

    void thePartnerPageTellsWhoDecides_data() { BothDesks::addDialects(); }
    void thePartnerPageTellsWhoDecides()
    {
        DESK_ON_BOTH();
        const QString subject = desk.fresh("staff");
        const QString partner = desk.reviewable({subject});
        Person &second = desk.holder(Role::RootAdmin);
        const auto view = desk.view(partner);
        QCOMPARE(view.facts.partner.id, partner);
        QCOMPARE(view.playbook.id, QStringLiteral("otc-partner"));
        QCOMPARE(view.readiness.approval, ApprovalStatus::PendingReview);
        QVERIFY(!view.decisionObstacle);
        // By display name where there is one; nobody else.
        QVERIFY(view.deciders->contains(desk.root().subject()));
        QVERIFY(view.deciders->contains(QStringLiteral("Holder")));
        QCOMPARE(view.deciders->size(), 2);
        QCOMPARE(view.names.value(second.subject()), QStringLiteral("Holder"));
        QCOMPARE(view.names.value(subject), QStringLiteral("Ada ") + subject);
        const auto seen = Desk::expected(desk.holder(Role::Support).ask(ShowPartner{partner}));
        QVERIFY(seen.decisionObstacle);
        QCOMPARE(seen.decisionObstacle->code, ErrorCode::NotOnAllowlist);
    }

    void whoRevokedIsNoDecider_data() { BothDesks::addDialects(); }
    void whoRevokedIsNoDecider()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const QString subject = desk.fresh("operator");
        STORE_VERIFY(desk.root().run(grant(subject, Role::RootAdmin)));
        QVERIFY(desk.view(partner).deciders->contains(subject));
        STORE_VERIFY(desk.root().run(revocation(subject, Role::RootAdmin)));
        QVERIFY(!desk.view(partner).deciders->contains(subject));
    }

    void theListIsByName_data() { BothDesks::addDialects(); }
    void theListIsByName()
    {
        DESK_ON_BOTH();
        own(desk);
        for (const auto &name : {QStringLiteral("zeta"), QStringLiteral("Alpha"), QStringLiteral("beta")}) {
            const QString subject = desk.fresh("staff");
            STORE_VERIFY(desk.root().run(submission(Desk::application(name, {subject}), subject)));
        }
        QStringList names;
        for (const auto &row : Desk::expected(desk.root().ask(ListPartners{})))
            names += row.name;
        QStringList sorted = names;
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(names, sorted);
        QVERIFY(names.indexOf(QStringLiteral("beta")) < names.indexOf(QStringLiteral("zeta")));
        const auto raw = desk.files().rawClient();
        QCOMPARE(names.size(), raw->value(QStringLiteral("SELECT count(*) FROM partners")).toInt());
    }

    void aGateIsOpenClosedWithGuidanceOrUnknown_data() { BothDesks::addDialects(); }
    void aGateIsOpenClosedWithGuidanceOrUnknown()
    {
        DESK_ON_BOTH();
        Person &support = desk.holder(Role::Support);
        const QString partner = desk.newPartner();
        const auto asked = [&](const char *gate) {
            return support.ask(CheckAccess{partner, QString::fromLatin1(gate)});
        };
        const auto verifyClosed = [&](AccessReason reason, ApprovalStatus status) {
            for (const char *gate : {"invoice.create", "receipt.upload", "voucher.sign"}) {
                const auto told = Desk::expected(asked(gate));
                QCOMPARE(told.answer.verdict, AccessVerdict::Closed);
                QCOMPARE(told.answer.reason, reason);
                QVERIFY(told.answer.guidance.startsWith(QStringLiteral("Finish the KYB review")));
                QVERIFY(!told.answer.runbook.isEmpty());
                QCOMPARE(told.status, status);
                QCOMPARE(told.partner.id, partner);
            }
        };
        verifyClosed(AccessReason::NotSubmitted, ApprovalStatus::NotSubmitted);
        for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")})
            STORE_VERIFY(desk.root().run(filing(partner, kind)));
        verifyClosed(AccessReason::PendingReview, ApprovalStatus::PendingReview);
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Approve)));
        const auto open = Desk::expected(asked("invoice.create"));
        QCOMPARE(open.answer.verdict, AccessVerdict::Open);
        QCOMPARE(open.answer.title, QStringLiteral("Invoices"));
        QVERIFY(open.answer.guidance.isEmpty());
        QVERIFY(open.answer.since);
        STORE_VERIFY(desk.root().run(desk.decision(partner, Verdict::Reject)));
        verifyClosed(AccessReason::Suspended, ApprovalStatus::Suspended);

        const auto unknown = asked("invoice.print");
        DESK_REFUSED(unknown, AccessGateUnknown);
        QCOMPARE(unknown.error().kind, base::ErrorKind::Denied);
        const QStringList gates{QStringLiteral("credential.issue"),  QStringLiteral("invoice.create"),
                                QStringLiteral("production.enable"), QStringLiteral("receipt.upload"),
                                QStringLiteral("scim.enable"),       QStringLiteral("sso.enable"),
                                QStringLiteral("tenant.reset"),      QStringLiteral("voucher.sign")};
        QStringList told = unknown.error().arguments;
        told.sort();
        QCOMPARE(told, gates);
        DESK_REFUSED(support.ask(CheckAccess{QStringLiteral("nobody"), gates.constFirst()}), PartnerNotFound);
    }

    // A partner stays on the version it started with, and so do its gates.
    void gatesOfAnOlderPlaybookAreKnown_data() { BothDesks::addDialects(); }
    void gatesOfAnOlderPlaybookAreKnown()
    {
        DESK_ON_BOTH();
        const QString partner = desk.approved();
        // The latest has one gate fewer, and one that the partner's version has not.
        struct Versions final : PlaybookSource
        {
            std::shared_ptr<const PlaybookSource> first;
            QList<Playbook> latest() const override
            {
                QList<Playbook> all = first->latest();
                all.removeIf([](const Playbook &playbook) { return playbook.id != QStringLiteral("otc-partner"); });
                for (Playbook &playbook : all) {
                    playbook.version = 2;
                    playbook.access.removeFirst();
                    playbook.access.first().gate = QStringLiteral("refund.create");
                }
                return all;
            }
            base::Result<Playbook> playbook(const QString &id, int version) const override
            {
                return first->playbook(id, version);
            }
        } versions;
        versions.first = desk.playbooks();
        OperationRunner runner(desk.root().authority(), versions, desk.files().ids);
        const auto asked = [&](const char *gate) {
            return runner.ask(CheckAccess{partner, QString::fromLatin1(gate)}, desk.root().caller());
        };
        const auto older = asked("invoice.create");
        STORE_VERIFY(older);
        QCOMPARE(older->answer.verdict, AccessVerdict::Open);
        // Known, but not to this partner's playbook.
        const auto newer = asked("refund.create");
        STORE_VERIFY(newer);
        QCOMPARE(newer->answer.verdict, AccessVerdict::Closed);
        QCOMPARE(newer->answer.reason, AccessReason::NotDefined);
        DESK_REFUSED(asked("invoice.print"), AccessGateUnknown);
    }

    void eventsAreOfOnePartnerOrAll_data() { BothDesks::addDialects(); }
    void eventsAreOfOnePartnerOrAll()
    {
        DESK_ON_BOTH();
        const QString partner = desk.approved();
        const QString slug = desk.view(partner).facts.partner.slug;
        Person &auditor = desk.holder(Role::Auditor);
        QStringList types;
        for (const Event &event : Desk::expected(auditor.ask(ListEvents{slug, {}}))) {
            QCOMPARE(event.partnerId, partner);
            types += event.type;
        }
        const QStringList expected{QStringLiteral("partner.submitted"), QStringLiteral("partner.dossier_filed"),
                                   QStringLiteral("partner.dossier_filed"), QStringLiteral("partner.approved")};
        QCOMPARE(types, expected);
        EventFilter filter;
        filter.order = EventFilter::Order::NewestFirst;
        filter.limit = 2;
        filter.typePrefix = QStringLiteral("partner.");
        // Whatever a door puts there, the partner asked for counts.
        filter.partnerId = QStringLiteral("another");
        const auto newest = Desk::expected(auditor.ask(ListEvents{partner, filter, OperationKind::ExportEvents}));
        QCOMPARE(newest.size(), 2);
        QCOMPARE(newest.constFirst().type, QStringLiteral("partner.approved"));
        filter = {};
        filter.typePrefix = QStringLiteral("operator.");
        const auto operators = Desk::expected(auditor.ask(ListEvents{{}, filter}));
        QVERIFY(!operators.isEmpty());
        for (const Event &event : operators)
            QVERIFY(event.partnerId.isEmpty());
        DESK_REFUSED(auditor.ask(ListEvents{QStringLiteral("nobody"), {}}), PartnerNotFound);
        // Reading is one right, taking a copy along another.
        DESK_REFUSED(desk.holder(Role::Support).ask(ListEvents{partner, {}, OperationKind::ExportEvents}),
                     NotPermitted);
    }

    void aDocumentIsReadByKindOrId_data() { BothDesks::addDialects(); }
    void aDocumentIsReadByKindOrId()
    {
        DESK_ON_BOTH();
        Person &staff = desk.holder(Role::PartnerAdmin);
        const QString mine = own(desk);
        auto newer = filing(mine, QStringLiteral("kyb"), "\x89PNG\r\n\x1a\n newer");
        newer.fileName = QStringLiteral("C:\\scans\\newer.png");
        newer.validUntil = QStringLiteral("2099-12-31");
        const auto receipt = staff.run(newer);
        STORE_VERIFY(receipt);
        const auto content = Desk::expected(staff.ask(ReadDocument{mine, QStringLiteral("KYB")}));
        QCOMPARE(content.bytes, newer.bytes);
        QCOMPARE(content.document.fileName, QStringLiteral("newer.png"));
        QCOMPARE(content.document.mediaType, QStringLiteral("image/png"));
        QCOMPARE(content.document.validUntil, newer.validUntil);
        QCOMPARE(content.document.filedBy, staff.subject());
        const QString key = receipt->result[QStringLiteral("key")].toString();
        QVERIFY(key.startsWith(QStringLiteral("partners/%1/kyb/").arg(mine)));
        const auto documents = desk.view(mine).facts.documents;
        const auto first = Desk::expected(staff.ask(ReadDocument{mine, documents.constFirst().id}));
        QCOMPARE(first.bytes, QByteArray("%PDF-1.7 scan"));
        // An id of another partner's is none here.
        const QString other = desk.reviewable();
        DESK_REFUSED(desk.root().ask(ReadDocument{other, documents.constFirst().id}), DocumentNotFound);
        DESK_REFUSED(staff.ask(ReadDocument{other, QStringLiteral("kyb")}), NotYourPartner);
        DESK_REFUSED(desk.holder(Role::Auditor).ask(ReadDocument{mine, QStringLiteral("kyb")}), NotPermitted);
    }

    // A row that names another partner's object, made by who can switch the checks of the schema off.
    void anObjectOfAnotherPartnerIsNotRead()
    {
        using namespace gatehouse::operations;
        Desk desk(On::Sqlite);
        const QString other = desk.reviewable();
        const QString partner = desk.reviewable();
        const auto raw = desk.files().rawClient();
        QCOMPARE(raw->runAll({QStringLiteral("PRAGMA ignore_check_constraints = ON"),
                              QStringLiteral("INSERT INTO dossier_documents SELECT '%1', 1 + (SELECT max(revision) FROM"
                                             " dossier_documents WHERE partner_id = '%1'), 'forged', kind, object_key,"
                                             " sha256, size, file_name, media_type, valid_until, filed_by, filed_at"
                                             " FROM dossier_documents WHERE partner_id = '%2' AND kind = 'kyb'")
                                  .arg(partner, other)}),
                 QString());
        DESK_REFUSED(desk.root().ask(ReadDocument{partner, QStringLiteral("forged")}), ObjectAltered);
        DESK_REFUSED(desk.root().run(desk.decision(partner, gatehouse::domain::Verdict::Approve)), ObjectAltered);
    }

    void whoIAmIsWhatTheTableSays_data() { BothDesks::addDialects(); }
    void whoIAmIsWhatTheTableSays()
    {
        DESK_ON_BOTH();
        for (const Role role : allRoles) {
            Person &person = desk.holder(role);
            const auto me = Desk::expected(person.ask(WhoAmI{}));
            QCOMPARE(me.actor.subject, person.subject());
            QCOMPARE(me.actor.osUser, QStringLiteral("os-user"));
            const bool staff = role == Role::PartnerAdmin;
            QCOMPARE(me.actor.roles, staff ? QList<Role>() : QList<Role>{role});
            QCOMPARE(me.name, staff ? person.subject() : QStringLiteral("Holder"));
            QList<OperationKind> may;
            for (const OperationKind kind : allOperationKinds) {
                if (permission(kind, role) == Permission::Yes)
                    may += kind;
            }
            QCOMPARE(me.may, may);
        }
    }
};

GATEHOUSE_TEST(TestQueries)

#include "tst_queries.moc"
