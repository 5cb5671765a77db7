#include "operations/feedear.h"
#include "support/testmain.h"

#include <atomic>

// How much is read at once, and playbooks that only a newer program has.
class TestBoardFeedChanges : public QObject
{
    Q_OBJECT

    using Desk = gatehouse::operationstest::Desk;
    using FeedEar = gatehouse::operationstest::FeedEar;

    // The same playbooks under a version that the program's own source doesn't have.
    class NewerPlaybooks final : public gatehouse::domain::PlaybookSource
    {
    public:
        explicit NewerPlaybooks(std::shared_ptr<const gatehouse::domain::PlaybookSource> source)
            : m_source(std::move(source))
        { }
        QList<gatehouse::domain::Playbook> latest() const override { return m_source->latest(); }
        gatehouse::base::Result<gatehouse::domain::Playbook> playbook(const QString &id, int) const override
        {
            auto found = m_source->playbook(id, 0);
            if (found)
                found->version = 99;
            return found;
        }

    private:
        std::shared_ptr<const gatehouse::domain::PlaybookSource> m_source;
    };

    // One playbook that can't be had for as long as a test wants.
    class BrokenPlaybooks final : public gatehouse::domain::PlaybookSource
    {
    public:
        explicit BrokenPlaybooks(std::shared_ptr<const gatehouse::domain::PlaybookSource> source)
            : m_source(std::move(source))
        { }
        std::atomic<bool> areBroken = true;
        QList<gatehouse::domain::Playbook> latest() const override { return m_source->latest(); }
        gatehouse::base::Result<gatehouse::domain::Playbook> playbook(const QString &id, int version) const override
        {
            using namespace gatehouse::base;
            if (id == QStringLiteral("broken") && areBroken)
                return Error{ErrorKind::Unreachable, ErrorCode::WorkspaceBusy, {}, {}};
            return m_source->playbook(id, version);
        }

    private:
        std::shared_ptr<const gatehouse::domain::PlaybookSource> m_source;
    };

    // So many that they are read in two pages; the last one alone has the broken playbook.
    static void fillTwoPages(Desk &desk)
    {
        using namespace gatehouse;
        const auto unit = Desk::expected(desk.root().authority().begin(domain::Access::Write));
        for (int i = 1; i <= 1000; ++i) {
            auto partner = storetest::somePartner(QStringLiteral("z%1").arg(i, 4, 10, QLatin1Char('0')),
                                                  desk.root().subject(), unit->now());
            if (i == 1000)
                partner.playbookId = QStringLiteral("broken");
            STORE_VERIFY(unit->partners().insert(partner));
        }
        STORE_VERIFY(unit->commit());
    }

private Q_SLOTS:
    void aWiderSightIsReadAgainWhenItsLoadFailed()
    {
        using namespace gatehouse;
        using namespace gatehouse::operationstest;
        Desk desk(On::Sqlite);
        Person &staff = desk.person(QStringLiteral("staff"));
        desk.newPartner({staff.subject()});
        fillTwoPages(desk);
        const auto playbooks = std::make_shared<BrokenPlaybooks>(desk.playbooks());
        FeedEar ear(desk, staff.caller(), {}, {}, playbooks);
        ear.look();
        QCOMPARE(ear.rows.size(), 1);
        STORE_VERIFY(desk.root().run(grant(staff.subject(), domain::Role::Support)));
        QCOMPARE(ear.look(), QStringList{QStringLiteral("failed: workspace-busy")});
        playbooks->areBroken = false;
        QVERIFY(ear.look().constLast().startsWith(QStringLiteral("loaded: ")));
        QCOMPARE(ear.rows.size(), 1001);
    }

    void moreThanALimitIsReadByPages()
    {
        using namespace gatehouse::operations;
        using More = BoardPage::Rows::More;
        Desk desk(gatehouse::operationstest::On::Sqlite);
        BoardPage query;
        query.afterEvent = desk.root().ask(BoardPage{})->upToEvent;
        const QStringList partners{desk.newPartner(), desk.newPartner()};
        query.limit = 2;
        QCOMPARE(desk.root().ask(query)->rows.size(), 2);
        query.limit = 1;
        QVERIFY(desk.root().ask(query)->more == More::Everything);
        query.afterEvent = desk.root().ask(BoardPage{})->upToEvent;
        QVERIFY(desk.root().ask(query)->more == More::No);
        query.also = partners;
        QVERIFY(desk.root().ask(query)->more == More::Everything);
        QVERIFY(desk.root().ask(query)->rows.isEmpty());
    }

    void anUnknownPlaybookTakesNoOthersDown()
    {
        using namespace gatehouse;
        Desk desk(operationstest::On::Sqlite);
        const QTemporaryDir cache;
        desk.newPartner();
        const NewerPlaybooks newer(desk.playbooks());
        operationstest::Person later(desk.root().subject(), desk.root().caller(), desk.files().authority(), newer,
                                     desk.files().ids);
        STORE_VERIFY(later.run(operationstest::submission(
            Desk::application(QStringLiteral("Later"), {QStringLiteral("l")}), QStringLiteral("l"))));
        const auto rows = desk.root().ask(operations::ListPartners{});
        STORE_VERIFY(rows);
        QCOMPARE(rows->size(), 2);
        const domain::PartnerSummary &row = rows->first();
        QCOMPARE(row.name, QStringLiteral("Later"));
        QCOMPARE(row.move, domain::NextMove::Ours);
        QVERIFY(row.blocker && row.blocker->kind == domain::BlockerKind::PlaybookUnknown);
        QCOMPARE(row.blocker->subject, QStringLiteral("otc-partner@99"));
        QCOMPARE(row.approval, domain::ApprovalStatus::NotUsed);

        // The program that knows it reads it again although nothing happened; one that doesn't, not at every look.
        FeedEar ear(desk, desk.root().caller(), cache.path());
        QVERIFY(ear.look().constLast().startsWith(QStringLiteral("loaded: ")));
        QCOMPARE(ear.look(), QStringList{QStringLiteral("nothing")});
        FeedEar next(desk, desk.root().caller(), cache.path(), {}, std::make_shared<NewerPlaybooks>(desk.playbooks()));
        next.look();
        for (const domain::PartnerSummary &known : std::as_const(next.rows))
            QCOMPARE(known.approval, domain::ApprovalStatus::NotSubmitted);
    }
};

GATEHOUSE_TEST(TestBoardFeedChanges)

#include "tst_boardfeed_changes.moc"
