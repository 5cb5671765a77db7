#pragma once

#include "ui/components/paintedwidget.h"

#include <QList>

namespace gatehouse::ui {

/// One segment for each readiness gate that the playbook uses, clockwise from the top: thick = done, thin = in
/// progress, thick with a dot = blocked, hairline = to do. From 48 px on it holds "3/7 gates"; smaller ones stand
/// beside these words. A click, Space or Enter says which gate is the first that is not done.
class ReadinessRing final : public PaintedWidget
{
    Q_OBJECT

public:
    enum class Segment : quint8 { ToDo, InProgress, Blocked, Done };

    /// `diameter` in logical pixels, at least 16.
    explicit ReadinessRing(int diameter, QWidget *parent = nullptr);

    void setSegments(const QList<Segment> &segments);
    QList<Segment> segments() const { return m_segments; }
    int doneCount() const;

    /// Index of the first segment that is not done, or -1.
    int firstUnready() const;

    AccessibleFacts accessibleFacts() const override;
    void press() override;
    QSize sizeHint() const override { return {m_diameter, m_diameter}; }

    /// For delegates and other painters.
    static void draw(QPainter *painter, const QRectF &box, const QList<Segment> &segments);

Q_SIGNALS:
    /// The index of the first gate that is not ready, or -1.
    void activated(int gate);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_diameter;
    QList<Segment> m_segments;
};

} // namespace gatehouse::ui
