#pragma once

#include "operations/runner.h"

#include <memory>
#include <optional>

namespace gatehouse::operations {

// A runner of its own for a thread: the authority is opened by the first who asks, and asked for again after a failed
// opening. Made anywhere; used and destroyed in one thread, where the database connection is opened and closed.
class LazyRunner
{
public:
    LazyRunner(std::shared_ptr<const domain::AuthorityFactory> factory,
               std::shared_ptr<const domain::PlaybookSource> playbooks, std::shared_ptr<base::IdSource> ids)
        : m_factory(std::move(factory)), m_playbooks(std::move(playbooks)), m_ids(std::move(ids))
    { }

    // Errors: those of AuthorityFactory::open().
    base::Result<OperationRunner *> get()
    {
        if (!m_runner) {
            auto authority = m_factory->open();
            if (!authority)
                return authority.error();
            m_authority = std::move(*authority);
            m_runner.emplace(*m_authority, *m_playbooks, *m_ids);
        }
        return &*m_runner;
    }

private:
    std::shared_ptr<const domain::AuthorityFactory> m_factory;
    std::shared_ptr<const domain::PlaybookSource> m_playbooks;
    std::shared_ptr<base::IdSource> m_ids;
    std::unique_ptr<domain::Authority> m_authority;
    std::optional<OperationRunner> m_runner;
};

} // namespace gatehouse::operations
