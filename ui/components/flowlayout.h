#pragma once

#include <QLayout>

namespace gatehouse::ui {

/// Small widgets one after the other, in as many lines as they need.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    /// `spacing` in logical pixels, between items and between lines.
    explicit FlowLayout(int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    enum class Place { No, Yes };
    int flow(const QRect &rect, Place place) const;

    QList<QLayoutItem *> m_items;
};

} // namespace gatehouse::ui
