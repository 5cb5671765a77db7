#include "ui/dialogs/askpartnerdialog.h"

#include "operations/reviewoperations.h"
#include "words/statuswords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

using operations::PartnerView;

AskPartnerDialog::AskPartnerDialog(Session &session, const PartnerView &view, LinkOpener opener, QWidget *parent)
    : FormDialog(session, tr("Ask %1").arg(view.facts.partner.name), tr("Record the request"), parent),
      m_view(view),
      m_opener(std::move(opener)),
      m_kind(new QComboBox(this)),
      m_contact(new QComboBox(this)),
      m_text(new QPlainTextEdit(this)),
      m_mail(new QPlainTextEdit(this)),
      m_open(addWayOn(tr("Open mail program"), QStringLiteral("openMailButton"))),
      m_sent(new QCheckBox(tr("I have sent this mail"), this))
{
    setObjectName(QStringLiteral("askPartnerDialog"));
    setMinimumWidth(600);
    addExplanation(tr("Sent from your own mail program. Once it is recorded, the review clock stands still until the "
                      "partner answers."));
    makeFields();
    m_open->show();
    connect(m_open, &QPushButton::clicked, this, &AskPartnerDialog::openMail);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AskPartnerDialog::refresh);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AskPartnerDialog::refresh);
    connect(m_contact, &QComboBox::currentIndexChanged, this, &AskPartnerDialog::refresh);
    connect(m_sent, &QCheckBox::toggled, this, &AskPartnerDialog::refresh);
    refresh();
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
    for (const domain::DocumentRule &rule : m_view.playbook.documents)
        m_kind->addItem(tr("Another document: %1").arg(rule.title), rule.kind);
    addField(tr("&Wanted"), m_kind, QStringLiteral("kind"));
    m_contact->setObjectName(QStringLiteral("contactCombo"));
    for (const domain::Contact &contact : domain::roster(m_view.facts.contacts))
        m_contact->addItem(tr("%1, %2", "a person, then a role").arg(contact.name, contact.role), contact.subject);
    m_contact->setCurrentIndex(qMax(0, m_contact->findData(m_view.facts.partner.submittedBy)));
    addField(tr("&Contact"), m_contact, QStringLiteral("contact"));
    m_mail->setObjectName(QStringLiteral("mailEdit"));
    m_mail->setReadOnly(true);
    m_mail->setTabChangesFocus(true);
    m_mail->setFixedHeight(m_mail->fontMetrics().lineSpacing() * 11 + 12);
    addField(tr("&Mail"), m_mail, QStringLiteral("mail"));
    m_sent->setObjectName(QStringLiteral("sentCheckBox"));
    body()->addWidget(m_sent);
}

words::MailDraft AskPartnerDialog::draft() const
{
    return words::askDraft(m_view.facts, m_view.playbook, m_text->toPlainText(), m_kind->currentData().toString(),
                           m_contact->currentData().toString(), session().me.name);
}

QUrl AskPartnerDialog::mailLink(const words::MailDraft &draft)
{
    // Encoded by hand: a query of QUrl leaves "+" as it is, which mail programs keep, and "&" in a subject would end
    // it.
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    QByteArray body = encoded(draft.body);
    body.replace("%0A", "%0D%0A");
    return QUrl::fromEncoded("mailto:" + QUrl::toPercentEncoding(draft.to, "@") + "?subject=" + encoded(draft.subject)
                                 + "&body=" + body,
                             QUrl::StrictMode);
}

void AskPartnerDialog::refresh()
{
    const words::MailDraft mail = draft();
    m_mail->setPlainText(tr("To: %1\nSubject: %2\n\n%3").arg(mail.to, mail.subject, mail.body));
    const bool written = !m_text->toPlainText().trimmed().isEmpty();
    m_open->setEnabled(written);
    if (!written)
        setObstacle(tr("Write the question first."));
    else
        setObstacle(m_sent->isChecked() ? QString() : tr("Send the mail, then say so."));
}

void AskPartnerDialog::openMail()
{
    clearError();
    if (!m_opener(mailLink(draft())))
        setObstacle(tr("No mail program took it. Copy the text above, send it, then say so."));
}

void AskPartnerDialog::submit()
{
    operations::AskPartner ask;
    ask.partner = m_view.facts.partner.id;
    ask.text = m_text->toPlainText().trimmed();
    ask.documentKind = m_kind->currentData().toString();
    ask.contact = m_contact->currentData().toString();
    run(ask);
}

} // namespace gatehouse::ui
