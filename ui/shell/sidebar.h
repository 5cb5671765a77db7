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

    // Negative: not known yet, nothing is shown.
    void setBoardCount(int count);
    void setRecent(const QList<RecentPartner> &partners);
    // Marks where the window is. Says nothing.
    void showPlace(const Place &place);

Q_SIGNALS:
    void placeChosen(const gatehouse::ui::Place &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStandardItem *addPlace(const QString &text, const Place &place);
    void choose(const QModelIndex &index);

    QStandardItemModel *m_model;
    QStandardItem *m_board;
    QList<RecentPartner> m_recent;
    Place m_place;
};

} // namespace gatehouse::ui
