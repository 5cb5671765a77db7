#pragma once

#include "base/ids.h"
#include "domain/application.h"
#include "domain/authority.h"
#include "domain/boardcache.h"
#include "domain/documentpages.h"

#include <functional>
#include <memory>

namespace gatehouse::wiring {

enum class WorkspaceKind { Embedded, Team };

// Everything a door works with, joined. Copies share their parts, which live as long as one of them is held.
struct Workspace
{
    WorkspaceKind kind = WorkspaceKind::Embedded;
    QString address;     // absolute path without links, or what libpq takes; may hold a password, so never shown
    QString displayName; // the file, or "database on host"
    std::shared_ptr<const domain::AuthorityFactory> authority;
    std::shared_ptr<const domain::PlaybookSource> playbooks;
    std::shared_ptr<const domain::JsonReader> json;
    std::shared_ptr<const domain::DocumentOpener> documents;
    std::shared_ptr<const base::Clock> clock; // this machine's; decisions use the authority's
    std::shared_ptr<base::IdSource> ids;
};

// Where a team keeps playbooks of its own: $GATEHOUSE_PLAYBOOKS, else the folder "playbooks" beside a workspace file;
// empty for a database without the variable. It need not exist.
QString ownPlaybookFolder(const QString &address);

// $XDG_DATA_HOME/gatehouse/workspace.gatehouse, and sample.gatehouse beside it. The folder need not exist.
QString defaultWorkspacePath();
QString sampleWorkspacePath();

// `address`: a file name, relative to the current folder, or what store::isPostgresAddress() says yes to. Follows
// links, but opens no connection and reads no file: whether there is a workspace is told by authority->open().
// Errors: TextMissing or ValueUnknown ("workspace": another scheme than postgresql); PlaybookInvalid.
base::Result<Workspace> openWorkspace(const QString &address);

// What may be shown of an address before it is opened: the file's name, or "database on host"; empty when it is
// neither.
QString shownName(const QString &address);

// Makes a workspace file, or the schema in a database; its first root admins are the OS user (team: the login) and the
// subjects of OTC_ROOT_ADMIN_SUBJECTS. `objectFolder`: for dossier files, relative to the current folder; empty means
// beside the file, and is refused for a database (TextMissing). The folder of the default workspace is made, no other.
// Errors: those of openWorkspace(), rootAdminSubjects() and the store, e.g. WorkspaceExists.
base::Result<void> createWorkspace(const QString &address, const QString &objectFolder);

// Opens the board's cache of a subject in this workspace, a file below $XDG_CACHE_HOME; gives nullptr when that can't
// be done, which costs time and nothing else. Call it in the thread that uses the cache: it opens connections.
std::function<std::unique_ptr<domain::BoardCache>(const QString &subject)> boardCacheOpener(const QString &address);

} // namespace gatehouse::wiring
