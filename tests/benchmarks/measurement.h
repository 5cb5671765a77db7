#pragma once

#include <QList>
#include <QString>

namespace gatehouse::bench {

// Times of one thing done again and again, in milliseconds.
class Samples
{
public:
    void add(double ms) { m_ms.append(ms); }
    void add(const Samples &other) { m_ms.append(other.m_ms); }
    bool isEmpty() const { return m_ms.isEmpty(); }
    double median() const { return quantile(0.5); }
    double p99() const { return quantile(0.99); }

private:
    double quantile(double part) const;
    QList<double> m_ms;
};

// Prints {"name","n","median_ms","p99_ms","baseline","ratio"} as one line; ratio = median / baseline, both left out
// when there is nothing to compare with (baseline 0).
void printLine(const QString &name, int n, const Samples &samples, double baseline = 0);
// Prints {"name","n","mb","baseline","ratio"}.
void printMemory(const QString &name, int n, double megabytes, double limit);

// Resident memory of this process as the kernel counts it (VmRSS), in 10^6 bytes; 0 where there is no /proc.
double residentMegabytes();

} // namespace gatehouse::bench
