#include "support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

namespace gatehouse::support {

namespace {

// A function's static, because registrations run before main() in any order.
QMap<QString, MakeTest> &registeredTests()
{
    static QMap<QString, MakeTest> tests;
    return tests;
}

struct Totals
{
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

// Qt Test tells a caller only how many failed; the rest stands in the last line of its own log.
Totals totalsFromLog(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    static const QRegularExpression line(QStringLiteral(R"(^Totals: (\d+) passed, (\d+) failed, (\d+) skipped)"),
                                         QRegularExpression::MultilineOption);
    const auto match = line.match(QString::fromUtf8(file.readAll()));
    return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

Totals runOne(const QString &className, QStringList qtestArguments)
{
    const QTemporaryDir logs;
    const QString log = logs.filePath(QStringLiteral("totals.txt"));
    if (!qtestArguments.contains(QStringLiteral("-o")))
        qtestArguments += {QStringLiteral("-o"), QStringLiteral("-,txt")};
    qtestArguments += {QStringLiteral("-o"), log + QStringLiteral(",txt")};
    qtestArguments.prepend(QCoreApplication::applicationFilePath());

    const auto test = registeredTests().value(className)();
    const int failures = QTest::qExec(test.get(), qtestArguments);
    Totals totals = totalsFromLog(log);
    // A run that never got as far as its totals (an unknown function name, for one) has failed all the same.
    totals.failed = qMax(totals.failed, failures);
    return totals;
}

QStringList takeClassNames(QStringList &arguments)
{
    QStringList names;
    while (!arguments.isEmpty() && registeredTests().contains(arguments.first()))
        names += arguments.takeFirst();
    return names;
}

} // namespace

Registered registerTest(const char *className, MakeTest make)
{
    // "Class", without the namespace that the macro may have been given.
    const QString name = QString::fromLatin1(className).section(QStringLiteral("::"), -1);
    if (registeredTests().contains(name))
        qFatal("%s is registered twice", className);
    registeredTests().insert(name, make);
    return Registered::Yes;
}

int runTests(const QStringList &arguments)
{
    QStringList rest = arguments.mid(1);
    const QStringList known = registeredTests().keys();
    if (rest.value(0) == QStringLiteral("--list")) {
        std::puts(qPrintable(known.join(QLatin1Char('\n'))));
        return 0;
    }
    QStringList names = takeClassNames(rest);
    if (names.isEmpty() && !rest.isEmpty() && !rest.first().startsWith(QLatin1Char('-'))) {
        std::fprintf(stderr, "%s is not a test class of this program; --list prints them\n", qPrintable(rest.first()));
        return 2;
    }
    if (names.isEmpty())
        names = known;

    Totals all;
    for (const QString &name : std::as_const(names)) {
        const Totals one = runOne(name, rest);
        all.passed += one.passed;
        all.failed += one.failed;
        all.skipped += one.skipped;
    }
    std::printf("%s: %d classes, %d passed, %d failed, %d skipped\n",
                qPrintable(QFileInfo(arguments.first()).fileName()), int(names.size()), all.passed, all.failed,
                all.skipped);
    if (all.skipped > 0 && qEnvironmentVariableIntValue("GATEHOUSE_NO_SKIP") == 1) {
        std::puts("GATEHOUSE_NO_SKIP is set: a skipped test is a failed one");
        return 1;
    }
    return all.failed > 0 || all.passed == 0 ? 1 : 0;
}

class TestHome::QTemporaryDirHolder
{
public:
    QTemporaryDir dir;
};

TestHome::TestHome() : m_dir(std::make_unique<QTemporaryDirHolder>())
{
    for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(variable, QFile::encodeName(m_dir->dir.path()));
    // The allowlist seed of a developer's shell must not decide a test.
    qunsetenv("OTC_ROOT_ADMIN_SUBJECTS");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "120000");
}

TestHome::~TestHome() = default;

} // namespace gatehouse::support
