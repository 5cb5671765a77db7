#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <utility>

namespace gatehouse::domain {

// A secret that is shown once and never stored: moved, not copied, and wiped when it goes.
class Secret
{
public:
    Secret() = default;
    // Nobody else may hold these bytes, or what is wiped is a copy of theirs.
    explicit Secret(QByteArray &&bytes) : m_bytes(std::move(bytes)) { }
    ~Secret();
    Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    // Lives as long as the secret.
    QByteArrayView bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

// Makes secrets and what is kept of them. Thread-safe.
class SecretSource
{
public:
    virtual ~SecretSource() = default;
    // From the system's random source.
    virtual Secret random(int bytes) const = 0;
    // What is stored in place of a secret: 64 hexadecimal digits, bound to `owner`, the id of the row that keeps them.
    // In another row they match nothing.
    virtual QString hash(QByteArrayView secret, const QString &owner) const = 0;
    // Whether the secret has this hash; takes equally long wherever they differ.
    virtual bool matches(QByteArrayView secret, const QString &owner, const QString &hash) const = 0;
};

} // namespace gatehouse::domain
