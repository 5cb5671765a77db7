#pragma once

#include "store/rawrows.h"

#include <array>

namespace gatehouse::storetest {

// For each dialect a workspace with one of everything and a raw client on it, made when a test first asks and shared by
// the tests of a class. What can't be made is printed.
class FilledWorkspaces
{
public:
    TestWorkspace &on(On dialect)
    {
        auto &one = m_workspaces.at(size_t(dialect));
        if (!one) {
            one = std::make_unique<TestWorkspace>(dialect);
            const QString failed = one->isOpen() ? fillWithOneOfEverything(*one) : one->errorText();
            if (!failed.isEmpty())
                qWarning("%s: %s", nameOf(dialect), qPrintable(failed));
        }
        return *one;
    }

    RawClient *client(On dialect)
    {
        auto &one = m_clients.at(size_t(dialect));
        if (!one)
            one = on(dialect).rawClient();
        return one.get();
    }

    void close()
    {
        m_clients = {};
        m_workspaces = {};
    }

private:
    std::array<std::unique_ptr<TestWorkspace>, 2> m_workspaces;
    std::array<std::unique_ptr<RawClient>, 2> m_clients;
};

// With the creator for "$ME", secondDecider() for "$SECOND" and the time for "$NOW".
inline QString filledIn(QString sql, TestWorkspace &workspace)
{
    sql.replace(QStringLiteral("$ME"), literal(workspace.creator()));
    sql.replace(QStringLiteral("$SECOND"), literal(secondDecider(workspace)));
    return sql.replace(QStringLiteral("$NOW"), QString::number(workspace.clock.now().ms));
}

} // namespace gatehouse::storetest
