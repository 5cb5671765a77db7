#include "formats/playbookcheck.h"

#include <algorithm>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

// Notes a problem for each value that an earlier item has too.
class Once
{
public:
    Once(QString expected, YamlProblems &problems) : m_expected(std::move(expected)), m_problems(problems) { }

    void see(const QString &value, int line, const QString &path)
    {
        if (m_seen.contains(value))
            m_problems.add(line, path, m_expected);
        m_seen.insert(value);
    }

private:
    QSet<QString> m_seen;
    QString m_expected;
    YamlProblems &m_problems;
};

void checkApplication(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    Once keys(u"each key of the application once"_s, problems);
    Once meanings(u"each meaning once"_s, problems);
    Once objects(u"one field for each document"_s, problems);
    Once rosters(u"one roster"_s, problems);
    for (qsizetype i = 0; i < playbook.application.size(); ++i) {
        const ApplicationField &field = playbook.application[i];
        const QString path = u"application.fields[%1]."_s.arg(i);
        const int line = lines.fields[i];
        keys.see(field.key, line, path + u"key"_s);
        if (field.type == FieldType::Text && !field.meaning.isEmpty())
            meanings.see(field.meaning, line, path + u"meaning"_s);
        if (field.type == FieldType::Roster)
            rosters.see(QString(), line, path + u"type"_s);
        if (field.type != FieldType::ObjectKey)
            continue;
        objects.see(field.meaning, line, path + u"document"_s);
        if (!playbook.document(field.meaning))
            problems.add(line, path + u"document"_s, u"a kind that documents defines"_s);
    }
    const auto has = [&playbook](FieldType type, const QString &meaning) {
        return std::any_of(
            playbook.application.cbegin(), playbook.application.cend(),
            [&](const ApplicationField &field) { return field.type == type && field.meaning == meaning; });
    };
    if (!has(FieldType::Text, u"name"_s))
        problems.add(lines.application, u"application.fields"_s, u"one text field whose meaning is name"_s);
    if (playbook.submitterInRoster && !has(FieldType::Roster, QString()))
        problems.add(lines.submitterInRoster, u"application.submitter_in_roster"_s,
                     u"false, as no field is a roster"_s);
}

void checkStep(const Playbook &playbook, const StepRule &step, int line, const QString &path, YamlProblems &problems)
{
    switch (step.condition) {
    case Condition::DocumentFiled:
    case Condition::DocumentCurrent:
        if (!playbook.document(step.argument))
            problems.add(line, path + u"done_when"_s, u"a kind that documents defines, not %1"_s.arg(step.argument));
        break;
    case Condition::AccessOpen:
        if (!playbook.accessRule(step.argument))
            problems.add(line, path + u"done_when"_s, u"a gate that access defines, not %1"_s.arg(step.argument));
        break;
    case Condition::Approved:
    case Condition::ApprovalCurrent:
        if (!playbook.approver)
            problems.add(line, path + u"done_when"_s,
                         u"a condition other than %1, as there is no approval"_s.arg(conditionName(step.condition)));
        break;
    case Condition::RosterHasSubmitter:
        if (!playbook.submitterInRoster)
            problems.add(line, path + u"done_when"_s,
                         u"a condition other than roster_has_submitter, as submitter_in_roster is false"_s);
        break;
    case Condition::Submitted:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive: break;
    }
}

void checkPhases(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    Once phases(u"each phase once"_s, problems);
    Once steps(u"each step once in the playbook"_s, problems);
    Stage reached = Stage::PreSales;
    for (qsizetype i = 0; i < playbook.phases.size(); ++i) {
        const PhaseRule &phase = playbook.phases[i];
        const QString path = u"phases[%1]."_s.arg(i);
        phases.see(phase.id, lines.phases[i].line, path + u"id"_s);
        if (phase.stage < reached)
            problems.add(lines.phases[i].line, path + u"stage"_s, u"no earlier stage than that of the phase before"_s);
        reached = phase.stage;
        for (qsizetype k = 0; k < phase.steps.size(); ++k) {
            const int line = lines.phases[i].steps[k];
            const QString stepPath = path + u"steps[%1]."_s.arg(k);
            steps.see(phase.steps[k].id, line, stepPath + u"id"_s);
            checkStep(playbook, phase.steps[k], line, stepPath, problems);
        }
    }
}

void checkAccess(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    Once gates(u"each access gate once"_s, problems);
    for (qsizetype i = 0; i < playbook.access.size(); ++i) {
        const QString path = u"access[%1]."_s.arg(i);
        gates.see(playbook.access[i].gate, lines.access[i], path + u"gate"_s);
        for (const Condition condition : {Condition::Approved, Condition::ApprovalCurrent}) {
            if (!playbook.approver && playbook.access[i].conditions.contains(condition))
                problems.add(lines.access[i], path + u"open_when"_s,
                             u"conditions other than %1, as there is no approval"_s.arg(conditionName(condition)));
        }
    }
}

} // namespace

void checkReferences(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    checkApplication(playbook, lines, problems);
    Once kinds(u"each document kind once"_s, problems);
    for (qsizetype i = 0; i < playbook.documents.size(); ++i)
        kinds.see(playbook.documents[i].kind, lines.documents[i], u"documents[%1].kind"_s.arg(i));
    checkPhases(playbook, lines, problems);
    checkAccess(playbook, lines, problems);
    Once slas(u"each clock once"_s, problems);
    for (qsizetype i = 0; i < playbook.slas.size(); ++i)
        slas.see(playbook.slas[i].id, lines.slas[i], u"slas[%1].id"_s.arg(i));
}

} // namespace gatehouse::formats
