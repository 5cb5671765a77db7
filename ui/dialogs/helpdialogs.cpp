#include "ui/dialogs/helpdialogs.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace gatehouse::ui {

namespace {

QLayout *closeRow(QDialog *dialog)
{
    QPushButton *close = makeButton(KeysDialog::tr("Close"));
    close->setObjectName(QStringLiteral("closeButton"));
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(close);
    return row;
}

CellRow keyRow(const QString &keys, const QString &does, const QString &where)
{
    return {keys, {strongCell(keys), textCell(does, Emphasis::Normal), textCell(where)}, {}};
}

} // namespace

KeysDialog::KeysDialog(const Actions &actions, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    resize(560, 560);
    auto *table = new CellTable({tr("Key"), tr("Does"), tr("Where")}, this);
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(tr("Keys"));
    table->setColumnWidthFor(0, QStringLiteral("Ctrl+Shift+D  "), 12);
    table->setColumnWidthFor(2, tr("lists and Board"), 16);
    table->setStretch(1);
    QList<CellRow> rows = {
        keyRow(tr("Enter"), tr("open; fold or unfold a group"), tr("lists and Board")),
        keyRow(tr("Esc"), tr("clear the filter; leave the note"), tr("Board, decision")),
        keyRow(tr("Alt+1 … 4"), tr("tabs of a partner"), tr("partner")),
    };
    for (const QAction *action : actions.findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        const bool local = action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
        const bool onBoard = action == actions[Act::NextPartner] || action == actions[Act::PreviousPartner]
                             || action == actions[Act::NextGrouping];
        rows += keyRow(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                       QString(action->text()).remove(QLatin1Char('&')),
                       local     ? tr("lists")
                       : onBoard ? tr("Board")
                                 : tr("everywhere"));
    }
    table->setRows(rows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(table, 1);
    column->addLayout(closeRow(this));
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Gatehouse"));
    auto *picture = new QLabel(this);
    picture->setPixmap(programIcon().pixmap(48, 48));
    picture->setAccessibleName(tr("Gatehouse"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(new TextLabel(tr("Gatehouse"), TextRole::PageTitle));
    texts->addWidget(
        new TextLabel(tr("Version %1").arg(QCoreApplication::applicationVersion()), TextRole::Body, Token::Text2));
    texts->addWidget(new TextLabel(tr("The operations console for bringing partners on board."), TextRole::Body));
    texts->addWidget(new TextLabel(tr("Free software under the GNU General Public License, version 3 or later."),
                                   TextRole::Secondary, Token::Text2));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addLayout(closeRow(this));
}

} // namespace gatehouse::ui
