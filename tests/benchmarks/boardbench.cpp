#include "benchmarks/boardbench.h"

#include "benchmarks/boardfixture.h"
#include "benchmarks/measurement.h"
#include "benchmarks/paintwatch.h"
#include "benchmarks/stocktable.h"

#include <QElapsedTimer>
#include <QHash>

namespace gatehouse::bench {

using itemmodels::BoardModel;

namespace {

constexpr int rounds = 7;
// performance.md: resident memory of the console with a hundred thousand partners.
constexpr double memoryLimitMb = 160;

// Common and rare words, a second word, letters beyond ASCII, terms, an owner.
const QStringList &typedTexts()
{
    static const QStringList texts{QStringLiteral("calder"),    QStringLiteral("capital 77"),
                                   QStringLiteral("société"),   QStringLiteral("stage:setup"),
                                   QStringLiteral("blocked e"), QStringLiteral("okafor 1")};
    return texts;
}

class BoardBench
{
public:
    BoardBench(const QString &folder, int partners) : m_folder(folder), m_partners(partners) { }

    void run()
    {
        load();
        printMemory(QStringLiteral("board-memory"), m_partners, residentMegabytes(), memoryLimitMb);
        m_board->page().resize(m_board->page().size() + QSize(1600, 1000) - m_board->table().size());
        m_watch = std::make_unique<PaintWatch>(m_board->page());
        m_stock = std::make_unique<StockTable>(m_board->table());
        m_stock->show();
        m_stockWatch = std::make_unique<PaintWatch>(*m_stock);

        measureRepaint();
        measureFilter(QStringLiteral("board-filter"));
        m_board->page().setGrouping(BoardModel::Grouping::None);
        measureFilter(QStringLiteral("board-filter-ungrouped"));
        m_board->page().setGrouping(BoardModel::Grouping::NextMove);
        m_board->table().sortByColumn(BoardModel::Partner, Qt::DescendingOrder);
        measureFilter(QStringLiteral("board-filter-sorted"));
        m_board->table().sortByColumn(BoardModel::SlaClock, Qt::AscendingOrder);
        measureSort();
        measureGrouping();
        measureChange();
        m_watch.reset();
        m_board.reset();
        measureStart();
    }

private:
    void load()
    {
        m_board = std::make_unique<BoardFixture>(m_folder);
        m_board->start();
        waitUntil([this] { return m_board->isLoaded(); });
    }

    // A repaint of Qt's own table, taken between the samples it is compared with, since machines are noisy.
    void bare()
    {
        m_bare.add(m_stockWatch->untilPainted([this] { m_stock->viewport()->update(); }));
    }

    void print(const QString &name, const Samples &samples) { printLine(name, m_partners, samples, m_bare.median()); }

    void measureStart()
    {
        Samples first;
        Samples all;
        Samples blocked;
        for (int round = 0; round < rounds; ++round) {
            BoardFixture board(m_folder);
            PaintWatch watch(board.page());
            QElapsedTimer sinceStart;
            first.add(watch.untilPainted([&] {
                sinceStart.start();
                board.start();
                waitUntil([&] { return board.model().rowCount() > 0; });
            }));
            blocked.add(longestPass([&] { return board.isLoaded(); }));
            watch.settle();
            all.add(static_cast<double>(sinceStart.nsecsElapsed()) / 1e6);
        }
        printLine(QStringLiteral("board-first-screen"), m_partners, first);
        printLine(QStringLiteral("board-all-rows"), m_partners, all);
        printLine(QStringLiteral("board-longest-block-of-load"), m_partners, blocked);
    }

    void measureRepaint()
    {
        Samples board;
        m_bare = {};
        for (int round = 0; round < 10 * rounds; ++round) {
            bare();
            board.add(m_watch->untilPainted([this] { m_board->table().viewport()->update(); }));
        }
        printLine(QStringLiteral("board-bare-repaint"), m_partners, m_bare);
        print(QStringLiteral("board-repaint"), board);
    }

    // Every beginning of every text, typed and taken back; then the one that takes longest.
    void measureFilter(const QString &name)
    {
        QHash<QString, Samples> byText;
        Samples all;
        m_bare = {};
        m_board->page().focusFilter();
        for (int round = 0; round < rounds; ++round) {
            for (const QString &text : typedTexts()) {
                for (int length = 1; length <= text.size(); ++length)
                    key(byText, text.mid(length - 1, 1), QStringLiteral("+") + text.left(length));
                for (int length = static_cast<int>(text.size()); length > 0; --length)
                    key(byText, QString(), QStringLiteral("-") + text.left(length));
            }
        }
        Samples slowest;
        for (const Samples &samples : std::as_const(byText)) {
            all.add(samples);
            if (slowest.isEmpty() || samples.median() > slowest.median())
                slowest = samples;
        }
        print(name, all);
        print(name + QStringLiteral("-slowest-key"), slowest);
    }

    void key(QHash<QString, Samples> &byText, const QString &letter, const QString &text)
    {
        bare();
        byText[text].add(m_watch->untilPainted([&] { m_board->type(letter); }));
    }

    void measureSort()
    {
        Samples all;
        Samples slowest;
        m_bare = {};
        for (int column = 0; column < BoardModel::columns; ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                Samples samples;
                for (int round = 0; round < rounds; ++round) {
                    m_board->table().sortByColumn((column + 1) % BoardModel::columns, order);
                    m_watch->settle();
                    bare();
                    samples.add(m_watch->untilPainted([&] { m_board->table().sortByColumn(column, order); }));
                }
                all.add(samples);
                if (slowest.isEmpty() || samples.median() > slowest.median())
                    slowest = samples;
            }
        }
        m_board->table().sortByColumn(BoardModel::SlaClock, Qt::AscendingOrder);
        print(QStringLiteral("board-sort"), all);
        print(QStringLiteral("board-sort-slowest-column"), slowest);
    }

    void measureGrouping()
    {
        using Grouping = BoardModel::Grouping;
        Samples all;
        m_bare = {};
        for (int round = 0; round < rounds; ++round) {
            for (const Grouping grouping : {Grouping::Stage, Grouping::Owner, Grouping::None, Grouping::NextMove}) {
                bare();
                all.add(m_watch->untilPainted([&] { m_board->page().setGrouping(grouping); }));
            }
        }
        print(QStringLiteral("board-group"), all);
    }

    // A partner that somebody else changed: one that stays in its place, and one that moves within the first screen.
    void measureChange()
    {
        Samples stays;
        Samples moves;
        m_bare = {};
        domain::PartnerSummary row = *m_board->model().partnerAt(m_board->model().index(5, 0));
        const base::Instant deadline = row.slaDeadline;
        for (int round = 0; round < 10 * rounds; ++round) {
            bare();
            row.blockerCount = 1 + round % 2;
            row.blocker = domain::Blocker{};
            stays.add(m_watch->untilPainted([&] { Q_EMIT m_board->feed().changed({row}, row.updatedAt); }));
            row.slaDeadline = deadline + (round % 2 ? 0 : -30 * base::msPerDay);
            moves.add(m_watch->untilPainted([&] { Q_EMIT m_board->feed().changed({row}, row.updatedAt); }));
        }
        print(QStringLiteral("board-change"), stays);
        print(QStringLiteral("board-change-moves"), moves);
    }

    QString m_folder;
    int m_partners;
    std::unique_ptr<BoardFixture> m_board;
    std::unique_ptr<PaintWatch> m_watch;
    std::unique_ptr<StockTable> m_stock;
    std::unique_ptr<PaintWatch> m_stockWatch;
    Samples m_bare;
};

} // namespace

void measureBoard(const QString &folder, int partners)
{
    BoardBench(folder, partners).run();
}

} // namespace gatehouse::bench
