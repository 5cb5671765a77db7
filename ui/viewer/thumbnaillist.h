#pragma once

#include "ui/viewer/pageimages.h"

#include <QListView>
#include <QTimer>

namespace gatehouse::ui {

// The pages of a document, small: number, a tick for those that were seen, a bar on those that changed, a frame around
// the current one. Asks only for those that can be seen, however many there are.
class ThumbnailList final : public QListView
{
    Q_OBJECT

public:
    explicit ThumbnailList(QWidget *parent = nullptr);
    ~ThumbnailList() override;

    // Null: an empty list. `title` is what the document is called.
    void setDocument(std::shared_ptr<operations::ViewedDocument> document, const QString &title);
    void setSeen(const QSet<int> &pages);
    void setChanged(const QSet<int> &pages);
    // Without pageChosen().
    void setPage(int page);

    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override { } // letters are the viewer's keys
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class Pages;
    class Delegate;

    void ask();

    PageImages m_images;
    Pages *m_pages;
    QTimer m_askTimer;
    bool m_choosing = true;
};

} // namespace gatehouse::ui
