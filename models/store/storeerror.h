#pragma once

#include "base/result.h"
#include "store/dialect.h"

#include <QString>

namespace gatehouse::store {

// What a database said about a statement that failed. `text` may hold bound values (PostgreSQL's does): it is looked at
// for names of ours and goes no further.
struct Complaint
{
    Dialect dialect = Dialect::Sqlite;
    QString code; // QSqlError::nativeErrorCode(): SQLite's extended result code, or SQLSTATE
    QString text;
    QString place; // path or address, for errors of the whole database
};

// The error a door can show. The code alone decides; the text only tells which constraint or rule of ours it was.
base::Error errorOf(const Complaint &complaint);

// The rule GHnnn that a trigger of the schema raised; Internal for an unknown one. `argument`: what follows the number
// in SQLite's text.
base::Error errorOfRule(const QString &rule, const QString &argument);

// "uq_partners_slug" of either dialect's message about a constraint; empty when it names none.
QString constraintNamed(const Complaint &complaint);

// True for errors after which the connection itself can't be used any more.
enum class ConnectionState { Usable, Lost };
ConnectionState stateAfter(const Complaint &complaint);

} // namespace gatehouse::store
