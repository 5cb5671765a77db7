#include "domain/dossier.h"

#include "domain/example.h"
#include "domain/reviewdigest.h"
#include "support/testmain.h"

#include <algorithm>

class TestDossier : public QObject
{
    Q_OBJECT

    using Facts = example::Facts;
    using Instant = gatehouse::domain::Instant;
    using PartnerFacts = gatehouse::domain::PartnerFacts;

    static QString stateName(gatehouse::domain::DossierState state)
    {
        using gatehouse::domain::DossierState;
        switch (state) {
        case DossierState::NotUsed: return QStringLiteral("not used");
        case DossierState::Missing: return QStringLiteral("missing");
        case DossierState::Partial: return QStringLiteral("partial");
        case DossierState::Current: return QStringLiteral("current");
        case DossierState::Expiring: return QStringLiteral("expiring");
        case DossierState::Expired: return QStringLiteral("expired");
        }
        Q_UNREACHABLE();
    }

    static QString documentName(gatehouse::domain::DocumentState state)
    {
        using gatehouse::domain::DocumentState;
        switch (state) {
        case DocumentState::NotFiled: return QStringLiteral("not filed");
        case DocumentState::AwaitingObject: return QStringLiteral("awaiting object");
        case DocumentState::Current: return QStringLiteral("current");
        case DocumentState::Expiring: return QStringLiteral("expiring");
        case DocumentState::Expired: return QStringLiteral("expired");
        }
        Q_UNREACHABLE();
    }

    // "expiring 30: kyb expiring 30 2026-04-11, licensing current 80 2026-05-31"
    static QString printed(const PartnerFacts &facts, const char *now,
                           const gatehouse::domain::Playbook &playbook = example::playbook())
    {
        const auto standing = gatehouse::domain::dossierStanding(playbook, facts, example::at(now));
        QStringList documents;
        for (const auto &document : standing.documents) {
            documents += QStringLiteral("%1 %2 %3 %4")
                             .arg(document.kind, documentName(document.state), QString::number(document.daysLeft),
                                  document.validUntil.isEmpty() ? QStringLiteral("-") : document.validUntil);
        }
        return QStringLiteral("%1 %2: %3")
            .arg(stateName(standing.state), QString::number(standing.daysLeft), documents.join(QStringLiteral(", ")));
    }

    static QStringList ids(const QList<gatehouse::domain::DossierDocument> &documents)
    {
        QStringList ids;
        for (const auto &document : documents)
            ids += document.id;
        return ids;
    }

private Q_SLOTS:
    void changesAtMidnightOfTheCalendarsZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const char *zone, const char *now, const char *expected) {
            QTest::newRow(title) << QByteArray(zone) << QByteArray(now) << QString::fromLatin1(expected);
        };
        // Valid until 10 June 2026, warned about 30 days before.
        row("31 days left", "UTC", "2026-05-10T23:59:59.999Z", "current 31 2026-06-10");
        row("30 days left", "UTC", "2026-05-11T00:00:00.000Z", "expiring 30 2026-06-10");
        row("one ms into it", "UTC", "2026-05-11T00:00:00.001Z", "expiring 30 2026-06-10");
        row("last day", "UTC", "2026-06-10T23:59:59.999Z", "expiring 0 2026-06-10");
        row("expired", "UTC", "2026-06-11T00:00:00.000Z", "expired -1 2026-06-10");
        row("long expired", "UTC", "2026-07-10T12:00:00.000Z", "expired -30 2026-06-10");
        // Berlin is two hours ahead in summer, New York four behind.
        row("Berlin: 31 days left", "Europe/Berlin", "2026-05-10T21:59:59.999Z", "current 31 2026-06-10");
        row("Berlin: 30 days left", "Europe/Berlin", "2026-05-10T22:00:00.000Z", "expiring 30 2026-06-10");
        row("Berlin: last day", "Europe/Berlin", "2026-06-10T21:59:59.999Z", "expiring 0 2026-06-10");
        row("Berlin: expired", "Europe/Berlin", "2026-06-10T22:00:00.000Z", "expired -1 2026-06-10");
        row("New York: last day", "America/New_York", "2026-06-11T03:59:59.999Z", "expiring 0 2026-06-10");
        row("New York: expired", "America/New_York", "2026-06-11T04:00:00.000Z", "expired -1 2026-06-10");
    }

    void changesAtMidnightOfTheCalendarsZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, now);
        QFETCH(QString, expected);
        auto playbook = example::playbook();
        playbook.calendar.zone = zone;
        playbook.documents.removeLast();
        const QString document =
            printed(Facts().filed("kyb", "2026-03-02T10:00Z", "2026-06-10"), now.constData(), playbook);
        QCOMPARE(document.section(QStringLiteral(": kyb "), 1), expected);
    }

    void lastsAsLongAsThePlaybookSaysFromTheDayOfFiling()
    {
        auto playbook = example::playbook();
        const Facts facts =
            Facts().filed("kyb", "2026-03-12T23:30Z").filed("licensing", "2026-03-12T23:30Z", "2026-12-31");
        QCOMPARE(printed(facts, "2026-03-13T00:00Z", playbook),
                 QStringLiteral("current 293: kyb current 364 2027-03-12, licensing current 293 2026-12-31"));
        playbook.calendar.zone = "Europe/Berlin"; // there it is the 13th already
        QCOMPARE(printed(facts, "2026-03-13T00:00Z", playbook),
                 QStringLiteral("current 293: kyb current 365 2027-03-13, licensing current 293 2026-12-31"));
        playbook.documents.first().validityDays = 0;
        QCOMPARE(printed(facts, "2026-03-13T00:00Z", playbook),
                 QStringLiteral("current 293: kyb current 0 -, licensing current 293 2026-12-31"));
    }

    void isAsGoodAsItsWorstDocument_data()
    {
        QTest::addColumn<PartnerFacts>("facts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const Facts &facts, const char *expected) {
            QTest::newRow(title) << PartnerFacts(facts) << QString::fromLatin1(expected);
        };
        row("nothing", Facts(), "missing 0: kyb not filed 0 -, licensing not filed 0 -");
        row("KYB only", Facts().filed("kyb", "2026-03-02T10:00Z", "2026-12-31"),
            "partial 0: kyb current 294 2026-12-31, licensing not filed 0 -");
        row("licensing only, and expired", Facts().filed("licensing", "2026-03-02T10:00Z", "2026-03-11"),
            "partial 0: kyb not filed 0 -, licensing expired -1 2026-03-11");
        row("both",
            Facts()
                .filed("kyb", "2026-03-02T10:00Z", "2026-12-31")
                .filed("licensing", "2026-03-02T10:00Z", "2026-12-30"),
            "current 293: kyb current 294 2026-12-31, licensing current 293 2026-12-30");
        row("one expiring",
            Facts()
                .filed("kyb", "2026-03-02T10:00Z", "2026-12-31")
                .filed("licensing", "2026-03-02T10:00Z", "2026-03-12"),
            "expiring 0: kyb current 294 2026-12-31, licensing expiring 0 2026-03-12");
        row("one expiring, one expired",
            Facts()
                .filed("kyb", "2026-03-02T10:00Z", "2026-03-20")
                .filed("licensing", "2026-03-02T10:00Z", "2026-03-10"),
            "expired -2: kyb expiring 8 2026-03-20, licensing expired -2 2026-03-10");
        row("until no day there is",
            Facts()
                .filed("kyb", "2026-03-02T10:00Z", "2030-13-39")
                .filed("licensing", "2026-03-02T10:00Z", "2026-12-31"),
            "expired -11: kyb expired -11 2026-03-01, licensing current 294 2026-12-31");
        row("renewed",
            Facts()
                .filed("kyb", "2026-03-02T10:00Z", "2026-03-10")
                .filed("licensing", "2026-03-02T10:00Z", "2026-12-31")
                .filed("kyb", "2026-03-11T10:00Z", "2027-03-10"),
            "current 294: kyb current 363 2027-03-10, licensing current 294 2026-12-31");
    }

    void isAsGoodAsItsWorstDocument()
    {
        QFETCH(PartnerFacts, facts);
        QFETCH(QString, expected);
        QCOMPARE(printed(facts, "2026-03-12T12:00Z"), expected);
        std::reverse(facts.documents.begin(), facts.documents.end());
        QCOMPARE(printed(facts, "2026-03-12T12:00Z"), expected);
    }

    void isNotUsedWithoutDocuments()
    {
        auto playbook = example::playbook();
        playbook.documents.clear();
        QCOMPARE(printed(Facts(), "2026-03-12T12:00Z", playbook), QStringLiteral("not used 0: "));
    }

    void awaitsTheObjectThatTheApplicationNames()
    {
        Facts facts;
        facts.get().partner.application =
            QStringLiteral("{\"kyb_object_key\":\"partners/x/kyb/1\",\"licensing_object_key\":\"\",\"name\":\"x\"}");
        QCOMPARE(printed(facts, "2026-03-12T12:00Z"),
                 QStringLiteral("missing 0: kyb awaiting object 0 -, licensing not filed 0 -"));
    }

    void tellsWhatWasFiledFirstAfterTheLastDecision()
    {
        const auto changed = [](const Facts &facts) {
            const auto standing =
                gatehouse::domain::dossierStanding(example::playbook(), facts, example::at("2026-04-01T00:00Z"));
            return QStringLiteral("%1 %2").arg(standing.revision).arg(example::shown(standing.changedSinceDecision));
        };
        QCOMPARE(changed(Facts()), QStringLiteral("0 -"));
        QCOMPARE(changed(example::history("kl")), QStringLiteral("2 -"));
        QCOMPARE(changed(example::history("kla")), QStringLiteral("2 -"));
        QCOMPARE(changed(example::history("klakl")), QStringLiteral("4 2026-03-02T13:00:00.000Z"));
        QCOMPARE(changed(example::history("klakla")), QStringLiteral("4 -"));
    }

    void aRenameSinceTheDecisionIsAChange()
    {
        const auto changed = [](PartnerFacts facts) {
            facts.partner.updatedAt = example::at("2026-03-20T09:00Z");
            const auto standing =
                gatehouse::domain::dossierStanding(example::playbook(), facts, example::at("2026-04-01T00:00Z"));
            return example::shown(standing.changedSinceDecision);
        };
        PartnerFacts facts = example::history("kl");
        const auto reviewed = gatehouse::domain::reviewDigest(example::playbook(), facts).text();
        facts = example::history("kla");
        facts.decisions[0].reviewedDigest = reviewed;
        QCOMPARE(changed(facts), QStringLiteral("-"));
        facts.partner.name += QLatin1Char('x');
        QCOMPARE(changed(facts), QStringLiteral("2026-03-20T09:00:00.000Z"));
        facts.decisions[0].reviewedDigest = QStringLiteral("v1.a.b.c.d.e");
        QCOMPARE(changed(facts), QStringLiteral("-"));
    }

    void takesTheLatestDocumentOfEachKindUpToARevision()
    {
        const PartnerFacts facts = example::history("klklk"); // d1 .. d5
        using gatehouse::domain::dossierAt;
        QCOMPARE(ids(dossierAt(facts.documents)), (QStringList{QStringLiteral("d4"), QStringLiteral("d5")}));
        QCOMPARE(ids(dossierAt(facts.documents, 3)), (QStringList{QStringLiteral("d2"), QStringLiteral("d3")}));
        QCOMPARE(ids(dossierAt(facts.documents, 1)), QStringList{QStringLiteral("d1")});
        QCOMPARE(ids(dossierAt(facts.documents, 0)), QStringList());
    }

    void aContactStandsUntilItsIdentityIsReleased()
    {
        using gatehouse::domain::Standing;
        using gatehouse::domain::standingOf;
        Facts facts = Facts().contact("Ben", "sub-ben").contact("Cleo", "sub-cleo");
        facts.removed("sub-ben", "2026-03-03T10:00Z").removed("sub-cleo", "2026-03-03T10:00Z", "2026-03-04T10:00Z");
        const auto &contacts = facts.get().contacts;
        QCOMPARE(standingOf(QStringLiteral("sub-ada"), contacts), Standing::InRoster);
        QCOMPARE(standingOf(QStringLiteral("sub-ben"), contacts), Standing::Removed);
        QCOMPARE(standingOf(QStringLiteral("sub-cleo"), contacts), Standing::Outside);
        QCOMPARE(standingOf(QStringLiteral("SUB-ADA"), contacts), Standing::Outside);
        QCOMPARE(gatehouse::domain::roster(contacts).size(), 1);
        facts.contact("Ben again", "sub-ben");
        QCOMPARE(standingOf(QStringLiteral("sub-ben"), facts.get().contacts), Standing::InRoster);
    }

    void questionsGoToWhoSubmittedElseToTheFirstOfTheRoster()
    {
        using gatehouse::domain::spokesperson;
        Facts facts = Facts().contact("Ben", "sub-ben");
        facts.get().partner.submittedBy = QStringLiteral("sub-ben");
        QCOMPARE(spokesperson(facts), QStringLiteral("Ben"));
        facts.removed("sub-ben", "2026-03-03T10:00Z");
        QCOMPARE(spokesperson(facts), QStringLiteral("Ada"));
        facts.removed("sub-ada", "2026-03-03T10:00Z");
        QCOMPARE(spokesperson(facts), QStringLiteral("Calder & Voss"));
    }
};

GATEHOUSE_TEST(TestDossier)

#include "tst_dossier.moc"
