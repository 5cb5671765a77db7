#pragma once

#include "ui/dialogs/maildialog.h"

class QComboBox;
class QPlainTextEdit;

namespace gatehouse::ui {

// Asks the partner a question, or for a document, in free words.
class AskPartnerDialog final : public MailDialog
{
    Q_OBJECT

public:
    AskPartnerDialog(Session &session, const operations::PartnerView &view, LinkOpener opener,
                     QWidget *parent = nullptr);

protected:
    void submit() override;
    words::MailDraft draft() const override;
    QString missing() const override;

private:
    void makeFields();

    QComboBox *m_kind;
    QComboBox *m_contact;
    QPlainTextEdit *m_text;
};

} // namespace gatehouse::ui
