#pragma once

#include "ui/dialogs/maildialog.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QPlainTextEdit;

namespace gatehouse::ui {

// Asks for another document of this kind, with a reason that the playbook knows and what the partner is told.
class AskForDocumentDialog final : public MailDialog
{
    Q_OBJECT

public:
    AskForDocumentDialog(Session &session, const operations::PartnerView &view, const domain::DossierDocument &document,
                         LinkOpener opener, QWidget *parent = nullptr);

protected:
    void submit() override;
    words::MailDraft draft() const override;

private:
    domain::DossierDocument m_document;
    QComboBox *m_reason;
    QPlainTextEdit *m_comment;
};

// Says that the partner answered, or takes the question back: the clock goes on.
class CloseRequestDialog final : public FormDialog
{
    Q_OBJECT

public:
    CloseRequestDialog(Session &session, const operations::PartnerView &view, QWidget *parent = nullptr);
    // How it ended, as it is chosen now.
    domain::RequestEnd end() const;

protected:
    void submit() override;

private:
    QString m_partner;
    QComboBox *m_request;
    QComboBox *m_end;
    QPlainTextEdit *m_answer;
};

// Puts the review off until a time, with a reason.
class SnoozeDialog final : public FormDialog
{
    Q_OBJECT

public:
    SnoozeDialog(Session &session, const operations::PartnerView &view, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    void makeChoices(const QDateTime &now);
    void check();

    QString m_partner;
    QComboBox *m_choice;
    QDateTimeEdit *m_until;
    QPlainTextEdit *m_why;
};

// Gives the review to somebody who can decide, or asks such a person to look at it, with a reason.
class HandOverDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum class Act { Assign, Escalate };
    HandOverDialog(Session &session, const operations::PartnerView &view, Act act, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    void receive(const base::Result<QList<domain::Operator>> &operators);
    void check();

    Act m_act;
    operations::PartnerView m_view;
    QComboBox *m_person;
    QPlainTextEdit *m_why = nullptr;
    bool m_known = false;
};

} // namespace gatehouse::ui
