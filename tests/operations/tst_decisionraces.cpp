#include "operations/desk.h"
#include "support/testmain.h"

#include <latch>
#include <thread>

// Two hundred at once.
class TestDecisionRaces : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;
    using Person = gatehouse::operationstest::Person;
    using Result = gatehouse::base::Result<gatehouse::domain::Receipt>;
    using Verdict = gatehouse::domain::Verdict;

    static constexpr int many = 200;
    static constexpr int people = 8;

    BothDesks m_both;

    // So many root admins, with connections of their own for each thread.
    static QList<Person *> rootAdmins(Desk &desk)
    {
        QList<Person *> admins;
        for (int i = 0; i < people; ++i) {
            Person &person = desk.person(QStringLiteral("root%1").arg(i));
            admins.append(&person);
            Desk::expected(desk.root().run(
                gatehouse::operationstest::grant(person.subject(), gatehouse::domain::Role::RootAdmin)));
        }
        return admins;
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void ofTwoHundredDecisionsOnOneRevisionExactlyOneWinsAndTheOthersHearWhoAndWhen_data() { BothDesks::addDialects(); }
    void ofTwoHundredDecisionsOnOneRevisionExactlyOneWinsAndTheOthersHearWhoAndWhen()
    {
        DESK_ON_BOTH();
        const QList<Person *> admins = rootAdmins(desk);
        const QString partner = desk.reviewable();
        std::vector<Decide> acts;
        for (int i = 0; i < many; ++i)
            acts.push_back(desk.decision(partner, i % 2 == 0 ? Verdict::Approve : Verdict::Reject));
        std::vector<std::unique_ptr<Authority>> authorities(many);
        std::vector<std::optional<Result>> results(many);
        std::latch start(many);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < many; ++i) {
                threads.emplace_back([&, i] {
                    Person &person = *admins.at(i % people);
                    const auto authority = desk.files().authority(person.subject());
                    start.arrive_and_wait();
                    OperationRunner runner(*authority, *desk.playbooks(), desk.files().ids);
                    results[size_t(i)] =
                        runner.run(acts[size_t(i)], person.caller(), QStringLiteral("%1-%2").arg(partner).arg(i));
                });
            }
        }
        const auto decisions = desk.view(partner).facts.decisions;
        QCOMPARE(decisions.size(), 1);
        const QString told = QStringLiteral("decision %1 %2")
                                 .arg(decisions.constFirst().decidedAt.toIso(), decisions.constFirst().decidedBy);
        const QString verdict =
            QStringLiteral("verdict %1").arg(gatehouse::domain::verdictName(decisions.constFirst().verdict));
        int won = 0;
        for (const auto &result : results) {
            if (*result) {
                ++won;
                continue;
            }
            DESK_REFUSED(*result, ReviewChanged);
            const QStringList arguments{QStringLiteral("decision"), told, verdict};
            QCOMPARE(result->error().arguments, arguments);
        }
        QCOMPARE(won, 1);
    }
};

GATEHOUSE_TEST(TestDecisionRaces)
#include "tst_decisionraces.moc"
