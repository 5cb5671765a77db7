#include "documents/protocol.h"
#include "fuzz/corpus.h"

// What the helper reads: requests of a console, or of whoever has got hold of its socket.

using namespace gatehouse::documents;

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    gatehouse::fuzz::writeCorpusIfAsked(
        *argc, *argv,
        {encoded(Request{1, Ask::Open, 0, {0, 0}}), encoded(Request{2, Ask::PageSize, 7, {0, 0}}),
         encoded(Request{3, Ask::Render, pagesMost - 1, {4096, 4096}}), encoded(Request{4, Ask::Text, 7, {0, 0}})});
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const auto request = decodedRequest(bytes);
    if (!request)
        return 0;
    gatehouse::fuzz::require(encoded(*request) == bytes);
    gatehouse::fuzz::require(request->page >= 0 && request->page < pagesMost);
    gatehouse::fuzz::require(request->ask == Ask::Render ? isDrawable(request->size) : request->size == QSize(0, 0));
    return 0;
}
