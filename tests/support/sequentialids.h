#pragma once

#include "base/ids.h"

#include <atomic>

namespace gatehouse::support {

// Ids as long as real ones that count up, "01test00000000000000000001" first, so that printed results can be compared.
class SequentialIds final : public base::IdSource
{
public:
    QString next() override;

private:
    std::atomic<int> m_last = 0;
};

} // namespace gatehouse::support
