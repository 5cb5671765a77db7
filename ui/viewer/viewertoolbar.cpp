#include "ui/viewer/viewertoolbar.h"

#include "ui/components/keycap.h"
#include "ui/components/textlabel.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace gatehouse::ui {

namespace {

class Divider final : public QWidget
{
public:
    Divider() { setFixedSize(9, 20); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(width() / 2, 0, 1, height(), currentTokens()[Token::Border]);
    }
};

// Page numbers as the language writes them, without marks between thousands.
QLocale pageLocale(const QWidget *widget)
{
    QLocale locale = widget->locale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

} // namespace

ViewerToolBar::ViewerToolBar(const ViewerActions &actions, QWidget *parent)
    : QWidget(parent),
      m_field(new QLineEdit),
      m_of(new TextLabel({}, TextRole::Body, Token::Text2)),
      m_percent(new TextLabel({}, TextRole::Body, Token::Text2)),
      m_mark(actions.makeButton(ViewerAct::MarkChanges)),
      m_nextChange(actions.makeButton(ViewerAct::NextChange)),
      m_nextKey(new KeyCap(actions[ViewerAct::NextChange]->shortcut())),
      m_more(new QToolButton)
{
    setObjectName(QStringLiteral("viewerToolBar"));
    // It folds instead of making the viewer wider.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_field->setObjectName(QStringLiteral("pageField"));
    m_field->setAccessibleName(tr("Page"));
    m_field->setAlignment(Qt::AlignCenter);
    m_field->installEventFilter(this);
    m_percent->setObjectName(QStringLiteral("zoomLabel"));
    m_percent->setAlignment(Qt::AlignCenter);
    m_of->setObjectName(QStringLiteral("pageCountLabel"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 4);
    row->setSpacing(1);
    row->addWidget(actions.makeButton(ViewerAct::PreviousPage));
    row->addWidget(m_field);
    row->addSpacing(4);
    row->addWidget(m_of);
    row->addWidget(actions.makeButton(ViewerAct::NextPage));
    row->addWidget(new Divider);
    makeZoom(actions);
    for (QToolButton *button : std::as_const(m_zoom))
        row->addWidget(button);
    row->insertWidget(row->indexOf(m_zoom.constFirst()) + 1, m_percent);
    row->addWidget(m_more);
    row->addWidget(new Divider);
    row->addWidget(m_mark);
    row->addWidget(m_nextChange);
    row->addWidget(m_nextKey);
    row->addStretch();
    row->addWidget(actions.makeButton(ViewerAct::Find));
    connect(m_field, &QLineEdit::returnPressed, this, &ViewerToolBar::choosePage);
    connect(m_field, &QLineEdit::editingFinished, this, &ViewerToolBar::showPageNumber);
    dress();
}

void ViewerToolBar::makeZoom(const ViewerActions &actions)
{
    m_more->setObjectName(QStringLiteral("zoomMenuButton"));
    m_more->setText(QStringLiteral("⋯"));
    m_more->setAccessibleName(tr("Zoom and turn"));
    m_more->setToolTip(tr("Zoom and turn"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setProperty("kind", QStringLiteral("tool"));
    auto *menu = new QMenu(m_more);
    for (ViewerAct act : {ViewerAct::ZoomOut, ViewerAct::ZoomIn, ViewerAct::FitWidth, ViewerAct::Rotate}) {
        m_zoom += actions.makeButton(act);
        menu->addAction(actions[act]);
    }
    connect(m_more, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void ViewerToolBar::dress()
{
    const QFontMetrics metrics(font());
    m_field->setFixedWidth(metrics.horizontalAdvance(QStringLiteral("0000")) + 20);
    m_percent->setMinimumWidth(metrics.horizontalAdvance(locale().toString(400) + QStringLiteral(" %")) + 4);
    m_mark->setFont(roleFont(TextRole::Strong, font()));
    fold();
}

void ViewerToolBar::setPage(int page, int count)
{
    m_page = page;
    m_count = count;
    m_field->setEnabled(count > 0);
    auto *valid = new QIntValidator(1, qMax(1, count), m_field);
    valid->setLocale(pageLocale(this));
    delete m_field->validator();
    m_field->setValidator(valid);
    m_field->setAccessibleDescription(count > 0 ? tr("of %1", "4 of 12").arg(locale().toString(count)) : QString());
    m_field->setToolTip(tr("Page to go to"));
    m_of->setText(count > 0 ? tr("of %1", "4 of 12").arg(locale().toString(count)) : QString());
    if (!m_field->hasFocus() || !m_field->isModified())
        showPageNumber();
    fold();
}

void ViewerToolBar::showPageNumber()
{
    m_field->setText(m_count > 0 ? pageLocale(this).toString(m_page + 1) : QString());
}

void ViewerToolBar::choosePage()
{
    const int number = pageLocale(this).toInt(m_field->text());
    if (number >= 1 && number <= m_count)
        Q_EMIT pageChosen(number - 1);
    Q_EMIT left();
}

void ViewerToolBar::setPercent(int percent)
{
    m_percent->setText(percent > 0 ? tr("%1 %", "zoom").arg(locale().toString(percent)) : QString());
}

void ViewerToolBar::focusPageField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool ViewerToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        showPageNumber();
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ViewerToolBar::apply(Fold fold)
{
    m_nextKey->setVisible(fold == Fold::None);
    const auto show = [fold](QToolButton *button, Qt::ToolButtonStyle words) {
        button->setToolButtonStyle(fold >= Fold::Words ? Qt::ToolButtonIconOnly : words);
    };
    m_of->setVisible(fold < Fold::Numbers);
    m_percent->setVisible(fold < Fold::Numbers);
    for (QToolButton *button : std::as_const(m_zoom))
        button->setVisible(fold < Fold::Zoom);
    m_more->setVisible(fold >= Fold::Zoom);
    show(m_mark, Qt::ToolButtonTextBesideIcon);
    show(m_nextChange, Qt::ToolButtonTextOnly);
    layout()->invalidate();
    layout()->activate();
}

void ViewerToolBar::fold()
{
    for (Fold one : {Fold::None, Fold::Keys, Fold::Words, Fold::Numbers, Fold::Zoom}) {
        apply(one);
        if (layout()->minimumSize().width() <= width())
            return;
    }
}

void ViewerToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void ViewerToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        dress();
}

void ViewerToolBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, currentTokens()[Token::Border]);
}

} // namespace gatehouse::ui
