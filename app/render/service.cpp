#include "render/service.h"

#include "base/sha256.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace gatehouse::render {

using documents::Ask;
using documents::encoded;
using documents::Outcome;
using documents::Request;

namespace {

constexpr unsigned secondsMost = 20;
// Of the first page, when its own can't be told: the document has others.
constexpr QSizeF usualSize(595, 842);

bool readWhole(int socket, char *data, qsizetype length)
{
    while (length > 0) {
        const auto got = ::read(socket, data, size_t(length));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        data += got;
        length -= got;
    }
    return true;
}

bool writeWhole(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(socket, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

class Service
{
public:
    Service(const QByteArray &document, const Parse &parse) : m_document(document), m_parse(parse) { }

    Got<QByteArray> answer(const Request &request);

private:
    Got<QByteArray> open();
    Got<QByteArray> draw(const Request &request);

    QByteArray m_document;
    const Parse &m_parse;
    std::unique_ptr<Pages> m_pages;
};

Got<QByteArray> Service::open()
{
    if (!m_pages) {
        auto pages = m_parse();
        if (!pages)
            return tl::unexpected(pages.error());
        m_pages = std::move(*pages);
    }
    const QSizeF first = m_pages->size(0);
    return encoded(documents::Opened{m_pages->count(), documents::isPageSize(first) ? first : usualSize,
                                     base::sha256(m_document), m_pages->mayHaveForm()});
}

Got<QByteArray> Service::draw(const Request &request)
{
    auto drawn = m_pages->draw(request.page, request.size);
    if (!drawn)
        return tl::unexpected(drawn.error());
    const QImage page = onWhite(*drawn, request.size);
    if (page.isNull())
        return tl::unexpected(Outcome::Large);
    // Four bytes a pixel leave no padding at the end of a row.
    return QByteArray(reinterpret_cast<const char *>(page.constBits()), page.sizeInBytes());
}

Got<QByteArray> Service::answer(const Request &request)
{
    if (request.ask == Ask::Open)
        return open();
    if (!m_pages || request.page >= m_pages->count())
        return tl::unexpected(Outcome::Damaged);
    switch (request.ask) {
    case Ask::PageSize: {
        const QSizeF size = m_pages->size(request.page);
        return documents::isPageSize(size) ? Got<QByteArray>(encoded(size))
                                           : Got<QByteArray>(tl::unexpected(Outcome::Damaged));
    }
    case Ask::Text: {
        const auto words = m_pages->words(request.page);
        return words ? Got<QByteArray>(encoded(*words)) : Got<QByteArray>(tl::unexpected(words.error()));
    }
    default: return draw(request);
    }
}

} // namespace

void serve(int socket, const QByteArray &document, const Parse &parse)
{
    Service service(document, parse);
    std::array<char, documents::requestBytes> bytes = {};
    while (readWhole(socket, bytes.data(), bytes.size())) {
        const auto request = documents::decodedRequest(QByteArrayView(bytes.data(), bytes.size()));
        if (!request)
            return;
        ::alarm(secondsMost);
        const auto body = service.answer(*request);
        const documents::AnswerHead head{request->id, body ? Outcome::Done : body.error(),
                                         body ? quint32(body->size()) : 0};
        if (!writeWhole(socket, encoded(head)) || (body && !writeWhole(socket, *body)))
            return;
        ::alarm(0);
    }
}

} // namespace gatehouse::render
