#include "wiring/workspace.h"

#include "formats/bundledplaybooks.h"
#include "formats/janssonjsonreader.h"
#include "store/sqliteboardcache.h"
#include "store/workspace.h"
#include "wiring/identity.h"
#include "wiring/systemclock.h"

#include "domain/text.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

struct Address
{
    WorkspaceKind kind = WorkspaceKind::Embedded;
    QString text;
};

// Factories refer to their clock; this one outlives them all.
const SystemClock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatehouse"_s;
}

Result<Address> parsed(const QString &given)
{
    const QString field = u"workspace"_s;
    if (given.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::TextMissing, field, {}};
    if (store::isPostgresAddress(given))
        return Address{WorkspaceKind::Team, given};
    if (given.startsWith(u"file://"_s))
        return Address{WorkspaceKind::Embedded, QUrl(given).toLocalFile()};
    // The scheme alone is named: what stands behind it may be a password.
    if (const qsizetype scheme = given.indexOf(u"://"_s); scheme >= 0)
        return Error{ErrorKind::Invalid,
                     ErrorCode::ValueUnknown,
                     field,
                     {given.left(scheme) + u"://"_s, u"postgresql://"_s, u"file://"_s}};
    return Address{WorkspaceKind::Embedded, QDir::cleanPath(QFileInfo(given).absoluteFilePath())};
}

} // namespace

QString defaultWorkspacePath()
{
    return dataFolder() + u"/workspace.gatehouse"_s;
}

QString sampleWorkspacePath()
{
    return dataFolder() + u"/sample.gatehouse"_s;
}

Result<Workspace> openWorkspace(const QString &address)
{
    auto where = parsed(address);
    if (!where)
        return where.error();
    auto playbooks = formats::BundledPlaybooks::load();
    if (!playbooks)
        return playbooks.error();
    Workspace workspace;
    workspace.kind = where->kind;
    workspace.address = where->text;
    if (where->kind == WorkspaceKind::Team)
        workspace.authority = std::make_shared<store::PostgresAuthorityFactory>(where->text);
    else
        workspace.authority = std::make_shared<store::SqliteAuthorityFactory>(where->text, systemClock());
    workspace.displayName = workspace.authority->displayName();
    workspace.playbooks = *playbooks;
    workspace.json = std::make_shared<formats::JanssonJsonReader>();
    workspace.clock = std::make_shared<SystemClock>();
    workspace.ids = std::make_shared<base::UlidSource>(systemClock());
    return workspace;
}

Result<void> createWorkspace(const QString &address, const QString &objectFolder)
{
    auto where = parsed(address);
    if (!where)
        return where.error();
    auto rootAdmins = rootAdminSubjects();
    if (!rootAdmins)
        return rootAdmins.error();
    const store::FirstOperators first{osUser(), *rootAdmins};
    const QString objects =
        objectFolder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(objectFolder).absoluteFilePath());
    base::UlidSource ids(systemClock());
    if (where->kind == WorkspaceKind::Team)
        return store::initPostgres(where->text, objects, first, ids);
    if (QFileInfo(where->text).path() == dataFolder())
        QDir().mkpath(dataFolder()); // when it fails, creating the file says so
    return store::createSqliteWorkspace(where->text, objects, first, systemClock(), ids);
}

std::function<std::unique_ptr<domain::BoardCache>(const QString &subject)> boardCacheOpener(const QString &address)
{
    return [address](const QString &subject) -> std::unique_ptr<domain::BoardCache> {
        const auto where = parsed(address);
        if (!where)
            return nullptr;
        const auto id = where->kind == WorkspaceKind::Team
                            ? store::PostgresAuthorityFactory(where->text).workspaceId()
                            : store::SqliteAuthorityFactory(where->text, systemClock()).workspaceId();
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/gatehouse"_s;
        if (!id || !QDir().mkpath(folder))
            return nullptr;
        // Hashed, because an id from a database is not a file name, nor is a subject.
        const QString name = domain::sha256Hex((*id + u'\n' + subject).toUtf8()).left(32);
        auto cache = store::SqliteBoardCache::open(folder + u'/' + name + u".board"_s, *id, subject);
        return cache ? *std::move(cache) : nullptr;
    };
}

} // namespace gatehouse::wiring
