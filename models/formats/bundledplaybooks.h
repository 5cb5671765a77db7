#pragma once

#include "domain/playbook.h"

#include <memory>

namespace gatehouse::formats {

// The playbooks that come with the program, or those of a folder.
class BundledPlaybooks final : public domain::PlaybookSource
{
public:
    // Reads every *.yaml in `folder`, by default the program's own. Error: PlaybookInvalid of the first file (by name)
    // that is none, or that has the id and version of another; Unreachable/FileUnreadable. A folder without playbooks
    // gives a source without playbooks.
    static base::Result<std::shared_ptr<const BundledPlaybooks>> load(
        const QString &folder = QStringLiteral(":/playbooks"));

    QList<domain::Playbook> latest() const override;
    base::Result<domain::Playbook> playbook(const QString &id, int version = 0) const override;

private:
    explicit BundledPlaybooks(QList<domain::Playbook> playbooks) : m_playbooks(std::move(playbooks)) { }

    QList<domain::Playbook> m_playbooks; // by id, newest version first
};

} // namespace gatehouse::formats
