#include "itemmodels/searchtext.h"

#include "domain/text.h"

#include <QStringView>

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gatehouse::itemmodels {

namespace {

void foldAnything(QStringView text, std::string &to)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString kept;
    kept.reserve(plain.size());
    for (const QChar letter : plain) {
        if (letter.isMark())
            continue;
        // Qt folds case letter by letter, so sharp s is still among them.
        const QLatin1StringView spelled = domain::spelledOut(letter);
        if (spelled.isEmpty())
            kept += letter == u'\n' ? QChar(u' ') : letter;
        else
            kept += spelled;
    }
    const QByteArray bytes = kept.toUtf8();
    to.append(bytes.constData(), static_cast<size_t>(bytes.size()));
}

void fold(QStringView text, std::string &to)
{
    const size_t start = to.size();
    to.resize(start + static_cast<size_t>(text.size()));
    char *out = to.data() + start;
    // Nearly every name is ASCII, and a hundred thousand of them are folded before the first filter.
    char16_t all = 0;
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        all |= code;
        const bool upper = code >= u'A' && code <= u'Z';
        *out++ = static_cast<char>(upper ? code + 32 : code == u'\n' ? u' ' : code);
    }
    if (all >= 0x80) {
        to.resize(start);
        foldAnything(text, to);
    }
}

void foldRow(QStringView name, QStringView legalName, QStringView slug, std::string &to)
{
    const size_t start = to.size();
    fold(legalName, to);
    const size_t legalEnd = to.size();
    to += '\n';
    fold(name, to);
    const std::string_view all(to);
    const std::string_view legal = all.substr(start, legalEnd - start);
    if (legal.find(all.substr(legalEnd + 1)) != std::string_view::npos)
        to.resize(legalEnd);
    to += '\n';
    fold(slug, to);
    to += '\n';
}

} // namespace

QByteArray folded(QStringView text)
{
    std::string to;
    fold(text, to);
    return QByteArray(to.data(), static_cast<qsizetype>(to.size()));
}

void SearchText::reserve(int rows, int bytesPerRow)
{
    m_ends.reserve(static_cast<size_t>(rows));
    m_text.reserve(static_cast<size_t>(rows) * static_cast<size_t>(bytesPerRow));
}

void SearchText::append(QStringView name, QStringView legalName, QStringView slug)
{
    foldRow(name, legalName, slug, m_text);
    m_ends.push_back(static_cast<quint32>(m_text.size()));
}

void SearchText::replace(int row, QStringView name, QStringView legalName, QStringView slug)
{
    std::string text;
    foldRow(name, legalName, slug, text);
    const size_t from = begin(row);
    const size_t old = m_ends[static_cast<size_t>(row)] - from;
    m_text.replace(from, old, text);
    const quint32 shift = static_cast<quint32>(text.size() - old); // modulo 2^32, so shorter works as well
    for (size_t i = static_cast<size_t>(row); i < m_ends.size(); ++i)
        m_ends[i] += shift;
}

bool SearchText::contains(int row, const QByteArray &word) const
{
    const size_t end = m_ends[static_cast<size_t>(row)];
    return find(word, begin(row), end) != end;
}

RowSet SearchText::rowsWith(const QByteArray &word) const
{
    RowSet rows(size());
    size_t from = 0;
    size_t row = 0;
    while (row < m_ends.size()) {
        const size_t hit = find(word, from, m_text.size());
        if (hit == m_text.size())
            break;
        while (m_ends[row] <= hit)
            ++row;
        rows.add(static_cast<int>(row));
        from = m_ends[row++];
    }
    return rows;
}

// First place of `word` in [from, to), or `to`. Sixteen places at a time: those where its first and its last letter
// stand are rare enough to compare in full. http://0x80.pl/articles/simd-strfind.html
size_t SearchText::find(const QByteArray &word, size_t from, size_t to) const
{
    const size_t length = static_cast<size_t>(word.size());
    const char *text = m_text.data();
    if (to - from < length)
        return to;
    const size_t last = to - length; // the last place where it could stand
#if defined(__SSE2__)
    const __m128i firstLetter = _mm_set1_epi8(word.front());
    const __m128i lastLetter = _mm_set1_epi8(word.back());
    for (; from + 16 + length <= to; from += 16) {
        const __m128i starts = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + from));
        const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + from + length - 1));
        const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(starts, firstLetter), _mm_cmpeq_epi8(ends, lastLetter));
        for (unsigned places = static_cast<unsigned>(_mm_movemask_epi8(both)); places != 0; places &= places - 1) {
            const size_t place = from + static_cast<size_t>(std::countr_zero(places));
            if (std::memcmp(text + place, word.constData(), length) == 0)
                return place;
        }
    }
#endif
    for (; from <= last; ++from) {
        if (text[from] == word.front() && std::memcmp(text + from, word.constData(), length) == 0)
            return from;
    }
    return to;
}

} // namespace gatehouse::itemmodels
