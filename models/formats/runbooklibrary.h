#pragma once

#include "domain/runbook.h"

#include <memory>

namespace gatehouse::formats {

// The runbooks that come with the program, and those of a team's folder: a file there whose id the program has too
// takes its place, any other is added. A file that is no runbook is told in findings() and stops nothing: where the
// program has one of that name, that one stays.
class RunbookLibrary final : public domain::RunbookSource
{
public:
    // `teamFolder`: read for *.md, not below it; empty or not there: none. README.md is no
    // runbook. At most teamFilesMost files are read, by name.
    static std::shared_ptr<const RunbookLibrary> load(const QString &teamFolder = {},
                                                      const QString &bundled = QStringLiteral(":/runbooks"));

    const QList<domain::Runbook> &all() const override { return m_runbooks; }
    const QList<domain::RunbookFinding> &findings() const override { return m_findings; }

    static constexpr int teamFilesMost = 1000;

private:
    RunbookLibrary() = default;
    void readFolder(const QString &folder);
    void readFile(const QString &path, const QString &name);
    void take(domain::Runbook runbook);

    QList<domain::Runbook> m_runbooks; // by kind, then title
    QList<domain::RunbookFinding> m_findings;
};

} // namespace gatehouse::formats
