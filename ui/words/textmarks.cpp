#include "words/textmarks.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::words {

namespace {

constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popIsolate = 0x2069;
constexpr char16_t figureSpace = 0x2007;

// https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings and the marks of #Implicit_Directional_Marks.
bool isDirectionMark(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x2066 && u <= 0x2069) || (u >= 0x202A && u <= 0x202E) || u == 0x200E || u == 0x200F || u == 0x061C;
}

} // namespace

QString isolate(const QString &data)
{
    if (data.isEmpty() || (data.front() == QChar(firstStrongIsolate) && data.back() == QChar(popIsolate)))
        return data;
    return QChar(firstStrongIsolate) + data + QChar(popIsolate);
}

QString plain(const QString &text)
{
    QString bare = text;
    bare.removeIf(isDirectionMark);
    bare.replace(QChar(figureSpace), QLatin1Char(' '));
    const auto first = std::find_if(bare.cbegin(), bare.cend(), [](QChar c) { return c != QLatin1Char(' '); });
    return bare.mid(first - bare.cbegin());
}

QString listOf(const QStringList &items)
{
    QStringList isolated;
    for (const QString &item : items)
        isolated.append(isolate(item));
    return QLocale().createSeparatedList(isolated);
}

} // namespace gatehouse::words
