#include "words/itemwords.h"

#include "domain/itemvalue.h"
#include "domain/text.h"
#include "words/datewords.h"
#include "words/statustext.h"
#include "words/textmarks.h"

#include <QJsonArray>

namespace gatehouse::words {

using domain::ItemState;
using domain::TopicState;
using domain::ValueType;

QString itemStateWords(ItemState state)
{
    switch (state) {
    case ItemState::Done: return StatusText::tr("Done", "checklist item");
    case ItemState::Open: return StatusText::tr("Open", "checklist item");
    case ItemState::Blocked: return StatusText::tr("Blocked", "checklist item");
    case ItemState::Waiting: return StatusText::tr("Waits", "checklist item");
    case ItemState::Exempt: return StatusText::tr("Exempt", "checklist item");
    case ItemState::NotApplicable: return StatusText::tr("Not applicable", "checklist item");
    case ItemState::Undecided: return StatusText::tr("Depends", "checklist item: on an item without an answer");
    }
    Q_UNREACHABLE();
}

QString valueTypeWords(ValueType type)
{
    switch (type) {
    case ValueType::Text: return StatusText::tr("Text", "kind of value");
    case ValueType::Number: return StatusText::tr("Number", "kind of value");
    case ValueType::Date: return StatusText::tr("Date", "kind of value");
    case ValueType::YesNo: return StatusText::tr("Yes or no", "kind of value");
    case ValueType::Choice: return StatusText::tr("Choice", "kind of value");
    case ValueType::Profile: return StatusText::tr("Policy profile", "kind of value");
    case ValueType::Table: return StatusText::tr("Table", "kind of value");
    }
    Q_UNREACHABLE();
}

QString itemValueWords(const domain::ItemRule &rule, const QString &stored)
{
    const QJsonValue value = domain::valueOf(stored);
    if (!rule.value || value.isUndefined())
        return {};
    if (rule.value->type == ValueType::YesNo)
        return value.toString() == domain::yesCode ? StatusText::tr("Yes", "an answer")
                                                   : StatusText::tr("No", "an answer");
    if (rule.value->type == ValueType::Date)
        return dayWords(domain::dateFromIso(value.toString()), {});
    const QString shown = domain::shownValue(value, *rule.value);
    return rule.value->unit.isEmpty() ? shown
                                      : StatusText::tr("%1 %2", "a number, then its unit").arg(shown, rule.value->unit);
}

QString wantedValueWords(const domain::ItemRule &rule)
{
    if (!rule.value)
        return {};
    QStringList titles;
    for (const domain::ChoiceRule &choice : rule.value->choices)
        titles.append(choice.title);
    if (rule.value->other)
        titles.append(StatusText::tr("something else", "end of a list of choices"));
    return titles.isEmpty() ? valueTypeWords(rule.value->type)
                            : StatusText::tr("One of: %1", "a list of choices").arg(listOf(titles));
}

QString topicWords(const domain::TopicStanding &standing)
{
    const QString count = StatusText::tr("%1/%2", "items done, of how many").arg(standing.done).arg(standing.total);
    switch (standing.state) {
    case TopicState::NotUsed: return StatusText::tr("Not used", "a topic of the board");
    case TopicState::Todo: return StatusText::tr("To do", "a topic of the board");
    case TopicState::InProgress: return count;
    case TopicState::Waiting: return StatusText::tr("Waiting %1", "for the partner; items done").arg(count);
    case TopicState::Blocked: return StatusText::tr("Blocked %1", "items done").arg(count);
    case TopicState::Done: return StatusText::tr("Done", "a topic of the board");
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::words
