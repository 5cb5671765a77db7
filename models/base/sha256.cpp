#include "base/sha256.h"

#include <openssl/evp.h>

namespace gatehouse::base {

namespace {

// Nothing sound can go on without hashes, and OpenSSL has them unless it is broken or out of memory.
void mustWork(int worked)
{
    if (worked != 1)
        qFatal("OpenSSL gives no SHA-256.");
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    mustWork(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr));
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    mustWork(EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray hash(EVP_MD_get_size(EVP_sha256()), Qt::Uninitialized);
    mustWork(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr));
    return hash;
}

QByteArray sha256(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

} // namespace gatehouse::base
