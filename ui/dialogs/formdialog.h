#pragma once

#include "base/whendone.h"
#include "ui/shell/requestids.h"
#include "ui/shell/session.h"

#include <QDialog>
#include <QHash>

class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class MessageBanner;
class TextLabel;

// A form that sends one operation and closes once it was recorded; what the operation refuses stands above the fields,
// and the field it names takes the focus. Ctrl+Enter is the main button. Opened with open(), never executed; deletes
// itself.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    // Not while it records: what is under way would be recorded all the same.
    void reject() override;
    // What is written in its free texts, by the names of their fields; kept by who opens the form, so that nothing is
    // lost when it is left. Empty when nothing is written.
    QHash<QString, QString> writtenTexts() const;
    void setWrittenTexts(const QHash<QString, QString> &texts);

Q_SIGNALS:
    // The operation was recorded.
    void recorded(const gatehouse::domain::Receipt &receipt);

protected:
    FormDialog(Session &session, const QString &title, const QString &submitText, QWidget *parent);

    Session &session() const { return m_session; }
    QVBoxLayout *body() const { return m_body; }
    // Adds a labelled field; `name` is what errors call it.
    void addField(const QString &label, QWidget *field, const QString &name);
    void addExplanation(const QString &text);
    void showError(const base::Error &error);
    void clearError();
    // Empty: the form can be sent. Else the reason stands beside the button.
    void setObstacle(const QString &reason);
    // What the main button is called from now on.
    void setSubmitText(const QString &text);
    QPushButton *submitButton() const { return m_submit; }
    // Another way on, before Cancel; hidden until it is shown.
    QPushButton *addWayOn(const QString &text, const QString &name);
    // Tab comes here after what was added last.
    void tabNext(QWidget *widget) { m_tabs += widget; }

    void showEvent(QShowEvent *event) override;

    // Sends; called when the button is pressed. Implementations end in run().
    virtual void submit() = 0;

    template <class Concrete>
    void run(const Concrete &operation)
    {
        runAs(m_requests.idOf(operation), operation);
    }
    // The same, told from other contents of the form by `body` (see RequestIds).
    template <class Concrete>
    void run(const Concrete &operation, const QByteArray &body)
    {
        runAs(m_requests.idOf(body), operation);
    }

private:
    template <class Concrete>
    void runAs(const QString &requestId, const Concrete &operation)
    {
        setBusy(Busy::Yes);
        base::whenDone(m_session.runner.run(operation, requestId), this,
                       [this](const base::Result<domain::Receipt> &receipt) { finish(receipt); });
    }

    enum class Busy { No, Yes };
    void setBusy(Busy busy);
    void finish(const base::Result<domain::Receipt> &receipt);
    void updateButton();
    void pressSubmit();
    void orderTabs();

    Session &m_session;
    RequestIds m_requests;
    MessageBanner *m_banner;
    QVBoxLayout *m_body;
    QFormLayout *m_form;
    QHBoxLayout *m_footer;
    TextLabel *m_reason;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    QString m_submitText;
    QString m_obstacle;
    Busy m_busy = Busy::No;
    QHash<QString, QWidget *> m_fields;
    QList<QWidget *> m_tabs; // in the order of the tab key, before the buttons
    QWidget *m_first = nullptr;
};

} // namespace gatehouse::ui
