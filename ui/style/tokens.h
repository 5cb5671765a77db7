#pragma once

#include "ui/style/tone.h"

#include <QColor>

#include <array>

class QPalette;
class QString;

namespace gatehouse::ui {

/// Named colours. The name of each enumerator, with a small first letter, is its key in resources/style/tokens.json
/// and, after an `@`, its placeholder in gatehouse.qss.
enum class Token : quint8 {
    Window,
    Sidebar,
    Base,
    Alt,
    Raised,
    Border,
    BorderStrong,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    AccentFill,
    OnAccent,
    Sel,
    SelInactive,
    Hover,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    Danger,
    DangerTint,
    Progress,
    ProgressTint,
    Hold,
    HoldTint,
    Neutral,
    NeutralTint,
    DiffAdd,
    DiffDel,
    Paper,
    ViewerBg
};
inline constexpr int TokenCount = int(Token::ViewerBg) + 1;

/// The colours of one theme; a value, cheap to read, never half filled.
class Tokens
{
public:
    static const Tokens &light();
    static const Tokens &dark();

    /// Colours for platforms in high contrast: everything that means something is drawn in the palette's text colour.
    static Tokens fromPalette(const QPalette &palette);

    QColor operator[](Token token) const { return m_colors[size_t(token)]; }
    QColor ink(Tone tone) const;
    QColor tint(Tone tone) const;

    /// All colour groups set, Disabled included, so that no widget falls back to Fusion's own greys.
    QPalette palette() const;

    static QString name(Token token);

private:
    static Tokens load(const QString &theme);

    std::array<QColor, TokenCount> m_colors;
};

/// WCAG 2.2 contrast of two opaque colours, 1 to 21.
double contrast(QColor a, QColor b);

} // namespace gatehouse::ui
