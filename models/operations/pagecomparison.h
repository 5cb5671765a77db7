#pragma once

#include "domain/pagechanges.h"
#include "operations/documentdesk.h"

#include <QObject>

#include <memory>

namespace gatehouse::operations {

// Finds what differs between two versions of a document, in the background of whatever else is asked of them. GUI
// thread; it may end at any time, and then asks for nothing more.
class PageComparison final : public QObject
{
    Q_OBJECT

public:
    // Of longer documents only so many pages are compared: each is drawn and read, of both versions.
    static constexpr int pagesMost = 400;

    // `before` may be null: then there is nothing to compare with.
    PageComparison(std::shared_ptr<ViewedDocument> before, std::shared_ptr<ViewedDocument> after,
                   QObject *parent = nullptr);
    ~PageComparison() override;

    // Once. The signals come later, in this order: progressed any number of times, then one of the others.
    void start();

    // How many pages of the new version are compared: all, or pagesMost.
    int comparedPages() const;
    bool comparesWholeDocuments() const;

Q_SIGNALS:
    void progressed(int pagesDone, int pagesInAll);
    void compared(const QList<gatehouse::domain::PageChange> &changes);
    void nothingToCompare();
    // E.g. there is no helper program any more. A page that can't be read is no failure, but a change.
    void failed(const gatehouse::base::Error &error);

private:
    class Side;
    void goOn();
    void findChanges();
    void end(const base::Error &error);

    std::unique_ptr<Side> m_before;
    std::unique_ptr<Side> m_after;
    bool m_isOver = false;
};

} // namespace gatehouse::operations
