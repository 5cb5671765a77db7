#include "ui/dialogs/helpdialogs.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/style/icons.h"
#include "ui/viewer/vieweractions.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

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

// Where a key works; several may be joined.
enum Where : unsigned {
    Everywhere = 0,
    OnBoard = 1,
    InApprovals = 2,
    InDocument = 4, // of Approvals
    OnPartner = 8
};

struct KeyEntry
{
    QString keys;
    QString does;
    unsigned where;
};

QString whereWords(unsigned where)
{
    if (where == Everywhere)
        return KeysDialog::tr("everywhere");
    QStringList places;
    if (where & OnBoard)
        places += KeysDialog::tr("Board");
    if (where & InApprovals)
        places += KeysDialog::tr("Approvals");
    if (where & InDocument)
        places += KeysDialog::tr("document");
    if (where & OnPartner)
        places += KeysDialog::tr("partner");
    return places.join(QStringLiteral(", "));
}

unsigned whereOf(const Actions &actions, const QAction *action)
{
    const auto is = [&](const QList<Act> &acts) {
        return std::any_of(acts.begin(), acts.end(), [&](Act act) { return actions[act] == action; });
    };
    if (is({Act::NextPartner, Act::PreviousPartner}))
        return OnBoard | InApprovals;
    if (is({Act::ChooseApprove, Act::ChooseReject, Act::AddEvidence, Act::RecordDecision, Act::FoldDecision}))
        return InApprovals | OnPartner;
    if (is(Actions::reviewActs()))
        return InApprovals;
    if (is({Act::NextGrouping}) || is(Actions::tenantActs()))
        return OnBoard;
    if (is({Act::ReviewPartner}))
        return OnBoard | OnPartner;
    const bool ofPartner =
        is({Act::EditPartner, Act::FileDocument, Act::SaveDocument, Act::AddContact, Act::RemoveContact,
            Act::ReleaseContact, Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline});
    return ofPartner ? OnPartner : Everywhere;
}

// Smaller comes first: what works here, then what works everywhere.
int rankOf(unsigned where, Area here)
{
    const unsigned own = here == Area::Approvals ? InApprovals : here == Area::Board ? OnBoard : OnPartner;
    if (where & own)
        return 0;
    if (here == Area::Approvals && where == InDocument)
        return 1;
    return where == Everywhere ? 2 : 3;
}

QList<KeyEntry> allKeys(const Actions &actions)
{
    QList<KeyEntry> keys = {
        {KeysDialog::tr("Enter"), KeysDialog::tr("Open; fold or unfold a group"), OnBoard},
        {KeysDialog::tr("Enter"), KeysDialog::tr("To the document"), InApprovals},
        {KeysDialog::tr("Esc"), KeysDialog::tr("Clear the filter; leave the note"), OnBoard | InApprovals | OnPartner},
    };
    for (const QAction *action : actions.findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty())
            keys += KeyEntry{QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                             QString(action->text()).remove(QLatin1Char('&')), whereOf(actions, action)};
    }
    for (const ViewerActions::Key &key : ViewerActions::keys())
        keys += KeyEntry{key.keys, key.does, InDocument};
    return keys;
}

} // namespace

KeysDialog::KeysDialog(const Actions &actions, Area here, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    resize(600, 560);
    auto *table = new CellTable({tr("Key"), tr("Does"), tr("Where")}, this);
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(tr("Keys"));
    table->setColumnWidthFor(0, QStringLiteral("Ctrl+Shift+D  "), 12);
    table->setColumnWidthFor(2, tr("Approvals, partner"), 16);
    table->setStretch(1);
    QList<KeyEntry> keys = allKeys(actions);
    std::stable_sort(keys.begin(), keys.end(), [here](const KeyEntry &a, const KeyEntry &b) {
        return rankOf(a.where, here) < rankOf(b.where, here);
    });
    QList<CellRow> rows;
    for (const KeyEntry &key : std::as_const(keys))
        rows += {key.keys + key.does,
                 {strongCell(key.keys), textCell(key.does, Emphasis::Normal), textCell(whereWords(key.where))},
                 {}};
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
