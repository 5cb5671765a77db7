#include "app/cli/admin.h"
#include "cli/arguments.h"
#include "cli/runbooktext.h"
#include "support/testmain.h"
#include "wiring/runbooks.h"
#include "wiring/workspace.h"
#include "words/runbookwords.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using gatehouse::clitests::Admin;
using gatehouse::clitests::Answer;
using namespace Qt::StringLiterals;

class TestRunbooks : public QObject
{
    Q_OBJECT

private:
    // What runbooks name and the program is still to get; held against the program as soon as it is there.
    static bool isComing(const QStringList &call)
    {
        using namespace gatehouse::cli;
        static const QStringList coming{u"access-key"_s,   u"create-tenant"_s, u"import"_s,        u"item"_s,
                                        u"list-tenants"_s, u"playbook move"_s, u"revoke-tenant"_s, u"show-tenant"_s};
        for (const QString &verb : {call.value(0), call.mid(0, 2).join(u' ')}) {
            if (coming.contains(verb) && !isNoun(verb) && !findVerb(verb))
                return true;
        }
        const auto ofInit = optionsOf(*findVerb(u"init"_s));
        return call.contains(u"--demo"_s) && std::none_of(ofInit.cbegin(), ofInit.cend(), [](const Option &option) {
                   return option.name == QByteArray("demo");
               });
    }

    static QByteArray page(const QByteArray &id, const QByteArray &kind, const QByteArray &body)
    {
        return "---\nid: " + id + "\ntitle: Our " + id + "\nkind: " + kind
               + (kind == "troubleshooting" ? "\nsymptom: Purple screens" : "")
               + "\nowner: Support\nversion: 1\nreviewed: 2026-11-22\nreview_every_days: 100000\nminutes: 5\n---\n# "
                 "Our "
               + id + "\n\n" + body + "\n";
    }
    static std::shared_ptr<const gatehouse::domain::RunbookSource> bundled()
    {
        return gatehouse::wiring::loadRunbooks(u"/nowhere/at/all.gatehouse"_s);
    }
    static QList<gatehouse::domain::RunbookReference> references()
    {
        const auto workspace = gatehouse::wiring::openWorkspace(u"/nowhere/at/all.gatehouse"_s);
        return workspace ? gatehouse::words::programReferences(*workspace->playbooks)
                               + gatehouse::cli::commandLineReferences()
                         : QList<gatehouse::domain::RunbookReference>();
    }
    // What the sources and playbooks call a section of a runbook, with the file that does.
    static QHash<QString, QString> namedSections()
    {
        static const QRegularExpression literal(
            u"\"([a-z][a-z-]*#[a-z][a-z0-9-]*)\"|Runbook: ([a-z][a-z-]*#[a-z][a-z0-9-]*)"
            "|\\brunbook: ([a-z][a-z-]*#[a-z][a-z0-9-]*)"_s);
        const QString root = QStringLiteral(GATEHOUSE_SOURCE_DIR);
        QHash<QString, QString> found;
        for (const QString &folder : {u"/models"_s, u"/ui"_s, u"/app"_s, u"/resources/playbooks"_s}) {
            QDirIterator files(root + folder, {u"*.cpp"_s, u"*.h"_s, u"*.yaml"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                for (auto match = literal.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
                    const auto one = match.next();
                    found.insert(one.captured(1) + one.captured(2) + one.captured(3), file.fileName());
                }
            }
        }
        return found;
    }

    QTemporaryDir m_team;

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_team.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void cleanup() { qunsetenv("GATEHOUSE_RUNBOOKS"); }

    // The bundled runbooks, whole: a broken link, an error code or gate that leads nowhere, an orphan, an unknown
    // placeholder. Staleness is judged on the day of their review: a test must not fail because time went by.
    void nothingIsWrongWithTheProgramsOwn()
    {
        QVERIFY(references().size() > 80);
        const auto runbooks = bundled();
        QStringList said;
        for (const auto &finding : runbooks->findings())
            said.append(gatehouse::cli::runbookFindingsText({finding}).trimmed());
        for (const auto &finding :
             gatehouse::domain::checkedRunbooks(runbooks->all(), references(), QDate(2026, 11, 22)))
            said.append(gatehouse::cli::runbookFindingsText({finding}).trimmed());
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
    }

    void everySectionThatSourcesAndPlaybooksNameIsThere()
    {
        const auto runbooks = bundled();
        const auto sections = namedSections();
        QVERIFY(sections.size() > 70);
        QStringList missing;
        for (auto named = sections.cbegin(); named != sections.cend(); ++named) {
            const bool isForm = named.key().endsWith(u"#section"); // what a value is expected to look like
            if (!isForm && !gatehouse::domain::placeOf(*runbooks, named.key()))
                missing.append(named.key() + u" in "_s + named.value());
        }
        missing.sort();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyCommandOfARunbookIsUnderstood()
    {
        QStringList wrong;
        int understood = 0;
        gatehouse::domain::RunbookValues values;
        for (const QString &name : gatehouse::domain::runbookPlaceholders())
            values.insert(name, u"value"_s);
        const auto runbooks = bundled();
        for (const auto &runbook : runbooks->all()) {
            for (const auto &command : runbook.commands) {
                const QString typed = gatehouse::domain::filled(command.text, values).section(u" | "_s, 0, 0);
                const QStringList words = QProcess::splitCommand(typed);
                if (words.value(0) != u"gatehouse-admin" || isComing(words.mid(1)))
                    continue;
                const auto call = gatehouse::cli::parseArguments(words.mid(1));
                if (const auto *failure = std::get_if<gatehouse::cli::Failure>(&call))
                    wrong.append(
                        u"%1:%2 %3: %4"_s.arg(runbook.file).arg(command.line).arg(command.text, failure->words.what));
                ++understood;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(understood > 30);
    }

    void aTeamsRunbooksAreListedShownAndSearched()
    {
        qputenv("GATEHOUSE_RUNBOOKS", m_team.path().toUtf8());
        write("purple.md",
              page("purple", "troubleshooting",
                   "Of {{partner.name}}.\n\n## 1. Look {#look}\n\nAt the crème.\n\n### Closely\n\nIndeed.\n\n"
                   "## Notes {#notes}\n\nLater."));
        const Answer list = Admin::bare({u"runbook"_s, u"list"_s, u"--kind"_s, u"troubleshooting"_s});
        QVERIFY2(list.exit == 0 && list.out.contains("Purple screens"), list.report().constData());
        QVERIFY(list.out.contains("DLQ growth"));
        QVERIFY(!list.out.contains("communication-templates"));

        const Answer show = Admin::bare({u"runbook"_s, u"show"_s, u"purple.md#look"_s});
        QVERIFY2(show.exit == 0, show.report().constData());
        const QByteArray text = show.out.mid(show.out.indexOf('\n'));
        QCOMPARE(text, QByteArray("\n\n## 1. Look\n\nAt the crème.\n\n### Closely\n\nIndeed.\n"));
        QVERIFY(Admin::bare({u"runbook"_s, u"show"_s, u"purple"_s}).out.contains("Of <partner name>."));

        const auto found = Admin::bare({u"--json"_s, u"runbook"_s, u"search"_s, u"creme"_s, u"loo"_s}).json();
        const QJsonArray hits = found.value(u"hits"_s).toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().toObject().value(u"section"_s).toString(), u"look"_s);
        QCOMPARE(found.value(u"nearest"_s).toBool(true), false);
    }

    void anErrorCodeFindsItsSection()
    {
        for (const QString &code : {u"subject-in-use"_s, u"workspace-busy"_s, u"output-exists"_s}) {
            const auto hits =
                Admin::bare({u"--json"_s, u"runbook"_s, u"search"_s, code}).json().value(u"hits"_s).toArray();
            const auto expected = std::find_if(hits.begin(), hits.end(), [](const QJsonValue &hit) {
                return !hit.toObject().value(u"section"_s).toString().isEmpty();
            });
            QVERIFY2(expected != hits.end(), qPrintable(code));
        }
    }

    void whatIsMissingIsNotFoundWithWhatIsCalledAlmostSo()
    {
        const Answer missing = Admin::bare({u"--json"_s, u"runbook"_s, u"show"_s, u"dlq-grwth"_s});
        QCOMPARE(missing.exit, 4);
        QCOMPARE(missing.error().value(u"code"_s).toString(), u"runbook-not-found"_s);
        QCOMPARE(missing.error().value(u"arguments"_s).toArray().first().toString(), u"dlq-growth"_s);
        QCOMPARE(Admin::bare({u"runbook"_s, u"list"_s, u"--kind"_s, u"novel"_s}).exit, 2);
        QCOMPARE(Admin::bare({u"runbook"_s, u"search"_s}).exit, 2);
    }

    void anErrorEndsWithTheCallThatShowsItsRunbook()
    {
        const Answer refused = Admin::bare({u"runbook"_s, u"show"_s, u"dlq-grwth"_s});
        QVERIFY2(refused.err.endsWith(" Runbook: gatehouse-admin runbook show runbooks#links\n"),
                 refused.report().constData());
        const Answer shown = Admin::bare({u"runbook"_s, u"show"_s, u"runbooks#links"_s});
        QVERIFY2(shown.exit == 0, shown.report().constData());
    }

    void theCheckFindsWhatATeamBroke()
    {
        qputenv("GATEHOUSE_RUNBOOKS", m_team.path().toUtf8());
        QVERIFY2(Admin::bare({u"runbook"_s, u"check"_s}).exit == 0,
                 Admin::bare({u"runbook"_s, u"check"_s}).report().constData());
        write("broken.md", page("broken", "procedure", "See [it](gone.md) of {{partner.colour}}."));
        write("lone.md", page("lone", "reference", "Nothing leads here."));
        write("approvals.md", page("approvals", "reference", "Ours has no sections."));
        write("bad.md", "no front matter");
        const Answer check = Admin::bare({u"runbook"_s, u"check"_s});
        QCOMPARE(check.exit, 1);
        for (const char *line :
             {"broken.md:13: The link to gone.md leads nowhere.\n",
              "broken.md:13: There is no placeholder “partner.colour”.\n", "lone.md: Nothing leads to it.\n",
              "error code note-too-short: There is no runbook section approvals#notes.\n",
              "bad.md:1: It doesn't begin with front matter between two lines “---”.\n"})
            QVERIFY2(check.out.contains(line), check.report().constData());
        const Answer json = Admin::bare({u"--json"_s, u"runbook"_s, u"check"_s});
        QCOMPARE(json.error().value(u"code"_s).toString(), u"runbook-findings"_s);
        QVERIFY(json.json().value(u"findings"_s).toArray().size() > 5);
    }

    void valuesOfAPartnerAreFilledIn_data() { gatehouse::clitests::addDatabases(); }
    void valuesOfAPartnerAreFilledIn()
    {
        GATEHOUSE_ADMIN(admin);
        const QString partner = admin.submit();
        qputenv("GATEHOUSE_RUNBOOKS", m_team.path().toUtf8());
        write("values.md", page("values", "procedure",
                                "{{partner.name}}, {{partner.slug}}, {{partner.approval}}, "
                                "{{partner.contact}}, {{tenant.prefix}}."));
        const Answer shown = admin.run(u"rita"_s, {u"runbook"_s, u"show"_s, u"values"_s, u"--partner"_s, partner});
        QVERIFY2(shown.out.contains("Harbourline Markets, harbourline-markets, "), shown.report().constData());
        QVERIFY(shown.out.contains("Nadia Rowan, <tenant prefix>."));
        QCOMPARE(admin.run(u"rita"_s, {u"runbook"_s, u"show"_s, u"values"_s, u"--partner"_s, u"nobody"_s}).exit, 4);
        const Answer made = admin.run(u"rita"_s, {u"create-tenant"_s, u"--name"_s, u"Harbourline"_s, u"--email"_s,
                                                  u"ops@harbourline.example"_s, u"--partner"_s, partner});
        QVERIFY2(made.exit == 0, made.report().constData());
        const Answer known = admin.run(u"rita"_s, {u"runbook"_s, u"show"_s, u"values"_s, u"--partner"_s, partner});
        QVERIFY2(known.out.contains("Nadia Rowan, harbourline_"), known.report().constData());
    }
};

GATEHOUSE_TEST(TestRunbooks)
#include "tst_runbooks.moc"
