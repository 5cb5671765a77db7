#include "benchmarks/measurement.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gatehouse::bench {

namespace {

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void print(QJsonObject line, double value, double baseline)
{
    if (baseline > 0) {
        line[QStringLiteral("baseline")] = rounded(baseline);
        line[QStringLiteral("ratio")] = rounded(value / baseline);
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

double Samples::quantile(double part) const
{
    if (m_ms.isEmpty())
        return 0;
    QList<double> sorted = m_ms;
    std::sort(sorted.begin(), sorted.end());
    const double place = part * static_cast<double>(sorted.size() - 1);
    return sorted.at(static_cast<qsizetype>(std::lround(place)));
}

void printLine(const QString &name, int n, const Samples &samples, double baseline)
{
    print({{QStringLiteral("name"), name},
           {QStringLiteral("n"), n},
           {QStringLiteral("median_ms"), rounded(samples.median())},
           {QStringLiteral("p99_ms"), rounded(samples.p99())}},
          samples.median(), baseline);
}

void printMemory(const QString &name, int n, double megabytes, double limit)
{
    print({{QStringLiteral("name"), name}, {QStringLiteral("n"), n}, {QStringLiteral("mb"), rounded(megabytes)}},
          megabytes, limit);
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
    }
    return 0;
}

} // namespace gatehouse::bench
