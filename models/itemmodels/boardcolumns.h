#pragma once

#include "itemmodels/boardmodel.h"
#include "itemmodels/nameorder.h"
#include "itemmodels/searchtext.h"
#include "itemmodels/slotindex.h"
#include "itemmodels/sortkey.h"

#include <array>
#include <limits>

namespace gatehouse::itemmodels {

// What the board filters, groups and sorts by, as columns in memory, one value per partner, side by side: a pass over
// a hundred thousand takes a fraction of a millisecond. A partner keeps its slot until the next whole load. Value
// without a thread of its own: large boards are made in a worker and moved to the model.
struct BoardColumns
{
    static constexpr int views = 5;
    static constexpr int moves = 3;
    // slaLeft of a clock that does not run.
    static constexpr qint64 noClock = std::numeric_limits<qint64>::max();

    QList<domain::PartnerSummary> rows;
    SearchText text;
    NameOrder names;

    std::vector<quint8> stage;    // domain::Stage
    std::vector<quint8> move;     // domain::NextMove
    std::vector<quint8> approval; // domain::ApprovalStatus
    std::vector<quint8> dossier;  // bit per domain::DossierState, and changedBit
    std::vector<quint8> inViews;  // bit per BoardModel::View
    std::vector<qint64> slaLeft;  // working ms, negative when over, when it was read
    std::vector<quint32> slaRead; // index in readings
    std::vector<quint64> slaKey;  // sort key
    std::vector<quint32> owner;   // index in owners
    QStringList owners;           // subjects; 0: nobody
    // When clocks were read, and whose working time they count: few, since rows are read by pages.
    struct Reading
    {
        QString playbookId;
        int playbookVersion = 0;
        domain::Instant at;
    };
    QList<Reading> readings;

    std::array<int, views> viewCounts = {};
    std::array<int, moves> moveCounts = {};

    static constexpr quint8 changedBit = 1 << 7;

    explicit BoardColumns(const QLocale &locale = {});
    // Any thread.
    static BoardColumns make(QList<domain::PartnerSummary> rows, const QLocale &locale);

    int size() const { return static_cast<int>(rows.size()); }
    // -1 when there is none.
    int slotOf(const QString &id) const;
    // Of a partner that is there already.
    void replace(int slot, const domain::PartnerSummary &row);
    int add(const domain::PartnerSummary &row);

private:
    void resize(int size);
    void derive(int slot);
    void countIn(int slot, int by);
    quint32 ownerIndex(const QString &subject);
    quint32 readingIndex(const domain::PartnerSummary &row);

    SlotIndex m_slots;
    QHash<QString, quint32> m_ownerIndex;
    QHash<std::pair<std::pair<QString, int>, qint64>, quint32> m_readingIndex;
};

} // namespace gatehouse::itemmodels
