#pragma once

#include "ui/viewer/vieweractions.h"

#include <QWidget>

class QLineEdit;

namespace gatehouse::ui {

class KeyCap;
class TextLabel;

// Pages, zoom, changes and search of a viewer. Where it is narrow, words become icons, and zooming goes into a menu.
class ViewerToolBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerToolBar(const ViewerActions &actions, QWidget *parent = nullptr);

    // `page` from 0; of no pages: nothing is shown.
    void setPage(int page, int count);
    void setPercent(int percent);
    void focusPageField();

Q_SIGNALS:
    void pageChosen(int page);
    // The page field was left: the keyboard belongs to the page again.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What a narrow one goes without.
    enum class Fold { None, Keys, Words, Numbers, Zoom };

    void fold();
    void apply(Fold fold);
    void showPageNumber();
    void choosePage();
    void dress();
    void makeZoom(const ViewerActions &actions);

    QLineEdit *m_field;
    TextLabel *m_of;
    TextLabel *m_percent;
    QToolButton *m_mark;
    QToolButton *m_nextChange;
    KeyCap *m_nextKey;
    QList<QToolButton *> m_zoom;
    QToolButton *m_more; // a menu of m_zoom
    int m_page = 0;
    int m_count = 0;
};

} // namespace gatehouse::ui
