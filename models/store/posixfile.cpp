#include "store/posixfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;

namespace {

Error errorOfErrno(int code, const QString &path)
{
    switch (code) {
    case EEXIST: return {ErrorKind::Conflict, ErrorCode::WorkspaceExists, path, {}};
    case ENOENT:
    case ENOTDIR: return {ErrorKind::NotFound, ErrorCode::WorkspaceNotFound, path, {}};
    case EACCES:
    case EPERM:
    case EROFS: return {ErrorKind::Denied, ErrorCode::WorkspaceReadOnly, path, {qt_error_string(code)}};
    case ENOSPC:
    case EDQUOT: return {ErrorKind::Unreachable, ErrorCode::WorkspaceFull, path, {}};
    default: return {ErrorKind::Unreachable, ErrorCode::WorkspaceUnreachable, path, {qt_error_string(code)}};
    }
}

// Closes on every way out.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    { }
    // Below a folder that is open.
    Descriptor(const Descriptor &folder, const QString &name, int flags)
        : m_fd(::openat(folder.m_fd, QFile::encodeName(name).constData(), flags | O_CLOEXEC))
    { }
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY(Descriptor)

    bool isOpen() const { return m_fd >= 0; }
    int fd() const { return m_fd; }

private:
    int m_fd;
};

Result<void> writeAll(const Descriptor &file, const QByteArray &bytes, const QString &path)
{
    const char *data = bytes.constData();
    for (qint64 left = bytes.size(); left > 0;) {
        const auto written = ::write(file.fd(), data, size_t(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errorOfErrno(errno, path);
        data += written;
        left -= written;
    }
    return ::fsync(file.fd()) == 0 ? Result<void>() : Result<void>(errorOfErrno(errno, path));
}

Error unsafe(const QString &path)
{
    return {ErrorKind::Denied, ErrorCode::WorkspaceUnsafe, path, {}};
}

// Fewer bytes when the file ends before.
Result<QByteArray> readBytes(const Descriptor &file, qint64 size, const QString &path)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 length = 0;
    while (length < size) {
        const auto got = ::read(file.fd(), bytes.data() + length, size_t(size - length));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errorOfErrno(errno, path);
        if (got == 0)
            break;
        length += got;
    }
    bytes.truncate(length);
    return bytes;
}

// The file or folder `relative` below `folder`, which may be a link itself. Not open: errno says why.
Descriptor openBelow(const QString &folder, const QString &relative, int flags)
{
    Descriptor at(folder, O_RDONLY | O_DIRECTORY);
    const QStringList parts = relative.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size() && at.isOpen(); ++i) {
        const bool last = i + 1 == parts.size();
        at = Descriptor(at, parts[i], O_RDONLY | O_NOFOLLOW | (last ? flags : O_DIRECTORY));
    }
    return at;
}

Instant changeOf(const struct stat &file)
{
    return {file.st_mtim.tv_sec * base::msPerSecond + file.st_mtim.tv_nsec / 1'000'000};
}

struct FolderClosed
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

// Appends the regular files of the folder `relative` that are wanted, and the folders in it to `folders`.
Result<void> readFolder(const QString &root, const QString &relative, const Wanted &wanted, QList<FileBelow> &files,
                        QStringList &folders)
{
    const Descriptor folder = openBelow(root, relative, O_DIRECTORY);
    if (!folder.isOpen())
        return errorOfErrno(errno, relative);
    // It takes its descriptor over.
    const std::unique_ptr<DIR, FolderClosed> entries(::fdopendir(::fcntl(folder.fd(), F_DUPFD_CLOEXEC, 0)));
    if (!entries)
        return errorOfErrno(errno, relative);
    int failed = 0; // of the first name whose file can't be looked at
    for (errno = 0; const dirent *entry = ::readdir(entries.get()); errno = 0) {
        const QString name = QFile::decodeName(entry->d_name);
        const QString path = relative.isEmpty() ? name : relative + QLatin1Char('/') + name;
        struct stat found = {};
        if (name == QLatin1StringView(".") || name == QLatin1StringView("..") || !wanted(path))
            continue;
        if (::fstatat(folder.fd(), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) != 0) {
            // Else it is gone since.
            if (errno != ENOENT && failed == 0)
                failed = errno;
            continue;
        }
        if (S_ISREG(found.st_mode))
            files.append({path, found.st_size, changeOf(found)});
        else if (S_ISDIR(found.st_mode))
            folders.append(path);
    }
    if (failed == 0)
        failed = errno;
    return failed == 0 ? Result<void>() : Result<void>(errorOfErrno(failed, relative));
}

// Whatever is there already was there before us: a home, a mount, a link to another disk.
Result<void> createFoldersAbove(const QString &path)
{
    const QString parent = QFileInfo(path).absolutePath();
    if (parent == path)
        return errorOfErrno(ENOENT, path);
    return QFileInfo(parent).isDir() ? Result<void>() : createPrivateFolder(parent, Whose::Shared);
}

Result<void> sync(const QString &path, int flags)
{
    const Descriptor file(path, flags);
    if (!file.isOpen() || ::fsync(file.fd()) != 0)
        return errorOfErrno(errno, path);
    return {};
}

} // namespace

Result<void> createPrivateFile(const QString &path)
{
    return writePrivateFile(path, {});
}

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (!file.isOpen())
        return errorOfErrno(errno, path);
    auto written = writeAll(file, bytes, path);
    if (!written)
        ::unlink(QFile::encodeName(path).constData());
    return written;
}

Result<void> createPrivateFolder(const QString &path, Whose whose)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), S_IRWXU) == 0)
        // The name of a new folder is on disk only once its parent is.
        return syncFolderOf(path);
    if (errno == ENOENT) {
        if (auto above = createFoldersAbove(path); !above)
            return above;
        // Some file systems have folders in which nothing can be made, and call that "not there".
        if (::mkdir(name.constData(), S_IRWXU) == 0)
            return syncFolderOf(path);
    }
    if (errno != EEXIST)
        return errorOfErrno(errno, path);
    struct stat there = {};
    if (::lstat(name.constData(), &there) != 0)
        return errorOfErrno(errno, path);
    const bool ours = there.st_uid == ::geteuid() && (there.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    if (!S_ISDIR(there.st_mode) || (whose == Whose::Ours && !ours))
        return unsafe(path);
    return {};
}

Result<QByteArray> readFileBelow(const QString &folder, const QString &relative, qint64 size)
{
    const Error altered{ErrorKind::Corrupt, ErrorCode::ObjectAltered, relative, {}};
    const Descriptor at = openBelow(folder, relative, O_NONBLOCK | O_NOCTTY);
    // A link; a link where a folder was; a socket or a device without a driver.
    if (!at.isOpen() && (errno == ELOOP || errno == ENOTDIR || errno == ENXIO))
        return altered;
    struct stat found = {};
    if (!at.isOpen() || ::fstat(at.fd(), &found) != 0)
        return errorOfErrno(errno, relative);
    if (!S_ISREG(found.st_mode) || found.st_size != size)
        return altered;
    return readBytes(at, size, relative);
}

FilesBelow filesBelow(const QString &folder, const Wanted &wanted)
{
    FilesBelow found;
    QStringList folders{QString()};
    while (!folders.isEmpty()) {
        const QString next = folders.takeLast();
        auto read = readFolder(folder, next, wanted, found.files, folders);
        // Gone since it was seen, or never made.
        if (!read && read.error().code != ErrorCode::WorkspaceNotFound)
            found.unreadable.append(read.error());
    }
    std::sort(found.files.begin(), found.files.end(),
              [](const FileBelow &a, const FileBelow &b) { return a.relative < b.relative; });
    return found;
}

Result<void> removeFileBelow(const QString &folder, const QString &relative)
{
    const auto slash = relative.lastIndexOf(QLatin1Char('/'));
    const QByteArray name = QFile::encodeName(relative.mid(slash + 1));
    const Descriptor above = openBelow(folder, relative.left(slash + 1), O_DIRECTORY);
    struct stat found = {};
    if (!above.isOpen() || ::fstatat(above.fd(), name.constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return errorOfErrno(errno == ELOOP ? ENOENT : errno, relative);
    if (!S_ISREG(found.st_mode))
        return errorOfErrno(ENOENT, relative);
    if (::unlinkat(above.fd(), name.constData(), 0) != 0 || ::fsync(above.fd()) != 0)
        return errorOfErrno(errno, relative);
    return {};
}

Result<void> moveWithoutOverwriting(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return syncFolderOf(to);
    if (errno != EINVAL && errno != ENOSYS)
        return errorOfErrno(errno, to);
    // Some file systems know no RENAME_NOREPLACE; a hard link never overwrites either.
    if (::link(source.constData(), target.constData()) != 0)
        return errorOfErrno(errno, to);
    ::unlink(source.constData());
    return syncFolderOf(to);
}

Result<void> syncFile(const QString &path)
{
    return sync(path, O_RDONLY);
}

Result<void> syncFolderOf(const QString &path)
{
    return sync(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

bool isSqliteFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray magic("SQLite format 3\0", 16);
    const QByteArray begin = file.read(magic.size());
    return begin.isEmpty() || begin == magic;
}

} // namespace gatehouse::store
