#include "operations/feedear.h"
#include "support/testmain.h"

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

private Q_SLOTS:
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
