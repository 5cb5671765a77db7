#include "domain/itemvalue.h"

#include "domain/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace gatehouse::domain {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

constexpr auto rowKey = QLatin1StringView("row");
constexpr int cellMost = 1000;
constexpr int otherMost = 200;
// Beyond it a double no longer tells one whole number from the next.
constexpr double numberMost = 1e15;

Error wrong(const QString &subject, ValueType type, QStringList details = {})
{
    details.prepend(QString(valueTypeName(type)));
    return {ErrorKind::Invalid, ErrorCode::ItemValueWrong, subject, details};
}

QStringList codesOf(const QList<ChoiceRule> &choices)
{
    QStringList codes;
    for (const ChoiceRule &choice : choices)
        codes.append(choice.code);
    return codes;
}

// By code, or by title whatever the case, as people copy it from the list.
Result<QJsonValue> checkedChoice(const QString &raw, const ValueRule &rule, const QString &subject)
{
    const QString text = raw.trimmed();
    for (const ChoiceRule &choice : rule.choices) {
        if (choice.code == text || choice.title.compare(text, Qt::CaseInsensitive) == 0)
            return QJsonValue(choice.code);
    }
    const QString prefix = QString(otherCode) + QLatin1Char(':');
    QStringList codes = codesOf(rule.choices);
    if (rule.other)
        codes.append(prefix + QStringLiteral(" ..."));
    if (!rule.other || !text.startsWith(prefix, Qt::CaseInsensitive))
        return wrong(subject, rule.type, codes);
    const auto own = checkedText(text.mid(prefix.size()), subject, 1, otherMost);
    if (!own)
        return own.error();
    return QJsonValue(prefix + QLatin1Char(' ') + *own);
}

Result<QJsonValue> checkedAnswer(const QString &raw, const QString &subject)
{
    const QString text = raw.trimmed().toLower();
    if (text == yesCode || text == noCode)
        return QJsonValue(text);
    return wrong(subject, ValueType::YesNo, {QString(yesCode), QString(noCode)});
}

Result<QJsonValue> checkedNumber(const QJsonValue &raw, const ValueRule &rule, const QString &subject)
{
    static const QRegularExpression decimal(QStringLiteral("\\A-?[0-9]{1,15}(\\.[0-9]{1,6})?\\z"));
    double number = raw.toDouble(std::nan(""));
    if (raw.isString() && decimal.match(raw.toString().trimmed()).hasMatch())
        number = raw.toString().trimmed().toDouble();
    const bool inside = std::isfinite(number) && std::abs(number) <= numberMost
                        && (!rule.least || number >= double(*rule.least))
                        && (!rule.most || number <= double(*rule.most));
    if (inside)
        return QJsonValue(number == 0 ? 0.0 : number); // no minus zero
    return wrong(
        subject, ValueType::Number,
        {rule.least ? QString::number(*rule.least) : QString(), rule.most ? QString::number(*rule.most) : QString()});
}

Result<QJsonValue> checkedScalar(const QJsonValue &raw, const ValueRule &rule, const QString &subject)
{
    if (rule.type == ValueType::Number)
        return checkedNumber(raw, rule, subject);
    if (!raw.isString())
        return wrong(subject, rule.type, codesOf(rule.choices));
    const auto asValue = [](const Result<QString> &checked) -> Result<QJsonValue> {
        if (!checked)
            return checked.error();
        return QJsonValue(*checked);
    };
    switch (rule.type) {
    case ValueType::Text: return asValue(checkedText(raw.toString(), subject, 1, rule.textMost, TextShape::Lines));
    case ValueType::Date: return asValue(checkedDate(raw.toString().trimmed(), subject));
    case ValueType::YesNo: return checkedAnswer(raw.toString(), subject);
    case ValueType::Choice:
    case ValueType::Profile: return checkedChoice(raw.toString(), rule, subject);
    case ValueType::Number:
    case ValueType::Table: break;
    }
    return wrong(subject, rule.type);
}

ValueRule ruleOf(const ColumnRule &column)
{
    ValueRule rule;
    rule.type = column.type;
    rule.textMost = cellMost;
    rule.choices = column.choices;
    return rule;
}

bool isBlank(const QJsonValue &cell)
{
    return cell.isUndefined() || cell.isNull() || (cell.isString() && cell.toString().trimmed().isEmpty());
}

// Cells that are left blank are left out; unknown columns are refused.
Result<QJsonObject> checkedCells(const QJsonObject &raw, const ValueRule &rule, const QString &path)
{
    QStringList known{QString(rowKey)};
    for (const ColumnRule &column : rule.columns)
        known.append(column.key);
    const QStringList keys = raw.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            return Error{ErrorKind::Invalid, ErrorCode::KeyUnknown, path + QLatin1Char('.') + key, {}};
    }
    QJsonObject cells;
    for (const ColumnRule &column : rule.columns) {
        const QJsonValue cell = raw.value(column.key);
        if (isBlank(cell))
            continue;
        auto checked = checkedScalar(cell, ruleOf(column), path + QLatin1Char('.') + column.key);
        if (!checked)
            return checked.error();
        cells.insert(column.key, *checked);
    }
    return cells;
}

Result<QJsonValue> checkedFreeRows(const QJsonArray &raw, const ValueRule &rule, const QString &subject)
{
    if (raw.size() > rule.rowsMost)
        return wrong(subject, ValueType::Table, {QString::number(rule.rowsMost)});
    QJsonArray rows;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(subject).arg(i);
        if (!raw.at(i).isObject() || raw.at(i).toObject().contains(rowKey))
            return wrong(path, ValueType::Table);
        auto cells = checkedCells(raw.at(i).toObject(), rule, path);
        if (!cells)
            return cells.error();
        if (!cells->isEmpty())
            rows.append(*cells);
    }
    return QJsonValue(rows);
}

// In the order of the rule, whatever the order they were given in.
Result<QJsonValue> checkedFixedRows(const QJsonArray &raw, const ValueRule &rule, const QString &subject)
{
    QHash<QString, QJsonObject> given;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(subject).arg(i);
        const QString row = raw.at(i).toObject().value(rowKey).toString();
        const bool known =
            std::any_of(rule.rows.cbegin(), rule.rows.cend(), [&](const RowRule &each) { return each.key == row; });
        if (!known || given.contains(row)) {
            QStringList keys;
            for (const RowRule &each : rule.rows)
                keys.append(each.key);
            return wrong(path + QLatin1Char('.') + rowKey, ValueType::Choice, keys);
        }
        auto cells = checkedCells(raw.at(i).toObject(), rule, path);
        if (!cells)
            return cells.error();
        given.insert(row, *cells);
    }
    QJsonArray rows;
    for (const RowRule &row : rule.rows) {
        QJsonObject cells = given.value(row.key);
        if (cells.isEmpty())
            continue;
        cells.insert(rowKey, row.key);
        rows.append(cells);
    }
    return QJsonValue(rows);
}

// Columns that are required, filled in every row that has to be there.
bool isWhole(const QJsonArray &rows, const ValueRule &rule)
{
    const qsizetype wanted = rule.rows.isEmpty() ? rule.rowsLeast : rule.rows.size();
    return rows.size() >= wanted && std::all_of(rows.cbegin(), rows.cend(), [&](const QJsonValue &row) {
               return std::all_of(rule.columns.cbegin(), rule.columns.cend(), [&](const ColumnRule &column) {
                   return !column.required || !isBlank(row.toObject().value(column.key));
               });
           });
}

QString titleOf(const QString &code, const QList<ChoiceRule> &choices)
{
    const auto found =
        std::find_if(choices.cbegin(), choices.cend(), [&](const ChoiceRule &choice) { return choice.code == code; });
    return found == choices.cend() ? code : found->title;
}

QString shownScalar(const QJsonValue &value, const QList<ChoiceRule> &choices)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return titleOf(value.toString(), choices);
}

QString shownRow(const QJsonObject &row, const ValueRule &rule)
{
    QStringList cells;
    for (const RowRule &each : rule.rows) {
        if (each.key == row.value(rowKey).toString())
            cells.append(each.title);
    }
    for (const ColumnRule &column : rule.columns) {
        if (row.contains(column.key))
            cells.append(shownScalar(row.value(column.key), column.choices));
    }
    return cells.join(QStringLiteral(", "));
}

} // namespace

Result<QJsonValue> checkedValue(const QJsonValue &raw, const ItemRule &item)
{
    const ValueRule &rule = *item.value;
    if (rule.type != ValueType::Table)
        return checkedScalar(raw, rule, item.id);
    if (!raw.isArray())
        return wrong(item.id, ValueType::Table);
    return rule.rows.isEmpty() ? checkedFreeRows(raw.toArray(), rule, item.id)
                               : checkedFixedRows(raw.toArray(), rule, item.id);
}

QString storedValue(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    return QString::fromUtf8(canonicalJson({{QStringLiteral("value"), value}}));
}

QJsonValue valueOf(const QString &stored)
{
    if (stored.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return QJsonDocument::fromJson(stored.toUtf8()).object().value(QLatin1StringView("value"));
}

QString answerIn(const QString &stored)
{
    // Cut out instead of parsed: the board asks for hundreds of thousands. A code holds nothing that JSON escapes.
    static const QString before = QStringLiteral("{\"value\":\"");
    static const QString after = QStringLiteral("\"}");
    if (!stored.startsWith(before) || !stored.endsWith(after))
        return {};
    const QString code = stored.mid(before.size(), stored.size() - before.size() - after.size());
    return code.startsWith(QString(otherCode) + QLatin1Char(':')) ? QString(otherCode) : code;
}

Completeness completeness(const QString &stored, const ItemRule &item)
{
    if (stored.isEmpty())
        return Completeness::Incomplete;
    const ValueRule &rule = *item.value;
    bool whole = true;
    switch (rule.type) {
    case ValueType::Text:
    case ValueType::Date: whole = stored.startsWith(QLatin1StringView("{\"value\":\"")); break;
    case ValueType::Number: whole = !stored.startsWith(QLatin1StringView("{\"value\":\"")); break;
    case ValueType::YesNo: whole = answerIn(stored) == yesCode || answerIn(stored) == noCode; break;
    case ValueType::Choice:
    case ValueType::Profile: {
        const QString answer = answerIn(stored);
        whole = rule.choice(answer) || (rule.other && answer == otherCode);
        break;
    }
    case ValueType::Table: {
        const QJsonValue value = valueOf(stored);
        whole = value.isArray() && isWhole(value.toArray(), rule);
        break;
    }
    }
    return whole ? Completeness::Complete : Completeness::Incomplete;
}

QString shownValue(const QJsonValue &value, const ValueRule &rule)
{
    if (!value.isArray())
        return shownScalar(value, rule.choices);
    QStringList rows;
    const QJsonArray array = value.toArray();
    for (const auto &row : array)
        rows.append(shownRow(row.toObject(), rule));
    return rows.join(QStringLiteral("; "));
}

} // namespace gatehouse::domain
