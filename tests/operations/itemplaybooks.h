#pragma once

#include "domain/playbook.h"

#include <memory>

namespace gatehouse::operationstest {

// The playbooks of the program, and a version 3 of otc-partner with checklists, which nobody starts with: partners move
// to it.
class ItemPlaybooks final : public domain::PlaybookSource
{
public:
    explicit ItemPlaybooks(std::shared_ptr<const domain::PlaybookSource> bundled);

    QList<domain::Playbook> latest() const override { return m_bundled->latest(); }
    base::Result<domain::Playbook> playbook(const QString &id, int version = 0) const override;

    static constexpr int version = 3;

private:
    std::shared_ptr<const domain::PlaybookSource> m_bundled;
    domain::Playbook m_withItems;
};

} // namespace gatehouse::operationstest
