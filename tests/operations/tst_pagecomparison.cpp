#include "operations/pagecomparison.h"
#include "support/testmain.h"

#include <QPromise>
#include <QSignalSpy>

#include <optional>

// What differs between two versions of a document that are open.
class TestPageComparison : public QObject
{
    Q_OBJECT

    using ErrorCode = gatehouse::base::ErrorCode;
    using PageChange = gatehouse::domain::PageChange;
    using PageChangeKind = gatehouse::domain::PageChangeKind;
    using PageComparison = gatehouse::operations::PageComparison;

    // A page for each letter: its picture and its one word are the letter. "!" can't be read, "?" ends the helper's
    // program for good.
    class Letters final : public gatehouse::operations::ViewedDocument
    {
    public:
        explicit Letters(QString letters) : m_letters(std::move(letters)) { }

        const gatehouse::domain::DossierDocument &document() const override { return m_document; }
        QString sha256() const override { return m_letters; }
        int pageCount() const override { return int(m_letters.size()); }
        QSizeF firstPageSize() const override { return {595, 842}; }
        bool mayHaveForm() const override { return false; }
        QFuture<gatehouse::base::Result<QSizeF>> pageSize(int page, gatehouse::operations::Urgency urgency) override
        {
            return answered(page, urgency, QSizeF(595, 842));
        }
        QFuture<gatehouse::base::Result<gatehouse::domain::PageImage>> render(
            int page, QSize, gatehouse::operations::Urgency urgency) override
        {
            ++drawn;
            return answered(page, urgency,
                            gatehouse::domain::PageImage{1, 1, QString(m_letters.at(page)).toLower().toUtf8()});
        }
        QFuture<gatehouse::base::Result<gatehouse::domain::PageText>> text(
            int page, gatehouse::operations::Urgency urgency) override
        {
            ++read;
            return answered(page, urgency,
                            gatehouse::domain::PageText{{QString(m_letters.at(page)), QRectF(0.1, 0.1, 0.1, 0.1)}});
        }

        int drawn = 0;
        int read = 0;

    private:
        template <class T>
        QFuture<gatehouse::base::Result<T>> answered(int page, gatehouse::operations::Urgency urgency, T answer)
        {
            QPromise<gatehouse::base::Result<T>> promise;
            promise.start();
            if (m_letters.at(page) == u'!')
                promise.addResult(error(ErrorCode::PageUnreadable));
            else if (m_letters.at(page) == u'?' || urgency != gatehouse::operations::Urgency::Compared)
                promise.addResult(error(ErrorCode::RendererMissing));
            else
                promise.addResult(answer);
            promise.finish();
            return promise.future();
        }
        static gatehouse::base::Error error(ErrorCode code)
        {
            return {gatehouse::base::ErrorKind::Unreachable, code, {}, {}};
        }

        gatehouse::domain::DossierDocument m_document;
        QString m_letters;
    };

    struct Outcome
    {
        QList<PageChange> changes;
        std::optional<gatehouse::base::Error> error;
        bool isCompared = false;
        int drawn = 0;
        int read = 0;
        int comparedPages = 0;
        bool isWhole = false;
    };

    static Outcome compared(const QString &before, const QString &after)
    {
        const auto old = std::make_shared<Letters>(before);
        const auto current = std::make_shared<Letters>(after);
        PageComparison comparison(old, current);
        Outcome outcome = outcomeOf(comparison);
        outcome.drawn = old->drawn + current->drawn;
        outcome.read = old->read + current->read;
        return outcome;
    }

    static Outcome outcomeOf(PageComparison &comparison)
    {
        Outcome outcome;
        QObject::connect(&comparison, &PageComparison::compared, &comparison, [&](const QList<PageChange> &changes) {
            outcome.changes = changes;
            outcome.isCompared = true;
        });
        QObject::connect(&comparison, &PageComparison::failed, &comparison,
                         [&](const gatehouse::base::Error &error) { outcome.error = error; });
        comparison.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.isCompared || outcome.error, 60000); }();
        outcome.comparedPages = comparison.comparedPages();
        outcome.isWhole = comparison.comparesWholeDocuments();
        return outcome;
    }

private Q_SLOTS:
    void saysThatThereIsNothingToCompare()
    {
        PageComparison comparison(nullptr, std::make_shared<Letters>(QStringLiteral("abc")));
        QSignalSpy nothing(&comparison, &PageComparison::nothingToCompare);
        QSignalSpy changes(&comparison, &PageComparison::compared);
        comparison.start();
        QTRY_COMPARE(nothing.size(), 1);
        QCOMPARE(changes.size(), 0);
    }

    void readsAndDrawsEveryPage()
    {
        const Outcome outcome = compared(QStringLiteral("abcdef"), QStringLiteral("abXcdYf"));
        QVERIFY(outcome.isCompared);
        QCOMPARE(outcome.changes.size(), 2);
        QCOMPARE(outcome.changes.at(0), (PageChange{PageChangeKind::Added, 2, -1, {}, {}, {QStringLiteral("X")}}));
        QCOMPARE(outcome.changes.at(1), (PageChange{PageChangeKind::Changed,
                                                    5,
                                                    4,
                                                    {QRectF(0.1, 0.1, 0.1, 0.1)},
                                                    {QStringLiteral("e")},
                                                    {QStringLiteral("Y")}}));
        QCOMPARE(outcome.drawn, 13);
        QCOMPARE(outcome.read, 13);
        QCOMPARE(outcome.comparedPages, 7);
        QVERIFY(outcome.isWhole);
    }

    void whatIsTooSmallToBeSeenIsFoundInTheWords()
    {
        const Outcome outcome = compared(QStringLiteral("abc"), QStringLiteral("aBc"));
        QVERIFY(outcome.isCompared);
        QCOMPARE(outcome.changes.size(), 1);
        QCOMPARE(outcome.changes.constFirst().page, 1);
        QCOMPARE(outcome.changes.constFirst().added, QStringList{QStringLiteral("B")});
    }

    void theSameBytesAreNotLookedAt()
    {
        const Outcome outcome = compared(QStringLiteral("abc"), QStringLiteral("abc"));
        QVERIFY(outcome.isCompared);
        QVERIFY(outcome.changes.isEmpty());
        QCOMPARE(outcome.drawn, 0);
    }

    void aPageThatCantBeReadIsAChange()
    {
        const Outcome outcome = compared(QStringLiteral("a!c"), QStringLiteral("a!d"));
        QVERIFY(outcome.isCompared);
        QCOMPARE(outcome.changes.size(), 2);
        QCOMPARE(outcome.changes.at(0), (PageChange{PageChangeKind::Changed, 1, 1, {}, {}, {}}));
    }

    void saysWhyItCantCompare()
    {
        const Outcome outcome = compared(QStringLiteral("abc"), QStringLiteral("a?c"));
        QVERIFY(!outcome.isCompared);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::RendererMissing);
    }

    void comparesTheBeginningOfLongDocuments()
    {
        QString before(500, QLatin1Char('a'));
        QString after = before;
        after[10] = QLatin1Char('b');
        after[450] = QLatin1Char('c'); // beyond what is compared
        const Outcome outcome = compared(before, after);
        QVERIFY(outcome.isCompared);
        QCOMPARE(outcome.changes.size(), 1);
        QCOMPARE(outcome.changes.constFirst().page, 10);
        QCOMPARE(outcome.drawn, 800);
        QCOMPARE(outcome.read, 800);
        QCOMPARE(outcome.comparedPages, 400);
        QVERIFY(!outcome.isWhole);
    }

    void mayEndAtAnyTime()
    {
        auto comparison = std::make_unique<PageComparison>(std::make_shared<Letters>(QStringLiteral("abc")),
                                                           std::make_shared<Letters>(QStringLiteral("abd")));
        connect(comparison.get(), &PageComparison::progressed, this, [&comparison] { comparison.reset(); });
        comparison->start();
        QTRY_VERIFY(!comparison);
    }
};

GATEHOUSE_TEST(TestPageComparison)

#include "tst_pagecomparison.moc"
