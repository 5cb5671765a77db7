#include "documents/protocol.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace gatehouse::documents {

namespace {

constexpr quint32 requestMark = 0x51524847; // "GHRQ"
constexpr quint32 answerMark = 0x53414847;  // "GHAS"
constexpr qsizetype hashBytes = 32;
constexpr qsizetype sizeBytes = 2 * sizeof(double);
constexpr qsizetype openedBytes = sizeof(quint32) + sizeBytes + hashBytes + sizeof(quint32);
constexpr qsizetype wordHeadBytes = 5 * sizeof(quint32);

class FrameWriter
{
public:
    void add(quint32 value) { addRaw(qToLittleEndian(value)); }
    void add(float value) { add(std::bit_cast<quint32>(value)); }
    void add(double value) { addRaw(qToLittleEndian(std::bit_cast<quint64>(value))); }
    void add(const QByteArray &bytes) { m_bytes += bytes; }
    void add(QSizeF size)
    {
        add(size.width());
        add(size.height());
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    template <class T>
    void addRaw(T value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }

    QByteArray m_bytes;
};

// Reads in order; zeros once the bytes have come to their end, and `isWhole` no more.
class FrameReader
{
public:
    explicit FrameReader(QByteArrayView bytes) : m_rest(bytes) { }

    quint32 number() { return raw<quint32>(); }
    float fraction() { return std::bit_cast<float>(raw<quint32>()); }
    QSizeF size()
    {
        const double width = std::bit_cast<double>(raw<quint64>());
        return {width, std::bit_cast<double>(raw<quint64>())};
    }
    QByteArrayView bytes(qsizetype length)
    {
        if (length > m_rest.size()) {
            m_whole = false;
            return {};
        }
        const QByteArrayView taken = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return taken;
    }
    bool isWhole() const { return m_whole; }
    bool isAtEnd() const { return m_whole && m_rest.isEmpty(); }
    qsizetype left() const { return m_rest.size(); }

private:
    template <class T>
    T raw()
    {
        const QByteArrayView taken = bytes(sizeof(T));
        return taken.isEmpty() ? T(0) : qFromLittleEndian<T>(taken.data());
    }

    QByteArrayView m_rest;
    bool m_whole = true;
};

struct Bounds
{
    qsizetype least;
    qsizetype most;
};

Bounds bodyBounds(const Request &request)
{
    switch (request.ask) {
    case Ask::Open: return {openedBytes, openedBytes};
    case Ask::PageSize: return {sizeBytes, sizeBytes};
    case Ask::Render: {
        const qsizetype pixels = qsizetype(request.size.width()) * request.size.height() * 4;
        return {pixels, pixels};
    }
    case Ask::Text: return {sizeof(quint32), textBytesMost};
    }
    return {0, 0};
}

bool isWordText(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Control;
    });
}

// Not `within 0 and 1` alone: what is no number compares as false.
bool isInsidePage(const QRectF &area)
{
    // An area is sent as four floats: their sums miss 1 by a little.
    constexpr double most = 1.00001;
    return area.x() >= 0 && area.y() >= 0 && area.width() >= 0 && area.height() >= 0 && area.right() <= most
           && area.bottom() <= most;
}

QRectF cutToPage(const QRectF &area)
{
    const auto within = [](double value) { return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0; };
    return {QPointF(within(area.left()), within(area.top())), QPointF(within(area.right()), within(area.bottom()))};
}

} // namespace

bool isDrawable(QSize size)
{
    return size.width() > 0 && size.height() > 0 && qint64(size.width()) * size.height() <= domain::pageMostBytes / 4;
}

bool isPageSize(QSizeF size)
{
    return size.width() > 0 && size.height() > 0 && size.width() <= pageSideMost && size.height() <= pageSideMost;
}

QByteArray encoded(const Request &request)
{
    FrameWriter frame;
    frame.add(requestMark);
    frame.add(request.id);
    frame.add(quint32(request.ask));
    frame.add(quint32(request.page));
    frame.add(quint32(request.size.width()));
    frame.add(quint32(request.size.height()));
    return frame.bytes();
}

std::optional<Request> decodedRequest(QByteArrayView bytes)
{
    FrameReader frame(bytes);
    const quint32 mark = frame.number();
    Request request;
    request.id = frame.number();
    const quint32 ask = frame.number();
    const quint32 page = frame.number();
    const quint32 width = frame.number();
    const quint32 height = frame.number();
    if (!frame.isAtEnd() || mark != requestMark || ask < quint32(Ask::Open) || ask > quint32(Ask::Text)
        || page >= quint32(pagesMost) || width > quint32(domain::pageMostBytes)
        || height > quint32(domain::pageMostBytes))
        return {};
    request.ask = Ask(ask);
    request.page = int(page);
    request.size = QSize(int(width), int(height));
    const bool fits = request.ask == Ask::Render ? isDrawable(request.size) : request.size == QSize(0, 0);
    if (!fits || (request.ask == Ask::Open && request.page != 0))
        return {};
    return request;
}

QByteArray encoded(const AnswerHead &head)
{
    FrameWriter frame;
    frame.add(answerMark);
    frame.add(head.id);
    frame.add(quint32(head.outcome));
    frame.add(head.length);
    return frame.bytes();
}

std::optional<AnswerHead> decodedHead(QByteArrayView bytes, const Request &request)
{
    FrameReader frame(bytes);
    const quint32 mark = frame.number();
    AnswerHead head;
    head.id = frame.number();
    const quint32 outcome = frame.number();
    head.length = frame.number();
    if (!frame.isAtEnd() || mark != answerMark || head.id != request.id || outcome > quint32(Outcome::Unprotected))
        return {};
    head.outcome = Outcome(outcome);
    const Bounds bounds = head.outcome == Outcome::Done ? bodyBounds(request) : Bounds{0, 0};
    if (qsizetype(head.length) < bounds.least || qsizetype(head.length) > bounds.most)
        return {};
    return head;
}

QByteArray encoded(const Opened &opened)
{
    FrameWriter body;
    body.add(quint32(opened.pageCount));
    body.add(opened.firstPage);
    body.add(opened.sha256);
    body.add(quint32(opened.mayHaveForm ? 1 : 0));
    return body.bytes();
}

std::optional<Opened> decodedOpened(QByteArrayView body)
{
    FrameReader frame(body);
    const quint32 pages = frame.number();
    const QSizeF firstPage = frame.size();
    const QByteArray hash = frame.bytes(hashBytes).toByteArray();
    const quint32 form = frame.number();
    if (!frame.isAtEnd() || pages < 1 || pages > quint32(pagesMost) || !isPageSize(firstPage) || form > 1)
        return {};
    return Opened{int(pages), firstPage, hash, form == 1};
}

QByteArray encoded(QSizeF pageSize)
{
    FrameWriter body;
    body.add(pageSize);
    return body.bytes();
}

std::optional<QSizeF> decodedPageSize(QByteArrayView body)
{
    FrameReader frame(body);
    const QSizeF size = frame.size();
    if (!frame.isAtEnd() || !isPageSize(size))
        return {};
    return size;
}

QByteArray encoded(const domain::PageText &text)
{
    FrameWriter words;
    quint32 count = 0;
    for (const domain::PageWord &word : text) {
        const QByteArray bytes = word.text.toUtf8();
        if (bytes.size() > wordBytesMost || !isWordText(word.text))
            continue;
        if (count == wordsMost || words.bytes().size() + wordHeadBytes + bytes.size() + 4 > textBytesMost)
            break;
        const QRectF area = cutToPage(word.area.normalized());
        for (const double part : {area.x(), area.y(), area.width(), area.height()})
            words.add(float(part));
        words.add(quint32(bytes.size()));
        words.add(bytes);
        ++count;
    }
    FrameWriter body;
    body.add(count);
    body.add(words.bytes());
    return body.bytes();
}

std::optional<domain::PageText> decodedText(QByteArrayView body)
{
    FrameReader frame(body);
    const quint32 count = frame.number();
    if (!frame.isWhole() || qsizetype(count) > std::min(wordsMost, frame.left() / wordHeadBytes))
        return {};
    domain::PageText text;
    text.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        domain::PageWord word;
        const double x = frame.fraction();
        const double y = frame.fraction();
        const double width = frame.fraction();
        word.area = QRectF(x, y, width, frame.fraction());
        const quint32 length = frame.number();
        if (length > quint32(wordBytesMost))
            return {};
        QStringDecoder utf8(QStringDecoder::Utf8,
                            QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        word.text = utf8(frame.bytes(length));
        if (!frame.isWhole() || utf8.hasError() || !isWordText(word.text) || !isInsidePage(word.area))
            return {};
        text.append(word);
    }
    return frame.isAtEnd() ? std::optional(text) : std::nullopt;
}

} // namespace gatehouse::documents
