#include "render/textpages.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringDecoder>

#include <algorithm>

namespace gatehouse::render {

using documents::Outcome;

namespace {

// A4 in points.
constexpr QSizeF paper(595, 842);
constexpr double margin = 46;
constexpr double lineHeight = 12.5;
constexpr double ascent = 10;
constexpr int linesOnPage = 60;
constexpr int columns = 84;
constexpr double columnsWide = 510;    // points; as many of textFont() need a little less
constexpr int signsMost = 2 * columns; // of a line, with those that take no room
constexpr int tabWidth = 8;

QFont textFont()
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(10);
    return font;
}

bool isText(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() != QChar::Other_Control || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
    });
}

// A null string: no text.
QString decodedText(const QByteArray &bytes)
{
    auto encoding = QStringConverter::encodingForData(bytes);
    for (const auto guess : {encoding.value_or(QStringConverter::Utf8), QStringConverter::Latin1}) {
        QStringDecoder decoder(guess);
        const QString text = decoder(bytes);
        if (!decoder.hasError() && isText(text))
            return text;
    }
    return {};
}

// In columns, a guess: a text is laid out as a whole before its first page is shown.
int widthOf(QChar c)
{
    if (c.isMark() || c.isLowSurrogate())
        return 0;
    // From here on come the scripts whose signs are as wide as high.
    return c.unicode() >= 0x900 ? 2 : 1;
}

// By how much a line has to be made narrower so that all of it is on the paper, which is where the guess was wrong.
double squeezeOf(const QString &line, const QFontMetricsF &metrics)
{
    return std::min(1.0, columnsWide / std::max(metrics.horizontalAdvance(line), 1.0));
}

class TextPages final : public Pages
{
public:
    explicit TextPages(const QString &text);

    int count() const override { return int(m_pages.size()); }
    QSizeF size(int) const override { return paper; }
    Got<QImage> draw(int page, QSize size) override;
    Got<domain::PageText> words(int page) override;

private:
    struct Line
    {
        qsizetype begin;
        qsizetype length;
    };

    void addLine(qsizetype begin, qsizetype end);
    QStringList linesOf(int page) const;

    QString m_text;
    QList<Line> m_lines;
    QList<qsizetype> m_pages; // the first line of each
};

TextPages::TextPages(const QString &text) : m_text(text), m_pages{0}
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (c != u'\n' && c != u'\r' && c != u'\f')
            continue;
        addLine(begin, i);
        if (c == u'\r' && i + 1 < m_text.size() && m_text[i + 1] == u'\n')
            ++i;
        if (c == u'\f')
            m_pages.append(m_lines.size());
        begin = i + 1;
    }
    if (begin < m_text.size())
        addLine(begin, m_text.size());
    // A text that ends with a form feed has no further page.
    if (m_pages.size() > 1 && m_pages.constLast() == m_lines.size())
        m_pages.removeLast();
}

// As many lines as it takes, broken between words where there are any.
void TextPages::addLine(qsizetype begin, qsizetype end)
{
    do {
        qsizetype at = begin;
        qsizetype afterSpace = -1;
        for (int width = 0; at < end; ++at) {
            width += m_text[at] == u'\t' ? tabWidth : widthOf(m_text[at]);
            if (width > columns || (at - begin >= signsMost && !m_text[at].isLowSurrogate()))
                break;
            if (m_text[at].isSpace())
                afterSpace = at + 1;
        }
        if (at < end && afterSpace > begin)
            at = afterSpace;
        if (m_lines.size() - m_pages.constLast() == linesOnPage)
            m_pages.append(m_lines.size());
        m_lines.append({begin, at - begin});
        begin = at;
    } while (begin < end);
}

QStringList TextPages::linesOf(int page) const
{
    const qsizetype end = page + 1 < m_pages.size() ? m_pages[page + 1] : m_lines.size();
    QStringList lines;
    for (qsizetype line = m_pages[page]; line < end; ++line) {
        QString shown = m_text.mid(m_lines[line].begin, m_lines[line].length);
        for (qsizetype tab = shown.indexOf(u'\t'); tab >= 0; tab = shown.indexOf(u'\t'))
            shown.replace(tab, 1, QString(tabWidth - tab % tabWidth, u' '));
        lines.append(shown);
    }
    return lines;
}

Got<QImage> TextPages::draw(int page, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return tl::unexpected(Outcome::Large);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(size.width() / paper.width(), size.height() / paper.height());
    painter.setFont(textFont());
    painter.translate(margin, margin + ascent);
    const QFontMetricsF metrics(textFont());
    const QStringList lines = linesOf(page);
    for (const QString &line : lines) {
        const double squeeze = squeezeOf(line, metrics);
        painter.scale(squeeze, 1);
        painter.drawText(QPointF(0, 0), line);
        painter.scale(1 / squeeze, 1);
        painter.translate(0, lineHeight);
    }
    return image;
}

Got<domain::PageText> TextPages::words(int page)
{
    const QFontMetricsF metrics(textFont());
    domain::PageText words;
    double y = margin;
    const QStringList lines = linesOf(page);
    for (const QString &line : lines) {
        const double squeeze = squeezeOf(line, metrics);
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i].isSpace())
                continue;
            const qsizetype begin = i;
            while (i < line.size() && !line[i].isSpace())
                ++i;
            const double left = margin + squeeze * metrics.horizontalAdvance(line.left(begin));
            const QString word = line.mid(begin, i - begin);
            words.append(
                {word, QRectF(left / paper.width(), y / paper.height(),
                              squeeze * metrics.horizontalAdvance(word) / paper.width(), lineHeight / paper.height())});
        }
        y += lineHeight;
    }
    return words;
}

} // namespace

void prepareText()
{
    // Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Georgian, Armenian, Hangul, Kana, Han, signs.
    const QString samples = QStringLiteral("Ag\u00df \u03a9 \u0416 \u05d0 \u0628 \u0905 \u0e01 \u10d0 \u0531 \uac00 "
                                           "\u3042 \u4e2d \u2713 \u2192 \u20ac \u2026");
    TextPages pages(samples);
    (void)pages.draw(0, {595, 842});
    (void)pages.words(0);
}

GotPages openText(const QByteArray &bytes)
{
    const QString text = decodedText(bytes);
    if (text.isNull())
        return tl::unexpected(Outcome::Unknown);
    auto pages = std::make_unique<TextPages>(text);
    if (pages->count() > documents::pagesMost)
        return tl::unexpected(Outcome::Large);
    return pages;
}

} // namespace gatehouse::render
