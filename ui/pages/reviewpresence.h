#pragma once

#include "ui/shell/session.h"

#include <QTimer>

namespace gatehouse::ui {

// Tells others who has which review open: at once, every minute while it stays open, and when it is left.
class ReviewPresence final : public QObject
{
    Q_OBJECT

public:
    explicit ReviewPresence(Session &session, QObject *parent = nullptr);
    ~ReviewPresence() override;

    // The review that is open now; empty: none.
    void setOpen(const QString &partner);

Q_SIGNALS:
    // Somebody else may have come or gone meanwhile.
    void told();

private:
    void tell(const QString &partner, bool here);

    Session &m_session;
    QString m_partner;
    QTimer m_timer;
};

} // namespace gatehouse::ui
