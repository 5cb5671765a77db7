#include "documents/sealedbytes.h"

#include "base/sha256.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace gatehouse::documents {

namespace {

bool writtenWhole(const Descriptor &file, const QByteArray &bytes)
{
    const char *data = bytes.constData();
    for (qsizetype left = bytes.size(); left > 0;) {
        const auto written = ::write(file.fd(), data, size_t(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        left -= written;
    }
    return true;
}

} // namespace

std::optional<SealedBytes> SealedBytes::of(const QByteArray &bytes)
{
    Descriptor file(::memfd_create("gatehouse-document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file.isOpen() || !writtenWhole(file, bytes)
        || ::fcntl(file.fd(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return {};
    return SealedBytes(std::move(file));
}

QByteArray SealedBytes::sha256() const
{
    base::Sha256 hash;
    QByteArray part(qsizetype(256) * 1024, Qt::Uninitialized);
    for (off_t at = 0;;) {
        const auto got = ::pread(m_file.fd(), part.data(), size_t(part.size()), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return {};
        if (got == 0)
            return hash.result();
        hash.add(QByteArrayView(part).first(got));
        at += got;
    }
}

} // namespace gatehouse::documents
