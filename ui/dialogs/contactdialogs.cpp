#include "ui/dialogs/contactdialogs.h"

#include "operations/partneroperations.h"
#include "ui/components/textlabel.h"
#include "words/textmarks.h"

#include <QLineEdit>

namespace gatehouse::ui {

AddContactDialog::AddContactDialog(Session &session, const domain::Partner &partner, QWidget *parent)
    : FormDialog(session, tr("Add contact to %1").arg(partner.name), tr("Add contact"), parent), m_partnerId(partner.id)
{
    setObjectName(QStringLiteral("addContactDialog"));
    addExplanation(tr("A contact may file documents for this partner. The subject is what the identity provider calls "
                      "this person; it can stand in one roster only."));
    m_name = addLine(tr("&Name"), QStringLiteral("name"), tr("Lena Voss"));
    m_role = addLine(tr("&Role"), QStringLiteral("role"), tr("Compliance officer"));
    m_email = addLine(tr("&E-mail"), QStringLiteral("email"), tr("lena.voss@example.com"));
    m_phone = addLine(tr("&Phone"), QStringLiteral("phone"), tr("optional"));
    m_subject = addLine(tr("&Subject"), QStringLiteral("subject"), tr("oidc|lena.voss"));
    check();
}

QLineEdit *AddContactDialog::addLine(const QString &label, const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name + QStringLiteral("Edit"));
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textChanged, this, &AddContactDialog::check);
    addField(label, edit, name);
    return edit;
}

void AddContactDialog::check()
{
    // Called while the fields are still being made.
    if (!m_subject)
        return;
    for (const QLineEdit *edit : {m_name, m_role, m_email, m_subject}) {
        if (edit->text().trimmed().isEmpty()) {
            setObstacle(tr("%1 is still empty.").arg(edit->accessibleName()));
            return;
        }
    }
    setObstacle({});
}

void AddContactDialog::submit()
{
    operations::AddContact add;
    add.partner = m_partnerId;
    add.name = m_name->text();
    add.email = m_email->text();
    add.phone = m_phone->text();
    add.role = m_role->text();
    add.subject = m_subject->text();
    run(add);
}

RemoveContactDialog::RemoveContactDialog(Session &session, const domain::Contact &contact, QWidget *parent)
    : FormDialog(session, tr("Remove contact"), tr("Remove %1").arg(contact.name), parent),
      m_contact(contact),
      m_typed(new QLineEdit(this))
{
    setObjectName(QStringLiteral("removeContactDialog"));
    addExplanation(tr("%1 loses all rights for this partner at once. The subject %2 stays reserved until somebody "
                      "confirms that it was deactivated at the identity provider.")
                       .arg(words::isolate(contact.name), words::isolate(contact.subject)));
    m_typed->setObjectName(QStringLiteral("typedSubjectEdit"));
    m_typed->setPlaceholderText(contact.subject);
    addField(tr("&Type the subject to confirm"), m_typed, QStringLiteral("subject"));
    const auto check = [this] {
        setObstacle(m_typed->text().trimmed() == m_contact.subject ? QString() : tr("The subject isn't typed yet."));
    };
    connect(m_typed, &QLineEdit::textChanged, this, check);
    check();
}

void RemoveContactDialog::submit()
{
    operations::RemoveContact remove;
    remove.partner = m_contact.partnerId;
    remove.subject = m_contact.subject;
    run(remove);
}

ReleaseContactDialog::ReleaseContactDialog(Session &session, const domain::Contact &contact, QWidget *parent)
    : FormDialog(session, tr("Identity deactivated"), tr("Record deactivation"), parent),
      m_contact(contact),
      m_note(new QLineEdit(this))
{
    setObjectName(QStringLiteral("releaseContactDialog"));
    addExplanation(tr("Records that %1 (%2) can't sign in any more at the identity provider. The subject is free again "
                      "after this.")
                       .arg(words::isolate(contact.name), words::isolate(contact.subject)));
    m_note->setObjectName(QStringLiteral("noteEdit"));
    m_note->setPlaceholderText(tr("Ticket IT-4711, confirmed by Ravi Holm"));
    m_note->setMaxLength(500);
    addField(tr("&How this is known"), m_note, QStringLiteral("note"));
    const auto check = [this] {
        setObstacle(m_note->text().trimmed().isEmpty() ? tr("Say how this is known.") : QString());
    };
    connect(m_note, &QLineEdit::textChanged, this, check);
    check();
}

void ReleaseContactDialog::submit()
{
    operations::ReleaseContact release;
    release.partner = m_contact.partnerId;
    release.subject = m_contact.subject;
    release.note = m_note->text();
    run(release);
}

} // namespace gatehouse::ui
