#include "support/testmain.h"
#include "words/changewords.h"
#include "words/textmarks.h"

// What changed since the last decision, from the data to the sentence.
class TestChangeWords : public QObject
{
    Q_OBJECT

    using Facts = gatehouse::domain::PartnerFacts;
    using Document = gatehouse::domain::DossierDocument;
    using Sign = gatehouse::domain::FactChange::Sign;

    static constexpr qint64 day = gatehouse::base::msPerDay;
    static constexpr gatehouse::base::Instant decided{1'773'000'000'000};

    static Document document(const char *id, const char *kind, qint64 revision, const char *validUntil)
    {
        Document one;
        one.id = QLatin1StringView(id);
        one.kind = QLatin1StringView(kind);
        one.revision = revision;
        one.sha256 = QString(64, QLatin1Char(*id));
        one.size = 2048;
        one.validUntil = QLatin1StringView(validUntil);
        return one;
    }

    static gatehouse::domain::Contact contact(const char *name, qint64 addedDays)
    {
        gatehouse::domain::Contact one;
        one.id = QLatin1StringView(name);
        one.name = one.id;
        one.role = QStringLiteral("Director");
        one.addedAt = {decided.ms + addedDays * day};
        return one;
    }

    static gatehouse::domain::Playbook playbook()
    {
        gatehouse::domain::Playbook playbook;
        playbook.documents = {
            {QStringLiteral("kyb"), QStringLiteral("KYB package"), QStringLiteral("KYB"), 0, 30, {}, {}},
            {QStringLiteral("licensing"),
             QStringLiteral("Licensing documents"),
             QStringLiteral("Licensing"),
             0,
             30,
             {},
             {}}};
        return playbook;
    }

    // Decided on revision 2; since then another KYB package, a contact more and one less.
    static Facts facts()
    {
        Facts facts;
        facts.partner.name = QStringLiteral("Calder");
        facts.documents = {document("a", "kyb", 1, "2026-06-01"), document("b", "licensing", 2, "2027-01-31"),
                           document("c", "kyb", 3, "2027-06-01")};
        gatehouse::domain::Contact gone = contact("ravi", -10);
        gone.removedAt = gatehouse::base::Instant{decided.ms + day};
        facts.contacts = {contact("lena", -10), gone, contact("ines", 1)};
        gatehouse::domain::Decision decision;
        decision.number = 1;
        decision.dossierRevision = 2;
        decision.decidedAt = decided;
        facts.decisions = {decision};
        return facts;
    }

    static QStringList told(const Facts &before, const Facts &now, const gatehouse::domain::PageCounts &pages = {})
    {
        const auto changes = gatehouse::domain::changesBetween(before, now, playbook());
        QStringList lines;
        for (const auto &row : gatehouse::words::changeWords(changes, now, playbook(), {decided.ms + 5 * day}, pages)) {
            const char *sign = row.sign == Sign::Added ? "+" : row.sign == Sign::Removed ? "-" : "~";
            lines += gatehouse::words::plain(
                QStringLiteral("%1 %2: %3 > %4").arg(QLatin1StringView(sign), row.field, row.before, row.after));
        }
        return lines;
    }

    static gatehouse::domain::Event update(qint64 number, qint64 days, const char *key, const char *before)
    {
        gatehouse::domain::Event event;
        event.number = number;
        event.at = {decided.ms + days * day};
        event.before = {{QLatin1StringView(key), QLatin1StringView(before)}};
        return event;
    }

private Q_SLOTS:
    void tellsWhatChangedSinceTheDecision()
    {
        const Facts now = facts();
        const Facts before = gatehouse::domain::factsAtDecision(now, {});
        QCOMPARE(told(before, now, {{QStringLiteral("c"), 5}}),
                 (QStringList{QStringLiteral("~ KYB package: 2.0 KiB, aaaa… > 5 page(s), cccc…"),
                              QStringLiteral("~ KYB valid until: 1 Jun > 1 Jun 2027"),
                              QStringLiteral("+ Contact: — > ines, Director"),
                              QStringLiteral("- Contact: ravi > removed")}));
        QCOMPARE(gatehouse::domain::newDocuments(now).size(), 1);
        QCOMPARE(gatehouse::domain::newDocuments(now).constFirst().before->id, QStringLiteral("a"));
        QCOMPARE(told(now, now), QStringList());
    }

    void textsBeforeAreToldByEvents()
    {
        Facts now = facts();
        now.partner.region = QStringLiteral("eu");
        const Facts before = gatehouse::domain::factsAtDecision(
            now, {update(3, 1, "name", "Between"), update(1, -1, "name", "Too old to matter"),
                  update(2, 1, "name", "Calder Ltd"), update(4, 2, "region", "")});
        QCOMPARE(told(before, now).mid(0, 2),
                 (QStringList{QStringLiteral("~ Name: Calder Ltd > Calder"), QStringLiteral("+ Region: — > eu")}));
    }

    void aDocumentWithoutEndSaysSo()
    {
        Facts now = facts();
        now.documents.last().validUntil.clear();
        QCOMPARE(told(gatehouse::domain::factsAtDecision(now, {}), now).at(1),
                 QStringLiteral("~ KYB valid until: 1 Jun > no end"));
    }

    void aFirstReviewShowsWhatWasFiled()
    {
        Facts now = facts();
        now.decisions.clear();
        now.documents = {document("a", "kyb", 1, ""), document("b", "licensing", 2, "")};
        QCOMPARE(told(gatehouse::domain::factsAtDecision(now, {}), now),
                 (QStringList{QStringLiteral("+ KYB package: — > 2.0 KiB, aaaa…"),
                              QStringLiteral("+ Licensing documents: — > 2.0 KiB, bbbb…")}));
        QCOMPARE(gatehouse::domain::newDocuments(now).size(), 2);
    }
};

GATEHOUSE_TEST(TestChangeWords)

#include "tst_changewords.moc"
