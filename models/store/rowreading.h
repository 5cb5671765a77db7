#pragma once

#include "domain/permissions.h"
#include "domain/roles.h"
#include "store/statement.h"

#include <QJsonObject>
#include <QLatin1StringView>

namespace gatehouse::store {

// What a row holds although no program of ours writes it: Corrupt/WorkspaceCorrupt with the table's name.
base::Error corruptRow(QLatin1StringView table);

base::Result<domain::Role> roleOf(const Row &row, int column, QLatin1StringView table);
base::Result<QJsonObject> jsonOf(const Row &row, int column, QLatin1StringView table);

// The value of `names` at which the column's text stands.
template <class Enum, std::size_t N>
base::Result<Enum> enumOf(const Row &row, int column, const QLatin1StringView (&names)[N], QLatin1StringView table)
{
    const QString text = row.text(column);
    for (std::size_t i = 0; i < N; ++i) {
        if (text == names[i])
            return Enum(i);
    }
    return corruptRow(table);
}

} // namespace gatehouse::store
