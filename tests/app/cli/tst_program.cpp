#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using Qt::StringLiterals::operator""_s; // NOLINT(misc-unused-using-decls): version 14 overlooks literals

// Exit codes, receipts and shapes of the program that people run.
class TestProgram : public QObject
{
    Q_OBJECT

private:
    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;
    using Database = gatehouse::clitests::Database;

    static QString codeOf(const Answer &answer) { return answer.error().value(QLatin1StringView("code")).toString(); }

    static QStringList words(const char *line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }

private Q_SLOTS:
    void aSubjectInUseIsAConflict_data() { gatehouse::clitests::addDatabases(); }
    void aSubjectInUseIsAConflict()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        const QString partner = admin.submit();
        const QString subject = u"nadia.rowan@harbourline.example"_s;
        const auto answer = admin.json(owner, {u"contact"_s, u"add"_s, partner, u"--name"_s, u"N"_s, u"--email"_s,
                                               u"n@x.example"_s, u"--role"_s, u"CFO"_s, u"--subject"_s, subject});
        QVERIFY2(answer.exit == 5, answer.report().constData());
        QCOMPARE(codeOf(answer), u"subject-in-use"_s);
        QCOMPARE(answer.error().value(QLatin1StringView("subject")).toString(), subject);
        const auto twice = admin.json(owner, {u"partner"_s, u"submit"_s, u"--file"_s, admin.path(u"application.json"_s),
                                              u"--playbook"_s, u"otc-partner"_s, u"--submitter"_s, subject});
        QVERIFY2(twice.exit == 5, twice.report().constData());
    }

    void aRemovedSubjectIsReservedUntilItIsReleased_data() { gatehouse::clitests::addDatabases(); }
    void aRemovedSubjectIsReservedUntilItIsReleased()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        const QString partner = admin.submit();
        const QString theo = u"theo.castell@harbourline.example"_s;
        const QStringList add{u"contact"_s, u"add"_s,         partner,     u"--name"_s, u"Theo Castell"_s,
                              u"--email"_s, u"t@x.example"_s, u"--role"_s, u"CFO"_s,    u"--subject"_s,
                              theo};
        auto answer = admin.json(owner, {u"contact"_s, u"remove"_s, partner, theo});
        QVERIFY2(answer.exit == 0, answer.report().constData());
        QCOMPARE(admin.json(owner, add).exit, 5);
        const auto list = admin.run(owner, {u"contact"_s, u"list"_s, partner});
        QVERIFY2(list.out.contains("removed, can still sign in"), list.out.constData());
        answer = admin.json(owner, {u"contact"_s, u"release"_s, partner, theo, u"--note"_s, u"IDP-7"_s});
        QVERIFY2(answer.exit == 0, answer.report().constData());
        QCOMPARE(admin.json(owner, {u"contact"_s, u"release"_s, partner, theo, u"--note"_s, u"IDP-7"_s}).exit, 4);
        answer = admin.json(owner, add);
        QVERIFY2(answer.exit == 0, answer.report().constData());
    }

    void aRepeatedRequestIsDoneOnce_data() { gatehouse::clitests::addDatabases(); }
    void aRepeatedRequestIsDoneOnce()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        const QString partner = admin.submit();
        const QStringList update{u"partner"_s, u"update"_s, partner, u"--request"_s, u"r-1"_s};
        const auto first = admin.json(owner, update + QStringList{u"--region"_s, u"EU"_s});
        QVERIFY2(first.exit == 0, first.report().constData());
        const auto second = admin.json(owner, update + QStringList{u"--region"_s, u"EU"_s});
        QVERIFY2(second.exit == 0, second.report().constData());
        QJsonObject expected = first.json();
        QCOMPARE(expected.value(QLatin1StringView("request")).toString(), u"r-1"_s);
        QCOMPARE(expected.value(QLatin1StringView("replayed")).toBool(), false);
        expected.insert(u"replayed"_s, true);
        QCOMPARE(second.json(), expected);
        const auto other = admin.json(owner, update + QStringList{u"--region"_s, u"UK"_s});
        QVERIFY2(other.exit == 5, other.report().constData());
        QCOMPARE(codeOf(other), u"request-id-reused"_s);
        const auto events = admin.json(owner, {u"events"_s, u"list"_s, u"--type"_s, u"partner.updated"_s});
        QCOMPARE(events.json().value(QLatin1StringView("events")).toArray().size(), 1);
    }

    void operatorsAreAddedListedAndRevoked_data() { gatehouse::clitests::addDatabases(); }
    void operatorsAreAddedListedAndRevoked()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        QCOMPARE(admin.json(owner, words("operator add sam --role support --name Sam")).exit, 0);
        QCOMPARE(admin.json(owner, words("operator add sam --role support")).exit, 5);
        QCOMPARE(admin.json(owner, words("operator add sam --role king")).exit, 2);
        QCOMPARE(admin.json(owner, words("operator add sam --role partner_admin")).exit, 2);
        QCOMPARE(admin.json(owner, words("operator revoke sam --role support")).exit, 0);
        QCOMPARE(admin.json(owner, words("operator revoke sam --role support")).exit, 4);
        const auto list = admin.json(owner, words("operator list"));
        QJsonObject sam;
        const QJsonArray rows = list.json().value(QLatin1StringView("operators")).toArray();
        for (const auto &row : rows) {
            if (row.toObject().value(QLatin1StringView("subject")).toString() == QLatin1StringView("sam"))
                sam = row.toObject();
        }
        QCOMPARE(sam.value(QLatin1StringView("role")).toString(), u"support"_s);
        QVERIFY(sam.value(QLatin1StringView("revoked_at")).isString());
        QCOMPARE(admin.json(owner, {u"operator"_s, u"revoke"_s, admin.subject(u"rita"_s), u"--role"_s, u"root_admin"_s})
                     .exit,
                 0);
        const QString me = list.json()
                               .value(QLatin1StringView("operators"))
                               .toArray()
                               .at(0)
                               .toObject()
                               .value(QLatin1StringView("subject"))
                               .toString();
        const auto last = admin.json(owner, {u"operator"_s, u"revoke"_s, me, u"--role"_s, u"root_admin"_s});
        QVERIFY2(last.exit == 5, last.report().constData());
        QCOMPARE(codeOf(last), u"last-root-admin"_s);
    }

    void eventsAreExportedWhole_data() { gatehouse::clitests::addDatabases(); }
    void eventsAreExportedWhole()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        const QString partner = admin.submit();
        QCOMPARE(admin.json(owner, {u"partner"_s, u"update"_s, partner, u"--owner"_s, admin.subject(u"rita"_s)}).exit,
                 0);
        const QString name = admin.path(u"events.csv"_s);
        const auto answer = admin.run(owner, {u"events"_s, u"export"_s, u"--output"_s, name});
        QVERIFY2(answer.exit == 0, answer.report().constData());
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(QFileInfo(name).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        const auto lines = admin.run(owner, words("events export --format jsonl")).out.trimmed().split('\n');
        QCOMPARE(csv.count("\r\n"), lines.size() + 1);
        const QJsonArray array = QJsonDocument::fromJson(admin.run(owner, words("--json events export")).out).array();
        QCOMPARE(array.size(), lines.size());
        for (qsizetype index = 0; index < lines.size(); ++index)
            QCOMPARE(QJsonDocument::fromJson(lines.at(index)).object(), array.at(index).toObject());
        QCOMPARE(admin.run(owner, words("events export --format xls")).exit, 2);
        QCOMPARE(admin.run(owner, words("events list --from yesterday")).exit, 2);
        QCOMPARE(admin.run(owner, words("events list --limit 0")).exit, 2);
    }

    void whatIsNotThereIsNotFound_data() { gatehouse::clitests::addDatabases(); }
    void whatIsNotThereIsNotFound()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        for (const char *line :
             {"partner show nobody", "partner readiness nobody", "contact list nobody", "review show nobody",
              "gate nobody invoice.create", "events list --partner nobody", "playbook show nothing"}) {
            const auto answer = admin.json(owner, words(line));
            QVERIFY2(answer.exit == 4, (line + answer.report()).constData());
            QCOMPARE(answer.out, QByteArray());
            QVERIFY2(!codeOf(answer).isEmpty(), answer.report().constData());
        }
        const QString partner = admin.submit();
        QCOMPARE(admin.json(owner, {u"gate"_s, partner, u"moon.land"_s}).exit, 3);
        QCOMPARE(admin.json(owner, {u"dossier"_s, u"get"_s, partner, u"kyb"_s, u"--output"_s, admin.path(u"x"_s)}).exit,
                 4);
    }

    void everyReadAnswersPeopleAndPrograms_data() { gatehouse::clitests::addDatabases(); }
    void everyReadAnswersPeopleAndPrograms()
    {
        GATEHOUSE_ADMIN(admin);
        const QString owner = u"owner"_s;
        const QString partner = admin.submit();
        admin.file(partner, u"kyb"_s, admin.write(u"a.pdf"_s, "%PDF-1.4 a"));
        for (const char *verb :
             {"partner list", "partner show P", "partner readiness P", "contact list P", "review show P",
              "operator list", "events list", "playbook list", "playbook show otc-partner"}) {
            const QStringList line = QString::fromUtf8(verb)
                                         .replace(QLatin1StringView(" P"), QLatin1Char(' ') + partner)
                                         .split(QLatin1Char(' '));
            const auto human = admin.run(owner, line);
            QVERIFY2(human.exit == 0 && human.out.endsWith('\n'), human.report().constData());
            QVERIFY2(!QString::fromUtf8(human.out).contains(QChar(0x2068)), human.out.constData());
            const auto json = admin.json(owner, line);
            QVERIFY2(json.exit == 0 && !json.json().isEmpty(), json.report().constData());
        }
        const auto list = admin.run(owner, words("partner list"));
        QVERIFY2(list.out.contains("KYB only"), list.out.constData());
        QVERIFY2(list.out.contains("Not submitted"), list.out.constData());
    }

    void inAFileSomebodyCanActForASubjectAndOnABackendNobody_data() { gatehouse::clitests::addDatabases(); }
    void inAFileSomebodyCanActForASubjectAndOnABackendNobody()
    {
        GATEHOUSE_ADMIN(admin);
        const QStringList update{u"--json"_s, u"--workspace"_s, admin.workspaceOf(u"owner"_s),
                                 u"--as"_s,   u"rita"_s,        u"operator"_s,
                                 u"add"_s,    u"sam"_s,         u"--role"_s,
                                 u"support"_s};
        const auto answer = Admin::bare(update);
        if (database == Database::Postgres) {
            QVERIFY2(answer.exit == 3, answer.report().constData());
            QCOMPARE(codeOf(answer), u"acting-not-allowed"_s);
            return;
        }
        QVERIFY2(answer.exit == 0, answer.report().constData());
        QCOMPARE(answer.json().value(QLatin1StringView("actor")).toString(), u"rita"_s);
        QVERIFY(!answer.json().value(QLatin1StringView("os_user")).toString().isEmpty());
        QVERIFY(answer.json().value(QLatin1StringView("os_user")).toString() != QLatin1StringView("rita"));
    }

    void inItOnceIsEnough_data() { gatehouse::clitests::addDatabases(); }
    void inItOnceIsEnough()
    {
        GATEHOUSE_ADMIN(admin);
        const auto again = Admin::bare({u"--json"_s, u"--workspace"_s, admin.workspaceOf(u"owner"_s), u"init"_s,
                                        u"--objects"_s, admin.path(u"objects"_s)});
        QVERIFY2(again.exit == 5, again.report().constData());
        QCOMPARE(codeOf(again), u"workspace-exists"_s);
    }

    void aDatabaseIsToldWhereItsFilesGo()
    {
        const auto answer = Admin::bare({u"--workspace"_s, u"postgresql:///x?host=/nowhere"_s, u"init"_s});
        QVERIFY2(answer.exit == 2, answer.report().constData());
        QVERIFY2(answer.err.contains("--objects DIR"), answer.report().constData());
    }

    void aListThatIsNotWholeSaysSo_data() { gatehouse::clitests::addDatabases(); }
    void aListThatIsNotWholeSaysSo()
    {
        GATEHOUSE_ADMIN(admin);
        admin.submit();
        const QString owner = u"owner"_s;
        const auto count = [&](const QJsonObject &answer) {
            return answer.value(QLatin1StringView("events")).toArray().size();
        };
        const auto all = count(admin.json(owner, {u"events"_s, u"list"_s}).json());
        QVERIFY(all > 1);
        for (const bool more : {false, true}) {
            const qsizetype limit = more ? all - 1 : all;
            const QStringList list{u"events"_s, u"list"_s, u"--limit"_s, QString::number(limit)};
            const QJsonObject answer = admin.json(owner, list).json();
            QCOMPARE(count(answer), limit);
            QCOMPARE(answer.value(QLatin1StringView("more")), QJsonValue(more));
            QCOMPARE(admin.run(owner, list).out.contains("There are more"), more);
        }
    }

    void aBadApplicationIsBadInput_data()
    {
        QTest::addColumn<QByteArray>("application");
        QTest::addColumn<QString>("code");
        QTest::newRow("no JSON") << QByteArray("{\"name\": \"a\",\n nonsense}") << u"json-malformed"_s;
        QTest::newRow("doubled key") << QByteArray("{\"name\": \"a\", \"name\": \"b\"}") << u"json-malformed"_s;
        QTest::newRow("missing key") << QByteArray("{\"name\": \"a\"}") << u"key-missing"_s;
        QTest::newRow("empty") << QByteArray() << u"file-empty"_s;
    }

    void aBadApplicationIsBadInput()
    {
        QFETCH(const QByteArray, application);
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QStringList submit{u"partner"_s, u"submit"_s, u"--playbook"_s, u"otc-partner"_s, u"--file"_s};
        const auto answer = admin.json(u"owner"_s, submit + QStringList{admin.write(u"a.json"_s, application)});
        QVERIFY2(answer.exit == 2, answer.report().constData());
        QTEST(codeOf(answer), "code");
        const auto piped = admin.run(u"owner"_s, QStringList{u"--json"_s} + submit + QStringList{u"-"_s}, application);
        QCOMPARE(piped.exit, 2);
        QTEST(codeOf(piped), "code");
    }

    void whatCannotBeReachedIsUnreachableOrNotFound()
    {
        const auto missing = Admin::bare(words("--json --workspace /nonexistent/a.gatehouse partner list"));
        QVERIFY2(missing.exit == 4, missing.report().constData());
        QCOMPARE(codeOf(missing), u"workspace-not-found"_s);
        const auto away =
            Admin::bare(words("--json --workspace postgresql://nobody:secret@127.0.0.1:1/none partner list"));
        QVERIFY2(away.exit == 6, away.report().constData());
        QVERIFY2(!away.err.contains("secret"), away.err.constData());
        QCOMPARE(Admin::bare(words("--json --workspace mysql://x partner list")).exit, 2);
    }

    void dataNeverReachesTheTerminalRaw()
    {
        const QString evil = u"\x1b]0;owned\x07\n\u009b31m\u202Egpj"_s;
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        for (const QStringList &line : {QStringList{u"partner"_s, u"show"_s, evil}, QStringList{evil},
                                        QStringList{u"partner"_s, u"list"_s, u"--"_s + evil},
                                        QStringList{u"--json"_s, u"partner"_s, u"show"_s, evil}}) {
            const auto answer = admin.run(u"owner"_s, line);
            QVERIFY2(answer.exit != 0, answer.report().constData());
            QCOMPARE(answer.err.count('\n'), 1);
            const QString shown = QString::fromUtf8(answer.err).chopped(1);
            for (const QChar c : shown)
                QVERIFY2(c.unicode() >= 0x20 && (c.unicode() < 0x7F || c.unicode() > 0x9F) && c.unicode() != 0x202E,
                         qPrintable(shown));
        }
    }

    void anAnswerThatIsLostIsNoticed()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QStringList list{u"--workspace"_s, admin.workspaceOf(u"owner"_s), u"operator"_s, u"list"_s};
        const auto full = Admin::bare(list, {}, u"/dev/full"_s);
        QVERIFY2(full.exit == 1, full.report().constData());
        QVERIFY2(full.err.startsWith("gatehouse-admin: The answer couldn't be written."), full.err.constData());
        QCOMPARE(Admin::bare({u"--help"_s}, {}, u"/dev/full"_s).exit, 1);
    }

    void helpVersionAndPlaybooksNeedNoWorkspace()
    {
        QVERIFY(Admin::bare(words("--version")).out.startsWith("gatehouse-admin "));
        QCOMPARE(Admin::bare(words("partner submit --help")).exit, 0);
        QCOMPARE(Admin::bare(words("playbook list")).exit, 0);
        const auto validated =
            Admin::bare({u"playbook"_s, u"validate"_s,
                         QString::fromLatin1(GATEHOUSE_SOURCE_DIR "/resources/playbooks/otc-partner.yaml")});
        QVERIFY2(validated.exit == 0, validated.report().constData());
        QCOMPARE(Admin::bare({}).exit, 2);
    }

    void withoutTheOptionTheWorkspaceIsYours()
    {
        const Admin admin(Database::Sqlite);
        QCOMPARE(Admin::bare(words("operator list")).exit, 4);
        QCOMPARE(Admin::bare(words("init")).exit, 0);
        QCOMPARE(Admin::bare(words("operator list")).exit, 0);
        qputenv("GATEHOUSE_WORKSPACE", "");
        QCOMPARE(Admin::bare(words("operator list")).exit, 0);
        qputenv("GATEHOUSE_WORKSPACE", QFile::encodeName(admin.path(u"other.gatehouse"_s)));
        const Answer other = Admin::bare(words("operator list"));
        qunsetenv("GATEHOUSE_WORKSPACE");
        QVERIFY2(other.exit == 4, other.report().constData());
        QVERIFY2(other.err.contains("other.gatehouse"), other.err.constData());
    }

    void aPlaybookWithAMistakeIsRefusedWithItsLine()
    {
        const Admin admin(Database::Sqlite);
        QFile original(QString::fromLatin1(GATEHOUSE_SOURCE_DIR "/resources/playbooks/otc-partner.yaml"));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QByteArray yaml = original.readAll();
        const int line = int(yaml.left(yaml.indexOf("approval:\n  role: root_admin")).count('\n')) + 2;
        yaml.replace("approval:\n  role: root_admin", "approval:\n  role: emperor");
        const auto answer = Admin::bare({u"playbook"_s, u"validate"_s, admin.write(u"bad.yaml"_s, yaml)});
        QVERIFY2(answer.exit == 2, answer.report().constData());
        QVERIFY2(answer.err.contains("bad.yaml") && answer.err.contains("Line " + QByteArray::number(line) + ":"),
                 answer.err.constData());
    }

    void aSampleWorkspaceHasPartners()
    {
        const Admin admin(Database::Sqlite);
        const QString workspace = admin.workspaceOf(u"owner"_s);
        const auto created = Admin::bare({u"--workspace"_s, workspace, u"init"_s, u"--sample"_s});
        QVERIFY2(created.exit == 0, created.report().constData());
        const auto list = Admin::bare({u"--json"_s, u"--workspace"_s, workspace, u"partner"_s, u"list"_s});
        QVERIFY2(list.json().value(QLatin1StringView("partners")).toArray().size() > 5, list.report().constData());
    }
};

GATEHOUSE_TEST(TestProgram)

#include "tst_program.moc"
