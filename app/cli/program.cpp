#include "cli/program.h"

#include "cli/help.h"
#include "cli/session.h"
#include "cli/terminaltext.h"

#include <QCoreApplication>

namespace gatehouse::cli {

namespace {

struct ProgramText
{
    Q_DECLARE_TR_FUNCTIONS(ProgramText)
};

QString printout(Printout wanted)
{
    switch (wanted) {
    case Printout::Version: return versionText();
    case Printout::BashCompletion: return bashCompletion();
    case Printout::ManPage: return manPage();
    }
    Q_UNREACHABLE();
}

Outcome carryOut(const Call &call, Environment &environment, Output &output)
{
    if (const auto *failure = std::get_if<Failure>(&call))
        return *failure;
    if (const auto *help = std::get_if<HelpRequest>(&call)) {
        output.write(helpText(help->topic).toUtf8());
        return {};
    }
    if (const auto *wanted = std::get_if<Printout>(&call)) {
        output.write(printout(*wanted).toUtf8());
        return {};
    }
    const auto &arguments = std::get<Arguments>(call);
    Session session(environment, output, arguments);
    return arguments.verb->run(session);
}

Failure outputLost()
{
    return {ExitCode::Other,
            QStringLiteral("internal"),
            QStringLiteral("output-lost"),
            {},
            {},
            {ProgramText::tr("The answer couldn't be written."),
             ProgramText::tr("Standard output is full or closed; what was asked for was done."),
             ProgramText::tr("Make room, then ask again; a change is repeated safely with the same --request."),
             QString()}};
}

} // namespace

int runProgram(const QStringList &words, Environment &environment, Output &output)
{
    Outcome outcome = carryOut(parseArguments(words), environment, output);
    if (output.finish() == Output::State::Broken && !outcome)
        outcome = outputLost();
    if (!outcome)
        return int(ExitCode::Done);
    output.writeError(formatOf(words) == Format::Json ? jsonLine(errorObject(*outcome))
                                                      : errorLine(*outcome).toUtf8() + '\n');
    return int(outcome->exit);
}

} // namespace gatehouse::cli
