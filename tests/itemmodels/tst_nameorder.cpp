#include "itemmodels/nameorder.h"

#include "itemmodels/slotindex.h"
#include "itemmodels/sortkey.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <numeric>

class TestNameOrder : public QObject
{
    Q_OBJECT

    using NameOrder = gatehouse::itemmodels::NameOrder;

    static std::vector<const QString *> pointers(const QStringList &names)
    {
        std::vector<const QString *> all;
        for (const QString &name : names)
            all.push_back(&name);
        return all;
    }

    static QString inOrder(const NameOrder &order, const QStringList &names)
    {
        QStringList sorted;
        for (const quint32 slot : order.order())
            sorted.append(names.at(slot));
        return sorted.join(u' ');
    }

private Q_SLOTS:
    void followsTheReadersLanguage()
    {
        const QStringList names{QStringLiteral("Öst"), QStringLiteral("zeta"), QStringLiteral("Zebra"),
                                QStringLiteral("oslo"), QStringLiteral("Alfa")};
        NameOrder english((QLocale(QLocale::English)));
        english.assign(pointers(names));
        QCOMPARE(inOrder(english, names), QStringLiteral("Alfa oslo Öst Zebra zeta"));
        NameOrder swedish((QLocale(QLocale::Swedish)));
        swedish.assign(pointers(names));
        QCOMPARE(inOrder(swedish, names), QStringLiteral("Alfa oslo Zebra zeta Öst"));
        NameOrder nobodys(QLocale::c());
        nobodys.assign(pointers(names));
        QCOMPARE(inOrder(nobodys, names), inOrder(english, names));
    }

    void equalNamesFollowTheirSlots()
    {
        const QStringList names{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("B"), QStringLiteral("a")};
        NameOrder order((QLocale(QLocale::English)));
        order.assign(pointers(names));
        QCOMPARE(order.order(), (std::vector<quint32>{1, 3, 0, 2}));
        QCOMPARE(order.rank(3), 1u);
    }

    // More than are sorted by keys at once, so that runs are merged.
    void manyNamesAreSortedAsFewAre()
    {
        QRandomGenerator random(3);
        QStringList names;
        for (int i = 0; i < 60'000; ++i)
            names.append(QStringLiteral("%1%2").arg(QChar(u'a' + random.bounded(26))).arg(random.bounded(20'000)));
        NameOrder order((QLocale(QLocale::English)));
        order.assign(pointers(names));
        QCOMPARE(order.order().size(), size_t(60'000));
        for (size_t i = 1; i < order.order().size(); ++i) {
            const auto a = static_cast<int>(order.order()[i - 1]);
            const auto b = static_cast<int>(order.order()[i]);
            QVERIFY(order.before(names.at(a), a, names.at(b), b));
            QCOMPARE(order.rank(b), static_cast<quint32>(i));
        }
    }

    void insertedAndRenamedNamesFindTheirPlace()
    {
        QStringList names{QStringLiteral("d"), QStringLiteral("b")};
        NameOrder order((QLocale(QLocale::English)));
        order.assign(pointers(names));
        const auto nameOf = [&names](int slot) { return names.at(slot); };
        names.append(QStringLiteral("c"));
        order.insert(2, names.at(2), nameOf);
        QCOMPARE(inOrder(order, names), QStringLiteral("b c d"));
        names[0] = QStringLiteral("a");
        order.rename(0, names.at(0), nameOf);
        QCOMPARE(inOrder(order, names), QStringLiteral("a b c"));
        for (int slot = 0; slot < 3; ++slot)
            QCOMPARE(order.order()[order.rank(slot)], static_cast<quint32>(slot));
    }

    void sortsStablyByAnyKey()
    {
        using namespace gatehouse::itemmodels;
        QRandomGenerator random(5);
        for (const quint64 spread : {quint64{1}, quint64{3}, quint64{5000}, SortKey::most}) {
            std::vector<quint64> keys;
            for (int i = 0; i < 3000; ++i) {
                const quint64 key = random.generate64() % spread;
                keys.push_back(random.bounded(4) ? key : key | SortKey::last);
            }
            std::vector<quint32> slots_(keys.size());
            std::iota(slots_.rbegin(), slots_.rend(), 0u);
            std::vector<quint32> expected = slots_;
            std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) { return keys[a] < keys[b]; });
            sortStably(slots_, keys);
            QCOMPARE(slots_, expected);
        }
    }

    void cellsWithoutAValueStayLastInEitherDirection()
    {
        namespace SortKey = gatehouse::itemmodels::SortKey;
        QVERIFY(SortKey::descending(7) > SortKey::descending(8));
        QVERIFY(SortKey::descending(0) < SortKey::last);
        QCOMPARE(SortKey::descending(SortKey::last | 5), SortKey::last | 5);
    }

    void slotsAreFoundByIdWhileTheyLive()
    {
        QStringList ids;
        const auto idOf = [&ids](int slot) { return ids.at(slot); };
        gatehouse::itemmodels::SlotIndex index;
        QCOMPARE(index.find(QStringLiteral("x"), idOf), -1);
        for (int slot = 0; slot < 1000; ++slot) {
            ids.append(QStringLiteral("id%1").arg(slot));
            index.add(idOf);
        }
        ids[500].clear();
        for (int slot = 0; slot < 1000; ++slot)
            QCOMPARE(index.find(QStringLiteral("id%1").arg(slot), idOf), slot == 500 ? -1 : slot);
        QCOMPARE(index.find(QString(), idOf), -1);
        index.assign(2, idOf);
        QCOMPARE(index.find(QStringLiteral("id1"), idOf), 1);
        QCOMPARE(index.find(QStringLiteral("id2"), idOf), -1);
    }
};

GATEHOUSE_TEST(TestNameOrder)

#include "tst_nameorder.moc"
