#include "ui/components/loadingline.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace gatehouse::ui {

namespace {

constexpr int Height = 2;

} // namespace

LoadingLine::LoadingLine(QWidget *parent, std::chrono::milliseconds patience) : QWidget(parent)
{
    setObjectName(QStringLiteral("loadingLine"));
    setAccessibleName(tr("Reading"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    parent->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(patience);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        fit();
        raise();
        show();
    });
}

void LoadingLine::start()
{
    if (!isVisible() && !m_delay.isActive())
        m_delay.start();
}

void LoadingLine::stop()
{
    m_delay.stop();
    hide();
}

void LoadingLine::fit()
{
    setGeometry(0, 0, parentWidget()->width(), Height);
}

bool LoadingLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void LoadingLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTokens()[Token::Accent]);
}

} // namespace gatehouse::ui
