#include "ui/shell/toolbar.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/pages/elidedlabel.h"
#include "ui/style/icons.h"
#include "ui/style/typography.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace gatehouse::ui {

Toolbar::Toolbar(Actions &actions, QWidget *parent)
    : QToolBar(tr("Toolbar"), parent),
      m_actions(actions),
      m_board(makeButton(tr("Board"), ButtonKind::Link)),
      m_arrow(new TextLabel(QStringLiteral("›"), TextRole::Body, Token::Text2)),
      m_title(new ElidedLabel(QString(), TextRole::Section)),
      m_summary(new TextLabel(QString(), TextRole::Body, Token::Text2)),
      m_newPartner(makeButton(tr("New partner"))),
      m_fileDocument(makeButton(tr("File document…")))
{
    setObjectName(QStringLiteral("toolbar"));
    setAccessibleName(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setMinimumHeight(controlHeight(44, font()));
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(8);
    row->addWidget(addArrow(QStringLiteral("go-previous"), QStringLiteral("backButton"), Act::GoBack));
    row->addWidget(addArrow(QStringLiteral("go-next"), QStringLiteral("forwardButton"), Act::GoForward));
    m_board->setObjectName(QStringLiteral("breadcrumbButton"));
    m_actions.bind(m_board, Act::GoBoard);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_newPartner->setObjectName(QStringLiteral("newPartnerButton"));
    m_newPartner->setIcon(icon(QStringLiteral("list-add"), Token::Text));
    m_actions.bind(m_newPartner, Act::NewPartner);
    m_fileDocument->setObjectName(QStringLiteral("toolbarFileButton"));
    m_actions.bind(m_fileDocument, Act::FileDocument);
    for (QWidget *part : {static_cast<QWidget *>(m_board), static_cast<QWidget *>(m_arrow),
                          static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_summary)})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(m_fileDocument);
    row->addWidget(m_newPartner);
    addWidget(content);
    showNothing();
}

QToolButton *Toolbar::addArrow(const QString &iconName, const QString &name, Act act)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(QString(m_actions[act]->text()).remove(QLatin1Char('&')));
    m_actions.bind(button, act);
    return button;
}

void Toolbar::showArea(const QString &title, const QString &summary)
{
    m_board->hide();
    m_arrow->hide();
    m_title->setText(title);
    m_summary->setText(summary);
    m_fileDocument->hide();
}

void Toolbar::showBoard(const QString &summary)
{
    showArea(tr("Board"), summary);
    m_newPartner->show();
}

void Toolbar::showApprovals(const QString &summary)
{
    showArea(tr("Approvals"), summary);
    m_newPartner->hide();
}

void Toolbar::showPartner(const QString &name)
{
    m_board->show();
    m_arrow->show();
    m_title->setText(words::isolate(name));
    m_summary->clear();
    m_newPartner->hide();
    m_fileDocument->show();
}

void Toolbar::showNothing()
{
    for (QWidget *part : {static_cast<QWidget *>(m_board), static_cast<QWidget *>(m_arrow),
                          static_cast<QWidget *>(m_newPartner), static_cast<QWidget *>(m_fileDocument)})
        part->hide();
    m_title->setText(tr("Gatehouse"));
    m_summary->clear();
}

} // namespace gatehouse::ui
