#include "store/bothworkspaces.h"
#include "support/testmain.h"

// What happens around a decision, as it comes back from both databases.
class TestReviewRepository : public QObject
{
    Q_OBJECT

    using BothWorkspaces = gatehouse::storetest::BothWorkspaces;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using Instant = gatehouse::base::Instant;
    using On = gatehouse::storetest::On;

    BothWorkspaces m_both;

    static gatehouse::domain::Endorsement someEndorsement(const QString &id, const QString &partner, const QString &by,
                                                          Instant at)
    {
        gatehouse::domain::Endorsement endorsement;
        endorsement.id = id;
        endorsement.partnerId = partner;
        endorsement.notes = QStringLiteral("Register extract and licence agree.");
        endorsement.reviewedDigest = QStringLiteral("v1.x");
        endorsement.evidence = {{gatehouse::domain::EvidenceKind::Policy, QStringLiteral("POL-1"), 0, QString()}};
        endorsement.endorsedBy = by;
        endorsement.endorsedAt = at;
        endorsement.expiresAt = at + 1000;
        return endorsement;
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void verdictsAreNumberedAndComeBack_data() { BothWorkspaces::addDialects(); }
    void verdictsAreNumberedAndComeBack()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        const DossierDocument document = someDocument(m_both.fresh("d"), partner.id, me, now);
        STORE_VERIFY(unit->dossiers().insert(document));
        DocumentVerdict first{m_both.fresh("v"),
                              partner.id,
                              77,
                              document.id,
                              DocumentAnswer::AskedAgain,
                              QStringLiteral("illegible"),
                              QString::fromUtf8("Page 3 can't be read: \"\xC3\xA9\""),
                              me,
                              now};
        DocumentVerdict second{m_both.fresh("v"),  partner.id,         0,  document.id, DocumentAnswer::Accepted,
                               QStringLiteral(""), QStringLiteral(""), me, now};
        QCOMPARE(*unit->reviews().insert(first), 1);
        QCOMPARE(*unit->reviews().insert(second), 2);
        first.number = 1;
        second.number = 2;
        const auto trail = unit->reviews().ofPartner(partner.id);
        STORE_VERIFY(trail);
        QVERIFY(trail->verdicts == (QList<DocumentVerdict>{first, second}));
        QVERIFY(trail->requests.isEmpty() && trail->acts.isEmpty() && trail->endorsements.isEmpty());
    }

    void aRequestIsClosedOnce_data() { BothWorkspaces::addDialects(); }
    void aRequestIsClosedOnce()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        PartnerRequest request;
        request.id = m_both.fresh("q");
        request.partnerId = partner.id;
        request.documentKind = QStringLiteral("kyb");
        request.text = QStringLiteral("Please send\nthe register extract.");
        request.askedOf = QStringLiteral("Ada");
        request.askedBy = me;
        request.askedAt = now;
        QCOMPARE(*unit->reviews().insert(request), 1);
        request.number = 1;
        auto trail = unit->reviews().ofPartner(partner.id);
        STORE_VERIFY(trail);
        request.closedBy = request.answer = QStringLiteral("");
        QCOMPARE(trail->requests.size(), 1);
        QVERIFY(trail->requests.constFirst() == request);

        request.end = RequestEnd::Answered;
        request.closedAt = now;
        request.closedBy = me;
        request.answer = QStringLiteral("It is on its way.");
        STORE_VERIFY(unit->reviews().close(request));
        trail = unit->reviews().ofPartner(partner.id);
        QVERIFY(trail->requests == QList<PartnerRequest>{request});
        const auto again = unit->reviews().close(request);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NothingAsked);
        QCOMPARE(again.error().kind, ErrorKind::NotFound);
        QCOMPARE(again.error().subject, partner.name);
    }

    void actsComeBackByNumber_data() { BothWorkspaces::addDialects(); }
    void actsComeBackByNumber()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        STORE_VERIFY(unit->dossiers().insert(someDocument(m_both.fresh("d"), partner.id, me, now)));
        QList<ReviewAct> acts;
        const auto act = [&](ReviewActKind kind, const QString &subject, std::optional<Instant> until) {
            acts.append({m_both.fresh("a"), partner.id, acts.size() + 1, kind, 0, 1, subject, until,
                         QStringLiteral("because"), me, now});
            return unit->reviews().insert(acts.constLast());
        };
        QCOMPARE(*act(ReviewActKind::Assigned, QStringLiteral("maria"), {}), 1);
        QCOMPARE(*act(ReviewActKind::Snoozed, QStringLiteral(""), now + 60'000), 2);
        QCOMPARE(*act(ReviewActKind::Escalated, QStringLiteral("tina"), {}), 3);
        QCOMPARE(*act(ReviewActKind::Snoozed, QStringLiteral(""), {}), 4);
        const auto trail = unit->reviews().ofPartner(partner.id);
        STORE_VERIFY(trail);
        QVERIFY(trail->acts == acts);
        // Made on a dossier that has grown since.
        const ReviewAct late{m_both.fresh("a"), partner.id, 0, ReviewActKind::Assigned, 0, 0, me, {}, {}, me, now};
        const auto refused = unit->reviews().insert(late);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ConcurrentChange);
    }

    void trailsOfSeveralComeByPartner_data() { BothWorkspaces::addDialects(); }
    void trailsOfSeveralComeByPartner()
    {
        STORE_BEGIN_ON_BOTH();
        QStringList partners;
        for (int i = 0; i < 3; ++i) {
            partners += m_both.fresh("p");
            STORE_VERIFY(unit->partners().insert(somePartner(partners.constLast(), me, now)));
        }
        for (const QString &partner : {partners[2], partners[0], partners[1], partners[0]}) {
            const ReviewAct act{m_both.fresh("a"), partner, 0, ReviewActKind::Assigned, 0, 0, me, {}, {}, me, now};
            STORE_VERIFY(unit->reviews().insert(act));
        }
        const auto trail = unit->reviews().ofPartners(partners[0], partners[1]);
        STORE_VERIFY(trail);
        QStringList found;
        for (const ReviewAct &act : std::as_const(trail->acts))
            found += QStringLiteral("%1/%2").arg(act.partnerId).arg(act.number);
        QCOMPARE(found, (QStringList{partners[0] + QStringLiteral("/1"), partners[0] + QStringLiteral("/2"),
                                     partners[1] + QStringLiteral("/1")}));
    }

    void endorsementsComeBackWithTheirEvidence_data() { BothWorkspaces::addDialects(); }
    void endorsementsComeBackWithTheirEvidence()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        Endorsement endorsement = someEndorsement(m_both.fresh("n"), partner.id, me, now);
        endorsement.partnerComment = QStringLiteral("Thank you.");
        endorsement.policyDocument = QStringLiteral("POL-7");
        endorsement.dossierRevision = 4;
        endorsement.evidence = {
            {EvidenceKind::Document, QStringLiteral("d-1"), 4, QString(64, QLatin1Char('a'))},
            {EvidenceKind::Link, QString::fromUtf8("https://example.org/\"\\\xE2\x80\xA8"), 0, QString()}};
        QCOMPARE(*unit->reviews().insert(endorsement), 1);
        endorsement.number = 1;
        const auto trail = unit->reviews().ofPartner(partner.id);
        STORE_VERIFY(trail);
        QVERIFY(trail->endorsements == QList<Endorsement>{endorsement});
    }

    void refusesAnEndorsement_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        for (const On on : gatehouse::storetest::dialects) {
            const auto row = [on](const char *what, ErrorCode code) {
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), what)
                    << on << QString::fromLatin1(what) << code;
            };
            row("short note", ErrorCode::NoteTooShort);
            row("no evidence", ErrorCode::EvidenceMissing);
            row("no operator", ErrorCode::NotOnAllowlist);
            row("in the roster", ErrorCode::OnTheRoster);
            row("own request", ErrorCode::OwnRequest);
            row("no partner", ErrorCode::PartnerNotFound);
        }
    }
    void refusesAnEndorsement()
    {
        STORE_BEGIN_ON_BOTH();
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        Partner partner = somePartner(m_both.fresh("p"), me, now);
        Endorsement endorsement = someEndorsement(m_both.fresh("n"), partner.id, me, now);
        if (what == QStringLiteral("own request"))
            partner.submittedBy = me;
        if (what == QStringLiteral("no operator"))
            partner.approverRole = Role::TenantAdmin;
        STORE_VERIFY(unit->partners().insert(partner));
        if (what == QStringLiteral("short note"))
            endorsement.notes = QStringLiteral(" 19 characters long \n");
        if (what == QStringLiteral("no evidence"))
            endorsement.evidence.clear();
        if (what == QStringLiteral("no partner"))
            endorsement.partnerId = QStringLiteral("nobody");
        if (what == QStringLiteral("in the roster"))
            STORE_VERIFY(unit->contacts().insert(someContact(m_both.fresh("c"), partner.id, me, now)));
        const auto refused = unit->reviews().insert(endorsement);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        if (code == ErrorCode::OnTheRoster || code == ErrorCode::OwnRequest)
            QCOMPARE(refused.error().subject, partner.name);
        if (code == ErrorCode::NoteTooShort)
            QCOMPARE(refused.error().arguments, (QStringList{QStringLiteral("20"), QStringLiteral("18")}));
    }

    void twoPeopleApproveWhereThePartnerAsksForTwo_data() { BothWorkspaces::addDialects(); }
    void twoPeopleApproveWhereThePartnerAsksForTwo()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on, {QStringLiteral("second")});
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        const QString me = files.creator();
        const QString second = files.subject(QStringLiteral("second"));
        const QString id = QStringLiteral("p");
        const QString first = QStringLiteral("n");
        const auto authority = files.authority();
        {
            const auto unit = *authority->begin(Access::Write);
            Partner partner = somePartner(id, me, unit->now());
            partner.deciders = 2;
            STORE_VERIFY(unit->partners().insert(partner));
            QCOMPARE(unit->partners().find(id)->deciders, 2);
            STORE_VERIFY(unit->reviews().insert(someEndorsement(first, id, me, unit->now())));
            STORE_VERIFY(unit->commit());
        }
        Decision decision = someDecision(QStringLiteral("e"), id, me, {});
        decision.endorsement = first;
        {
            const auto unit = *authority->begin(Access::Write);
            decision.decidedAt = unit->now();
            const auto refused = unit->decisions().insert(decision);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::SecondDeciderNeeded);
            QCOMPARE(refused.error().kind, ErrorKind::Denied);
            QCOMPARE(refused.error().subject, QStringLiteral("Partner p"));
        }
        files.clock.advance(10);
        const auto other = files.authority(second);
        const auto unit = *other->begin(Access::Write);
        decision.decidedBy = second;
        decision.decidedAt = unit->now();
        decision.seen = {{QStringLiteral("d-1"), QString(64, QLatin1Char('b')), 12, QStringLiteral("1-3,7")},
                         {QStringLiteral("d-2"), QStringLiteral(""), 0, QStringLiteral("")}};
        decision.reviewSeconds = 754;
        STORE_VERIFY(unit->decisions().insert(decision));
        const auto made = unit->decisions().ofPartner(id);
        STORE_VERIFY(made);
        decision.number = 1;
        QVERIFY(made->constFirst() == decision);
        QCOMPARE(unit->partners().find(id)->approvedBy, second);
        STORE_VERIFY(unit->commit());
    }

    // Of the same moment, and by a clock that was set back too.
    void aDecisionIsLaterThanTheFirstApproval()
    {
        using namespace gatehouse::storetest;
        const TestWorkspace files(On::Sqlite);
        const auto authority = files.authority();
        const auto unit = *authority->begin(gatehouse::domain::Access::Write);
        const QString me = files.creator();
        STORE_VERIFY(unit->partners().insert(somePartner(QStringLiteral("p"), me, {5000})));
        STORE_VERIFY(
            unit->reviews().insert(someEndorsement(QStringLiteral("n"), QStringLiteral("p"), me, Instant{5000})));
        STORE_VERIFY(unit->decisions().insert(someDecision(QStringLiteral("e"), QStringLiteral("p"), me, {4500})));
        QCOMPARE(unit->decisions().ofPartner(QStringLiteral("p"))->constFirst().decidedAt.ms, 5001);
    }

    // A clock that was set back must not keep anybody from approving.
    void aFirstApprovalIsNotOlderThanTheLastDecision()
    {
        using namespace gatehouse::storetest;
        const TestWorkspace files(On::Sqlite);
        const auto authority = files.authority();
        const auto unit = *authority->begin(gatehouse::domain::Access::Write);
        const QString me = files.creator();
        STORE_VERIFY(unit->partners().insert(somePartner(QStringLiteral("p"), me, {5000})));
        STORE_VERIFY(unit->decisions().insert(someDecision(QStringLiteral("e"), QStringLiteral("p"), me, {5000})));
        STORE_VERIFY(
            unit->reviews().insert(someEndorsement(QStringLiteral("n"), QStringLiteral("p"), me, Instant{4500})));
        QCOMPARE(unit->reviews().ofPartner(QStringLiteral("p"))->endorsements.constFirst().endorsedAt.ms, 5000);
    }

    void whoIsThereIsToldUntilTheyAreGone()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        TestWorkspace files(On::Sqlite);
        const auto authority = files.authority();
        const QString partner = QStringLiteral("p");
        const auto write = [&](const auto &what) {
            const auto unit = *authority->begin(Access::Write);
            what(*unit);
            STORE_VERIFY(unit->commit());
        };
        const auto present = [&] {
            QStringList found;
            const auto unit = *authority->begin(Access::Read);
            const auto rows = unit->reviews().present(partner);
            for (const Presence &one : std::as_const(*rows))
                found += QStringLiteral("%1 %2 %3").arg(one.subject).arg(one.since.ms).arg(one.seenAt.ms);
            return found.join(QStringLiteral(", "));
        };
        const auto arrive = [&](const char *who) {
            write([&](UnitOfWork &unit) { STORE_VERIFY(unit.reviews().arrive(partner, QString::fromLatin1(who))); });
        };
        write([&](UnitOfWork &unit) {
            STORE_VERIFY(unit.partners().insert(somePartner(partner, files.creator(), unit.now())));
        });
        files.clock.set({1'000'000});
        QCOMPARE(present(), QString());
        arrive("tina");
        files.clock.set({1'000'001});
        arrive("maria");
        arrive("tina");
        QCOMPARE(present(), QStringLiteral("tina 1000000 1000001, maria 1000001 1000001"));
        files.clock.set({1'000'001 + presenceMs});
        QVERIFY(present().contains(QStringLiteral("maria")));
        arrive("tina");
        files.clock.set({1'000'002 + presenceMs});
        QCOMPARE(present(), QStringLiteral("tina 1000000 %1").arg(1'000'001 + presenceMs));
        // Who was gone begins anew.
        arrive("maria");
        QVERIFY(present().endsWith(QStringLiteral("maria %1 %1").arg(1'000'002 + presenceMs)));
        write([&](UnitOfWork &unit) { STORE_VERIFY(unit.reviews().leave(partner, QStringLiteral("tina"))); });
        QVERIFY(!present().contains(QStringLiteral("tina")));
    }

    void aHeartbeatIsOneRowOnTheServer()
    {
        using namespace gatehouse::storetest;
        using namespace gatehouse::domain;
        GATEHOUSE_NEEDS_POSTGRES();
        auto &[files, authority] = m_both.on(On::Postgres);
        QVERIFY(authority);
        const QString partner = m_both.fresh("p");
        const QString me = files->creator();
        Instant since;
        for (int beat = 0; beat < 3; ++beat) {
            const auto unit = *authority->begin(Access::Write);
            if (beat == 0) {
                STORE_VERIFY(unit->partners().insert(somePartner(partner, me, unit->now())));
                since = unit->now();
            }
            STORE_VERIFY(unit->reviews().arrive(partner, me));
            const auto present = unit->reviews().present(partner);
            STORE_VERIFY(present);
            QVERIFY(*present == (QList<Presence>{{me, since, unit->now()}}));
            STORE_VERIFY(unit->commit());
        }
        const auto unit = *authority->begin(Access::Write);
        STORE_VERIFY(unit->reviews().leave(partner, me));
        QCOMPARE(unit->reviews().present(partner)->size(), 0);
    }
};

GATEHOUSE_TEST(TestReviewRepository)

#include "tst_reviewrepository.moc"
