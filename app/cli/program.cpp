#include "cli/program.h"

#include "cli/help.h"
#include "cli/session.h"
#include "cli/terminaltext.h"
#include "operations/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::cli {

namespace {

struct ProgramText
{
    Q_DECLARE_TR_FUNCTIONS(ProgramText)
};

QString printout(Printout wanted, const domain::PlaybookSource &playbooks)
{
    switch (wanted) {
    case Printout::Version: return versionText();
    case Printout::BashCompletion: return bashCompletion(playbooks);
    case Printout::ManPage: return manPage();
    }
    Q_UNREACHABLE();
}

// The short name of the partner that is called almost so: as a whole, or by one of its words. Of those only that the
// caller may see.
QString nearPartner(Session &session, const QString &reference)
{
    const auto partners = session.ask(operations::PartnerNames{});
    if (!partners)
        return {};
    QHash<QString, QString> slugs;
    for (const auto &partner : *partners) {
        for (const QString &name : {partner.slug, partner.name.toLower(), partner.legalName.toLower()}) {
            slugs.insert(name, partner.slug);
            for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                if (word.size() > 3 && !slugs.contains(word))
                    slugs.insert(word, partner.slug);
            }
        }
    }
    QStringList names = slugs.keys();
    names.sort(); // a hash has another order each time
    return slugs.value(nearestMatch(reference.toLower(), names));
}

// With arguments the refusal is about creating one.
bool lacksWorkspace(const Failure &failure)
{
    return failure.arguments.isEmpty()
           && (failure.code == base::errorCodeName(base::ErrorCode::WorkspaceNotFound)
               || failure.code == base::errorCodeName(base::ErrorCode::SchemaMissing));
}

// A field that was given by an option is called as the option is.
Outcome inWordsOfCall(Outcome outcome, const Verb &verb)
{
    if (!outcome || outcome->exit != ExitCode::Usage)
        return outcome;
    const QString name = QString(outcome->subject).replace(QLatin1Char('_'), QLatin1Char('-'));
    const bool given = std::any_of(verb.options.begin(), verb.options.end(),
                                   [&name](const Option &option) { return name == QLatin1StringView(option.name); });
    return given ? withOption(*std::move(outcome), name) : outcome;
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
        output.write(printout(*wanted, environment.playbooks()).toUtf8());
        return {};
    }
    const auto &arguments = std::get<Arguments>(call);
    Session session(environment, output, arguments);
    Outcome outcome = inWordsOfCall(arguments.verb->run(session), *arguments.verb);
    if (outcome && outcome->code == base::errorCodeName(base::ErrorCode::PartnerNotFound)) {
        if (const QString near = nearPartner(session, outcome->subject); !near.isEmpty())
            outcome->words.todo = ProgramText::tr("Did you mean %1?", "a partner").arg(near);
    }
    if (outcome && lacksWorkspace(*outcome))
        outcome->words.todo += QLatin1Char(' ') + ProgramText::tr("gatehouse-admin init creates one.");
    return outcome;
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
    outcome = withoutSecrets(*std::move(outcome));
    output.writeError(formatOf(words) == Format::Json ? jsonLine(errorObject(*outcome))
                                                      : errorLine(*outcome).toUtf8() + '\n');
    return int(outcome->exit);
}

} // namespace gatehouse::cli
