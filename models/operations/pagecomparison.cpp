#include "operations/pagecomparison.h"

#include "base/sha256.h"
#include "base/whendone.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::PageChange;
using domain::PageChangeKind;
using domain::PageFingerprint;
using domain::PageImage;
using domain::PageText;

namespace {

// Small enough to be drawn quickly; a changed comma still changes pixels.
constexpr QSize comparedSize(480, 680);
// Enough to keep a helper busy.
constexpr int underWayMost = 2;

QByteArray bytesOf(QSizeF size)
{
    return QByteArray::number(size.width(), 'f', 2) + 'x' + QByteArray::number(size.height(), 'f', 2);
}

// By the words as well: what is small on a large page may leave the pixels as they were.
QByteArray hashOf(QSizeF size, const PageImage &image, const PageText &words)
{
    base::Sha256 hash;
    hash.add(bytesOf(size));
    hash.add(image.pixels);
    for (const domain::PageWord &word : words)
        hash.add(word.text.toUtf8() + '\n');
    return hash.result();
}

} // namespace

// One version: which of its pages are asked for, and what came of it.
class PageComparison::Side
{
public:
    Side(PageComparison &comparison, std::shared_ptr<ViewedDocument> document)
        : m_comparison(comparison),
          m_document(std::move(document)),
          m_pages(std::min(m_document->pageCount(), pagesMost))
    {
        for (int page = 0; page < m_pages.size(); ++page)
            m_wanted.append(page);
    }

    const QList<PageFingerprint> &pages() const { return m_pages; }
    ViewedDocument &document() { return *m_document; }
    bool isDone() const { return m_wanted.isEmpty() && m_underWay == 0; }
    int pagesDone() const { return int(m_pages.size() - m_wanted.size()) - m_underWay; }

    void readPages()
    {
        while (m_underWay < underWayMost && !m_wanted.isEmpty()) {
            ++m_underWay;
            readPage(m_wanted.takeFirst());
        }
    }

private:
    void readPage(int page);
    void finishPage()
    {
        --m_underWay;
        m_comparison.goOn();
    }

    // Goes on with what came; a page that can't be read is left as it is, anything else ends the comparison.
    template <class T, class Next>
    void read(QFuture<Result<T>> future, Next next)
    {
        base::whenDone(std::move(future), &m_comparison, [this, next = std::move(next)](const Result<T> &result) {
            if (result)
                next(*result);
            else if (result.error().code == ErrorCode::PageUnreadable)
                finishPage();
            else
                m_comparison.end(result.error());
        });
    }

    PageComparison &m_comparison;
    std::shared_ptr<ViewedDocument> m_document;
    QList<PageFingerprint> m_pages;
    QList<int> m_wanted;
    int m_underWay = 0;
};

void PageComparison::Side::readPage(int page)
{
    read(m_document->pageSize(page, Urgency::Compared), [this, page](QSizeF size) {
        read(m_document->render(page, comparedSize, Urgency::Compared), [this, page, size](const PageImage &image) {
            read(m_document->text(page, Urgency::Compared), [this, page, size, image](const PageText &words) {
                m_pages[page] = {hashOf(size, image, words), words};
                finishPage();
            });
        });
    });
}

PageComparison::PageComparison(std::shared_ptr<ViewedDocument> before, std::shared_ptr<ViewedDocument> after,
                               QObject *parent)
    : QObject(parent)
{
    if (before)
        m_before = std::make_unique<Side>(*this, std::move(before));
    m_after = std::make_unique<Side>(*this, std::move(after));
}

PageComparison::~PageComparison() = default;

int PageComparison::comparedPages() const
{
    return int(m_after->pages().size());
}

bool PageComparison::comparesWholeDocuments() const
{
    return m_after->document().pageCount() <= pagesMost && (!m_before || m_before->document().pageCount() <= pagesMost);
}

void PageComparison::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_before && m_before->document().sha256() != m_after->document().sha256())
                return goOn();
            m_isOver = true;
            if (m_before)
                Q_EMIT compared({});
            else
                Q_EMIT nothingToCompare();
        },
        Qt::QueuedConnection);
}

// A signal is the last thing it does: who hears it may end us.
void PageComparison::goOn()
{
    if (m_isOver)
        return;
    m_before->readPages();
    m_after->readPages();
    if (m_isOver)
        return;
    if (m_before->isDone() && m_after->isDone())
        return findChanges();
    Q_EMIT progressed(m_before->pagesDone() + m_after->pagesDone(),
                      int(m_before->pages().size() + m_after->pages().size()));
}

// Not in the GUI thread: hundreds of full pages of words take seconds.
void PageComparison::findChanges()
{
    m_isOver = true;
    auto found = std::make_shared<QPromise<Result<QList<PageChange>>>>();
    base::whenDone(found->future(), this, [this](const Result<QList<PageChange>> &changes) {
        if (changes)
            Q_EMIT compared(*changes);
    });
    found->start();
    QThreadPool::globalInstance()->start([found, before = m_before->pages(), after = m_after->pages()] {
        found->addResult(Result<QList<PageChange>>(domain::pageChanges(before, after)));
        found->finish();
    });
}

void PageComparison::end(const Error &error)
{
    if (m_isOver)
        return;
    m_isOver = true;
    Q_EMIT failed(error);
}

} // namespace gatehouse::operations
