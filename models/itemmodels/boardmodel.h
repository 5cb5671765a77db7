#pragma once

#include "domain/calendar.h"
#include "domain/readiness.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>
#include <memory>

namespace gatehouse::itemmodels {

// The board: partners in rows, with the header rows of their groups among them. Flat, because a QTableView over rows of
// one height paints far faster than a tree, and filtered and sorted by itself, because a proxy over a hundred thousand
// rows is too slow. GUI thread only; nothing here blocks it: more rows than `atOnce` are prepared in a worker.
//
// Filtering, sorting, grouping and whole loads are one layout change; a changed partner is a data change, move, insert
// or removal of its own row. Persistent indexes follow their partner through all of them, so selection and scroll
// survive; the index of a partner that is filtered away becomes invalid.
class BoardModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Partner, Stage, Dossier, Approval, Blockers, SlaClock, Owner, Updated };
    Q_ENUM(Column)
    static constexpr int columns = Updated + 1;

    enum class RowKind { Partner, Group };
    Q_ENUM(RowKind)
    enum class Grouping { NextMove, Stage, Owner, None };
    Q_ENUM(Grouping)
    enum class Folding { Open, Folded };
    Q_ENUM(Folding)
    // Awaiting review: pending, or approved and changed since. SLA at risk: at risk or over. Blocked: any blocker.
    // Dossiers expiring: expiring or expired.
    enum class View { All, AwaitingReview, SlaAtRisk, Blocked, DossiersExpiring };
    Q_ENUM(View)

    // A group's header row as meaning; `move`, `stage` or `owner` is set as `grouping` says.
    struct Group
    {
        Grouping grouping = Grouping::None;
        domain::NextMove move = domain::NextMove::OnTrack;
        domain::Stage stage = domain::Stage::PreSales;
        QString owner; // subject; empty: partners without an owner
        QString ownerName;
        int count = 0; // partners in it that pass filter and view, folded or not
        Folding folding = Folding::Open;

        friend bool operator==(const Group &, const Group &) = default;
    };

    enum Role {
        RowKindRole = Qt::UserRole + 1, // RowKind
        SummaryRole,        // const domain::PartnerSummary *, valid until the model changes; null in headers
        GroupRole,          // Group, in headers
        PartnerIdRole,      // QString
        StageRole,          // domain::Stage
        NextMoveRole,       // domain::NextMove
        ApprovalStatusRole, // domain::ApprovalStatus
        DossierStateRole,   // domain::DossierState
        SlaStateRole,       // domain::SlaState
        OwnerNameRole,      // QString: display name, else the subject; empty without an owner
    };

    // Loads of up to this many rows are done when setRows() returns. 2,000 take about 2 ms.
    static constexpr int atOnce = 2000;

    explicit BoardModel(QObject *parent = nullptr);
    ~BoardModel() override;

    // All there is. The first load resets the model; later ones keep what is still there. Larger loads are prepared in
    // a worker (collating names takes longest): loaded() follows, changes given meanwhile are applied after it, a newer
    // load supersedes an older one.
    void setRows(const QList<domain::PartnerSummary> &rows);
    // Partners that were added or changed, whole.
    void applyChanges(const QList<domain::PartnerSummary> &rows);
    // Subject -> display name of operators.
    void setNames(const QHash<QString, QString> &names);
    // Whom `owner:me` means.
    void setSelf(const QString &subject);

    // How time goes on between readings: what `sla<1d` counts by. Without it clocks stand as they were read.
    struct Clock
    {
        std::function<domain::Instant()> now;
        std::function<const domain::BusinessCalendar &(const QString &playbookId, int version)> calendarOf;
    };
    void setClock(Clock clock);
    // Time has passed: who passes the filter may be others now.
    void tick();

    // Words and terms, all of which must hold; see BoardFilter. Text that is no filter yet (a term half typed) filters
    // by what is there.
    void setFilter(const QString &text);
    QString filter() const;
    void setView(View view);
    View view() const;
    // Inside groups. Ties, and all of it to begin with, by SLA deadline; paused clocks, then those without one, last in
    // either order, as are cells that have nothing to sort by.
    void setSort(Column column, Qt::SortOrder order);
    Column sortColumn() const;
    Qt::SortOrder sortOrder() const;
    void setGrouping(Grouping grouping);
    Grouping grouping() const;
    // Of the group whose header `index` is; remembered per grouping while the model lives.
    void setFolded(const QModelIndex &index, Folding folding);

    int partnerCount() const;               // all, whatever is filtered
    int shownCount() const;                 // those that pass filter and view, folded ones included
    int count(View view) const;             // of all
    int count(domain::NextMove move) const; // of all
    QList<Group> groups() const;

    // Row of the partner, -1 when unknown, filtered away or folded.
    int rowOfPartner(const QString &id) const;
    // The partner of a row, or null for a header. Valid until the model changes.
    const domain::PartnerSummary *partnerAt(const QModelIndex &index) const;
    // Also of partners that are not shown.
    const domain::PartnerSummary *partner(const QString &id) const;
    QString ownerName(const QString &subject) const;

    // Sentences are made by who knows words: asked for Qt::AccessibleTextRole, Qt::ToolTipRole and, outside Partner and
    // Owner, Qt::DisplayRole.
    using Words = std::function<QVariant(const QModelIndex &index, int role)>;
    void setWords(Words words);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    // What setRows() gave is in the model.
    void loaded();
    // Any of the counts may have changed.
    void countsChanged();

private:
    QVariant meaning(const domain::PartnerSummary &row, int role) const;

    class State;
    friend class State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse::itemmodels

Q_DECLARE_METATYPE(const gatehouse::domain::PartnerSummary *)
