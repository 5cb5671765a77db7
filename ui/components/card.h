#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace gatehouse::ui {

class TextLabel;

/// A titled frame: title at the leading edge, a note or a link at the other, content below.
class Card final : public QFrame
{
    Q_OBJECT

public:
    /// Headline cards have a bold title above a line (Readiness gates); Plain ones a small grey title (Next actions).
    enum class Head : quint8 { Headline, Plain };
    /// Whether content keeps the card's inner margin or, like a table, reaches its edges.
    enum class Padding : quint8 { Inset, Flush };

    explicit Card(const QString &title, Head head = Head::Headline, Padding padding = Padding::Inset,
                  QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note);

    /// Puts a link or a button at the end of the title row; the card takes it over.
    void addAction(QWidget *action);

    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Head m_head;
    TextLabel *m_title;
    TextLabel *m_note;
    QHBoxLayout *m_titleRow;
    QWidget *m_titleBox;
    QVBoxLayout *m_content;
};

} // namespace gatehouse::ui
