#include "benchmarks/boardbench.h"
#include "benchmarks/boardfixture.h"
#include "benchmarks/documentbench.h"
#include "benchmarks/growth.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace gatehouse;

constexpr int documentPages = 2'000;

const QList<int> &usualSizes()
{
    static const QList<int> sizes{1'000, 10'000, 100'000};
    return sizes;
}

// Nothing of the user's settings, data and caches is read or written.
QProcessEnvironment environmentIn(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        environment.insert(QString::fromLatin1(variable), folder);
    environment.insert(QStringLiteral("GATEHOUSE_THEME"), QStringLiteral("light"));
    return environment;
}

// Runs a part of a benchmark in a process of its own, so that what one part allocates does not count for the next.
QByteArray runPart(const QString &part, const QString &folder, int partners)
{
    QProcess process;
    process.setProcessEnvironment(environmentIn(folder));
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {part, QStringLiteral("--partners"), QString::number(partners), QStringLiteral("--folder"), folder});
    QByteArray all;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        if (!process.waitForReadyRead(-1))
            process.waitForFinished(-1);
        const QByteArray lines = process.readAllStandardOutput();
        std::fwrite(lines.constData(), 1, static_cast<size_t>(lines.size()), stdout);
        std::fflush(stdout);
        all += lines;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s with %d partners failed", qPrintable(part), partners);
    return all;
}

void runBoard(const QList<int> &sizes)
{
    QByteArray lines;
    for (const int partners : sizes) {
        const QTemporaryDir folder;
        runPart(QStringLiteral("board:seed"), folder.path(), partners);
        lines += runPart(QStringLiteral("board:measure"), folder.path(), partners);
    }
    bench::printGrowth(lines);
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures Gatehouse and prints one JSON object a line."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("name"), QStringLiteral("board or documents"));
    const QCommandLineOption partnersOption(
        QStringLiteral("partners"), QStringLiteral("Size; without it 1,000, 10,000 and 100,000."), QStringLiteral("N"));
    QCommandLineOption folderOption(QStringLiteral("folder"), QString(), QStringLiteral("folder"));
    folderOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({partnersOption, folderOption});
    parser.process(app);

    const int partners = parser.value(partnersOption).toInt();
    if (parser.positionalArguments().size() != 1 || (parser.isSet(partnersOption) && partners <= 0))
        parser.showHelp(2);
    const QString name = parser.positionalArguments().constFirst();
    if (name == QStringLiteral("board")) {
        runBoard(partners > 0 ? QList<int>{partners} : usualSizes());
    } else if (name == QStringLiteral("documents")) {
        const QTemporaryDir folder;
        runPart(QStringLiteral("documents:measure"), folder.path(), documentPages);
    } else if (name == QStringLiteral("documents:measure")) {
        bench::measureDocuments(parser.value(folderOption), partners);
    } else if (name == QStringLiteral("board:seed")) {
        bench::seedBoard(parser.value(folderOption), partners);
    } else if (name == QStringLiteral("board:measure")) {
        const ui::Theme theme;
        bench::measureBoard(parser.value(folderOption), partners);
    } else {
        parser.showHelp(2);
    }
    return 0;
}
