#pragma once

#include "base/result.h"
#include "domain/itemrule.h"

#include <QJsonValue>

namespace gatehouse::domain {

struct Playbook;

// Values of items. As JSON: text, dates and codes of answers are strings ("yes", "eu", "other: Switzerland"), numbers
// are numbers, a table is a list of objects whose keys are its columns, of fixed rows with the row's key under "row".

// The value in the form that is stored. Errors (Invalid): ItemValueWrong, whose subject is the item (of a table
// "item[2].column") and whose arguments say what is expected: the type's name, then of a choice its codes, of a number
// its least and most value; text errors of checkedText, KeyUnknown (a column), DateMalformed. Numbers may be given as
// text.
base::Result<QJsonValue> checkedValue(const QJsonValue &raw, const ItemRule &item);

// {"value": ...} in canonical bytes, or empty for none.
QString storedValue(const QJsonValue &value);
// Undefined where `stored` is empty or none of ours.
QJsonValue valueOf(const QString &stored);
// The code of a stored answer, without words of one's own: "other: Switzerland" is "other"; empty for other values.
QString answerIn(const QString &stored);

// Whether nothing that has to be filled in is missing. What does not fit the rule, as after a move to another version
// of a playbook, is not complete.
enum class Completeness { Complete, Incomplete };
Completeness completeness(const QString &stored, const ItemRule &item);

// For people, in one line: titles instead of codes, "3 rows" is left to the caller: of a table the filled cells, rows
// apart by "; ".
QString shownValue(const QJsonValue &value, const ValueRule &rule);

} // namespace gatehouse::domain
