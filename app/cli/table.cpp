#include "cli/table.h"

#include "cli/terminaltext.h"
#include "words/textmarks.h"

namespace gatehouse::cli {

namespace {

QString cellText(const QString &raw)
{
    return visibleLine(words::plain(raw));
}

QString padded(const QString &text, int width)
{
    return text + QString(qMax(0, width - displayWidth(text)), QLatin1Char(' '));
}

} // namespace

Table::Table(QStringList headers)
{
    m_rows.append(std::move(headers));
}

void Table::addRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(cellText(cell));
    m_rows.append(row);
}

QString Table::text() const
{
    QList<int> widths(m_rows.constFirst().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = qMax(widths.at(column), displayWidth(row.at(column)));
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += padded(row.at(column), widths.at(column) + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

void Facts::add(const QString &label, const QString &value)
{
    if (!value.isEmpty())
        m_rows.append({label, visible(words::plain(value))});
}

QString Facts::text() const
{
    int width = 0;
    for (const Row &row : m_rows)
        width = qMax(width, displayWidth(row.label));
    QString text;
    for (const Row &row : m_rows) {
        // Further lines of a value stand under its first.
        QString value = row.value;
        value.replace(QLatin1Char('\n'), QLatin1Char('\n') + QString(width + 3, QLatin1Char(' ')));
        text += padded(row.label + QLatin1Char(':'), width + 3) + value + QLatin1Char('\n');
    }
    return text;
}

} // namespace gatehouse::cli
