#include "domain/pagechanges.h"

#include "support/testmain.h"

#include <QRandomGenerator>

// What differs between two versions of a document.
class TestPageChanges : public QObject
{
    Q_OBJECT

    using PageChange = gatehouse::domain::PageChange;
    using PageText = gatehouse::domain::PageText;
    using Fingerprints = QList<gatehouse::domain::PageFingerprint>;

    // Five words on a line, a tenth of the page high.
    static PageText words(const QString &text)
    {
        PageText all;
        const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < parts.size(); ++i)
            all.append({parts[i], QRectF(double(i % 5) * 0.2, double(i / 5) * 0.1, 0.15, 0.1)});
        return all;
    }

    // A page for each letter; the same letters have the same hash.
    static Fingerprints pages(const QString &letters)
    {
        Fingerprints all;
        for (const QChar letter : letters)
            all.append({QString(letter).toUtf8(), {}});
        return all;
    }

    // "~2" changed, "+3" added, "-1" removed: page numbers of the new version, of the old one for what was removed.
    static QString printed(const QList<PageChange> &changes)
    {
        QStringList all;
        for (const PageChange &change : changes) {
            switch (change.kind) {
            case gatehouse::domain::PageChangeKind::Changed:
                all.append(QStringLiteral("~%1<%2").arg(change.page).arg(change.oldPage));
                break;
            case gatehouse::domain::PageChangeKind::Added: all.append(QStringLiteral("+%1").arg(change.page)); break;
            case gatehouse::domain::PageChangeKind::Removed:
                all.append(QStringLiteral("-%1@%2").arg(change.oldPage).arg(change.page));
                break;
            }
        }
        return all.join(QLatin1Char(' '));
    }

    static PageChange change(const QString &before, const QString &after)
    {
        const auto changes = gatehouse::domain::pageChanges({{"a", words(before)}}, {{"b", words(after)}});
        return changes.size() == 1 ? changes.constFirst() : PageChange();
    }

private Q_SLOTS:
    void findsWhichPagesDiffer_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *before, const char *after, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                                << QString::fromLatin1(expected);
        };
        row("nothing", "abc", "abc", "");
        row("no pages", "", "", "");
        row("put in", "abc", "abxc", "+2");
        row("put in front", "abc", "xabc", "+0");
        row("put at the end", "abc", "abcx", "+3");
        row("taken out", "abc", "ac", "-1@1");
        row("the last taken out", "abc", "ab", "-2@2");
        row("changed", "abc", "axc", "~1<1");
        row("changed and put in", "abc", "axyc", "~1<1 +2");
        row("changed and taken out", "abcd", "axd", "~1<1 -2@2");
        row("changed behind one that was put in", "abcd", "xabyd", "+0 ~3<2");
        row("moved", "abcd", "bcda", "-0@0 +3");
        row("equal pages", "aaaa", "aaa", "-3@3");
        row("all new", "ab", "xyz", "~0<0 ~1<1 +2");
        row("all gone", "ab", "", "-0@0 -1@0");
    }

    void findsWhichPagesDiffer()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(printed(gatehouse::domain::pageChanges(pages(before), pages(after))), expected);
    }

    // One that could not be drawn may be anything.
    void aPageThatIsNotKnownIsNeverTheSame()
    {
        const Fingerprints unknown{{QByteArray(), words(QStringLiteral("same words"))}};
        QCOMPARE(printed(gatehouse::domain::pageChanges(unknown, unknown)), QStringLiteral("~0<0"));
    }

    void marksNewWordsAndNamesThoseThatAreGone()
    {
        const PageChange changed = change(QStringLiteral("the licence ends in March of that year"),
                                          QStringLiteral("the licence ends in June of that year"));
        QCOMPARE(changed.removed, QStringList{QStringLiteral("March")});
        QCOMPARE(changed.added, QStringList{QStringLiteral("June")});
        QCOMPARE(changed.areas, QList<QRectF>{words(QStringLiteral("a b c d e")).constLast().area});
    }

    void aStretchOfALineIsOneArea()
    {
        // Words 3 to 6 are new: two at the end of the first line, two on the second.
        const PageChange changed = change(QStringLiteral("a b c h"), QStringLiteral("a b c new words are here h"));
        QCOMPARE(changed.areas.size(), 2);
        QCOMPARE(changed.areas.at(0), QRectF(0.6, 0, 0.35, 0.1));
        QCOMPARE(changed.areas.at(1), QRectF(0, 0.1, 0.35, 0.1));
    }

    void aPageThatOnlyLostWordsHasNoMarks()
    {
        const PageChange changed = change(QStringLiteral("a b c"), QStringLiteral("a c"));
        QCOMPARE(changed.removed, QStringList{QStringLiteral("b")});
        QVERIFY(changed.areas.isEmpty());
        QVERIFY(changed.added.isEmpty());
    }

    void wordsWithoutAPlaceAreNamedAndNotMarked()
    {
        const auto changes =
            gatehouse::domain::pageChanges({{"a", {}}}, {{"b", {{QStringLiteral("somewhere"), QRectF()}}}});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.constFirst().added, QStringList{QStringLiteral("somewhere")});
        QVERIFY(changes.constFirst().areas.isEmpty());
    }

    void namesAllWordsOfPagesThatCameOrWent()
    {
        const Fingerprints one{{"a", words(QStringLiteral("two words"))}};
        const QStringList both{QStringLiteral("two"), QStringLiteral("words")};
        QCOMPARE(gatehouse::domain::pageChanges({}, one).constFirst().added, both);
        QCOMPARE(gatehouse::domain::pageChanges(one, {}).constFirst().removed, both);
    }

    // Putting the changes into the old version gives the new one, whatever they are.
    void changesTellTheWholeDifference()
    {
        QRandomGenerator dice(20260312);
        for (int round = 0; round < 300; ++round) {
            QString before;
            QString after;
            for (int i = dice.bounded(12); i > 0; --i)
                before += QChar(u'a' + dice.bounded(4));
            for (int i = dice.bounded(12); i > 0; --i)
                after += QChar(u'a' + dice.bounded(4));
            QString rebuilt;
            int oldPage = 0;
            const auto changes = gatehouse::domain::pageChanges(pages(before), pages(after));
            for (const PageChange &change : changes) {
                for (; rebuilt.size() < change.page; ++oldPage)
                    rebuilt += before.at(oldPage);
                if (change.kind != gatehouse::domain::PageChangeKind::Removed)
                    rebuilt += after.at(change.page);
                if (change.kind != gatehouse::domain::PageChangeKind::Added)
                    QCOMPARE(change.oldPage, oldPage++);
            }
            QCOMPARE(rebuilt + before.mid(oldPage), after);
        }
    }

    void pagesFullOfOtherWordsAreComparedInTime()
    {
        PageText before;
        PageText after;
        for (int i = 0; i < 20'000; ++i) {
            before.append({QStringLiteral("old%1").arg(i), {}});
            after.append({QStringLiteral("new%1").arg(i), {}});
        }
        const auto changes = gatehouse::domain::pageChanges({{"a", before}}, {{"b", after}});
        QCOMPARE(changes.constFirst().added.size(), 20'000);
        QCOMPARE(changes.constFirst().removed.size(), 20'000);
    }
};

GATEHOUSE_TEST(TestPageChanges)

#include "tst_pagechanges.moc"
