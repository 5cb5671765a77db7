#include "ui/dialogs/suspenddialog.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "words/textmarks.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

SuspendDialog::SuspendDialog(const operations::PartnerView &view, const QString &consequence, QWidget *parent)
    : QDialog(parent)
{
    const QString name = view.facts.partner.name;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("suspendDialog"));
    setWindowTitle(tr("Suspend %1").arg(name));
    setMinimumWidth(440);
    auto *question = new TextLabel(tr("Suspend %1?").arg(words::isolate(name)), TextRole::Section);
    auto *what = new TextLabel(consequence, TextRole::Body, Token::Text2);
    what->setWordWrap(true);
    QPushButton *cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setDefault(true);
    // A name's ampersand is no mnemonic.
    QPushButton *act = makeButton(tr("Suspend %1").arg(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    act->setObjectName(QStringLiteral("suspendButton"));
    act->setAccessibleName(tr("Suspend %1").arg(name));
    auto *footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(act);
    footer->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(question);
    column->addWidget(what);
    column->addStretch();
    column->addLayout(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

} // namespace gatehouse::ui
