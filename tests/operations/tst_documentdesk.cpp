#include "base/whendone.h"
#include "documents/processdocumentopener.h"
#include "operations/desk.h"
#include "operations/documentdesk.h"
#include "operations/gatedopener.h"
#include "operations/workerthread.h"
#include "support/testmain.h"

// Documents that are opened to be looked at.
class TestDocumentDesk : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using DocumentDesk = gatehouse::operations::DocumentDesk;
    using ErrorCode = gatehouse::base::ErrorCode;
    using GatedOpener = gatehouse::operationstest::GatedOpener;
    using Shown = std::shared_ptr<gatehouse::operations::ViewedDocument>;
    using Urgency = gatehouse::operations::Urgency;

    static constexpr std::chrono::seconds patience{20};

    BothDesks m_both;

    Desk &desk() { return m_both.on(gatehouse::storetest::On::Sqlite); }

    std::unique_ptr<DocumentDesk> documents(std::shared_ptr<const gatehouse::domain::DocumentOpener> opener)
    {
        const std::shared_ptr<gatehouse::base::IdSource> ids(&desk().files().ids, [](auto *) {});
        return gatehouse::operations::makeDocumentDesk(desk().files().factory(), desk().playbooks(), ids,
                                                       std::move(opener), desk().root().caller());
    }

    // A partner whose KYB package is these bytes.
    QString partnerWith(const QByteArray &bytes)
    {
        const QString partner = desk().newPartner();
        auto filing = gatehouse::operationstest::filing(partner, QStringLiteral("kyb"));
        filing.bytes = bytes;
        filing.fileName = QStringLiteral("register.pdf");
        Desk::expected(desk().root().run(filing));
        return partner;
    }

    template <class T>
    static std::optional<gatehouse::base::Result<T>> awaited(QFuture<gatehouse::base::Result<T>> future)
    {
        QObject receiver;
        std::optional<gatehouse::base::Result<T>> arrived;
        gatehouse::base::whenDone(std::move(future), &receiver,
                                  [&arrived](gatehouse::base::Result<T> result) { arrived = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(arrived.has_value(), 20000); }();
        return arrived;
    }

    template <class T>
    static ErrorCode codeOf(const std::optional<gatehouse::base::Result<T>> &arrived)
    {
        return arrived && !*arrived ? arrived->error().code : ErrorCode::Internal;
    }

    Shown shown(DocumentDesk &documents, const QByteArray &bytes)
    {
        auto arrived = awaited(documents.open(partnerWith(bytes), QStringLiteral("kyb")));
        return arrived && *arrived ? **arrived : nullptr;
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(patience)); }
    void cleanupTestCase() { m_both.close(); }

    void showsTheBytesThatWereFiled()
    {
        const auto opener = std::make_shared<GatedOpener>();
        const auto documents = this->documents(opener);
        const Shown document = shown(*documents, "the register");
        QVERIFY(document);
        QCOMPARE(document->document().fileName, QStringLiteral("register.pdf"));
        QCOMPARE(document->sha256(), document->document().sha256);
        QCOMPARE(document->pageCount(), 100);
        QCOMPARE(document->firstPageSize(), QSizeF(595, 842));
        const auto page = awaited(document->render(7, {1, 1}, Urgency::Shown));
        QVERIFY(page && *page);
        QCOMPARE((*page)->pixels, QByteArray(4, '\7'));
        const auto text = awaited(document->text(7, Urgency::Shown));
        QVERIFY(text && *text);
        const auto size = awaited(document->pageSize(7, Urgency::Shown));
        QVERIFY(size && *size);
    }

    void refusesWhatEveryDoorRefuses()
    {
        const auto documents = this->documents(std::make_shared<GatedOpener>());
        QCOMPARE(codeOf(awaited(documents->open(QStringLiteral("nobody"), QStringLiteral("kyb")))),
                 ErrorCode::PartnerNotFound);
        QCOMPARE(codeOf(awaited(documents->open(desk().newPartner(), QStringLiteral("kyb")))),
                 ErrorCode::DocumentNotFound);
    }

    void namesTheFileThatCantBeShown()
    {
        const auto documents = this->documents(std::make_shared<GatedOpener>());
        const auto refused = awaited(documents->open(partnerWith("encrypted"), QStringLiteral("kyb")));
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().code, ErrorCode::DocumentUnreadable);
        QCOMPARE(refused->error().subject, QStringLiteral("register.pdf"));
        QCOMPARE(refused->error().arguments, QStringList{QStringLiteral("encrypted")});
    }

    void showsNothingElseThanWhatWasFiled()
    {
        const auto documents = this->documents(std::make_shared<GatedOpener>());
        QCOMPARE(codeOf(awaited(documents->open(partnerWith("another"), QStringLiteral("kyb")))),
                 ErrorCode::ObjectAltered);
    }

    void servesTheMostUrgentFirstAndOfEqualsTheNewest()
    {
        const auto opener = std::make_shared<GatedOpener>();
        const auto documents = this->documents(opener);
        const Shown document = shown(*documents, "the register");
        QVERIFY(document);
        const auto first = document->render(GatedOpener::gatedPage, {1, 1}, Urgency::Compared);
        QTRY_VERIFY(opener->isSomebodyWaiting());
        QList<QFuture<gatehouse::base::Result<gatehouse::domain::PageImage>>> futures;
        for (const auto &[page, urgency] :
             {std::pair{1, Urgency::Compared}, std::pair{2, Urgency::Thumbnail}, std::pair{3, Urgency::Thumbnail},
              std::pair{4, Urgency::Prefetched}, std::pair{5, Urgency::Shown}, std::pair{6, Urgency::Shown}})
            futures.append(document->render(page, {1, 1}, urgency));
        futures[4].cancel();
        opener->letThrough();
        QTRY_VERIFY(
            std::all_of(futures.cbegin(), futures.cend(), [](const auto &future) { return future.isFinished(); }));
        QCOMPARE(opener->pages(), (QList<int>{GatedOpener::gatedPage, 6, 4, 3, 2, 1}));
    }

    void aDocumentThatHangsDelaysNoOther()
    {
        const auto opener = std::make_shared<GatedOpener>();
        const auto documents = this->documents(opener);
        const Shown hanging = shown(*documents, "the register");
        const Shown other = shown(*documents, "the licence");
        QVERIFY(hanging && other);
        const auto held = hanging->render(GatedOpener::gatedPage, {1, 1}, Urgency::Shown);
        QTRY_VERIFY(opener->isSomebodyWaiting());
        const auto page = awaited(other->render(1, {1, 1}, Urgency::Compared));
        QVERIFY(page && *page);
        QVERIFY(!held.isFinished());
        opener->letThrough();
    }

    void lettingADocumentGoWaitsForNothing()
    {
        const auto opener = std::make_shared<GatedOpener>();
        const auto documents = this->documents(opener);
        Shown document = shown(*documents, "the register");
        QVERIFY(document);
        const auto held = document->render(GatedOpener::gatedPage, {1, 1}, Urgency::Shown);
        QTRY_VERIFY(opener->isSomebodyWaiting());
        const auto behind = document->render(1, {1, 1}, Urgency::Shown);
        document.reset();
        QVERIFY(behind.isFinished());
        QCOMPARE(behind.resultCount(), 0);
        QCOMPARE(opener->openDocuments(), 1); // still at work
        opener->letThrough();
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(patience));
        QCOMPARE(opener->openDocuments(), 0);
        QVERIFY(held.isFinished());
    }

    void aDeskThatIsLetGoOpensNothingMore()
    {
        const auto opener = std::make_shared<GatedOpener>();
        auto documents = this->documents(opener);
        const auto opening = documents->open(partnerWith("held"), QStringLiteral("kyb"));
        QTRY_VERIFY(opener->isSomebodyWaiting());
        documents.reset();
        QVERIFY(opening.isFinished());
        QCOMPARE(opening.resultCount(), 0);
        opener->letThrough();
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(patience));
        QCOMPARE(opener->openDocuments(), 0);
    }

    void opensADocumentInTheHelper()
    {
        const auto documents = this->documents(std::make_shared<gatehouse::documents::ProcessDocumentOpener>(
            QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse-render"), std::chrono::seconds(30)));
        const Shown document = shown(*documents, "Register extract\fAnnex");
        QVERIFY(document);
        QCOMPARE(document->pageCount(), 2);
        const auto text = awaited(document->text(1, Urgency::Shown));
        QVERIFY(text && *text);
        QCOMPARE((*text)->constFirst().text, QStringLiteral("Annex"));
        const auto page = awaited(document->render(1, {100, 140}, Urgency::Shown));
        QVERIFY(page && *page);
        QCOMPARE((*page)->pixels.size(), 100 * 140 * 4);
    }
};

GATEHOUSE_TEST(TestDocumentDesk)

#include "tst_documentdesk.moc"
