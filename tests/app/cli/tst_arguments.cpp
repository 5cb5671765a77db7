#include "cli/arguments.h"
#include "support/testmain.h"

#include <QTest>

class TestArguments : public QObject
{
    Q_OBJECT

private:
    static gatehouse::cli::Call parse(const char *line)
    {
        return gatehouse::cli::parseArguments(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void takesGlobalOptionsBeforeAndAfterTheVerb_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("before") << QStringLiteral("--workspace w --json --as lena partner show calder");
        QTest::newRow("after") << QStringLiteral("partner show calder --json --as=lena --workspace=w");
        QTest::newRow("between") << QStringLiteral("partner --json show --as lena calder --workspace w");
        QTest::newRow("end of options") << QStringLiteral("--workspace w --json --as lena partner show -- calder");
    }

    void takesGlobalOptionsBeforeAndAfterTheVerb()
    {
        using namespace gatehouse::cli;
        QFETCH(const QString, line);
        const Call call = parse(line.toUtf8().constData());
        const auto *arguments = std::get_if<Arguments>(&call);
        QVERIFY(arguments);
        QCOMPARE(arguments->verb, findVerb(QStringLiteral("partner show")));
        QCOMPARE(arguments->positionals, QStringList{QStringLiteral("calder")});
        QCOMPARE(arguments->value(QStringLiteral("workspace")), QStringLiteral("w"));
        QCOMPARE(arguments->value(QStringLiteral("as")), QStringLiteral("lena"));
        QVERIFY(arguments->isSet(QStringLiteral("json")));
    }

    void collectsRepeatedEvidenceInOrder()
    {
        using namespace gatehouse::cli;
        const Call call = parse("approve calder --evidence kyb:4 --evidence=licensing:2 --reviewed v1");
        QCOMPARE(std::get<Arguments>(call).values(QStringLiteral("evidence")),
                 (QStringList{QStringLiteral("kyb:4"), QStringLiteral("licensing:2")}));
    }

    void aLoneDashIsAValue()
    {
        using namespace gatehouse::cli;
        const Call call = parse("partner submit --file - --playbook otc-partner");
        QCOMPARE(std::get<Arguments>(call).value(QStringLiteral("file")), QStringLiteral("-"));
    }

    void wordsAfterTheDoubleDashAreArguments()
    {
        using namespace gatehouse::cli;
        const Call call = parse("partner show -- --json");
        QCOMPARE(std::get<Arguments>(call).positionals, QStringList{QStringLiteral("--json")});
        QCOMPARE(formatOf({QStringLiteral("partner"), QStringLiteral("--"), QStringLiteral("--json")}), Format::Human);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(says);
        };
        row("", "no verb");
        row("partner", "submit, list, show, readiness, update");
        row("aprove calder", "Did you mean approve?");
        row("partner shwo calder", "Did you mean show?");
        row("partner zzzzzz", "no verb “partner zzzzzz”");
        row("partner list --jsno", "Did you mean --json?");
        row("approve calder --note text", "Did you mean --notes?");
        row("approve calder --final", "no option --final of approve");
        row("--notes x approve calder", "no option --notes before a verb");
        row("partner show", "needs PARTNER");
        row("partner show a b", "“b” is too much");
        row("partner submit --playbook otc-partner", "needs --file");
        row("partner list --workspace", "--workspace has no value");
        row("partner list --json=yes", "--json takes no value");
        row("approve c --notes a --notes b", "--notes was given twice");
        row("partner list -x", "no option -x");
        row("--print-completion fish", "Did you mean bash?");
        row("partner list --request 1", "no option --request of partner list");
    }

    void refusesWhatItDoesNotUnderstand()
    {
        using namespace gatehouse::cli;
        QFETCH(const QString, line);
        QFETCH(const QString, says);
        const Call call = parse(line.toUtf8().constData());
        const auto *failure = std::get_if<Failure>(&call);
        QVERIFY(failure);
        QCOMPARE(failure->exit, ExitCode::Usage);
        QCOMPARE(failure->code, QStringLiteral("usage"));
        QVERIFY2(errorLine(*failure).contains(says), qPrintable(errorLine(*failure)));
    }

    void helpIsAskedForOfAllANounOrAVerb_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("topic");
        QTest::newRow("all") << QStringLiteral("--help") << QString();
        QTest::newRow("short") << QStringLiteral("-h") << QString();
        QTest::newRow("word") << QStringLiteral("help") << QString();
        QTest::newRow("noun") << QStringLiteral("partner --help") << QStringLiteral("partner");
        QTest::newRow("help noun") << QStringLiteral("help partner") << QStringLiteral("partner");
        QTest::newRow("verb without its arguments")
            << QStringLiteral("partner submit --help") << QStringLiteral("partner submit");
        QTest::newRow("help verb") << QStringLiteral("help gate") << QStringLiteral("gate");
    }

    void helpIsAskedForOfAllANounOrAVerb()
    {
        using namespace gatehouse::cli;
        QFETCH(const QString, line);
        const Call call = parse(line.toUtf8().constData());
        QVERIFY(std::holds_alternative<HelpRequest>(call));
        QTEST(std::get<HelpRequest>(call).topic, "topic");
    }

    void theNearestMatchIsNearEnough()
    {
        using gatehouse::cli::nearestMatch;
        const QStringList verbs{QStringLiteral("approve"), QStringLiteral("reject"), QStringLiteral("readiness")};
        QCOMPARE(nearestMatch(QStringLiteral("aprpove"), verbs), QStringLiteral("approve"));
        QCOMPARE(nearestMatch(QStringLiteral("read"), verbs), QStringLiteral("readiness"));
        QCOMPARE(nearestMatch(QStringLiteral("suspend"), verbs), QString());
    }

    void everyVerbThatChangesSomethingTakesARequestId()
    {
        using namespace gatehouse::cli;
        const QStringList readers{
            QStringLiteral("init"),           QStringLiteral("partner list"),      QStringLiteral("item list"),
            QStringLiteral("partner show"),   QStringLiteral("partner readiness"), QStringLiteral("contact list"),
            QStringLiteral("dossier get"),    QStringLiteral("review show"),       QStringLiteral("review list"),
            QStringLiteral("dossier verify"), QStringLiteral("objects check"),     QStringLiteral("gate"),
            QStringLiteral("list-tenants"),   QStringLiteral("show-tenant"),       QStringLiteral("access-key verify"),
            QStringLiteral("operator list"),  QStringLiteral("events list"),       QStringLiteral("events export"),
            QStringLiteral("playbook list"),  QStringLiteral("playbook show"),     QStringLiteral("playbook validate"),
            QStringLiteral("runbook list"),   QStringLiteral("runbook show"),      QStringLiteral("runbook search"),
            QStringLiteral("runbook check")};
        for (const Verb &verb : verbs())
            QCOMPARE(verb.effect == Effect::Reads, readers.contains(QString::fromLatin1(verb.name)));
    }
};

GATEHOUSE_TEST(TestArguments)
#include "tst_arguments.moc"
