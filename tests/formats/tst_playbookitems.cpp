#include "formats/bundledplaybooks.h"
#include "formats/yamlplaybookreader.h"

#include "support/testmain.h"

#include <QTemporaryDir>

// Checklists, their items, a base, and what else a playbook says besides phases.
class TestPlaybookItems : public QObject
{
    Q_OBJECT

    using Playbook = gatehouse::domain::Playbook;
    using BundledPlaybooks = gatehouse::formats::BundledPlaybooks;

    static QByteArray head(const char *id)
    {
        return QByteArray("id: ") + id
               + "\nversion: 1\ntitle: T\nlabel: L\nsource_document: S\n"
                 "calendar: {zone: UTC, opens: \"09:00\", closes: \"17:00\", weekdays: [mon]}\n"
                 "application:\n  submitter_in_roster: false\n  fields:\n"
                 "    - {key: name, type: text, meaning: name}\n";
    }

    static QByteArray phase(const QByteArray &checklists)
    {
        return "phases:\n  - id: one\n    title: One\n    stage: setup\n    owner: support\n    planned_days: 3\n"
               "    planned_from_days: 1\n    source: \"1\"\n    checklists:\n"
               + checklists;
    }

    static QByteArray small()
    {
        return head("small")
               + "metrics:\n  - {id: logins, title: Logins, unit: count, better: higher, source: x}\n"
                 "templates:\n  - id: mail\n    title: Mail\n    kind: mail\n    subject: \"Live: {partner}\"\n"
                 "    body: |\n      Hello {contact},\n      your plan is {item:plan}.\n    source: x\n"
                 "red_flags:\n  - {id: idle, title: Idle, metric: logins, is: below, value: \"1\", after_days: 7, "
                 "action: Call., kind: alarm, template: mail, source: x}\n"
               + phase(
                   "      - id: setup\n        title: Set-up\n        source: \"2\"\n        gate: integrations\n"
                   "        items:\n"
                   "          - {id: plan, title: Plan, value: {type: choice, choices: [{code: pro, title: Pro}]}}\n"
                   "          - {id: sso, title: SSO, value: {type: yes_no}, expected: \"yes\"}\n"
                   "          - {id: metadata, title: Metadata, owner: partner, applies_when: {item: sso, is: "
                   "\"yes\"}}\n"
                   "      - id: launch\n        title: Launch\n        source: \"3\"\n        after: [setup]\n"
                   "        items:\n"
                   "          - {id: ready, title: Ready, done_when: {checklist_done: setup}}\n"
                   "          - {id: signed, title: Signed, evidence: required, optional: true}\n");
    }

    static QString reasonOf(const QByteArray &bytes)
    {
        const auto read = gatehouse::formats::YamlPlaybookReader().read(bytes, QStringLiteral("p.yaml"));
        return read ? QString() : read.error().arguments.value(1);
    }

    static void write(const QTemporaryDir &dir, const char *name, const QByteArray &bytes)
    {
        QFile file(dir.filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void readsItemsWithWhatTheirChecklistSays()
    {
        using namespace gatehouse::domain;
        const auto playbook = gatehouse::formats::YamlPlaybookReader().read(small(), QStringLiteral("p.yaml"));
        QVERIFY2(playbook, qPrintable(reasonOf(small())));
        const ItemRule plan = *playbook->item(QStringLiteral("plan"));
        QCOMPARE(plan.owner, QStringLiteral("support"));
        QCOMPARE(plan.source, QStringLiteral("2"));
        QCOMPARE(plan.gate, std::optional(ReadinessGate::Integrations));
        QCOMPARE(plan.value->choices.first().title, QStringLiteral("Pro"));
        QCOMPARE(playbook->item(QStringLiteral("sso"))->expected, QStringList{QStringLiteral("yes")});
        QCOMPARE(playbook->item(QStringLiteral("metadata"))->owner, QStringLiteral("partner"));
        QCOMPARE(playbook->item(QStringLiteral("ready"))->condition, Condition::ChecklistDone);
        QCOMPARE(playbook->item(QStringLiteral("signed"))->weight, ItemWeight::Optional);
        QCOMPARE(playbook->itemPlace(QStringLiteral("signed")), 4);
        QCOMPARE(playbook->checklist(QStringLiteral("launch"))->after, QStringList{QStringLiteral("setup")});
        QCOMPARE(playbook->phases.first().plannedFromDays, 1);
        QVERIFY(playbook->templates.first().body.contains(QLatin1Char('\n')));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *from, const char *to, const char *reason) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(reason);
        };
        row("item twice", "id: signed", "id: plan", "phases[0].launch.items[1].id: each step once");
        row("checklist twice", "id: launch", "id: setup", "phases[0].checklists: each checklist once");
        row("unknown item", "{item: sso,", "{item: scim,", "phases[0].setup.items[2].applies_when: another item");
        row("answer it can't have", "is: \"yes\"}}", "is: maybe}}",
            "phases[0].setup.items[2].applies_when: answers that sso");
        row("unknown checklist", "{checklist_done: setup}", "{checklist_done: start}",
            "phases[0].launch.items[0].done_when: a checklist of the playbook");
        row("waits for itself", "after: [setup]", "after: [launch]", "phases[0].checklists: launch not to wait");
        row("waits for nothing", "after: [setup]", "after: [start]", "phases[0].checklists: launch after a checklist");
        row("expects what isn't asked", "expected: \"yes\"", "expected: maybe",
            "phases[0].checklists[0].items[1].expected: answers that the value takes");
        row("value of a fact", "{checklist_done: setup}}", "{checklist_done: setup}, evidence: required}",
            "phases[0].checklists[1].items[0].done_when: no value and no evidence");
        row("profile without profiles", "value: {type: yes_no}", "value: {type: profile}",
            "phases[0].checklists[0].items[1].value.type: another type");
        row("unknown value", "{type: yes_no}", "{type: maybe}", "phases[0].checklists[0].items[1].value.type: one of");
        row("unknown key", "optional: true", "mandatory: true",
            "phases[0].checklists[1].items[1].mandatory: not a key");
        row("nothing to use", "      - id: launch", "      - use: launch\n      - id: launch",
            "phases[0].checklists[1].use: nothing, as");
        row("unknown metric", "metric: logins", "metric: calls", "red_flags: a metric that metrics defines");
        row("unknown template", "template: mail", "template: letter", "red_flags: a template that templates defines");
        row("unknown placeholder", "{contact}", "{contacts}", "templates: placeholders that are known, not {contacts}");
        row("placeholder of no item", "{item:plan}", "{item:plans}", "templates: placeholders that are known");
        row("base that isn't there", "version: 1\n", "version: 1\nextends: {playbook: none, version: 1}\n",
            "extends: a playbook that is installed");
        row("range upside down", "planned_from_days: 1", "planned_from_days: 9",
            "phases[0].planned_from_days: no more");
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, reason);
        QVERIFY(small().contains(from));
        const QString given = reasonOf(small().replace(from, to));
        QVERIFY2(given.startsWith(reason), qPrintable(given));
    }

    void extendsABaseThatStandsInALaterFile()
    {
        const QTemporaryDir dir;
        write(dir, "a.yaml",
              head("child")
                  + "extends: {playbook: small, version: 1}\n"
                    "metrics:\n  - {id: logins, title: Ours, unit: count, better: higher, source: y}\n"
                  + phase("      - {use: setup}\n"));
        write(dir, "b.yaml", small());
        const auto playbooks = BundledPlaybooks::load(dir.path());
        QVERIFY2(playbooks, qPrintable(playbooks ? QString() : playbooks.error().arguments.join(QLatin1Char(' '))));
        const Playbook child = *(*playbooks)->playbook(QStringLiteral("child"));
        QCOMPARE(child.item(QStringLiteral("plan"))->source, QStringLiteral("2"));
        QVERIFY(!child.item(QStringLiteral("ready")));
        QCOMPARE(child.metrics.size(), 1);
        QCOMPARE(child.metrics.first().title, QStringLiteral("Ours"));
        QCOMPARE(child.templates.size(), 1);
    }

    void aBadFileOfATeamDoesNotStopTheRest()
    {
        const QTemporaryDir dir;
        write(dir, "bad.yaml", "id: [");
        write(dir, "good.yaml", small());
        write(dir, "taken.yaml", small().replace("id: small", "id: otc-partner"));
        const auto playbooks = BundledPlaybooks::load(QStringLiteral(":/playbooks"), dir.path());
        QVERIFY(playbooks);
        QVERIFY((*playbooks)->playbook(QStringLiteral("small")));
        QVERIFY((*playbooks)->playbook(QStringLiteral("otc-partner"), 1)->submitterInRoster);
        QStringList files;
        for (const auto &finding : (*playbooks)->findings())
            files.append(finding.subject);
        QCOMPARE(files, (QStringList{QStringLiteral("bad.yaml"), QStringLiteral("taken.yaml")}));
    }
};

GATEHOUSE_TEST(TestPlaybookItems)

#include "tst_playbookitems.moc"
