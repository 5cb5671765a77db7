#include "support/killedchild.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>

namespace gatehouse::support {

namespace {

constexpr const char *nameVariable = "GATEHOUSE_TEST_CHILD_ROLE";
constexpr const char *placeVariable = "GATEHOUSE_TEST_CHILD_PLACE";
constexpr const char *detailVariable = "GATEHOUSE_TEST_CHILD_DETAIL";
constexpr int startMs = 20'000;

} // namespace

ChildRole childRole()
{
    return {qEnvironmentVariable(nameVariable), qEnvironmentVariable(placeVariable),
            qEnvironmentVariable(detailVariable)};
}

void childSays(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

QStringList doneBeforeKill(const QStringList &test, const ChildRole &role, int afterMs, int least)
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(nameVariable), role.name);
    environment.insert(QString::fromLatin1(placeVariable), role.place);
    environment.insert(QString::fromLatin1(detailVariable), role.detail);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), test);
    QByteArray said;
    while ((!said.contains("ready\n") || said.count("did ") < least) && child.waitForReadyRead(startMs))
        said += child.readAllStandardOutput();
    if (child.state() != QProcess::NotRunning && !child.waitForFinished(afterMs))
        child.kill();
    child.waitForFinished();
    said += child.readAllStandardOutput();
    QStringList did;
    // The last line may be cut off: it was not heard.
    const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("did "))
            did += QString::fromUtf8(line.mid(4));
    }
    return did;
}

} // namespace gatehouse::support
