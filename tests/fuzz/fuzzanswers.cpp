#include "documents/protocol.h"
#include "fuzz/corpus.h"

#include <cmath>

// What the console reads: the answers of a helper that a document has taken over. The input is the request that was
// sent, the head of the answer and its body.

using namespace gatehouse::documents;
using gatehouse::fuzz::require;

namespace {

QByteArray exchange(const Request &request, const QByteArray &body)
{
    return encoded(request) + encoded(AnswerHead{request.id, Outcome::Done, quint32(body.size())}) + body;
}

bool isWithin(double value, double most)
{
    return std::isfinite(value) && value >= 0 && value <= most;
}

void checkOpened(QByteArrayView body)
{
    const auto opened = decodedOpened(body);
    if (!opened)
        return;
    require(encoded(*opened) == body);
    require(opened->pageCount >= 1 && opened->pageCount <= pagesMost && opened->sha256.size() == 32);
    require(isWithin(opened->firstPage.width(), pageSideMost) && isWithin(opened->firstPage.height(), pageSideMost));
}

void checkSize(QByteArrayView body)
{
    const auto size = decodedPageSize(body);
    require(!size || (encoded(*size) == body && isWithin(size->width(), pageSideMost)));
}

void checkText(QByteArrayView body)
{
    const auto text = decodedText(body);
    if (!text)
        return;
    require(text->size() <= wordsMost);
    for (const auto &word : *text) {
        require(!word.text.isEmpty() && word.text.size() <= wordBytesMost);
        require(isWithin(word.area.left(), 1) && isWithin(word.area.right(), 1.001));
        require(isWithin(word.area.top(), 1) && isWithin(word.area.bottom(), 1.001));
    }
    // What was accepted is passed on whole.
    const auto again = decodedText(encoded(*text));
    require(again && again->size() == text->size());
    for (qsizetype i = 0; i < text->size(); ++i)
        require(again->at(i).text == text->at(i).text);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const gatehouse::domain::PageText words = {{QStringLiteral("Harbourline"), {0.1, 0.1, 0.3, 0.02}},
                                               {QStringLiteral("\u00e9t\u00e9"), {0.5, 0.1, 0.5, 0.9}}};
    gatehouse::fuzz::writeCorpusIfAsked(
        *argc, *argv,
        {exchange({1, Ask::Open, 0, {0, 0}}, encoded(Opened{3, {595, 842}, QByteArray(32, 'h'), true})),
         exchange({2, Ask::PageSize, 1, {0, 0}}, encoded(QSizeF(595, 842))),
         exchange({3, Ask::Render, 1, {2, 3}}, QByteArray(24, 'p')),
         exchange({4, Ask::Text, 1, {0, 0}}, encoded(words)),
         exchange({5, Ask::Text, 1, {0, 0}}, encoded(gatehouse::domain::PageText()))});
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (bytes.size() < requestBytes + answerHeadBytes)
        return 0;
    const auto request = decodedRequest(bytes.first(requestBytes));
    if (!request)
        return 0;
    const QByteArrayView body = bytes.sliced(requestBytes + answerHeadBytes);
    const auto head = decodedHead(bytes.sliced(requestBytes, answerHeadBytes), *request);
    if (head) {
        require(head->id == request->id && qint64(head->length) <= gatehouse::domain::pageMostBytes);
        require(head->outcome == Outcome::Done || head->length == 0);
        require(request->ask != Ask::Render || head->outcome != Outcome::Done
                || qint64(head->length) == qint64(request->size.width()) * request->size.height() * 4);
    }
    // The bodies whatever the head says: lengths that fit are hard to come by.
    switch (request->ask) {
    case Ask::Open: checkOpened(body); break;
    case Ask::PageSize: checkSize(body); break;
    case Ask::Text: checkText(body); break;
    case Ask::Render: break;
    }
    return 0;
}
