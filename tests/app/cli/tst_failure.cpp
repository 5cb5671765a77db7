#include "cli/failure.h"
#include "cli/terminaltext.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindOfErrorHasItsExitCode_data()
    {
        using gatehouse::base::ErrorKind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("exit");
        QTest::newRow("not found") << int(ErrorKind::NotFound) << 4;
        QTest::newRow("conflict") << int(ErrorKind::Conflict) << 5;
        QTest::newRow("denied") << int(ErrorKind::Denied) << 3;
        QTest::newRow("invalid") << int(ErrorKind::Invalid) << 2;
        QTest::newRow("unreachable") << int(ErrorKind::Unreachable) << 6;
        QTest::newRow("cancelled") << int(ErrorKind::Cancelled) << 1;
        QTest::newRow("corrupt") << int(ErrorKind::Corrupt) << 1;
        QTest::newRow("internal") << int(ErrorKind::Internal) << 1;
    }

    void eachKindOfErrorHasItsExitCode()
    {
        using namespace gatehouse;
        QFETCH(const int, kind);
        QTEST(int(cli::exitCode(base::ErrorKind(kind))), "exit");
    }

    void anErrorIsOneLineWhateverThePartnerIsCalled()
    {
        using namespace gatehouse;
        const QString name = QStringLiteral("Ca\x1b]0;owned\x07lder\r\nroot# \u009b31m\u202Edlog\u2069");
        const QString line =
            cli::errorLine(cli::failureOf({base::ErrorKind::NotFound, base::ErrorCode::PartnerNotFound, name, {}}));
        QVERIFY(line.startsWith(QStringLiteral("gatehouse-admin: The partner ")));
        QVERIFY(!line.contains(QLatin1Char('\n')));
        for (const QChar c : line)
            QVERIFY2(c.unicode() >= 0x20 && !(c.unicode() >= 0x7F && c.unicode() <= 0x9F), qPrintable(line));
        QVERIFY(line.contains(QStringLiteral("Ca\\x1b]0;owned\\x07lder\\r\\nroot# \\x9b31mdlog")));
    }

    void everyErrorIsOneLineWithWhatWhyAndWhatToDo()
    {
        using namespace gatehouse;
        for (const base::ErrorCode code : base::allErrorCodes()) {
            const auto failure =
                cli::failureOf({base::ErrorKind::Internal, code, QStringLiteral("a\nb"), {QStringLiteral("c\nd")}});
            const QString line = cli::errorLine(failure);
            QVERIFY2(!line.contains(QLatin1Char('\n')), qPrintable(line));
            QVERIFY2(!line.contains(QChar(0x2068)), qPrintable(line));
            QVERIFY2(line.count(QLatin1Char('.')) >= 2, qPrintable(line));
        }
    }

    void theJsonOfAnErrorIsOneLineWithItsCode()
    {
        using namespace gatehouse;
        const auto failure =
            cli::failureOf({base::ErrorKind::Conflict, base::ErrorCode::SubjectInUse, QStringLiteral("a\x9b\nb"), {}});
        const QByteArray line = cli::jsonLine(cli::errorObject(failure));
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        QVERIFY(!QString::fromUtf8(line).contains(QChar(0x9b)));
        const QJsonObject error = QJsonDocument::fromJson(line).object().value(QLatin1StringView("error")).toObject();
        QCOMPARE(error.value(QLatin1StringView("code")).toString(), QStringLiteral("subject-in-use"));
        QCOMPARE(error.value(QLatin1StringView("kind")).toString(), QStringLiteral("conflict"));
        QCOMPARE(error.value(QLatin1StringView("exit")).toInt(), 5);
        QCOMPARE(error.value(QLatin1StringView("subject")).toString(), QStringLiteral("a\u009b\nb"));
        QCOMPARE(error.value(QLatin1StringView("runbook")).toString(), QStringLiteral("contacts#subject-in-use"));
        for (const char *key : {"message", "what", "why", "todo"})
            QVERIFY(!error.value(QLatin1StringView(key)).toString().isEmpty());
    }
};

GATEHOUSE_TEST(TestFailure)
#include "tst_failure.moc"
