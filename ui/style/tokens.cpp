#include "ui/style/tokens.h"

#include "ui/style/resources.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>

#include <cmath>

namespace gatehouse::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, TokenCount> Names{
    "window",  "sidebar",     "base",     "alt",        "raised",     "border",   "borderStrong", "text",  "text2",
    "text3",   "disabled",    "accent",   "accentFill", "onAccent",   "sel",      "selInactive",  "hover", "ok",
    "okTint",  "warn",        "warnTint", "danger",     "dangerTint", "progress", "progressTint", "hold",  "holdTint",
    "neutral", "neutralTint", "diffAdd",  "diffDel",    "paper",      "viewerBg"};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(QColor color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QString Tokens::name(Token token)
{
    return QLatin1StringView(Names[size_t(token)]).toString();
}

Tokens Tokens::load(const QString &theme)
{
    ensureResources();
    QFile file(u":/gatehouse/style/tokens.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    const QJsonObject values = QJsonDocument::fromJson(file.readAll()).object().value(theme).toObject();
    Tokens tokens;
    for (int i = 0; i < TokenCount; ++i)
        tokens.m_colors[size_t(i)] = QColor(values.value(name(Token(i))).toString());
    return tokens;
}

const Tokens &Tokens::light()
{
    static const Tokens tokens = load(u"light"_s);
    return tokens;
}

const Tokens &Tokens::dark()
{
    static const Tokens tokens = load(u"dark"_s);
    return tokens;
}

Tokens Tokens::fromPalette(const QPalette &palette)
{
    Tokens tokens;
    tokens.m_colors.fill(palette.color(QPalette::Text));
    const auto set = [&tokens](QColor color, std::initializer_list<Token> which) {
        for (Token token : which)
            tokens.m_colors[size_t(token)] = color;
    };
    set(palette.color(QPalette::Window), {Token::Window, Token::Sidebar});
    set(palette.color(QPalette::Base),
        {Token::Base, Token::Alt, Token::Raised, Token::Sel, Token::SelInactive, Token::Hover, Token::OkTint,
         Token::WarnTint, Token::DangerTint, Token::ProgressTint, Token::HoldTint, Token::NeutralTint, Token::DiffAdd,
         Token::DiffDel, Token::Paper, Token::ViewerBg});
    set(palette.color(QPalette::Disabled, QPalette::Text), {Token::Disabled});
    set(palette.color(QPalette::Highlight), {Token::AccentFill});
    set(palette.color(QPalette::HighlightedText), {Token::OnAccent});
    return tokens;
}

QColor Tokens::ink(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return (*this)[Token::Neutral];
    case Tone::Ok: return (*this)[Token::Ok];
    case Tone::Progress: return (*this)[Token::Progress];
    case Tone::Warn: return (*this)[Token::Warn];
    case Tone::Danger: return (*this)[Token::Danger];
    case Tone::Hold: return (*this)[Token::Hold];
    }
    Q_UNREACHABLE();
}

QColor Tokens::tint(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return (*this)[Token::NeutralTint];
    case Tone::Ok: return (*this)[Token::OkTint];
    case Tone::Progress: return (*this)[Token::ProgressTint];
    case Tone::Warn: return (*this)[Token::WarnTint];
    case Tone::Danger: return (*this)[Token::DangerTint];
    case Tone::Hold: return (*this)[Token::HoldTint];
    }
    Q_UNREACHABLE();
}

QPalette Tokens::palette() const
{
    const Tokens &t = *this;
    QPalette palette(t[Token::Raised], t[Token::Window]);
    const auto all = [&](QPalette::ColorRole role, Token token) { palette.setColor(QPalette::All, role, t[token]); };
    all(QPalette::Window, Token::Window);
    all(QPalette::Base, Token::Base);
    all(QPalette::AlternateBase, Token::Alt);
    all(QPalette::Button, Token::Raised);
    all(QPalette::Text, Token::Text);
    all(QPalette::WindowText, Token::Text);
    all(QPalette::ButtonText, Token::Text);
    all(QPalette::BrightText, Token::OnAccent);
    all(QPalette::PlaceholderText, Token::Text3);
    all(QPalette::Highlight, Token::AccentFill);
    all(QPalette::HighlightedText, Token::OnAccent);
    all(QPalette::Link, Token::Accent);
    all(QPalette::LinkVisited, Token::Accent);
    all(QPalette::Light, Token::Raised);
    all(QPalette::Midlight, Token::Hover);
    all(QPalette::Mid, Token::Border);
    all(QPalette::Dark, Token::BorderStrong);
    all(QPalette::Shadow, Token::BorderStrong);
    all(QPalette::ToolTipBase, Token::Raised);
    all(QPalette::ToolTipText, Token::Text);
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                                     QPalette::PlaceholderText, QPalette::Link, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t[Token::Disabled]);
    palette.setColor(QPalette::Disabled, QPalette::Base, t[Token::Window]);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t[Token::SelInactive]);
    return palette;
}

double contrast(QColor a, QColor b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

} // namespace gatehouse::ui
