#include "ui/dialogs/askpartnerdialog.h"

#include "operations/reviewoperations.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace gatehouse::ui {

using operations::PartnerView;

AskPartnerDialog::AskPartnerDialog(Session &session, const PartnerView &view, LinkOpener opener, QWidget *parent)
    : MailDialog(session, view, std::move(opener), tr("Ask %1").arg(view.facts.partner.name), parent),
      m_kind(new QComboBox(this)),
      m_contact(new QComboBox(this)),
      m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("askPartnerDialog"));
    addExplanation(tr("Sent from your own mail program. Once it is recorded, the review clock stands still until the "
                      "partner answers."));
    makeFields();
    addMail();
    connect(m_text, &QPlainTextEdit::textChanged, this, &AskPartnerDialog::refresh);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AskPartnerDialog::refresh);
    connect(m_contact, &QComboBox::currentIndexChanged, this, &AskPartnerDialog::refresh);
}

void AskPartnerDialog::makeFields()
{
    m_text->setObjectName(QStringLiteral("questionEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 12);
    m_text->setPlaceholderText(tr("Who holds the remaining 27 percent of the shares?"));
    addField(tr("&Question"), m_text, QStringLiteral("question"));
    m_kind->setObjectName(QStringLiteral("kindCombo"));
    m_kind->addItem(tr("An answer"), QString());
    for (const domain::DocumentRule &rule : view().playbook.documents)
        m_kind->addItem(tr("Another document: %1").arg(rule.title), rule.kind);
    addField(tr("&Wanted"), m_kind, QStringLiteral("kind"));
    m_contact->setObjectName(QStringLiteral("contactCombo"));
    for (const domain::Contact &contact : domain::roster(view().facts.contacts))
        m_contact->addItem(tr("%1, %2", "a person, then a role").arg(contact.name, contact.role), contact.subject);
    m_contact->setCurrentIndex(qMax(0, m_contact->findData(view().facts.partner.submittedBy)));
    addField(tr("&Contact"), m_contact, QStringLiteral("contact"));
}

words::MailDraft AskPartnerDialog::draft() const
{
    return words::askDraft(view().facts, view().playbook, m_text->toPlainText(), m_kind->currentData().toString(),
                           m_contact->currentData().toString(), session().me.name);
}

QString AskPartnerDialog::missing() const
{
    return m_text->toPlainText().trimmed().isEmpty() ? tr("Write the question first.") : QString();
}

void AskPartnerDialog::submit()
{
    operations::AskPartner ask;
    ask.partner = view().facts.partner.id;
    ask.text = m_text->toPlainText().trimmed();
    ask.documentKind = m_kind->currentData().toString();
    ask.contact = m_contact->currentData().toString();
    run(ask);
}

} // namespace gatehouse::ui
