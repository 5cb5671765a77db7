#pragma once

#include "support/fakeclock.h"
#include "ui/style/theme.h"
#include "ui/support/fakedesk.h"
#include "ui/viewer/dossierview.h"

#include <QTest>

namespace gatehouse::support {

// A viewer in a window of its own with two documents, "kyb" of twelve pages and "lic" of three.
class ViewerFixture
{
public:
    ViewerFixture()
    {
        desk.put(FakeDocument::registerExtract(QStringLiteral("kyb")));
        desk.put(FakeDocument::withPages(QStringLiteral("lic"), 3));
        view.setDesk(&desk);
        view.resize(660, 560);
    }

    static ui::DocumentEntry entry(const QString &id, const QString &title)
    {
        return {id, id, title, QString(64, QLatin1Char('a')), id + QStringLiteral(".pdf")};
    }
    static QList<ui::DocumentEntry> entries()
    {
        return {entry(QStringLiteral("kyb"), QStringLiteral("KYB package")),
                entry(QStringLiteral("lic"), QStringLiteral("Licensing"))};
    }

    // Shows the documents and waits for the first page.
    bool show()
    {
        view.setDocuments(QStringLiteral("p1"), entries());
        view.show();
        view.activateWindow();
        view.focusPage();
        return shows(0) && QTest::qWaitFor([this] { return desk.opened().size() == 2 && QApplication::focusWidget(); });
    }
    // The picture of this page is there.
    bool shows(int page)
    {
        return QTest::qWaitFor([this, page] { return this->page()->shownPage() == page; });
    }
    ui::PageView *page() { return view.findChild<ui::PageView *>(); }
    template <class T>
    T *find(const char *name)
    {
        return view.findChild<T *>(QLatin1StringView(name));
    }
    // Presses a key where the keyboard is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    // The time after which a page counts as seen is over.
    void lookLongEnough()
    {
        auto *timer = find<QTimer>("seenTimer");
        if (timer->isActive())
            timer->start(0);
    }

    ui::Theme theme{ui::Theme::Choice::Light};
    FakeClock clock;
    FakeDesk desk;
    ui::DossierView view{clock};
};

} // namespace gatehouse::support
