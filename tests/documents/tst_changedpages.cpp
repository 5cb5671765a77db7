#include "documents/handmadepdf.h"
#include "documents/helperwatch.h"
#include "operations/pagecomparison.h"
#include "support/testmain.h"

#include <QPromise>
#include <QTest>

#include <cmath>

// Two versions of a PDF, drawn and read by the real helper, are held against each other.
class TestChangedPages : public QObject
{
    Q_OBJECT

    using PageChange = gatehouse::domain::PageChange;
    using PageChangeKind = gatehouse::domain::PageChangeKind;
    using PageComparison = gatehouse::operations::PageComparison;

    // Asks the helper at once, in this thread.
    class AtOnce final : public gatehouse::operations::ViewedDocument
    {
    public:
        explicit AtOnce(std::unique_ptr<gatehouse::domain::OpenDocument> open) : m_open(std::move(open)) { }

        const gatehouse::domain::DossierDocument &document() const override { return m_document; }
        QString sha256() const override { return m_open->sha256(); }
        int pageCount() const override { return m_open->pageCount(); }
        QSizeF firstPageSize() const override { return {}; }
        bool mayHaveForm() const override { return m_open->mayHaveForm(); }
        QFuture<gatehouse::base::Result<QSizeF>> pageSize(int page, gatehouse::operations::Urgency) override
        {
            return future(m_open->pageSize(page));
        }
        QFuture<gatehouse::base::Result<gatehouse::domain::PageImage>> render(int page, QSize size,
                                                                              gatehouse::operations::Urgency) override
        {
            return future(m_open->render(page, size));
        }
        QFuture<gatehouse::base::Result<gatehouse::domain::PageText>> text(int page,
                                                                           gatehouse::operations::Urgency) override
        {
            return future(m_open->text(page));
        }

    private:
        template <class T>
        static QFuture<gatehouse::base::Result<T>> future(gatehouse::base::Result<T> result)
        {
            QPromise<gatehouse::base::Result<T>> promise;
            promise.start();
            promise.addResult(std::move(result));
            promise.finish();
            return promise.future();
        }

        gatehouse::domain::DossierDocument m_document;
        std::unique_ptr<gatehouse::domain::OpenDocument> m_open;
    };

    // A page for each line of text.
    static std::shared_ptr<AtOnce> shown(const QList<QByteArray> &lines)
    {
        QList<gatehouse::test::HandMadePage> pages;
        for (const QByteArray &line : lines)
            pages.append({gatehouse::test::lineAt(60, 700, line)});
        auto opened =
            gatehouse::test::patientOpener(gatehouse::test::realHelper()).open(gatehouse::test::handMadePdf(pages));
        return opened ? std::make_shared<AtOnce>(*std::move(opened)) : nullptr;
    }

private Q_SLOTS:
    void findsAPageThatWasPutInAndAWordThatChanged()
    {
        const auto before = shown({"First page", "Second page", "The limit is 5 million"});
        const auto after = shown({"First page", "An annex", "Second page", "The limit is 9 million"});
        QVERIFY(before && after);
        PageComparison comparison(before, after);
        QList<PageChange> changes;
        connect(&comparison, &PageComparison::compared, this, [&](const QList<PageChange> &all) { changes = all; });
        comparison.start();
        QTRY_COMPARE_WITH_TIMEOUT(changes.size(), 2, 60000);
        const PageChange added{PageChangeKind::Added, 1, -1, {}, {}, {QStringLiteral("An"), QStringLiteral("annex")}};
        QCOMPARE(changes.at(0), added);
        const PageChange &changed = changes.at(1);
        QCOMPARE(changed.kind, PageChangeKind::Changed);
        QCOMPARE(changed.page, 3);
        QCOMPARE(changed.oldPage, 2);
        QCOMPARE(changed.removed, QStringList{QStringLiteral("5")});
        QCOMPARE(changed.added, QStringList{QStringLiteral("9")});
        QCOMPARE(changed.areas.size(), 1);
        const QPointF middle = changed.areas.constFirst().center(); // 113 points from the left, 138 from above
        QVERIFY(std::abs(middle.x() - 113 / 595.0) < 0.01);
        QVERIFY(std::abs(middle.y() - 138 / 842.0) < 0.01);
    }
};

GATEHOUSE_TEST(TestChangedPages)

#include "tst_changedpages.moc"
