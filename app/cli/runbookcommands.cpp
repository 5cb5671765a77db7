#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/runbooktext.h"
#include "cli/session.h"
#include "cli/table.h"
#include "operations/queries.h"
#include "words/datewords.h"
#include "words/runbookwords.h"

#include <QJsonArray>

namespace gatehouse::cli {

namespace {

using base::Result;
using domain::Runbook;

constexpr int hitsMost = 20;

const domain::RunbookSource &runbooksOf(Session &session)
{
    return session.environment().runbooks(session.workspace());
}

QDate today(const Session &session)
{
    return QDateTime::fromMSecsSinceEpoch(session.now().ms).date();
}

// Those of the call, the command line's own among them.
QList<domain::RunbookReference> references(Session &session)
{
    return words::programReferences(session.environment().playbooks()) + commandLineReferences();
}

// Without a partner only what is known without a workspace.
Result<domain::RunbookValues> valuesOf(Session &session)
{
    domain::RunbookValues values{{QStringLiteral("now"), words::exactMoment(session.now())}};
    const QString partner = session.arguments().value(QStringLiteral("partner"));
    if (partner.isEmpty())
        return values;
    const auto view = session.ask(operations::ShowPartner{partner});
    if (!view)
        return view.error();
    values = words::partnerValues({view->facts, view->playbook, view->readiness, view->names, view->asOf});
    if (const auto me = session.ask(operations::WhoAmI{}))
        values.insert(QStringLiteral("operator.name"), me->name);
    return values;
}

} // namespace

Outcome listRunbooks(Session &session)
{
    const QString named = session.arguments().value(QStringLiteral("kind"));
    const auto wanted = domain::runbookKindOf(named);
    if (!named.isEmpty() && !wanted)
        return failureOf({base::ErrorKind::Invalid, base::ErrorCode::ValueUnknown, QStringLiteral("kind"),
                          QStringList{named} + runbookKindNames()});
    QList<Runbook> shown;
    for (const Runbook &runbook : runbooksOf(session).all()) {
        if (!wanted || runbook.kind == *wanted)
            shown.append(runbook);
    }
    if (session.format() == Format::Json) {
        QJsonArray array;
        for (const Runbook &runbook : shown)
            array.append(runbookJson(runbook, today(session)));
        session.printJson({{QStringLiteral("runbooks"), array}});
    } else {
        session.printText(shown.isEmpty() ? CliText::tr("No runbooks.") : runbookTable(shown, today(session)));
    }
    return {};
}

Outcome showRunbook(Session &session)
{
    const auto place = domain::placeOf(runbooksOf(session), session.arguments().positionals.value(0));
    if (!place)
        return failureOf(place.error());
    const auto values = valuesOf(session);
    if (!values)
        return failureOf(values.error());
    if (session.format() == Format::Json)
        session.printJson(runbookPageJson(*place, *values, today(session)));
    else
        session.printText(runbookPageText(*place, *values, today(session)));
    return {};
}

Outcome searchRunbooks(Session &session)
{
    auto search = session.environment().runbookSearch(session.workspace(), references(session));
    if (!search)
        return failureOf(search.error());
    const QString text = session.arguments().positionals.join(QLatin1Char(' '));
    const auto hits = (*search)->search(text, hitsMost);
    if (!hits)
        return failureOf(hits.error());
    if (session.format() == Format::Json)
        session.printJson(runbookHitsJson(*hits));
    else
        session.printText(runbookHitsText(*hits));
    return {};
}

Outcome checkRunbooks(Session &session)
{
    const domain::RunbookSource &runbooks = runbooksOf(session);
    const QList<domain::RunbookFinding> findings =
        runbooks.findings() + domain::checkedRunbooks(runbooks.all(), references(session), today(session));
    const QString count = QString::number(runbooks.all().size());
    if (session.format() == Format::Json)
        session.printJson(runbookFindingsJson(findings));
    else
        session.printText(findings.isEmpty() ? CliText::tr("Nothing is wrong. Runbooks read: %1.").arg(count)
                                             : runbookFindingsText(findings));
    if (findings.isEmpty())
        return {};
    return Failure{ExitCode::Other,
                   base::errorKindName(base::ErrorKind::Invalid),
                   QStringLiteral("runbook-findings"),
                   {},
                   {},
                   {CliText::tr("The runbooks need work."),
                    CliText::tr("Findings: %1, in runbooks: %2.").arg(QString::number(findings.size()), count),
                    CliText::tr("Correct what is listed, then check again."), QStringLiteral("runbooks#check")}};
}

} // namespace gatehouse::cli
