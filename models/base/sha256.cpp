#include "base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace gatehouse::base {

namespace {

// Nothing sound can go on without hashes, and OpenSSL has them unless it is broken or out of memory.
void mustWork(int worked)
{
    if (worked != 1)
        qFatal("OpenSSL gives no SHA-256.");
}

// OpenSSL keeps something for each thread until that ends. When main() has returned, a thread of a pool may still be
// about to: were OpenSSL gone by then, this would be left over.
void startWithoutEnd()
{
    static const int started = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    mustWork(started);
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
{
    startWithoutEnd();
    m_context.reset(EVP_MD_CTX_new());
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
