#pragma once

#include "domain/playbook.h"

#include <functional>
#include <memory>

namespace gatehouse::desktop {

// The playbooks of another source, each changed by a function that may be called in any thread.
class ChangedPlaybooks final : public domain::PlaybookSource
{
public:
    using Change = std::function<void(domain::Playbook &)>;
    ChangedPlaybooks(std::shared_ptr<const domain::PlaybookSource> source, Change change)
        : m_source(std::move(source)), m_change(std::move(change))
    { }

    QList<domain::Playbook> latest() const override
    {
        QList<domain::Playbook> all = m_source->latest();
        for (domain::Playbook &playbook : all)
            m_change(playbook);
        return all;
    }
    base::Result<domain::Playbook> playbook(const QString &id, int version) const override
    {
        auto found = m_source->playbook(id, version);
        if (found)
            m_change(*found);
        return found;
    }

private:
    std::shared_ptr<const domain::PlaybookSource> m_source;
    Change m_change;
};

} // namespace gatehouse::desktop
