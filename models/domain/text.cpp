#include "domain/text.h"

#include <QCryptographicHash>
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

// Lines keep tabs and line ends. Escape sequences have no place in either: texts are printed to terminals.
bool isForbidden(QChar c, TextShape shape)
{
    if (shape == TextShape::Lines && (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t')))
        return false;
    const auto category = c.category();
    // The last two are no characters: SQLite gives them back as U+FFFD.
    if (category == QChar::Other_Control || c.unicode() >= 0xfffe)
        return true;
    return shape == TextShape::OneLine && (category == QChar::Separator_Line || category == QChar::Separator_Paragraph);
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
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

base::Result<QString> checkedText(const QString &raw, const QString &field, int least, int most, TextShape shape)
{
    const QString trimmed = raw.trimmed();
    const bool forbidden = hasLoneSurrogate(trimmed) || std::any_of(trimmed.begin(), trimmed.end(), [shape](QChar c) {
                               return isForbidden(c, shape);
                           });
    if (forbidden)
        return invalid(ErrorCode::TextForbidden, field);
    const QString text = trimmed.normalized(QString::NormalizationForm_C);
    if (text.isEmpty() && least > 0)
        return invalid(ErrorCode::TextMissing, field);
    const qsizetype length = codePoints(text);
    if (length < least)
        return invalid(ErrorCode::TextTooShort, field, {QString::number(least), QString::number(length)});
    if (length > most)
        return invalid(ErrorCode::TextTooLong, field, {QString::number(most), QString::number(length)});
    return text;
}

base::Result<QString> checkedSubject(const QString &raw, const QString &field)
{
    return checkedText(raw, field, 1, subjectMost);
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
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace gatehouse::domain
