#pragma once

#include "ui/components/paintedwidget.h"
#include "ui/style/glyphpainter.h"

namespace gatehouse::ui {

/// A status mark: glyph, 6 px, words. Good and running states have grey words; `Weight::Loud` makes them bold.
/// Elided text is whole in the tooltip and for screen readers.
class StatusLabel : public PaintedWidget
{
    Q_OBJECT

public:
    enum class Weight : quint8 { Normal, Loud };

    explicit StatusLabel(QWidget *parent = nullptr);
    StatusLabel(Glyph glyph, Tone tone, const QString &text, QWidget *parent = nullptr);

    /// `fraction` matters to Glyph::Pie: time used, 0 to 1.
    void setStatus(Glyph glyph, Tone tone, const QString &text, Weight weight = Weight::Normal, double fraction = 0);
    /// Words that don't fit go on in further lines instead of being elided.
    void setWordWrap(bool wrap);
    QString text() const { return m_text; }
    Glyph glyph() const { return m_glyph; }
    Tone tone() const { return m_tone; }

    AccessibleFacts accessibleFacts() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

    int glyphSize() const;
    int indent() const;
    QFont textFont() const;

private:
    Glyph m_glyph = Glyph::None;
    Tone m_tone = Tone::Neutral;
    Weight m_weight = Weight::Normal;
    bool m_wraps = false;
    double m_fraction = 0;
    QString m_text;
};

/// A status mark on a tinted capsule. For page headers, at most two side by side; never in a table.
class StatusPill final : public StatusLabel
{
    Q_OBJECT

public:
    using StatusLabel::StatusLabel;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gatehouse::ui
