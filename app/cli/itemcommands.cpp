#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/itemtext.h"
#include "cli/session.h"
#include "words/itemwords.h"

#include <QJsonArray>

namespace gatehouse::cli {

namespace {

using domain::ItemRecord;
using domain::ItemStanding;

std::optional<ItemRecord> recordNamed(const QString &name)
{
    if (name.isEmpty() || name == QLatin1StringView("done"))
        return ItemRecord::Done;
    if (name == QLatin1StringView("open"))
        return ItemRecord::Open;
    if (name == QLatin1StringView("not-applicable"))
        return ItemRecord::NotApplicable;
    return std::nullopt;
}

// A table is JSON; anything else is what it says.
base::Result<QJsonValue> valueIn(Session &session)
{
    const QString option = QStringLiteral("value");
    if (!session.arguments().isSet(option))
        return QJsonValue(QJsonValue::Undefined);
    auto text = session.textOption(option);
    if (!text)
        return text.error();
    if (!text->trimmed().startsWith(QLatin1Char('[')))
        return QJsonValue(*text);
    auto wrapped =
        session.environment().jsonReader().readObject("{\"value\":" + text->toUtf8() + '}', QStringLiteral("--value"));
    return wrapped ? base::Result<QJsonValue>(wrapped->value(option)) : base::Result<QJsonValue>(wrapped.error());
}

// "Done: Company name" for each.
QString recordedSentence(const operations::PartnerView &view, const QJsonObject &result)
{
    QStringList lines;
    const QJsonArray items = result.value(QLatin1StringView("items")).toArray();
    for (const auto &each : items) {
        const domain::ItemRule *rule = view.playbook.item(each.toObject().value(QLatin1StringView("item")).toString());
        const QString state = each.toObject().value(QLatin1StringView("state")).toString();
        for (const domain::ItemState candidate : domain::allItemStates) {
            if (rule && state == domain::itemStateName(candidate))
                lines.append(
                    CliText::tr("%1: %2", "a state, then an item").arg(words::itemStateWords(candidate), rule->title));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Outcome listItems(Session &session)
{
    const Arguments &arguments = session.arguments();
    auto view = session.ask(operations::ShowPartner{arguments.positionals.value(0)});
    if (!view)
        return failureOf(view.error());
    const QString checklist = arguments.value(QStringLiteral("checklist"));
    const bool open = arguments.isSet(QStringLiteral("open"));
    const auto wanted = [&](const ItemStanding &standing) {
        return (checklist.isEmpty() || standing.rule.checklist == checklist)
               && (!open || domain::isOpenWork(standing.rule, standing.state));
    };
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("partner"), view->facts.partner.id},
                           {QStringLiteral("playbook"), view->playbook.id},
                           {QStringLiteral("version"), view->playbook.version},
                           {QStringLiteral("items"), itemsJson(*view, wanted)}});
    else
        session.printText(itemsText(*view, wanted));
    return {};
}

Outcome setItem(Session &session)
{
    const Arguments &arguments = session.arguments();
    const QString named = arguments.value(QStringLiteral("state"));
    const auto record = recordNamed(named);
    if (!record)
        return failureOf(
            base::Error{base::ErrorKind::Invalid,
                        base::ErrorCode::ValueUnknown,
                        QStringLiteral("state"),
                        {named, QStringLiteral("done"), QStringLiteral("open"), QStringLiteral("not-applicable")}});
    auto reason = session.textOption(QStringLiteral("reason"));
    if (!reason)
        return failureOf(reason.error());
    auto value = valueIn(session);
    if (!value)
        return failureOf(value.error());
    operations::SetItem operation;
    operation.partner = arguments.positionals.value(0);
    operation.items = QStringList{arguments.positionals.value(1)} + arguments.values(QStringLiteral("also"));
    operation.record = *record;
    operation.value = *value;
    if (arguments.isSet(QStringLiteral("evidence")))
        operation.evidence = arguments.values(QStringLiteral("evidence"));
    operation.reason = *reason;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    auto view = session.ask(operations::ShowPartner{operation.partner});
    session.printDone(*receipt, view ? recordedSentence(*view, receipt->result) : QString());
    return {};
}

Outcome exemptItem(Session &session)
{
    auto reason = session.textOption(QStringLiteral("reason"));
    if (!reason)
        return failureOf(reason.error());
    operations::ExemptItem operation;
    operation.partner = session.arguments().positionals.value(0);
    operation.item = session.arguments().positionals.value(1);
    operation.reason = *reason;
    operation.until = session.arguments().value(QStringLiteral("until"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, CliText::tr("Exempt to the end of %1: %2", "a date, then an item")
                                    .arg(receipt->result.value(QLatin1StringView("until")).toString(),
                                         receipt->result.value(QLatin1StringView("item")).toString()));
    return {};
}

Outcome movePlaybook(Session &session)
{
    const Arguments &arguments = session.arguments();
    const QString given = arguments.value(QStringLiteral("to"));
    bool isNumber = true;
    const int to = given.isEmpty() ? 0 : given.toInt(&isNumber);
    if (!isNumber || to < 0)
        return failureOf(base::Error{base::ErrorKind::Invalid,
                                     base::ErrorCode::ValueUnknown,
                                     QStringLiteral("to"),
                                     {given, CliText::tr("the number of a version")}});
    const QString partner = arguments.positionals.value(0);
    if (arguments.isSet(QStringLiteral("dry-run"))) {
        auto plan = session.ask(operations::PlanPlaybookMove{partner, to});
        if (!plan)
            return failureOf(plan.error());
        if (session.format() == Format::Json)
            session.printJson(moveJson(*plan));
        else
            session.printText(moveText(*plan));
        return {};
    }
    operations::MovePlaybook operation;
    operation.partner = partner;
    operation.to = to;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    const QJsonObject &moved = receipt->result;
    session.printDone(*receipt, CliText::tr("Moved from version %1 to %2: items gained %3, lost %4.", "four numbers")
                                    .arg(moved.value(QLatin1StringView("from")).toInt())
                                    .arg(moved.value(QLatin1StringView("to")).toInt())
                                    .arg(moved.value(QLatin1StringView("gained")).toArray().size())
                                    .arg(moved.value(QLatin1StringView("lost")).toArray().size()));
    return {};
}

} // namespace gatehouse::cli
