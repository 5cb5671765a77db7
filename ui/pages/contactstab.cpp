#include "ui/pages/contactstab.h"

#include "ui/components/button.h"
#include "ui/components/emptystate.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/pages/marks.h"
#include "ui/pages/people.h"
#include "words/datewords.h"
#include "words/textmarks.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace gatehouse::ui {

using domain::Contact;
using operations::PartnerView;

namespace {

CellPresentation standingCell(const Contact &contact, const PartnerView &view)
{
    if (!contact.removedAt) {
        const bool submitter = contact.subject == view.facts.partner.submittedBy;
        return statusCell({Glyph::Tick, Tone::Ok, Emphasis::Quiet},
                          submitter ? ContactsTab::tr("In the roster, submitted") : ContactsTab::tr("In the roster"));
    }
    if (!contact.releasedAt)
        return statusCell({Glyph::Triangle, Tone::Warn, Emphasis::Normal},
                          ContactsTab::tr("Removed, can still sign in"));
    return statusCell({Glyph::Dash, Tone::Neutral, Emphasis::Quiet}, ContactsTab::tr("Removed, deactivated"));
}

CellRow rowOf(const Contact &contact, const PartnerView &view)
{
    QStringList lines = {ContactsTab::tr("Added %1").arg(words::exactMoment(contact.addedAt))};
    if (contact.removedAt) {
        lines += ContactsTab::tr("Removed %1 by %2")
                     .arg(words::exactMoment(*contact.removedAt), nameInFull(view, contact.removedBy));
    }
    if (contact.releasedAt)
        lines += ContactsTab::tr("Deactivated %1").arg(words::exactMoment(*contact.releasedAt));
    return {contact.id,
            {strongCell(words::isolate(contact.name)), textCell(words::isolate(contact.role)),
             textCell(words::isolate(contact.email)), textCell(words::isolate(contact.phone)),
             textCell(words::isolate(contact.subject)), standingCell(contact, view)},
            lines.join(QLatin1Char('\n'))};
}

} // namespace

ContactsTab::ContactsTab(Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_table(new CellTable({tr("Name"), tr("Role"), tr("E-mail"), tr("Phone"), tr("Subject"), tr("Standing")})),
      m_empty(new EmptyState),
      m_note(new TextLabel(QString(), TextRole::Secondary, Token::Text2))
{
    setObjectName(QStringLiteral("contactsTab"));
    m_table->setObjectName(QStringLiteral("contactsTable"));
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setDensity(Density::Normal);
    m_table->setColumnWidthFor(0, tr("Tomas Lindqvist-Okafor"), 8);
    m_table->setColumnWidthFor(1, tr("Compliance officer"), 16);
    m_table->setColumnWidthFor(2, QStringLiteral("tomas.lindqvist@calder-voss-capital.example"), 4);
    m_table->setColumnWidthFor(3, QStringLiteral("+44 20 7946 0000"), 12);
    m_table->setColumnWidthFor(5, tr("Removed, can still sign in"), 28);
    m_table->setStretch(4);
    m_empty->setObjectName(QStringLiteral("contactsEmpty"));
    m_empty->setTexts(tr("No contacts"), tr("The person who files must be one of them."), tr("Add contact…"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 8, 12, 8);
    tools->setSpacing(8);
    const auto addButton = [&](const QString &text, const QString &name, Act act) {
        QPushButton *button = makeButton(text);
        button->setObjectName(name);
        actions.bind(button, act);
        tools->addWidget(button);
    };
    addButton(tr("Add contact…"), QStringLiteral("addContactButton"), Act::AddContact);
    addButton(tr("Remove…"), QStringLiteral("removeContactButton"), Act::RemoveContact);
    addButton(tr("Identity deactivated…"), QStringLiteral("releaseContactButton"), Act::ReleaseContact);
    tools->addStretch();
    tools->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionTriggered, actions[Act::AddContact], &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ContactsTab::selectionChanged);
}

void ContactsTab::setView(const PartnerView &view)
{
    m_contacts = view.facts.contacts;
    QList<CellRow> rows;
    for (const Contact &contact : std::as_const(m_contacts))
        rows += rowOf(contact, view);
    const int open = int(domain::openIdentities(m_contacts).size());
    m_table->setRows(rows);
    m_note->setText(open > 0 ? tr("%n removed contact(s) can still sign in", nullptr, open) : QString());
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    Q_EMIT selectionChanged();
}

std::optional<Contact> ContactsTab::selected() const
{
    const QString id = m_table->keyAt(m_table->currentIndex());
    for (const Contact &contact : m_contacts) {
        if (contact.id == id)
            return contact;
    }
    return std::nullopt;
}

void ContactsTab::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

QWidget *ContactsTab::list() const
{
    return m_table;
}

} // namespace gatehouse::ui
