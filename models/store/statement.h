#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "store/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::store {

// One row of an answer, while it is read. Columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) { }

    QString text(int column) const; // NULL reads as empty
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    base::Instant instant(int column) const;
    std::optional<base::Instant> instantOrNone(int column) const;
    QString textOrNull(int column) const; // NULL reads as a null string

private:
    const QSqlQuery &m_query;
};

// A statement with its values, in the order of its "?". Prepared once for each connection and text. Every failure
// poisons the transaction. Each statement object is run once.
class Statement
{
public:
    Statement(Connection &connection, const QString &sql);

    // Text that not both databases keep is refused when run, Invalid/TextForbidden: NUL, lone surrogates, U+FFFE,
    // U+FFFF.
    Statement &bind(const QString &value);
    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(qint64(value)); }
    Statement &bind(const QByteArray &value);
    Statement &bind(base::Instant value) { return bind(value.ms); }
    Statement &bind(const std::optional<base::Instant> &value);
    // Empty text becomes NULL.
    Statement &bindOrNull(const QString &value);

    base::Result<void> run();
    // Rows changed.
    base::Result<qint64> affected();
    // Exactly one row changes, else `otherwise`: on PostgreSQL a row that one may not see is changed without an error.
    base::Result<void> expectOne(const base::Error &otherwise);

    // All rows. `read` gives base::Result<T> of a Row, and runs no statement.
    template <class T, class Read>
    base::Result<QList<T>> list(const Read &read)
    {
        QList<T> values;
        if (auto begun = beginReading(); !begun)
            return begun.error();
        while (next()) {
            base::Result<T> value = read(Row(*m_query));
            if (!value)
                return endWith(value.error());
            values.append(*std::move(value));
        }
        if (auto ended = endReading(); !ended)
            return ended.error();
        return values;
    }

    // The first row, if there is one.
    template <class T, class Read>
    base::Result<std::optional<T>> first(const Read &read)
    {
        auto values = list<T>(read);
        if (!values)
            return values.error();
        return values->isEmpty() ? std::optional<T>() : std::optional<T>(std::move(values->first()));
    }

    // The one number that the statement answers; Corrupt when it answers no row.
    base::Result<qint64> number();

private:
    base::Result<void> execute();
    base::Result<void> beginReading();
    bool next();
    base::Result<void> endReading();
    base::Error endWith(base::Error error);
    void bindValue(const QVariant &value);

    Connection &m_connection;
    QSqlQuery *m_query = nullptr;
    std::optional<base::Error> m_error;
    int m_position = 0;
};

} // namespace gatehouse::store
