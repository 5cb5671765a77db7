#pragma once

#include <QFrame>
#include <QStringList>

class QBoxLayout;
class QPushButton;

namespace gatehouse::ui {

class TextLabel;

/// Says what happened, why, and what to do, in the layout beside its cause; never floating. Hidden until it has a
/// message. All text is plain: it may come from outside. Errors stay until clear(), as do the others; whoever showed
/// an information clears it after the next success.
class MessageBanner final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Error, Warning, Information, Success };

    struct Message
    {
        Kind kind = Kind::Error;
        QString title;       ///< the fact, bold; may be empty for one-line messages
        QString text;        ///< reason and advice
        QStringList actions; ///< labels of at most two buttons; more are ignored
        QString runbook;     ///< label of the runbook link, or empty
        QString details;     ///< for Copy details: time, correlation id, versions; never a secret
    };

    explicit MessageBanner(QWidget *parent = nullptr);

    /// Replaces the message and tells assistive technology.
    void setMessage(const Message &message);
    void clear();
    bool hasMessage() const { return !isHidden(); }
    const Message &message() const { return m_message; }

Q_SIGNALS:
    /// Index into Message::actions.
    void actionTriggered(int index);
    void runbookRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copyDetails();

    Message m_message;
    TextLabel *m_title;
    TextLabel *m_text;
    QBoxLayout *m_body;
    QList<QPushButton *> m_actions;
    QPushButton *m_runbook;
    QPushButton *m_copy;
};

} // namespace gatehouse::ui
