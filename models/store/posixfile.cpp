#include "store/posixfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::store {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
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
    case EROFS: return {ErrorKind::Denied, ErrorCode::WorkspaceReadOnly, path, {}};
    case ENOSPC:
    case EDQUOT: return {ErrorKind::Unreachable, ErrorCode::WorkspaceFull, path, {}};
    default: return {ErrorKind::Unreachable, ErrorCode::WorkspaceUnreachable, path, {}};
    }
}

// Closes on every way out.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    { }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

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

Result<void> createPrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (const QString parent = QFileInfo(path).absolutePath(); parent != path) {
        if (auto above = createPrivateFolder(parent); !above)
            return above;
    }
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return errorOfErrno(errno, path);
    // The name of a new folder is on disk only once its parent is.
    return syncFolderOf(path);
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
