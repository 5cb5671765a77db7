#include "ui/dialogs/formdialog.h"

#include "ui/components/button.h"
#include "ui/components/messagebanner.h"
#include "ui/components/textlabel.h"
#include "ui/pages/errormessage.h"

#include <QAccessible>
#include <QAction>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>

namespace gatehouse::ui {

FormDialog::FormDialog(Session &session, const QString &title, const QString &submitText, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_requests(session.ids),
      m_banner(new MessageBanner(this)),
      m_body(new QVBoxLayout),
      m_form(new QFormLayout),
      m_footer(new QHBoxLayout),
      m_reason(new TextLabel(QString(), TextRole::Secondary, Token::Text2)),
      m_submit(makeButton(submitText, ButtonKind::Primary)),
      m_cancel(makeButton(tr("Cancel"))),
      m_submitText(submitText)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(480);
    m_banner->setObjectName(QStringLiteral("dialogBanner"));
    m_submit->setObjectName(QStringLiteral("submitButton"));
    m_submit->setDefault(true);
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_reason->setWordWrap(true);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));

    m_footer->setSpacing(8);
    m_footer->addWidget(m_reason, 1);
    m_footer->addWidget(m_cancel);
    m_footer->addWidget(m_submit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addLayout(m_body, 1);
    column->addLayout(m_footer);
    m_body->addLayout(m_form);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::pressSubmit);
    auto *send = new QAction(this);
    send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(send, &QAction::triggered, this, &FormDialog::pressSubmit);
    addAction(send);
}

void FormDialog::pressSubmit()
{
    if (m_busy == Busy::Yes)
        return;
    if (m_obstacle.isEmpty()) {
        submit();
        return;
    }
    // What is missing stands beside the button; pressed all the same, it is said louder.
    m_reason->setColor(Token::Danger);
    QAccessibleEvent event(m_reason, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FormDialog::reject()
{
    if (m_busy == Busy::No)
        QDialog::reject();
}

QHash<QString, QString> FormDialog::writtenTexts() const
{
    QHash<QString, QString> texts;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const auto *edit = qobject_cast<QPlainTextEdit *>(field.value());
        if (edit && !edit->isReadOnly() && !edit->toPlainText().trimmed().isEmpty())
            texts.insert(field.key(), edit->toPlainText());
    }
    return texts;
}

void FormDialog::setWrittenTexts(const QHash<QString, QString> &texts)
{
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (auto *edit = qobject_cast<QPlainTextEdit *>(m_fields.value(text.key())))
            edit->setPlainText(text.value());
    }
}

// As the form is read: field by field, then the main button, and only then the way out.
void FormDialog::orderTabs()
{
    QList<QWidget *> order = m_tabs;
    for (int i = 0; i < m_footer->count(); ++i) {
        QWidget *part = m_footer->itemAt(i)->widget();
        if (part && part != m_reason && part != m_cancel && part != m_submit && !order.contains(part))
            order += part;
    }
    order << m_submit << m_cancel;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void FormDialog::addField(const QString &label, QWidget *field, const QString &name)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_form->addRow(text, field);
    m_fields.insert(name, field);
    if (!field->focusProxy()) // its parts are named one by one, see tabNext()
        m_tabs += field;
    const bool takesInput = field->focusPolicy() != Qt::NoFocus || field->focusProxy();
    if (!m_first && takesInput)
        m_first = field;
}

QPushButton *FormDialog::addWayOn(const QString &text, const QString &name)
{
    QPushButton *button = makeButton(text, ButtonKind::Plain, this);
    button->setObjectName(name);
    button->hide();
    m_footer->insertWidget(1, button);
    return button;
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    orderTabs();
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
}

void FormDialog::addExplanation(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::Body, Token::Text2, this);
    label->setWordWrap(true);
    m_body->insertWidget(0, label);
}

void FormDialog::showError(const base::Error &error)
{
    m_banner->setMessage(errorMessage(error));
    // "contacts[2].subject" belongs to the field "contacts[2].subject", else to "subject".
    const QString last = error.subject.section(QLatin1Char('.'), -1);
    if (QWidget *field = m_fields.value(error.subject, m_fields.value(last)))
        field->setFocus(Qt::OtherFocusReason);
}

void FormDialog::clearError()
{
    m_banner->clear();
}

void FormDialog::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    updateButton();
}

void FormDialog::setSubmitText(const QString &text)
{
    m_submitText = text;
    updateButton();
}

void FormDialog::setBusy(Busy busy)
{
    m_busy = busy;
    if (busy == Busy::Yes)
        m_banner->clear();
    updateButton();
}

void FormDialog::updateButton()
{
    m_submit->setEnabled(m_obstacle.isEmpty() && m_busy == Busy::No);
    m_submit->setText(m_busy == Busy::Yes ? tr("Recording…") : m_submitText);
    m_cancel->setEnabled(m_busy == Busy::No);
    m_submit->setToolTip(m_obstacle);
    m_submit->setAccessibleDescription(m_obstacle);
    m_reason->setColor(Token::Text2);
    m_reason->setText(m_obstacle);
}

void FormDialog::finish(const base::Result<domain::Receipt> &receipt)
{
    setBusy(Busy::No);
    if (!receipt) {
        showError(receipt.error());
        return;
    }
    Q_EMIT recorded(*receipt);
    accept();
}

} // namespace gatehouse::ui
