#pragma once

#include "operations/queries.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace gatehouse::ui {

class CellTable;
class EmptyState;
class MessageBanner;
class TextLabel;

// Everything that was done about this partner, newest first, one line each.
class TimelineTab final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineTab(QWidget *parent = nullptr);

    void setEvents(const QList<domain::Event> &events, const operations::PartnerView &view);
    void showError(const base::Error &error);
    void focusList();
    void focusFilter();
    QWidget *list() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();

    struct Line
    {
        QString words; // folded, what the filter looks through
    };
    QLineEdit *m_filter;
    TextLabel *m_shown;
    MessageBanner *m_banner;
    QStackedWidget *m_stack;
    CellTable *m_table;
    EmptyState *m_empty;
    QList<Line> m_lines;
};

} // namespace gatehouse::ui
