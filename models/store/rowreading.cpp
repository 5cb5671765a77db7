#include "store/rowreading.h"

#include <QJsonDocument>

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

Error corruptRow(QLatin1StringView table)
{
    return {ErrorKind::Corrupt, ErrorCode::WorkspaceCorrupt, QString(table), {}};
}

Result<domain::Role> roleOf(const Row &row, int column, QLatin1StringView table)
{
    auto role = domain::roleFromName(row.text(column));
    return role ? role : Result<domain::Role>(corruptRow(table));
}

Result<QJsonObject> jsonOf(const Row &row, int column, QLatin1StringView table)
{
    // Qt's reader will do: the text is canonical JSON that we wrote.
    const auto document = QJsonDocument::fromJson(row.text(column).toUtf8());
    return document.isObject() ? Result<QJsonObject>(document.object()) : Result<QJsonObject>(corruptRow(table));
}

} // namespace gatehouse::store
