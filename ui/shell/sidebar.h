#pragma once

#include "ui/shell/history.h"
#include "ui/style/glyphpainter.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace gatehouse::ui {

// A partner that was open lately, with its worst state.
struct RecentPartner
{
    QString id;
    QString name;
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;

    friend bool operator==(const RecentPartner &, const RecentPartner &) = default;
};

// The places of the window, top to bottom. One tab stop; Enter or a click goes there.
class Sidebar final : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    // Of an area: partners on the Board, reviews that wait in Approvals. Negative: not known yet, nothing is shown.
    void setCount(Area area, int count);
    void setRecent(const QList<RecentPartner> &partners);
    // Icons and counts alone; what they are called is in their tooltips.
    void setRail(bool rail);
    bool isRail() const { return m_rail; }
    // Marks where the window is. Says nothing.
    void showPlace(const Place &place);

Q_SIGNALS:
    void placeChosen(const gatehouse::ui::Place &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addArea(Area area, const QString &text, const QString &iconName);
    QStandardItem *addPlace(const QString &text, const Place &place);
    void choose(const QModelIndex &index);

    QStandardItemModel *m_model;
    QHash<Area, QStandardItem *> m_areas;
    bool m_rail = false;
    int m_wideWidth = 0; // before it became a rail
    QList<RecentPartner> m_recent;
    Place m_place;
};

} // namespace gatehouse::ui
