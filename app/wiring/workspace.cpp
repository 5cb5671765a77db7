#include "wiring/workspace.h"

#include "documents/processdocumentopener.h"
#include "formats/bundledplaybooks.h"
#include "formats/janssonjsonreader.h"
#include "store/sqliteboardcache.h"
#include "store/workspace.h"
#include "wiring/identity.h"
#include "wiring/systemclock.h"

#include "domain/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
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

// Beside the running program in a build folder; where a package puts it otherwise.
QString renderHelper()
{
    const QDir folder(QCoreApplication::applicationDirPath());
    const QString beside = folder.filePath(u"gatehouse-render"_s);
    return QFileInfo::exists(beside) ? beside
                                     : QDir::cleanPath(folder.filePath(u"../libexec/gatehouse/gatehouse-render"_s));
}

// Without links, so that a file has one name: its dossiers, its recent partners and its cache are found by it.
QString oneNameOf(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : QDir(folder).filePath(file.fileName());
}

// An address with a mistake in it would be taken for a file and named with its password.
bool mayHoldAPassword(const QString &given)
{
    static const QRegularExpression secret(u"[^/:@]+:[^/@]+@|(?:pg)?passw(?:or)?d\\s*="_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const bool isFile = given.startsWith(u'/') || given.startsWith(u"./"_s) || QFileInfo::exists(given);
    return !isFile && secret.match(given).hasMatch();
}

Result<Address> parsed(const QString &given)
{
    const QString field = u"workspace"_s;
    if (given.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::TextMissing, field, {}};
    if (store::isPostgresAddress(given))
        return Address{WorkspaceKind::Team, given};
    if (given.startsWith(u"file://"_s))
        return Address{WorkspaceKind::Embedded, oneNameOf(QUrl(given).toLocalFile())};
    // The scheme alone is named: what stands around it may be a password.
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    if (given.contains(u"://"_s) || mayHoldAPassword(given))
        return Error{ErrorKind::Invalid,
                     ErrorCode::ValueUnknown,
                     field,
                     {scheme.match(given).captured(), u"postgresql://"_s, u"file://"_s}};
    return Address{WorkspaceKind::Embedded, oneNameOf(given)};
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

QString ownPlaybookFolder(const QString &address)
{
    const QString named = qEnvironmentVariable("GATEHOUSE_PLAYBOOKS");
    if (!named.isEmpty())
        return named;
    const auto where = parsed(address);
    const bool file = where && where->kind == WorkspaceKind::Embedded;
    return file ? QFileInfo(where->text).absolutePath() + u"/playbooks"_s : QString();
}

Result<Workspace> openWorkspace(const QString &address)
{
    auto where = parsed(address);
    if (!where)
        return where.error();
    auto playbooks = formats::BundledPlaybooks::load(u":/playbooks"_s, ownPlaybookFolder(address));
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
    workspace.documents = std::make_shared<documents::ProcessDocumentOpener>(renderHelper());
    workspace.clock = std::make_shared<SystemClock>();
    workspace.ids = std::make_shared<base::UlidSource>(systemClock());
    return workspace;
}

QString shownName(const QString &address)
{
    const auto where = parsed(address);
    if (!where)
        return {};
    return where->kind == WorkspaceKind::Team ? store::PostgresAuthorityFactory(where->text).displayName()
                                              : QFileInfo(where->text).fileName();
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
    const QString objects = objectFolder.isEmpty() ? QString() : oneNameOf(objectFolder);
    base::UlidSource ids(systemClock());
    if (where->kind == WorkspaceKind::Team)
        return store::initPostgres(where->text, objects, first, ids);
    if (QFileInfo(where->text).path() == dataFolder()) {
        QDir().mkpath(dataFolder()); // when it fails, creating the file says so
        where->text = oneNameOf(where->text);
    }
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
