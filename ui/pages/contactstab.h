#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"

#include <QWidget>

class QStackedWidget;

namespace gatehouse::ui {

class CellTable;
class EmptyState;
class TextLabel;

// The partner's roster, and those who left it but can still sign in.
class ContactsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactsTab(Actions &actions, QWidget *parent = nullptr);

    void setView(const operations::PartnerView &view);
    std::optional<domain::Contact> selected() const;
    void focusList();
    QWidget *list() const;

Q_SIGNALS:
    void selectionChanged();

private:
    QList<domain::Contact> m_contacts;
    QStackedWidget *m_stack;
    CellTable *m_table;
    EmptyState *m_empty;
    TextLabel *m_note;
};

} // namespace gatehouse::ui
