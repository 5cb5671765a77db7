#pragma once

#include "store/testworkspace.h"

#include <array>

namespace gatehouse::storetest {

// One workspace and one authority for each dialect, made when a test first asks for them and shared by the tests of a
// class, which keep apart by fresh ids.
class BothWorkspaces
{
public:
    struct Workspace
    {
        std::unique_ptr<TestWorkspace> files;
        std::unique_ptr<domain::Authority> authority; // null when the workspace could not be made
    };

    Workspace &on(On dialect)
    {
        Workspace &one = m_workspaces.at(size_t(dialect));
        if (!one.files) {
            one.files = std::make_unique<TestWorkspace>(dialect);
            if (one.files->isOpen())
                one.authority = one.files->authority();
            else
                qWarning("%s", qPrintable(one.files->errorText()));
        }
        return one;
    }

    QString fresh(const char *what)
    {
        return QStringLiteral("%1-%2").arg(QLatin1StringView(what)).arg(++m_last, 6, 10, QLatin1Char('0'));
    }

    void close()
    {
        for (Workspace &one : m_workspaces) {
            one.authority.reset();
            one.files.reset();
        }
    }

    // The rows of a test that has no others.
    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On dialect : dialects)
            QTest::newRow(nameOf(dialect)) << dialect;
    }

private:
    std::array<Workspace, 2> m_workspaces;
    int m_last = 0;
};

} // namespace gatehouse::storetest

// Begins a test that runs on both: a write unit on the row's dialect. Needs a member `BothWorkspaces m_both`.
#define STORE_BEGIN_ON_BOTH()                                                                                          \
    using namespace gatehouse::storetest;                                                                              \
    using namespace gatehouse::domain;                                                                                 \
    QFETCH(On, on);                                                                                                    \
    STORE_SKIPS_WITHOUT(on);                                                                                           \
    auto &[files, authority] = m_both.on(on);                                                                          \
    QVERIFY(authority);                                                                                                \
    const QString me = files->creator();                                                                               \
    Q_UNUSED(me)                                                                                                       \
    auto unit = *authority->begin(Access::Write);                                                                      \
    [[maybe_unused]] const auto now = unit->now()
