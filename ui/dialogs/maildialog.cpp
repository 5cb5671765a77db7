#include "ui/dialogs/maildialog.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

MailDialog::MailDialog(Session &session, const operations::PartnerView &view, LinkOpener opener, const QString &title,
                       QWidget *parent)
    : FormDialog(session, title, tr("Record the request"), parent),
      m_view(view),
      m_opener(std::move(opener)),
      m_mail(new QPlainTextEdit(this)),
      m_open(addWayOn(tr("Open mail program"), QStringLiteral("openMailButton"))),
      m_sent(new QCheckBox(tr("I have sent this mail"), this))
{
    setMinimumWidth(600);
    m_open->show();
    connect(m_open, &QPushButton::clicked, this, &MailDialog::openMail);
    connect(m_sent, &QCheckBox::toggled, this, &MailDialog::refresh);
}

void MailDialog::addMail()
{
    m_mail->setObjectName(QStringLiteral("mailEdit"));
    m_mail->setReadOnly(true);
    m_mail->setTabChangesFocus(true);
    m_mail->setFixedHeight(m_mail->fontMetrics().lineSpacing() * 11 + 12);
    addField(tr("&Mail"), m_mail, QStringLiteral("mail"));
    m_sent->setObjectName(QStringLiteral("sentCheckBox"));
    body()->addWidget(m_sent);
    tabNext(m_open);
    tabNext(m_sent);
    refresh();
}

QUrl MailDialog::mailLink(const words::MailDraft &draft)
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

void MailDialog::refresh()
{
    const words::MailDraft mail = draft();
    m_mail->setPlainText(tr("To: %1\nSubject: %2\n\n%3").arg(mail.to, mail.subject, mail.body));
    const QString lacks = missing();
    m_open->setEnabled(lacks.isEmpty());
    if (lacks.isEmpty())
        setObstacle(m_sent->isChecked() ? QString() : tr("Send the mail, then say so."));
    else
        setObstacle(lacks);
}

void MailDialog::openMail()
{
    clearError();
    if (!m_opener(mailLink(draft())))
        setObstacle(tr("No mail program took it. Copy the text above, send it, then say so."));
}

} // namespace gatehouse::ui
