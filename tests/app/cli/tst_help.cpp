#include "cli/help.h"
#include "cli/verb.h"
#include "support/testmain.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

class TestHelp : public QObject
{
    Q_OBJECT

private:
    static QByteArray outputOf(const QString &program, const QStringList &arguments, const QByteArray &input,
                               QByteArray *complaints)
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000) || process.exitCode() != 0)
            *complaints += "exit " + QByteArray::number(process.exitCode());
        *complaints += process.readAllStandardError();
        return process.readAllStandardOutput();
    }

    // Of what is installed only this is asked.
    class OnePlaybook final : public gatehouse::domain::PlaybookSource
    {
    public:
        QList<gatehouse::domain::Playbook> latest() const override
        {
            gatehouse::domain::Playbook one;
            one.id = QStringLiteral("otc-partner");
            one.documents.resize(2);
            one.documents[0].kind = QStringLiteral("kyb");
            one.documents[1].kind = QStringLiteral("licensing");
            return {one};
        }
        gatehouse::base::Result<gatehouse::domain::Playbook> playbook(const QString &id, int) const override
        {
            return gatehouse::base::Error{
                gatehouse::base::ErrorKind::NotFound, gatehouse::base::ErrorCode::PlaybookNotFound, id, {}};
        }
    };

    // What bash would offer for the words of a line, the last one being typed.
    static QStringList completionsFor(const QStringList &words)
    {
        const QByteArray script = gatehouse::cli::bashCompletion(OnePlaybook()).toUtf8()
                                  + "\ncompopt() { :; }\n" // outside a real completion it complains
                                  + "COMP_WORDS=(" + "'" + words.join(QStringLiteral("' '")).toUtf8() + "'"
                                  + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n"
                                  + "_gatehouse_admin\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        QByteArray complaints;
        const QString output =
            QString::fromUtf8(outputOf(QStringLiteral("bash"), {QStringLiteral("-u")}, script, &complaints));
        if (!complaints.isEmpty())
            return {QString::fromUtf8(complaints)};
        return output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void theOverallHelpNamesEveryVerbAndExitCode()
    {
        using namespace gatehouse::cli;
        const QString help = helpText({});
        for (const Verb &verb : verbs()) {
            QVERIFY2(help.contains(QStringLiteral("\n  ") + QString::fromLatin1(verb.name) + QLatin1Char(' ')),
                     verb.name);
            QVERIFY2(help.contains(textOf(verb.summary).left(40)), verb.name);
        }
        QVERIFY(help.contains(QStringLiteral("\n  3  denied, or access gate closed")));
    }

    void theHelpOfAVerbNamesItsOptionsAndNoOthers()
    {
        using namespace gatehouse::cli;
        static const QRegularExpression option(QStringLiteral("^  --([a-z-]+)"), QRegularExpression::MultilineOption);
        for (const Verb &verb : verbs()) {
            const QString help = helpText(QString::fromLatin1(verb.name));
            QStringList named;
            for (auto match = option.globalMatch(help); match.hasNext();)
                named.append(match.next().captured(1));
            QStringList wanted;
            for (const Option &one : optionsOf(verb))
                wanted.append(QString::fromLatin1(one.name));
            QCOMPARE(named, wanted);
            QVERIFY(help.contains(usageOf(verb)));
            QStringList used;
            static const QRegularExpression inUsage(QStringLiteral("--([a-z-]+)"));
            for (auto match = inUsage.globalMatch(usageOf(verb)); match.hasNext();)
                used.append(match.next().captured(1));
            QCOMPARE(used, wanted.mid(0, wanted.size() - globalOptions().size()));
        }
    }

    void noLineOfTheHelpIsTooLong()
    {
        using namespace gatehouse::cli;
        for (const QString &line : helpText({}).split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 110, qPrintable(line));
    }

    void everySummaryAndHelpIsASentence()
    {
        using namespace gatehouse::cli;
        for (const Verb &verb : verbs()) {
            QVERIFY2(!QByteArray(verb.summary).endsWith('.'), verb.summary);
            for (const Argument &argument : verb.arguments)
                QVERIFY2(QByteArray(argument.help).endsWith('.'), argument.help);
            for (const Option &option : optionsOf(verb))
                QVERIFY2(QByteArray(option.help).endsWith('.'), option.help);
        }
    }

    void theManPageIsSoundAndNamesEveryVerbAndOption()
    {
        using namespace gatehouse::cli;
        if (QStandardPaths::findExecutable(QStringLiteral("groff")).isEmpty())
            QSKIP("not run: there is no groff here to read the man page");
        QByteArray complaints;
        const QByteArray page = outputOf(QStringLiteral("groff"),
                                         {QStringLiteral("-man"), QStringLiteral("-ww"), QStringLiteral("-Tutf8"),
                                          QStringLiteral("-P-c"), QStringLiteral("-rLL=200n")},
                                         manPage().toUtf8(), &complaints);
        QCOMPARE(complaints, QByteArray());
        static const QRegularExpression overstrike(QStringLiteral(".\b"));
        const QString text = QString::fromUtf8(page).remove(overstrike);
        QStringList lines;
        for (const QString &line : text.split(QLatin1Char('\n')))
            lines.append(line.trimmed());
        for (const Verb &verb : verbs()) {
            QVERIFY2(lines.contains(QString::fromLatin1(verb.name)), verb.name);
            for (const Option &option : optionsOf(verb))
                QVERIFY2(text.contains(QStringLiteral("--") + QString::fromLatin1(option.name)), option.name);
        }
        QVERIFY(text.contains(QStringLiteral("EXIT STATUS")));
    }

    void bashOffersVerbsAndTheirOptions_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered");
        QTest::newRow("nouns") << QStringLiteral("gatehouse-admin|op") << QStringLiteral("operator");
        QTest::newRow("verbs of a noun") << QStringLiteral("gatehouse-admin|partner|re") << QStringLiteral("readiness");
        QTest::newRow("after a global option")
            << QStringLiteral("gatehouse-admin|--as|lena|contact|rel") << QStringLiteral("release");
        QTest::newRow("options of the verb")
            << QStringLiteral("gatehouse-admin|approve|calder|--ev") << QStringLiteral("--evidence");
        QTest::newRow("request id of a change")
            << QStringLiteral("gatehouse-admin|contact|add|c|--req") << QStringLiteral("--request");
        QTest::newRow("no request id of a read") << QStringLiteral("gatehouse-admin|contact|list|c|--req") << QString();
        QTest::newRow("no options of other verbs")
            << QStringLiteral("gatehouse-admin|approve|calder|--fin") << QString();
        QTest::newRow("roles") << QStringLiteral("gatehouse-admin|operator|add|sam|--role|ro")
                               << QStringLiteral("root_admin");
        QTest::newRow("a role in the partner's words")
            << QStringLiteral("gatehouse-admin|contact|add|calder|--role|ro") << QString();
        QTest::newRow("no role that operators don't have")
            << QStringLiteral("gatehouse-admin|operator|add|sam|--role|partner") << QString();
        QTest::newRow("kinds") << QStringLiteral("gatehouse-admin|dossier|file|calder|--kind|")
                               << QStringLiteral("kyb licensing");
        QTest::newRow("playbooks") << QStringLiteral("gatehouse-admin|partner|submit|--playbook|o")
                                   << QStringLiteral("otc-partner");
        QTest::newRow("formats") << QStringLiteral("gatehouse-admin|--json|events|export|--format|js")
                                 << QStringLiteral("json jsonl");
        QTest::newRow("shells") << QStringLiteral("gatehouse-admin|--print-completion|") << QStringLiteral("bash");
    }

    void bashOffersVerbsAndTheirOptions()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, offered);
        QCOMPARE(completionsFor(line.split(QLatin1Char('|'))).join(QLatin1Char(' ')), offered);
    }
};

GATEHOUSE_TEST(TestHelp)
#include "tst_help.moc"
