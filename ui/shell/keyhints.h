#pragma once

#include <QKeySequence>
#include <QWidget>

namespace gatehouse::ui {

struct KeyHint
{
    QString keys; // "J K"
    QString does; // "move"
};

// Keys as they stand on a cap: "Ctrl Enter".
QString keyWords(const QKeySequence &keys);

// Key caps with what they do, on one line; hints that don't fit are left out from the end.
class KeyHints final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHints(QWidget *parent = nullptr);
    void setHints(const QList<KeyHint> &hints);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Widths
    {
        int cap = 0;
        int words = 0;
    };
    Widths widthsOf(const KeyHint &hint) const;

    QList<KeyHint> m_hints;
};

} // namespace gatehouse::ui
