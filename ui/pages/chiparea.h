#pragma once

#include <QScrollArea>

class QLayout;

namespace gatehouse::ui {

// Chips in as many lines as they need, up to two; of more, it scrolls. As wide as its chips in one line, or narrower.
class ChipArea final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ChipArea(QWidget *parent = nullptr);

    // Where chips are put; chipsChanged() afterwards.
    QLayout *chips() const;
    void chipsChanged();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int lineHeight() const;
};

} // namespace gatehouse::ui
