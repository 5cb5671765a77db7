#pragma once

#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class TextLabel;

/// What an empty list says: a bold fact, one sentence why or when it fills, and one link.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` may be empty: then there is no link.
    void setTexts(const QString &fact, const QString &reason, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    TextLabel *m_fact;
    TextLabel *m_reason;
    QPushButton *m_action;
};

} // namespace gatehouse::ui
