#pragma once

#include <QFrame>

class QPushButton;

namespace gatehouse::ui {

class StatusLabel;
class TextLabel;

// What stands in the place of the decision bar once a decision was recorded: one quiet line, and the way on.
class AfterDecision final : public QFrame
{
    Q_OBJECT

public:
    explicit AfterDecision(QWidget *parent = nullptr);

    void showLine(const QString &line);
    // Who comes next; empty: nobody waits.
    void setNext(const QString &name);
    void takeFocus();

Q_SIGNALS:
    void nextRequested();
    // To decide once more: a correction is a new decision.
    void againRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusLabel *m_line;
    TextLabel *m_next;
    QPushButton *m_open;
    QPushButton *m_again;
};

} // namespace gatehouse::ui
