#include "ui/viewer/pageimages.h"

#include "base/whendone.h"

namespace gatehouse::ui {

namespace {

// Wraps the bytes without copying them; null when they are not what they say they are.
QImage imageOf(domain::PageImage rendered)
{
    const qint64 bytes = qint64(rendered.width) * rendered.height * 4;
    if (rendered.width <= 0 || rendered.height <= 0 || bytes != rendered.pixels.size())
        return {};
    auto *pixels = new QByteArray(std::move(rendered.pixels));
    return QImage(
        reinterpret_cast<const uchar *>(pixels->constData()), rendered.width, rendered.height, rendered.width * 4,
        QImage::Format_RGB32, [](void *held) { delete static_cast<QByteArray *>(held); }, pixels);
}

} // namespace

PageImages::PageImages(qint64 mostBytes, Target target, QObject *parent)
    : QObject(parent), m_target(std::move(target)), m_mostBytes(mostBytes)
{ }

PageImages::~PageImages()
{
    setDocument(nullptr);
}

void PageImages::setDocument(std::shared_ptr<operations::ViewedDocument> document)
{
    for (int page : std::as_const(m_asked))
        takeBack(m_slots[page]);
    m_asked.clear();
    m_slots.clear();
    m_bytes = 0;
    m_document = std::move(document);
}

bool PageImages::has(int page) const
{
    return m_document && page >= 0 && page < m_document->pageCount();
}

template <class T, class Done>
void PageImages::ask(int page, QSize size, Urgency urgency, QFuture<base::Result<T>> future, Done done)
{
    const quint64 id = ++m_counter;
    m_slots[page].requests += {id, size, urgency, [future]() mutable { future.cancel(); }};
    m_asked += page;
    base::whenDone(std::move(future), this, [this, page, id, done = std::move(done)](base::Result<T> answer) {
        if (takeRequest(page, id))
            done(std::move(answer));
    });
}

void PageImages::want(int page, Urgency urgency)
{
    if (!has(page))
        return;
    Slot &slot = m_slots[page];
    slot.wanted = ++m_counter;
    if (slot.error)
        return;
    if (!slot.points && page == 0)
        slot.points = m_document->firstPageSize();
    const QSize size = slot.points ? m_target(*slot.points) : QSize();
    if (!size.isEmpty() && slot.size == size && !slot.image.isNull())
        return;
    takeBack(slot, size);
    for (const Request &request : std::as_const(slot.requests)) {
        if (request.urgency <= urgency)
            return;
    }
    if (!slot.points) {
        ask<QSizeF>(page, {}, urgency, m_document->pageSize(page, urgency),
                    [this, page, urgency](base::Result<QSizeF> points) {
                        if (!points)
                            return fail(page, points.error());
                        m_slots[page].points = *points;
                        want(page, urgency);
                        Q_EMIT changed(page);
                    });
        return;
    }
    if (size.isEmpty())
        return;
    ask<domain::PageImage>(
        page, size, urgency, m_document->render(page, size, urgency),
        [this, page, size](base::Result<domain::PageImage> rendered) { keepImage(page, size, std::move(rendered)); });
}

bool PageImages::takeRequest(int page, quint64 id)
{
    const auto slot = m_slots.find(page);
    if (slot == m_slots.end())
        return false;
    const auto ours = [id](const Request &request) { return request.id == id; };
    if (slot->requests.removeIf(ours) == 0)
        return false;
    // Of two that asked for the same, the first answer serves both.
    takeBack(*slot);
    m_asked.remove(page);
    return true;
}

void PageImages::takeBack(Slot &slot, std::optional<QSize> except)
{
    for (qsizetype i = slot.requests.size() - 1; i >= 0; --i) {
        if (except == slot.requests[i].size)
            continue;
        const Request request = slot.requests.takeAt(i);
        request.takeBack();
    }
}

void PageImages::wantOnly(int first, int last)
{
    for (auto page = m_asked.begin(); page != m_asked.end();) {
        if (*page >= first && *page <= last) {
            ++page;
            continue;
        }
        takeBack(m_slots[*page]);
        page = m_asked.erase(page);
    }
}

void PageImages::keepImage(int page, QSize size, base::Result<domain::PageImage> rendered)
{
    if (!rendered)
        return fail(page, rendered.error());
    QImage image = imageOf(std::move(*rendered));
    if (image.isNull())
        return fail(page, {base::ErrorKind::Corrupt,
                           base::ErrorCode::PageUnreadable,
                           QString::number(page + 1),
                           {QStringLiteral("damaged")}});
    Slot &slot = m_slots[page];
    m_bytes += image.sizeInBytes() - slot.image.sizeInBytes();
    slot.image = std::move(image);
    slot.size = size;
    evict(page);
    Q_EMIT changed(page);
}

void PageImages::fail(int page, const base::Error &error)
{
    m_slots[page].error = error;
    Q_EMIT changed(page);
}

void PageImages::evict(int keep)
{
    while (m_bytes > m_mostBytes) {
        auto oldest = m_slots.end();
        for (auto slot = m_slots.begin(); slot != m_slots.end(); ++slot) {
            if (slot.key() == keep || slot->image.isNull())
                continue;
            if (oldest == m_slots.end() || slot->wanted < oldest->wanted)
                oldest = slot;
        }
        if (oldest == m_slots.end())
            return;
        m_bytes -= oldest->image.sizeInBytes();
        oldest->image = {};
        oldest->size = {};
    }
}

QImage PageImages::image(int page) const
{
    return m_slots.value(page).image;
}

bool PageImages::isFresh(int page) const
{
    const auto slot = m_slots.constFind(page);
    return slot != m_slots.constEnd() && !slot->image.isNull() && slot->points && slot->size == m_target(*slot->points);
}

QSizeF PageImages::points(int page) const
{
    const auto slot = m_slots.constFind(page);
    if (slot != m_slots.constEnd() && slot->points)
        return *slot->points;
    return m_document ? m_document->firstPageSize() : QSizeF();
}

std::optional<base::Error> PageImages::error(int page) const
{
    const auto slot = m_slots.constFind(page);
    return slot == m_slots.constEnd() ? std::nullopt : slot->error;
}

void PageImages::forgetError(int page)
{
    if (const auto slot = m_slots.find(page); slot != m_slots.end())
        slot->error.reset();
}

} // namespace gatehouse::ui
