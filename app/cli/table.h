#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::cli {

// Rows under aligned headers, two spaces apart, for people. Cells are made visible; a cell is one line.
class Table
{
public:
    explicit Table(QStringList headers);
    void addRow(const QStringList &cells);
    bool isEmpty() const { return m_rows.size() == 1; }
    // Ends with a line break.
    QString text() const;

private:
    QList<QStringList> m_rows;
};

// "Label:  value" lines with the values aligned; rows with an empty value are left out.
class Facts
{
public:
    void add(const QString &label, const QString &value);
    QString text() const;

private:
    struct Row
    {
        QString label;
        QString value;
    };
    QList<Row> m_rows;
};

} // namespace gatehouse::cli
