#include "operations/pagecomparison.h"

#include "base/sha256.h"
#include "base/whendone.h"

#include <algorithm>
#include <functional>

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

QByteArray hashOf(const QByteArray &size, const QByteArray &contents)
{
    base::Sha256 hash;
    hash.add(size);
    hash.add(contents);
    return hash.result();
}

QByteArray wordsOf(const PageText &text)
{
    QByteArray words;
    for (const domain::PageWord &word : text)
        words += word.text.toUtf8() + '\n';
    return words;
}

} // namespace

// One version: which of its pages are asked for, and what came of it.
class PageComparison::Side
{
public:
    Side(PageComparison &comparison, std::shared_ptr<ViewedDocument> document, bool isDrawn)
        : m_comparison(comparison),
          m_document(std::move(document)),
          m_isDrawn(isDrawn),
          m_pages(std::min(m_document->pageCount(), pagesMost))
    {
        for (int page = 0; page < m_pages.size(); ++page)
            m_wanted.append(page);
    }

    const QList<PageFingerprint> &pages() const { return m_pages; }
    ViewedDocument &document() { return *m_document; }
    bool isDone() const { return m_wanted.isEmpty() && m_underWay == 0; }
    int pagesDone() const { return int(m_pages.size() - m_wanted.size()) - m_underWay; }

    // Fingerprints of all pages first.
    void readPages()
    {
        askForMore([this](int page) { readSize(page); });
    }
    // Then the words of those that differ. Without a picture they are there already.
    void wantWords(int page)
    {
        if (m_isDrawn)
            m_wanted.append(page);
    }
    void readWords()
    {
        askForMore([this](int page) {
            read(m_document->text(page, Urgency::Compared),
                 [this, page](const PageText &words) { addWords(page, words); });
        });
    }

private:
    void askForMore(const std::function<void(int)> &ask)
    {
        while (m_underWay < underWayMost && !m_wanted.isEmpty()) {
            ++m_underWay;
            ask(m_wanted.takeFirst());
        }
    }
    void readSize(int page);
    void addWords(int page, const PageText &words)
    {
        m_pages[page].words = words;
        finishPage();
    }
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
    bool m_isDrawn;
    QList<PageFingerprint> m_pages;
    QList<int> m_wanted;
    int m_underWay = 0;
};

void PageComparison::Side::readSize(int page)
{
    read(m_document->pageSize(page, Urgency::Compared), [this, page](QSizeF size) {
        const QByteArray shape = bytesOf(size);
        if (m_isDrawn) {
            read(m_document->render(page, comparedSize, Urgency::Compared),
                 [this, page, shape](const PageImage &image) {
                     m_pages[page].pixels = hashOf(shape, image.pixels);
                     finishPage();
                 });
        } else {
            read(m_document->text(page, Urgency::Compared), [this, page, shape](const PageText &words) {
                m_pages[page].pixels = hashOf(shape, wordsOf(words));
                addWords(page, words);
            });
        }
    });
}

PageComparison::PageComparison(std::shared_ptr<ViewedDocument> before, std::shared_ptr<ViewedDocument> after,
                               QObject *parent)
    : QObject(parent)
{
    const bool isDrawn = (!before || before->pageCount() <= pagesMost) && after->pageCount() <= pagesMost;
    if (before)
        m_before = std::make_unique<Side>(*this, std::move(before), isDrawn);
    m_after = std::make_unique<Side>(*this, std::move(after), isDrawn);
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
            m_phase = Phase::Over;
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
    if (m_phase == Phase::Pages) {
        m_before->readPages();
        m_after->readPages();
        if (!m_before->isDone() || !m_after->isDone()) {
            Q_EMIT progressed(m_before->pagesDone() + m_after->pagesDone(),
                              int(m_before->pages().size() + m_after->pages().size()));
            return;
        }
        findDiffering();
    }
    if (m_phase != Phase::Words)
        return;
    m_before->readWords();
    m_after->readWords();
    if (m_before->isDone() && m_after->isDone()) {
        m_phase = Phase::Over;
        Q_EMIT compared(domain::pageChanges(m_before->pages(), m_after->pages()));
    }
}

void PageComparison::findDiffering()
{
    m_phase = Phase::Words;
    const QList<PageChange> changes = domain::pageChanges(m_before->pages(), m_after->pages());
    for (const PageChange &change : changes) {
        if (change.kind != PageChangeKind::Added)
            m_before->wantWords(change.oldPage);
        if (change.kind != PageChangeKind::Removed)
            m_after->wantWords(change.page);
    }
}

void PageComparison::end(const Error &error)
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    Q_EMIT failed(error);
}

} // namespace gatehouse::operations
