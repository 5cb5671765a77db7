#pragma once

#include <QToolButton>

namespace gatehouse::ui {

/// A chip that points to a page, a document or a link that proves something; a press, Delete or Backspace takes it out,
/// which its cross shows. A missing target turns amber; the words must then say so, because amber alone would not.
class EvidenceLink final : public QToolButton
{
    Q_OBJECT

public:
    enum class Target : quint8 { Document, Link };
    enum class Presence : quint8 { Found, Missing };

    explicit EvidenceLink(const QString &text, Target target = Target::Document, QWidget *parent = nullptr);

    void setPresence(Presence presence);
    Presence presence() const { return m_presence; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Presence m_presence = Presence::Found;
    QString m_iconName;
};

} // namespace gatehouse::ui
