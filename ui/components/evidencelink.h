#pragma once

#include <QToolButton>

namespace gatehouse::ui {

/// A chip that points to a page, a document or a link that proves something. In a draft a press, Delete or Backspace
/// takes it out, which its cross shows; in what was recorded a press goes there. A missing target turns amber; the
/// words must then say so, because amber alone would not.
class EvidenceLink final : public QToolButton
{
    Q_OBJECT

public:
    enum class Target : quint8 { Document, Link };
    enum class Presence : quint8 { Found, Missing };
    enum class Press : quint8 { TakesOut, GoesThere };

    explicit EvidenceLink(const QString &text, Target target = Target::Document, QWidget *parent = nullptr);

    void setPress(Press press);

    void setPresence(Presence presence);
    Presence presence() const { return m_presence; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int crossWidth() const;

    Presence m_presence = Presence::Found;
    Press m_press = Press::TakesOut;
    QString m_iconName;
};

} // namespace gatehouse::ui
