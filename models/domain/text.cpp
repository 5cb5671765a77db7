#include "domain/text.h"

#include "base/sha256.h"

#include <QJsonDocument>

namespace gatehouse::domain {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;

bool hasLoneSurrogate(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (!text.at(i).isHighSurrogate() || i + 1 == text.size() || !text.at(i + 1).isLowSurrogate())
            return true;
        ++i;
    }
    return false;
}

// Embeddings, overrides and isolates: they reorder what stands beside them, so a name could show as another.
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
bool reorders(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

// Lines keep tabs and line ends. Escape sequences have no place in either: texts are printed to terminals.
bool isForbidden(char32_t c, TextShape shape)
{
    if (shape == TextShape::Lines && (c == U'\n' || c == U'\r' || c == U'\t'))
        return false;
    const auto category = QChar::category(c);
    // U+FFFD is what a decoder puts where bytes were no text: two different inputs would become one. U+FFFE and U+FFFF
    // are no characters: SQLite gives them back as U+FFFD.
    if (category == QChar::Other_Control || (c >= 0xfffd && c <= 0xffff))
        return true;
    return shape == TextShape::OneLine
           && (category == QChar::Separator_Line || category == QChar::Separator_Paragraph || reorders(c));
}

// Draws nothing by itself: format characters, variation selectors, fillers.
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
bool isInvisible(char32_t c)
{
    if (QChar::category(c) == QChar::Other_Format)
        return true;
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff) || c == 0x034f || c == 0x115f || c == 0x1160
           || c == 0x17b4 || c == 0x17b5 || (c >= 0x180b && c <= 0x180f) || c == 0x2065 || c == 0x2800 || c == 0x3164
           || c == 0xffa0 || (c >= 0xfff0 && c <= 0xfff8) || c == 0x16fe4;
}

// A pile of accents is drawn over the rows above and below. No script needs more on one letter.
bool pilesUpMarks(const QList<uint> &characters)
{
    constexpr int marksMost = 8;
    int marks = 0;
    for (const char32_t c : characters) {
        marks = QChar::isMark(c) ? marks + 1 : 0;
        if (marks > marksMost)
            return true;
    }
    return false;
}

qsizetype visibleCharacters(const QList<uint> &characters)
{
    return std::count_if(characters.begin(), characters.end(), [](char32_t c) { return !isInvisible(c); });
}

// Looks like another character, or differs from one font to the next.
bool isUnfitForASubject(char32_t c)
{
    return isInvisible(c) || (c != U' ' && QChar::isSpace(c)) || QChar::category(c) == QChar::Other_PrivateUse;
}

Error invalid(ErrorCode code, const QString &field, const QStringList &arguments = {})
{
    return {ErrorKind::Invalid, code, field, arguments};
}

int digits(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return -1;
        value = value * 10 + (c.unicode() - '0');
    }
    return value;
}

} // namespace

int lengthOf(const QString &raw)
{
    return int(raw.trimmed().normalized(QString::NormalizationForm_C).toUcs4().size());
}

base::Result<QString> checkedText(const QString &raw, const QString &field, int least, int most, TextShape shape)
{
    const QString trimmed = raw.trimmed();
    const QString text = trimmed.normalized(QString::NormalizationForm_C);
    const QList<uint> characters = text.toUcs4();
    const bool forbidden =
        hasLoneSurrogate(trimmed) || pilesUpMarks(characters)
        || std::any_of(characters.begin(), characters.end(), [shape](char32_t c) { return isForbidden(c, shape); });
    if (forbidden)
        return invalid(ErrorCode::TextForbidden, field);
    const qsizetype visible = visibleCharacters(characters);
    if (visible == 0 && least > 0)
        return invalid(ErrorCode::TextMissing, field);
    if (visible < least)
        return invalid(ErrorCode::TextTooShort, field, {QString::number(least), QString::number(visible)});
    if (characters.size() > most)
        return invalid(ErrorCode::TextTooLong, field, {QString::number(most), QString::number(characters.size())});
    return text;
}

base::Result<QString> checkedSubject(const QString &raw, const QString &field)
{
    auto subject = checkedText(raw, field, 1, subjectMost);
    if (!subject)
        return subject;
    const QList<uint> characters = subject->toUcs4();
    // Two subjects that look the same must be the same.
    if (subject->contains(QLatin1StringView("  "))
        || std::any_of(characters.begin(), characters.end(), isUnfitForASubject))
        return invalid(ErrorCode::TextForbidden, field);
    return subject;
}

QDate dateFromIso(QStringView text)
{
    if (text.size() != 10 || text.at(4) != QLatin1Char('-') || text.at(7) != QLatin1Char('-'))
        return {};
    const int year = digits(text.mid(0, 4));
    const int month = digits(text.mid(5, 2));
    const int day = digits(text.mid(8, 2));
    if (year < 1 || month < 1 || day < 1)
        return {};
    return QDate(year, month, day);
}

base::Result<QString> checkedDate(const QString &raw, const QString &field)
{
    const QString text = raw.trimmed();
    if (!dateFromIso(text).isValid())
        return invalid(ErrorCode::DateMalformed, field, {raw});
    return text;
}

QLatin1StringView spelledOut(QChar letter)
{
    switch (letter.unicode()) {
    case 0x00e6: return QLatin1StringView("ae");
    case 0x00f8: return QLatin1StringView("o");
    case 0x00f0: return QLatin1StringView("d");
    case 0x00fe: return QLatin1StringView("th");
    case 0x00df: return QLatin1StringView("ss");
    case 0x0111: return QLatin1StringView("d");
    case 0x0127: return QLatin1StringView("h");
    case 0x0131: return QLatin1StringView("i");
    case 0x0142: return QLatin1StringView("l");
    case 0x0153: return QLatin1StringView("oe");
    default: return {};
    }
}

QString slugOf(const QString &name)
{
    const QString letters = name.toLower().normalized(QString::NormalizationForm_KD);
    QString slug;
    bool atWordEnd = false;
    for (const QChar c : letters) {
        if (c.isMark())
            continue;
        const bool plain =
            (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        const QString spelled = plain ? QString(c) : QString(spelledOut(c));
        if (spelled.isEmpty()) {
            atWordEnd = true;
            continue;
        }
        if (atWordEnd && !slug.isEmpty())
            slug += QLatin1Char('-');
        atWordEnd = false;
        slug += spelled;
    }
    return slug.isEmpty() ? QStringLiteral("partner") : slug;
}

QByteArray canonicalJson(const QJsonObject &object)
{
    // QJsonObject keeps its keys sorted by UTF-16 code units.
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(base::sha256(bytes).toHex());
}

} // namespace gatehouse::domain
