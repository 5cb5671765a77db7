#include "base/ids.h"

#include <QMutexLocker>
#include <QRandomGenerator>

#include <array>

namespace gatehouse::base {

namespace {

constexpr int bitsOfCharacter = 5;
constexpr int timeCharacters = 10;
constexpr int halfCharacters = 8;
constexpr quint64 halfMask = (quint64(1) << (bitsOfCharacter * halfCharacters)) - 1;

// The lowest bits of a number, most significant first.
void appendCharacters(QString &id, quint64 number, int count)
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    for (int i = count - 1; i >= 0; --i)
        id += QLatin1Char(alphabet[(number >> (bitsOfCharacter * i)) & 31]);
}

} // namespace

QString UlidSource::next()
{
    const QMutexLocker locker(&m_mutex);
    // A clock that steps back doesn't turn the order round.
    if (const qint64 time = m_clock.now().ms; time > m_time) {
        std::array<quint64, 2> random{};
        QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
        m_high = random[0] & halfMask;
        m_low = random[1] & halfMask;
        m_time = time;
    } else if (m_low = (m_low + 1) & halfMask; m_low == 0) {
        m_high = (m_high + 1) & halfMask;
    }
    QString id;
    id.reserve(timeCharacters + 2 * halfCharacters);
    appendCharacters(id, quint64(m_time), timeCharacters);
    appendCharacters(id, m_high, halfCharacters);
    appendCharacters(id, m_low, halfCharacters);
    return id;
}

} // namespace gatehouse::base
