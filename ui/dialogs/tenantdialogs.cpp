#include "ui/dialogs/tenantdialogs.h"

#include "operations/tenantoperations.h"
#include "ui/components/button.h"
#include "ui/components/secretfield.h"
#include "ui/components/textlabel.h"
#include "ui/dialogs/maildialog.h"
#include "words/reviewwords.h"
#include "words/textmarks.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gatehouse::ui {

using operations::TenantView;

namespace {

QLineEdit *lineField(QWidget *dialog, const char *name)
{
    auto *edit = new QLineEdit(dialog);
    edit->setObjectName(QLatin1StringView(name));
    return edit;
}

QString textOf(const domain::Receipt &receipt, const char *key)
{
    return receipt.result.value(QLatin1StringView(key)).toString();
}

// A mailbox keeps what it gets, so no key stands here.
words::MailDraft tenantMail(const QString &name, const QString &email, const QString &prefix)
{
    return {email, AccessKeyDialog::tr("Your access key is ready"),
            AccessKeyDialog::tr(
                "Hello,\n\nthe access of %1 is ready. Your key begins with %2; you get the whole key by another "
                "way than this mail, in a call or in person.\n\nTo begin:\n1. Open [address of the "
                "app].\n2. Enter the key when you are asked for it.\n3. Start asking.\n\nWhat you upload "
                "can be seen by you alone. Keep the key to yourselves. Questions? Answer this mail.\n")
                .arg(name, prefix)};
}

} // namespace

NewTenantDialog::NewTenantDialog(Session &session, QWidget *parent)
    : FormDialog(session, tr("New tenant"), tr("Create and show the key"), parent),
      m_name(lineField(this, "tenantNameEdit")),
      m_email(lineField(this, "tenantEmailEdit")),
      m_partner(lineField(this, "tenantPartnerEdit")),
      m_notes(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("newTenantDialog"));
    addExplanation(tr("The access key is shown once, when the tenant is there."));
    m_partner->setPlaceholderText(tr("Name or short name; empty: a new design partner"));
    m_notes->setObjectName(QStringLiteral("tenantNotesEdit"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(m_notes->fontMetrics().lineSpacing() * 3 + 12);
    addField(tr("&Name"), m_name, QStringLiteral("name"));
    addField(tr("&E-mail"), m_email, QStringLiteral("email"));
    addField(tr("&Partner"), m_partner, QStringLiteral("partner"));
    addField(tr("N&otes"), m_notes, QStringLiteral("notes"));
}

void NewTenantDialog::submit()
{
    operations::CreateTenant create;
    create.name = m_name->text();
    create.email = m_email->text();
    create.partner = m_partner->text().trimmed();
    create.notes = m_notes->toPlainText();
    run(create);
}

RevokeTenantDialog::RevokeTenantDialog(Session &session, const TenantView &view, QWidget *parent)
    : FormDialog(session, tr("Revoke %1").arg(view.tenant.name), tr("Revoke for good"), parent),
      m_tenant(view.tenant),
      m_typed(lineField(this, "typedNameEdit")),
      m_reason(lineField(this, "revokeReasonEdit"))
{
    setObjectName(QStringLiteral("revokeTenantDialog"));
    addExplanation(
        tr("The key %1 is refused at once and for good, for everybody who has it: %2 of %3 has asked %4 queries "
           "with it. Its data is kept. Access again needs another tenant.")
            .arg(words::isolate(domain::keyPrefixOf(m_tenant)), words::isolate(m_tenant.name),
                 words::isolate(view.partnerName), QString::number(m_tenant.queries)));
    addField(tr("&Reason"), m_reason, QStringLiteral("reason"));
    addField(tr("&Name of the tenant"), m_typed, QStringLiteral("typed"));
    connect(m_typed, &QLineEdit::textChanged, this, &RevokeTenantDialog::compare);
    compare();
}

void RevokeTenantDialog::compare()
{
    setObstacle(m_typed->text().trimmed() == m_tenant.name
                    ? QString()
                    : tr("Type its name, %1, to say that you mean it.").arg(words::isolate(m_tenant.name)));
}

void RevokeTenantDialog::submit()
{
    operations::RevokeTenant revoke;
    revoke.key = domain::keyPrefixOf(m_tenant).toLatin1();
    revoke.reason = m_reason->text();
    run(revoke);
}

ReplaceKeyDialog::ReplaceKeyDialog(Session &session, const TenantView &view, QWidget *parent)
    : FormDialog(session, tr("Replace the key of %1").arg(view.tenant.name), tr("Replace and show the key"), parent),
      m_tenant(view.tenant)
{
    setObjectName(QStringLiteral("replaceKeyDialog"));
    addExplanation(tr("%1 is refused from that moment on; the new key is shown once.")
                       .arg(words::isolate(domain::keyPrefixOf(m_tenant))));
}

void ReplaceKeyDialog::submit()
{
    operations::ReplaceAccessKey replace;
    replace.key = domain::keyPrefixOf(m_tenant).toLatin1();
    run(replace);
}

AccessKeyDialog::AccessKeyDialog(const domain::Receipt &receipt, LinkOpener opener, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("accessKeyDialog"));
    setWindowTitle(tr("Access key of %1").arg(textOf(receipt, "name")));
    setMinimumWidth(620);
    const words::MailDraft mail =
        tenantMail(textOf(receipt, "name"), textOf(receipt, "email"), textOf(receipt, "prefix"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    const auto addText = [&](const QString &text, TextRole role, Token token) {
        auto *label = new TextLabel(text, role, token, this);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    addText(textOf(receipt, "prefix"), TextRole::Section, Token::Text);
    auto *field = new SecretField(std::chrono::seconds(60), this);
    field->setObjectName(QStringLiteral("secretField"));
    field->setSecret(receipt.secret);
    column->addWidget(field);
    addText(receipt.secret
                ? tr("This is the only time that the whole key is shown; only its hash is kept. Hand it over by a "
                     "separate channel, in a call or in person. What you copy leaves the clipboard after a minute.")
                : tr("The key was shown when it was made and is not kept. Replace it if it is lost."),
            TextRole::Body, Token::Text2);
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("tenantMailEdit"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Mail"));
    text->setPlainText(tr("To: %1\nSubject: %2\n\n%3").arg(mail.to, mail.subject, mail.body));
    column->addWidget(text, 1);
    QPushButton *send = makeButton(tr("Open mail program"), ButtonKind::Plain, this);
    send->setObjectName(QStringLiteral("openMailButton"));
    QPushButton *done = makeButton(tr("I have handed it over"), ButtonKind::Primary, this);
    done->setObjectName(QStringLiteral("closeKeyButton"));
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addStretch();
    footer->addWidget(send);
    footer->addWidget(done);
    column->addLayout(footer);
    connect(send, &QPushButton::clicked, this, [opener, mail] { opener(MailDialog::mailLink(mail)); });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    field->setFocus();
}

} // namespace gatehouse::ui
