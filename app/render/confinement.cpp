#include "render/confinement.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::render {

namespace {

// Above what the loaded libraries take: a drawn page (64 MB) three times, an image of 512 MB, and room.
constexpr rlim_t memoryMost = 2048UL * 1024 * 1024;
// A console that hangs or is gone ends us otherwise; this ends us in any case.
constexpr rlim_t processorSecondsMost = 3600;
constexpr rlim_t descriptorsMost = 64;

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

// Of the address space, 0 when that can't be told.
[[maybe_unused]] rlim_t mappedBytes()
{
    unsigned long pages = 0;
    std::FILE *file = std::fopen("/proc/self/statm", "re");
    if (!file)
        return 0;
    const bool read = std::fscanf(file, "%lu", &pages) == 1;
    std::fclose(file);
    return read ? pages * rlim_t(::sysconf(_SC_PAGESIZE)) : 0;
}

bool limitResources()
{
#ifndef __SANITIZE_ADDRESS__ // which maps terabytes that it never touches
    const rlim_t mapped = mappedBytes();
    if (mapped == 0 || !limit(RLIMIT_AS, mapped + memoryMost))
        return false;
#endif
    return limit(RLIMIT_CPU, processorSecondsMost) && limit(RLIMIT_NOFILE, descriptorsMost);
}

class Filter
{
public:
    Filter() : m_context(::seccomp_init(SCMP_ACT_ERRNO(EPERM))) { }
    ~Filter()
    {
        if (m_context)
            ::seccomp_release(m_context);
    }
    Filter(const Filter &) = delete;
    Filter &operator=(const Filter &) = delete;

    template <class... Conditions>
    void add(std::uint32_t action, int call, Conditions... conditions)
    {
        const std::array<scmp_arg_cmp, sizeof...(conditions)> all{conditions...};
        m_good = m_good && m_context
                 && ::seccomp_rule_add_array(m_context, action, call, sizeof...(conditions), all.data()) == 0;
    }
    // TSYNC: threads that a library started are locked in as well, or nobody is.
    bool load()
    {
        return m_good && m_context && ::seccomp_attr_set(m_context, SCMP_FLTATR_CTL_TSYNC, 1) == 0
               && ::seccomp_load(m_context) == 0;
    }

private:
    scmp_filter_ctx m_context;
    bool m_good = true;
};

// Reading and writing what is open, memory, time, threads of our own (each of Qt's wants an eventfd), the end.
constexpr std::array allowedCalls = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(alarm),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(eventfd2),
    SCMP_SYS(setitimer),    // alarm(), where that is no call of its own
#ifdef __SANITIZE_ADDRESS__ // looks through a pipe whether memory can be read
    SCMP_SYS(pipe2),
#endif
};

void allowThreads(Filter &filter)
{
    // Threads, not processes. clone3 hides its flags in memory; who hears ENOSYS uses clone.
    constexpr scmp_datum_t thread = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, thread, thread));
    filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
}

} // namespace

void limitDamage()
{
    ::prctl(PR_SET_DUMPABLE, 0);
    ::signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
}

Confined confine()
{
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !limitResources())
        return Confined::No;
    Filter filter;
    for (const int call : allowedCalls)
        filter.add(SCMP_ACT_ALLOW, call);
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        filter.add(SCMP_ACT_ALLOW, call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    allowThreads(filter);
    // abort(), and nobody else's signals.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(::getpid())));
    return filter.load() ? Confined::Yes : Confined::No;
}

} // namespace gatehouse::render
