#include "render/imagepages.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace gatehouse::render {

using documents::Outcome;

namespace {

// An image in memory: 64 million pixels of 8 bits a channel, half of that at 16.
constexpr qint64 pixelsMost = 64LL * 1024 * 1024;
constexpr int megabytesMost = 512;

QByteArray formatName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Png: return "png";
    case DocumentKind::Jpeg: return "jpeg";
    default: return "tiff";
    }
}

class ImagePages final : public Pages
{
public:
    ImagePages(const QByteArray &bytes, DocumentKind kind) : m_bytes(bytes), m_format(formatName(kind)) { }

    // False: not even its beginning can be read.
    bool open();
    int count() const override { return int(m_sizes.size()); }
    QSizeF size(int page) const override { return m_sizes.at(page); }
    Got<QImage> draw(int page, QSize size) override;
    Got<domain::PageText> words(int) override { return domain::PageText(); }

private:
    // No other reader is tried, whatever the bytes look like to it.
    void prepare(QImageReader &reader, QBuffer &buffer) const
    {
        buffer.setData(m_bytes);
        buffer.open(QIODevice::ReadOnly);
        reader.setDevice(&buffer);
        reader.setFormat(m_format);
        reader.setAutoDetectImageFormat(false);
        reader.setAutoTransform(true);
    }
    static QSize shownSize(const QImageReader &reader)
    {
        const QSize size = reader.size();
        return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? size.transposed() : size;
    }

    QByteArray m_bytes;
    QByteArray m_format;
    QList<QSizeF> m_sizes;
    int m_drawnPage = -1; // kept: it is asked for at several sizes
    QImage m_drawn;
};

bool ImagePages::open()
{
    QBuffer buffer;
    QImageReader reader;
    prepare(reader, buffer);
    // The first question: once the TIFF reader (Qt 6.4) has told a size it finds no pages any more.
    const int pages = m_format == "tiff" ? std::clamp(reader.imageCount(), 1, documents::pagesMost) : 1;
    if (!reader.canRead() || !reader.size().isValid())
        return false;
    // A page whose beginning is damaged takes the shape of the one before.
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            reader.jumpToImage(page);
        const QSizeF size = shownSize(reader);
        m_sizes.append(size.isValid() ? size : m_sizes.constLast());
    }
    return true;
}

Got<QImage> ImagePages::draw(int page, QSize)
{
    if (page == m_drawnPage)
        return m_drawn;
    if (m_sizes.at(page).width() * m_sizes.at(page).height() > double(pixelsMost))
        return tl::unexpected(Outcome::Large);
    m_drawn = {};
    m_drawnPage = -1;
    QBuffer buffer;
    QImageReader reader;
    prepare(reader, buffer);
    if (page > 0 && !reader.jumpToImage(page))
        return tl::unexpected(Outcome::Damaged);
    QImage image = reader.read();
    if (image.isNull())
        return tl::unexpected(Outcome::Damaged);
    m_drawn = image;
    m_drawnPage = page;
    return image;
}

} // namespace

void prepareImages(DocumentKind kind)
{
    QImageReader::setAllocationLimit(megabytesMost);
    QBuffer nothing;
    nothing.open(QIODevice::ReadOnly);
    QImageReader(&nothing, formatName(kind)).canRead();
}

GotPages openImage(const QByteArray &bytes, DocumentKind kind)
{
    auto pages = std::make_unique<ImagePages>(bytes, kind);
    if (!pages->open())
        return tl::unexpected(Outcome::Damaged);
    return pages;
}

} // namespace gatehouse::render
