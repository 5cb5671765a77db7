#pragma once

#include "base/result.h"

#include <QMap>
#include <QString>

namespace gatehouse::store {

// Where a PostgreSQL database is, as libpq keywords. Read here because QPSQL hands libpq a keyword string, in which a
// URI can't stand. https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
class PostgresAddress
{
public:
    // postgresql://[user[:password]@][host[:port],...][/dbname][?keyword=value&...] or "keyword=value keyword='a b'".
    // Adds what PostgresAuthorityFactory promises for what is left open.
    // Errors: Invalid/ValueUnknown (subject "address"), Invalid/TextForbidden (a keyword whose value QPSQL can't
    // carry).
    static base::Result<PostgresAddress> parse(const QString &address);

    QString value(const QString &keyword) const { return m_settings.value(keyword); }
    // Everything but host, dbname, user and password, quoted for libpq.
    QString otherOptions() const;
    // "database on host", without user or password.
    QString displayName() const;

private:
    base::Result<void> readUri(const QString &rest);
    base::Result<void> readKeywords(const QString &text);
    bool readAuthority(const QString &authority);
    void addDefaults();

    QMap<QString, QString> m_settings;
};

} // namespace gatehouse::store
