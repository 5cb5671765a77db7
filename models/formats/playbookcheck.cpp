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
        if (field.names)
            meanings.see(u"name"_s, line, path + u"meaning"_s);
        if (field.type == FieldType::Item) {
            const ItemRule *item = playbook.item(field.meaning);
            if (!item || !item->value || item->condition != Condition::Recorded)
                problems.add(line, path + u"item"_s, u"an item of the playbook that asks for a value"_s);
        }
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
    const bool named =
        std::any_of(playbook.application.cbegin(), playbook.application.cend(), [](const ApplicationField &field) {
            const bool text = field.type == FieldType::Text && field.meaning == "name"_L1;
            return (text || field.names) && !field.optional;
        });
    if (!named)
        problems.add(lines.application, u"application.fields"_s, u"one text field whose meaning is name"_s);
    if (playbook.submitterInRoster && !has(FieldType::Roster, QString()))
        problems.add(lines.submitterInRoster, u"application.submitter_in_roster"_s,
                     u"false, as no field is a roster"_s);
}

// `key`: where the condition stands, for the problem.
void checkRequirement(const Playbook &playbook, const Requirement &step, int line, const QString &path,
                      YamlProblems &problems)
{
    switch (step.condition) {
    case Condition::DocumentFiled:
    case Condition::DocumentCurrent:
        if (!playbook.document(step.argument))
            problems.add(line, path, u"a kind that documents defines, not %1"_s.arg(step.argument));
        break;
    case Condition::AccessOpen:
        if (!playbook.accessRule(step.argument))
            problems.add(line, path, u"a gate that access defines, not %1"_s.arg(step.argument));
        break;
    case Condition::Approved:
    case Condition::ApprovalCurrent:
        if (!playbook.approver)
            problems.add(line, path,
                         u"a condition other than %1, as there is no approval"_s.arg(conditionName(step.condition)));
        break;
    case Condition::RosterHasSubmitter:
        if (!playbook.submitterInRoster)
            problems.add(line, path, u"a condition other than roster_has_submitter, as submitter_in_roster is false"_s);
        break;
    case Condition::ChecklistDone:
        if (!playbook.checklist(step.argument))
            problems.add(line, path, u"a checklist of the playbook, not %1"_s.arg(step.argument));
        break;
    case Condition::ItemDone:
        if (!playbook.item(step.argument))
            problems.add(line, path, u"an item of the playbook, not %1"_s.arg(step.argument));
        break;
    case Condition::Recorded:
    case Condition::Deferred:
    case Condition::Submitted:
    case Condition::IdentitiesReleased:
    case Condition::TenantActive: break;
    }
}

// `answers` are some that the item can have.
bool canAnswer(const ItemRule &item, const QStringList &answers)
{
    if (!item.value)
        return false;
    return std::all_of(answers.cbegin(), answers.cend(), [&](const QString &code) {
        switch (item.value->type) {
        case ValueType::YesNo: return code == yesCode || code == noCode;
        case ValueType::Choice: return item.value->choice(code) || (item.value->other && code == otherCode);
        default: return false;
        }
    });
}

void checkItem(const Playbook &playbook, const ItemRule &item, int line, const QString &path, YamlProblems &problems)
{
    checkRequirement(playbook, {item.condition, item.argument}, line, path + u"done_when"_s, problems);
    for (const Applicability &applies : item.appliesWhen) {
        const ItemRule *other = playbook.item(applies.item);
        if (!other || other->id == item.id)
            problems.add(line, path + u"applies_when"_s, u"another item of the playbook, not %1"_s.arg(applies.item));
        else if (!canAnswer(*other, applies.answers))
            problems.add(line, path + u"applies_when"_s,
                         u"answers that %1 can have, a yes_no or a choice"_s.arg(other->id));
    }
}

// Checklists that wait for each other in a circle would wait for ever.
bool waitsForItself(const Playbook &playbook, const QString &id, const QString &origin, int depth)
{
    const ChecklistRule *checklist = playbook.checklist(id);
    if (!checklist || depth > 50)
        return false;
    return std::any_of(checklist->after.cbegin(), checklist->after.cend(), [&](const QString &before) {
        return before == origin || waitsForItself(playbook, before, origin, depth + 1);
    });
}

void checkChecklists(const Playbook &playbook, const PhaseRule &phase, int line, const QString &path,
                     YamlProblems &problems)
{
    for (const ChecklistRule &checklist : phase.checklists) {
        for (const QString &before : checklist.after) {
            if (!playbook.checklist(before))
                problems.add(line, path + u"checklists"_s,
                             u"%1 after a checklist of the playbook, not %2"_s.arg(checklist.id, before));
        }
        if (waitsForItself(playbook, checklist.id, checklist.id, 0))
            problems.add(line, path + u"checklists"_s, u"%1 not to wait for itself"_s.arg(checklist.id));
    }
}

void checkPhases(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    Once phases(u"each phase once"_s, problems);
    Once steps(u"each step once in the playbook"_s, problems);
    Once checklists(u"each checklist once in the playbook"_s, problems);
    Stage reached = Stage::PreSales;
    for (qsizetype i = 0; i < playbook.phases.size(); ++i) {
        const PhaseRule &phase = playbook.phases[i];
        const QString path = u"phases[%1]."_s.arg(i);
        phases.see(phase.id, lines.phases[i].line, path + u"id"_s);
        if (phase.stage < reached)
            problems.add(lines.phases[i].line, path + u"stage"_s, u"no earlier stage than that of the phase before"_s);
        reached = phase.stage;
        for (const ChecklistRule &checklist : phase.checklists)
            checklists.see(checklist.id, lines.phases[i].line, path + u"checklists"_s);
        checkChecklists(playbook, phase, lines.phases[i].line, path, problems);
        QHash<QString, int> places; // of items in their checklist
        for (qsizetype k = 0; k < phase.items.size(); ++k) {
            const ItemRule &item = phase.items[k];
            const int line = lines.phases[i].items[k];
            const int place = places[item.checklist]++;
            const QString itemPath = item.checklist.isEmpty()
                                         ? path + u"steps[%1]."_s.arg(place)
                                         : path + u"%1.items[%2]."_s.arg(item.checklist).arg(place);
            steps.see(item.id, line, itemPath + u"id"_s);
            checkItem(playbook, item, line, itemPath, problems);
        }
    }
}

void checkAccess(const Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems)
{
    Once gates(u"each access gate once"_s, problems);
    for (qsizetype i = 0; i < playbook.access.size(); ++i) {
        const QString path = u"access[%1]."_s.arg(i);
        gates.see(playbook.access[i].gate, lines.access[i], path + u"gate"_s);
        for (const Requirement &each : playbook.access[i].conditions)
            checkRequirement(playbook, each, lines.access[i], path + u"open_when"_s, problems);
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
