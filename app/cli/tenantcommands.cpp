#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/session.h"
#include "cli/tenanttext.h"
#include "cli/terminaltext.h"
#include "operations/tenantoperations.h"
#include "words/textmarks.h"

#include <QJsonArray>

namespace gatehouse::cli {

namespace {

using operations::TenantView;

// Longer than any key by far.
constexpr int keyLineMost = 512;
constexpr int answerLineMost = 64;

// What was given for KEY; "-" stands for a line of standard input, where no list of processes shows it.
base::Result<QByteArray> givenKey(Session &session)
{
    const QString given = session.arguments().positionals.value(0);
    return given == QLatin1StringView("-") ? session.environment().readLine(keyLineMost)
                                           : base::Result<QByteArray>(given.toUtf8());
}

QString valueIn(const domain::Receipt &receipt, const char *key)
{
    return receipt.result.value(QLatin1StringView(key)).toString();
}

// The one time that a whole key is shown: its bytes go out as they are, not through texts that nobody wipes.
void printKey(Session &session, const domain::Receipt &receipt, const QString &heading, const QString &partner)
{
    session.printText(banner(heading));
    const QByteArray label = CliText::tr("Access key: ").toUtf8();
    session.output().write('\n' + label);
    if (receipt.secret)
        session.output().write(QByteArray::fromRawData(receipt.secret->bytes().data(), receipt.secret->bytes().size()));
    else
        session.output().write(visibleLine(valueIn(receipt, "prefix")).toUtf8());
    session.output().write("\n");
    Facts facts;
    facts.add(CliText::tr("Name"), valueIn(receipt, "name"));
    facts.add(CliText::tr("Email"), valueIn(receipt, "email"));
    facts.add(CliText::tr("Partner"), partner);
    facts.add(CliText::tr("Replaces"), valueIn(receipt, "replaced"));
    facts.add(CliText::tr("Created"), valueIn(receipt, "created_at"));
    session.printText(facts.text() + u'\n');
    const QString another = CliText::tr("gatehouse-admin access-key replace %1").arg(valueIn(receipt, "prefix"));
    session.printText(ruled(receipt.secret
                                ? CliText::tr("This key is shown now and never again: only its hash is kept.\n"
                                              "Hand it to the partner by a separate channel, not by mail.\n"
                                              "When it is lost, make another: %1",
                                              "a call")
                                      .arg(another)
                                : CliText::tr("Done before under this request id; nothing happened now.\n"
                                              "The whole key was shown then and is not kept.\n"
                                              "When it is lost, make another: %1",
                                              "a call")
                                      .arg(another)));
}

void printIssued(Session &session, const domain::Receipt &receipt, const QString &heading, const QString &partner = {})
{
    if (session.format() == Format::Human)
        return printKey(session, receipt, heading, partner);
    QJsonObject json = receiptJson(receipt);
    if (receipt.secret)
        json.insert(QStringLiteral("access_key"), QString::fromLatin1(receipt.secret->bytes()));
    session.printJson(json);
}

// Nothing: go on. A tenant that can't be found, or the person who says no, ends it.
Outcome askBeforeRevoking(Session &session, const QByteArray &key)
{
    if (session.environment().person() == Environment::Person::Absent)
        return usageFailure(CliText::tr("Nothing was revoked."),
                            CliText::tr("Nobody can be asked here: standard input is no terminal."),
                            CliText::tr("Add --force when the tenant shall be revoked without a question."));
    auto view = session.ask(operations::ShowTenant{key});
    if (!view)
        return failureOf(view.error());
    const QString question = CliText::tr("Revoke %1 (%2)? Its key stops working at once; its data is kept. Type yes: ",
                                         "a tenant, then the prefix of its key")
                                 .arg(view->tenant.name, domain::keyPrefixOf(view->tenant));
    session.output().writeError(visibleLine(words::plain(question)).toUtf8());
    const auto answer = session.environment().readLine(answerLineMost);
    const QByteArray said = answer ? answer->trimmed().toLower() : QByteArray();
    if (said == "yes" || said == "y")
        return {};
    return failureOf({base::ErrorKind::Cancelled, base::ErrorCode::Cancelled, {}, {}});
}

} // namespace

Outcome createTenant(Session &session)
{
    const Arguments &arguments = session.arguments();
    auto notes = session.textOption(QStringLiteral("notes"));
    if (!notes)
        return failureOf(notes.error());
    operations::CreateTenant operation;
    operation.name = arguments.value(QStringLiteral("name"));
    operation.email = arguments.value(QStringLiteral("email"));
    operation.notes = *notes;
    operation.partner = arguments.value(QStringLiteral("partner"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    printIssued(session, *receipt, CliText::tr("TENANT CREATED"), valueIn(*receipt, "partner_name"));
    return {};
}

Outcome listTenants(Session &session)
{
    using Which = operations::ListTenants::Which;
    const bool all = session.arguments().isSet(QStringLiteral("all"));
    auto tenants = session.ask(operations::ListTenants{all ? Which::All : Which::Active});
    if (!tenants)
        return failureOf(tenants.error());
    if (session.format() == Format::Human) {
        session.printText(tenantListText(*tenants));
        return {};
    }
    QJsonArray array;
    for (const TenantView &view : std::as_const(*tenants))
        array.append(tenantViewJson(view));
    session.printJson({{QStringLiteral("tenants"), array}, {QStringLiteral("as_of"), session.now().toIso()}});
    return {};
}

Outcome showTenant(Session &session)
{
    auto key = givenKey(session);
    if (!key)
        return failureOf(key.error());
    auto view = session.ask(operations::ShowTenant{*key});
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json)
        session.printJson(tenantViewJson(*view));
    else
        session.printText(tenantText(*view));
    return {};
}

Outcome revokeTenant(Session &session)
{
    auto key = givenKey(session);
    if (!key)
        return failureOf(key.error());
    if (!session.arguments().isSet(QStringLiteral("force"))) {
        if (auto stopped = askBeforeRevoking(session, *key))
            return stopped;
    }
    operations::RevokeTenant operation;
    operation.key = *key;
    operation.reason = session.arguments().value(QStringLiteral("reason"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, CliText::tr("Revoked %1 (%2). Its key no longer works; its data is kept.",
                                            "a tenant, then the prefix of its key")
                                    .arg(valueIn(*receipt, "name"), valueIn(*receipt, "prefix")));
    return {};
}

Outcome verifyAccessKey(Session &session)
{
    auto key = givenKey(session);
    if (!key)
        return failureOf(key.error());
    auto view = session.ask(operations::VerifyAccessKey{*key});
    if (!view)
        return failureOf(view.error());
    if (session.format() == Format::Json)
        session.printJson(tenantViewJson(*view));
    else
        session.printText(
            CliText::tr("The key works: %1 (%2), of the partner %3.", "a tenant, the prefix of its key, its partner")
                .arg(view->tenant.name, domain::keyPrefixOf(view->tenant), view->partnerName));
    return {};
}

Outcome replaceAccessKey(Session &session)
{
    auto key = givenKey(session);
    if (!key)
        return failureOf(key.error());
    operations::ReplaceAccessKey operation;
    operation.key = *key;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    printIssued(session, *receipt, CliText::tr("ACCESS KEY REPLACED"));
    return {};
}

} // namespace gatehouse::cli
