#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/session.h"

namespace gatehouse::cli {

Outcome initWorkspace(Session &session)
{
    const Contents contents = session.arguments().isSet(QStringLiteral("sample")) ? Contents::Sample : Contents::Empty;
    if (session.arguments().isSet(QStringLiteral("as")))
        return usageFailure(CliText::tr("A workspace can't be created for somebody else."),
                            CliText::tr("Who creates it is its root admin."), CliText::tr("Leave --as out."));
    const QString objects = session.arguments().value(QStringLiteral("objects"));
    if (contents == Contents::Sample && !objects.isEmpty())
        return usageFailure(CliText::tr("No sample was created."),
                            CliText::tr("A sample keeps its dossier files beside itself."),
                            CliText::tr("Leave --objects out."));
    auto created = session.environment().create(session.workspace(), objects, contents);
    if (!created && created.error().code == base::ErrorCode::TextMissing)
        return usageFailure(CliText::tr("Nothing was created."),
                            CliText::tr("A database has no place beside it for dossier files."),
                            CliText::tr("Name a folder that all operators reach with --objects DIR."));
    if (!created)
        return failureOf(created.error());
    if (session.format() == Format::Json)
        session.printJson(
            {{QStringLiteral("workspace"), *created}, {QStringLiteral("sample"), contents == Contents::Sample}});
    else
        session.printText(CliText::tr("Created %1.", "a workspace").arg(*created));
    return {};
}

} // namespace gatehouse::cli
