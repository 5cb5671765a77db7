#include "store/sqliterunbooksearch.h"

#include "store/connection.h"
#include "store/statement.h"

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Runbook;
using domain::RunbookHit;
using domain::RunbookHits;
using domain::RunbookReference;
using domain::RunbookSection;

namespace {

constexpr qsizetype wordsMost = 12;
constexpr qsizetype wordMost = 64; // characters
constexpr int nearestMost = 3;
constexpr QChar markBegin(2); // the reader of runbooks lets no control character in
constexpr QChar markEnd(3);

// The words of what somebody typed. Only letters, digits and their marks are kept, so that no quote and no operator of
// FTS5 is ever among them.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool hasLetter = false;
    const auto end = [&] {
        if (hasLetter && words.size() < wordsMost)
            words.append(word);
        word.clear();
        hasLetter = false;
    };
    for (const char32_t character : text.toUcs4()) {
        const bool isLetter = QChar::isLetterOrNumber(character);
        if (!isLetter && !QChar::isMark(character)) {
            end();
        } else if (word.size() < wordMost) {
            word += QString::fromUcs4(&character, 1);
            hasLetter = hasLetter || isLetter;
        }
    }
    end();
    return words;
}

// "dlq"* AND "growth"*
QString prefixQuery(const QStringList &words, QLatin1StringView joint)
{
    QStringList parts;
    for (const QString &word : words)
        parts.append(u'"' + word + u"\"*"_s);
    return u'(' + parts.join(joint) + u')';
}

void setSnippet(RunbookHit &hit, const QString &marked)
{
    int from = -1;
    for (const QChar character : marked) {
        if (character == markBegin) {
            from = int(hit.snippet.size());
        } else if (character == markEnd) {
            if (from >= 0)
                hit.marks.append({from, int(hit.snippet.size()) - from});
            from = -1;
        } else {
            hit.snippet += character;
        }
    }
}

void addNew(QList<RunbookHit> &hits, const QList<RunbookHit> &more, int most)
{
    for (const RunbookHit &hit : more) {
        const bool isThere = std::any_of(hits.cbegin(), hits.cend(),
                                         [&hit](const RunbookHit &other) { return other.runbook == hit.runbook; });
        if (!isThere && hits.size() < most)
            hits.append(hit);
    }
}

} // namespace

SqliteRunbookSearch::SqliteRunbookSearch(std::unique_ptr<Connection> connection, QList<Runbook> runbooks)
    : m_connection(std::move(connection)), m_runbooks(std::move(runbooks))
{ }

SqliteRunbookSearch::~SqliteRunbookSearch() = default;

Result<std::unique_ptr<SqliteRunbookSearch>> SqliteRunbookSearch::make(const QList<Runbook> &runbooks,
                                                                       const QList<RunbookReference> &references)
{
    auto connection = Connection::openSqliteMemory();
    if (!connection)
        return connection.error();
    std::unique_ptr<SqliteRunbookSearch> made(new SqliteRunbookSearch(*std::move(connection), runbooks));
    if (auto begun = made->m_connection->begin(domain::Access::Write); !begun)
        return begun.error();
    if (auto filled = made->fill(references); !filled) {
        made->m_connection->rollback();
        return filled.error();
    }
    if (auto done = made->m_connection->commit(); !done)
        return done.error();
    return made;
}

Result<void> SqliteRunbookSearch::fill(const QList<RunbookReference> &references)
{
    QHash<QString, QStringList> codes; // "id#section" -> what is searched for there
    for (const RunbookReference &reference : references)
        codes[reference.target].append(reference.code);
    auto made =
        Statement(*m_connection,
                  u"CREATE VIRTUAL TABLE pages USING fts5(runbook UNINDEXED, section UNINDEXED, title, symptom,"
                  " codes, heading, body, page, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"_s)
            .run();
    if (!made)
        return made;
    for (const Runbook &runbook : m_runbooks) {
        for (const RunbookSection &section : runbook.sections) {
            const QStringList own = codes.value(runbook.reference(section.id));
            if (auto added = add(runbook, section, own.join(u' ')); !added)
                return added;
        }
    }
    return {};
}

// Title and symptom stand in the row of the page; in those of its sections they only help a search whose words stand
// in both.
Result<void> SqliteRunbookSearch::add(const Runbook &runbook, const RunbookSection &section, const QString &codes)
{
    const bool isPage = section.id.isEmpty();
    const QString names = u' ' + runbook.id + u' ' + runbook.aliases.join(u' ');
    return Statement(*m_connection, u"INSERT INTO pages (runbook, section, title, symptom, codes, heading, body, page)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(runbook.id)
        .bind(section.id)
        .bind(isPage ? runbook.title : QString())
        .bind(isPage ? runbook.symptom : QString())
        .bind(isPage ? codes + names : codes)
        .bind(isPage ? QString() : section.title)
        .bind(section.words)
        .bind(isPage ? QString() : runbook.title + u' ' + runbook.symptom)
        .run();
}

Result<RunbookHits> SqliteRunbookSearch::search(const QString &text, int most)
{
    const QStringList words = wordsOf(text);
    RunbookHits found;
    if (words.isEmpty())
        return found;
    const QString all = prefixQuery(words, QLatin1StringView(" AND "));
    for (const QString &columns : {u"{title symptom codes} : "_s, u"{codes heading} : "_s, QString()}) {
        if (found.hits.size() >= most)
            break;
        // Several sections of a runbook may match, and one of them is shown.
        auto more = matching(columns + all, most * 8);
        if (!more)
            return more.error();
        addNew(found.hits, *more, most);
    }
    return found.hits.isEmpty() ? nearest(text, words) : found;
}

Result<RunbookHits> SqliteRunbookSearch::nearest(const QString &text, const QStringList &words)
{
    RunbookHits found{RunbookHits::Kind::Nearest, {}};
    for (const QString &id : domain::runbooksLike(m_runbooks, text, nearestMost)) {
        RunbookHit hit;
        hit.runbook = id;
        hit.title = runbook(id)->title;
        hit.snippet = runbook(id)->sections.value(0).words;
        addNew(found.hits, {hit}, nearestMost);
    }
    auto more = matching(prefixQuery(words, QLatin1StringView(" OR ")), nearestMost * 8);
    if (!more)
        return more.error();
    addNew(found.hits, *more, nearestMost);
    return found;
}

Result<QList<RunbookHit>> SqliteRunbookSearch::matching(const QString &query, int most)
{
    // The weights follow the columns, the two that are not indexed among them.
    return Statement(
               *m_connection,
               u"SELECT runbook, section, snippet(pages, 6, char(2), char(3), ?, 16) FROM pages"
               " WHERE pages MATCH ? ORDER BY bm25(pages, 0, 0, 10, 10, 8, 5, 1, 0.5), runbook, section LIMIT ?"_s)
        .bind(u"\u2026"_s)
        .bind(query)
        .bind(most)
        .list<RunbookHit>([this](const Row &row) -> Result<RunbookHit> {
            RunbookHit hit;
            hit.runbook = row.text(0);
            hit.section = row.text(1);
            const Runbook *page = runbook(hit.runbook);
            hit.title = page->title;
            if (!hit.section.isEmpty())
                hit.heading = page->section(hit.section)->title;
            setSnippet(hit, row.text(2));
            return hit;
        });
}

const Runbook *SqliteRunbookSearch::runbook(const QString &id) const
{
    return &*std::find_if(m_runbooks.cbegin(), m_runbooks.cend(),
                          [&id](const Runbook &runbook) { return runbook.id == id; });
}

} // namespace gatehouse::store
