#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace gatehouse::ui {

class TextLabel;
class TextSearch;
class ViewerActions;

// The line in which one looks for words in a document: what was found, so far, and where one is among it.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(const ViewerActions &actions, QWidget *parent = nullptr);

    QString text() const;
    // Without sought().
    void setText(const QString &text);
    void focusField();
    // `pages`: how many the document has.
    void showResult(const TextSearch &search, int pages);

Q_SIGNALS:
    void sought(const QString &text);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *m_field;
    TextLabel *m_result;
};

} // namespace gatehouse::ui
