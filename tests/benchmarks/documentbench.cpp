#include "benchmarks/documentbench.h"

#include "base/whendone.h"
#include "benchmarks/measurement.h"
#include "documents/handmadepdf.h"
#include "operations/acts.h"
#include "operations/documentdesk.h"
#include "operations/runner.h"
#include "operations/workerthread.h"
#include "wiring/identity.h"
#include "wiring/workspace.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QPdfDocument>

#include <memory>
#include <utility>

namespace gatehouse::bench {

namespace {

constexpr int linesOnPage = 50;
constexpr QSize shownSize(1000, 1415); // A4 as wide as the viewer shows it
constexpr int openings = 15;
constexpr int pagesTurned = 60;

template <class T>
T needed(base::Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, base::errorCodeName(result.error().code).data(),
               qPrintable(result.error().arguments.join(QLatin1Char(' '))));
    return *std::move(result);
}

template <class T>
T awaited(QFuture<base::Result<T>> future, const char *what)
{
    future.waitForFinished();
    return needed(future.takeResult(), what);
}

// The desk goes on with an opening in this thread, once the file was read.
std::shared_ptr<operations::ViewedDocument> openedDocument(operations::DocumentDesk &desk, const QString &partner)
{
    std::shared_ptr<operations::ViewedDocument> document;
    QEventLoop waiting;
    base::whenDone(desk.open(partner, QStringLiteral("kyb")), &waiting, [&](auto opened) {
        document = needed(std::move(opened), "opening the document");
        waiting.quit();
    });
    waiting.exec();
    return document;
}

double msSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// The partner's id. Its KYB package is `pdf`.
QString seeded(const wiring::Workspace &workspace, const operations::Caller &caller, const QByteArray &pdf)
{
    const auto authority = needed(workspace.authority->open(), "opening the workspace");
    operations::OperationRunner runner(*authority, *workspace.playbooks, *workspace.ids);
    const QString staff = QStringLiteral("ada@longbridge.example");
    const QJsonObject contact{{QStringLiteral("name"), QStringLiteral("Ada Long")},
                              {QStringLiteral("email"), staff},
                              {QStringLiteral("phone"), QString()},
                              {QStringLiteral("role"), QStringLiteral("Director")},
                              {QStringLiteral("subject"), staff}};
    const QJsonObject application{{QStringLiteral("name"), QStringLiteral("Longbridge")},
                                  {QStringLiteral("legal_name"), QStringLiteral("Longbridge AG")},
                                  {QStringLiteral("kyb_object_key"), QStringLiteral("uploads/kyb.pdf")},
                                  {QStringLiteral("licensing_object_key"), QStringLiteral("uploads/licence.pdf")},
                                  {QStringLiteral("contacts"), QJsonArray{contact}}};
    const auto receipt =
        needed(runner.run(operationstest::submission(application, staff), caller, workspace.ids->next()),
               "submitting a partner");
    const QString partner = receipt.result.value(QLatin1StringView("partner")).toString();
    (void)needed(runner.run(operationstest::filing(partner, QStringLiteral("kyb"), pdf), caller, workspace.ids->next()),
                 "filing its document");
    return partner;
}

// The same file and page in this process, without a helper.
double openedHere(QByteArray &pdf)
{
    QElapsedTimer timer;
    timer.start();
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.render(0, shownSize).isNull())
        qFatal("Qt Pdf draws nothing");
    return msSince(timer);
}

void measureOpening(operations::DocumentDesk &desk, const QString &partner, QByteArray &pdf, int pages)
{
    Samples opened;
    Samples here;
    for (int i = 0; i < openings; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto document = openedDocument(desk, partner);
        (void)awaited(document->render(0, shownSize, operations::Urgency::Shown), "drawing its first page");
        opened.add(msSince(timer));
        here.add(openedHere(pdf));
    }
    printLine(QStringLiteral("document-first-page"), pages, opened, here.median());
}

// From the moment a page is there to the moment the next one is, which was asked for at once: when the reader turns the
// page after that it is shown without waiting. Two thumbnails are wanted meanwhile.
void measureTurning(operations::DocumentDesk &desk, const QString &partner, QByteArray &pdf, int pages)
{
    const auto document = openedDocument(desk, partner);
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument here;
    here.load(&buffer);
    Samples turned;
    Samples turnedHere;
    Samples read;
    for (int turn = 0; turn < pagesTurned; ++turn) {
        const int page = 1 + turn * (pages / pagesTurned - 1);
        (void)awaited(document->render(page, shownSize, operations::Urgency::Shown), "drawing a page");
        QElapsedTimer timer;
        timer.start();
        const auto thumbnails = {document->render(page, {120, 170}, operations::Urgency::Thumbnail),
                                 document->render(page + 1, {120, 170}, operations::Urgency::Thumbnail)};
        (void)awaited(document->render(page + 1, shownSize, operations::Urgency::Prefetched), "drawing the next one");
        turned.add(msSince(timer));
        for (const auto &thumbnail : thumbnails)
            (void)awaited(thumbnail, "drawing a thumbnail");
        timer.start();
        (void)here.render(page + 1, shownSize);
        turnedHere.add(msSince(timer));
        timer.start();
        (void)awaited(document->text(page, operations::Urgency::Shown), "reading a page");
        read.add(msSince(timer));
    }
    printLine(QStringLiteral("document-next-page"), pages, turned, turnedHere.median());
    printLine(QStringLiteral("document-words"), pages, read);
}

} // namespace

void measureDocuments(const QString &folder, int pages)
{
    const QString path = folder + QStringLiteral("/bench.gatehouse");
    if (const auto created = wiring::createWorkspace(path, QString()); !created)
        qFatal("creating a workspace: %s", base::errorCodeName(created.error().code).data());
    const auto workspace = needed(wiring::openWorkspace(path), "opening it");
    const operations::Caller caller{{}, wiring::osUser()};
    QByteArray pdf = test::longPdf(pages, linesOnPage);
    const QString partner = seeded(workspace, caller, pdf);
    {
        const auto desk = operations::makeDocumentDesk(workspace.authority, workspace.playbooks, workspace.ids,
                                                       workspace.documents, caller);
        measureOpening(*desk, partner, pdf, pages);
        measureTurning(*desk, partner, pdf, pages);
    }
    operations::WorkerThread::waitForEnded(std::chrono::seconds(20));
}

} // namespace gatehouse::bench
