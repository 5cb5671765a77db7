#pragma once

#include "itemmodels/boardmodel.h"

#include <QStringList>

namespace gatehouse::test {

// Models as text, one row a line, so that a failing comparison shows what a person would see.

inline QString nameOf(domain::NextMove move)
{
    static const QStringList names{QStringLiteral("ours"), QStringLiteral("partners"), QStringLiteral("on track")};
    return names.at(static_cast<int>(move));
}

inline QString nameOf(domain::Stage stage)
{
    static const QStringList names{QStringLiteral("pre-sales"), QStringLiteral("contract"),
                                   QStringLiteral("setup"),     QStringLiteral("validation"),
                                   QStringLiteral("go-live"),   QStringLiteral("hypercare")};
    return names.at(static_cast<int>(stage));
}

inline QString nameOf(const itemmodels::BoardModel::Group &group)
{
    using Grouping = itemmodels::BoardModel::Grouping;
    switch (group.grouping) {
    case Grouping::NextMove: return nameOf(group.move);
    case Grouping::Stage: return nameOf(group.stage);
    case Grouping::Owner: return group.owner.isEmpty() ? QStringLiteral("nobody") : group.ownerName;
    case Grouping::None: break;
    }
    return {};
}

// "# ours 2", "# ours 2 folded", or the partner's name.
inline QString printedRow(const itemmodels::BoardModel &model, int row)
{
    using itemmodels::BoardModel;
    const QModelIndex index = model.index(row, 0);
    if (index.data(BoardModel::RowKindRole).value<BoardModel::RowKind>() == BoardModel::RowKind::Partner)
        return index.data().toString();
    const auto group = index.data(BoardModel::GroupRole).value<BoardModel::Group>();
    const bool folded = group.folding == BoardModel::Folding::Folded;
    return QStringLiteral("# %1 %2%3")
        .arg(nameOf(group))
        .arg(group.count)
        .arg(folded ? QStringLiteral(" folded") : QString());
}

inline QStringList printedRows(const itemmodels::BoardModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(printedRow(model, row));
    return lines;
}

// All on one line: "# ours 2; Arden; Calder; # on track 1; Terrace".
inline QString printed(const itemmodels::BoardModel &model)
{
    return printedRows(model).join(QStringLiteral("; "));
}

} // namespace gatehouse::test
