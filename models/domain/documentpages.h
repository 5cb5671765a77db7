#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <memory>

namespace gatehouse::domain {

// A document may be this large (product limit; a scanned KYB package is 5 to 40 MB). The schemas repeat it.
inline constexpr qint64 documentMostBytes = 100LL * 1024 * 1024;

// A rendered page may hold this many bytes of pixels; what asks for more is refused before it is drawn.
inline constexpr qint64 pageMostBytes = 64LL * 1024 * 1024;

// A page as it looks: rows from the top, without padding, each pixel four bytes B G R 255 (QImage::Format_RGB32 on
// little-endian machines). width * height * 4 == pixels.size().
struct PageImage
{
    int width = 0;
    int height = 0;
    QByteArray pixels;
};

// A word of a page's text layer and where it stands, in fractions of the page: (0, 0) is its upper left corner, (1, 1)
// its lower right one, as the page is shown.
struct PageWord
{
    QString text;
    QRectF area;

    friend bool operator==(const PageWord &, const PageWord &) = default;
};

// In reading order. Empty where there is no text layer: a scan, an image.
using PageText = QList<PageWord>;

// A document taken apart, page by page, outside this process. Every call blocks, up to five seconds for a page; one
// thread at a time. A page that can't be shown costs itself and no other: PageUnreadable (subject: page number from 1,
// argument: "damaged", "slow", "large" or "crashed") and the next call works again.
class OpenDocument
{
public:
    virtual ~OpenDocument() = default;

    // Lower-case hex SHA-256 of the bytes that are shown, computed from what the other process holds.
    virtual QString sha256() const = 0;
    virtual int pageCount() const = 0; // at least 1
    // Form fields, which a PDF may have, are neither drawn nor in the text: what they were filled in with is not seen.
    virtual bool mayHaveForm() const = 0;
    // Pages count from 0 here. In points of 1/72 inch (an image: in pixels), as shown.
    virtual base::Result<QSizeF> pageSize(int page) = 0;
    // Scaled to exactly `size` pixels.
    virtual base::Result<PageImage> render(int page, QSize size) = 0;
    virtual base::Result<PageText> text(int page) = 0;
};

// Thread-safe.
class DocumentOpener
{
public:
    virtual ~DocumentOpener() = default;
    // PDF, PNG, JPEG, TIFF and plain text, told by the bytes and never by a name. Errors: DocumentUnreadable (argument:
    // "empty", "encrypted", "damaged", "unknown" for what is none of these, "slow", "crashed");
    // Unreachable/RendererMissing when there is no helper program to do it.
    virtual base::Result<std::unique_ptr<OpenDocument>> open(const QByteArray &bytes) const = 0;
};

} // namespace gatehouse::domain
