#include "ui/components/readinessring.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtMath>

namespace gatehouse::ui {

namespace {

constexpr int SmallestWithNumber = 48;

struct Stroke
{
    double width;
    Token color;
};

Stroke stroke(ReadinessRing::Segment segment, double side)
{
    const double thick = qMax(2.5, side * 0.11);
    switch (segment) {
    case ReadinessRing::Segment::Done: return {thick, Token::Ok};
    case ReadinessRing::Segment::Blocked: return {thick, Token::Danger};
    case ReadinessRing::Segment::InProgress: return {thick * 0.5, Token::Progress};
    case ReadinessRing::Segment::ToDo: return {qMax(1.0, thick * 0.17), Token::BorderStrong};
    }
    Q_UNREACHABLE();
}

} // namespace

ReadinessRing::ReadinessRing(int diameter, QWidget *parent) : PaintedWidget(parent), m_diameter(qMax(16, diameter))
{
    setFixedSize(m_diameter, m_diameter);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setProperty("focusRing", true);
}

void ReadinessRing::setSegments(const QList<Segment> &segments)
{
    if (segments == m_segments)
        return;
    m_segments = segments;
    update();
    announceFacts();
}

int ReadinessRing::doneCount() const
{
    return int(m_segments.count(Segment::Done));
}

int ReadinessRing::firstUnready() const
{
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i] != Segment::Done)
            return int(i);
    }
    return -1;
}

AccessibleFacts ReadinessRing::accessibleFacts() const
{
    const int blocked = int(m_segments.count(Segment::Blocked));
    const int running = int(m_segments.count(Segment::InProgress));
    QStringList parts{tr("%1 of %2 readiness gates done").arg(doneCount()).arg(m_segments.size())};
    if (blocked > 0)
        parts << tr("%n blocked", nullptr, blocked);
    if (running > 0)
        parts << tr("%n in progress", nullptr, running);
    //: Joins parts of a sentence that is read aloud, e.g. "3 of 7 readiness gates done, 1 blocked".
    return {QAccessible::ProgressBar, tr("Readiness"), parts.join(tr(", ")), doneCount(), int(m_segments.size()), true};
}

void ReadinessRing::draw(QPainter *painter, const QRectF &box, const QList<Segment> &segments)
{
    if (segments.isEmpty())
        return;
    const Tokens &tokens = currentTokens();
    const double side = qMin(box.width(), box.height());
    const double outer = side / 2 - 0.5;
    const double step = 360.0 / double(segments.size());
    const double gap =
        segments.size() > 1 ? qMin(step * 0.2, 180 / M_PI * (side < SmallestWithNumber ? 3.0 : 4.5) / outer) : 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Stroke line = stroke(segments[i], side);
        // Strokes share the middle line, so that a thin segment lies in the ring and not on its edge.
        const double radius = outer - stroke(Segment::Done, side).width / 2;
        const QRectF circle(box.center().x() - radius, box.center().y() - radius, 2 * radius, 2 * radius);
        const double start = 90 - double(i) * step - gap / 2;
        painter->setPen(QPen(tokens[line.color], line.width, Qt::SolidLine, Qt::FlatCap));
        painter->drawArc(circle, qRound(start * 16), -qRound((step - gap) * 16));
        if (segments[i] != Segment::Blocked)
            continue;
        const double angle = qDegreesToRadians(start - (step - gap) / 2);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens[Token::Base]);
        const double dot = qMax(0.9, line.width * 0.28);
        painter->drawEllipse(box.center() + QPointF(radius * std::cos(angle), -radius * std::sin(angle)), dot, dot);
        painter->setBrush(Qt::NoBrush);
    }
    painter->restore();
}

void ReadinessRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(&painter, rect(), m_segments);
    if (m_diameter < SmallestWithNumber || m_segments.isEmpty())
        return;
    const Tokens &tokens = currentTokens();
    QFont big = font();
    // The number must stay inside the ring, whatever the zoom; the words beside the ring grow.
    big.setPixelSize(qRound(m_diameter * 0.26));
    big.setWeight(QFont::DemiBold);
    QFont small = font();
    small.setPixelSize(qMax(8, qRound(m_diameter * 0.165)));
    const int bigHeight = QFontMetrics(big).capHeight();
    const int smallHeight = QFontMetrics(small).xHeight();
    const int gap = qRound(m_diameter * 0.09);
    const int baseline = (height() - bigHeight - gap - smallHeight) / 2 + bigHeight;
    const auto centred = [&](const QFont &face, const QString &text, int at, Token color) {
        painter.setFont(face);
        painter.setPen(tokens[color]);
        painter.drawText((width() - QFontMetrics(face).horizontalAdvance(text)) / 2, at, text);
    };
    //: Inside the readiness ring: gates done / all gates
    centred(big, tr("%1/%2").arg(doneCount()).arg(m_segments.size()), baseline, Token::Text);
    //: Inside the readiness ring, below "3/7": readiness gates. Keep it as short as possible.
    centred(small, tr("gates"), baseline + gap + smallHeight, Token::Text2);
}

void ReadinessRing::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        press();
}

void ReadinessRing::press()
{
    Q_EMIT activated(firstUnready());
}

void ReadinessRing::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
        press();
    else
        PaintedWidget::keyPressEvent(event);
}

} // namespace gatehouse::ui
