#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct evp_md_ctx_st;

namespace gatehouse::base {

// SHA-256 (FIPS 180-4) of bytes that come in parts. By OpenSSL, which uses the processor's own instructions: where a
// document is hashed each time it is opened, Qt's takes seventeen times as long. One thread at a time.
class Sha256 final
{
public:
    Sha256();
    ~Sha256();
    Q_DISABLE_COPY_MOVE(Sha256)

    void add(QByteArrayView bytes);
    // 32 bytes. Called once; nothing is added after it.
    QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

// 32 bytes. Any thread.
QByteArray sha256(QByteArrayView bytes);

} // namespace gatehouse::base
