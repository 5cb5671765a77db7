#include "support/testmain.h"
#include "words/textmarks.h"

#include <QLocale>
#include <QTest>

class TestTextMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isolatesDataOnce()
    {
        using namespace gatehouse::words;
        QCOMPARE(isolate(QStringLiteral("3 h")), QStringLiteral("\u20683 h\u2069"));
        QCOMPARE(isolate(isolate(QStringLiteral("3 h"))), QStringLiteral("\u20683 h\u2069"));
        QCOMPARE(isolate(QString()), QString());
    }

    void plainTextHasNoDirectionMarksAndNoFigureSpaces()
    {
        using namespace gatehouse::words;
        QCOMPARE(plain(QStringLiteral("\u2068\u20073 h 40 m\u2069 over")), QStringLiteral("3 h 40 m over"));
        QCOMPARE(plain(QStringLiteral("a\u202Eb\u200Fc\u061Cd\u2066e\u2069")), QStringLiteral("abcde"));
        QCOMPARE(plain(QStringLiteral("Calder & Voss")), QStringLiteral("Calder & Voss"));
    }

    void listsAreJoinedByTheLocale()
    {
        using namespace gatehouse::words;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(plain(listOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})),
                 QStringLiteral("a, b and c"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(plain(listOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})),
                 QStringLiteral("a, b und c"));
        QLocale::setDefault(QLocale::c());
    }
};

GATEHOUSE_TEST(TestTextMarks)
#include "tst_textmarks.moc"
