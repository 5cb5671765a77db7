#pragma once

#include "base/ids.h"
#include "domain/application.h"
#include "domain/authority.h"
#include "domain/runbooksearch.h"

#include <memory>

namespace gatehouse::cli {

enum class Contents { Empty, Sample };

// What the command line needs from outside: main.cpp joins it with the workspace, a test with fakes. One thread.
class Environment
{
public:
    virtual ~Environment() = default;

    // Where to work without --workspace: a file name or a libpq URI.
    virtual QString defaultWorkspace() const = 0;
    virtual QString osUser() const = 0;

    // Opens what is there; migrates nothing that a newer program wrote. Errors: WorkspaceNotFound, SchemaMissing, ...
    virtual base::Result<std::unique_ptr<domain::Authority>> open(const QString &workspace) = 0;
    // Creates a workspace file, or the schema in a database. `objects`: folder of dossier files, empty for the default;
    // never given with a sample. The answer is the workspace's name for people, which holds no password.
    // Errors: WorkspaceExists.
    virtual base::Result<QString> create(const QString &workspace, const QString &objects, Contents contents) = 0;

    // Who sits at standard input; Present: a person who can be asked.
    enum class Person { Absent, Present };
    virtual Person person() const = 0;
    // The next line of standard input, without its end. Errors: FileEmpty when there is none, FileTooLarge.
    virtual base::Result<QByteArray> readLine(int mostBytes) = 0;

    virtual const domain::PlaybookSource &playbooks() const = 0;
    // Checks a playbook file. Error: PlaybookInvalid with file, line and reason.
    virtual base::Result<domain::Playbook> readPlaybook(const QByteArray &bytes, const QString &fileName) const = 0;
    virtual const domain::JsonReader &jsonReader() const = 0;

    // Read when first asked for. A team's own stand beside its workspace file, which need not be there.
    virtual const domain::RunbookSource &runbooks(const QString &workspace) = 0;
    virtual base::Result<std::unique_ptr<domain::RunbookSearch>> runbookSearch(
        const QString &workspace, const QList<domain::RunbookReference> &references) = 0;

    virtual base::IdSource &ids() = 0;
    virtual const base::Clock &clock() const = 0;
};

} // namespace gatehouse::cli
