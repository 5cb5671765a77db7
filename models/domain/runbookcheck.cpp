#include "domain/runbookcheck.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace gatehouse::domain {

using namespace Qt::StringLiterals;

namespace {

using Problem = RunbookProblem;

// Runbooks by id, and what is said about them.
class RunbookCheck
{
public:
    RunbookCheck(const QList<Runbook> &runbooks, QDate today) : m_runbooks(runbooks), m_today(today)
    {
        for (const Runbook &runbook : runbooks)
            m_byId.insert(runbook.id, &runbook);
    }

    void references(const QList<RunbookReference> &references)
    {
        for (const RunbookReference &reference : references) {
            if (reference.target.isEmpty())
                m_findings.append({Problem::ReferenceMissing, reference.from, 0, {}});
            else if (!exists(reference.target))
                m_findings.append({Problem::ReferenceBroken, reference.from, 0, {reference.target}});
        }
    }

    void pages()
    {
        for (const Runbook &runbook : m_runbooks) {
            const qsizetype from = m_findings.size();
            placeholders(runbook);
            links(runbook);
            aliases(runbook);
            if (isStale(runbook, m_today))
                m_findings.append({Problem::Stale,
                                   runbook.file,
                                   0,
                                   {runbook.reviewed.toString(Qt::ISODate), reviewDue(runbook).toString(Qt::ISODate)}});
            std::stable_sort(m_findings.begin() + from, m_findings.end(),
                             [](const RunbookFinding &a, const RunbookFinding &b) { return a.line < b.line; });
        }
    }

    void orphans(const QList<RunbookReference> &references)
    {
        for (const RunbookReference &reference : references)
            reach(reference.target);
        for (const Runbook &runbook : m_runbooks) {
            if (runbook.kind != RunbookKind::Reference)
                reach(runbook.id);
        }
        for (const Runbook &runbook : m_runbooks) {
            if (!m_reached.contains(runbook.id))
                m_findings.append({Problem::Orphan, runbook.file, 0, {}});
        }
    }

    QList<RunbookFinding> takeFindings() { return std::move(m_findings); }

private:
    bool exists(const QString &target) const
    {
        const Runbook *runbook = m_byId.value(target.section(u'#', 0, 0));
        const QString section = target.section(u'#', 1);
        return runbook && (section.isEmpty() || runbook->section(section));
    }

    void placeholders(const Runbook &runbook)
    {
        const auto isKnown = [](const QString &name) { return runbookPlaceholders().contains(name); };
        for (const QString &name : runbook.values) {
            if (!isKnown(name))
                m_findings.append({Problem::PlaceholderUnknown, runbook.file, 1, {name}});
        }
        for (const PlaceholderUse &use : placeholdersIn(runbook.text)) {
            if (!isKnown(use.name))
                m_findings.append(
                    {Problem::PlaceholderUnknown, runbook.file, runbook.firstLine + use.line - 1, {use.name}});
        }
        // Values that the program makes: nothing in them means anything to a shell.
        static const QSet<QString> made{u"partner.slug"_s,    u"partner.stage"_s, u"partner.approval"_s,
                                        u"partner.dossier"_s, u"tenant.prefix"_s, u"tenant.status"_s};
        for (const RunbookCommand &command : runbook.commands) {
            for (const PlaceholderUse &use : placeholdersIn(command.text)) {
                if (isKnown(use.name) && !made.contains(use.name))
                    m_findings.append({Problem::PlaceholderTyped, runbook.file, command.line, {use.name}});
            }
        }
    }

    void links(const Runbook &runbook)
    {
        for (const RunbookLink &link : runbook.links) {
            if (isProgramPlace(link.target))
                continue;
            const QString target = linkedRunbook(runbook, link.target);
            if (target.isEmpty())
                m_findings.append({Problem::LinkForeign, runbook.file, link.line, {link.target}});
            else if (!exists(target))
                m_findings.append({Problem::LinkBroken, runbook.file, link.line, {link.target}});
        }
    }

    void aliases(const Runbook &runbook)
    {
        for (const QString &alias : runbook.aliases) {
            const QString other = m_aliases.value(alias, m_byId.contains(alias) ? alias : QString());
            if (!other.isEmpty())
                m_findings.append({Problem::AliasTwice, runbook.file, 1, {alias, other}});
            m_aliases.insert(alias, runbook.id);
        }
    }

    void reach(const QString &first)
    {
        QStringList open{first.section(u'#', 0, 0)};
        while (!open.isEmpty()) {
            const QString id = open.takeLast();
            const Runbook *runbook = m_byId.value(id);
            if (!runbook || m_reached.contains(id))
                continue;
            m_reached.insert(id);
            for (const RunbookLink &link : runbook->links)
                open.append(linkedRunbook(*runbook, link.target).section(u'#', 0, 0));
        }
    }

    const QList<Runbook> &m_runbooks;
    QDate m_today;
    QHash<QString, const Runbook *> m_byId;
    QHash<QString, QString> m_aliases; // alias -> id
    QSet<QString> m_reached;
    QList<RunbookFinding> m_findings;
};

} // namespace

QLatin1StringView runbookProblemName(RunbookProblem problem)
{
    switch (problem) {
    case Problem::Unreadable: return QLatin1StringView("unreadable");
    case Problem::TooLarge: return QLatin1StringView("too-large");
    case Problem::NotUtf8: return QLatin1StringView("not-utf8");
    case Problem::Forbidden: return QLatin1StringView("forbidden-character");
    case Problem::NoFrontMatter: return QLatin1StringView("no-front-matter");
    case Problem::KeyUnknown: return QLatin1StringView("key-unknown");
    case Problem::KeyMissing: return QLatin1StringView("key-missing");
    case Problem::KeyTwice: return QLatin1StringView("key-twice");
    case Problem::ValueWrong: return QLatin1StringView("value-wrong");
    case Problem::NameDiffers: return QLatin1StringView("name-differs");
    case Problem::NoTitle: return QLatin1StringView("no-title");
    case Problem::HeadingDeep: return QLatin1StringView("heading-deep");
    case Problem::SectionTwice: return QLatin1StringView("section-twice");
    case Problem::Html: return QLatin1StringView("html");
    case Problem::Picture: return QLatin1StringView("picture");
    case Problem::PlaceholderUnknown: return QLatin1StringView("placeholder-unknown");
    case Problem::PlaceholderTyped: return QLatin1StringView("placeholder-typed");
    case Problem::LinkForeign: return QLatin1StringView("link-foreign");
    case Problem::LinkBroken: return QLatin1StringView("link-broken");
    case Problem::AliasTwice: return QLatin1StringView("alias-twice");
    case Problem::ReferenceMissing: return QLatin1StringView("reference-missing");
    case Problem::ReferenceBroken: return QLatin1StringView("reference-broken");
    case Problem::Orphan: return QLatin1StringView("orphan");
    case Problem::Stale: return QLatin1StringView("stale");
    }
    Q_UNREACHABLE();
}

QList<RunbookReference> blockerReferences()
{
    return {{runbooks::questions, u"blocker unanswered question"_s},
            {runbooks::expiry, u"blocker approval expires"_s},
            {runbooks::playbooksFind, u"blocker playbook missing"_s}};
}

namespace {

// Items may have none.
void addReference(QList<RunbookReference> &references, const QString &runbook, const QString &from)
{
    if (!runbook.isEmpty())
        references.append({runbook, from});
}

} // namespace

QList<RunbookReference> referencesOf(const Playbook &playbook)
{
    QList<RunbookReference> references;
    const QString name = u"%1@%2 "_s.arg(playbook.id).arg(playbook.version);
    for (const PhaseRule &phase : playbook.phases) {
        for (const ItemRule &step : phase.items)
            addReference(references, step.runbook, name + step.id);
    }
    for (const ProfileRule &rule : playbook.profiles)
        addReference(references, rule.runbook, name + rule.id);
    for (const ProcedureRule &rule : playbook.procedures)
        addReference(references, rule.runbook, name + rule.id);
    for (const AccessRule &rule : playbook.access)
        references.append({rule.runbook, name + rule.gate, rule.gate});
    return references;
}

QList<RunbookFinding> checkedRunbooks(const QList<Runbook> &runbooks, const QList<RunbookReference> &references,
                                      QDate today)
{
    RunbookCheck check(runbooks, today);
    check.references(references);
    check.pages();
    check.orphans(references);
    return check.takeFindings();
}

QString linkedRunbook(const Runbook &from, const QString &target)
{
    static const QRegularExpression shape(u"^(?:([a-z0-9-]+)\\.md)?(?:#([a-z0-9-]+))?$"_s);
    const auto match = shape.match(target);
    if (target.isEmpty() || !match.hasMatch())
        return {};
    const QString id = match.captured(1).isEmpty() ? from.id : match.captured(1);
    return match.captured(2).isEmpty() ? id : id + u'#' + match.captured(2);
}

bool isProgramPlace(const QString &target)
{
    static const QRegularExpression shape(
        u"^gatehouse://(?:board|approvals|runbooks|partner/\\{\\{partner\\.slug\\}\\}(?:/"
        u"(?:overview|contacts|dossier|checklists|timeline))?)$"_s);
    return shape.match(target).hasMatch();
}

} // namespace gatehouse::domain
