#include "documents/helperwatch.h"
#include "documents/processdocumentopener.h"
#include "render/confinement.h"
#include "support/killedchild.h"
#include "support/testmain.h"

#include <QFile>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <thread>

// What a document can do once it has taken the helper over: a process that has locked itself in as the helper does
// tries everything, past the C library, and says what the kernel answered.
class TestConfinement : public QObject
{
    Q_OBJECT

    static void tried(const char *what, long result)
    {
        const int code = result < 0 ? errno : 0;
        gatehouse::support::childSays(QStringLiteral("did %1 %2").arg(QString::fromLatin1(what)).arg(code));
    }

    static void tryFiles()
    {
        tried("open", ::syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY));
        tried("create", ::syscall(SYS_openat, AT_FDCWD, "/tmp/gatehouse-confined", O_WRONLY | O_CREAT, 0600));
        tried("stat", ::syscall(SYS_statx, AT_FDCWD, "/etc/passwd", 0, 0, nullptr));
        tried("unlink", ::syscall(SYS_unlinkat, AT_FDCWD, "/tmp/gatehouse-confined", 0));
        tried("rename", ::syscall(SYS_renameat2, AT_FDCWD, "/tmp/a", AT_FDCWD, "/tmp/b", 0));
        tried("memfd", ::syscall(SYS_memfd_create, "more", 0));
        tried("dup", ::syscall(SYS_dup, 1));
        tried("ioctl", ::syscall(SYS_ioctl, 1, 0x5401, nullptr));
    }

    static void trySockets()
    {
        tried("socket", ::syscall(SYS_socket, AF_INET, SOCK_STREAM, 0));
        tried("local socket", ::syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0));
        tried("socketpair", ::syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, nullptr));
        tried("connect", ::syscall(SYS_connect, 1, nullptr, 0));
        tried("recvmsg", ::syscall(SYS_recvmsg, 1, nullptr, 0));
        tried("sendmsg", ::syscall(SYS_sendmsg, 1, nullptr, 0));
        tried("io_uring", ::syscall(SYS_io_uring_setup, 8, nullptr));
    }

    static void tryProcesses()
    {
        const long child = ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
        if (child == 0)
            ::_exit(0);
        tried("fork", child);
        const char *none[] = {nullptr};
        tried("exec", ::syscall(SYS_execve, "/bin/true", none, none));
        tried("kill", ::syscall(SYS_kill, ::getpid(), 0));
        tried("kill a thread of another", ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0));
        tried("ptrace", ::syscall(SYS_ptrace, PTRACE_TRACEME, 0, nullptr, nullptr));
        tried("read another's memory", ::syscall(SYS_process_vm_readv, ::getpid(), nullptr, 0, nullptr, 0, 0));
        tried("raise limits", ::syscall(SYS_prlimit64, 0, RLIMIT_CORE, nullptr, nullptr));
        tried("unshare", ::syscall(SYS_unshare, CLONE_NEWUSER));
        tried("bpf", ::syscall(SYS_bpf, 0, nullptr, 0));
    }

    static void tryMemory()
    {
        tried("executable memory", ::syscall(SYS_mmap, nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        void *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        tried("memory made executable", ::syscall(SYS_mprotect, page, 4096, PROT_READ | PROT_EXEC));
    }

    static QByteArray statusOf(int process, const QByteArray &key)
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(process));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(key + ':'))
                return line.mid(key.size() + 1).trimmed();
        }
        return {};
    }

private Q_SLOTS:
    // Not a test: the one that tries, in a process of its own.
    void isTheConfinedOne()
    {
        const auto role = gatehouse::support::childRole();
        if (role.name != QStringLiteral("confined"))
            return;
        if (role.detail == QStringLiteral("nobody") && ::getuid() == 0)
            QCOMPARE(::setresuid(65534, 65534, 65534), 0);
        gatehouse::render::limitDamage();
        rlimit limit = {1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        gatehouse::support::childSays(QStringLiteral("ready"));
        gatehouse::support::childSays(QStringLiteral("did core files %1").arg(limit.rlim_max));
        if (gatehouse::render::confine() != gatehouse::render::Confined::Yes) {
            gatehouse::support::childSays(QStringLiteral("did not lock itself in"));
            ::_exit(1);
        }
        tryFiles();
        trySockets();
        tryProcesses();
        tryMemory();
        // What it must be able to do.
        int answer = 0;
        std::thread([&answer] { answer = 42; }).join();
        const QByteArray large(64 * 1024 * 1024, 'x');
        gatehouse::support::childSays(QStringLiteral("did work %1 %2").arg(answer).arg(large.size()));
        ::_exit(0);
    }

    void nothingIsWithinReach_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("as it is") << QString();
        QTest::newRow("without privileges") << QStringLiteral("nobody");
    }

    void nothingIsWithinReach()
    {
        QFETCH(QString, user);
        const QStringList said =
            gatehouse::support::doneBeforeKill({QStringLiteral("TestConfinement"), QStringLiteral("isTheConfinedOne")},
                                               {QStringLiteral("confined"), {}, user}, 20'000, 28);
        QCOMPARE(said.value(0), QStringLiteral("core files 0"));
        QCOMPARE(said.value(said.size() - 1), QStringLiteral("work 42 67108864"));
        const QStringList tried = said.mid(1, said.size() - 2);
        QCOMPARE(tried.size(), 26);
        for (const QString &what : tried)
            QVERIFY2(what.endsWith(QStringLiteral(" %1").arg(EPERM)), qPrintable(what));
    }

    void theHelperHasLockedItselfIn()
    {
        const auto document = gatehouse::test::patientOpener(gatehouse::test::realHelper()).open("A text.\n");
        QVERIFY(document);
        const int helper = gatehouse::test::childProcesses().value(0);
        QCOMPARE(statusOf(helper, "Seccomp"), QByteArray("2"));
        QCOMPARE(statusOf(helper, "NoNewPrivs"), QByteArray("1"));
    }
};

GATEHOUSE_TEST(TestConfinement)

#include "tst_confinement.moc"
