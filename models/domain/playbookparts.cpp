#include "domain/playbookparts.h"

#include <QRegularExpression>

namespace gatehouse::domain {

QLatin1StringView templateKindName(TemplateKind kind)
{
    switch (kind) {
    case TemplateKind::Mail: return QLatin1StringView("mail");
    case TemplateKind::Note: return QLatin1StringView("note");
    }
    Q_UNREACHABLE();
}

QLatin1StringView linkGroupName(LinkGroup group)
{
    switch (group) {
    case LinkGroup::Governance: return QLatin1StringView("governance");
    case LinkGroup::Dashboard: return QLatin1StringView("dashboard");
    case LinkGroup::Specification: return QLatin1StringView("specification");
    case LinkGroup::Billing: return QLatin1StringView("billing");
    case LinkGroup::Support: return QLatin1StringView("support");
    }
    Q_UNREACHABLE();
}

QStringList templatePlaceholders()
{
    return {QStringLiteral("partner"),      QStringLiteral("contact"), QStringLiteral("operator"),
            QStringLiteral("date"),         QStringLiteral("go_live"), QStringLiteral("hypercare_day"),
            QStringLiteral("next_check_in")};
}

QStringList placeholdersIn(const TemplateRule &rule)
{
    static const QRegularExpression braces(QStringLiteral("\\{([^{}\\n]*)\\}"));
    QStringList found;
    for (const QString &text : {rule.subject, rule.body}) {
        auto matches = braces.globalMatch(text);
        while (matches.hasNext())
            found.append(matches.next().captured(1));
    }
    return found;
}

} // namespace gatehouse::domain
