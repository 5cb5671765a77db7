#include "render/pdfwords.h"

#include "render/pages.h"

#include <QHash>
#include <QPdfDocument>
#include <QPdfLink>
#include <QPdfSearchModel>
#include <QPdfSelection>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace gatehouse::render {

using domain::PageText;
using domain::PageWord;

namespace {

// Qt Pdf goes through all characters of a page for each letter that it finds, and reads the page again for each search,
// which takes as long, for each character, as finding 66 letters. About two seconds' worth on a slow machine: 1,500
// words of Latin, or 2,000 Chinese signs.
bool isCheapToSearch(qsizetype characters, qsizetype letters, qsizetype searches)
{
    constexpr qsizetype lettersASearch = 66;
    constexpr qsizetype most = 80'000'000;
    return characters == 0 || letters + lettersASearch * searches <= most / characters;
}

// Where each character of the text stands; empty where that can't be told, or not in a time that anybody waits.
QList<QRectF> letterAreas(QPdfDocument &document, int page, const QString &text)
{
    QHash<QChar, QList<qsizetype>> places;
    qsizetype letters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace() || text[i].isSurrogate())
            continue;
        places[text[i].toLower()].append(i);
        ++letters;
    }
    QList<QRectF> areas(text.size());
    if (!isCheapToSearch(text.size(), letters, places.size()))
        return areas;
    QPdfSearchModel search;
    search.setDocument(&document);
    for (auto letter = places.cbegin(); letter != places.cend(); ++letter) {
        search.setSearchString(QString(letter.key())); // upper and lower case are one to it
        const QList<QPdfLink> found = search.resultsOnPage(page);
        // In the order of the text. If it sees another number than we do, it is not known which is which.
        if (found.size() != letter->size())
            continue;
        for (qsizetype i = 0; i < found.size(); ++i) {
            const auto rectangles = found[i].rectangles();
            if (!rectangles.isEmpty())
                areas[letter->at(i)] = rectangles.constFirst().normalized();
        }
    }
    return areas;
}

// Words with areas in points.
PageText wordsIn(const QString &text, const QList<QRectF> &letters)
{
    PageText words;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        PageWord word;
        for (; i < text.size() && !text[i].isSpace(); ++i) {
            if (text[i].category() != QChar::Other_Control)
                word.text += text[i];
            word.area = word.area.united(letters[i]);
        }
        if (!word.text.isEmpty())
            words.append(word);
    }
    return words;
}

// What has to be done to areas to bring them where the words are shown.
enum class Turn { None, Right, Over, Left };

struct Move
{
    Turn turn = Turn::None;
    QPointF by; // after the turn, points
};

QRectF moved(const QRectF &area, const Move &move, QSizeF page)
{
    const auto point = [&](QPointF p) -> QPointF {
        const double up = page.height() - p.y(); // as the page's own coordinates count
        switch (move.turn) {
        case Turn::None: return p;
        case Turn::Right: return {up, p.x()};
        case Turn::Over: return {page.width() - p.x(), up};
        case Turn::Left: return {page.width() - up, page.height() - p.x()};
        }
        return p;
    };
    return QRectF(point(area.topLeft()), point(area.bottomRight())).normalized().translated(move.by);
}

// How much is going on at each place of a page, at one pixel a point or fewer: letters are all edges, paper and most
// of a picture have none.
class EdgeMap
{
public:
    EdgeMap(QPdfDocument &document, int page) : m_page(document.pagePointSize(page))
    {
        constexpr double longestSide = 1200;
        m_scale = std::min(1.0, longestSide / std::max(m_page.width(), m_page.height()));
        const QSize size = (m_page * m_scale).toSize().expandedTo({1, 1});
        m_width = size.width();
        m_height = size.height();
        m_edges.resize(qsizetype(m_width) * m_height);
        const QImage drawn = document.render(page, size);
        if (drawn.isNull())
            return;
        const QImage grey = onWhite(drawn, size).convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y + 1 < m_height; ++y) {
            const uchar *line = grey.constScanLine(y);
            const uchar *below = grey.constScanLine(y + 1);
            for (int x = 0; x + 1 < m_width; ++x)
                m_edges[qsizetype(y) * m_width + x] =
                    quint16(std::abs(line[x] - line[x + 1]) + std::abs(line[x] - below[x]));
        }
    }

    QSizeF page() const { return m_page; }
    double scale() const { return m_scale; }
    QRect pixels(const QRectF &area) const
    {
        return QRectF(area.topLeft() * m_scale, area.size() * m_scale).toAlignedRect() & QRect(0, 0, m_width, m_height);
    }
    qint64 sumIn(const QRect &pixels) const
    {
        qint64 sum = 0;
        for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
            for (int x = pixels.left(); x <= pixels.right(); ++x)
                sum += m_edges[qsizetype(y) * m_width + x];
        }
        return sum;
    }
    QList<qint64> columns() const
    {
        QList<qint64> sums(m_width);
        for (int x = 0; x < m_width; ++x)
            sums[x] = sumIn({x, 0, 1, m_height});
        return sums;
    }
    QList<qint64> rows() const
    {
        QList<qint64> sums(m_height);
        for (int y = 0; y < m_height; ++y)
            sums[y] = sumIn({0, y, m_width, 1});
        return sums;
    }

private:
    QSizeF m_page;
    double m_scale = 1;
    int m_width = 0;
    int m_height = 0;
    QList<quint16> m_edges;
};

// By how much spans have to be moved along an axis to lie on most of its edges.
double bestShift(const QList<std::pair<double, double>> &spans, const QList<qint64> &edges)
{
    const auto length = int(edges.size());
    std::vector<qint64> sums(size_t(length) + 1); // of the edges before a place
    std::partial_sum(edges.cbegin(), edges.cend(), sums.begin() + 1);
    const auto before = [&](int place) { return sums[size_t(std::clamp(place, 0, length))]; };
    int best = 0;
    qint64 most = -1;
    // 0, -1, 1, -2, 2, ...: of equals the nearest.
    for (int step = 0; step <= 2 * length; ++step) {
        const int shift = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
        qint64 sum = 0;
        for (const auto &[from, to] : spans)
            sum += before(int(std::ceil(to)) + shift) - before(int(std::floor(from)) + shift);
        if (sum > most) {
            most = sum;
            best = shift;
        }
    }
    return best;
}

// The room between a word and the next of its line, where nothing goes on; empty where there is none.
QRectF gapBetween(const QRectF &word, const QRectF &next)
{
    if (word.isEmpty() || next.isEmpty())
        return {};
    const QRectF both = word.united(next);
    const double high = std::min(word.bottom(), next.bottom()) - std::max(word.top(), next.top());
    const double wide = std::min(word.right(), next.right()) - std::max(word.left(), next.left());
    if (high > 0 && wide < 0)
        return {std::min(word.right(), next.right()), both.top(), -wide, both.height()};
    // Text that runs up or down in the page's own coordinates.
    if (wide > 0 && high < 0)
        return {both.left(), std::min(word.bottom(), next.bottom()), both.width(), -high};
    return {};
}

struct Fit
{
    Move move;
    double edges = 0;   // under the words, those between words taken off
    double between = 0; // what was taken off
    int words = 0;      // with any under them
    int gaps = 0;
};

Fit fitOf(const PageText &words, const EdgeMap &map, const Move &move)
{
    // Letters reach into a gap by a pixel; a gap has a tenth of a word's area.
    constexpr double weight = 4;
    const auto edgesIn = [&](const QRectF &area) {
        return area.isEmpty() ? 0.0 : double(map.sumIn(map.pixels(moved(area, move, map.page()))));
    };
    Fit fit{move};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF &area = words[i].area;
        const double under = edgesIn(area);
        const QRectF gap = i + 1 < words.size() ? gapBetween(area, words[i + 1].area) : QRectF();
        const double between = weight * edgesIn(gap.adjusted(1, 1, -1, -1));
        fit.edges += under - between;
        fit.between += between;
        fit.gaps += gap.isEmpty() ? 0 : 1;
        fit.words += under > 0 ? 1 : 0;
    }
    return fit;
}

Move shifted(const PageText &words, const EdgeMap &map, Turn turn)
{
    constexpr qsizetype spansMost = 400; // more say no more
    QList<std::pair<double, double>> across;
    QList<std::pair<double, double>> down;
    for (const PageWord &word : words) {
        if (word.area.isEmpty() || across.size() == spansMost)
            continue;
        const QRectF area = moved(word.area, {turn, {}}, map.page());
        across.append({area.left() * map.scale(), area.right() * map.scale()});
        down.append({area.top() * map.scale(), area.bottom() * map.scale()});
    }
    const QPointF by(bestShift(across, map.columns()), bestShift(down, map.rows()));
    return {turn, by / map.scale()};
}

// Qt Pdf 6.4 forgets that a page is turned, and that its corner is not always at 0, 0: areas are right as they are, or
// else there is a move after which clearly more goes on under them.
Fit bestFit(const PageText &words, const EdgeMap &map)
{
    constexpr double clearly = 1.25;
    // So little between so many words: there is nothing to look for.
    constexpr int gapsEnough = 20;
    constexpr double little = 0.1;
    const Fit asTheyAre = fitOf(words, map, {});
    if (asTheyAre.gaps >= gapsEnough && asTheyAre.words >= words.size() * 0.95
        && asTheyAre.between < asTheyAre.edges * little)
        return asTheyAre;
    Fit best = asTheyAre;
    for (const Turn turn : {Turn::None, Turn::Right, Turn::Over, Turn::Left}) {
        for (const Move &move : {Move{turn, {}}, shifted(words, map, turn)}) {
            const Fit fit = fitOf(words, map, move);
            if (fit.edges > best.edges)
                best = fit;
        }
    }
    return best.edges > std::max(asTheyAre.edges, 0.0) * clearly ? best : asTheyAre;
}

// Areas in points become fractions of the page; empty where there is nothing to be seen under most of them.
void placeOnPage(PageText &words, const EdgeMap &map)
{
    const auto placed =
        std::count_if(words.cbegin(), words.cend(), [](const PageWord &word) { return !word.area.isEmpty(); });
    const Fit fit = bestFit(words, map);
    const bool known = fit.edges > 0 && qsizetype(fit.words) * 4 >= placed * 3;
    const QSizeF page = map.page();
    for (PageWord &word : words) {
        const QRectF area = moved(word.area, fit.move, page);
        word.area = known && !word.area.isEmpty() ? QRectF(area.x() / page.width(), area.y() / page.height(),
                                                           area.width() / page.width(), area.height() / page.height())
                                                  : QRectF();
    }
}

} // namespace

PageText pdfWords(QPdfDocument &document, int page)
{
    const QString text = document.getAllText(page).text();
    PageText words = wordsIn(text, letterAreas(document, page, text));
    if (std::any_of(words.cbegin(), words.cend(), [](const PageWord &word) { return !word.area.isEmpty(); }))
        placeOnPage(words, EdgeMap(document, page));
    return words;
}

} // namespace gatehouse::render
