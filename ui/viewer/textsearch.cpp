#include "ui/viewer/textsearch.h"

#include "base/whendone.h"
#include "ui/viewer/pagewords.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

// Enough that the helper never waits for us, few enough that a page that is turned meanwhile doesn't wait for them.
constexpr int mostUnderWay = 4;

} // namespace

TextSearch::TextSearch(QObject *parent) : QObject(parent) { }

TextSearch::~TextSearch()
{
    takeBack();
}

void TextSearch::takeBack()
{
    const auto asked = std::exchange(m_asked, {});
    for (const auto &one : asked)
        one();
}

void TextSearch::setDocument(std::shared_ptr<operations::ViewedDocument> document)
{
    takeBack();
    m_document = std::move(document);
    m_texts.clear();
    m_unreadable.clear();
    m_anyWords = false;
    stop();
}

void TextSearch::find(const QString &needle, int page)
{
    takeBack();
    m_needle = needle.simplified();
    m_from = page;
    m_offset = 0;
    m_settled = 0;
    m_hits.clear();
    m_total = 0;
    m_current.reset();
    if (m_document && !m_needle.isEmpty()) {
        const QList<int> known = m_texts.keys();
        for (int one : known)
            count(one);
        chooseFirst();
        ask();
    }
    Q_EMIT changed();
}

bool TextSearch::isDone() const
{
    return !m_document || m_needle.isEmpty() || pagesRead() == m_document->pageCount();
}

bool TextSearch::hasNoText() const
{
    return m_document && pagesRead() == m_document->pageCount() && !m_anyWords;
}

void TextSearch::ask()
{
    const int pages = m_document->pageCount();
    while (m_offset < pages && m_asked.size() < mostUnderWay) {
        const int page = (m_from + m_offset) % pages;
        ++m_offset;
        if (wasRead(page))
            continue;
        auto future = m_document->text(page, operations::Urgency::Prefetched);
        const quint64 id = ++m_requests;
        m_asked.insert(id, [future]() mutable { future.cancel(); });
        base::whenDone(std::move(future), this, [this, page, id](base::Result<domain::PageText> words) {
            if (m_asked.remove(id))
                readPage(page, std::move(words));
        });
    }
}

void TextSearch::readPage(int page, base::Result<domain::PageText> words)
{
    if (words) {
        m_texts.insert(page, searchable(*words));
        m_anyWords = m_anyWords || !words->isEmpty();
        count(page);
    } else {
        m_unreadable += page;
    }
    chooseFirst();
    ask();
    Q_EMIT changed();
}

// The first hit from where the search began, as soon as it is sure that none before it is still to come.
void TextSearch::chooseFirst()
{
    const int pages = m_document->pageCount();
    for (; !m_current && m_settled < pages; ++m_settled) {
        const int page = (m_from + m_settled) % pages;
        if (!wasRead(page))
            return;
        if (m_hits.value(page) > 0)
            m_current = Hit{page, 0};
    }
}

void TextSearch::count(int page)
{
    const int hits = int(countHits(m_texts.value(page), m_needle));
    if (hits == 0)
        return;
    m_hits.insert(page, hits);
    m_total += hits;
}

int TextSearch::ordinal() const
{
    if (!m_current)
        return 0;
    int before = 0;
    for (auto it = m_hits.cbegin(); it != m_hits.cend(); ++it) {
        if (it.key() < m_current->page)
            before += it.value();
    }
    return before + m_current->number + 1;
}

void TextSearch::step(Direction direction)
{
    if (m_hits.isEmpty())
        return;
    QList<int> pages = m_hits.keys();
    std::sort(pages.begin(), pages.end());
    Hit hit = m_current.value_or(Hit{m_from, -1});
    if (direction == Direction::Next) {
        if (++hit.number >= m_hits.value(hit.page)) {
            const auto next = std::upper_bound(pages.cbegin(), pages.cend(), hit.page);
            hit = {next == pages.cend() ? pages.constFirst() : *next, 0};
        }
    } else if (--hit.number < 0) {
        const auto here = std::lower_bound(pages.cbegin(), pages.cend(), hit.page);
        hit.page = here == pages.cbegin() ? pages.constLast() : *(here - 1);
        hit.number = m_hits.value(hit.page) - 1;
    }
    m_current = hit;
    Q_EMIT changed();
}

} // namespace gatehouse::ui
