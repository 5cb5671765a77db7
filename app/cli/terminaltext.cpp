#include "cli/terminaltext.h"

#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

enum class LineBreaks { Keep, Show };

// Direction marks and overrides, line and paragraph separators: https://trojansource.codes
bool reorders(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C
           || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

bool controls(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

QString escaped(char32_t c)
{
    if (c == U'\n')
        return QStringLiteral("\\n");
    if (c == U'\r')
        return QStringLiteral("\\r");
    if (c == U'\t')
        return QStringLiteral("\\t");
    return c <= 0xFF ? QStringLiteral("\\x%1").arg(uint(c), 2, 16, QLatin1Char('0'))
                     : QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
}

QString shown(const QString &text, LineBreaks lineBreaks)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar unit : text) {
        const char32_t c = unit.unicode();
        const bool kept = c == U'\n' && lineBreaks == LineBreaks::Keep;
        if (!kept && (controls(c) || reorders(c)))
            safe += escaped(c);
        else
            safe += unit;
    }
    return safe;
}

// The blocks that terminals draw two columns wide, cut to what names use.
// https://www.unicode.org/reports/tr11/ (East_Asian_Width W and F) and emoji.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
           || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F900 && c <= 0x1F9FF)
           || (c >= 0x20000 && c <= 0x3FFFD);
}

bool isCombining(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format;
}

} // namespace

QString visible(const QString &text)
{
    return shown(text, LineBreaks::Keep);
}

QString visibleLine(const QString &text)
{
    return shown(text, LineBreaks::Show);
}

QByteArray jsonLine(const QJsonObject &object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QString safe;
    safe.reserve(json.size());
    for (const QChar unit : json) {
        const char32_t c = unit.unicode();
        if (controls(c) || reorders(c))
            safe += QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
        else
            safe += unit;
    }
    return safe.toUtf8() + '\n';
}

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        if (!isCombining(c))
            width += isWide(c) ? 2 : 1;
    }
    return width;
}

} // namespace gatehouse::cli
