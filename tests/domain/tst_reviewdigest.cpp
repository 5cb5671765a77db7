#include "domain/reviewdigest.h"

#include "domain/example.h"
#include "domain/text.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

class TestReviewDigest : public QObject
{
    Q_OBJECT

    using Playbook = gatehouse::domain::Playbook;
    using PartnerFacts = gatehouse::domain::PartnerFacts;
    using Change = std::function<void(PartnerFacts &, Playbook &)>;

    static PartnerFacts reviewed() { return example::history("kl").contact("Ben", "sub-ben"); }

private Q_SLOTS:
    void namesThePartThatChanged_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char *title, const char *parts, const Change &change) {
            QTest::newRow(title) << change << QString::fromLatin1(parts);
        };
        row("nothing", "", [](PartnerFacts &, Playbook &) {});
        row("another revision of a kind", "dossier", [](PartnerFacts &facts, Playbook &) {
            auto document = facts.documents.first();
            document.id = QStringLiteral("d3");
            document.revision = 3;
            facts.documents.append(document);
        });
        row("bytes of a document", "dossier",
            [](PartnerFacts &facts, Playbook &) { facts.documents[0].sha256 = QStringLiteral("other"); });
        row("kind of a document", "dossier",
            [](PartnerFacts &facts, Playbook &) { facts.documents[0].kind = QStringLiteral("dpa"); });
        row("its validity", "dossier",
            [](PartnerFacts &facts, Playbook &) { facts.documents[0].validUntil = QStringLiteral("2026-12-31"); });
        row("a document's key is not reviewed", "",
            [](PartnerFacts &facts, Playbook &) { facts.documents[0].objectKey = QStringLiteral("elsewhere"); });
        row("a contact joins", "roster", [](PartnerFacts &facts, Playbook &) {
            auto contact = facts.contacts.first();
            contact.subject = QStringLiteral("sub-new");
            facts.contacts.append(contact);
        });
        row("a contact leaves", "roster",
            [](PartnerFacts &facts, Playbook &) { facts.contacts[1].removedAt = example::at("2026-03-03T10:00Z"); });
        row("a subject", "roster",
            [](PartnerFacts &facts, Playbook &) { facts.contacts[0].subject += QLatin1Char('x'); });
        row("a name", "roster", [](PartnerFacts &facts, Playbook &) { facts.contacts[0].name += QLatin1Char('x'); });
        row("a role", "roster", [](PartnerFacts &facts, Playbook &) { facts.contacts[0].role += QLatin1Char('x'); });
        row("an e-mail", "roster",
            [](PartnerFacts &facts, Playbook &) { facts.contacts[0].email += QLatin1Char('x'); });
        row("two people swap names", "roster",
            [](PartnerFacts &facts, Playbook &) { std::swap(facts.contacts[0].name, facts.contacts[1].name); });
        row("order of the roster", "",
            [](PartnerFacts &facts, Playbook &) { std::reverse(facts.contacts.begin(), facts.contacts.end()); });
        row("order of the documents", "",
            [](PartnerFacts &facts, Playbook &) { std::reverse(facts.documents.begin(), facts.documents.end()); });
        row("version of the playbook", "playbook", [](PartnerFacts &, Playbook &playbook) { playbook.version = 2; });
        row("its file", "playbook", [](PartnerFacts &, Playbook &playbook) { playbook.digest = QStringLiteral("d2"); });
        row("a decision", "decision", [](PartnerFacts &facts, Playbook &) {
            gatehouse::domain::Decision decision;
            decision.number = 1;
            decision.dossierRevision = 2;
            facts.decisions.append(decision);
        });
        row("a filing and a decision", "dossier, decision", [](PartnerFacts &facts, Playbook &) {
            facts.documents[0].sha256 = QStringLiteral("other");
            gatehouse::domain::Decision decision;
            decision.number = 1;
            facts.decisions.append(decision);
        });
        row("the partner's name", "partner",
            [](PartnerFacts &facts, Playbook &) { facts.partner.name += QLatin1Char('x'); });
        row("its legal name", "partner",
            [](PartnerFacts &facts, Playbook &) { facts.partner.legalName += QLatin1Char('x'); });
        row("its application", "partner",
            [](PartnerFacts &facts, Playbook &) { facts.partner.application += QLatin1Char(' '); });
        row("its region is not reviewed", "",
            [](PartnerFacts &facts, Playbook &) { facts.partner.region = QStringLiteral("EU"); });
        row("a note on the partner", "", [](PartnerFacts &facts, Playbook &) {
            facts.partner.owner = QStringLiteral("sub-root");
            facts.partner.updatedAt = example::at("2026-03-09T10:00Z");
        });
    }

    void namesThePartThatChanged()
    {
        QFETCH(Change, change);
        QFETCH(QString, parts);
        PartnerFacts facts = reviewed();
        Playbook playbook = example::playbook();
        const QString before = gatehouse::domain::reviewDigest(playbook, facts).text();
        change(facts, playbook);
        const auto after = gatehouse::domain::reviewDigest(playbook, facts);
        QCOMPARE(after.changedSince(before).join(QStringLiteral(", ")), parts);
        QCOMPARE(after.text() == before, parts.isEmpty());
    }

    void readsAsVersionAndSixParts()
    {
        static const QRegularExpression shape(QStringLiteral("^v2(\\.[0-9a-f]{32}){6}$"));
        const QString text = gatehouse::domain::reviewDigest(example::playbook(), reviewed()).text();
        QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
        QCOMPARE(text, gatehouse::domain::reviewDigest(example::playbook(), reviewed()).text());
    }

    // So that two programs of different age agree: the parts are SHA-256 of this JSON.
    void isMadeOfCanonicalJson()
    {
        const auto digest = gatehouse::domain::reviewDigest(example::playbook(), example::history("k"));
        const auto half = [](const QByteArray &json) { return gatehouse::domain::sha256Hex(json).left(32); };
        QCOMPARE(digest.dossier,
                 half("{\"documents\":[{\"id\":\"d1\",\"kind\":\"kyb\",\"sha256\":\"hash1\",\"valid_until\":\"\"}]}"));
        QCOMPARE(digest.roster,
                 half("{\"roster\":[{\"email\":\"ada@calder.example\",\"name\":\"Ada\",\"role\":\"Compliance officer\","
                      "\"subject\":\"sub-ada\"}]}"));
        QCOMPARE(digest.scopes, half("{\"scopes\":[]}"));
        QCOMPARE(digest.playbook, half("{\"digest\":\"d1\",\"id\":\"otc-partner\",\"version\":1}"));
        QCOMPARE(digest.decision, half("{\"decision\":0}"));
        const QByteArray application = gatehouse::domain::sha256Hex({}).toLatin1();
        QCOMPARE(digest.partner, half("{\"application\":\"" + application
                                      + "\",\"legal_name\":\"Calder & Voss Capital Ltd\",\"name\":\"Calder & Voss\"}"));
    }

    void whatIsNoDigestOfOursDiffersInEverything_data()
    {
        QTest::addColumn<QString>("text");
        const QString text = gatehouse::domain::reviewDigest(example::playbook(), reviewed()).text();
        QTest::newRow("empty") << QString();
        QTest::newRow("another version") << QStringLiteral("v1") + text.mid(2);
        QTest::newRow("cut") << text.section(QLatin1Char('.'), 0, 5);
        QTest::newRow("longer") << text + QStringLiteral(".0");
        QTest::newRow("words") << QStringLiteral("approve it");
    }

    void whatIsNoDigestOfOursDiffersInEverything()
    {
        QFETCH(QString, text);
        QCOMPARE(
            gatehouse::domain::reviewDigest(example::playbook(), reviewed()).changedSince(text).join(QLatin1Char(' ')),
            QStringLiteral("dossier roster scopes playbook decision partner"));
    }
};

GATEHOUSE_TEST(TestReviewDigest)

#include "tst_reviewdigest.moc"
