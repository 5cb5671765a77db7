#include "formats/markdownrunbookreader.h"

#include "formats/frontmatter.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <memory>

#include <cmark.h>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using domain::Runbook;
using domain::RunbookFinding;
using domain::RunbookSection;
using domain::SectionKind;
using Problem = domain::RunbookProblem;

namespace {

struct ReleaseNode
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, ReleaseNode>;
struct ReleaseIterator
{
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

constexpr int deepestHeading = 4;

// Marks that reorder or hide their neighbours, besides control characters.
bool isForbidden(char16_t unit)
{
    const QChar character(unit);
    if (unit == u'\n' || unit == u'\t')
        return false;
    return character.category() == QChar::Other_Control || unit == 0xFFFD || unit == 0xFEFF
           || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

// Calls `visit` for the node and everything below it, in the order of the text.
template <class Visit>
void walkNodes(cmark_node *root, const Visit &visit)
{
    const std::unique_ptr<cmark_iter, ReleaseIterator> iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event == CMARK_EVENT_ENTER)
            visit(cmark_iter_get_node(iterator.get()));
    }
}

// Inline nodes have no line of their own in cmark 0.30 where they stand in a line further down: their block's counts.
int lineOfNode(cmark_node *node)
{
    for (; node; node = cmark_node_parent(node)) {
        if (const int line = cmark_node_get_start_line(node); line > 0)
            return line;
    }
    return 1;
}

QString literalOf(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

bool isLeaf(cmark_node_type type)
{
    return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
}

QString wordsBelow(cmark_node *root)
{
    QString words;
    walkNodes(root, [&words](cmark_node *node) {
        const auto type = cmark_node_get_type(node);
        if (isLeaf(type))
            words += literalOf(node);
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || type <= CMARK_NODE_LAST_BLOCK)
            words += u' ';
    });
    return words;
}

// Lines and columns of tables, which are no part of CommonMark, mean nothing to a search.
QString searchable(QString words)
{
    static const QRegularExpression rules(u"\\||:?-{3,}:?"_s);
    return words.replace(rules, u" "_s).simplified();
}

// One file, read from beginning to end.
class RunbookFile
{
public:
    explicit RunbookFile(const QString &fileName) { m_page.file = fileName; }

    MarkdownRunbookReader::Reading read(const QByteArray &bytes)
    {
        if (const auto text = decoded(bytes)) {
            const int front = readFrontMatter(*text, m_page, m_findings);
            if (front > 0)
                readBody(*text, front);
        }
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const RunbookFinding &a, const RunbookFinding &b) { return a.line < b.line; });
        if (!m_findings.isEmpty())
            return {std::nullopt, std::move(m_findings)};
        return {std::move(m_page), {}};
    }

private:
    void find(Problem problem, int line, const QStringList &arguments = {})
    {
        m_findings.append({problem, m_page.file, line, arguments});
    }

    // Its lines, without their ends.
    std::optional<QStringList> decoded(const QByteArray &bytes)
    {
        if (bytes.size() > MarkdownRunbookReader::mostBytes) {
            find(Problem::TooLarge, 0, {QString::number(MarkdownRunbookReader::mostBytes / 1024), u"KiB"_s});
            return {};
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        QString text = decoder(bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes);
        if (decoder.hasError()) {
            find(Problem::NotUtf8, 0);
            return {};
        }
        text.replace(u"\r\n"_s, u"\n"_s);
        const QStringList lines = text.split(u'\n');
        if (lines.size() > MarkdownRunbookReader::mostLines)
            find(Problem::TooLarge, 0, {QString::number(MarkdownRunbookReader::mostLines), u"lines"_s});
        qsizetype paragraph = 0;
        for (int at = 0; at < lines.size(); ++at) {
            checkLine(lines[at], at + 1);
            const qsizetype before = paragraph;
            paragraph = lines[at].trimmed().isEmpty() ? 0 : paragraph + lines[at].size() + 1;
            constexpr qsizetype most = MarkdownRunbookReader::mostParagraphLength;
            if (before <= most && paragraph > most)
                find(Problem::TooLarge, at + 1, {QString::number(most), u"characters a paragraph"_s});
        }
        return m_findings.isEmpty() ? std::optional(lines) : std::nullopt;
    }

    void checkLine(const QString &line, int number)
    {
        if (line.size() > MarkdownRunbookReader::mostLineLength)
            find(Problem::TooLarge, number,
                 {QString::number(MarkdownRunbookReader::mostLineLength), u"characters a line"_s});
        const auto bad = std::find_if(line.cbegin(), line.cend(), [](QChar c) { return isForbidden(c.unicode()); });
        if (bad != line.cend())
            find(Problem::Forbidden, number,
                 {u"U+"_s + QString::number(bad->unicode(), 16).toUpper().rightJustified(4, u'0')});
    }

    void readBody(const QStringList &lines, int front)
    {
        if (!m_page.id.isEmpty() && m_page.file != m_page.id + u".md"_s)
            find(Problem::NameDiffers, 1, {m_page.id, QString(m_page.file).remove(u".md"_s)});
        m_body = lines.mid(front);
        m_page.text = m_body.join(u'\n');
        m_page.firstLine = front + 1;
        const QByteArray utf8 = m_page.text.toUtf8();
        const Document document(cmark_parse_document(utf8.constData(), std::size_t(utf8.size()), CMARK_OPT_DEFAULT));
        readSections(document.get());
        walkNodes(document.get(), [this](cmark_node *node) { readNode(node); });
    }

    int lineInFile(cmark_node *node) const { return lineOfNode(node) + m_page.firstLine - 1; }

    void readSections(cmark_node *document)
    {
        int bodyFrom = 0; // line of m_body
        for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
            if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
                endSection(bodyFrom, cmark_node_get_start_line(node) - 1);
                beginSection(node);
                bodyFrom = cmark_node_get_end_line(node);
            } else if (m_page.sections.isEmpty()) {
                find(Problem::NoTitle, lineInFile(node));
                return;
            } else {
                m_words += wordsBelow(node) + u' ';
            }
        }
        endSection(bodyFrom, int(m_body.size()));
        if (m_page.sections.isEmpty())
            find(Problem::NoTitle, m_page.firstLine);
    }

    void beginSection(cmark_node *heading)
    {
        static const QRegularExpression named(u"^(.*\\S)\\s*\\{#([a-z0-9-]+)\\}$"_s);
        static const QRegularExpression numbered(u"^\\d+\\.\\s"_s);
        RunbookSection section;
        section.level = cmark_node_get_heading_level(heading);
        section.line = lineInFile(heading);
        section.title = wordsBelow(heading).simplified();
        if (const auto match = named.match(section.title); match.hasMatch()) {
            section.title = match.captured(1);
            section.id = match.captured(2);
        }
        const bool isTitle = section.level == 1;
        if (isTitle != m_page.sections.isEmpty())
            find(Problem::NoTitle, section.line);
        if (section.level > deepestHeading)
            find(Problem::HeadingDeep, section.line, {QString::number(section.level)});
        if (isTitle)
            section.id.clear();
        else if (section.id.isEmpty())
            section.id = domain::headingSlug(section.title);
        if (section.level == 2 && numbered.match(section.title).hasMatch())
            section.kind = SectionKind::Step;
        if (!isTitle && m_page.section(section.id))
            find(Problem::SectionTwice, section.line, {section.id});
        m_page.sections.append(section);
    }

    void endSection(int from, int to)
    {
        if (!m_page.sections.isEmpty()) {
            RunbookSection &section = m_page.sections.last();
            section.markdown = m_body.mid(from, to - from).join(u'\n').trimmed();
            section.words = searchable(m_words);
        }
        m_words.clear();
    }

    void readNode(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            find(Problem::Html, lineInFile(node), {literalOf(node).simplified().left(40)});
            break;
        case CMARK_NODE_IMAGE:
            find(Problem::Picture, lineInFile(node), {QString::fromUtf8(cmark_node_get_url(node))});
            break;
        case CMARK_NODE_LINK:
            m_page.links.append({QString::fromUtf8(cmark_node_get_url(node)), lineInFile(node)});
            break;
        case CMARK_NODE_CODE_BLOCK: readCode(node); break;
        default: break;
        }
    }

    void readCode(cmark_node *node)
    {
        if (QString::fromUtf8(cmark_node_get_fence_info(node)) != u"sh")
            return;
        int line = lineInFile(node) + 1; // below the fence
        for (const QString &text : literalOf(node).split(u'\n')) {
            if (!text.trimmed().isEmpty())
                m_page.commands.append({text, line});
            ++line;
        }
    }

    Runbook m_page;
    QStringList m_body;
    QString m_words; // of the section under way
    QList<RunbookFinding> m_findings;
};

} // namespace

MarkdownRunbookReader::Reading MarkdownRunbookReader::read(const QByteArray &bytes, const QString &fileName) const
{
    return RunbookFile(fileName).read(bytes);
}

} // namespace gatehouse::formats
