#include "store/statement.h"

#include <QSqlError>
#include <QVariant>

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;

namespace {

enum class Storable { Yes, No };

Storable isStorable(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (character.isNull() || character.isLowSurrogate())
            return Storable::No;
        // SQLite gives these two back as U+FFFD.
        if (character.unicode() >= 0xfffe)
            return Storable::No;
        if (!character.isHighSurrogate())
            continue;
        if (++i == text.size() || !text[i].isLowSurrogate())
            return Storable::No;
    }
    return Storable::Yes;
}

} // namespace

QString Row::text(int column) const
{
    const QString value = m_query.value(column).toString();
    return value.isNull() ? QStringLiteral("") : value;
}

QString Row::textOrNull(int column) const
{
    return m_query.isNull(column) ? QString() : text(column);
}

qint64 Row::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

Instant Row::instant(int column) const
{
    return {integer(column)};
}

std::optional<Instant> Row::instantOrNone(int column) const
{
    return m_query.isNull(column) ? std::optional<Instant>() : instant(column);
}

Statement::Statement(Connection &connection, const QString &sql) : m_connection(connection)
{
    // A failed PostgreSQL transaction refuses everything, which would hide the reason.
    if (connection.poison()) {
        m_error = connection.poison();
        return;
    }
    Error error;
    m_query = connection.prepared(sql, error);
    if (!m_query)
        m_error = error;
}

void Statement::bindValue(const QVariant &value)
{
    if (m_query)
        m_query->bindValue(m_position++, value);
}

Statement &Statement::bind(const QString &value)
{
    if (isStorable(value) == Storable::No && !m_error)
        m_error = m_connection.poisonWith({ErrorKind::Invalid, ErrorCode::TextForbidden, {}, {}});
    // Qt binds a null string as NULL.
    bindValue(value.isNull() ? QStringLiteral("") : value);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    bindValue(QVariant::fromValue(value));
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    bindValue(value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement &Statement::bind(const std::optional<Instant> &value)
{
    bindValue(value ? QVariant::fromValue(value->ms) : QVariant(QMetaType(QMetaType::LongLong)));
    return *this;
}

Statement &Statement::bindOrNull(const QString &value)
{
    if (!value.isEmpty())
        return bind(value);
    bindValue(QVariant(QMetaType(QMetaType::QString)));
    return *this;
}

Result<void> Statement::execute()
{
    if (m_error)
        return *m_error;
    if (!m_query->exec())
        return endWith(m_connection.failure(m_query->lastError()));
    return {};
}

Result<void> Statement::run()
{
    auto done = affected();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<qint64> Statement::affected()
{
    // SQLite would let a read transaction write.
    if (!m_connection.mayWrite())
        return endWith({ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("a write in a read transaction"), {}});
    if (auto done = execute(); !done)
        return done.error();
    const qint64 rows = m_query->numRowsAffected();
    m_query->finish();
    return rows;
}

Result<void> Statement::expectOne(const Error &otherwise)
{
    auto rows = affected();
    if (!rows)
        return rows.error();
    return *rows == 1 ? Result<void>() : Result<void>(m_connection.poisonWith(otherwise));
}

Result<void> Statement::beginReading()
{
    return execute();
}

bool Statement::next()
{
    return m_query->next();
}

Result<void> Statement::endReading()
{
    // next() answers false at the end and after an error alike.
    if (m_query->lastError().isValid())
        return endWith(m_connection.failure(m_query->lastError()));
    m_query->finish();
    return {};
}

Error Statement::endWith(Error error)
{
    if (m_query)
        m_query->finish();
    return m_connection.poisonWith(std::move(error));
}

Result<qint64> Statement::number()
{
    auto value = first<qint64>([](const Row &row) { return Result<qint64>(row.integer(0)); });
    if (!value)
        return value.error();
    if (!*value)
        return m_connection.poisonWith({ErrorKind::Corrupt, ErrorCode::WorkspaceCorrupt, m_connection.place(), {}});
    return **value;
}

} // namespace gatehouse::store
