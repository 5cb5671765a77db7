#pragma once

#include "domain/playbook.h"

#include <memory>

namespace gatehouse::formats {

// The playbooks that come with the program, and those of a team's folder.
class BundledPlaybooks final : public domain::PlaybookSource
{
public:
    // Reads every *.yaml in `folder`, by default the program's own. Error: PlaybookInvalid of the first file (by name)
    // that is none, or that has the id and version of another; Unreachable/FileUnreadable. A folder without playbooks
    // gives a source without playbooks. Of `ownFolder`, which need not be there, what is wrong stops nothing: it is
    // told by findings(), and the files that are right count. They may extend the program's playbooks, bring further
    // versions of them and others, and replace none.
    static base::Result<std::shared_ptr<const BundledPlaybooks>> load(
        const QString &folder = QStringLiteral(":/playbooks"), const QString &ownFolder = {});

    QList<domain::Playbook> latest() const override;
    base::Result<domain::Playbook> playbook(const QString &id, int version = 0) const override;
    QList<base::Error> findings() const override { return m_findings; }

private:
    BundledPlaybooks() = default;
    static base::Result<std::shared_ptr<BundledPlaybooks>> readFolder(const QString &folder);
    void sort();
    const domain::Playbook *exact(const QString &id, int version) const;
    base::Result<void> add(const QByteArray &bytes, const QString &name);
    QList<base::Error> addAll(const QString &folder);

    QList<domain::Playbook> m_playbooks; // by id, newest version first
    QList<base::Error> m_findings;
};

} // namespace gatehouse::formats
