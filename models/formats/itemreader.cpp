#include "formats/itemreader.h"

#include "domain/itemact.h"

#include <algorithm>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int choicesMost = 100;
constexpr int rowsMost = 500;

// Reads one phase; what a checklist says once goes to its items.
class ItemReading
{
public:
    ItemReading(const Playbook &playbook, const Playbook *base, PhaseRule &phase, PlaybookLines::Phase &lines,
                YamlProblems &problems)
        : m_playbook(playbook), m_base(base), m_phase(phase), m_lines(lines), m_problems(problems)
    { }

    void read(YamlFields &fields);

private:
    void readSteps(YamlFields &fields);
    void readChecklist(const YamlNode &node, YamlFields fields);
    void useChecklist(YamlFields &fields, int line);
    ItemRule readItem(YamlFields fields, const ItemRule &given);
    void readDoneWhen(YamlFields &fields, ItemRule &item);
    QList<Applicability> readAppliesWhen(YamlFields &fields);
    ValueRule readValue(YamlFields fields);
    QList<ChoiceRule> readChoices(YamlFields &fields);
    void readNumber(YamlFields &fields, ValueRule &value);
    void readTable(YamlFields &fields, ValueRule &value);
    ColumnRule readColumn(YamlFields fields);
    void readExpected(YamlFields &fields, ItemRule &item);

    YamlFields inside(const YamlNode &node, const YamlFields &of, const QString &key)
    {
        return YamlFields(node, of.path(key), m_problems);
    }
    YamlFields item(const YamlNode &node, const YamlFields &of, const QString &key, qsizetype index)
    {
        return YamlFields(node, of.itemPath(key, index), m_problems);
    }

    const Playbook &m_playbook;
    const Playbook *m_base;
    PhaseRule &m_phase;
    PlaybookLines::Phase &m_lines;
    YamlProblems &m_problems;
};

void ItemReading::read(YamlFields &fields)
{
    readSteps(fields);
    const auto nodes = fields.list(u"checklists"_s, playbookListMost, Presence::Optional);
    for (qsizetype i = 0; i < nodes.size(); ++i)
        readChecklist(nodes[i], item(nodes[i], fields, u"checklists"_s, i));
    if (m_phase.items.isEmpty() && !fields.has(u"steps"_s) && !fields.has(u"checklists"_s))
        fields.complain(u"steps"_s, u"steps or checklists, at least one"_s);
}

void ItemReading::readSteps(YamlFields &fields)
{
    const QString key = u"steps"_s;
    if (!fields.has(key))
        return;
    const auto nodes = fields.list(key, playbookListMost);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        YamlFields step = item(nodes[i], fields, key, i);
        ItemRule rule;
        rule.id = idAt(step, u"id"_s);
        rule.title = step.text(u"title"_s, playbookTitleMost);
        if (step.value(u"done_when"_s, Presence::Required))
            readDoneWhen(step, rule);
        rule.gate = readinessGateAt(step);
        rule.owner = ownerAt(step, Owners::RolesAndPartner);
        rule.source = sourceAt(step);
        rule.runbook = runbookAt(step);
        step.refuseUnknown();
        m_phase.items.append(rule);
        m_lines.items.append(nodes[i].line);
    }
}

void ItemReading::readChecklist(const YamlNode &node, YamlFields fields)
{
    if (fields.has(u"use"_s)) {
        useChecklist(fields, node.line);
        return;
    }
    ChecklistRule checklist;
    checklist.id = idAt(fields, u"id"_s);
    checklist.title = fields.text(u"title"_s, playbookTitleMost);
    checklist.source = sourceAt(fields);
    if (fields.value(u"column"_s, Presence::Optional))
        checklist.topic = enumAt(fields, u"column"_s, allBoardTopics, boardTopicName);
    checklist.after = wordsAt(fields, u"after"_s, Presence::Optional);
    ItemRule given;
    given.checklist = checklist.id;
    given.source = checklist.source;
    given.owner = ownerAt(fields, Owners::RolesAndPartner, Presence::Optional);
    if (given.owner.isEmpty())
        given.owner = m_phase.owner;
    given.gate = readinessGateAt(fields);
    given.runbook = runbookAt(fields, Presence::Optional);
    given.appliesWhen = readAppliesWhen(fields);
    const auto nodes = fields.list(u"items"_s, playbookListMost);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        m_phase.items.append(readItem(item(nodes[i], fields, u"items"_s, i), given));
        m_lines.items.append(nodes[i].line);
    }
    fields.refuseUnknown();
    m_phase.checklists.append(checklist);
}

// As it stands in the base, with the owner, gate and source that it has there.
void ItemReading::useChecklist(YamlFields &fields, int line)
{
    const QString id = idAt(fields, u"use"_s);
    fields.refuseUnknown();
    const ChecklistRule *found = m_base ? m_base->checklist(id) : nullptr;
    if (!found) {
        fields.complain(u"use"_s, m_base ? u"a checklist of %1"_s.arg(m_base->id)
                                         : u"nothing, as the playbook extends no other"_s);
        return;
    }
    m_phase.checklists.append(*found);
    for (const PhaseRule &phase : m_base->phases) {
        for (const ItemRule &rule : phase.items) {
            if (rule.checklist != id)
                continue;
            m_phase.items.append(rule);
            m_lines.items.append(line);
        }
    }
}

ItemRule ItemReading::readItem(YamlFields fields, const ItemRule &given)
{
    ItemRule rule = given;
    const auto orGiven = [](const QString &own, const QString &other) { return own.isEmpty() ? other : own; };
    rule.id = idAt(fields, u"id"_s);
    rule.title = fields.text(u"title"_s, playbookTitleMost);
    rule.group = fields.text(u"group"_s, playbookTitleMost, Presence::Optional);
    rule.owner = orGiven(ownerAt(fields, Owners::RolesAndPartner, Presence::Optional), given.owner);
    rule.team = fields.text(u"team"_s, playbookTitleMost, Presence::Optional);
    if (const auto gate = readinessGateAt(fields))
        rule.gate = gate;
    rule.source = orGiven(sourceAt(fields, Presence::Optional), given.source);
    rule.runbook = orGiven(runbookAt(fields, Presence::Optional), given.runbook);
    rule.note = fields.text(u"note"_s, playbookSentenceMost, Presence::Optional);
    rule.appliesWhen += readAppliesWhen(fields);
    rule.evidence = fields.oneOf(u"evidence"_s, {u"not_asked"_s, u"required"_s}, 0) == 1 ? EvidenceRule::Required
                                                                                         : EvidenceRule::NotAsked;
    rule.weight = flagAt(fields, u"optional"_s) ? ItemWeight::Optional : ItemWeight::Counts;
    rule.inReview = flagAt(fields, u"in_review"_s);
    if (fields.value(u"done_when"_s, Presence::Optional))
        readDoneWhen(fields, rule);
    if (const YamlNode *value = fields.value(u"value"_s, Presence::Optional))
        rule.value = readValue(inside(*value, fields, u"value"_s));
    readExpected(fields, rule);
    const bool byFact = rule.condition != Condition::Recorded;
    if (byFact && (rule.value || rule.evidence == EvidenceRule::Required))
        fields.complain(u"done_when"_s, u"no value and no evidence beside it: a fact makes it done"_s);
    if (rule.inReview && !rule.value)
        fields.complain(u"in_review"_s, u"only where there is a value"_s);
    fields.refuseUnknown();
    return rule;
}

void ItemReading::readDoneWhen(YamlFields &fields, ItemRule &item)
{
    const QString key = u"done_when"_s;
    if (const auto requirement = requirementIn(*fields.value(key, Presence::Required), fields, key)) {
        item.condition = requirement->condition;
        item.argument = requirement->argument;
    }
}

// {item: sso-required, is: "yes"}, or a list of answers.
QList<Applicability> ItemReading::readAppliesWhen(YamlFields &fields)
{
    const QString key = u"applies_when"_s;
    const YamlNode *node = fields.value(key, Presence::Optional);
    if (!node)
        return {};
    YamlFields when = inside(*node, fields, key);
    Applicability applies;
    applies.item = idAt(when, u"item"_s);
    const YamlNode *is = when.value(u"is"_s, Presence::Required);
    if (is && is->kind == YamlNode::Kind::List)
        applies.answers = wordsAt(when, u"is"_s, Presence::Required);
    else if (is)
        applies.answers = QStringList{when.text(u"is"_s, playbookTitleMost)};
    when.refuseUnknown();
    return {applies};
}

ValueRule ItemReading::readValue(YamlFields fields)
{
    ValueRule value;
    value.type = enumAt(fields, u"type"_s, allValueTypes, valueTypeName);
    switch (value.type) {
    case ValueType::Text: value.textMost = fields.number(u"most"_s, 1, 4000, value.textMost); break;
    case ValueType::Number: readNumber(fields, value); break;
    case ValueType::Choice:
        value.choices = readChoices(fields);
        value.other = flagAt(fields, u"other"_s);
        break;
    case ValueType::Profile:
        for (const ProfileRule &profile : m_playbook.profiles) {
            if (profile.waitsFor.isEmpty())
                value.choices.append({profile.id, profile.title});
        }
        if (value.choices.isEmpty())
            fields.complain(u"type"_s, u"another type, as no policy profile can be active"_s);
        break;
    case ValueType::Table: readTable(fields, value); break;
    case ValueType::Date:
    case ValueType::YesNo: break;
    }
    fields.refuseUnknown();
    return value;
}

void ItemReading::readNumber(YamlFields &fields, ValueRule &value)
{
    const auto bound = [&fields](const QString &key) -> std::optional<qint64> {
        if (!fields.value(key, Presence::Optional))
            return std::nullopt;
        return fields.number(key, 0, 999'999'999);
    };
    value.least = bound(u"least"_s);
    value.most = bound(u"most"_s);
    if (value.least && value.most && *value.least > *value.most)
        fields.complain(u"most"_s, u"no less than least"_s);
    value.unit = fields.text(u"unit"_s, 40, Presence::Optional);
}

QList<ChoiceRule> ItemReading::readChoices(YamlFields &fields)
{
    const QString key = u"choices"_s;
    QList<ChoiceRule> choices;
    const auto nodes = fields.list(key, choicesMost);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        YamlFields choice = item(nodes[i], fields, key, i);
        const ChoiceRule rule{choice.word(u"code"_s, u"[a-z0-9][a-z0-9_-]{0,39}"_s,
                                          u"lower-case letters, digits, hyphens and underscores, 40 at most"_s),
                              choice.text(u"title"_s, playbookTitleMost)};
        const bool taken = std::any_of(choices.cbegin(), choices.cend(),
                                       [&](const ChoiceRule &other) { return other.code == rule.code; });
        if (taken || rule.code == otherCode)
            choice.complain(u"code"_s, u"each code once, and not \"other\""_s);
        choice.refuseUnknown();
        choices.append(rule);
    }
    return choices;
}

void ItemReading::readTable(YamlFields &fields, ValueRule &value)
{
    const auto columns = fields.list(u"columns"_s, 20);
    for (qsizetype i = 0; i < columns.size(); ++i)
        value.columns.append(readColumn(item(columns[i], fields, u"columns"_s, i)));
    const auto rows = fields.list(u"rows"_s, rowsMost, Presence::Optional);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        YamlFields row = item(rows[i], fields, u"rows"_s, i);
        value.rows.append({kindAt(row, u"key"_s), row.text(u"title"_s, playbookTitleMost)});
        row.refuseUnknown();
    }
    QStringList keys{u"row"_s};
    for (const ColumnRule &column : std::as_const(value.columns))
        keys.append(column.key);
    if (keys.removeDuplicates() > 0)
        fields.complain(u"columns"_s, u"each key once, and none of them \"row\""_s);
    QStringList rowKeys;
    for (const RowRule &row : std::as_const(value.rows))
        rowKeys.append(row.key);
    if (rowKeys.removeDuplicates() > 0)
        fields.complain(u"rows"_s, u"each key once"_s);
    if (!value.rows.isEmpty())
        return;
    value.rowsLeast = fields.number(u"rows_least"_s, 0, rowsMost, 1);
    value.rowsMost = fields.number(u"rows_most"_s, 1, rowsMost, value.rowsMost);
    if (value.rowsLeast > value.rowsMost)
        fields.complain(u"rows_most"_s, u"no less than rows_least"_s);
}

ColumnRule ItemReading::readColumn(YamlFields fields)
{
    static constexpr ValueType cellTypes[] = {ValueType::Text, ValueType::Number, ValueType::Date, ValueType::YesNo,
                                              ValueType::Choice};
    ColumnRule column;
    column.key = kindAt(fields, u"key"_s);
    column.title = fields.text(u"title"_s, playbookTitleMost);
    column.type = enumAt(fields, u"type"_s, cellTypes, valueTypeName, std::optional(ValueType::Text));
    if (column.type == ValueType::Choice)
        column.choices = readChoices(fields);
    column.required = flagAt(fields, u"required"_s);
    fields.refuseUnknown();
    return column;
}

void ItemReading::readExpected(YamlFields &fields, ItemRule &item)
{
    const QString key = u"expected"_s;
    const YamlNode *node = fields.value(key, Presence::Optional);
    if (!node)
        return;
    item.expected = node->kind == YamlNode::Kind::List ? wordsAt(fields, key, Presence::Required)
                                                       : QStringList{fields.text(key, playbookTitleMost)};
    const bool choice = item.value && item.value->type == ValueType::Choice;
    const bool yesNo = item.value && item.value->type == ValueType::YesNo;
    const auto isAnswer = [&](const QString &code) {
        return yesNo ? code == yesCode || code == noCode
                     : choice && (item.value->choice(code) || (item.value->other && code == otherCode));
    };
    if (!std::all_of(item.expected.cbegin(), item.expected.cend(), isAnswer))
        fields.complain(key, u"answers that the value takes, a yes_no or a choice"_s);
}

} // namespace

void readItems(YamlFields &fields, const Playbook &playbook, const Playbook *base, PhaseRule &phase,
               PlaybookLines::Phase &lines, YamlProblems &problems)
{
    ItemReading(playbook, base, phase, lines, problems).read(fields);
}

} // namespace gatehouse::formats
