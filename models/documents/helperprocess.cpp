#include "documents/helperprocess.h"

#include <QFile>
#include <QThread>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace gatehouse::documents {

namespace {

// What a shell and glibc's loader end with when a program can't be run.
constexpr int couldNotRun = 127;
// How long a thread that is asked to end may take to notice.
constexpr int sliceMs = 50;

// posix_spawn's list of what the new process does with descriptors.
class SpawnActions
{
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&m_actions); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(SpawnActions)

    // Nothing to read, nowhere to write, the two descriptors in their places, and all others closed, whoever opened
    // them without O_CLOEXEC.
    bool prepare(int socket, int document)
    {
        return ::posix_spawn_file_actions_addopen(&m_actions, 0, "/dev/null", O_RDONLY, 0) == 0
               && ::posix_spawn_file_actions_addopen(&m_actions, 1, "/dev/null", O_WRONLY, 0) == 0
               && ::posix_spawn_file_actions_addopen(&m_actions, 2, "/dev/null", O_WRONLY, 0) == 0
               && ::posix_spawn_file_actions_adddup2(&m_actions, socket, socketNumber) == 0
               && ::posix_spawn_file_actions_adddup2(&m_actions, document, documentNumber) == 0
               && ::posix_spawn_file_actions_addclosefrom_np(&m_actions, documentNumber + 1) == 0;
    }
    const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

class SpawnAttributes
{
public:
    // No signal blocked or ignored, and a process group of its own: Ctrl+C in our terminal is not meant for it.
    SpawnAttributes()
    {
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_init(&m_attributes);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&m_attributes); }
    Q_DISABLE_COPY_MOVE(SpawnAttributes)

    const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

// The same file above the places that the helper gets: putting one there must not close the other.
Descriptor movedUp(int fd)
{
    return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, documentNumber + 1));
}

} // namespace

std::unique_ptr<HelperProcess> HelperProcess::start(const QString &program, const SealedBytes &document)
{
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return nullptr;
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    const Descriptor socket = movedUp(theirs.fd());
    const Descriptor file = movedUp(document.fd());
    SpawnActions actions;
    const SpawnAttributes attributes;
    if (!socket.isOpen() || !file.isOpen() || !actions.prepare(socket.fd(), file.fd()))
        return nullptr;
    QByteArray path = QFile::encodeName(program);
    QByteArray locale("LC_ALL=C.UTF-8");
    const std::array<char *, 2> arguments = {path.data(), nullptr};
    const std::array<char *, 2> environment = {locale.data(), nullptr};
    pid_t pid = -1;
    if (::posix_spawn(&pid, path.constData(), actions.get(), attributes.get(), arguments.data(), environment.data())
        != 0)
        return nullptr;
    return std::unique_ptr<HelperProcess>(new HelperProcess(std::move(ours), pid));
}

HelperProcess::~HelperProcess()
{
    if (!m_reaped)
        ::kill(m_pid, SIGKILL);
    ended();
}

// Waits for the end, which has come already or was ordered; the wait status.
int HelperProcess::ended()
{
    while (!m_reaped) {
        if (::waitpid(m_pid, &m_status, 0) == m_pid || errno != EINTR)
            m_reaped = true;
    }
    return m_status;
}

bool HelperProcess::neverRan()
{
    // It may have closed its end of the line and live on. Of one that has ended this changes nothing.
    if (!m_reaped)
        ::kill(m_pid, SIGKILL);
    const int status = ended();
    return WIFEXITED(status) && WEXITSTATUS(status) == couldNotRun;
}

bool HelperProcess::isWaiting() const
{
    pollfd socket{m_socket.fd(), POLLIN, 0};
    return ::poll(&socket, 1, 0) == 0;
}

bool HelperProcess::send(Request request)
{
    request.id = m_asked.id + 1;
    m_asked = request;
    const QByteArray bytes = encoded(request);
    // A request is small and the socket empty: it goes in one piece or the other end is gone.
    return ::send(m_socket.fd(), bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT) == bytes.size();
}

HelperProcess::Heard HelperProcess::readInto(char *data, qsizetype length, QDeadlineTimer deadline)
{
    while (length > 0) {
        if (QThread::currentThread()->isInterruptionRequested())
            return Heard::Left;
        const qint64 left = deadline.remainingTime();
        if (left == 0)
            return Heard::Late;
        pollfd socket{m_socket.fd(), POLLIN, 0};
        const int ready = ::poll(&socket, 1, left < 0 ? sliceMs : int(std::min<qint64>(left, sliceMs)));
        if (ready < 0 && errno != EINTR)
            return Heard::Gone;
        if (ready <= 0)
            continue;
        const auto got = ::recv(m_socket.fd(), data, size_t(length), MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            return Heard::Gone;
        data += got;
        length -= got;
    }
    return Heard::Answer;
}

HelperProcess::Reply HelperProcess::receive(QDeadlineTimer deadline)
{
    std::array<char, answerHeadBytes> head = {};
    if (const Heard heard = readInto(head.data(), head.size(), deadline); heard != Heard::Answer)
        return {heard, Outcome::Done, {}};
    const auto answer = decodedHead(QByteArrayView(head.data(), head.size()), m_asked);
    if (!answer)
        return {Heard::Nonsense, Outcome::Done, {}};
    QByteArray body(answer->length, Qt::Uninitialized);
    const Heard heard = readInto(body.data(), body.size(), deadline);
    // What comes after the answer was not asked for.
    if (heard == Heard::Answer && !isWaiting())
        return {Heard::Nonsense, Outcome::Done, {}};
    return {heard, answer->outcome, heard == Heard::Answer ? body : QByteArray()};
}

HelperProcess::Reply HelperProcess::ask(Request request, QDeadlineTimer deadline)
{
    return send(request) ? receive(deadline) : Reply{};
}

} // namespace gatehouse::documents
