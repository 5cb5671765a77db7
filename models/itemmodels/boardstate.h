#pragma once

#include "itemmodels/boardfilter.h"
#include "itemmodels/boardlayout.h"

namespace gatehouse::itemmodels {

// What stands behind BoardModel: columns, order and layout, and the signals that a change of them needs.
class BoardModel::State
{
public:
    explicit State(BoardModel &model) : m_model(model) { }

    BoardColumns columns;
    BoardFilter::Context context;
    QString filterText;
    View view = View::All;
    BoardOrder order;
    BoardLayout layout;
    RowSet shown; // passes filter and view
    Words words;

    void setRows(const QList<domain::PartnerSummary> &rows);
    void applyChanges(const QList<domain::PartnerSummary> &rows);
    // Sorted and laid out anew, as one layout change.
    void resort();
    void refilter();
    bool tick(); // whether other partners are shown now
    void regroup(Grouping grouping);
    void rename(const QHash<QString, QString> &names);
    void setFilter(const QString &text);
    void setFolded(int row, Folding folding);

    Group describe(const BoardLayout::Group &group) const;

private:
    // A row by what outlives a change: the partner's id, or a group's name within its grouping.
    struct Anchor
    {
        QString partner;
        Grouping grouping;
        QString group;
        int column;
    };
    // Where a partner stood before it changed.
    struct Before
    {
        std::optional<quint32> group; // none: it was not shown
        int row = -1;                 // -1: not shown, or its group is folded
    };

    void relayout(const std::function<void()> &change);
    QList<Anchor> anchors(const QModelIndexList &indexes) const;
    QModelIndexList indexesOf(const QList<Anchor> &anchors) const;
    RowSet passing() const;
    void show();
    bool passes(int slot) const;
    void install(BoardColumns made);
    void prepare(const QList<domain::PartnerSummary> &rows);

    void applyOne(const domain::PartnerSummary &row);
    void applyMany(const QList<domain::PartnerSummary> &rows);
    Before before(int slot);
    void settle(int slot, const Before &was);
    void settleInGroup(int slot, quint32 key, int row);
    void settleAcross(int slot, const Before &was, std::optional<quint32> now);
    void ensureGroup(quint32 key);
    void dropGroupIfEmpty(quint32 key);
    void rowChanged(int row);
    void headerChanged(quint32 key);

    BoardModel &m_model;
    BoardFilter m_filter;
    quint64 m_load = 0; // of the newest load
    bool m_preparing = false;
    QHash<QString, domain::PartnerSummary> m_meanwhile; // changes given while a load is prepared
};

} // namespace gatehouse::itemmodels
