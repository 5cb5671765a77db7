#pragma once

#include "ui/components/paintedwidget.h"

class QKeySequence;

namespace gatehouse::ui {

/// A key drawn as a cap, for hints beside the action it triggers.
class KeyCap final : public PaintedWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &text, QWidget *parent = nullptr);
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);

    AccessibleFacts accessibleFacts() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// "Ctrl+Enter" as the platform writes it, without the plus signs.
    static QString label(const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace gatehouse::ui
