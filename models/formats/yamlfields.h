#pragma once

#include "formats/yamlnode.h"

#include <QSet>

namespace gatehouse::formats {

// What is wrong with one file, gathered while reading goes on with stand-in values.
class YamlProblems
{
public:
    void add(int line, const QString &path, const QString &expected);
    void add(YamlProblem problem) { m_problems.append(std::move(problem)); }
    bool isEmpty() const { return m_problems.isEmpty(); }
    // In the order of the file.
    QList<YamlProblem> sorted() const;

private:
    QList<YamlProblem> m_problems;
};

enum class Presence { Required, Optional };

// One mapping of the file. Its keys are asked for one by one; what nobody asked for is unknown. Every method that reads
// answers a stand-in and notes a problem when the value is not as it should be.
class YamlFields
{
public:
    // `path` leads to the mapping ("phases[0]"); empty: the whole file. Duplicate keys are noted here.
    YamlFields(const YamlNode &node, QString path, YamlProblems &problems);

    // Call last: notes the keys that nobody asked for.
    void refuseUnknown();

    // The value, or nothing when the key is absent or null (noted when Required).
    const YamlNode *value(const QString &key, Presence presence);
    bool has(const QString &key) const;

    // One line of 1 to `most` characters; empty when absent and Optional.
    QString text(const QString &key, int most, Presence presence = Presence::Required);
    // Text of several lines, 1 to `most` characters.
    QString lines(const QString &key, int most, Presence presence = Presence::Required);
    // Text that matches the whole of `pattern`; `expected` describes it.
    QString word(const QString &key, const QString &pattern, const QString &expected,
                 Presence presence = Presence::Required);
    int number(const QString &key, int least, int most, std::optional<int> absent = {});
    // One of `names`: its place in the list; 0 when it is none of them.
    int oneOf(const QString &key, const QStringList &names, std::optional<int> absent = {});
    // The items of a list of at most `most`, at least one when Required. Their path is itemPath(key, i).
    QList<YamlNode> list(const QString &key, int most, Presence presence = Presence::Required);

    QString path(const QString &key) const;
    QString itemPath(const QString &key, qsizetype index) const;
    int line(const QString &key) const; // of the key; of the mapping when it is absent
    int line() const { return m_node.line; }
    void complain(const QString &key, const QString &expected);

private:
    const YamlEntry *entry(const QString &key) const;

    const YamlNode &m_node;
    QString m_path;
    YamlProblems &m_problems;
    QSet<QString> m_asked;
};

// Plain or quoted text of a scalar, trimmed, in NFC; nothing when it is no scalar, empty, too long or not one line.
std::optional<QString> scalarText(const YamlNode &node, int most);

} // namespace gatehouse::formats
