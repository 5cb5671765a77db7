#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/jsonforms.h"
#include "cli/session.h"
#include "cli/table.h"
#include "operations/operatoroperations.h"
#include "operations/queries.h"
#include "words/datewords.h"
#include "words/namewords.h"

namespace gatehouse::cli {

namespace {

// What an operator may be; partner staff hold no role.
base::Result<domain::Role> roleOption(const Session &session)
{
    const QString given = session.arguments().value(QStringLiteral("role"));
    QStringList names{given};
    for (const domain::Role role : domain::grantableRoles) {
        if (given == domain::roleName(role))
            return role;
        names.append(QString(domain::roleName(role)));
    }
    return base::Error{base::ErrorKind::Invalid, base::ErrorCode::ValueUnknown, QStringLiteral("role"), names};
}

QString sentence(const QString &text, const domain::Receipt &receipt)
{
    return text.arg(receipt.result.value(QLatin1StringView("subject")).toString(),
                    words::ownerWords(receipt.result.value(QLatin1StringView("role")).toString()));
}

} // namespace

Outcome addOperator(Session &session)
{
    auto role = roleOption(session);
    if (!role)
        return failureOf(role.error());
    operations::AddOperator operation;
    operation.subject = session.arguments().positionals.value(0);
    operation.role = *role;
    operation.name = session.arguments().value(QStringLiteral("name"));
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, sentence(CliText::tr("Added %1 as %2.", "a subject, then a role"), *receipt));
    return {};
}

Outcome revokeOperator(Session &session)
{
    auto role = roleOption(session);
    if (!role)
        return failureOf(role.error());
    operations::RevokeOperator operation;
    operation.subject = session.arguments().positionals.value(0);
    operation.role = *role;
    auto receipt = session.run(operation);
    if (!receipt)
        return failureOf(receipt.error());
    session.printDone(*receipt, sentence(CliText::tr("Revoked %1 as %2.", "a subject, then a role"), *receipt));
    return {};
}

Outcome listOperators(Session &session)
{
    auto rows = session.ask(operations::ListOperators{});
    if (!rows)
        return failureOf(rows.error());
    if (session.format() == Format::Json) {
        QJsonArray array;
        for (const domain::Operator &row : std::as_const(*rows))
            array.append(operatorJson(row));
        session.printJson({{QStringLiteral("operators"), array}});
        return {};
    }
    Table table({CliText::tr("SUBJECT"), CliText::tr("NAME"), CliText::tr("ROLE"), CliText::tr("GRANTED"),
                 CliText::tr("BY"), CliText::tr("REVOKED")});
    for (const domain::Operator &row : std::as_const(*rows))
        table.addRow({row.subject, row.name, words::roleWords(row.role), words::exactMoment(row.grantedAt),
                      row.grantedBy, row.revokedAt ? words::exactMoment(*row.revokedAt) : QStringLiteral("-")});
    session.printText(table.isEmpty() ? CliText::tr("No operators.") : table.text());
    return {};
}

} // namespace gatehouse::cli
