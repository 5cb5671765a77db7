#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using Qt::StringLiterals::operator""_s; // NOLINT(misc-unused-using-decls): version 14 overlooks literals

// What somebody reads who has only the program and its README.
class TestAnswers : public QObject
{
    Q_OBJECT

private:
    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;
    using Database = gatehouse::clitests::Database;

    static QString program() { return QString::fromLatin1(GATEHOUSE_BINARY_DIR "/bin/gatehouse-admin"); }

    static QStringList words(const QString &line) { return line.split(QLatin1Char(' ')); }

    static QString codeOf(const Answer &answer) { return answer.error().value(QLatin1StringView("code")).toString(); }

    static QJsonObject resultOf(const Answer &answer)
    {
        return answer.json().value(QLatin1StringView("result")).toObject();
    }

    // A partner that can be decided on.
    static QString reviewable(Admin &admin)
    {
        const QString partner = admin.submit();
        admin.file(partner, u"kyb"_s, admin.write(u"a.pdf"_s, "%PDF-1.4 a"));
        admin.file(partner, u"licensing"_s, admin.write(u"b.pdf"_s, "%PDF-1.4 b"));
        return partner;
    }

    // The same for people, as rita.
    static Answer decided(Admin &admin, const QString &verb, const QString &partner, const QStringList &more = {})
    {
        return admin.run(u"rita"_s, QStringList{verb, partner, u"--notes"_s, u"Checked against the register."_s,
                                                u"--evidence"_s, u"kyb:1"_s, u"--reviewed"_s, admin.digest(partner)}
                                        + more);
    }

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // As a user who is stopped by the rights of files, whoever runs the tests.
    static Answer unprivileged(const QStringList &call)
    {
        QProcess process;
        if (qEnvironmentVariable("USER") == QLatin1StringView("root") || QFileInfo(u"/root"_s).isReadable())
            process.start(u"setpriv"_s,
                          QStringList{u"--bounding-set"_s, u"-dac_override,-dac_read_search"_s, program()} + call);
        else
            process.start(program(), call);
        Answer answer;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            answer.exit = process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.err = process.readAllStandardError();
        return answer;
    }

private Q_SLOTS:
    void anEmptyNameIsAMistakeOfTheCall_data()
    {
        QTest::addColumn<QStringList>("call");
        QTest::newRow("as") << QStringList{u"--as"_s, {}, u"operator"_s, u"list"_s};
        QTest::newRow("as, blank") << QStringList{u"--as"_s, u" "_s, u"operator"_s, u"list"_s};
        QTest::newRow("as=") << QStringList{u"--as="_s, u"operator"_s, u"list"_s};
        QTest::newRow("workspace") << QStringList{u"operator"_s, u"list"_s, u"--workspace="_s};
        QTest::newRow("partner") << QStringList{u"partner"_s, u"show"_s, {}};
        QTest::newRow("gate") << QStringList{u"gate"_s, u"harbourline-markets"_s, {}};
        QTest::newRow("request") << QStringList{u"operator"_s, u"add"_s,       u"sam"_s, u"--role"_s,
                                                u"support"_s,  u"--request"_s, {}};
        QTest::newRow("role") << QStringList{u"operator"_s, u"add"_s, u"sam"_s, u"--role"_s, {}};
        QTest::newRow("events of a partner") << QStringList{u"events"_s, u"list"_s, u"--partner"_s, {}};
        QTest::newRow("submitter") << QStringList{u"partner"_s,    u"submit"_s,      u"--file"_s,      u"-"_s,
                                                  u"--playbook"_s, u"otc-partner"_s, u"--submitter"_s, {}};
        QTest::newRow("valid until") << QStringList{u"dossier"_s,       u"file"_s,          u"harbourline-markets"_s,
                                                    u"--kind"_s,        u"kyb"_s,           u"--object"_s,
                                                    u"/etc/hostname"_s, u"--valid-until"_s, {}};
    }

    void anEmptyNameIsAMistakeOfTheCall()
    {
        QFETCH(const QStringList, call);
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        QStringList all = QStringList{u"--json"_s} + call;
        if (!call.contains(u"--workspace="_s))
            all = QStringList{u"--workspace"_s, admin.workspaceOf(u"owner"_s)} + all;
        const Answer answer = Admin::bare(all);
        QVERIFY2(answer.exit == 2, answer.report().constData());
        QCOMPARE(codeOf(answer), u"usage"_s);
        QVERIFY2(answer.err.contains("empty"), answer.err.constData());
    }

    void aSuspensionIsCalledSoEverywhere()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        QCOMPARE(decided(admin, u"approve"_s, partner).out, QByteArray("Approved; decision 1.\n"));
        QCOMPARE(decided(admin, u"approve"_s, partner).out,
                 QByteArray("Approved again; decision 2. Nothing had changed since the last approval.\n"));
        QVERIFY(decided(admin, u"reject"_s, partner).out.startsWith("Suspended; decision 3. "));
        const Answer again = admin.decide(u"reject"_s, partner, admin.digest(partner));
        QCOMPARE(resultOf(again).value(QLatin1StringView("suspended")).toBool(), true);
        QCOMPARE(resultOf(again).value(QLatin1StringView("again")).toBool(), true);
        QVERIFY(decided(admin, u"reject"_s, partner).out.startsWith("Suspended again; decision 5. "));

        const QString rita = u"rita"_s;
        const QByteArray shown = admin.run(rita, {u"partner"_s, u"show"_s, partner}).out;
        QVERIFY2(shown.contains("3. Suspended") && shown.contains("4. Suspended"), shown.constData());
        QVERIFY2(!shown.contains("Rejected"), shown.constData());
        const QByteArray timeline = admin.run(rita, words(u"events list --type partner.rejected"_s)).out;
        QCOMPARE(timeline.count("Suspended"), 3);
        const QJsonArray decisions =
            admin.json(rita, {u"partner"_s, u"show"_s, partner}).json().value(QLatin1StringView("decisions")).toArray();
        for (const auto &one : decisions)
            QCOMPARE(one.toObject().value(QLatin1StringView("suspended")).toBool(),
                     one.toObject().value(QLatin1StringView("verdict")).toString() == QLatin1StringView("rejected"));

        const QStringList invoices{u"gate"_s, partner, u"invoice.create"_s};
        const Answer gate = admin.run(rita, invoices);
        QCOMPARE(gate.exit, 3);
        QVERIFY2(gate.err.contains(" Suspended by rita, "), gate.err.constData());
        QVERIFY2(gate.err.contains(". It stays closed until one of the root admins decides anew."),
                 gate.err.constData());
        QVERIFY2(!gate.err.contains("Finish the KYB review"), gate.err.constData());
        const QJsonObject answer = admin.json(rita, invoices).json();
        QCOMPARE(answer.value(QLatin1StringView("decided_by")).toString(), rita);
        QCOMPARE(answer.value(QLatin1StringView("guidance")).toString(),
                 u"It stays closed until one of the root admins decides anew."_s);
    }

    void afterAFinalRejectionAFilingSaysThatItReopensNothing()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const QStringList filing{u"dossier"_s,
                                 u"file"_s,
                                 partner,
                                 u"--kind"_s,
                                 u"kyb"_s,
                                 u"--object"_s,
                                 admin.write(u"c.pdf"_s, "%PDF-1.4 c")};
        decided(admin, u"reject"_s, partner);
        const Answer retried = admin.run(u"owner"_s, filing);
        QVERIFY2(retried.exit == 0 && !retried.out.contains("re-opens"), retried.report().constData());
        const Answer final = decided(admin, u"reject"_s, partner, {u"--final"_s});
        QVERIFY2(final.exit == 0, final.report().constData());
        const Answer filed = admin.run(u"owner"_s, filing);
        QVERIFY2(filed.exit == 0 && filed.out.contains("It re-opens nothing: the last rejection is final"),
                 filed.report().constData());
        const Answer gate = admin.run(u"rita"_s, {u"gate"_s, partner, u"invoice.create"_s});
        QVERIFY2(gate.err.contains(" Rejected for good by rita, "), gate.err.constData());
        decided(admin, u"approve"_s, partner);
        decided(admin, u"reject"_s, partner, {u"--final"_s});
        const Answer suspended = admin.run(u"owner"_s, filing);
        QVERIFY2(suspended.out.contains("It re-opens nothing: the suspension is final"),
                 suspended.report().constData());
    }

    void whereNobodyCanDecideItSaysWhatHelps()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit(u"rita"_s);
        const QJsonObject view = admin.json(u"rita"_s, {u"partner"_s, u"show"_s, partner}).json();
        const QString owner = view.value(QLatin1StringView("entered_by")).toString();
        QCOMPARE(admin.run(u"rita"_s, {u"operator"_s, u"revoke"_s, owner, u"--role"_s, u"root_admin"_s}).exit, 0);
        const QByteArray way = "Nobody can at the moment. Add another root admin: gatehouse-admin operator add SUBJECT "
                               "--role root_admin";
        const Answer refused = admin.run(u"rita"_s, {u"approve"_s, partner});
        QVERIFY2(refused.exit == 3 && refused.err.contains(way), refused.report().constData());
        QVERIFY2(!refused.err.contains("Ask someone"), refused.err.constData());
        const Answer shown = admin.run(u"rita"_s, {u"review"_s, u"show"_s, partner});
        QVERIFY2(shown.out.contains(way), shown.report().constData());
        QCOMPARE(admin.run(u"rita"_s, words(u"operator add sam --role root_admin"_s)).exit, 0);
        const Answer somebody = admin.run(u"rita"_s, {u"approve"_s, partner});
        QVERIFY2(somebody.err.contains("Ask someone"), somebody.report().constData());
    }

    void aReviewListsWhoWasRemovedAndCanStillSignIn()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit(u"lena"_s);
        const QStringList show{u"review"_s, u"show"_s, partner};
        QCOMPARE(admin.run(u"rita"_s, {u"contact"_s, u"remove"_s, partner, u"lena"_s}).exit, 0);
        const Answer removed = admin.run(u"rita"_s, show);
        QVERIFY2(removed.out.contains("removed, can still sign in"), removed.report().constData());
        const Answer released = admin.run(u"rita"_s, {u"contact"_s, u"release"_s, partner, u"lena"_s, u"--note"_s,
                                                      u"Deactivated at the identity provider."_s});
        QVERIFY2(released.exit == 0, released.report().constData());
        QVERIFY(!admin.run(u"rita"_s, show).out.contains("removed"));
    }

    void whoMaySeeNothingIsNotToldThatThereIsNothing()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        QVERIFY(!admin.submit().isEmpty());
        const Answer text = admin.run(u"stranger"_s, words(u"partner list"_s));
        QCOMPARE(text.exit, 0);
        QCOMPARE(text.out, QByteArray("No partners that you may see.\n"));
        const Answer json = admin.json(u"stranger"_s, words(u"partner list"_s));
        QCOMPARE(json.exit, 0);
        QVERIFY(json.json().value(QLatin1StringView("partners")).toArray().isEmpty());
    }

    void standardInputIsCalledSo()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        for (const QByteArray &input : {QByteArray(), QByteArray("{")}) {
            const Answer answer =
                admin.run(u"owner"_s, words(u"partner submit --playbook otc-partner --file -"_s), input);
            QVERIFY2(answer.exit == 2, answer.report().constData());
            QVERIFY2(answer.err.startsWith("gatehouse-admin: Standard input "), answer.err.constData());
        }
    }

    void whereNoWorkspaceIsTheVerbThatMakesOneIsNamed()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        for (const QString &place : {admin.path(u"none.gatehouse"_s), admin.write(u"text"_s, "no database")}) {
            const Answer answer = Admin::bare({u"--workspace"_s, place, u"partner"_s, u"list"_s});
            QVERIFY2(answer.exit == 4, answer.report().constData());
            QVERIFY2(answer.err.contains(" gatehouse-admin init creates one."), answer.err.constData());
        }
    }

    void whoMayDecideIsOneSentence()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        QCOMPARE(admin.add(u"tina"_s, u"tenant_admin"_s), QString());
        QCOMPARE(admin.add(u"sam"_s, u"support"_s), QString());
        const QString partner = admin.submit();
        for (const QString &person : {u"tina"_s, u"sam"_s}) {
            const Answer refused = admin.run(person, {u"approve"_s, partner});
            QCOMPARE(refused.exit, 3);
            QVERIFY2(refused.err.startsWith("gatehouse-admin: You can't "), refused.err.constData());
            QVERIFY2(refused.err.contains(" Those who can: root admins. "), refused.err.constData());
        }
    }

    void whatACallLacksIsNamedAtOnce()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const Answer bare = admin.run(u"rita"_s, {u"approve"_s, partner});
        QCOMPARE(bare.exit, 2);
        QVERIFY2(bare.err.contains("The call has no --notes, --evidence, --reviewed."), bare.err.constData());
        for (const QString &digest : {u"x"_s, u"v1.abc"_s}) {
            const Answer answer = admin.decide(u"approve"_s, partner, digest);
            QVERIFY2(answer.exit == 2, answer.report().constData());
            QVERIFY2(answer.err.contains("is no digest"), answer.report().constData());
        }
        // One that was right once is no mistake of the call.
        const QString old = admin.digest(partner).replace(QLatin1Char('0'), QLatin1Char('1'));
        QCOMPARE(admin.decide(u"approve"_s, partner, old).exit, 5);
    }

    void nothingIsOverwritten()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const QString there = admin.write(u"there"_s, "mine");
        for (const QStringList &call :
             {QStringList{u"dossier"_s, u"get"_s, partner, u"kyb"_s}, QStringList{u"events"_s, u"export"_s}}) {
            const Answer refused = admin.json(u"owner"_s, call + QStringList{u"--output"_s, there});
            QVERIFY2(refused.exit == 5, refused.report().constData());
            QCOMPARE(codeOf(refused), u"output-exists"_s);
            QCOMPARE(contentOf(there), QByteArray("mine"));
            const QString fresh = admin.path(call.first());
            const Answer written = admin.run(u"owner"_s, call + QStringList{u"--output"_s, fresh});
            QVERIFY2(written.exit == 0 && written.out.contains(fresh.toUtf8()), written.report().constData());
            QCOMPARE(QFileInfo(fresh).permissions()
                         & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup),
                     QFileDevice::Permissions());
            const Answer piped = admin.run(u"owner"_s, call + QStringList{u"--output"_s, u"-"_s});
            QCOMPARE(piped.exit, 0);
            QCOMPARE(piped.out, contentOf(fresh));
            const QString nowhere = admin.path(u"no/folder/x"_s);
            const Answer lost = admin.json(u"owner"_s, call + QStringList{u"--output"_s, nowhere});
            QCOMPARE(lost.exit, 2);
            QCOMPARE(codeOf(lost), u"output-folder"_s);
        }
        QVERIFY(admin.run(u"owner"_s, words(u"events export --output "_s + admin.path(u"e.csv"_s)))
                    .out.contains(" events to "));
        QCOMPARE(admin.json(u"owner"_s, {u"dossier"_s, u"get"_s, partner, u"kyb"_s, u"--output"_s, u"-"_s}).exit, 2);
    }

    void aDocumentHasOneLastValidDay()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const QJsonObject review = admin.json(u"rita"_s, {u"review"_s, u"show"_s, partner}).json();
        const QJsonObject document = review.value(QLatin1StringView("documents")).toArray().at(0).toObject();
        const QJsonObject standing = review.value(QLatin1StringView("dossier"))
                                         .toObject()
                                         .value(QLatin1StringView("documents"))
                                         .toArray()
                                         .at(0)
                                         .toObject();
        const QString day = standing.value(QLatin1StringView("valid_until")).toString();
        QCOMPARE(day.size(), 10);
        QCOMPARE(document.value(QLatin1StringView("valid_until")).toString(), day);
        QVERIFY(admin.run(u"rita"_s, {u"partner"_s, u"show"_s, partner}).out.contains(day.toUtf8()));
    }

    void aPartnerIsFoundByEveryNameItHas_data() { gatehouse::clitests::addDatabases(); }
    void aPartnerIsFoundByEveryNameItHas()
    {
        GATEHOUSE_ADMIN(admin);
        QVERIFY(!admin.submit().isEmpty());
        for (const QString &name :
             {u"HARBOURLINE-MARKETS"_s, u"harbourline MARKETS"_s, u"Harbourline Markets Limited"_s})
            QCOMPARE(admin.run(u"rita"_s, {u"partner"_s, u"show"_s, name}).exit, 0);
        for (const QString &name : {u"harborline"_s, u"Harbourline Market"_s, u"harbourline-markts"_s}) {
            const Answer near = admin.run(u"rita"_s, {u"partner"_s, u"show"_s, name});
            QCOMPARE(near.exit, 4);
            QVERIFY2(near.err.contains("Did you mean harbourline-markets?"), near.err.constData());
        }
        QVERIFY(!admin.run(u"rita"_s, {u"partner"_s, u"show"_s, u"calder"_s}).err.contains("Did you mean"));
        // Nobody learns a name by guessing near it.
        QCOMPARE(admin.add(u"stranger"_s), QString());
        const Answer stranger = admin.run(u"stranger"_s, {u"partner"_s, u"show"_s, u"harborline"_s});
        QCOMPARE(stranger.exit, 3);
        QVERIFY2(!stranger.err.contains("harbourline"), stranger.err.constData());
    }

    void anOperatorInARosterIsToldWhatThatMeans()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit();
        const auto add = [&](const QString &subject) {
            return admin.run(u"owner"_s, {u"contact"_s, u"add"_s, partner, u"--name"_s, u"N"_s, u"--email"_s,
                                          u"n@x.example"_s, u"--role"_s, u"CFO"_s, u"--subject"_s, subject});
        };
        QCOMPARE(add(u"rita"_s).out, QByteArray("Added rita to the roster. rita is a root admin and can't decide on "
                                                "this partner while in its roster.\n"));
        QCOMPARE(add(u"nora"_s).out, QByteArray("Added nora to the roster.\n"));
    }

    void aMessageFitsItsCase_data()
    {
        QTest::addColumn<QString>("line"); // P: the partner, F: the test's folder
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("never");
        const auto row = [](const char *name, const QString &line, int exit, const QString &says,
                            const QString &never = u"%1"_s) { QTest::newRow(name) << line << exit << says << never; };
        row("owner", u"partner update P --owner ghost"_s, 2 + 2, u"ghost is no operator"_s, u"revoked"_s);
        row("e-mail", u"contact add P --name N --email bad --role R --subject s"_s, 2, u"“bad” is no e-mail address"_s,
            u"Use one of"_s);
        row("limit", u"events list --limit 0"_s, 2, u"Give a number from 1 to 10000"_s, u"Use one of"_s);
        row("limit, a word", u"events list --limit many"_s, 2, u"“many” is no limit"_s);
        row("date of a read", u"events list --from 2026/01/01"_s, 2, u"“2026/01/01” is no date"_s, u"saved"_s);
        row("dates reversed", u"events list --from 2026-02-02 --to 2026-02-01"_s, 2, u"--from 2026-02-02 is after"_s);
        row("export, reversed", u"events export --from 2026-02-02 --to 2026-02-01"_s, 2, u"is after"_s);
        row("one day", u"events list --from 2026-02-02 --to 2026-02-02"_s, 0, {});
        row("role", u"operator add sam --role king"_s, 2, u"root_admin"_s, u"partner_admin"_s);
        row("validity", u"dossier file P --kind kyb --object F/a.pdf --valid-until soon"_s, 2,
            u"It was given for “--valid-until”"_s, u"valid_"_s);
        row("folder as workspace", u"--workspace F partner list"_s, 4, u"isn't a Gatehouse workspace"_s, u"network"_s);
        row("no folder", u"--workspace F/no/such/t init"_s, 4, u"There is no folder F/no/such."_s,
            u"at F/no/such/t. N"_s);
        row("no database", u"--workspace postgresql://127.0.0.1:1 partner list"_s, 6,
            u"127.0.0.1, port 1 can't be reached"_s, u" on 127"_s);
    }

    void aMessageFitsItsCase()
    {
        QFETCH(QString, line);
        QFETCH(const QString, says);
        QFETCH(const QString, never);
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const QString folder = QFileInfo(admin.path(u"x"_s)).path();
        const auto filled = [&](const QString &text) {
            return QString(text).replace(u"F/"_s, folder + u'/').replace(u" F "_s, u' ' + folder + u' ');
        };
        line = filled(line).replace(u" P "_s, u' ' + partner + u' ');
        const bool elsewhere = line.startsWith(u"--workspace"_s);
        const Answer answer = elsewhere ? Admin::bare(words(line)) : admin.run(u"owner"_s, words(line));
        QTEST(answer.exit, "exit");
        const QString err = QString::fromUtf8(answer.err);
        QVERIFY2(err.contains(filled(says)), answer.report().constData());
        QVERIFY2(!err.contains(filled(never)), answer.report().constData());
    }

    void aPageStartsAtOne()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const Answer answer =
            admin.run(u"rita"_s, {u"reject"_s, partner, u"--notes"_s, u"Long enough to be a note."_s, u"--evidence"_s,
                                  u"kyb:0"_s, u"--reviewed"_s, admin.digest(partner)});
        QCOMPARE(answer.exit, 2);
        QVERIFY2(answer.err.contains("pages are numbers from 1"), answer.err.constData());
    }

    void anApplicationThatLacksSomethingLeadsToAWholeOne()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QStringList submit{
            u"partner"_s, u"submit"_s, u"--playbook"_s, u"otc-partner"_s, u"--submitter"_s, u"lena@calder.example"_s,
            u"--file"_s,  u"-"_s};
        const QByteArray help = Admin::bare(words(u"partner submit --help"_s)).out;
        const QByteArray example =
            help.mid(help.indexOf("\n{\n"), help.lastIndexOf("\n}\n") - help.indexOf("\n{\n") + 3);
        const Answer whole = admin.run(u"owner"_s, submit, example);
        QVERIFY2(whole.exit == 0, whole.report().constData());
        QJsonObject application = QJsonDocument::fromJson(example).object();
        application.insert(u"contacts"_s, QJsonArray());
        const Answer lacking = admin.run(u"owner"_s, submit, QJsonDocument(application).toJson());
        QCOMPARE(lacking.exit, 2);
        QVERIFY2(lacking.err.contains("Its list “contacts” is empty."), lacking.err.constData());
        QVERIFY2(lacking.err.contains("partner submit --help"), lacking.err.constData());
        QVERIFY2(lacking.err.endsWith(" Runbook: gatehouse-admin runbook show intake#application-file\n"),
                 lacking.err.constData());
    }

    void rightsToAWorkspaceAreNotTheNetwork()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString workspace = admin.workspaceOf(u"owner"_s);
        const QStringList list{u"--json"_s, u"--workspace"_s, workspace, u"partner"_s, u"list"_s};
        QVERIFY(QFile::setPermissions(workspace, QFileDevice::ReadOwner));
        const QString folder = QFileInfo(workspace).path();
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const Answer readOnly = unprivileged(list);
        QVERIFY(QFile::setPermissions(workspace, QFileDevice::Permissions()));
        const Answer unreadable = unprivileged(list);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY2(unreadable.exit == 3, unreadable.report().constData());
        QCOMPARE(codeOf(unreadable), u"workspace-forbidden"_s);
        QVERIFY2(readOnly.exit == 0 || readOnly.exit == 3, readOnly.report().constData());
        QVERIFY2(!readOnly.err.contains("Nothing was written"), readOnly.report().constData());
        QVERIFY2(!readOnly.err.contains("network"), readOnly.report().constData());
    }

    void whoIsStoppedLeavesNothingHalfDone()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        QProcess process;
        process.start(program(), {u"--workspace"_s, admin.workspaceOf(u"owner"_s), u"partner"_s, u"submit"_s,
                                  u"--playbook"_s, u"otc-partner"_s, u"--file"_s, u"-"_s});
        QVERIFY(process.waitForStarted());
        process.write("{\"name\": ");
        QVERIFY(process.waitForBytesWritten());
        QProcess::execute(u"kill"_s, {u"-INT"_s, QString::number(process.processId())});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(admin.run(u"owner"_s, words(u"partner list"_s)).out, QByteArray("No partners.\n"));
    }

    void aClosedOutputIsNoticedAndTheWorkspaceStaysWhole()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString export_ = admin.path(u"events.csv"_s);
        for (const QString &verb :
             {u"partner list"_s, u"operator add sam --role support"_s, u"events export --output "_s + export_}) {
            QProcess shell;
            shell.start(u"sh"_s, {u"-c"_s, u"exec \"$0\" --workspace \"$1\" %1 >&-"_s.arg(verb), program(),
                                  admin.workspaceOf(u"owner"_s)});
            QVERIFY(shell.waitForFinished(60'000));
            const QByteArray err = shell.readAllStandardError();
            QVERIFY2(shell.exitCode() == 1, (verb.toUtf8() + err).constData());
            QVERIFY2(err.startsWith("gatehouse-admin: The answer couldn't be written."), err.constData());
        }
        // What was asked for was done, and no answer went into a file that took the place of standard output.
        QVERIFY(admin.run(u"owner"_s, words(u"operator list"_s)).out.contains("sam"));
        QVERIFY2(contentOf(export_).startsWith("\"number\",\"id\",\"at\""), contentOf(export_).constData());
        QVERIFY(!contentOf(export_).contains("Wrote"));
    }
};

GATEHOUSE_TEST(TestAnswers)

#include "tst_answers.moc"
