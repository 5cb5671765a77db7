#pragma once

#include "ui/style/tokens.h"

#include <QObject>
#include <QPalette>

#include <memory>

namespace gatehouse::ui {

class FocusRing;
class SystemScheme;

/// Dresses the application: style, palette, style sheet. One per application, GUI thread only, made after
/// QApplication and before the first widget. Its destruction leaves the last colours in place.
///
/// GATEHOUSE_THEME=light|dark in the environment beats the choice, for tests and for pictures.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Choice : quint8 { System, Light, Dark };
    enum class Scheme : quint8 { Light, Dark };
    Q_ENUM(Scheme)

    explicit Theme(Choice choice = Choice::System, QObject *parent = nullptr);
    ~Theme() override;

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

    Scheme scheme() const { return m_scheme; }
    const Tokens &tokens() const { return m_tokens; }

    /// The theme in effect, or null before one was made.
    static Theme *installed();

Q_SIGNALS:
    /// Palette, style sheet and tokens have changed. Widgets get a PaletteChange of their own; this is for objects
    /// that keep colours, such as icon caches.
    void changed();

private:
    void followSystem();
    void apply();

    Choice m_choice;
    Scheme m_scheme = Scheme::Light;
    Tokens m_tokens;
    QPalette m_platformPalette;
    std::unique_ptr<SystemScheme> m_system;
    std::unique_ptr<FocusRing> m_focusRing;
};

/// Colours in effect now; light ones when no theme was made (tests of single widgets).
const Tokens &currentTokens();

} // namespace gatehouse::ui
