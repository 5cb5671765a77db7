#pragma once

#include <QLayout>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace gatehouse::ui {

/// The widgets of a layout, one for each of some facts. Where the facts are what they were, the widget stays what it
/// is: with the keyboard, with what is selected and unfolded in it. Facts are comparable by ==. GUI thread.
template <class Facts, class Row = QWidget>
class KeptRows
{
public:
    /// `layout` outlives this and holds nothing else. `heir` takes the keyboard from a widget that goes.
    void setPlace(QLayout *layout, QWidget *heir)
    {
        m_layout = layout;
        m_heir = heir;
    }

    /// In this order; `make` answers the new widget for facts that weren't shown.
    template <class Make>
    void show(const QList<Facts> &facts, const Make &make)
    {
        auto before = std::exchange(m_rows, {});
        while (QLayoutItem *item = m_layout->takeAt(0))
            delete item;
        for (const Facts &one : facts) {
            const auto same =
                std::find_if(before.begin(), before.end(), [&one](const auto &row) { return row.first == one; });
            Row *row = same == before.end() ? make(one) : same->second;
            if (same != before.end())
                before.erase(same);
            m_layout->addWidget(row);
            row->show(); // a layout would do it a turn later
            m_rows.append({one, row});
        }
        for (const auto &gone : std::as_const(before))
            remove(gone.second);
    }

    const QList<std::pair<Facts, Row *>> &rows() const { return m_rows; }

private:
    // Its own signal may be on the way.
    void remove(Row *row)
    {
        const QWidget *focus = row->window()->focusWidget();
        if (focus && (focus == row || row->isAncestorOf(focus)))
            m_heir->setFocus(Qt::OtherFocusReason);
        row->hide();
        row->deleteLater();
    }

    QLayout *m_layout = nullptr;
    QWidget *m_heir = nullptr;
    QList<std::pair<Facts, Row *>> m_rows;
};

} // namespace gatehouse::ui
