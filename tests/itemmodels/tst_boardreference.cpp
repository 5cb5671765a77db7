#include "itemmodels/boardmodel.h"

#include "itemmodels/boardrows.h"
#include "itemmodels/modelmirror.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QMap>
#include <QRandomGenerator>

// The board against a second one that does everything the plain, slow way, through a few thousand random changes.
class TestBoardReference : public QObject
{
    Q_OBJECT

    using BoardModel = gatehouse::itemmodels::BoardModel;
    using Summary = gatehouse::domain::PartnerSummary;
    using SlaState = gatehouse::domain::SlaState;
    using DossierState = gatehouse::domain::DossierState;
    using ApprovalStatus = gatehouse::domain::ApprovalStatus;
    using Grouping = BoardModel::Grouping;
    using View = BoardModel::View;

    struct Reference
    {
        QMap<QString, Summary> rows;
        QHash<QString, QString> names;
        QString filter;
        View view = View::All;
        Grouping grouping = Grouping::NextMove;
        BoardModel::Column column = BoardModel::SlaClock;
        Qt::SortOrder direction = Qt::AscendingOrder;
        QSet<QString> folded;

        QStringList print() const;
        QString groupOf(const Summary &row) const;
        QStringList groups() const;
        bool matches(const Summary &row) const;
        bool inView(const Summary &row) const;
        bool before(const Summary &a, const Summary &b) const;
        int compare(const Summary &a, const Summary &b) const;
    };

    static int names(const QString &a, const QString &b)
    {
        QCollator collator{QLocale(QLocale::English)};
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        return collator.compare(a, b);
    }

    static bool runs(const Summary &row)
    {
        return row.sla == SlaState::Running || row.sla == SlaState::AtRisk || row.sla == SlaState::Breached;
    }

    static int sign(qint64 difference) { return difference < 0 ? -1 : difference > 0; }

    // By running clocks and deadline, then paused ones by age, then the rest.
    static int compareClocks(const Summary &a, const Summary &b)
    {
        const auto tier = [](const Summary &row) { return runs(row) ? 0 : row.sla == SlaState::Paused ? 1 : 2; };
        if (tier(a) != tier(b))
            return tier(a) - tier(b);
        if (tier(a) == 0)
            return sign(a.slaDeadline.ms - b.slaDeadline.ms);
        return tier(a) == 1 ? sign(a.slaPausedSince->ms - b.slaPausedSince->ms) : 0;
    }

    static Summary randomRow(QRandomGenerator &random, int number)
    {
        static const QStringList heads{QStringLiteral("Calder"), QStringLiteral("Éclair"), QStringLiteral("arden"),
                                       QStringLiteral("Łódź"), QStringLiteral("Iron")};
        Summary row =
            gatehouse::test::partnerNamed(QStringLiteral("%1 %2").arg(heads.at(random.bounded(5))).arg(number));
        row.id = QStringLiteral("id%1").arg(number);
        row.owner = random.bounded(3) ? QStringLiteral("owner%1").arg(random.bounded(4)) : QString();
        row.stage = static_cast<gatehouse::domain::Stage>(random.bounded(6));
        row.move = static_cast<gatehouse::domain::NextMove>(random.bounded(3));
        row.approval = static_cast<ApprovalStatus>(random.bounded(6));
        row.dossier = static_cast<DossierState>(random.bounded(6));
        row.dossierDays = random.bounded(-20, 20);
        row.blockerCount = random.bounded(3);
        row.sla = static_cast<SlaState>(random.bounded(7));
        row.slaDeadline = {gatehouse::test::boardNow + random.bounded(-5, 5) * gatehouse::base::msPerSecond};
        row.slaTargetMs = 1000;
        row.slaUsedMs = random.bounded(2000);
        if (row.sla == SlaState::Paused)
            row.slaPausedSince = gatehouse::domain::Instant{gatehouse::test::boardNow - random.bounded(5)};
        row.updatedAt = {gatehouse::test::boardNow + random.bounded(10)};
        return row;
    }

    static void randomSetting(QRandomGenerator &random, BoardModel &model, Reference &reference)
    {
        static const QStringList filters{{},
                                         QStringLiteral("calder"),
                                         QStringLiteral("e"),
                                         QStringLiteral("lodz 1"),
                                         QStringLiteral("ltd owner1"),
                                         QStringLiteral("nothing at all")};
        switch (random.bounded(6)) {
        case 0:
            reference.filter = filters.at(random.bounded(static_cast<int>(filters.size())));
            return model.setFilter(reference.filter);
        case 1: reference.view = static_cast<View>(random.bounded(5)); return model.setView(reference.view);
        case 2:
            reference.grouping = static_cast<Grouping>(random.bounded(4));
            return model.setGrouping(reference.grouping);
        case 3:
            reference.column = static_cast<BoardModel::Column>(random.bounded(BoardModel::columns));
            reference.direction = random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
            return model.setSort(reference.column, reference.direction);
        case 4:
            reference.names = {{QStringLiteral("owner1"), QStringLiteral("Zoë %1").arg(random.bounded(3))},
                               {QStringLiteral("owner2"), QStringLiteral("anna")}};
            return model.setNames(reference.names);
        default: return randomFold(random, model, reference);
        }
    }

    static void randomFold(QRandomGenerator &random, BoardModel &model, Reference &reference)
    {
        const QStringList groups = reference.groups();
        if (reference.grouping == Grouping::None || groups.isEmpty())
            return;
        const QString &group = groups.at(random.bounded(static_cast<int>(groups.size())));
        const QString key = QString::number(static_cast<int>(reference.grouping)) + group;
        const bool fold = !reference.folded.contains(key);
        fold ? (void)reference.folded.insert(key) : (void)reference.folded.remove(key);
        for (int row = 0, header = 0; row < model.rowCount(); ++row) {
            if (model.partnerAt(model.index(row, 0)))
                continue;
            if (header++ == groups.indexOf(group))
                return model.setFolded(model.index(row, 0),
                                       fold ? BoardModel::Folding::Folded : BoardModel::Folding::Open);
        }
    }

    static void randomChange(QRandomGenerator &random, BoardModel &model, Reference &reference)
    {
        const int dice = random.bounded(20);
        if (dice == 0) {
            reference.rows.remove(QStringLiteral("id%1").arg(random.bounded(40)));
            return model.setRows(reference.rows.values());
        }
        const int rows = dice == 1 ? 80 : random.bounded(3);
        QList<Summary> changes;
        for (int i = 0; i < rows; ++i)
            changes.append(randomRow(random, random.bounded(40)));
        for (const Summary &row : changes)
            reference.rows.insert(row.id, row);
        if (dice == 2)
            return model.setRows(reference.rows.values());
        model.applyChanges(changes);
    }

private Q_SLOTS:
    void agreesWithAPlainBoard_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void agreesWithAPlainBoard()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        BoardModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Reference reference;
        gatehouse::test::ModelMirror mirror(model);
        QHash<QString, QPersistentModelIndex> held;
        for (int step = 0; step < 250; ++step) {
            random.bounded(3) ? randomChange(random, model, reference) : randomSetting(random, model, reference);
            QCOMPARE(gatehouse::test::printedRows(model), reference.print());
            QCOMPARE(mirror.rows(), reference.print());
            for (auto at = held.begin(); at != held.end(); ++at) {
                if (at->isValid())
                    QCOMPARE(at->row(), model.rowOfPartner(at.key()));
            }
            const QString id = QStringLiteral("id%1").arg(random.bounded(40));
            if (model.rowOfPartner(id) >= 0)
                held[id] = model.index(model.rowOfPartner(id), random.bounded(BoardModel::columns));
            for (int view = 0; view < 5; ++view) {
                Reference all = reference;
                all.view = static_cast<View>(view);
                const auto in = std::count_if(all.rows.begin(), all.rows.end(),
                                              [&](const Summary &row) { return all.inView(row); });
                QCOMPARE(model.count(all.view), static_cast<int>(in));
            }
        }
    }
};

QString TestBoardReference::Reference::groupOf(const Summary &row) const
{
    switch (grouping) {
    case Grouping::NextMove: return gatehouse::test::nameOf(row.move);
    case Grouping::Stage: return gatehouse::test::nameOf(row.stage);
    case Grouping::Owner: return row.owner;
    case Grouping::None: break;
    }
    return {};
}

// Names of the groups that have members, in order.
QStringList TestBoardReference::Reference::groups() const
{
    QStringList found;
    for (const Summary &row : rows) {
        if (matches(row) && inView(row) && !found.contains(groupOf(row)))
            found.append(groupOf(row));
    }
    QStringList order;
    if (grouping == Grouping::Owner) {
        order = found;
        std::sort(order.begin(), order.end(), [this](const QString &a, const QString &b) {
            if (a.isEmpty() || b.isEmpty())
                return !a.isEmpty() && b.isEmpty();
            return TestBoardReference::names(names.value(a, a), names.value(b, b)) < 0;
        });
        return order;
    }
    for (int i = 0; i < 6; ++i) {
        const QString name = grouping == Grouping::Stage
                                 ? gatehouse::test::nameOf(static_cast<gatehouse::domain::Stage>(i))
                             : grouping == Grouping::NextMove && i < 3
                                 ? gatehouse::test::nameOf(static_cast<gatehouse::domain::NextMove>(i))
                                 : QString();
        if (found.contains(name) && !order.contains(name))
            order.append(name);
    }
    return order;
}

bool TestBoardReference::Reference::matches(const Summary &row) const
{
    QString text =
        QStringList{row.name, row.legalName, row.slug, names.value(row.owner, row.owner)}.join(u'\n').toLower();
    text.replace(QStringLiteral("é"), QStringLiteral("e")).replace(QStringLiteral("ë"), QStringLiteral("e"));
    text.replace(QStringLiteral("ó"), QStringLiteral("o")).replace(QStringLiteral("ł"), QStringLiteral("l"));
    text.replace(QStringLiteral("ź"), QStringLiteral("z"));
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

bool TestBoardReference::Reference::inView(const Summary &row) const
{
    switch (view) {
    case View::All: return true;
    case View::AwaitingReview:
        return row.approval == ApprovalStatus::PendingReview
               || (row.approval == ApprovalStatus::Approved && row.changedSinceDecision);
    case View::SlaAtRisk: return row.sla == SlaState::AtRisk || row.sla == SlaState::Breached;
    case View::Blocked: return row.blockerCount > 0;
    case View::DossiersExpiring: return row.dossier == DossierState::Expiring || row.dossier == DossierState::Expired;
    }
    return false;
}

// By the sort column: negative, zero or positive.
int TestBoardReference::Reference::compare(const Summary &a, const Summary &b) const
{
    const auto lastUnless = [](bool aHas, bool bHas, int otherwise) {
        return aHas != bHas ? (aHas ? -1 : 1) : aHas ? otherwise : 0;
    };
    const int way = direction == Qt::AscendingOrder ? 1 : -1;
    switch (column) {
    case BoardModel::Partner: return way * TestBoardReference::names(a.name, b.name);
    case BoardModel::Stage: return way * (static_cast<int>(a.stage) - static_cast<int>(b.stage));
    case BoardModel::Dossier: {
        static const QList<DossierState> order{DossierState::Expired, DossierState::Missing, DossierState::Partial,
                                               DossierState::Expiring, DossierState::Current};
        const auto rank = [](const Summary &row) { return order.indexOf(row.dossier); };
        const bool byDays = a.dossier != DossierState::Missing && a.dossier != DossierState::Partial;
        const int days = byDays ? sign(a.dossierDays - b.dossierDays) : 0;
        return lastUnless(rank(a) >= 0, rank(b) >= 0, way * (rank(a) != rank(b) ? sign(rank(a) - rank(b)) : days));
    }
    case BoardModel::Approval: {
        static const QList<ApprovalStatus> order{ApprovalStatus::PendingReview, ApprovalStatus::Suspended,
                                                 ApprovalStatus::Rejected, ApprovalStatus::NotSubmitted,
                                                 ApprovalStatus::Approved};
        const auto rank = [](const Summary &row) { return order.indexOf(row.approval); };
        return lastUnless(rank(a) >= 0, rank(b) >= 0, way * sign(rank(a) - rank(b)));
    }
    case BoardModel::Blockers:
        return lastUnless(a.blockerCount > 0, b.blockerCount > 0, way * (b.blockerCount - a.blockerCount));
    case BoardModel::SlaClock: return lastUnless(runs(a), runs(b), way * compareClocks(a, b));
    case BoardModel::Owner: {
        const int less = TestBoardReference::names(names.value(a.owner, a.owner), names.value(b.owner, b.owner));
        return lastUnless(!a.owner.isEmpty(), !b.owner.isEmpty(), way * less);
    }
    case BoardModel::Updated: return way * sign(a.updatedAt.ms - b.updatedAt.ms);
    }
    return 0;
}

bool TestBoardReference::Reference::before(const Summary &a, const Summary &b) const
{
    if (const int first = compare(a, b))
        return first < 0;
    if (const int clocks = compareClocks(a, b))
        return clocks < 0;
    return TestBoardReference::names(a.name, b.name) < 0;
}

QStringList TestBoardReference::Reference::print() const
{
    QStringList lines;
    for (const QString &group : groups()) {
        QList<Summary> members;
        for (const Summary &row : rows) {
            if (matches(row) && inView(row) && groupOf(row) == group)
                members.append(row);
        }
        std::sort(members.begin(), members.end(), [this](const Summary &a, const Summary &b) { return before(a, b); });
        const bool isFolded = folded.contains(QString::number(static_cast<int>(grouping)) + group);
        const QString title = grouping != Grouping::Owner ? group
                              : group.isEmpty()           ? QStringLiteral("nobody")
                                                          : names.value(group, group);
        if (grouping != Grouping::None)
            lines.append(QStringLiteral("# %1 %2%3")
                             .arg(title)
                             .arg(members.size())
                             .arg(isFolded ? QStringLiteral(" folded") : QString()));
        for (const Summary &row : members) {
            if (grouping == Grouping::None || !isFolded)
                lines.append(row.name);
        }
    }
    return lines;
}

GATEHOUSE_TEST(TestBoardReference)

#include "tst_boardreference.moc"
