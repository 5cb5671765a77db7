#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace gatehouse::ui {

// Adds a person to a partner's roster.
class AddContactDialog final : public FormDialog
{
    Q_OBJECT

public:
    AddContactDialog(Session &session, const domain::Partner &partner, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    QLineEdit *addLine(const QString &label, const QString &name, const QString &placeholder);
    void check();

    QString m_partnerId;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLineEdit *m_role;
    QLineEdit *m_subject = nullptr;
};

// Takes a person out of the roster; the subject has to be typed, since its rights end at once.
class RemoveContactDialog final : public FormDialog
{
    Q_OBJECT

public:
    RemoveContactDialog(Session &session, const domain::Contact &contact, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    domain::Contact m_contact;
    QLineEdit *m_typed;
};

// Records that a removed contact can't sign in any more, and how that is known.
class ReleaseContactDialog final : public FormDialog
{
    Q_OBJECT

public:
    ReleaseContactDialog(Session &session, const domain::Contact &contact, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    domain::Contact m_contact;
    QLineEdit *m_note;
};

} // namespace gatehouse::ui
