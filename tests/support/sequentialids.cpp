#include "support/sequentialids.h"

namespace gatehouse::support {

QString SequentialIds::next()
{
    return QStringLiteral("01test%1").arg(++m_last, 20, 10, QLatin1Char('0'));
}

} // namespace gatehouse::support
