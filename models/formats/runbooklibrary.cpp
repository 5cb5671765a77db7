#include "formats/runbooklibrary.h"

#include "formats/markdownrunbookreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

// Resources of a static library are there only once somebody asks for them; the macro must stand outside namespaces.
static void initRunbooks()
{
    Q_INIT_RESOURCE(runbooks);
}

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using domain::Runbook;
using Problem = domain::RunbookProblem;

std::shared_ptr<const RunbookLibrary> RunbookLibrary::load(const QString &teamFolder, const QString &bundled)
{
    initRunbooks();
    std::shared_ptr<RunbookLibrary> library(new RunbookLibrary);
    library->readFolder(bundled);
    if (!teamFolder.isEmpty())
        library->readFolder(teamFolder);
    std::sort(library->m_runbooks.begin(), library->m_runbooks.end(), [](const Runbook &a, const Runbook &b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.title != b.title ? a.title < b.title : a.id < b.id;
    });
    return library;
}

void RunbookLibrary::readFolder(const QString &folder)
{
    const QDir dir(folder);
    QStringList names = dir.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    names.removeAll(u"README.md"_s);
    if (names.size() > teamFilesMost)
        m_findings.append({Problem::TooLarge, folder, 0, {QString::number(teamFilesMost), u"files"_s}});
    for (const QString &name : names.mid(0, teamFilesMost))
        readFile(dir.filePath(name), name);
}

void RunbookLibrary::readFile(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_findings.append({Problem::Unreadable, name, 0, {file.errorString()}});
        return;
    }
    // One byte more than allowed is enough for the reader to refuse it.
    auto reading = MarkdownRunbookReader().read(file.read(MarkdownRunbookReader::mostBytes + 1), name);
    m_findings += reading.findings;
    if (reading.runbook)
        take(*std::move(reading.runbook));
}

void RunbookLibrary::take(Runbook runbook)
{
    const auto same = std::find_if(m_runbooks.begin(), m_runbooks.end(),
                                   [&runbook](const Runbook &other) { return other.id == runbook.id; });
    if (same == m_runbooks.end())
        m_runbooks.append(std::move(runbook));
    else
        *same = std::move(runbook);
}

} // namespace gatehouse::formats
