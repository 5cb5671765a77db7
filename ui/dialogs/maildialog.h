#pragma once

#include "operations/queries.h"
#include "ui/dialogs/formdialog.h"
#include "ui/shell/linkopener.h"
#include "words/reviewwords.h"

class QCheckBox;
class QPlainTextEdit;

namespace gatehouse::ui {

// A form that asks something of the partner: makes a mail draft, hands it to the mail program, and records the request
// once the operator says that it was sent. Nothing is sent from here.
class MailDialog : public FormDialog
{
    Q_OBJECT

public:
    // The draft as a link that mail programs take.
    static QUrl mailLink(const words::MailDraft &draft);

protected:
    // `opener` is called while the dialog lives.
    MailDialog(Session &session, const operations::PartnerView &view, LinkOpener opener, const QString &title,
               QWidget *parent);

    const operations::PartnerView &view() const { return m_view; }
    // Adds the mail and what confirms it; called after the fields that it is made of.
    void addMail();
    // Makes the mail anew; called whenever a field has changed.
    void refresh();
    virtual words::MailDraft draft() const = 0;
    // What has to be written before it can be sent; empty: nothing.
    virtual QString missing() const { return {}; }

private:
    void openMail();

    operations::PartnerView m_view;
    LinkOpener m_opener;
    QPlainTextEdit *m_mail;
    QPushButton *m_open;
    QCheckBox *m_sent;
};

} // namespace gatehouse::ui
