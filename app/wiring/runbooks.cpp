#include "wiring/runbooks.h"

#include "formats/runbooklibrary.h"
#include "store/sqliterunbooksearch.h"
#include "wiring/workspace.h"

#include <QFileInfo>

namespace gatehouse::wiring {

std::shared_ptr<const domain::RunbookSource> loadRunbooks(const QString &workspace)
{
    const QString named = qEnvironmentVariable("GATEHOUSE_RUNBOOKS");
    if (!named.isEmpty())
        return formats::RunbookLibrary::load(named);
    const auto opened = openWorkspace(workspace);
    const bool isFile = opened && opened->kind == WorkspaceKind::Embedded;
    return formats::RunbookLibrary::load(isFile ? QFileInfo(opened->address).path() + QStringLiteral("/runbooks")
                                                : QString());
}

base::Result<std::unique_ptr<domain::RunbookSearch>> makeRunbookSearch(
    const domain::RunbookSource &runbooks, const QList<domain::RunbookReference> &references)
{
    auto made = store::SqliteRunbookSearch::make(runbooks.all(), references);
    if (!made)
        return made.error();
    return std::unique_ptr<domain::RunbookSearch>(*std::move(made));
}

} // namespace gatehouse::wiring
