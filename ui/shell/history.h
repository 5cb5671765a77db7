#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

enum class Area { Board, Approvals, Partner };

// Somewhere a window can be.
struct Place
{
    Area area = Area::Board;
    QString partner; // id; of Area::Partner. Of Area::Approvals: whose review; empty: the one that is shown

    friend bool operator==(const Place &, const Place &) = default;
};

// Where a window has been. Going somewhere new drops what was ahead; going where one stands changes nothing.
class History
{
public:
    void go(const Place &place);
    // One moved within the current place: coming back leads there.
    void replace(const Place &place) { m_places[m_at] = place; }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    // The place that is current afterwards; unchanged where there is nothing to go to.
    Place back();
    Place forward();
    Place current() const;

private:
    // Nobody walks back further than this.
    static constexpr qsizetype most = 100;
    QList<Place> m_places = {Place()};
    qsizetype m_at = 0;
};

} // namespace gatehouse::ui
