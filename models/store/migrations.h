#pragma once

#include "base/result.h"
#include "store/dialect.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::store {

// One numbered step of a schema, from resources/schema/<dialect>/NNNN_name.sql. Its first line is
// "-- min_compatible: N": the oldest program, by the number of its last migration, that may work with the result.
// Statements are separated by lines "-- ;;" and never at ";", which triggers and functions contain.
struct Migration
{
    int number = 0;
    QString name; // "workspace"
    int minCompatible = 0;
    QString checksum; // SHA-256 of the file
    QStringList statements;
};

// Error: Internal/Internal when the file does not have that form.
base::Result<Migration> readMigration(const QString &fileName, const QByteArray &bytes);

// The migrations that come with the program, 1, 2, ... without a gap.
base::Result<QList<Migration>> bundledMigrations(Dialect dialect);

} // namespace gatehouse::store
