#include "render/pdfpages.h"

#include "render/pdfforms.h"
#include "render/pdfwords.h"

#include <QBuffer>
#include <QPdfDocument>

namespace gatehouse::render {

using documents::Outcome;

namespace {

class PdfPages final : public Pages
{
public:
    explicit PdfPages(const QByteArray &bytes) : m_mayHaveForm(render::mayHaveForm(bytes))
    {
        m_buffer.setData(bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }

    const QPdfDocument &document() const { return m_document; }
    int count() const override { return m_document.pageCount(); }
    QSizeF size(int page) const override { return m_document.pagePointSize(page); }
    Got<QImage> draw(int page, QSize size) override;
    Got<domain::PageText> words(int page) override;
    bool mayHaveForm() const override { return m_mayHaveForm; }

private:
    bool m_mayHaveForm;
    QBuffer m_buffer;
    QPdfDocument m_document;
};

Got<QImage> PdfPages::draw(int page, QSize size)
{
    // Stamps, notes and marks. Form fields are annotations too, and not among those that Qt Pdf draws.
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage image = m_document.render(page, size, options);
    if (image.isNull())
        return tl::unexpected(Outcome::Damaged);
    return image;
}

Got<domain::PageText> PdfPages::words(int page)
{
    return pdfWords(m_document, page);
}

} // namespace

void preparePdf()
{
    // The smallest document there is.
    const QByteArray empty("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
                           "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
                           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>");
    PdfPages(empty).draw(0, {9, 9});
}

GotPages openPdf(const QByteArray &bytes)
{
    auto pages = std::make_unique<PdfPages>(bytes);
    switch (pages->document().error()) {
    case QPdfDocument::Error::None: break;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme: return tl::unexpected(Outcome::Encrypted);
    default: return tl::unexpected(Outcome::Damaged);
    }
    if (pages->document().status() != QPdfDocument::Status::Ready || pages->count() < 1)
        return tl::unexpected(Outcome::Damaged);
    if (pages->count() > documents::pagesMost)
        return tl::unexpected(Outcome::Large);
    return pages;
}

} // namespace gatehouse::render
