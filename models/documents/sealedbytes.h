#pragma once

#include "documents/descriptor.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace gatehouse::documents {

// Bytes in memory behind a descriptor, which nobody can change, cut or lengthen any more: who maps them needs no copy
// and fears no SIGBUS. Any thread.
class SealedBytes
{
public:
    // Nothing when the system has no memory, descriptors or memfd for it. `bytes` aren't empty.
    static std::optional<SealedBytes> of(const QByteArray &bytes);

    int fd() const { return m_file.fd(); }
    // SHA-256 of what the descriptor holds now, 32 bytes; empty when it can't be read.
    QByteArray sha256() const;

private:
    explicit SealedBytes(Descriptor file) : m_file(std::move(file)) { }

    Descriptor m_file;
};

} // namespace gatehouse::documents
