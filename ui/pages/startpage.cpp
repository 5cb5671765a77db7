#include "ui/pages/startpage.h"

#include "ui/components/button.h"
#include "ui/components/card.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/pages/errormessage.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

constexpr int contentWidth = 640;

} // namespace

StartPage::StartPage(Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_banner(new MessageBanner),
      m_busy(new TextLabel(QString(), TextRole::Body, Token::Text2)),
      m_choices(new QWidget)
{
    setObjectName(QStringLiteral("startPage"));
    m_banner->setObjectName(QStringLiteral("startBanner"));
    m_busy->setObjectName(QStringLiteral("startBusyLabel"));
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(12);
    choices->addWidget(
        makeChoice(actions, tr("On this computer"),
                   tr("A workspace is one file with its documents beside it. You become its root admin."),
                   tr("Create workspace…"), QStringLiteral("createWorkspaceButton"), Act::NewWorkspace));
    choices->addWidget(makeChoice(actions, tr("A workspace that exists"),
                                  tr("Opens the file where it is; nothing is copied."), tr("Open workspace…"),
                                  QStringLiteral("openWorkspaceButton"), Act::OpenWorkspace));
    choices->addWidget(
        makeChoice(actions, tr("Look around with sample data"),
                   tr("Invented partners in a file of their own. Nothing in it is real; try everything."),
                   tr("Open sample data"), QStringLiteral("sampleWorkspaceButton"), Act::SampleWorkspace));
    auto *content = new QWidget(this);
    content->setMaximumWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr("How do you want to work?"), TextRole::PageTitle));
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_choices);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(content, 100);
    row->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addLayout(row);
    all->addStretch(3);
    showReady();
}

QWidget *StartPage::makeChoice(Actions &actions, const QString &title, const QString &text, const QString &button,
                               const QString &name, Act act)
{
    auto *card = new Card(title, Card::Head::Plain);
    auto *words = new TextLabel(text, TextRole::Body, Token::Text2);
    words->setWordWrap(true);
    QPushButton *push = makeButton(button);
    push->setObjectName(name);
    actions.bind(push, act);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(words, 1);
    row->addWidget(push);
    card->content()->addLayout(row);
    return card;
}

void StartPage::showError(const base::Error &error)
{
    showReady();
    m_banner->setMessage(errorMessage(error));
}

void StartPage::showBusy(const QString &what)
{
    m_banner->clear();
    m_busy->setText(what);
    m_busy->show();
    m_choices->setEnabled(false);
}

void StartPage::showReady()
{
    m_banner->clear();
    m_busy->hide();
    m_choices->setEnabled(true);
}

} // namespace gatehouse::ui
