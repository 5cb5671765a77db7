#pragma once

#include "operations/queries.h"
#include "ui/shell/actions.h"

#include <QWidget>

namespace gatehouse::ui {

class StatusLabel;

// What was said about the document in front: accepted, or asked for again; and how to say it.
class VerdictRow final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictRow(Actions &actions, QWidget *parent = nullptr);

    // `document`: id; nothing is said about none.
    void setDocument(const operations::PartnerView &view, const QString &document);

private:
    StatusLabel *m_standing;
    QWidget *m_accept;
    QWidget *m_again;
};

} // namespace gatehouse::ui
