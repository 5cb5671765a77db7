#pragma once

#include "domain/playbook.h"

#include <functional>
#include <memory>

namespace gatehouse::domain {

// The playbooks of another source, each changed by a function that may be called in any thread: what a newer program
// might bring.
class ChangedPlaybooks final : public PlaybookSource
{
public:
    using Change = std::function<void(Playbook &)>;
    ChangedPlaybooks(std::shared_ptr<const PlaybookSource> source, Change change)
        : m_source(std::move(source)), m_change(std::move(change))
    { }

    QList<Playbook> latest() const override
    {
        QList<Playbook> all = m_source->latest();
        for (Playbook &playbook : all)
            m_change(playbook);
        return all;
    }
    base::Result<Playbook> playbook(const QString &id, int version) const override
    {
        auto found = m_source->playbook(id, version);
        if (found)
            m_change(*found);
        return found;
    }

private:
    std::shared_ptr<const PlaybookSource> m_source;
    Change m_change;
};

} // namespace gatehouse::domain
