#include "documents/protocol.h"

#include <QCryptographicHash>

#include <array>
#include <limits>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

// A helper that a document has taken over: what it does wrong is the document's first word. Otherwise it has three
// empty pages.

using namespace gatehouse::documents;

namespace {

QByteArray document()
{
    struct stat file = {};
    ::fstat(documentNumber, &file);
    QByteArray bytes(file.st_size, Qt::Uninitialized);
    return ::pread(documentNumber, bytes.data(), size_t(bytes.size()), 0) == bytes.size() ? bytes : QByteArray();
}

void say(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const auto written = ::write(socketNumber, bytes.constData() + at, size_t(bytes.size() - at));
        if (written <= 0)
            ::_exit(1);
        at += written;
    }
}

QByteArray framed(const Request &request, const QByteArray &body, Outcome outcome = Outcome::Done)
{
    return encoded(AnswerHead{request.id, outcome, quint32(body.size())}) + body;
}

QByteArray openedBody(const QByteArray &bytes, const QByteArray &wrong)
{
    Opened opened{3, {100, 100}, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), false};
    if (wrong == "hash")
        opened.sha256[0] = char(opened.sha256[0] ^ 1);
    else if (wrong == "nopages")
        opened.pageCount = 0;
    else if (wrong == "pages")
        opened.pageCount = std::numeric_limits<int>::max();
    else if (wrong == "nan")
        opened.firstPage.setWidth(std::numeric_limits<double>::quiet_NaN());
    return encoded(opened);
}

QByteArray honest(const Request &request, const QByteArray &bytes, const QByteArray &wrong)
{
    switch (request.ask) {
    case Ask::Open: return framed(request, openedBody(bytes, wrong));
    case Ask::PageSize: return framed(request, encoded(QSizeF(100, 100)));
    case Ask::Render:
        return framed(request, QByteArray(qsizetype(request.size.width()) * request.size.height() * 4, '\xff'));
    case Ask::Text: return framed(request, encoded(gatehouse::domain::PageText()));
    }
    return {};
}

// One word, whose width is twice the page's.
QByteArray wordOutsideThePage()
{
    QByteArray body = encoded(gatehouse::domain::PageText{{QStringLiteral("far"), QRectF(0, 0, 1, 1)}});
    const float two = 2;
    body.replace(12, 4, reinterpret_cast<const char *>(&two), 4);
    return body;
}

void answerWrongly(const Request &request, const QByteArray &bytes, const QByteArray &wrong)
{
    const QByteArray right = honest(request, bytes, wrong);
    const bool opening = request.ask == Ask::Open;
    const bool drawing = request.ask == Ask::Render;
    if (wrong == "leaves") {
        ::close(socketNumber);
        for (;;)
            ::pause();
    }
    if (wrong == "garbage")
        return say(QByteArray(1000, 'x'));
    if (wrong == "unprotected")
        return say(framed(request, {}, Outcome::Unprotected));
    if (wrong == "short" && opening) {
        say(right.first(30));
        ::_exit(0);
    }
    if (wrong == "silent" || (wrong == "slow" && drawing && request.size.width() > 10)) {
        ::prctl(PR_SET_NAME, "at work");
        for (;;)
            ::pause();
    }
    if (wrong == "crashes" && drawing && request.page == 1)
        ::_exit(3);
    if (wrong == "longer" && drawing)
        return say(framed(request, right.sliced(answerHeadBytes) + "more"));
    if (wrong == "shorter" && drawing)
        return say(framed(request, right.sliced(answerHeadBytes).chopped(4)));
    if (wrong == "more" && drawing)
        return say(right + "more");
    if (wrong == "otherid" && drawing)
        return say(encoded(AnswerHead{request.id + 1, Outcome::Done, 16}) + right.sliced(answerHeadBytes));
    if (wrong == "gigabytes" && request.ask == Ask::Text)
        return say(encoded(AnswerHead{request.id, Outcome::Done, 0xffffffff}));
    if (wrong == "outside" && request.ask == Ask::Text)
        return say(framed(request, wordOutsideThePage()));
    say(right);
}

} // namespace

int main()
{
    const QByteArray bytes = document();
    const QByteArray wrong = bytes.split(' ').constFirst();
    if (wrong == "unloadable")
        return 127;
    std::array<char, requestBytes> request = {};
    while (::read(socketNumber, request.data(), request.size()) == ssize_t(request.size())) {
        if (const auto asked = decodedRequest(QByteArrayView(request.data(), request.size())))
            answerWrongly(*asked, bytes, wrong);
    }
    return 0;
}
