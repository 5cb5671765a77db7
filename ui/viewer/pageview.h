#pragma once

#include "ui/viewer/changemarks.h"
#include "ui/viewer/pagegeometry.h"
#include "ui/viewer/pageimages.h"
#include "ui/viewer/pagewords.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace gatehouse::ui {

class EmptyState;
class LoadingLine;
struct PagePicture;

// What is kept for a document while another one is looked at.
struct PageViewState
{
    int page = 0; // from 0
    PageZoom zoom;
    int turns = 0;
    QPointF corner; // how far it was scrolled, in fractions of the page
};

// One page of a document at a time: shown to the width or in percent, turned, scrolled, its words selected, its changes
// outlined and its finds marked. Pictures come later: until then the old one is scaled, and the neighbours are fetched
// ahead. A page that can't be shown says so in its place. Keys here: Space, up and down, Shift with an arrow.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    using State = PageViewState;
    // Where a page is entered.
    enum class Edge { Top, Bottom };

    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    // Null: nothing is shown. `title` is what the document is called.
    void setDocument(std::shared_ptr<operations::ViewedDocument> document, const QString &title,
                     const State &state = {});
    State state() const;

    int page() const { return m_state.page; }
    int pageCount() const;
    // A page that there is not is the nearest one. An area, in fractions of the page, is scrolled to.
    void showPage(int page, const QRectF &area = {});
    void turnPage(int by, Edge edge = Edge::Top);
    // By what fits into the window; from the end of a page to the next one.
    void scrollOn();
    void scrollBack();
    // Sideways where the page is wider than the window, else to the page that lies there: pages follow each other in
    // the direction that the window is read in.
    void stepLeft();
    void stepRight();

    PageZoom zoom() const { return m_state.zoom; }
    void setZoom(const PageZoom &zoom);
    int percent() const; // as it is seen now
    void rotate();

    void setChanges(const QList<domain::PageChange> &changes);
    void setMarksShown(bool shown);
    // Marks where these words stand, on every page; empty: nothing.
    void setNeedle(const QString &needle);
    // The hit of this number, from 0, on this page is the current one; showHit() goes there.
    void markHit(int page, int number);
    void showHit(int page, int number);

    QString selectedText() const;
    // Said to screen readers as the name.
    QString pageName() const;
    QString pageText() const;
    QString pageDescription() const;
    // Where an area of the page, in fractions, stands in the viewport now.
    QRectF placeOf(const QRectF &area) const;
    // The page that can be seen right now, or -1.
    int shownPage() const;

Q_SIGNALS:
    void pageChanged(int page);
    void shownChanged();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Hit
    {
        int page = -1;
        int number = 0;
    };

    void enterPage(int page, Edge edge);
    void layoutPage();
    void ask();
    void askSoon();
    void askWords();
    void pictureChanged(int page);
    void showStanding();
    void announcePage();
    QSize deviceSize(QSizeF points) const;
    int labelRoom() const;
    int widthForPage() const;
    QRect logicalPaper() const; // in the viewport of a left-to-right window
    QRect paper() const;
    QImage turnedImage() const;
    PagePicture picture() const;
    QPointF pointAt(QPoint position) const;
    // A person scrolled, or the page is as high as it will be: nothing is scrolled to any more.
    void forgetGoals();
    void reveal(const QRectF &area, double at);
    void revealHit();
    void moveSelection(Qt::Key key);
    void select(qsizetype anchor, qsizetype head);
    WordSpan selection() const;

    std::shared_ptr<operations::ViewedDocument> m_document;
    QString m_title;
    State m_state;
    PageImages m_images;
    QTimer m_askTimer;
    QSize m_content; // the page and the room around it
    // Where to scroll once the page has its height.
    std::optional<QRectF> m_goal;
    std::optional<double> m_scrollGoal;
    QList<domain::PageChange> m_changes;
    QList<ChangeMark> m_marks;
    bool m_marksShown = true;
    QString m_needle;
    Hit m_hit;
    bool m_hitAwaited = false;
    domain::PageText m_words;
    quint64 m_wordsAsked = 0;
    std::function<void()> m_takeWordsBack;
    qsizetype m_anchor = -1;
    qsizetype m_head = -1;
    int m_wheeled = 0;
    int m_lastShown = -1;
    mutable QImage m_turned;
    mutable std::pair<qint64, int> m_turnedOf{0, 0};
    EmptyState *m_failure;
    LoadingLine *m_loading;
};

} // namespace gatehouse::ui
