#pragma once

#include "operations/queries.h"
#include "ui/dialogs/formdialog.h"
#include "ui/shell/linkopener.h"
#include "words/reviewwords.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace gatehouse::ui {

// Asks the partner: makes a mail draft, hands it to the mail program, and records the request once the operator says
// that it was sent. Nothing is sent from here.
class AskPartnerDialog final : public FormDialog
{
    Q_OBJECT

public:
    // `opener` is called while the dialog lives.
    AskPartnerDialog(Session &session, const operations::PartnerView &view, LinkOpener opener,
                     QWidget *parent = nullptr);

    // The draft as a link that mail programs take.
    static QUrl mailLink(const words::MailDraft &draft);

protected:
    void submit() override;

private:
    words::MailDraft draft() const;
    void makeFields();
    void refresh();
    void openMail();

    operations::PartnerView m_view;
    LinkOpener m_opener;
    QComboBox *m_kind;
    QComboBox *m_contact;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_mail;
    QPushButton *m_open;
    QCheckBox *m_sent;
};

} // namespace gatehouse::ui
