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

// The one of `values` that `nameOf` calls what the column says.
template <class Enum, std::size_t N>
base::Result<Enum> enumOf(const Row &row, int column, const Enum (&values)[N], QLatin1StringView (*nameOf)(Enum),
                          QLatin1StringView table)
{
    const QString text = row.text(column);
    for (const Enum value : values) {
        if (text == nameOf(value))
            return value;
    }
    return corruptRow(table);
}

} // namespace gatehouse::store
