#include "documents/processdocumentopener.h"

#include "documents/helperprocess.h"

#include <QFileInfo>
#include <QHash>

namespace gatehouse::documents {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::OpenDocument;
using domain::PageImage;
using domain::PageText;
using Heard = HelperProcess::Heard;

namespace {

QString word(QLatin1StringView text)
{
    return text;
}

Error cancelled()
{
    return {ErrorKind::Cancelled, ErrorCode::Cancelled, {}, {}};
}

Error documentUnreadable(QLatin1StringView why)
{
    return {ErrorKind::Invalid, ErrorCode::DocumentUnreadable, {}, {word(why)}};
}

Error pageUnreadable(int page, QLatin1StringView why)
{
    return {ErrorKind::Invalid, ErrorCode::PageUnreadable, QString::number(page + 1), {word(why)}};
}

Error rendererMissing(const QString &program, const QStringList &why = {})
{
    return {ErrorKind::Unreachable, ErrorCode::RendererMissing, program, why};
}

QLatin1StringView reasonOf(Heard heard)
{
    return heard == Heard::Late ? QLatin1StringView("slow") : QLatin1StringView("crashed");
}

QLatin1StringView reasonOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Encrypted: return QLatin1StringView("encrypted");
    case Outcome::Unknown: return QLatin1StringView("unknown");
    case Outcome::Large: return QLatin1StringView("large");
    default: return QLatin1StringView("damaged");
    }
}

class ProcessDocument final : public OpenDocument
{
public:
    ProcessDocument(QString program, std::chrono::milliseconds patience, SealedBytes bytes)
        : m_program(std::move(program)), m_patience(patience), m_bytes(std::move(bytes))
    { }

    // The first question to a new helper: is the document what it was?
    Result<void> start();

    QString sha256() const override { return QString::fromLatin1(m_sha256.toHex()); }
    int pageCount() const override { return m_opened.pageCount; }
    bool mayHaveForm() const override { return m_opened.mayHaveForm; }
    Result<QSizeF> pageSize(int page) override;
    Result<PageImage> render(int page, QSize size) override;
    Result<PageText> text(int page) override;

private:
    // What went wrong with a page before: it is not asked for again, or only at fewer pixels.
    struct Trouble
    {
        QLatin1StringView why;
        qint64 pixels = 0;
    };

    Result<QByteArray> askPage(Request request);
    std::optional<Error> knownTrouble(const Request &request) const;
    Error givenUp(const Request &request, Heard heard);
    QDeadlineTimer deadline() const { return QDeadlineTimer(m_patience); }
    static QPair<quint32, int> placeOf(const Request &request) { return {quint32(request.ask), request.page}; }
    static qint64 pixelsOf(const Request &request) { return qint64(request.size.width()) * request.size.height(); }

    QString m_program;
    std::chrono::milliseconds m_patience;
    SealedBytes m_bytes;
    QByteArray m_sha256;
    Opened m_opened;
    std::unique_ptr<HelperProcess> m_helper;
    QHash<QPair<quint32, int>, Trouble> m_troubles;
};

Result<void> ProcessDocument::start()
{
    m_helper = HelperProcess::start(m_program, m_bytes);
    if (!m_helper)
        return rendererMissing(m_program);
    const bool sent = m_helper->send({0, Ask::Open, 0, {0, 0}});
    if (m_sha256.isEmpty())
        m_sha256 = m_bytes.sha256(); // while the helper does the same
    const auto reply = sent ? m_helper->receive(deadline()) : HelperProcess::Reply{};
    if (reply.heard == Heard::Left)
        return cancelled();
    if (reply.heard == Heard::Gone && m_helper->neverRan())
        return rendererMissing(m_program);
    if (reply.heard != Heard::Answer)
        return documentUnreadable(reasonOf(reply.heard));
    if (reply.outcome == Outcome::Unprotected)
        return rendererMissing(m_program, {word(QLatin1StringView("unprotected"))});
    if (reply.outcome != Outcome::Done)
        return documentUnreadable(reasonOf(reply.outcome));
    const auto opened = decodedOpened(reply.body);
    const bool same = opened && opened->sha256 == m_sha256 && (m_opened.pageCount == 0 || m_opened == *opened);
    if (!same)
        return documentUnreadable(reasonOf(Heard::Nonsense));
    m_opened = *opened;
    return {};
}

std::optional<Error> ProcessDocument::knownTrouble(const Request &request) const
{
    if (request.page < 0 || request.page >= m_opened.pageCount)
        return pageUnreadable(request.page, reasonOf(Outcome::Damaged));
    if (request.ask == Ask::Render && !isDrawable(request.size))
        return pageUnreadable(request.page, reasonOf(Outcome::Large));
    const auto trouble = m_troubles.constFind(placeOf(request));
    if (trouble != m_troubles.constEnd() && pixelsOf(request) >= trouble->pixels)
        return pageUnreadable(request.page, trouble->why);
    return {};
}

// The helper is killed, whatever it is doing, and the next question starts another.
Error ProcessDocument::givenUp(const Request &request, Heard heard)
{
    m_helper.reset();
    if (heard == Heard::Left)
        return cancelled();
    // Fewer pixels may be quick enough; they may crash it just as well.
    const auto why = reasonOf(heard);
    m_troubles.insert(placeOf(request), {why, heard == Heard::Late ? pixelsOf(request) : 0});
    return pageUnreadable(request.page, why);
}

Result<QByteArray> ProcessDocument::askPage(Request request)
{
    if (auto trouble = knownTrouble(request))
        return *trouble;
    // One that ended in between did so on its own, not for this page.
    if (m_helper && !m_helper->isWaiting())
        m_helper.reset();
    if (!m_helper) {
        if (auto started = start(); !started) {
            m_helper.reset();
            const bool passOn = started.error().code != ErrorCode::DocumentUnreadable;
            return passOn ? started.error() : pageUnreadable(request.page, reasonOf(Heard::Gone));
        }
    }
    auto reply = m_helper->ask(request, deadline());
    if (reply.heard != Heard::Answer)
        return givenUp(request, reply.heard);
    if (reply.outcome != Outcome::Done)
        return pageUnreadable(request.page, reasonOf(reply.outcome));
    return std::move(reply.body);
}

Result<QSizeF> ProcessDocument::pageSize(int page)
{
    const Request request{0, Ask::PageSize, page, {0, 0}};
    auto body = askPage(request);
    if (!body)
        return body.error();
    const auto size = decodedPageSize(*body);
    return size ? Result<QSizeF>(*size) : Result<QSizeF>(givenUp(request, Heard::Nonsense));
}

Result<PageImage> ProcessDocument::render(int page, QSize size)
{
    auto body = askPage({0, Ask::Render, page, size});
    if (!body)
        return body.error();
    return PageImage{size.width(), size.height(), *std::move(body)};
}

Result<PageText> ProcessDocument::text(int page)
{
    const Request request{0, Ask::Text, page, {0, 0}};
    auto body = askPage(request);
    if (!body)
        return body.error();
    auto words = decodedText(*body);
    return words ? Result<PageText>(*std::move(words)) : Result<PageText>(givenUp(request, Heard::Nonsense));
}

} // namespace

ProcessDocumentOpener::ProcessDocumentOpener(QString program, std::chrono::milliseconds patience)
    : m_program(std::move(program)), m_patience(patience)
{ }

Result<std::unique_ptr<OpenDocument>> ProcessDocumentOpener::open(const QByteArray &bytes) const
{
    if (bytes.isEmpty())
        return documentUnreadable(QLatin1StringView("empty"));
    if (!QFileInfo(m_program).isExecutable())
        return rendererMissing(m_program);
    auto sealed = SealedBytes::of(bytes);
    if (!sealed)
        return Error{ErrorKind::Internal, ErrorCode::Internal, QStringLiteral("memfd"), {}};
    auto document = std::make_unique<ProcessDocument>(m_program, m_patience, *std::move(sealed));
    if (auto started = document->start(); !started)
        return started.error();
    return document;
}

} // namespace gatehouse::documents
