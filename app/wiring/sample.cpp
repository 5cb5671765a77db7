#include "wiring/sample.h"

#include "formats/bundledplaybooks.h"
#include "store/workspace.h"
#include "wiring/identity.h"
#include "wiring/sampleplayer.h"
#include "wiring/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

// Resources of a static library are there only once somebody asks for them; the macro must stand outside namespaces.
static void initSample()
{
    Q_INIT_RESOURCE(sample);
}

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

Error exists(const QString &path)
{
    return {ErrorKind::Conflict, ErrorCode::WorkspaceExists, path, {}};
}

Error internal(const QString &what)
{
    return {ErrorKind::Internal, ErrorCode::Internal, what, {}};
}

Result<SampleScript> bundledScript()
{
    initSample();
    QFile file(u":/sample/sample.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return internal(u"sample.yaml"_s);
    return readSampleScript(file.readAll(), u"sample.yaml"_s);
}

// Makes the workspace at `path` and plays the script in it; afterwards nothing of it is open.
Result<void> makeAt(const QString &path, base::Instant now)
{
    auto script = bundledScript();
    if (!script)
        return script.error();
    auto playbooks = formats::BundledPlaybooks::load();
    if (!playbooks)
        return playbooks.error();
    auto playbook = (*playbooks)->playbook(script->playbook);
    if (!playbook)
        return playbook.error();

    ScriptedClock clock;
    base::UlidSource ids(clock);
    const QString user = osUser();
    const SampleTimeline timeline(*script, playbook->calendar, now);
    clock.set(timeline.begin());
    if (auto created = store::createSqliteWorkspace(path, QString(), {user, {}}, clock, ids); !created)
        return created;
    auto authority = store::SqliteAuthorityFactory(path, clock).open();
    if (!authority)
        return authority.error();
    operations::OperationRunner runner(**authority, **playbooks, ids);
    return SamplePlayer(timeline, *playbook, runner, ids, clock, user).play();
}

// Dossier files first: a workspace without them would be wrong, files without a workspace are only in the way.
Result<void> moveInto(const QString &made, const QString &path)
{
    // SQLite leaves this file behind when a connection was not closed; what stands in it would be lost.
    if (QFileInfo(made + u"-wal"_s).size() > 0)
        return internal(made + u"-wal"_s);
    const QString objects = store::objectFolderBeside(path);
    if (!QDir().rename(store::objectFolderBeside(made), objects))
        return exists(objects);
    if (QFile::rename(made, path))
        return {};
    QDir().rename(objects, store::objectFolderBeside(made));
    return exists(path);
}

} // namespace

Result<void> createSampleWorkspace(const QString &path, base::Instant now)
{
    const QFileInfo target(path);
    for (const QString &there : {target.absoluteFilePath(), store::objectFolderBeside(target.absoluteFilePath())}) {
        if (QFileInfo::exists(there))
            return exists(there);
    }
    if (target.absolutePath() == QFileInfo(sampleWorkspacePath()).path())
        QDir().mkpath(target.absolutePath()); // when it fails, the next line says so
    QTemporaryDir beside(target.absolutePath() + u"/.gatehouse-sample-XXXXXX"_s);
    if (!beside.isValid())
        return Error{ErrorKind::Unreachable, ErrorCode::WorkspaceUnreachable, path, {}};
    const QString made = beside.filePath(u"workspace"_s);
    return makeAt(made, now).andThen([&] { return moveInto(made, target.absoluteFilePath()); });
}

} // namespace gatehouse::wiring
