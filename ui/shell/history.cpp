#include "ui/shell/history.h"

namespace gatehouse::ui {

void History::go(const Place &place)
{
    if (place == current())
        return;
    m_places.resize(m_at + 1);
    m_places += place;
    if (m_places.size() > most)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

Place History::back()
{
    if (canGoBack())
        --m_at;
    return current();
}

Place History::forward()
{
    if (canGoForward())
        ++m_at;
    return current();
}

Place History::current() const
{
    return m_places.at(m_at);
}

} // namespace gatehouse::ui
