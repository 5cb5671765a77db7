#include "domain/application.h"

#include "domain/example.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

class TestApplication : public QObject
{
    Q_OBJECT

    using Change = std::function<void(QJsonObject &)>;

    static QString u(const char *text) { return QString::fromUtf8(text); }

    static QJsonObject contact(const char *name, const char *subject)
    {
        return {{u("name"), u(name)},
                {u("email"), u(name).toLower() + u("@calder.example")},
                {u("phone"), u("+44 20 7946 0000")},
                {u("role"), u("Compliance officer")},
                {u("subject"), u(subject)}};
    }

    static QJsonObject payload()
    {
        return {{u("name"), u("Calder & Voss")},
                {u("legal_name"), u("Calder & Voss Capital Ltd")},
                {u("kyb_object_key"), u("partners/tmp/kyb/20260302T090000Z")},
                {u("licensing_object_key"), u("my uploads/licence (2).pdf")},
                {u("contacts"), QJsonArray{contact("Ada", "sub-ada"), contact("Ben", "sub-ben")}}};
    }

    static void setInContact(QJsonObject &payload, int index, const char *key, const QJsonValue &value)
    {
        QJsonArray contacts = payload.value(u("contacts")).toArray();
        QJsonObject contact = contacts.at(index).toObject();
        contact.insert(u(key), value);
        contacts.replace(index, contact);
        payload.insert(u("contacts"), contacts);
    }

    static QString printed(const gatehouse::base::Error &error)
    {
        return QStringLiteral("%1 %2 %3: %4")
            .arg(gatehouse::base::errorKindName(error.kind), gatehouse::base::errorCodeName(error.code), error.subject,
                 error.arguments.join(QStringLiteral(", ")));
    }

    static void refusal(const char *title, const char *error, const Change &change)
    {
        QTest::newRow(title) << change << u(error);
    }

    static void addRefusedPayloads()
    {
        refusal("missing key", "invalid key-missing legal_name: ", [](QJsonObject &p) { p.remove(u("legal_name")); });
        refusal("missing object key", "invalid key-missing licensing_object_key: ", [](QJsonObject &p) {
            p.remove(u("licensing_object_key"));
        });
        refusal("missing roster", "invalid key-missing contacts: ", [](QJsonObject &p) { p.remove(u("contacts")); });
        refusal("unknown key", "invalid key-unknown website: ", [](QJsonObject &p) { p.insert(u("website"), u("x")); });
        refusal("a misspelt key is called unknown", "invalid key-unknown legalname: ", [](QJsonObject &p) {
            p.remove(u("legal_name"));
            p.insert(u("legalname"), u("x"));
        });
        refusal("number for a text", "invalid key-wrong-type name: text",
                [](QJsonObject &p) { p.insert(u("name"), 7); });
        refusal("null for a text", "invalid key-wrong-type name: text",
                [](QJsonObject &p) { p.insert(u("name"), QJsonValue()); });
        refusal("list for an object key", "invalid key-wrong-type kyb_object_key: text",
                [](QJsonObject &p) { p.insert(u("kyb_object_key"), QJsonArray()); });
        refusal("object for the roster", "invalid key-wrong-type contacts: list",
                [](QJsonObject &p) { p.insert(u("contacts"), contact("Ada", "sub-ada")); });
        refusal("text for a contact", "invalid key-wrong-type contacts[1]: object", [](QJsonObject &p) {
            p.insert(u("contacts"), QJsonArray{contact("Ada", "sub-ada"), u("Ben")});
        });
        refusal("empty roster",
                "invalid key-missing contacts[0]: ", [](QJsonObject &p) { p.insert(u("contacts"), QJsonArray()); });
        refusal("empty name", "invalid text-missing name: ", [](QJsonObject &p) { p.insert(u("name"), u(" ")); });
        refusal("long name", "invalid text-too-long legal_name: 200, 201",
                [](QJsonObject &p) { p.insert(u("legal_name"), QString(201, QLatin1Char('x'))); });
        refusal("two lines of name",
                "invalid text-forbidden name: ", [](QJsonObject &p) { p.insert(u("name"), u("a\nb")); });
        refusal("empty object key",
                "invalid text-missing kyb_object_key: ", [](QJsonObject &p) { p.insert(u("kyb_object_key"), u("")); });
    }

    static void addRefusedContacts()
    {
        refusal("contact without phone", "invalid key-missing contacts[1].phone: ", [](QJsonObject &p) {
            QJsonObject ben = contact("Ben", "sub-ben");
            ben.remove(u("phone"));
            p.insert(u("contacts"), QJsonArray{contact("Ada", "sub-ada"), ben});
        });
        refusal("contact with more",
                "invalid key-unknown contacts[1].fax: ", [](QJsonObject &p) { setInContact(p, 1, "fax", u("1")); });
        refusal("number for a phone", "invalid key-wrong-type contacts[0].phone: text",
                [](QJsonObject &p) { setInContact(p, 0, "phone", 4420); });
        refusal("contact without a name",
                "invalid text-missing contacts[1].name: ", [](QJsonObject &p) { setInContact(p, 1, "name", u("")); });
        refusal("contact without a role",
                "invalid text-missing contacts[0].role: ", [](QJsonObject &p) { setInContact(p, 0, "role", u("")); });
        refusal("contact without a subject", "invalid text-missing contacts[0].subject: ", [](QJsonObject &p) {
            setInContact(p, 0, "subject", u("  "));
        });
        refusal("subject with NUL", "invalid text-forbidden contacts[0].subject: ", [](QJsonObject &p) {
            setInContact(p, 0, "subject", QString(QChar(u'a')) + QChar(0) + QChar(u'b'));
        });
        refusal("contact without an address",
                "invalid text-missing contacts[0].email: ", [](QJsonObject &p) { setInContact(p, 0, "email", u("")); });
        refusal("no address", "invalid email-malformed contacts[1].email: ben at calder",
                [](QJsonObject &p) { setInContact(p, 1, "email", u("ben at calder")); });
        refusal("the same subject twice", "conflict subject-duplicate sub-ada: ", [](QJsonObject &p) {
            setInContact(p, 1, "subject", u("sub-ada"));
        });
        refusal("the same subject after trimming", "conflict subject-duplicate sub-ada: ", [](QJsonObject &p) {
            setInContact(p, 1, "subject", u(" sub-ada "));
        });
    }

private Q_SLOTS:
    void readsTheRunbooksPayload()
    {
        const auto read = gatehouse::domain::readApplication(payload(), example::playbook());
        QVERIFY(read);
        QCOMPARE(read->name, u("Calder & Voss"));
        QCOMPARE(read->legalName, u("Calder & Voss Capital Ltd"));
        QCOMPARE(read->region, QString());
        QCOMPARE(read->objectKeys.size(), 2);
        QCOMPARE(read->objectKeys.value(u("kyb")), u("partners/tmp/kyb/20260302T090000Z"));
        // Keys outside the convention are accepted: an application carries them before an id exists.
        QCOMPARE(read->objectKeys.value(u("licensing")), u("my uploads/licence (2).pdf"));
        QCOMPARE(read->roster.size(), 2);
        QCOMPARE(read->roster.at(1).name, u("Ben"));
        QCOMPARE(read->roster.at(1).email, u("ben@calder.example"));
        QCOMPARE(read->roster.at(1).phone, u("+44 20 7946 0000"));
        QCOMPARE(read->roster.at(1).role, u("Compliance officer"));
        QCOMPARE(read->roster.at(1).subject, u("sub-ben"));
        QCOMPARE(read->roster.at(1).id, QString());
        QCOMPARE(read->payload, payload());
    }

    void trimsAndComposesWhatItKeeps()
    {
        QJsonObject given = payload();
        given.insert(u("name"), u("  Zoe\u0308 Capital "));
        setInContact(given, 0, "subject", u(" sub-ada\n"));
        setInContact(given, 0, "phone", u(" "));
        const auto read = gatehouse::domain::readApplication(given, example::playbook());
        QVERIFY(read);
        QCOMPARE(read->name, u("Zo\u00eb Capital"));
        QCOMPARE(read->roster.at(0).subject, u("sub-ada"));
        QCOMPARE(read->roster.at(0).phone, QString());
        QCOMPARE(read->payload, given);
    }

    void refusesWithThePath_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("error");
        addRefusedPayloads();
        addRefusedContacts();
    }

    void refusesWithThePath()
    {
        QFETCH(Change, change);
        QFETCH(QString, error);
        QJsonObject given = payload();
        change(given);
        const auto read = gatehouse::domain::readApplication(given, example::playbook());
        QVERIFY(!read);
        QCOMPARE(printed(read.error()), error);
    }

    void subjectsThatDifferInCaseAreTwo()
    {
        QJsonObject given = payload();
        setInContact(given, 1, "subject", u("SUB-ADA"));
        QVERIFY(gatehouse::domain::readApplication(given, example::playbook()));
    }

    void tellsAnAddressFromOtherText_data()
    {
        QTest::addColumn<bool>("plausible");
        for (const char *good :
             {"ada@calder.example", "a@b", "ada+kyb@mail.calder.example", "zoë@bücher.example", "o'neil@x.org"})
            QTest::newRow(good) << true;
        for (const char *bad :
             {"ada", "@calder.example", "ada@", "ada@calder@example", "ada @calder.example", "ada@cal der",
              "ada@.example", "ada@example.", "ada@a..b", "Ada <ada@calder.example>", "a@b,c@d", "a@b;c@d"})
            QTest::newRow(bad) << false;
    }

    void tellsAnAddressFromOtherText()
    {
        QFETCH(bool, plausible);
        const auto contact = gatehouse::domain::checkedContact(u("Ada"), u(QTest::currentDataTag()), {}, u("Director"),
                                                               u("sub-ada"), {});
        QCOMPARE(bool(contact), plausible);
        if (!plausible)
            QCOMPARE(contact.error().subject, u("email"));
    }

    void readsOtherSchemasByTheirMeaning()
    {
        auto playbook = example::playbook();
        playbook.application = {{u("company"), gatehouse::domain::FieldType::Text, u("name")},
                                {u("where"), gatehouse::domain::FieldType::Text, u("region")},
                                {u("notes"), gatehouse::domain::FieldType::Text, {}}};
        const QJsonObject given{{u("company"), u("Aurelia")}, {u("where"), u("")}, {u("notes"), u("two\nlines")}};
        const auto read = gatehouse::domain::readApplication(given, playbook);
        QVERIFY(read);
        QCOMPARE(read->name, u("Aurelia"));
        QCOMPARE(read->legalName, QString());
        QVERIFY(read->roster.isEmpty());
    }
};

GATEHOUSE_TEST(TestApplication)

#include "tst_application.moc"
