#include "render/mappeddocument.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace gatehouse::render {

std::optional<QByteArray> mappedDocument(int descriptor)
{
    constexpr int wanted = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW;
    const int seals = ::fcntl(descriptor, F_GET_SEALS);
    struct stat file = {};
    if (seals < 0 || (seals & wanted) != wanted || ::fstat(descriptor, &file) != 0 || file.st_size <= 0)
        return {};
    void *bytes = ::mmap(nullptr, size_t(file.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED)
        return {};
    return QByteArray::fromRawData(static_cast<const char *>(bytes), file.st_size);
}

} // namespace gatehouse::render
