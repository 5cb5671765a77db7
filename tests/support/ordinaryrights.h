#pragma once

#include <array>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gatehouse::support {

// While it lives, this thread reads and writes only what file modes allow it, as root too. Undone when it dies.
class OrdinaryRights
{
public:
    OrdinaryRights()
    {
        if (::syscall(SYS_capget, &m_header, m_before.data()) != 0)
            return;
        auto without = m_before;
        without[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH);
        m_changed = ::syscall(SYS_capset, &m_header, without.data()) == 0;
    }
    ~OrdinaryRights()
    {
        if (m_changed)
            ::syscall(SYS_capset, &m_header, m_before.data());
    }
    OrdinaryRights(const OrdinaryRights &) = delete;
    OrdinaryRights &operator=(const OrdinaryRights &) = delete;

private:
    __user_cap_header_struct m_header = {_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> m_before = {};
    bool m_changed = false;
};

} // namespace gatehouse::support
