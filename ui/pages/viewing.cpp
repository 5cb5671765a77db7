#include "ui/pages/viewing.h"

#include <QStringList>

namespace gatehouse::ui {

QString pageRanges(const QList<int> &pages, qsizetype most)
{
    QStringList parts;
    for (qsizetype at = 0; at < pages.size();) {
        qsizetype last = at;
        while (last + 1 < pages.size() && pages.at(last + 1) == pages.at(last) + 1)
            ++last;
        const QString first = QString::number(pages.at(at) + 1);
        parts += last == at ? first : QStringLiteral("%1-%2").arg(first).arg(pages.at(last) + 1);
        at = last + 1;
    }
    const QString all = parts.join(QLatin1Char(','));
    return all.size() <= most ? all : all.left(all.lastIndexOf(QLatin1Char(','), most));
}

int pagesNamed(const QString &ranges)
{
    int count = 0;
    for (const QString &part : ranges.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const int first = part.section(QLatin1Char('-'), 0, 0).toInt();
        count += qMax(0, part.section(QLatin1Char('-'), -1).toInt() - first + 1);
    }
    return count;
}

} // namespace gatehouse::ui
