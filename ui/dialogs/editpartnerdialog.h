#pragma once

#include "operations/queries.h"
#include "ui/dialogs/formdialog.h"

class QComboBox;
class QLineEdit;

namespace gatehouse::ui {

// Sets who looks after a partner and its region.
class EditPartnerDialog final : public FormDialog
{
    Q_OBJECT

public:
    EditPartnerDialog(Session &session, const operations::PartnerView &view, QWidget *parent = nullptr);

protected:
    void submit() override;

private:
    void fillOwners(const QList<domain::Operator> &operators);

    domain::Partner m_partner;
    QComboBox *m_owner;
    QLineEdit *m_region;
};

} // namespace gatehouse::ui
