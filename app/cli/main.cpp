#include "cli/failure.h"
#include "cli/program.h"
#include "wiring/identity.h"
#include "wiring/playbookfile.h"
#include "wiring/runbooks.h"
#include "wiring/sample.h"
#include "wiring/workspace.h"
#include "words/catalogue.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <unistd.h>

namespace {

using namespace gatehouse;
using base::Result;

// The command line's outside, joined from app/wiring.
class WiredEnvironment final : public cli::Environment
{
public:
    // `parts` is any workspace: playbooks, readers, clock and ids are the same for all.
    explicit WiredEnvironment(wiring::Workspace parts) : m_parts(std::move(parts)) { }

    QString defaultWorkspace() const override
    {
        const QString named = qEnvironmentVariable("GATEHOUSE_WORKSPACE");
        return named.isEmpty() ? wiring::defaultWorkspacePath() : named;
    }

    QString osUser() const override { return wiring::osUser(); }

    Result<std::unique_ptr<domain::Authority>> open(const QString &workspace) override
    {
        auto found = wiring::openWorkspace(workspace);
        if (!found)
            return found.error();
        m_opened = std::move(*found);
        return m_opened->authority->open();
    }

    Result<QString> create(const QString &workspace, const QString &objects, cli::Contents contents) override
    {
        auto named = wiring::openWorkspace(workspace);
        if (!named)
            return named.error();
        const bool sample = contents == cli::Contents::Sample;
        if (sample && named->kind == wiring::WorkspaceKind::Team)
            return base::Error{base::ErrorKind::Invalid,
                               base::ErrorCode::ValueUnknown,
                               QStringLiteral("--sample"),
                               {named->displayName, QStringLiteral("a workspace file")}};
        auto created = sample ? wiring::createSampleWorkspace(named->address, m_parts.clock->now())
                              : wiring::createWorkspace(workspace, objects);
        return created ? Result<QString>(named->displayName) : created.error();
    }

    Person person() const override { return ::isatty(STDIN_FILENO) ? Person::Present : Person::Absent; }

    Result<QByteArray> readLine(int mostBytes) override
    {
        const auto refused = [](base::ErrorCode code) {
            return base::Error{base::ErrorKind::Invalid, code, QStringLiteral("-"), {QStringLiteral("1")}};
        };
        QByteArray line;
        int letter = EOF;
        while ((letter = std::fgetc(stdin)) != EOF && letter != '\n') {
            if (line.size() == mostBytes)
                return refused(base::ErrorCode::FileTooLarge);
            line += char(letter);
        }
        if (letter == EOF && line.isEmpty())
            return refused(base::ErrorCode::FileEmpty);
        return line;
    }

    // Of the workspace that is open: a team's own may lie beside it.
    const domain::PlaybookSource &playbooks() const override
    {
        return m_opened ? *m_opened->playbooks : *m_parts.playbooks;
    }

    Result<domain::Playbook> readPlaybook(const QByteArray &bytes, const QString &fileName) const override
    {
        return wiring::readPlaybookFile(bytes, fileName, playbooks());
    }

    const domain::RunbookSource &runbooks(const QString &workspace) override
    {
        if (!m_runbooks)
            m_runbooks = wiring::loadRunbooks(workspace);
        return *m_runbooks;
    }

    Result<std::unique_ptr<domain::RunbookSearch>> runbookSearch(
        const QString &workspace, const QList<domain::RunbookReference> &references) override
    {
        return wiring::makeRunbookSearch(runbooks(workspace), references);
    }

    const domain::JsonReader &jsonReader() const override { return *m_parts.json; }
    base::IdSource &ids() override { return *m_parts.ids; }
    const base::Clock &clock() const override { return *m_parts.clock; }

private:
    wiring::Workspace m_parts;
    std::shared_ptr<const domain::RunbookSource> m_runbooks;
    std::optional<wiring::Workspace> m_opened; // an authority lives no longer than its factory
};

// Standard error belongs to the one line of an error. Whoever sets QT_LOGGING_RULES has asked for more.
void sayOnlyWhatIsFatal(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

int run()
{
    cli::ProcessOutput output;
    auto parts = wiring::openWorkspace(wiring::defaultWorkspacePath());
    if (!parts) {
        const cli::Failure failure = cli::failureOf(parts.error());
        output.writeError(cli::errorLine(failure).toUtf8() + '\n');
        return int(failure.exit);
    }
    WiredEnvironment environment(std::move(*parts));
    return cli::runProgram(QCoreApplication::arguments().mid(1), environment, output);
}

} // namespace

int main(int argc, char *argv[])
{
    // Nothing throws by design; what the library or memory still throws ends in a line, not in a core.
    try {
        // Before the application: in a locale that is not UTF-8 its constructor already has something to say.
        if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
            qInstallMessageHandler(sayOnlyWhatIsFatal);
        QCoreApplication app(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("gatehouse-admin"));
        QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
        words::installTranslations(app);
        return run();
    } catch (const std::exception &thrown) {
        std::fprintf(stderr,
                     "gatehouse-admin: Gatehouse stopped because of a fault of its own. The cause: %s. "
                     "Try again, and report it if it comes back.\n",
                     thrown.what());
        return 1;
    }
}
