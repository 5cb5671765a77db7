#include "store/migrations.h"

#include "domain/text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Resources of a static library are there only once somebody asks for them; the macro must stand outside namespaces.
static void initSchema()
{
    Q_INIT_RESOURCE(schema);
}

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

Result<Migration> readMigration(const QString &fileName, const QByteArray &bytes)
{
    static const QRegularExpression nameShape(u"^(\\d{4})_([a-z0-9_]+)\\.sql\\z"_s);
    static const QRegularExpression headShape(u"^-- min_compatible: (\\d+)\\n"_s);
    const QString text = QString::fromUtf8(bytes);
    const auto name = nameShape.match(fileName);
    const auto head = headShape.match(text);
    if (!name.hasMatch() || !head.hasMatch())
        return Error{ErrorKind::Internal, ErrorCode::Internal, u"migration "_s + fileName, {}};
    return Migration{name.captured(1).toInt(), name.captured(2), head.captured(1).toInt(), domain::sha256Hex(bytes),
                     text.split(u"\n-- ;;\n"_s, Qt::SkipEmptyParts)};
}

Result<QList<Migration>> bundledMigrations(Dialect dialect)
{
    initSchema();
    const QDir folder(dialect == Dialect::Sqlite ? u":/schema/sqlite"_s : u":/schema/postgres"_s);
    QList<Migration> migrations;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Internal, ErrorCode::Internal, u"migration "_s + name, {}};
        auto migration = readMigration(name, file.readAll());
        if (!migration)
            return migration.error();
        if (migration->number != migrations.size() + 1)
            return Error{ErrorKind::Internal, ErrorCode::Internal, u"gap before migration "_s + name, {}};
        migrations.append(*std::move(migration));
    }
    return migrations;
}

} // namespace gatehouse::store
