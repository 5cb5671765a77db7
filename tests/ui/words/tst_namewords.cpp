#include "support/testmain.h"
#include "words/namewords.h"
#include "words/textmarks.h"

#include <QLocale>
#include <QTest>

class TestNameWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoleHasOneWordForOneAndForMany()
    {
        using namespace gatehouse;
        QStringList one;
        QStringList many;
        for (const domain::Role role : domain::allRoles) {
            one.append(words::roleWords(role));
            many.append(words::rolesWords(role));
        }
        QVERIFY(!one.contains(QString()));
        QVERIFY(!many.contains(QString()));
        QCOMPARE(one.removeDuplicates(), 0);
        QCOMPARE(many.removeDuplicates(), 0);
        QCOMPARE(words::roleWords(domain::Role::RootAdmin), QStringLiteral("root admin"));
    }

    void ownersAreRolesThePartnerOrAName()
    {
        using namespace gatehouse::words;
        QCOMPARE(ownerWords(QStringLiteral("root_admin")), QStringLiteral("root admin"));
        QCOMPARE(ownerWords(QStringLiteral("partner")), QStringLiteral("partner"));
        QCOMPARE(ownerWords(QStringLiteral("Lena Voss")), QStringLiteral("Lena Voss"));
    }

    void everyOperationHasWordsOfItsOwn()
    {
        using namespace gatehouse;
        QStringList all;
        for (const domain::OperationKind kind : domain::allOperationKinds) {
            all.append(words::operationWords(kind));
            QCOMPARE(words::operationWords(QString(domain::operationName(kind))), all.constLast());
        }
        QVERIFY(!all.contains(QString()));
        QCOMPARE(all.removeDuplicates(), 0);
        QCOMPARE(words::operationWords(QStringLiteral("fly")), QStringLiteral("fly"));
    }

    void listsThoseWhoMay()
    {
        using namespace gatehouse;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(words::plain(words::rolesList({domain::Role::RootAdmin, domain::Role::Auditor})),
                 QStringLiteral("root admins and auditors"));
        QLocale::setDefault(QLocale::c());
    }
};

GATEHOUSE_TEST(TestNameWords)
#include "tst_namewords.moc"
