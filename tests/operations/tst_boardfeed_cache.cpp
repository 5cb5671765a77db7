#include "operations/feedear.h"
#include "support/testmain.h"

// Who is shown the cached board, and when it is believed.
class TestBoardFeedCache : public QObject
{
    Q_OBJECT

    using Desk = gatehouse::operationstest::Desk;
    using FeedEar = gatehouse::operationstest::FeedEar;
    using Person = gatehouse::operationstest::Person;

    static void submit(Person &person, const char *name)
    {
        using namespace gatehouse::operationstest;
        const QString partner = QString::fromLatin1(name);
        Desk::expected(person.run(
            submission(Desk::application(partner, {QStringLiteral("s-") + partner}), QStringLiteral("s-") + partner)));
    }

private Q_SLOTS:
    void isShownToWhomItBelongs()
    {
        Desk desk(gatehouse::operationstest::On::Sqlite);
        const QTemporaryDir cache;
        submit(desk.root(), "One");
        const auto caller = desk.root().caller();
        QCOMPARE(FeedEar(desk, caller, cache.path()).look(), QStringList{QStringLiteral("loaded: One")});
        submit(desk.root(), "Two");
        FeedEar again(desk, caller, cache.path());
        QCOMPARE(again.look(), (QStringList{QStringLiteral("first: One"), QStringLiteral("loaded: One, Two")}));
        QCOMPARE(again.look(), QStringList{QStringLiteral("nothing")});
        submit(desk.root(), "Three");
        QCOMPARE(again.look(), QStringList{QStringLiteral("changed: Three")});
    }

    void nobodyElseIsShownIt()
    {
        Desk desk(gatehouse::operationstest::On::Sqlite);
        const QTemporaryDir cache;
        submit(desk.root(), "One");
        submit(desk.root(), "Two");
        QCOMPARE(FeedEar(desk, desk.root().caller(), cache.path()).look(),
                 QStringList{QStringLiteral("loaded: One, Two")});
        const auto seenBy = [&](const char *subject) {
            return FeedEar(desk, desk.callerOf(QString::fromLatin1(subject)), cache.path()).look();
        };
        QCOMPARE(seenBy("stranger"), QStringList{QStringLiteral("loaded: ")});
        QCOMPARE(seenBy("s-Two"), QStringList{QStringLiteral("loaded: Two")});
    }

    void isGoneWithTheRole()
    {
        using namespace gatehouse;
        using namespace gatehouse::operationstest;
        Desk desk(On::Sqlite);
        const QTemporaryDir cache;
        submit(desk.root(), "One");
        Person &holder = desk.holder(domain::Role::Support);
        FeedEar ear(desk, holder.caller(), cache.path());
        QCOMPARE(ear.look(), QStringList{QStringLiteral("loaded: One")});
        STORE_VERIFY(desk.root().run(revocation(holder.subject(), domain::Role::Support)));
        QCOMPARE(ear.look(), QStringList{QStringLiteral("loaded: ")});
        STORE_VERIFY(desk.root().run(grant(holder.subject(), domain::Role::Support)));
        QCOMPARE(ear.look(), QStringList{QStringLiteral("loaded: One")});
        // Nothing was left in the file.
        QCOMPARE(FeedEar(desk, holder.caller(), cache.path()).look(), QStringList{QStringLiteral("loaded: One")});
    }

    void whoLeavesARosterNoLongerSeesThePartner()
    {
        using namespace gatehouse::operationstest;
        Desk desk(On::Sqlite);
        const QString partner = desk.newPartner({QStringLiteral("boss"), QStringLiteral("staff")});
        FeedEar ear(desk, desk.callerOf(QStringLiteral("staff")));
        ear.look();
        QCOMPARE(ear.rows.size(), 1);
        STORE_VERIFY(desk.root().run(removal(partner, QStringLiteral("staff"))));
        QCOMPARE(ear.look(), QStringList{QStringLiteral("loaded: ")});
    }

    void aRefusedCallerIsToldAndShownNothing()
    {
        STORE_SKIPS_WITHOUT(gatehouse::operationstest::On::Postgres);
        Desk desk(gatehouse::operationstest::On::Postgres);
        QVERIFY2(desk.files().isOpen(), qPrintable(desk.files().errorText()));
        const QTemporaryDir cache;
        submit(desk.root(), "One");
        QCOMPARE(FeedEar(desk, desk.root().caller(), cache.path()).look(), QStringList{QStringLiteral("loaded: One")});
        gatehouse::operations::Caller claims = desk.root().caller();
        claims.claimedSubject = QStringLiteral("somebody");
        QCOMPARE(FeedEar(desk, claims, cache.path()).look(), QStringList{QStringLiteral("failed: acting-not-allowed")});
    }

    void isReadAnewWhenTheWorkspaceWasRestored_data()
    {
        QTest::addColumn<QStringList>("since");
        QTest::newRow("events end before the cached one") << QStringList{QStringLiteral("Four")};
        QTest::newRow("their numbers have passed it") << QStringList{QStringLiteral("Four"), QStringLiteral("Five"),
                                                                     QStringLiteral("Six"), QStringLiteral("Seven")};
    }
    void isReadAnewWhenTheWorkspaceWasRestored()
    {
        using namespace gatehouse;
        QFETCH(QStringList, since);
        Desk desk(operationstest::On::Sqlite);
        const QTemporaryDir folder;
        const auto caller = desk.root().caller();
        submit(desk.root(), "One");
        const QString backup = folder.filePath(QStringLiteral("backup"));
        QCOMPARE(desk.files().rawClient()->run(QStringLiteral("VACUUM INTO '%1'").arg(backup)), QString());
        submit(desk.root(), "Two");
        submit(desk.root(), "Three");
        QCOMPARE(FeedEar(desk, caller, folder.path()).look(), QStringList{QStringLiteral("loaded: One, Three, Two")});

        // The backup stands in for the file it would replace.
        const auto restored = std::make_shared<store::SqliteAuthorityFactory>(backup, desk.files().clock);
        Person root(desk.root().subject(), caller, Desk::expected(restored->open()), *desk.playbooks(),
                    desk.files().ids);
        QStringList all = since + QStringList{QStringLiteral("One")};
        all.sort();
        for (const QString &name : since)
            submit(root, name.toLatin1().constData());
        FeedEar ear(desk, caller, folder.path(), restored);
        QCOMPARE(ear.look().constLast(), QStringLiteral("loaded: ") + all.join(QStringLiteral(", ")));
        // Neither is anything of the other history in the cache now.
        FeedEar next(desk, caller, folder.path(), restored);
        QCOMPARE(next.look().constLast(), QStringLiteral("loaded: ") + all.join(QStringLiteral(", ")));
        QCOMPARE(next.said.first(), QStringLiteral("first: ") + all.join(QStringLiteral(", ")));
    }
};

GATEHOUSE_TEST(TestBoardFeedCache)

#include "tst_boardfeed_cache.moc"
