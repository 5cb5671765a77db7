#include "formats/yamlnode.h"

#include <QStringDecoder>

#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace gatehouse::formats {

namespace {

using namespace Qt::StringLiterals;

// Leaves the parser from inside a handler; caught in readYaml.
struct Refusal : std::exception
{
    explicit Refusal(YamlProblem what) : problem(std::move(what)) { }
    YamlProblem problem;
};

// yaml-cpp's Node resolves aliases and hides the lines of keys, so the tree is made from its events.
class TreeBuilder final : public YAML::EventHandler
{
public:
    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(nodeAt(mark, YamlNode::Kind::Nothing));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        throw Refusal({lineOf(mark), u"alias: anchors and aliases are not used in playbooks; repeat the text"_s});
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        YamlNode node = nodeAt(mark, YamlNode::Kind::Scalar);
        node.text = QString::fromStdString(value);
        node.style = tag == "!" ? YamlNode::Style::Quoted : YamlNode::Style::Plain;
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        YamlNode node;
        std::optional<YamlEntry> entry; // of a Map: its key was read, its value comes next
    };

    static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }

    static YamlNode nodeAt(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        YamlNode node;
        node.kind = kind;
        node.line = lineOf(mark);
        return node;
    }

    static void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            throw Refusal({lineOf(mark), u"anchor: anchors and aliases are not used in playbooks; repeat the text"_s});
    }

    static void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        // "?" and "!" are what the parser calls an untagged plain and an untagged quoted node.
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal({lineOf(mark), u"tag: tags are not used in playbooks"_s});
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (expectsKey())
            throw Refusal({lineOf(mark), u"key: text, not a list or a mapping"_s});
        if (m_open.size() >= yamlMostDepth)
            throw Refusal({lineOf(mark), u"nesting: at most %1 levels"_s.arg(yamlMostDepth)});
        m_open.push_back({nodeAt(mark, kind), std::nullopt});
    }

    void close()
    {
        YamlNode node = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(node));
    }

    bool expectsKey() const
    {
        return !m_open.empty() && m_open.back().node.kind == YamlNode::Kind::Map && !m_open.back().entry;
    }

    void add(YamlNode node)
    {
        if (!m_open.empty() && m_open.back().node.items.size() + m_open.back().node.entries.size() >= yamlMostItems)
            throw Refusal({node.line, u"list: at most %1 items"_s.arg(yamlMostItems)});
        if (m_open.empty()) {
            m_root = std::move(node);
        } else if (expectsKey()) {
            if (node.kind != YamlNode::Kind::Scalar)
                throw Refusal({node.line, u"key: text"_s});
            m_open.back().entry = YamlEntry{node.text, node.line, {}};
        } else if (Open &parent = m_open.back(); parent.entry) {
            parent.entry->value = std::move(node);
            parent.node.entries.append(*std::exchange(parent.entry, std::nullopt));
        } else {
            parent.node.items.append(std::move(node));
        }
    }

    YamlNode m_root;
    std::vector<Open> m_open;
};

// What must not reach the parser: it would guess other encodings, and control characters would reach terminals.
std::optional<YamlProblem> unfitBytes(const QByteArray &bytes)
{
    if (bytes.size() > yamlMostBytes)
        return YamlProblem{1, u"file: at most 1 MiB"_s};
    int line = 1;
    for (const char byte : bytes) {
        if (byte == '\n')
            ++line;
        else if (byte != '\t' && byte != '\r' && (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f))
            return YamlProblem{line, u"file: text without control characters"_s};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (const qsizetype broken = text.indexOf(QChar::ReplacementCharacter); decoder.hasError() && broken >= 0)
        return YamlProblem{static_cast<int>(QStringView(text).left(broken).count(u'\n')) + 1, u"file: text in UTF-8"_s};
    if (decoder.hasError())
        return YamlProblem{line, u"file: text in UTF-8"_s};
    return std::nullopt;
}

} // namespace

YamlDocument readYaml(const QByteArray &bytes)
{
    if (auto problem = unfitBytes(bytes))
        return {{}, problem};
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder;
        if (!parser.HandleNextDocument(builder))
            return {{}, YamlProblem{1, u"file: a playbook; it is empty"_s}};
        YamlDocument document{builder.takeRoot(), std::nullopt};
        TreeBuilder rest;
        if (parser.HandleNextDocument(rest))
            return {{}, YamlProblem{qMax(1, rest.takeRoot().line), u"file: one YAML document, not several"_s}};
        return document;
    } catch (const Refusal &refusal) {
        return {{}, refusal.problem};
    } catch (const YAML::Exception &error) {
        return {{}, YamlProblem{qMax(1, error.mark.line + 1), u"yaml: %1"_s.arg(QString::fromStdString(error.msg))}};
    } catch (const std::exception &) {
        return {{}, YamlProblem{1, u"yaml: text that can be read"_s}};
    }
}

} // namespace gatehouse::formats
