#include "render/documentkind.h"

#include <algorithm>

namespace gatehouse::render {

DocumentKind documentKind(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return DocumentKind::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return DocumentKind::Jpeg;
    // The second digit: 43 is BigTIFF.
    for (const QByteArrayView tiff : {QByteArrayView("II*\0", 4), QByteArrayView("MM\0*", 4),
                                      QByteArrayView("II+\0", 4), QByteArrayView("MM\0+", 4)}) {
        if (bytes.startsWith(tiff))
            return DocumentKind::Tiff;
    }
    // ISO 32000-1, H.3, note 13: readers accept a header somewhere within the first 1024 bytes, and mail gateways see
    // to it that it stands there.
    constexpr qsizetype headerWithin = 1024;
    if (bytes.first(std::min(bytes.size(), headerWithin)).contains("%PDF-"))
        return DocumentKind::Pdf;
    return DocumentKind::Text;
}

} // namespace gatehouse::render
