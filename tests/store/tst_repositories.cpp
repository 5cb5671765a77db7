#include "store/bothworkspaces.h"
#include "support/testmain.h"

// What every repository promises, on both databases.
class TestRepositories : public QObject
{
    Q_OBJECT

    using BothWorkspaces = gatehouse::storetest::BothWorkspaces;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using On = gatehouse::storetest::On;
    using Role = gatehouse::domain::Role;

    BothWorkspaces m_both;

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void partnersComeBackAsTheyWere_data() { BothWorkspaces::addDialects(); }
    void partnersComeBackAsTheyWere()
    {
        STORE_BEGIN_ON_BOTH();
        Partner partner = somePartner(m_both.fresh("p"), me, now);
        // Quotes, backslashes, placeholders, other scripts, astral characters, right-to-left.
        partner.name = QString::fromUtf8(
            "O'Brien \\ \"x\" ? :a $1 -- ;; Ωμέγα 漢字 \xF0\x9F\x8F\xA6 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D");
        partner.application = QStringLiteral("{\"a\":\"\\u0000 \\\\ '\"}");
        partner.approverRole.reset();
        STORE_VERIFY(unit->partners().insert(partner));
        auto found = unit->partners().find(partner.id);
        STORE_VERIFY(found);
        QVERIFY(*found == partner);
        auto locked = unit->partners().lock(partner.id);
        STORE_VERIFY(locked);
        QVERIFY(*locked == partner);
    }

    void changesOfAPartnerAreTheNamedOnes_data() { BothWorkspaces::addDialects(); }
    void changesOfAPartnerAreTheNamedOnes()
    {
        STORE_BEGIN_ON_BOTH();
        Partner partner = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(partner));
        partner.name = QStringLiteral("Other");
        partner.legalName = QStringLiteral("Other Ltd");
        partner.region = QString();
        partner.owner = QStringLiteral("maria");
        partner.updatedAt = now + 5;
        STORE_VERIFY(unit->partners().update(partner));
        partner.region = QStringLiteral("");
        // The server dates it itself, after what was there.
        if (on == On::Postgres)
            partner.updatedAt = now + 1;
        QVERIFY(*unit->partners().find(partner.id) == partner);
        // A change that is later than now stays so.
        STORE_VERIFY(unit->partners().touch(partner.id));
        QCOMPARE(unit->partners().find(partner.id)->updatedAt, partner.updatedAt);
        const auto missing = unit->partners().touch(QStringLiteral("nobody"));
        QVERIFY(!missing && missing.error().code == ErrorCode::PartnerNotFound);
    }

    void aTakenSlugIsAConflict_data() { BothWorkspaces::addDialects(); }
    void aTakenSlugIsAConflict()
    {
        STORE_BEGIN_ON_BOTH();
        const Partner first = somePartner(m_both.fresh("p"), me, now);
        STORE_VERIFY(unit->partners().insert(first));
        Partner second = somePartner(m_both.fresh("p"), me, now);
        second.slug = first.slug;
        const auto refused = unit->partners().insert(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PartnerNameInUse);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().subject, second.name);
    }

    void aReferenceIsAnIdASlugOrAName_data() { BothWorkspaces::addDialects(); }
    void aReferenceIsAnIdASlugOrAName()
    {
        STORE_BEGIN_ON_BOTH();
        Partner one = somePartner(m_both.fresh("p"), me, now);
        one.name = QString::fromUtf8("\u039c\u03ac\u03ca\u03bf\u03c2 ") + one.id;
        Partner two = somePartner(m_both.fresh("p"), me, now);
        Partner three = somePartner(m_both.fresh("p"), me, now);
        three.name = two.name.toUpper();
        for (const Partner &partner : {one, two, three})
            STORE_VERIFY(unit->partners().insert(partner));
        QCOMPARE(*unit->partners().resolve(one.id), one.id);
        QCOMPARE(*unit->partners().resolve(one.slug), one.id);
        QCOMPARE(*unit->partners().resolve(QString::fromUtf8("\u039c\u0386\u03aa\u039f\u03a3 ") + one.id.toUpper()),
                 one.id);
        const auto ambiguous = unit->partners().resolve(two.name);
        QVERIFY(!ambiguous);
        QCOMPARE(ambiguous.error().code, ErrorCode::PartnerAmbiguous);
        QCOMPARE(ambiguous.error().arguments, (QStringList{two.slug, three.slug}));
        // A slug outlives its partner's name, and the name may be another's by then.
        Partner renamed = one;
        renamed.name = QStringLiteral("Other ") + one.id;
        STORE_VERIFY(unit->partners().update(renamed));
        Partner heir = somePartner(m_both.fresh("p"), me, now);
        heir.name = one.slug.toUpper();
        STORE_VERIFY(unit->partners().insert(heir));
        const auto either = unit->partners().resolve(one.slug);
        QVERIFY(!either);
        QCOMPARE(either.error().code, ErrorCode::PartnerAmbiguous);
        QCOMPARE(either.error().arguments, (QStringList{one.id, heir.slug}));
        QCOMPARE(*unit->partners().resolve(heir.slug), heir.id);
        QCOMPARE(*unit->partners().resolve(renamed.name), one.id);
        QCOMPARE(unit->partners().resolve(QStringLiteral("nobody")).error().code, ErrorCode::PartnerNotFound);
        // Nothing found is no failed statement.
        STORE_VERIFY(unit->commit());
    }

    void pagesAreCompleteAndInOrder_data() { BothWorkspaces::addDialects(); }
    void pagesAreCompleteAndInOrder()
    {
        STORE_BEGIN_ON_BOTH();
        const qint64 before = *unit->partners().count();
        QStringList ids;
        for (int i = 0; i < 7; ++i) {
            ids += m_both.fresh("page");
            STORE_VERIFY(unit->partners().insert(somePartner(ids.last(), me, now)));
        }
        QCOMPARE(*unit->partners().count(), before + 7);
        QStringList read;
        QString after = QStringLiteral("page-");
        for (;;) {
            auto page = unit->partners().page(after, 3);
            STORE_VERIFY(page);
            QVERIFY(page->size() <= 3);
            for (const Partner &partner : std::as_const(*page)) {
                after = partner.id;
                if (partner.id.startsWith(QStringLiteral("page-")))
                    read += partner.id;
            }
            if (page->size() < 3)
                break;
        }
        QCOMPARE(read, ids);
    }

    void aSubjectIsReservedUntilReleased_data() { BothWorkspaces::addDialects(); }
    void aSubjectIsReservedUntilReleased()
    {
        STORE_BEGIN_ON_BOTH();
        const QString partner = m_both.fresh("p");
        const QString subject = m_both.fresh("subject");
        STORE_VERIFY(unit->partners().insert(somePartner(partner, me, now)));
        const Contact contact = someContact(m_both.fresh("c"), partner, subject, now);
        STORE_VERIFY(unit->contacts().insert(contact));
        QCOMPARE(*unit->contacts().partnersOfSubject(subject), QStringList{partner});
        STORE_VERIFY(unit->contacts().remove(contact.id, now, me));
        QCOMPARE(*unit->contacts().partnersOfSubject(subject), QStringList());
        const auto left = unit->contacts().ofPartner(partner);
        STORE_VERIFY(left);
        QVERIFY(left->first().removedAt == now);
        QCOMPARE(left->first().removedBy, me);
        STORE_VERIFY(unit->contacts().release(contact.id, now));
        const Contact again = someContact(m_both.fresh("c"), partner, subject, now);
        STORE_VERIFY(unit->contacts().insert(again));
        const auto all = unit->contacts().ofPartner(partner);
        STORE_VERIFY(all);
        QCOMPARE(all->size(), 2);
        QVERIFY(all->last() == again);

        const auto taken = unit->contacts().insert(someContact(m_both.fresh("c"), partner, subject, now));
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::SubjectInUse);
        QCOMPARE(taken.error().kind, ErrorKind::Conflict);
        QCOMPARE(taken.error().subject, subject);
    }

    void filingsAreNumberedAndKept_data() { BothWorkspaces::addDialects(); }
    void filingsAreNumberedAndKept()
    {
        STORE_BEGIN_ON_BOTH();
        const QString partner = m_both.fresh("p");
        const QString other = m_both.fresh("p");
        STORE_VERIFY(unit->partners().insert(somePartner(partner, me, now)));
        STORE_VERIFY(unit->partners().insert(somePartner(other, me, now)));
        DossierDocument first = someDocument(m_both.fresh("d"), partner, me, now);
        first.validUntil = QStringLiteral("2027-02-28");
        first.revision = 77;
        DossierDocument second = someDocument(m_both.fresh("d"), partner, me, now);
        QCOMPARE(*unit->dossiers().insert(first), 1);
        QCOMPARE(*unit->dossiers().insert(second), 2);
        QCOMPARE(*unit->dossiers().insert(someDocument(m_both.fresh("d"), other, me, now)), 1);
        first.revision = 1;
        second.revision = 2;
        second.validUntil = QStringLiteral("");
        const auto filed = unit->dossiers().ofPartner(partner);
        STORE_VERIFY(filed);
        QVERIFY(*filed == (QList<DossierDocument>{first, second}));
        QCOMPARE(unit->dossiers().ofPartners(partner, other)->size(), 3);
    }

    void decisionsAreNumberedAndStampThePartner_data() { BothWorkspaces::addDialects(); }
    void decisionsAreNumberedAndStampThePartner()
    {
        STORE_BEGIN_ON_BOTH();
        const QString partner = m_both.fresh("p");
        const QString other = m_both.fresh("p");
        STORE_VERIFY(unit->partners().insert(somePartner(partner, me, now)));
        STORE_VERIFY(unit->partners().insert(somePartner(other, me, now)));
        Decision first = someDecision(m_both.fresh("e"), partner, me, now);
        first.partnerComment = QStringLiteral("Thank you.");
        first.dossierRevision = 3;
        first.evidence = {{EvidenceKind::Document, QStringLiteral("d-1"), 4, QString(64, QLatin1Char('a'))},
                          {EvidenceKind::Link, QStringLiteral("https://example.org/x"), 0, QStringLiteral("")}};
        QCOMPARE(*unit->decisions().insert(first), 1);
        auto approved = unit->partners().find(partner);
        QVERIFY(approved->approvedAt == now);
        QCOMPARE(approved->approvedBy, me);
        Decision second = someDecision(m_both.fresh("e"), partner, me, now);
        second.verdict = Verdict::Reject;
        second.finality = Finality::Final;
        QCOMPARE(*unit->decisions().insert(second), 2);
        QCOMPARE(*unit->decisions().insert(someDecision(m_both.fresh("e"), other, me, now)), 1);
        auto suspended = unit->partners().find(partner);
        QVERIFY(!suspended->approvedAt);
        QCOMPARE(suspended->approvedBy, QString());

        const auto made = unit->decisions().ofPartner(partner);
        STORE_VERIFY(made);
        QCOMPARE(made->size(), 2);
        QCOMPARE(made->first().number, 1);
        QVERIFY(made->first().evidence == first.evidence);
        QCOMPARE(made->first().partnerComment, first.partnerComment);
        QCOMPARE(made->first().dossierRevision, 3);
        QVERIFY(made->first().decidedAt == now);
        QCOMPARE(made->last().number, 2);
        QVERIFY(made->last().verdict == Verdict::Reject && made->last().finality == Finality::Final);
        QVERIFY(made->last().evidence == second.evidence);
        QCOMPARE(unit->decisions().ofPartners(partner, other)->size(), 3);
        STORE_VERIFY(unit->commit());
    }

    void refusesADecision_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorKind>("kind");
        for (const On on : gatehouse::storetest::dialects) {
            const auto row = [on](const char *what, ErrorCode code, ErrorKind kind) {
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), what)
                    << on << QString::fromLatin1(what) << code << kind;
            };
            row("short note", ErrorCode::NoteTooShort, ErrorKind::Invalid);
            row("no evidence", ErrorCode::EvidenceMissing, ErrorKind::Invalid);
            row("no operator", ErrorCode::NotOnAllowlist, ErrorKind::Denied);
            row("in the roster", ErrorCode::OnTheRoster, ErrorKind::Denied);
            row("removed from the roster", ErrorCode::OnTheRoster, ErrorKind::Denied);
            row("own request", ErrorCode::OwnRequest, ErrorKind::Denied);
            row("no partner", ErrorCode::PartnerNotFound, ErrorKind::NotFound);
        }
    }
    void refusesADecision()
    {
        STORE_BEGIN_ON_BOTH();
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        QFETCH(ErrorKind, kind);
        Partner partner = somePartner(m_both.fresh("p"), me, now);
        Decision decision = someDecision(m_both.fresh("e"), partner.id, me, now);
        if (what == QStringLiteral("own request"))
            partner.submittedBy = me;
        if (what == QStringLiteral("no operator"))
            partner.approverRole = Role::TenantAdmin;
        STORE_VERIFY(unit->partners().insert(partner));
        if (what == QStringLiteral("short note"))
            decision.notes = QStringLiteral(" 19 characters long \n");
        if (what == QStringLiteral("no evidence"))
            decision.evidence.clear();
        if (what == QStringLiteral("no partner"))
            decision.partnerId = QStringLiteral("nobody");
        if (what.contains(QStringLiteral("roster"))) {
            const QString contact = m_both.fresh("c");
            STORE_VERIFY(unit->contacts().insert(someContact(contact, partner.id, me, now)));
            if (what.startsWith(QStringLiteral("removed")))
                STORE_VERIFY(unit->contacts().remove(contact, now, me));
        }
        const auto refused = unit->decisions().insert(decision);
        QVERIFY(!refused);
        QCOMPARE(textOf(refused.error()).section(QLatin1Char(' '), 0, 0),
                 textOf({kind, code, {}, {}}).section(QLatin1Char(' '), 0, 0));
        if (code == ErrorCode::OnTheRoster || code == ErrorCode::OwnRequest)
            QCOMPARE(refused.error().subject, partner.name);
        if (code == ErrorCode::NoteTooShort)
            QCOMPARE(refused.error().arguments, (QStringList{QStringLiteral("20"), QStringLiteral("18")}));
    }

    void rolesAreHeldUntilRevoked_data() { BothWorkspaces::addDialects(); }
    void rolesAreHeldUntilRevoked()
    {
        STORE_BEGIN_ON_BOTH();
        const QString subject = m_both.fresh("operator");
        Operator row{subject, Role::Support, QStringLiteral("Sam"), me, now, {}, {}};
        STORE_VERIFY(unit->operators().insert(row));
        row.role = Role::TenantAdmin;
        STORE_VERIFY(unit->operators().insert(row));
        QCOMPARE(unit->operators().rolesOf(subject)->size(), 2);
        STORE_VERIFY(unit->operators().revoke(subject, Role::Support, now, me));
        QCOMPARE(*unit->operators().rolesOf(subject), QList<Role>{Role::TenantAdmin});
        // Again, in the same millisecond.
        row.role = Role::Support;
        STORE_VERIFY(unit->operators().insert(row));
        auto all = unit->operators().all();
        STORE_VERIFY(all);
        QCOMPARE(std::count_if(all->cbegin(), all->cend(), [&](const Operator &one) { return one.subject == subject; }),
                 3);
        const auto twice = unit->operators().insert(row);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::OperatorExists);
        QCOMPARE(twice.error().subject, subject);
    }

    void revokingWhatIsNotHeldIsNotFound_data() { BothWorkspaces::addDialects(); }
    void revokingWhatIsNotHeldIsNotFound()
    {
        STORE_BEGIN_ON_BOTH();
        const auto refused = unit->operators().revoke(QStringLiteral("nobody"), Role::Support, now, me);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OperatorNotFound);
    }

    void anEventThatCannotBeReadIsMarkedAndHidesNoOther_data() { BothWorkspaces::addDialects(); }
    void anEventThatCannotBeReadIsMarkedAndHidesNoOther()
    {
        using namespace gatehouse::storetest;
        using gatehouse::domain::Access;
        using gatehouse::domain::Event;
        QFETCH(On, on);
        STORE_SKIPS_WITHOUT(on);
        TestWorkspace files(on);
        QVERIFY2(files.isOpen(), qPrintable(files.errorText()));
        const auto raw = files.rawClient();
        // Our triggers let no such row in.
        if (on == On::Postgres)
            QCOMPARE(raw->run(QStringLiteral("ALTER TABLE gatehouse.events DISABLE TRIGGER USER")), QString());
        QCOMPARE(
            raw->run(QStringLiteral("INSERT INTO %1events (number, id, at, type, actor, on_behalf_of, os_user, subject,"
                                    " state_before, state_after, request_id) VALUES (2, 'x', 9223372036854775807,"
                                    " 'operator.added', '%2', '', '', '', '{\"a\":', '[1]', '')")
                         .arg(on == On::Postgres ? QStringLiteral("gatehouse.") : QString(), files.creator())),
            QString());
        const auto authority = files.authority();
        const auto unit = *authority->begin(Access::Read);
        const auto events = unit->events().list({});
        STORE_VERIFY(events);
        QCOMPARE(events->size(), 2);
        const bool first = events->first().id == QStringLiteral("x");
        QVERIFY(events->at(first ? 1 : 0).readable);
        const Event &bad = events->at(first ? 0 : 1);
        QVERIFY(!bad.readable);
        QCOMPARE(bad.before.value(QStringLiteral("unreadable")).toString(), QStringLiteral("{\"a\":"));
        QCOMPARE(bad.after.value(QStringLiteral("unreadable")).toString(), QStringLiteral("[1]"));
    }

    void eventsAreNumberedAndFiltered_data() { BothWorkspaces::addDialects(); }
    void eventsAreNumberedAndFiltered()
    {
        STORE_BEGIN_ON_BOTH();
        const QString partner = m_both.fresh("p");
        const QString subject = m_both.fresh("s");
        const EventMark before = unit->events().changesAfter({})->newest;
        const auto event = [&](const char *type, const QString &about) {
            Event one;
            one.id = m_both.fresh("ev");
            one.at = now;
            one.type = QString::fromLatin1(type);
            one.actor = me;
            one.osUser = QStringLiteral("os");
            one.partnerId = about;
            one.subject = subject;
            one.before = {{QStringLiteral("a"), 1}};
            one.after = {{QStringLiteral("b"), QString::fromUtf8("\xE2\x82\xAC")}};
            one.requestId = QStringLiteral("r");
            return one;
        };
        // PostgreSQL takes only what was done.
        const Operator kim{m_both.fresh("kim"), Role::Support, {}, me, now, {}, {}};
        STORE_VERIFY(unit->operators().insert(kim));
        STORE_VERIFY(unit->partners().insert(somePartner(partner, me, now)));
        STORE_VERIFY(unit->contacts().insert(someContact(m_both.fresh("c"), partner, subject, now)));
        const Event updated = event("partner.updated", partner);
        Event added = event("operator.added", {});
        added.subject = kim.subject;
        for (const Event &one :
             {updated, event("partner.identity_deactivated", partner), added, event("partner.contact_added", partner)})
            STORE_VERIFY(unit->events().append(one));
        EventFilter filter;
        filter.afterNumber = before.number;
        auto all = unit->events().list(filter);
        STORE_VERIFY(all);
        QCOMPARE(all->size(), 4);
        for (qsizetype i = 1; i < all->size(); ++i)
            QVERIFY(all->at(i - 1).number < all->at(i).number);
        QVERIFY(all->first().number > before.number);
        QCOMPARE(all->first().before, updated.before);
        QCOMPARE(all->first().after, updated.after);
        QCOMPARE(all->at(2).partnerId, QString());

        filter.typePrefix = QStringLiteral("partner.");
        filter.order = EventFilter::Order::NewestFirst;
        auto ofType = unit->events().list(filter);
        QCOMPARE(ofType->size(), 3);
        QCOMPARE(ofType->first().type, QStringLiteral("partner.contact_added"));
        filter.limit = 1;
        QCOMPARE(unit->events().list(filter)->size(), 1);
        filter.limit = 10;
        filter.partnerId = partner;
        filter.from = now;
        filter.to = now + 1;
        QCOMPARE(unit->events().list(filter)->size(), 3);
        filter.typePrefix = QStringLiteral("partner.c");
        QCOMPARE(unit->events().list(filter)->size(), 1);
        filter.to = now;
        QCOMPARE(unit->events().list(filter)->size(), 0);
        filter.typePrefix = QString::fromUtf8("\xE2\x82\xAC");
        QCOMPARE(unit->events().list(filter)->size(), 0);

        const auto changes = unit->events().changesAfter(before);
        QCOMPARE(changes->partnerIds, QStringList{partner});
        QCOMPARE(changes->newest, (EventMark{all->last().number, all->last().id}));
        QCOMPARE(changes->mark, EventRepository::Changes::Mark::Known);
        QVERIFY(unit->events().changesAfter(changes->newest)->partnerIds.isEmpty());
        for (const EventMark &strange : {EventMark{before.number, QStringLiteral("another")},
                                         EventMark{changes->newest.number + 1, m_both.fresh("ev")}})
            QCOMPARE(unit->events().changesAfter(strange)->mark, EventRepository::Changes::Mark::Strange);
    }

    void receiptsComeBackByTheirRequest_data() { BothWorkspaces::addDialects(); }
    void receiptsComeBackByTheirRequest()
    {
        STORE_BEGIN_ON_BOTH();
        Receipt receipt;
        receipt.requestId = m_both.fresh("r");
        receipt.operation = OperationKind::FileDocument;
        receipt.requestDigest = QString(64, QLatin1Char('0'));
        receipt.actor = me;
        receipt.osUser = QStringLiteral("os");
        receipt.at = now;
        receipt.result = {{QStringLiteral("partner"), QStringLiteral("x")}};
        QVERIFY(!unit->receipts().find(receipt.requestId)->has_value());
        STORE_VERIFY(unit->receipts().append(receipt));
        auto found = unit->receipts().find(receipt.requestId);
        STORE_VERIFY(found);
        QVERIFY(found->has_value());
        QVERIFY((*found)->operation == OperationKind::FileDocument);
        QCOMPARE((*found)->result, receipt.result);
        QVERIFY((*found)->at == now);
        const auto twice = unit->receipts().append(receipt);
        QVERIFY(!twice);
        // Asks for a retry, which finds the receipt.
        QCOMPARE(twice.error().code, ErrorCode::ConcurrentChange);
    }
};

GATEHOUSE_TEST(TestRepositories)

#include "tst_repositories.moc"
