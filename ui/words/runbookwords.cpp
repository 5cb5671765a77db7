#include "words/runbookwords.h"

#include "domain/tenant.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::words {

using namespace Qt::StringLiterals;
using domain::RunbookFinding;
using domain::RunbookKind;
using Problem = domain::RunbookProblem;

namespace {

struct RunbookText
{
    Q_DECLARE_TR_FUNCTIONS(RunbookText)
};

// Of a file that was not taken.
QString fileProblemWords(const RunbookFinding &finding)
{
    const QString first = isolate(finding.arguments.value(0));
    const QString second = isolate(finding.arguments.value(1));
    switch (finding.problem) {
    case Problem::Unreadable: return RunbookText::tr("It can't be read. The system says: %1.").arg(first);
    case Problem::TooLarge: return RunbookText::tr("It is too large: %1 %2 are the most.").arg(first, second);
    case Problem::NotUtf8: return RunbookText::tr("It isn't UTF-8 text.");
    case Problem::Forbidden: return RunbookText::tr("The character %1 can't be shown.").arg(first);
    case Problem::NoFrontMatter: return RunbookText::tr("It doesn't begin with front matter between two lines “---”.");
    case Problem::KeyUnknown: return RunbookText::tr("There is no key “%1”.").arg(first);
    case Problem::KeyMissing: return RunbookText::tr("The key “%1” is missing.").arg(first);
    case Problem::KeyTwice: return RunbookText::tr("The key “%1” stands there twice.").arg(first);
    case Problem::ValueWrong: return RunbookText::tr("Of “%1” is expected: %2.").arg(first, second);
    case Problem::NameDiffers:
        return RunbookText::tr("Its id is “%1”, and its file is called “%2”.").arg(first, second);
    case Problem::NoTitle: return RunbookText::tr("It needs one heading of the first level, at its beginning.");
    case Problem::HeadingDeep: return RunbookText::tr("A heading of level %1 is too deep.").arg(first);
    case Problem::SectionTwice: return RunbookText::tr("Another section has the id “%1”.").arg(first);
    case Problem::Html: return RunbookText::tr("HTML isn't shown: %1").arg(first);
    case Problem::Picture: return RunbookText::tr("Pictures aren't shown: %1").arg(first);
    default: return {};
    }
}

QString contactWords(const domain::PartnerFacts &facts)
{
    for (const domain::Contact &contact : facts.contacts) {
        if (!contact.removedAt)
            return contact.name;
    }
    return {};
}

QString nameOf(const ValuesOf &partner, const QString &subject)
{
    return partner.names.value(subject, subject);
}

} // namespace

QString runbookKindWords(RunbookKind kind)
{
    switch (kind) {
    case RunbookKind::Troubleshooting: return RunbookText::tr("Troubleshooting");
    case RunbookKind::Procedure: return RunbookText::tr("Procedures");
    case RunbookKind::Reference: return RunbookText::tr("Reference");
    case RunbookKind::Dashboard: return RunbookText::tr("Dashboards");
    case RunbookKind::Template: return RunbookText::tr("Templates");
    }
    Q_UNREACHABLE();
}

QString runbookProblemWords(const RunbookFinding &finding)
{
    const QString first = isolate(finding.arguments.value(0));
    const QString second = isolate(finding.arguments.value(1));
    switch (finding.problem) {
    case Problem::PlaceholderUnknown: return RunbookText::tr("There is no placeholder “%1”.").arg(first);
    case Problem::PlaceholderTyped:
        return RunbookText::tr(
                   "The placeholder “%1” stands for what people typed, and that doesn't belong in a command.")
            .arg(first);
    case Problem::LinkForeign:
        return RunbookText::tr("The link to %1 leads neither to a runbook nor into the program.").arg(first);
    case Problem::LinkBroken: return RunbookText::tr("The link to %1 leads nowhere.").arg(first);
    case Problem::AliasTwice: return RunbookText::tr("The alias %1 is that of %2 already.").arg(first, second);
    case Problem::ReferenceMissing: return RunbookText::tr("It leads to no runbook.");
    case Problem::ReferenceBroken: return RunbookText::tr("There is no runbook section %1.").arg(first);
    case Problem::Orphan: return RunbookText::tr("Nothing leads to it.");
    case Problem::Stale:
        return RunbookText::tr("It was reviewed on %1, and its next review was due on %2.").arg(first, second);
    default: return fileProblemWords(finding);
    }
}

QString runbookFacts(const domain::Runbook &runbook, QDate today)
{
    QString facts = RunbookText::tr("%1, reviewed %2, %3 min, version %4", "a team, a date, two numbers")
                        .arg(isolate(runbook.owner), dayWords(runbook.reviewed, today),
                             QString::number(runbook.minutes), QString::number(runbook.version));
    if (domain::isStale(runbook, today))
        facts +=
            RunbookText::tr(". Its review was due on %1", "a date").arg(dayWords(domain::reviewDue(runbook), today));
    return facts;
}

QString placeholderWords(const QString &name)
{
    static const QHash<QString, const char *> words{
        {u"partner.name"_s, QT_TRANSLATE_NOOP("RunbookText", "Partner")},
        {u"partner.slug"_s, QT_TRANSLATE_NOOP("RunbookText", "Short name")},
        {u"partner.legal_name"_s, QT_TRANSLATE_NOOP("RunbookText", "Legal name")},
        {u"partner.playbook"_s, QT_TRANSLATE_NOOP("RunbookText", "Playbook")},
        {u"partner.stage"_s, QT_TRANSLATE_NOOP("RunbookText", "Stage")},
        {u"partner.approval"_s, QT_TRANSLATE_NOOP("RunbookText", "Approval")},
        {u"partner.dossier"_s, QT_TRANSLATE_NOOP("RunbookText", "Dossier")},
        {u"partner.owner"_s, QT_TRANSLATE_NOOP("RunbookText", "Owner")},
        {u"partner.contact"_s, QT_TRANSLATE_NOOP("RunbookText", "Contact")},
        {u"partner.blockers"_s, QT_TRANSLATE_NOOP("RunbookText", "Blockers")},
        {u"review.clock"_s, QT_TRANSLATE_NOOP("RunbookText", "Review clock")},
        {u"review.assignee"_s, QT_TRANSLATE_NOOP("RunbookText", "Reviewer")},
        {u"tenant.prefix"_s, QT_TRANSLATE_NOOP("RunbookText", "Access key")},
        {u"tenant.status"_s, QT_TRANSLATE_NOOP("RunbookText", "Tenant")},
        {u"tenant.last_active"_s, QT_TRANSLATE_NOOP("RunbookText", "Last active")},
        {u"workspace.name"_s, QT_TRANSLATE_NOOP("RunbookText", "Workspace")},
        {u"operator.name"_s, QT_TRANSLATE_NOOP("RunbookText", "You")},
        {u"now"_s, QT_TRANSLATE_NOOP("RunbookText", "Now")}};
    const char *found = words.value(name);
    return found ? QCoreApplication::translate("RunbookText", found) : name;
}

domain::RunbookValues partnerValues(const ValuesOf &partner)
{
    const domain::Partner &row = partner.facts.partner;
    const domain::Readiness &standing = partner.readiness;
    QStringList blockers;
    for (const domain::Blocker &blocker : standing.blockers)
        blockers.append(blockerWords(blocker));
    domain::RunbookValues values{
        {u"partner.name"_s, row.name},
        {u"partner.slug"_s, row.slug},
        {u"partner.legal_name"_s, row.legalName},
        {u"partner.playbook"_s, partner.playbook.title},
        {u"partner.stage"_s, stageWords(standing.stage)},
        {u"partner.approval"_s, approvalWords(standing.approval)},
        {u"partner.dossier"_s, dossierWords(standing.dossier, partner.playbook, partner.asOf)},
        {u"partner.owner"_s, nameOf(partner, row.owner)},
        {u"partner.contact"_s, contactWords(partner.facts)},
        {u"partner.blockers"_s, blockers.isEmpty() ? RunbookText::tr("none", "blockers") : blockers.join(u"; "_s)},
        {u"review.clock"_s,
         clockWords(clockFigures(standing.sla), partner.asOf, {partner.playbook.calendar.workingDayMs()})},
        {u"review.assignee"_s, nameOf(partner, standing.review.assignee)},
        {u"now"_s, exactMoment(partner.asOf)}};
    if (!partner.facts.tenants.isEmpty()) {
        const domain::Tenant &tenant = partner.facts.tenants.last(); // the newest
        values.insert(u"tenant.prefix"_s, domain::keyPrefixOf(tenant));
        values.insert(u"tenant.status"_s, domain::tenantStatusName(domain::tenantStatus(tenant)));
        values.insert(u"tenant.last_active"_s, tenant.lastActiveAt ? exactMoment(*tenant.lastActiveAt) : QString());
    }
    values.removeIf([](const auto &value) { return value.value().isEmpty(); });
    return values;
}

QList<domain::RunbookReference> programReferences(const domain::PlaybookSource &playbooks)
{
    QList<domain::RunbookReference> references;
    for (const base::ErrorCode code : base::allErrorCodes()) {
        const QString name = base::errorCodeName(code);
        references.append({runbookOf(code), u"error code "_s + name, name});
    }
    references += domain::blockerReferences();
    for (const domain::Playbook &playbook : playbooks.latest())
        references += domain::referencesOf(playbook);
    return references;
}

} // namespace gatehouse::words
