#include "cli/output.h"

#include <cstdio>

namespace gatehouse::cli {

void ProcessOutput::write(const QByteArray &bytes)
{
    if (std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) != size_t(bytes.size()))
        m_state = State::Broken;
}

void ProcessOutput::writeError(const QByteArray &bytes)
{
    // Where standard error is gone there is nobody left to tell; the exit code still says it.
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

Output::State ProcessOutput::finish()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        m_state = State::Broken;
    return m_state;
}

} // namespace gatehouse::cli
