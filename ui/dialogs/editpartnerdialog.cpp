#include "ui/dialogs/editpartnerdialog.h"

#include "operations/partneroperations.h"
#include "words/namewords.h"

#include <QComboBox>
#include <QLineEdit>

namespace gatehouse::ui {

EditPartnerDialog::EditPartnerDialog(Session &session, const operations::PartnerView &view, QWidget *parent)
    : FormDialog(session, tr("Owner and region of %1").arg(view.facts.partner.name), tr("Save"), parent),
      m_partner(view.facts.partner),
      m_owner(new QComboBox(this)),
      m_region(new QLineEdit(m_partner.region, this))
{
    setObjectName(QStringLiteral("editPartnerDialog"));
    m_owner->setObjectName(QStringLiteral("ownerCombo"));
    m_region->setObjectName(QStringLiteral("regionEdit"));
    m_region->setPlaceholderText(tr("EU; empty: not known"));
    addField(tr("&Owner"), m_owner, QStringLiteral("owner"));
    addField(tr("&Region"), m_region, QStringLiteral("region"));
    fillOwners({});
    base::whenDone(session.runner.ask(operations::ListOperators{}), this,
                   [this](const base::Result<QList<domain::Operator>> &operators) {
                       if (operators)
                           fillOwners(*operators);
                       else
                           showError(operators.error());
                   });
}

void EditPartnerDialog::fillOwners(const QList<domain::Operator> &operators)
{
    // What was chosen before the list came stays chosen.
    const QString owner = m_owner->count() > 0 ? m_owner->currentData().toString() : m_partner.owner;
    m_owner->clear();
    m_owner->addItem(tr("Nobody"), QString());
    for (const domain::Operator &one : operators) {
        if (!one.revokedAt && m_owner->findData(one.subject) < 0)
            m_owner->addItem(one.name.isEmpty() ? one.subject : tr("%1 (%2)").arg(one.name, one.subject), one.subject);
    }
    // An owner who is no operator any more must not be lost by saving the region.
    if (!m_partner.owner.isEmpty() && m_owner->findData(m_partner.owner) < 0)
        m_owner->addItem(m_partner.owner, m_partner.owner);
    m_owner->setCurrentIndex(m_owner->findData(owner));
}

void EditPartnerDialog::submit()
{
    operations::UpdatePartner update;
    update.partner = m_partner.id;
    // Only what was changed here: somebody else may have changed the other meanwhile.
    if (const QString owner = m_owner->currentData().toString(); owner != m_partner.owner)
        update.owner = owner;
    if (m_region->text() != m_partner.region)
        update.region = m_region->text();
    run(update);
}

} // namespace gatehouse::ui
