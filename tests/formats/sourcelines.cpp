#include "formats/sourcelines.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace gatehouse::formatstest {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QLatin1StringView(text));
}

QString normalised(const QString &line)
{
    static const QRegularExpression mark = pattern("^(?:[-*+]|[0-9]+\\.)\\s+");
    static const QRegularExpression taken = pattern("\\[[ xX]\\]|[*`]|_{2,}|[^\\x00-\\x7f]");
    static const QRegularExpression space = pattern("\\s+");
    QString text = line.trimmed();
    text.remove(mark).remove(taken);
    text = text.trimmed();
    if (text.startsWith(u'|')) {
        text.remove(0, 1);
        if (text.endsWith(u'|'))
            text.chop(1);
        QStringList cells = text.split(u'|');
        for (QString &cell : cells)
            cell = cell.trimmed();
        text = cells.join(u" | "_s);
    }
    return text.replace(space, u" "_s).trimmed().toLower();
}

QString hashOf(const QString &line)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(normalised(line).toUtf8(), QCryptographicHash::Sha256).toHex().left(8));
}

// Reads a document line by line.
class Reader
{
public:
    QList<SourceLine> read(const QString &markdown)
    {
        const QStringList lines = markdown.split(u'\n');
        for (const QString &line : lines)
            take(line);
        return m_found;
    }

private:
    enum class Bullets { Nothing, Prerequisites };

    void take(const QString &line)
    {
        static const QRegularExpression heading = pattern("^#{1,6}\\s+(.*)$");
        static const QRegularExpression bold = pattern("^\\s*\\*\\*([^*]+?):?\\*\\*:?\\s*$");
        static const QRegularExpression checkbox = pattern("^\\s*(?:[-*+]|[0-9]{1,3}\\.)\\s+\\[[ x]\\]");
        static const QRegularExpression step = pattern("^\\s*[0-9]{1,3}\\.\\s");
        static const QRegularExpression bullet = pattern("^\\s*[-*]\\s");
        const bool row = line.trimmed().startsWith(u'|');
        const int before = row ? m_rows++ : (m_rows = 0);
        if (const auto match = heading.match(line); match.hasMatch())
            takeHeading(match.captured(1).trimmed());
        else if (const auto words = bold.match(line); words.hasMatch())
            switchBullets(words.captured(1));
        else if (checkbox.match(line).hasMatch())
            add(u"checkbox"_s, line);
        else if (step.match(line).hasMatch())
            add(u"step"_s, line);
        else if (m_bullets == Bullets::Prerequisites && bullet.match(line).hasMatch())
            add(u"prerequisite"_s, line);
        else if (row && before >= 2)
            add(u"row"_s, line);
    }

    void takeHeading(const QString &words)
    {
        static const QRegularExpression numbered = pattern("^([0-9]+(?:\\.[0-9]+)*)\\.?(?:\\s|$)");
        if (const auto match = numbered.match(words); match.hasMatch()) {
            m_section = match.captured(1);
            m_numbered = true;
        } else if (words.startsWith(u"Appendix"_s) || !m_numbered) {
            m_section = words;
        }
        switchBullets(words);
    }

    void switchBullets(const QString &words)
    {
        const QString plain = words.trimmed();
        m_bullets =
            plain == u"Prerequisites"_s || plain == u"Preconditions"_s ? Bullets::Prerequisites : Bullets::Nothing;
    }

    void add(const QString &kind, const QString &line)
    {
        const int ordinal = ++m_counts[m_section + u'\t' + kind];
        m_found.append({m_section, kind, ordinal, hashOf(line), {}});
    }

    QList<SourceLine> m_found;
    QHash<QString, int> m_counts;
    QString m_section;
    bool m_numbered = false;
    Bullets m_bullets = Bullets::Nothing;
    int m_rows = 0;
};

} // namespace

QList<SourceLine> linesOfDocument(const QString &markdown)
{
    return Reader().read(markdown);
}

QList<SourceLine> linesOfList(const QByteArray &tsv)
{
    QList<SourceLine> lines;
    for (const QString &row : QString::fromUtf8(tsv).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = row.split(u'\t');
        lines.append(cells.size() == 5 ? SourceLine{cells[0], cells[1], cells[2].toInt(), cells[3], cells[4]}
                                       : SourceLine{row, {}, 0, {}, {}});
    }
    return lines;
}

QString textOf(const SourceLine &line)
{
    return u"%1 %2 %3 %4"_s.arg(line.section, line.kind).arg(line.ordinal).arg(line.hash);
}

} // namespace gatehouse::formatstest
