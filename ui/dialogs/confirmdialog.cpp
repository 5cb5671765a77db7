#include "ui/dialogs/confirmdialog.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("confirmDialog"));
    setWindowTitle(question.title);
    setMinimumWidth(440);
    auto *asked = new TextLabel(question.asked, TextRole::Section);
    auto *what = new TextLabel(question.consequence, TextRole::Body, Token::Text2);
    what->setWordWrap(true);
    QPushButton *stay = makeButton(question.stay);
    stay->setObjectName(QStringLiteral("cancelButton"));
    stay->setDefault(true);
    // A name's ampersand is no mnemonic.
    QPushButton *act = makeButton(QString(question.act).replace(QLatin1Char('&'), QStringLiteral("&&")));
    act->setObjectName(QStringLiteral("confirmButton"));
    act->setAccessibleName(question.act);
    auto *footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(act);
    footer->addWidget(stay);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(asked);
    column->addWidget(what);
    column->addStretch();
    column->addLayout(footer);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    stay->setFocus();
}

} // namespace gatehouse::ui
