#include "formats/yamlfields.h"

#include "domain/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;

void YamlProblems::add(int line, const QString &path, const QString &expected)
{
    m_problems.append({line, path + u": "_s + expected});
}

QList<YamlProblem> YamlProblems::sorted() const
{
    QList<YamlProblem> problems = m_problems;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const YamlProblem &a, const YamlProblem &b) { return a.line < b.line; });
    return problems;
}

YamlFields::YamlFields(const YamlNode &node, QString path, YamlProblems &problems)
    : m_node(node), m_path(std::move(path)), m_problems(problems)
{
    if (node.kind != YamlNode::Kind::Map) {
        problems.add(node.line, m_path.isEmpty() ? u"file"_s : m_path, u"a mapping of keys to values"_s);
        return;
    }
    QSet<QString> seen;
    for (const YamlEntry &entry : node.entries) {
        if (seen.contains(entry.key))
            problems.add(entry.line, this->path(entry.key), u"each key once"_s);
        seen.insert(entry.key);
    }
}

void YamlFields::refuseUnknown()
{
    for (const YamlEntry &entry : m_node.entries) {
        if (!m_asked.contains(entry.key)) {
            QStringList known(m_asked.cbegin(), m_asked.cend());
            known.sort();
            m_problems.add(entry.line, path(entry.key), u"not a key here; known are %1"_s.arg(known.join(u", "_s)));
        }
    }
}

const YamlNode *YamlFields::value(const QString &key, Presence presence)
{
    m_asked.insert(key);
    const YamlEntry *found = entry(key);
    const YamlNode *node = found && found->value.kind != YamlNode::Kind::Nothing ? &found->value : nullptr;
    // A file that is no mapping was complained about already.
    if (!node && m_node.kind == YamlNode::Kind::Map && (presence == Presence::Required || found))
        complain(key, found ? u"a value"_s : u"this key is required"_s);
    return node;
}

bool YamlFields::has(const QString &key) const
{
    return entry(key);
}

QString YamlFields::text(const QString &key, int most, Presence presence)
{
    const YamlNode *node = value(key, presence);
    if (!node)
        return {};
    const auto text = scalarText(*node, most);
    if (!text)
        complain(key, u"one line of text, 1 to %1 characters"_s.arg(most));
    return text.value_or(QString());
}

QString YamlFields::lines(const QString &key, int most, Presence presence)
{
    const YamlNode *node = value(key, presence);
    if (!node)
        return {};
    const auto text = node->kind == YamlNode::Kind::Scalar
                          ? domain::checkedText(node->text, QString(), 1, most, domain::TextShape::Lines)
                          : base::Result<QString>(base::Error{});
    if (!text)
        complain(key, u"lines of text, 1 to %1 characters"_s.arg(most));
    return text ? *text : QString();
}

QString YamlFields::word(const QString &key, const QString &pattern, const QString &expected, Presence presence)
{
    const YamlNode *node = value(key, presence);
    if (!node)
        return {};
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    const auto text = scalarText(*node, 80);
    if (text && whole.match(*text).hasMatch())
        return *text;
    complain(key, expected);
    return {};
}

int YamlFields::number(const QString &key, int least, int most, std::optional<int> absent)
{
    const YamlNode *node = value(key, absent ? Presence::Optional : Presence::Required);
    if (!node)
        return absent.value_or(least);
    static const QRegularExpression digits(u"\\A(0|[1-9][0-9]{0,8})\\z"_s);
    // Quoted, "30" is text; 030 would be octal to some readers.
    if (node->kind == YamlNode::Kind::Scalar && node->style == YamlNode::Style::Plain
        && digits.match(node->text).hasMatch()) {
        if (const int number = node->text.toInt(); number >= least && number <= most)
            return number;
    }
    complain(key, u"a whole number from %1 to %2"_s.arg(least).arg(most));
    return least;
}

int YamlFields::oneOf(const QString &key, const QStringList &names, std::optional<int> absent)
{
    const YamlNode *node = value(key, absent ? Presence::Optional : Presence::Required);
    if (!node)
        return absent.value_or(0);
    const qsizetype place = node->kind == YamlNode::Kind::Scalar ? names.indexOf(node->text) : -1;
    if (place < 0)
        complain(key, u"one of %1"_s.arg(names.join(u", "_s)));
    return static_cast<int>(qMax(qsizetype(0), place));
}

QList<YamlNode> YamlFields::list(const QString &key, int most, Presence presence)
{
    const YamlNode *node = value(key, presence);
    if (!node)
        return {};
    const bool fits = node->kind == YamlNode::Kind::List && node->items.size() <= most
                      && (presence == Presence::Optional || !node->items.isEmpty());
    if (fits)
        return node->items;
    complain(key, u"a list of %1 to %2 items"_s.arg(presence == Presence::Required ? 1 : 0).arg(most));
    return {};
}

QString YamlFields::path(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

QString YamlFields::itemPath(const QString &key, qsizetype index) const
{
    return u"%1[%2]"_s.arg(path(key)).arg(index);
}

int YamlFields::line(const QString &key) const
{
    const YamlEntry *found = entry(key);
    return found ? found->line : m_node.line;
}

void YamlFields::complain(const QString &key, const QString &expected)
{
    m_problems.add(line(key), path(key), expected);
}

const YamlEntry *YamlFields::entry(const QString &key) const
{
    for (const YamlEntry &entry : m_node.entries) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

std::optional<QString> scalarText(const YamlNode &node, int most)
{
    if (node.kind != YamlNode::Kind::Scalar)
        return std::nullopt;
    const auto text = domain::checkedText(node.text, QString(), 1, most);
    return text ? std::optional(*text) : std::nullopt;
}

} // namespace gatehouse::formats
