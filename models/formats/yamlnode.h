#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::formats {

// One complaint about a file: its line (1 is the first) and "key: what is expected".
struct YamlProblem
{
    int line = 1;
    QString reason;
};

struct YamlEntry;

// A YAML document as it stands in the file: order, duplicates and lines kept, nothing resolved or converted.
struct YamlNode
{
    enum class Kind { Nothing, Scalar, List, Map };
    enum class Style { Plain, Quoted };

    Kind kind = Kind::Nothing;
    int line = 1;
    QString text;               // of a Scalar
    Style style = Style::Plain; // of a Scalar; block scalars count as Quoted
    QList<YamlNode> items;      // of a List
    QList<YamlEntry> entries;   // of a Map
};

struct YamlEntry
{
    QString key;
    int line = 1;
    YamlNode value;
};

struct YamlDocument
{
    YamlNode root;
    std::optional<YamlProblem> problem; // set: root is of no use
};

// A playbook is a page or two of text; what is larger or deeper is something else.
inline constexpr qsizetype yamlMostBytes = 1024 * 1024;
inline constexpr int yamlMostDepth = 12;
inline constexpr int yamlMostItems = 1000; // of one list or mapping

// The one document in `bytes`. Refused besides broken YAML: other encodings than UTF-8, control characters, anchors,
// aliases and tags (a few lines of aliases unfold to gigabytes, and no playbook needs them), keys that are no scalars,
// a second document, and what exceeds the limits above. Any thread; nothing is thrown.
YamlDocument readYaml(const QByteArray &bytes);

} // namespace gatehouse::formats
