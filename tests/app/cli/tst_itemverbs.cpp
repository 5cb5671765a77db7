#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// Checklists, by the program itself on both databases: an enterprise customer on the playbook of the program.
class TestItemVerbs : public QObject
{
    Q_OBJECT

    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;

    static constexpr auto handoff = R"({
        "name": "Northwind Mills", "primary_contact": "Ada Lind", "plan": "Enterprise", "user_count": 250,
        "sso_required": "yes", "scim_required": "no", "api_access_required": "no", "webhooks_required": "no",
        "data_residency": "eu", "dpa_required": "no"})";

    static Answer submit(Admin &admin, const QByteArray &application)
    {
        return admin.json(u"rita"_s, {u"partner"_s, u"submit"_s, u"--playbook"_s, u"enterprise-customer"_s, u"--file"_s,
                                      admin.write(u"handoff.json"_s, application)});
    }

    static QString customer(Admin &admin)
    {
        return submit(admin, handoff).json().value("result"_L1).toObject().value("slug"_L1).toString();
    }

    static QJsonObject item(Admin &admin, const QString &partner, const QString &id)
    {
        const Answer answer = admin.json(u"rita"_s, {u"item"_s, u"list"_s, partner});
        const QJsonArray items = answer.json().value("items"_L1).toArray();
        for (const auto &each : items) {
            if (each.toObject().value("id"_L1).toString() == id)
                return each.toObject();
        }
        return {};
    }

    static QString state(Admin &admin, const QString &partner, const QString &id)
    {
        return item(admin, partner, id).value("state"_L1).toString();
    }

    static QString code(const Answer &answer) { return answer.error().value("code"_L1).toString(); }

private Q_SLOTS:
    void theHandOffBecomesItsItems_data() { gatehouse::clitests::addDatabases(); }
    void theHandOffBecomesItsItems()
    {
        GATEHOUSE_ADMIN(admin);
        admin.add(u"rita"_s, u"root_admin"_s);
        const QString partner = customer(admin);
        QCOMPARE(partner, u"northwind-mills"_s);
        const QJsonObject plan = item(admin, partner, u"plan"_s);
        QCOMPARE(plan.value("state"_L1).toString(), u"done"_s);
        QCOMPARE(plan.value("recorded"_L1).toObject().value("value"_L1).toString(), u"enterprise"_s);
        QCOMPARE(item(admin, partner, u"user-count"_s).value("recorded"_L1).toObject().value("value"_L1).toInt(), 250);
        QCOMPARE(state(admin, partner, u"contract-term"_s), u"open"_s);
        // Of the answers hang others.
        QCOMPARE(state(admin, partner, u"sso-provider"_s), u"open"_s);
    }

    void aWrongHandOffIsRefusedByItsKey_data() { gatehouse::clitests::addDatabases(); }
    void aWrongHandOffIsRefusedByItsKey()
    {
        GATEHOUSE_ADMIN(admin);
        admin.add(u"rita"_s, u"root_admin"_s);
        const Answer residency = submit(admin, QByteArray(handoff).replace("\"eu\"", "\"mars\""));
        QCOMPARE(residency.exit, 2);
        QCOMPARE(code(residency), u"item-value-wrong"_s);
        QCOMPARE(residency.error().value("subject"_L1).toString(), u"data_residency"_s);
        const Answer missing =
            submit(admin, QByteArray(handoff).replace("\"dpa_required\": \"no\"", "\"notes\": \"x\""));
        QCOMPARE(code(missing), u"key-missing"_s);
        QCOMPARE(admin.json(u"rita"_s, {u"partner"_s, u"list"_s}).json().value("partners"_L1).toArray().size(), 0);
    }

    void itemsAreRecordedExemptedAndListed_data() { gatehouse::clitests::addDatabases(); }
    void itemsAreRecordedExemptedAndListed()
    {
        GATEHOUSE_ADMIN(admin);
        admin.add(u"rita"_s, u"root_admin"_s);
        admin.add(u"ivo"_s, u"integration_manager"_s);
        admin.add(u"sam"_s, u"support"_s);
        const QString partner = customer(admin);
        const auto set = [&](const QString &who, const QStringList &words) {
            return admin.json(who, QStringList{u"item"_s, u"set"_s, partner} + words);
        };
        QCOMPARE(set(u"ivo"_s, {u"contract-term"_s, u"--value"_s, u"24"_s}).exit, 0);
        QCOMPARE(state(admin, partner, u"contract-term"_s), u"done"_s);
        QCOMPARE(set(u"sam"_s, {u"contract-term"_s, u"--value"_s, u"x"_s}).exit, 3);
        QCOMPARE(code(set(u"ivo"_s, {u"contract-terms"_s})), u"item-not-found"_s);
        const Answer dated = set(u"ivo"_s, {u"contract-start"_s, u"--value"_s, u"soon"_s});
        QCOMPARE(dated.exit, 2);
        QCOMPARE(code(set(u"ivo"_s, {u"contract-signed"_s})), u"item-evidence-missing"_s);
        QCOMPARE(set(u"ivo"_s, {u"contract-signed"_s, u"--evidence"_s, u"policy:MSA-14"_s}).exit, 0);
        QCOMPARE(set(u"ivo"_s, {u"sla-tier"_s, u"--state"_s, u"not-applicable"_s}).exit, 2);
        QCOMPARE(set(u"ivo"_s, {u"sla-tier"_s, u"--state"_s, u"gone"_s}).exit, 2);

        const QStringList exempt{u"item"_s,     u"exempt"_s,  partner,     u"sla-tier"_s,
                                 u"--reason"_s, u"Agreed."_s, u"--until"_s};
        QCOMPARE(admin.json(u"ivo"_s, exempt + QStringList{u"2100-01-01"_s}).exit, 3);
        QCOMPARE(code(admin.json(u"rita"_s, exempt + QStringList{u"2100-01-01"_s})), u"exemption-too-long"_s);
        const QString soon = QDate::currentDate().addDays(20).toString(Qt::ISODate);
        QCOMPARE(admin.json(u"rita"_s, exempt + QStringList{soon}).exit, 0);
        QCOMPARE(state(admin, partner, u"sla-tier"_s), u"exempt"_s);
        const Answer listed = admin.run(u"sam"_s, {u"item"_s, u"list"_s, partner, u"--open"_s});
        QVERIFY(!listed.out.contains("sla-tier"));
        QVERIFY(listed.out.contains("expected-go-live"));
        const Answer readiness = admin.json(u"sam"_s, {u"partner"_s, u"readiness"_s, partner});
        QVERIFY(!readiness.json().value("go_live"_L1).toObject().value("projected"_L1).toString().isEmpty());
    }

    void aTeamsOwnPlaybooksStandBesideTheWorkspace()
    {
        Admin admin(gatehouse::clitests::Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        QVERIFY(QDir(admin.path(QString())).mkdir(u"playbooks"_s));
        QFile bundled(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/playbooks/enterprise-customer.yaml"));
        QVERIFY(bundled.open(QIODevice::ReadOnly));
        admin.write(u"playbooks/ours.yaml"_s, bundled.readAll().replace("version: 1\ntitle", "version: 2\ntitle"));
        admin.write(u"playbooks/broken.yaml"_s, "id: [");
        const QJsonObject listed = admin.json(u"owner"_s, {u"partner"_s, u"list"_s}).json();
        QVERIFY(!listed.isEmpty());
        admin.add(u"rita"_s, u"root_admin"_s);
        const QString partner = customer(admin);
        const QJsonObject items = admin.json(u"rita"_s, {u"item"_s, u"list"_s, partner}).json();
        QCOMPARE(items.value("version"_L1).toInt(), 2);
        // A repeated request is answered as it was the first time, though there is nothing left to move.
        const QStringList move{u"playbook"_s, u"move"_s, partner, u"--to"_s, u"1"_s, u"--request"_s, u"move-1"_s};
        QCOMPARE(admin.json(u"rita"_s, move).exit, 0);
        QCOMPARE(admin.json(u"rita"_s, move).exit, 0);
        QCOMPARE(admin.json(u"rita"_s, move.first(5)).exit, 5);
    }
};

GATEHOUSE_TEST(TestItemVerbs)

#include "tst_itemverbs.moc"
