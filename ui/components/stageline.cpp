#include "ui/components/stageline.h"

#include "ui/style/glyphpainter.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace gatehouse::ui {

namespace {

constexpr int Disc = 18;
constexpr int StepGap = 5;
constexpr int LineGap = 6;

int lines(const QFont &font)
{
    return QFontMetrics(roleFont(TextRole::Body, font)).height()
           + QFontMetrics(roleFont(TextRole::Secondary, font)).height();
}

} // namespace

StageLine::StageLine(QWidget *parent) : PaintedWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageLine::setStages(const QList<Stage> &stages)
{
    if (stages == m_stages)
        return;
    m_stages = stages;
    updateGeometry();
    update();
    announceFacts();
}

AccessibleFacts StageLine::accessibleFacts() const
{
    QString value;
    int past = 0;
    for (const Stage &stage : m_stages) {
        past += stage.progress == Progress::Past ? 1 : 0;
        if (stage.progress == Progress::Current)
            value = stage.note.isEmpty() ? stage.name : tr("%1, %2").arg(stage.name, stage.note);
    }
    return {QAccessible::ProgressBar, tr("Stage"), value, past, int(m_stages.size())};
}

QSize StageLine::sizeHint() const
{
    return {int(m_stages.size()) * 125, Disc + 2 + StepGap + lines(font())};
}

QSize StageLine::minimumSizeHint() const
{
    return {int(m_stages.size()) * 64, sizeHint().height()};
}

QRect StageLine::column(qsizetype stage) const
{
    const int width = this->width() / int(m_stages.size());
    return QStyle::visualRect(layoutDirection(), rect(), QRect(int(stage) * width, 0, width, height()));
}

void StageLine::paintDisc(QPainter *painter, qsizetype stage, QPointF centre) const
{
    const Tokens &tokens = currentTokens();
    const Progress progress = m_stages[stage].progress;
    const QRectF disc(centre.x() - Disc / 2.0, centre.y() - Disc / 2.0, Disc, Disc);
    if (progress == Progress::Past) {
        GlyphPainter::draw(painter, disc.adjusted(1.5, 1.5, -1.5, -1.5), Glyph::DiscTick, tokens[Token::Ok]);
        return;
    }
    const bool current = progress == Progress::Current;
    painter->setPen(current ? QPen(Qt::NoPen) : QPen(tokens[Token::BorderStrong], 1.2));
    painter->setBrush(current ? QBrush(tokens[Token::AccentFill]) : QBrush(Qt::NoBrush));
    painter->drawEllipse(disc.adjusted(0.6, 0.6, -0.6, -0.6));
    painter->setFont(roleFont(current ? TextRole::CaptionStrong : TextRole::Caption, font()));
    painter->setPen(tokens[current ? Token::OnAccent : Token::Text2]);
    painter->drawText(disc, Qt::AlignCenter, locale().toString(stage + 1));
}

void StageLine::paintEvent(QPaintEvent *)
{
    if (m_stages.isEmpty())
        return;
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = 1 + Disc / 2.0;
    const auto centre = [this, y](qsizetype i) { return QPointF(QRectF(column(i)).center().x(), y); };
    for (qsizetype i = 0; i < m_stages.size(); ++i) {
        const Stage &stage = m_stages[i];
        if (i > 0) {
            const QPointF step(centre(i).x() > centre(i - 1).x() ? Disc / 2 + LineGap : -Disc / 2 - LineGap, 0);
            const bool walked = stage.progress != Progress::Future;
            painter.setPen(QPen(tokens[walked ? Token::Text2 : Token::Border], 1.6));
            painter.drawLine(centre(i - 1) + step, centre(i) - step);
        }
        paintDisc(&painter, i, centre(i));
        const bool current = stage.progress == Progress::Current;
        QRect words = column(i).adjusted(2, Disc + 2 + StepGap, -2, 0);
        painter.setFont(roleFont(current ? TextRole::Strong : TextRole::Body, font()));
        painter.setPen(tokens[stage.progress == Progress::Future ? Token::Text2 : Token::Text]);
        const auto line = [&](const QString &text) {
            painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
            words.setTop(words.top() + painter.fontMetrics().height());
        };
        line(stage.name);
        painter.setFont(roleFont(TextRole::Secondary, font()));
        painter.setPen(tokens.ink(stage.noteTone));
        line(stage.note);
    }
}

bool StageLine::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return PaintedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_stages.size(); ++i) {
        if (column(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_stages[i].name + u'\n' + m_stages[i].note, this, column(i));
    }
    return true;
}

} // namespace gatehouse::ui
