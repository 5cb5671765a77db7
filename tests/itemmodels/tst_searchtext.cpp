#include "itemmodels/searchtext.h"

#include "support/testmain.h"

#include <QRandomGenerator>

class TestSearchText : public QObject
{
    Q_OBJECT

    using SearchText = gatehouse::itemmodels::SearchText;
    using RowSet = gatehouse::itemmodels::RowSet;

    static QString randomText(QRandomGenerator &random, int most)
    {
        QString text;
        const int length = random.bounded(most + 1);
        for (int i = 0; i < length; ++i)
            text += QChar(u'a' + random.bounded(3));
        return text;
    }

private Q_SLOTS:
    void foldsCaseMarksAndForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("ASCII", "Calder & Voss 9", "calder & voss 9");
        row("marks", "Société Générale", "societe generale");
        row("marks as characters of their own", "Socie\u0301te\u0301", "societe");
        row("letters without decomposition", "Łódź Ørsted Ægir Þór Đuro", "lodz orsted aegir thor duro");
        row("sharp s", "Groß STRASSE", "gross strasse");
        row("ligature and full width", "ﬁnance ＡＢＣ", "finance abc");
        row("Greek final sigma", "ΟΔΟΣ οδος", "οδοσ οδοσ");
        row("beyond the basic plane", "𝐀𐐀", "a𐐨");
        row("line feeds part fields, so they are blanks", "a\nb", "a b");
        row("empty", "", "");
    }

    void foldsCaseMarksAndForms()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromUtf8(gatehouse::itemmodels::folded(text)), expected);
    }

    void wordsDoNotReachAcrossFieldsOrRows()
    {
        SearchText text;
        text.append(u"ab", u"cd", u"ef");
        text.append(u"gh", u"ij", u"kl");
        for (const char *across : {"bc", "da", "de", "fg", "be"})
            QCOMPARE(text.rowsWith(across).count(), 0);
        QCOMPARE(text.rowsWith("ab").count(), 1);
    }

    // The sweep works on sixteen places at a time; every length and alignment must agree with a plain search.
    void findsWhatAPlainSearchFinds()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            SearchText text;
            QStringList fields;
            const int rows = random.bounded(40);
            for (int row = 0; row < rows; ++row) {
                const QString name = randomText(random, 12);
                const QString legalName = randomText(random, 30);
                const QString slug = randomText(random, 8);
                text.append(name, legalName, slug);
                fields.append(name + u'\n' + legalName + u'\n' + slug);
            }
            const QString word = randomText(random, 6) + u'a';
            const RowSet found = text.rowsWith(word.toUtf8());
            for (int row = 0; row < rows; ++row) {
                QCOMPARE(found.contains(row), fields.at(row).contains(word));
                QCOMPARE(text.contains(row, word.toUtf8()), fields.at(row).contains(word));
            }
        }
    }

    void replacedRowsAreFoundByTheirNewTextOnly()
    {
        SearchText text;
        text.append(u"one", u"", u"");
        text.append(u"two", u"", u"");
        text.append(u"three", u"", u"");
        for (const QString &name : {QStringLiteral("a much longer name"), QStringLiteral("x"), QString()}) {
            text.replace(1, name, {}, {});
            QVERIFY(!text.contains(1, "two"));
            QCOMPARE(text.contains(1, "longer"), name.contains(QLatin1String("longer")));
            QVERIFY(text.contains(0, "one"));
            QVERIFY(text.contains(2, "three"));
            QCOMPARE(text.rowsWith("three").count(), 1);
        }
    }

    void aSetGrowsWithoutGainingMembers()
    {
        for (const int size : {1, 63, 64, 65, 200}) {
            RowSet set(size, RowSet::Fill::All);
            QCOMPARE(set.count(), size);
            set.resize(size + 70, RowSet::Fill::None);
            QCOMPARE(set.count(), size);
            set.resize(size + 140, RowSet::Fill::All);
            QCOMPARE(set.count(), size + 70);
            set.keepWhere([](int slot) { return slot % 2 == 0; });
            QVERIFY(!set.contains(1));
        }
    }
};

GATEHOUSE_TEST(TestSearchText)

#include "tst_searchtext.moc"
