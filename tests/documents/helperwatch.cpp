#include "documents/helperwatch.h"

#include <QDir>
#include <QFile>

namespace gatehouse::test {

QString realHelper()
{
    return QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse-render");
}

QString fakeHelper()
{
    return QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/fakerender");
}

QList<int> childProcesses()
{
    QList<int> children;
    const QStringList threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile file(QStringLiteral("/proc/self/task/%1/children").arg(thread));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> pids = file.readAll().simplified().split(' ');
        for (const QByteArray &pid : pids) {
            if (!pid.isEmpty())
                children.append(pid.toInt());
        }
    }
    return children;
}

int openDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size());
}

documents::ProcessDocumentOpener patientOpener(const QString &program)
{
    return documents::ProcessDocumentOpener(program, std::chrono::seconds(30));
}

} // namespace gatehouse::test
