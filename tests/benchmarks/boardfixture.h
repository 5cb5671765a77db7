#pragma once

#include "ui/pages/boardpage.h"
#include "wiring/workspace.h"

#include <QTableView>

#include <memory>

namespace gatehouse::bench {

// Makes a workspace file in `folder` and fills the board's cache with `partners` synthetic ones, true up to the file's
// last event. Ends the program when that can't be done.
void seedBoard(const QString &folder, int partners);

// The console's own board page, fed by its own feed from a seeded folder, in a window whose table is 1600 x 1000.
class BoardFixture
{
public:
    explicit BoardFixture(const QString &folder);
    ~BoardFixture();

    // Until then the window is empty.
    void start();
    // All that the feed has is in the model.
    bool isLoaded() const;

    ui::BoardPage &page() { return *m_page; }
    QTableView &table();
    const itemmodels::BoardModel &model() const { return m_page->model(); }
    operations::BoardFeed &feed() { return *m_feed; }
    // A key as it comes from the keyboard: a letter, or nothing for Backspace.
    void type(const QString &letter);

private:
    wiring::Workspace m_workspace;
    std::unique_ptr<operations::AsyncRunner> m_runner;
    std::unique_ptr<operations::BoardFeed> m_feed;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::BoardPage> m_page;
    int m_fed = -1; // rows that the feed loaded
};

} // namespace gatehouse::bench
