#include "base/ids.h"

#include <QRandomGenerator>

#include <array>

namespace gatehouse::base {

QString UlidSource::next()
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<quint32, 3> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));

    QString id(26, Qt::Uninitialized);
    auto time = quint64(m_clock.now().ms);
    for (int i = 9; i >= 0; --i, time >>= 5)
        id[i] = QLatin1Char(alphabet[time & 31]);
    // 16 characters of 5 bits: 6 out of each of the first two words leave 2 bits unused, 4 out of the third.
    for (int i = 0; i < 16; ++i)
        id[10 + i] = QLatin1Char(alphabet[(random[size_t(i / 6)] >> (5 * (i % 6))) & 31]);
    return id;
}

} // namespace gatehouse::base
