#include "store/folderobjectstore.h"

#include "domain/documentpages.h"
#include "domain/text.h"
#include "store/testworkspace.h"
#include "support/ordinaryrights.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>

#include <atomic>
#include <limits>
#include <thread>
#include <unistd.h>
#include <vector>

class TestFolderObjectStore : public QObject
{
    Q_OBJECT

    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using FolderObjectStore = gatehouse::store::FolderObjectStore;

    using Whose = gatehouse::store::Whose;

    static QString hashOf(const QByteArray &bytes) { return gatehouse::domain::sha256Hex(bytes); }

private Q_SLOTS:
    void givesBackWhatWasPut()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.filePath(QStringLiteral("new/objects")), Whose::Ours);
        QByteArray bytes;
        for (int i = 0; i < 100'000; ++i)
            bytes.append(char(i * 7));
        const QString key = QStringLiteral("partners/01abc/kyb/2026-03-12T09.00.00Z");
        STORE_VERIFY(objects.put(key, bytes));
        const auto got = objects.get(key, hashOf(bytes), bytes.size());
        STORE_VERIFY(got);
        QCOMPARE(*got, bytes);
        STORE_VERIFY(objects.put(QStringLiteral("empty"), {}));
        QCOMPARE(*objects.get(QStringLiteral("empty"), hashOf({}), 0), QByteArray());
    }

    void isForItsOwnerOnlyAndLeavesNothingElse()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.filePath(QStringLiteral("objects")), Whose::Ours);
        STORE_VERIFY(objects.put(QStringLiteral("a/b/c"), "x"));
        QVERIFY(!objects.put(QStringLiteral("a/b/c"), "y"));
        QStringList found;
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                                | QFile::WriteOther | QFile::ExeOther;
        QDirIterator entries(folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            found += QDir(folder.path()).relativeFilePath(entries.next());
            QCOMPARE(QFile::permissions(entries.filePath()) & others, QFile::Permissions());
        }
        found.sort();
        QCOMPARE(found, (QStringList{QStringLiteral("objects"), QStringLiteral("objects/a"),
                                     QStringLiteral("objects/a/b"), QStringLiteral("objects/a/b/c")}));
    }

    void neverOverwrites()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.path(), Whose::Ours);
        STORE_VERIFY(objects.put(QStringLiteral("k"), "first"));
        const auto again = objects.put(QStringLiteral("k"), "first");
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(again.error().subject, QStringLiteral("k"));
        QCOMPARE(*objects.get(QStringLiteral("k"), hashOf("first"), 5), QByteArray("first"));
    }

    void oneOfManyAtOncePuts()
    {
        const QTemporaryDir folder;
        std::atomic<int> put = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(16);
            for (int i = 0; i < 16; ++i)
                threads.emplace_back([&, i] {
                    put += bool(FolderObjectStore(folder.path(), Whose::Ours)
                                    .put(QStringLiteral("p/k"), QByteArray::number(i)));
                });
        }
        QCOMPARE(put.load(), 1);
        QCOMPARE(QDir(folder.filePath(QStringLiteral("p"))).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("k")});
    }

    void refusesKeysThatLeaveTheStore_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "a/./b", ".hidden", "a/.put-1",
                                "a b", "a\nb", "a\\b", "a:b", "~x", "a%2e", "\xC3\xA9"})
            QTest::newRow(*key ? key : "empty") << QString::fromUtf8(key);
        QTest::newRow("NUL") << QStringLiteral("a") + QChar(0);
        QTest::newRow("long") << QString(1025, QLatin1Char('a'));
        QTest::newRow("long part") << QString(201, QLatin1Char('a'));
        QTest::newRow("line break at the end") << QStringLiteral("a\n");
    }
    void refusesKeysThatLeaveTheStore()
    {
        QFETCH(QString, key);
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.filePath(QStringLiteral("objects")), Whose::Ours);
        const auto put = objects.put(key, "x");
        QVERIFY(!put);
        QCOMPARE(put.error().kind, ErrorKind::Invalid);
        // No put() can have written it, so nothing is there; a row that names it must not keep others from being read.
        const auto got = objects.get(key, hashOf("x"), 1);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::NotFound);
        QCOMPARE(got.error().code, ErrorCode::ObjectMissing);
        QCOMPARE(got.error().subject, key);
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("objects"))));
    }

    void noticesWhatWasAlteredTruncatedOrRemoved()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.path(), Whose::Ours);
        const QByteArray bytes(5000, 'x');
        STORE_VERIFY(objects.put(QStringLiteral("k"), bytes));
        QFile file(folder.filePath(QStringLiteral("k")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(4000);
        file.write("y");
        file.close();
        const auto altered = objects.get(QStringLiteral("k"), hashOf(bytes), bytes.size());
        QVERIFY(!altered);
        QCOMPARE(altered.error().code, ErrorCode::ObjectAltered);
        QCOMPARE(altered.error().kind, ErrorKind::Corrupt);
        QVERIFY(QFile::resize(file.fileName(), 10));
        QCOMPARE(objects.get(QStringLiteral("k"), hashOf(bytes), bytes.size()).error().code, ErrorCode::ObjectAltered);
        QVERIFY(file.remove());
        const auto missing = objects.get(QStringLiteral("k"), hashOf(bytes), bytes.size());
        QCOMPARE(missing.error().code, ErrorCode::ObjectMissing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }

    void readsNothingButAFileOfTheRightSize_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const char *command, const char *key) {
            QTest::newRow(name) << QString::fromLatin1(command) << QString::fromLatin1(key);
        };
        row("pipe", "mkfifo k", "k");
        row("endless device", "ln -s /dev/zero k", "k");
        row("link to the same bytes", "printf x > other && ln -s other k", "k");
        row("link above", "mkdir real && printf x > real/k && ln -s real p", "p/k");
        row("folder", "mkdir k", "k");
        row("grown", "truncate -s 1T k", "k");
        row("a file where a folder was", "printf x > p", "p/k");
    }
    void readsNothingButAFileOfTheRightSize()
    {
        QFETCH(QString, command);
        QFETCH(QString, key);
        const QTemporaryDir folder;
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        const auto got = FolderObjectStore(folder.path(), Whose::Ours).get(key, hashOf("x"), 1);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::Corrupt);
        QCOMPARE(got.error().code, ErrorCode::ObjectAltered);
    }

    void aSizeOutOfRangeIsNotBelieved()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.path(), Whose::Ours);
        STORE_VERIFY(objects.put(QStringLiteral("k"), "x"));
        for (const qint64 size : {std::numeric_limits<qint64>::max(), qint64(-1)})
            QCOMPARE(objects.get(QStringLiteral("k"), hashOf("x"), size).error().code, ErrorCode::ObjectAltered);
    }

    // It could be as large as the disk says, and would stand in memory.
    void nothingLargerThanADocumentIsRead()
    {
        const QTemporaryDir folder;
        constexpr qint64 size = gatehouse::domain::documentMostBytes + 1;
        QFile file(folder.filePath(QStringLiteral("k")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
        const QString hash = hashOf(QByteArray(size, '\0'));
        FolderObjectStore objects(folder.path(), Whose::Ours);
        const auto got = objects.get(QStringLiteral("k"), hash, size);
        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::ObjectAltered);
        QVERIFY(file.resize(size - 1));
        STORE_VERIFY(objects.get(QStringLiteral("k"), hashOf(QByteArray(size - 1, '\0')), size - 1));
    }

    void listsWhatIsStored()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("objects"));
        FolderObjectStore objects(path, Whose::Ours);
        QCOMPARE(objects.list()->entries.size(), 0);
        const auto before = QDateTime::currentMSecsSinceEpoch();
        for (const char *key : {"partners/b/kyb/2", "partners/a/kyb/1", "top"})
            STORE_VERIFY(objects.put(QString::fromLatin1(key), key));
        QProcess shell;
        shell.setWorkingDirectory(path);
        // What a put() that was killed left behind, whatever its age; links, pipes, and names that no key has.
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("echo x > partners/a/kyb/.put-0123; touch -d '3 days ago' partners/a/kyb/.put-4567;"
                                    " ln -s 1 partners/a/kyb/link; ln -s b partners/linked; mkfifo pipe;"
                                    " echo x > 'a name'; mkdir -p partners/empty .hidden; echo x > .hidden/k;"
                                    " ln -s . loop; mkdir -m 0 lost+found; touch -d '2020-01-02 03:04:05 UTC' top")});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        const auto listed = objects.list();
        STORE_VERIFY(listed);
        QStringList keys;
        for (const auto &entry : std::as_const(listed->entries)) {
            keys += entry.key;
            QCOMPARE(entry.size, entry.key.size());
        }
        QCOMPARE(keys, (QStringList{QStringLiteral("partners/a/kyb/1"), QStringLiteral("partners/b/kyb/2"),
                                    QStringLiteral("top")}));
        QVERIFY(listed->entries.constFirst().writtenAt.ms >= before - 1000);
        QCOMPARE(listed->entries.constLast().writtenAt.toIso(), QStringLiteral("2020-01-02T03:04:05.000Z"));
        QVERIFY(listed->unreadable.isEmpty());
        QVERIFY(QFileInfo::exists(path + QStringLiteral("/partners/a/kyb/.put-4567")));
    }

    void whatCantBeReadHidesNothingElse()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.path(), Whose::Ours);
        for (const char *key : {"p/a/k", "p/b/k"})
            STORE_VERIFY(objects.put(QString::fromLatin1(key), "x"));
        const auto listed = [&](const QString &closed, QFile::Permissions rights = {}) {
            QFile::setPermissions(closed, rights);
            const gatehouse::support::OrdinaryRights ordinary;
            auto listing = objects.list();
            QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            return listing;
        };
        // Without the right to read it its names aren't known; without that to enter it, what stands behind them.
        for (const QFile::Permissions rights : {QFile::Permissions(), QFile::Permissions(QFile::ReadOwner)}) {
            const auto without = listed(folder.filePath(QStringLiteral("p/a")), rights);
            STORE_VERIFY(without);
            QCOMPARE(without->entries.size(), 1);
            QCOMPARE(without->entries.constFirst().key, QStringLiteral("p/b/k"));
            QCOMPARE(without->unreadable.size(), 1);
            QCOMPARE(without->unreadable.constFirst().code, ErrorCode::FileUnreadable);
            QCOMPARE(without->unreadable.constFirst().subject, QStringLiteral("p/a"));
            QCOMPARE(without->unreadable.constFirst().arguments.size(), 1);
        }
        const auto nothing = listed(folder.path());
        STORE_VERIFY(nothing);
        QVERIFY(nothing->entries.isEmpty());
        QCOMPARE(nothing->unreadable.constFirst().subject, folder.path());
    }

    void removesAnObjectOnce()
    {
        const QTemporaryDir folder;
        FolderObjectStore objects(folder.path(), Whose::Ours);
        for (const char *key : {"p/k", "p/other", "k"})
            STORE_VERIFY(objects.put(QString::fromLatin1(key), "x"));
        STORE_VERIFY(objects.remove(QStringLiteral("p/k")));
        const auto again = objects.remove(QStringLiteral("p/k"));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::ObjectMissing);
        QCOMPARE(again.error().kind, ErrorKind::NotFound);
        QCOMPARE(again.error().subject, QStringLiteral("p/k"));
        STORE_VERIFY(objects.remove(QStringLiteral("k")));
        QCOMPARE(objects.list()->entries.size(), 1);
        STORE_VERIFY(objects.put(QStringLiteral("p/k"), "y"));
    }

    void removesNothingElse_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("key");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const char *command, const char *key, ErrorCode code) {
            QTest::newRow(name) << QString::fromLatin1(command) << QString::fromLatin1(key) << code;
        };
        const auto outside = "mkdir ../outside && echo x > ../outside/k";
        row("above", outside, "../outside/k", ErrorCode::TextForbidden);
        row("absolute", outside, "/etc/hostname", ErrorCode::TextForbidden);
        row("unfinished", "echo x > .put-1", ".put-1", ErrorCode::TextForbidden);
        row("through a link", "mkdir ../outside && echo x > ../outside/k && ln -s ../outside p", "p/k",
            ErrorCode::ObjectMissing);
        row("a link", "mkdir ../outside && echo x > ../outside/k && ln -s ../outside/k k", "k",
            ErrorCode::ObjectMissing);
        row("a folder", "mkdir k", "k", ErrorCode::ObjectMissing);
        row("a pipe", "mkfifo k", "k", ErrorCode::ObjectMissing);
        row("below a file", "echo x > p", "p/k", ErrorCode::ObjectMissing);
        row("nothing", "true", "p/k", ErrorCode::ObjectMissing);
    }
    void removesNothingElse()
    {
        QFETCH(QString, command);
        QFETCH(QString, key);
        QFETCH(ErrorCode, code);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("objects"));
        QVERIFY(QDir().mkdir(path));
        QProcess shell;
        shell.setWorkingDirectory(path);
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        const auto everything = [&] {
            QStringList found;
            QDirIterator entries(folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                 QDirIterator::Subdirectories);
            while (entries.hasNext())
                found += entries.next();
            found.sort();
            return found;
        };
        const QStringList before = everything();
        const auto removed = FolderObjectStore(path, Whose::Ours).remove(key);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, code);
        QCOMPARE(everything(), before);
    }

    void writesOnlyIntoFoldersOfItsOwn_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("team"); // a team's folder may be written to by others
        QTest::newRow("a link") << QStringLiteral("mkdir real && ln -s real objects") << true;
        QTest::newRow("a link below") << QStringLiteral("mkdir -p real objects && ln -s ../real objects/p") << false;
        QTest::newRow("of the group") << QStringLiteral("mkdir objects && chmod g+w objects") << true;
        QTest::newRow("of everybody") << QStringLiteral("mkdir -p objects/p && chmod 777 objects/p") << true;
        if (::geteuid() == 0)
            QTest::newRow("of another user") << QStringLiteral("mkdir objects && chown 1 objects") << true;
    }
    void writesOnlyIntoFoldersOfItsOwn()
    {
        QFETCH(QString, command);
        QFETCH(bool, team);
        const QTemporaryDir folder;
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        const QString objects = folder.filePath(QStringLiteral("objects"));
        const auto put = FolderObjectStore(objects, Whose::Ours).put(QStringLiteral("p/k"), "x");
        QVERIFY(!put);
        QCOMPARE(put.error().code, ErrorCode::WorkspaceUnsafe);
        QCOMPARE(put.error().kind, ErrorKind::Denied);
        QCOMPARE(bool(FolderObjectStore(objects, Whose::Shared).put(QStringLiteral("p/k"), "x")), team);
    }
};

GATEHOUSE_TEST(TestFolderObjectStore)

#include "tst_folderobjectstore.moc"
