#include "formats/yamlplaybookreader.h"

#include "domain/text.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;

class TestYamlPlaybookReader : public QObject
{
    Q_OBJECT

    // The smallest playbook with one of everything; the rows below name its lines.
    static QByteArray small()
    {
        return "id: small\n"                                                                     // 1
               "version: 3\n"                                                                    // 2
               "title: Small\n"                                                                  // 3
               "label: S\n"                                                                      // 4
               "source_document: A page\n"                                                       // 5
               "calendar:\n"                                                                     // 6
               "  zone: Europe/Madrid\n"                                                         // 7
               "  opens: \"08:30\"\n"                                                            // 8
               "  closes: \"17:00\"\n"                                                           // 9
               "  weekdays: [fri, mon]\n"                                                        // 10
               "  holidays: [2026-01-06, 2026-12-25]\n"                                          // 11
               "application:\n"                                                                  // 12
               "  submitter_in_roster: true\n"                                                   // 13
               "  fields:\n"                                                                     // 14
               "    - {key: name, type: text, meaning: name}\n"                                  // 15
               "    - {key: kyb_object_key, type: object_key, document: kyb}\n"                  // 16
               "    - {key: contacts, type: roster}\n"                                           // 17
               "approval: {role: root_admin, policy_document: required}\n"                       // 18
               "documents:\n"                                                                    // 19
               "  - {kind: kyb, title: KYB package, short_title: KYB, validity_days: 365,\n"     // 20
               "     warn_days: 14, source: \"1\"}\n"                                            // 21
               "phases:\n"                                                                       // 22
               "  - id: intake\n"                                                                // 23
               "    title: Intake\n"                                                             // 24
               "    stage: contract\n"                                                           // 25
               "    owner: support\n"                                                            // 26
               "    planned_days: 2\n"                                                           // 27
               "    source: \"1\"\n"                                                             // 28
               "    steps:\n"                                                                    // 29
               "      - id: filed\n"                                                             // 30
               "        title: KYB filed\n"                                                      // 31
               "        done_when: {document_filed: kyb}\n"                                      // 32
               "        gate: evidence_pack\n"                                                   // 33
               "        owner: partner\n"                                                        // 34
               "        source: \"1\"\n"                                                         // 35
               "        runbook: dossier#file\n"                                                 // 36
               "access:\n"                                                                       // 37
               "  - {gate: invoice.create, title: Invoices, open_when: [approved, submitted],\n" // 38
               "     guidance: Finish the review., runbook: approvals, source: \"2\"}\n"         // 39
               "slas:\n"                                                                         // 40
               "  - {id: review, title: Review, target_minutes: 60, source: \"3\"}\n";           // 41
    }

    static base::Result<domain::Playbook> read(const QByteArray &bytes)
    {
        return formats::YamlPlaybookReader().read(bytes, QStringLiteral("small.yaml"));
    }

    static QByteArray edited(const char *from, const QByteArray &to)
    {
        QByteArray bytes = small();
        return bytes.replace(from, to);
    }

    static void row(const char *name, const QByteArray &bytes, int line, const char *reason);
    static void rowsOfKeysAndValues();
    static void rowsOfTheCalendar();
    static void rowsOfApplicationAndDocuments();
    static void rowsOfApproval();
    static void rowsOfPhases();
    static void rowsOfAccessAndClocks();
    static void rowsOfYaml();

private Q_SLOTS:
    void readsOneOfEverything();
    void readsTwoDecidersAndApprovalsThatExpire();
    void asksAgainForReasons();
    void refusesWithLineAndReason_data();
    void refusesWithLineAndReason();
    void namesEveryProblemInOrderOfTheFile();
    void namesTwentyProblemsAtMost();
    void refusesBombsInTheTimeOfABlink_data();
    void refusesBombsInTheTimeOfABlink();
    void staysCalmWhenAnyByteIsGone();
};

void TestYamlPlaybookReader::readsOneOfEverything()
{
    using namespace domain;
    const auto playbook = read(small());
    QVERIFY2(playbook, playbook ? "" : qPrintable(playbook.error().arguments.join(QLatin1Char(' '))));
    QCOMPARE(playbook->id, QStringLiteral("small"));
    QCOMPARE(playbook->version, 3);
    QCOMPARE(playbook->calendar.zone, QByteArray("Europe/Madrid"));
    QCOMPARE(playbook->calendar.opens, QTime(8, 30));
    QCOMPARE(playbook->calendar.closes, QTime(17, 0));
    QCOMPARE(playbook->calendar.weekdays, (QList<int>{1, 5}));
    QCOMPARE(playbook->calendar.holidays, (QSet<QDate>{QDate(2026, 1, 6), QDate(2026, 12, 25)}));
    QVERIFY(playbook->submitterInRoster);
    QVERIFY(playbook->policyDocumentRequired);
    QCOMPARE(playbook->documents.first().warnDays, 14);
    const ItemRule step = playbook->phases.first().items.first();
    QCOMPARE(step.condition, Condition::DocumentFiled);
    QCOMPARE(step.argument, QStringLiteral("kyb"));
    QCOMPARE(step.gate, std::optional(ReadinessGate::EvidencePack));
    QCOMPARE(playbook->access.first().conditions,
             (QList<gatehouse::domain::Requirement>{Condition::Approved, Condition::Submitted}));
    QCOMPARE(playbook->slas.first().atRiskPercent, 10);
    QCOMPARE(playbook->slas.first().atRiskMinutes, 120);
    QCOMPARE(playbook->digest, domain::sha256Hex(small()));
}

void TestYamlPlaybookReader::readsTwoDecidersAndApprovalsThatExpire()
{
    using domain::Condition;
    const auto plain = read(small());
    QCOMPARE(plain->deciders, 1);
    QCOMPARE(plain->secondWithinHours, 72);
    QCOMPARE(plain->approvalValidDays, 0);
    QCOMPARE(plain->approvalWarnDays, 30);
    const auto playbook = read(
        edited("policy_document: required}",
               "policy_document: required, deciders: 2, second_within_hours: 720, valid_days: 365, warn_days: 364}")
            .replace("{document_filed: kyb}", "approval_current")
            .replace("[approved, submitted]", "[approval_current]"));
    QVERIFY2(playbook, playbook ? "" : qPrintable(playbook.error().arguments.join(QLatin1Char(' '))));
    QCOMPARE(playbook->deciders, 2);
    QCOMPARE(playbook->secondWithinHours, 720);
    QCOMPARE(playbook->approvalValidDays, 365);
    QCOMPARE(playbook->approvalWarnDays, 364);
    QCOMPARE(playbook->phases.first().items.first().condition, Condition::ApprovalCurrent);
    QCOMPARE(playbook->access.first().conditions, QList<gatehouse::domain::Requirement>{Condition::ApprovalCurrent});
    const auto two = read(edited("policy_document: required}", "policy_document: required, deciders: 2}"));
    QCOMPARE(two->secondWithinHours, 72);
}

void TestYamlPlaybookReader::asksAgainForReasons()
{
    const auto codesOf = [](const QByteArray &bytes) {
        QStringList codes;
        if (const auto playbook = read(bytes)) {
            for (const domain::ReasonRule &reason : playbook->documents.first().reasons)
                codes += reason.code + QLatin1Char(' ') + reason.title;
        }
        return codes;
    };
    QStringList defaults;
    for (const domain::ReasonRule &reason : domain::defaultReasons())
        defaults += reason.code + QLatin1Char(' ') + reason.title;
    QVERIFY(!defaults.isEmpty());
    QCOMPARE(codesOf(small()), defaults);
    QCOMPARE(codesOf(edited("warn_days: 14", "warn_days: 14, reasons: [{code: too_old, title: Too old},"
                                             " {code: b2, title: B}]")),
             (QStringList{QStringLiteral("too_old Too old"), QStringLiteral("b2 B")}));
}

void TestYamlPlaybookReader::row(const char *name, const QByteArray &bytes, int line, const char *reason)
{
    QTest::newRow(name) << bytes << line << QString::fromLatin1(reason);
}

void TestYamlPlaybookReader::refusesWithLineAndReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    rowsOfKeysAndValues();
    rowsOfTheCalendar();
    rowsOfApplicationAndDocuments();
    rowsOfApproval();
    rowsOfPhases();
    rowsOfAccessAndClocks();
    rowsOfYaml();
}

void TestYamlPlaybookReader::rowsOfKeysAndValues()
{
    row("empty file", "", 1, "file: a playbook; it is empty");
    row("only a comment", "# nothing\n", 1, "file: ");
    row("a list", "- a\n- b\n", 1, "file: a mapping of keys to values");
    row("a scalar", "hello\n", 1, "file: a mapping of keys to values");
    row("unknown key", edited("label: S", "label: S\nlable: S"), 5, "lable: not a key here; known are ");
    row("unknown key deep down", edited("        title: KYB filed\n", "        title: KYB filed\n        done: true\n"),
        32, "phases[0].steps[0].done: not a key here");
    row("duplicate key", edited("label: S", "label: S\nid: other"), 5, "id: each key once");
    row("duplicate key deep down", edited("    owner: support\n", "    owner: support\n    owner: auditor\n"), 27,
        "phases[0].owner: each key once");
    row("missing key", edited("title: Small\n", ""), 1, "title: this key is required");
    row("missing key deep down", edited("        source: \"1\"\n", ""), 30,
        "phases[0].steps[0].source: this key is required");
    row("key without value", edited("title: Small", "title:"), 3, "title: a value");
    row("null", edited("title: Small", "title: ~"), 3, "title: a value");
    row("optional key without value", edited("        gate: evidence_pack", "        gate:"), 33,
        "phases[0].steps[0].gate: a value");
    row("list for text", edited("title: Small", "title: [Small]"), 3, "title: one line of text");
    row("text too long", edited("label: S", "label: 12345678901234567"), 4,
        "label: one line of text, 1 to 16 characters");
    row("text of several lines", edited("title: Small", "title: \"a\\nb\""), 3, "title: one line of text");
    row("upper case id", edited("id: small", "id: Small"), 1, "id: lower-case letters, digits and hyphens");
    row("path as id", edited("id: small", "id: ../small"), 1, "id: lower-case letters");
    row("version 0", edited("version: 3", "version: 0"), 2, "version: a whole number from 1 to 1000000");
    row("version as text", edited("version: 3", "version: \"3\""), 2, "version: a whole number");
    row("version with a point", edited("version: 3", "version: 3.0"), 2, "version: a whole number");
    row("octal version", edited("version: 3", "version: 03"), 2, "version: a whole number");
    row("negative number", edited("planned_days: 2", "planned_days: -2"), 27,
        "phases[0].planned_days: a whole number from 0");
    row("huge number", edited("validity_days: 365", "validity_days: 99999999999999999999"), 20,
        "documents[0].validity_days: a whole number from 0 to 36500");
    row("percent above 100", edited("target_minutes: 60", "target_minutes: 60, at_risk_percent: 101"), 41,
        "slas[0].at_risk_percent: a whole number from 0 to 100");
    row("warns from the first day", edited("warn_days: 14", "warn_days: 365"), 21,
        "documents[0].warn_days: fewer than");
}

void TestYamlPlaybookReader::rowsOfTheCalendar()
{
    row("zone that isn't", edited("Europe/Madrid", "Europe/Atlantis"), 7, "calendar.zone: a time zone that exists");
    row("hour that isn't", edited("08:30", "24:00"), 8, "calendar.opens: a time of day");
    row("closes before it opens", edited("17:00", "08:30"), 9, "calendar.closes: later than opens");
    row("day that isn't", edited("[fri, mon]", "[fri, funday]"), 10, "calendar.weekdays: mon, tue");
    row("day twice", edited("[fri, mon]", "[fri, fri]"), 10, "calendar.weekdays: mon, tue");
    row("no working day", edited("[fri, mon]", "[]"), 10, "calendar.weekdays: a list of 1 to 7 items");
    row("29 February of a common year", edited("2026-01-06", "2026-02-29"), 11, "calendar.holidays: dates that exist");
    row("date of another order", edited("2026-01-06", "06-01-2026"), 11, "calendar.holidays: dates that exist");
    row("holiday twice", edited("2026-12-25", "2026-01-06"), 11, "calendar.holidays: dates that exist");
    row("truth that isn't", edited("submitter_in_roster: true", "submitter_in_roster: yes"), 13,
        "application.submitter_in_roster: one of false, true");
}

void TestYamlPlaybookReader::rowsOfApplicationAndDocuments()
{
    row("no name field", edited(", meaning: name", ""), 14, "application.fields: one text field whose meaning is name");
    row("field key twice", edited("key: contacts", "key: name"), 17,
        "application.fields[2].key: each key of the application once");
    row("submitter without roster", edited("    - {key: contacts, type: roster}\n", ""), 13,
        "application.submitter_in_roster: false, as no field is a roster");
    row("object key of no document", edited("document: kyb}", "document: dpa}"), 16,
        "application.fields[1].document: a kind that documents defines");
    row("object key without document", edited(", document: kyb}", "}"), 16,
        "application.fields[1].document: this key is required");
    row("meaning of an object key", edited("document: kyb}", "document: kyb, meaning: name}"), 16,
        "application.fields[1].meaning: not a key here");
    row("field type that isn't", edited("type: roster", "type: people"), 17,
        "application.fields[2].type: one of text, object_key, roster");
    row("role that isn't", edited("role: root_admin", "role: god"), 18,
        "approval.role: one of root_admin, tenant_admin");
    row("partners decide", edited("role: root_admin", "role: partner_admin"), 18, "approval.role: one of");
    row("role that may not approve", edited("role: root_admin", "role: support"), 18,
        "approval.role: one of root_admin, tenant_admin");
    row("document kind twice",
        edited("phases:\n", "  - {kind: kyb, title: K, short_title: K, validity_days: 0, source: x}\nphases:\n"), 22,
        "documents[1].kind: each document kind once");
}

void TestYamlPlaybookReader::rowsOfApproval()
{
    const auto approval = [](const char *name, const char *more, const char *reason) {
        row(name, edited("policy_document: required}", QByteArray("policy_document: required, ") + more + "}"), 18,
            reason);
    };
    approval("three deciders", "deciders: 3", "approval.deciders: a whole number from 1 to 2");
    approval("nobody decides", "deciders: 0", "approval.deciders: a whole number from 1 to 2");
    approval("second of one", "second_within_hours: 72", "approval.second_within_hours: only where deciders is 2");
    approval("second of one, said", "deciders: 1, second_within_hours: 72",
             "approval.second_within_hours: only where deciders is 2");
    approval("second at once", "deciders: 2, second_within_hours: 0",
             "approval.second_within_hours: a whole number from 1 to 720");
    approval("second some day", "deciders: 2, second_within_hours: 721",
             "approval.second_within_hours: a whole number from 1 to 720");
    approval("approval that warns at once", "valid_days: 90, warn_days: 90", "approval.warn_days: fewer than valid");
    approval("approval shorter than its warning", "valid_days: 30", "approval.warn_days: fewer than valid");
    approval("approval without end", "valid_days: -1", "approval.valid_days: a whole number from 0");
    const auto reasons = [](const char *name, const char *list, const char *reason) {
        row(name, edited("warn_days: 14", QByteArray("warn_days: 14, reasons: ") + list), 21, reason);
    };
    reasons("no reason", "[]", "documents[0].reasons: a list of 1 to 200 items");
    reasons("nothing as reasons", "~", "documents[0].reasons: a value");
    reasons("reason of words", "[illegible]", "documents[0].reasons[0]: a mapping of keys");
    reasons("reason without words", "[{code: old}]", "documents[0].reasons[0].title: this key is required");
    reasons("reason without code", "[{title: Old}]", "documents[0].reasons[0].code: this key is required");
    reasons("code in capitals", "[{code: Old, title: Old}]", "documents[0].reasons[0].code: lower-case letters");
    reasons("code with a hyphen", "[{code: too-old, title: Old}]", "documents[0].reasons[0].code: lower-case letters");
    reasons("code twice", "[{code: old, title: Old}, {code: old, title: Older}]",
            "documents[0].reasons[1].code: each code of a document once");
    reasons("reason with more", "[{code: old, title: Old, days: 3}]", "documents[0].reasons[0].days: not a key here");
    row("current approval where nobody decides",
        edited("approval: {role: root_admin, policy_document: required}\n", "")
            .replace("[approved, submitted]", "[approval_current]"),
        37, "access[0].open_when: a condition other than approval_current");
    row("step of an approval where nobody decides",
        edited("approval: {role: root_admin, policy_document: required}\n", "")
            .replace("[approved, submitted]", "[submitted]")
            .replace("{document_filed: kyb}", "approval_current"),
        29, "phases[0].steps[0].done_when: a condition other than approval_current");
}

void TestYamlPlaybookReader::rowsOfPhases()
{
    row("stage that isn't", edited("stage: contract", "stage: party"), 25,
        "phases[0].stage: one of pre_sales, contract");
    row("stage going back",
        edited("access:\n",
               "  - {id: b, title: B, stage: pre_sales, owner: support, planned_days: 0, source: x, steps: [\n"
               "     {id: s, title: S, done_when: submitted, owner: support, source: x, runbook: x}]}\naccess:\n"),
        37, "phases[1].stage: no earlier stage");
    row("phase twice",
        edited("access:\n",
               "  - {id: intake, title: B, stage: go_live, owner: support, planned_days: 0, source: x, steps: [\n"
               "     {id: s, title: S, done_when: submitted, owner: support, source: x, runbook: x}]}\naccess:\n"),
        37, "phases[1].id: each phase once");
    row("step twice in different phases",
        edited("access:\n",
               "  - {id: b, title: B, stage: go_live, owner: support, planned_days: 0, source: x, steps: [\n"
               "     {id: filed, title: S, done_when: submitted, owner: support, source: x, runbook: x}]}\naccess:\n"),
        38, "phases[1].steps[0].id: each step once in the playbook");
    row("phase without steps", edited("planned_days: 2", "planned_days: 2\n    steps: []"), 28,
        "phases[0].steps: a list of 1 to 200");
    row("phase owned by the partner", edited("owner: support", "owner: partner"), 26,
        "phases[0].owner: one of root_admin");
    row("step owner that isn't", edited("owner: partner", "owner: mara"), 34,
        "phases[0].steps[0].owner: one of root_admin");
    row("condition that isn't", edited("{document_filed: kyb}", "{ticked: kyb}"), 32,
        "phases[0].steps[0].done_when: one of submitted");
    row("condition without its document", edited("{document_filed: kyb}", "document_filed"), 32,
        "phases[0].steps[0].done_when: {document_filed: a document kind}");
    row("condition without its gate", edited("{document_filed: kyb}", "access_open"), 32,
        "phases[0].steps[0].done_when: {access_open: an access gate}");
    row("condition with an argument too many", edited("{document_filed: kyb}", "{approved: kyb}"), 32,
        "phases[0].steps[0].done_when: approved without anything behind it");
    row("two conditions in one", edited("{document_filed: kyb}", "{document_filed: kyb, approved: kyb}"), 32,
        "phases[0].steps[0].done_when: one of submitted");
    row("condition on an undefined document", edited("{document_filed: kyb}", "{document_filed: dpa}"), 30,
        "phases[0].steps[0].done_when: a kind that documents defines, not dpa");
    row("condition on an undefined gate", edited("{document_filed: kyb}", "{access_open: sso.enable}"), 30,
        "phases[0].steps[0].done_when: a gate that access defines, not sso.enable");
    row("approved where nobody decides", edited("approval: {role: root_admin, policy_document: required}\n", ""), 37,
        "access[0].open_when: a condition other than approved");
    row("roster condition without the rule",
        edited("submitter_in_roster: true", "submitter_in_roster: false")
            .replace("{document_filed: kyb}", "roster_has_submitter"),
        30, "phases[0].steps[0].done_when: a condition other than roster_has_submitter");
}

void TestYamlPlaybookReader::rowsOfAccessAndClocks()
{
    row("readiness gate that isn't", edited("gate: evidence_pack", "gate: pearly"), 33,
        "phases[0].steps[0].gate: one of account_intake");
    row("runbook with a path", edited("runbook: dossier#file", "runbook: ../../etc/passwd"), 36,
        "phases[0].steps[0].runbook: runbook#section");
    row("access gate of one word", edited("invoice.create", "invoice"), 38, "access[0].gate: words joined by dots");
    row("access gate twice",
        edited(
            "slas:\n",
            "  - {gate: invoice.create, title: I, open_when: [approved], guidance: G, runbook: x, source: x}\nslas:\n"),
        40, "access[1].gate: each access gate once");
    row("access on a condition with argument", edited("[approved, submitted]", "[document_current]"), 38,
        "access[0].open_when: {document_current: a document kind}");
    row("access without condition", edited("[approved, submitted]", "[]"), 38, "access[0].open_when: a list of 1 to");
    row("clock without end", edited("target_minutes: 60", "target_minutes: 0"), 41,
        "slas[0].target_minutes: a whole number from 1");
    row("clock twice", small() + "  - {id: review, title: R, target_minutes: 1, source: x}\n", 42,
        "slas[1].id: each clock once");
}

void TestYamlPlaybookReader::rowsOfYaml()
{
    row("broken YAML", edited("label: S", "label: [S"), 5, "yaml: ");
    row("tab as indentation", edited("  zone:", "\tzone:"), 7, "yaml: ");
    row("anchor", edited("title: Small", "title: &a Small"), 3, "anchor: ");
    row("alias", edited("title: Small", "title: *a"), 3, "yaml: ");
    row("alias of an anchor", edited("title: Small", "title: &a Small\nx: *a"), 3, "anchor: ");
    row("merge key", edited("approval: {", "approval: {<<: {role: support}, "), 18, "approval.<<: not a key here");
    row("tag", edited("title: Small", "title: !!binary U21hbGw="), 3, "tag: ");
    row("list as key", edited("title: Small", "? [a, b]\n: c"), 3, "key: text");
    row("second document", small() + "---\nid: other\n", 43, "file: one YAML document");
    row("control character", edited("title: Small", "title: Sm\x1b[31mall"), 3,
        "file: text without control characters");
    row("NUL", edited("label: S", "label: S").replace("label: S", QByteArray("label: \0S", 9)), 4,
        "file: text without control");
    row("Latin-1", edited("title: Small", "title: Sm\xe5ll"), 3, "file: text in UTF-8");
    row("overlong UTF-8", edited("title: Small", "title: Sm\xc0\xafll"), 3, "file: text in UTF-8");
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "i\0d\0",
                   6),
        1, "file: text");
    row("too large", small() + QByteArray(qsizetype(1024) * 1024, '#'), 1, "file: at most 1 MiB");
    row("deep block",
        edited("title: Small", "title:\n  a:\n   a:\n    a:\n     a:\n      a:\n       a:\n        a:\n         a:\n"
                               "          a:\n           a:\n            a:\n             a: b"),
        15, "nesting: at most 12 levels");
}

void TestYamlPlaybookReader::refusesWithLineAndReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(QString, reason);
    QVERIFY2(bytes != small(), "the row changes nothing");
    const auto playbook = read(bytes);
    QVERIFY(!playbook);
    QCOMPARE(playbook.error().kind, base::ErrorKind::Invalid);
    QCOMPARE(playbook.error().code, base::ErrorCode::PlaybookInvalid);
    QCOMPARE(playbook.error().subject, QStringLiteral("small.yaml"));
    const QString given = playbook.error().arguments.value(1);
    QVERIFY2(given.startsWith(reason), qPrintable(given));
    QCOMPARE(playbook.error().arguments.value(0).toInt(), line);
}

void TestYamlPlaybookReader::namesEveryProblemInOrderOfTheFile()
{
    QByteArray bytes = edited("target_minutes: 60", "target_minutes: never");
    bytes.replace("version: 3", "version: x").replace("stage: contract", "stage: party");
    const auto playbook = read(bytes);
    QVERIFY(!playbook);
    const QStringList arguments = playbook.error().arguments;
    QCOMPARE(arguments.size(), 6);
    QCOMPARE((QStringList{arguments[0], arguments[2], arguments[4]}),
             (QStringList{QStringLiteral("2"), QStringLiteral("25"), QStringLiteral("41")}));
}

void TestYamlPlaybookReader::namesTwentyProblemsAtMost()
{
    QByteArray bytes = small();
    for (int i = 0; i < 500; ++i)
        bytes += "x" + QByteArray::number(i) + ": 1\n";
    const auto playbook = read(bytes);
    QVERIFY(!playbook);
    QCOMPARE(playbook.error().arguments.size(), 2 * formats::YamlPlaybookReader::problemsMost);
}

void TestYamlPlaybookReader::refusesBombsInTheTimeOfABlink_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int most = 1024 * 1024 - 16;
    QByteArray laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'z'; ++c)
        laughs +=
            QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + ", *" + char(c - 1) + "]\n";
    QTest::newRow("aliases") << laughs;
    QTest::newRow("opening brackets") << QByteArray(most, '[');
    QTest::newRow("opening braces") << QByteArray(most, '{');
    QTest::newRow("braces and keys") << QByteArray("{a: ").repeated(most / 4);
    QTest::newRow("dashes") << QByteArray("- ").repeated(most / 2);
    QTest::newRow("question marks") << QByteArray("? ").repeated(most / 2);
    QTest::newRow("one long key") << QByteArray(most, 'a') + ": b\n";
    QTest::newRow("one long quoted") << "a: \"" + QByteArray(most, 'a');
    QTest::newRow("comments") << QByteArray("#\n").repeated(most / 2);
    QTest::newRow("many keys") << QByteArray("a: b\n").repeated(most / 5);
    QTest::newRow("many items") << "a:\n" + QByteArray("- b\n").repeated(most / 4);
    QTest::newRow("many documents") << QByteArray("--- a\n").repeated(most / 6);
}

void TestYamlPlaybookReader::refusesBombsInTheTimeOfABlink()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!read(bytes));
    // A blink is 0.3 s; sanitizers and busy machines take longer, quadratic reading minutes.
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
}

void TestYamlPlaybookReader::staysCalmWhenAnyByteIsGone()
{
    const QByteArray whole = small();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const auto without = read(QByteArray(whole).remove(i, 1));
        const auto cut = read(whole.first(i));
        const auto flipped = read(QByteArray(whole).replace(i, 1, "\x01"));
        QVERIFY(without || without.error().code == base::ErrorCode::PlaybookInvalid);
        QVERIFY(cut || cut.error().code == base::ErrorCode::PlaybookInvalid);
        QVERIFY(!flipped && flipped.error().code == base::ErrorCode::PlaybookInvalid);
    }
}

GATEHOUSE_TEST(TestYamlPlaybookReader)
#include "tst_yamlplaybookreader.moc"
