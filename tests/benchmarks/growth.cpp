#include "benchmarks/growth.h"

#include "benchmarks/measurement.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace gatehouse::bench {

void printGrowth(const QByteArray &lines)
{
    QMap<QString, QMap<int, double>> medians;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(QStringLiteral("median_ms"))) {
            medians[object[QStringLiteral("name")].toString()][object[QStringLiteral("n")].toInt()] =
                object[QStringLiteral("median_ms")].toDouble();
        }
    }
    for (auto name = medians.cbegin(); name != medians.cend(); ++name) {
        for (auto size = name->cbegin(); size != name->cend(); ++size) {
            if (size == name->cbegin())
                continue;
            Samples median;
            median.add(size.value());
            printLine(name.key() + QStringLiteral("-growth"), size.key(), median, std::prev(size).value());
        }
    }
}

} // namespace gatehouse::bench
