#pragma once

#include "domain/secret.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

class QLineEdit;
class QPushButton;

namespace gatehouse::ui {

/// A secret that can be seen now and never again: dots, as many as it is long, Reveal and Copy. What was copied leaves
/// the clipboard after `keptFor`, when this goes, and is marked so that clipboard histories leave it out.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(std::chrono::milliseconds keptFor = std::chrono::seconds(60), QWidget *parent = nullptr);
    ~SecretField() override;

    void setSecret(std::shared_ptr<const domain::Secret> secret);
    QString shownText() const;

private:
    void reveal(bool shown);
    void copy();
    void clearClipboard();

    std::shared_ptr<const domain::Secret> m_secret;
    QLineEdit *m_text;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    QTimer m_clear;
};

} // namespace gatehouse::ui
