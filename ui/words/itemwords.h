#pragma once

#include "domain/readiness.h"

namespace gatehouse::words {

QString itemStateWords(domain::ItemState state); // "Done", "Not applicable", "Waits"
QString valueTypeWords(domain::ValueType type);  // "Text", "Yes or no", ...
// What an item is worth, for people: titles of answers, numbers with their unit, a date in full, rows of a table.
// Empty without one.
QString itemValueWords(const domain::ItemRule &rule, const QString &stored);
// What has to be given: "Yes or no", "One of Professional, Enterprise, Custom", "A date"; empty where nothing is.
QString wantedValueWords(const domain::ItemRule &rule);

// "Not used", "To do", "3/8", "Waiting 3/8", "Blocked 3/8", "On": a board column that checklists tell.
QString topicWords(const domain::TopicStanding &standing);

} // namespace gatehouse::words
