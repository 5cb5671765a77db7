#include "store/sqliterunbooksearch.h"

#include "support/testmain.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestSqliteRunbookSearch : public QObject
{
    Q_OBJECT

    static domain::Runbook page(const QString &id, const QString &title, const QString &symptom, const QString &words,
                                const QList<domain::RunbookSection> &sections)
    {
        domain::Runbook runbook;
        runbook.id = id;
        runbook.title = title;
        runbook.symptom = symptom;
        runbook.sections.append({{}, title, 1, {}, 1, {}, words});
        runbook.sections += sections;
        return runbook;
    }
    static domain::RunbookSection section(const QString &id, const QString &title, const QString &words)
    {
        return {id, title, 2, {}, 1, {}, words};
    }

    static std::unique_ptr<store::SqliteRunbookSearch> made()
    {
        auto queue = page(u"dlq-growth"_s, u"Dead-letter queue growth"_s, u"DLQ growth"_s,
                          u"Events that failed every retry wait in the queue."_s,
                          {section(u"find"_s, u"1. Find out what is failing"_s,
                                   u"Look at the response codes. A café endpoint refuses."_s)});
        queue.aliases = QStringList{u"docs/runbooks/dlq-growth.md"_s};
        auto result = store::SqliteRunbookSearch::make(
            {queue,
             page(u"approvals"_s, u"Approvals"_s, {},
                  u"Who decides, and what a decision needs. A queue of decisions."_s,
                  {section(u"notes"_s, u"Notes and evidence"_s, u"A note has 20 characters at least."_s),
                   section(u"own-request"_s, u"Your own request"_s, u"Nobody decides on it alone."_s)}),
             page(u"access"_s, u"Production access"_s, {}, u"Closed until approved."_s,
                  {section(u"gates"_s, u"Access gates"_s, u"Which there are. A note on growth."_s)})},
            {{u"approvals#notes"_s, u"error code note-too-short"_s, u"note-too-short"_s},
             {u"access#gates"_s, u"invoice.create"_s, u"invoice.create"_s}});
        return result ? *std::move(result) : nullptr;
    }
    // "runbook#section ..." of each hit; "nearest:" before those that are no real ones.
    static QString found(const QString &text, int most = 10)
    {
        const auto search = made();
        if (!search)
            return u"not made"_s;
        const auto hits = search->search(text, most);
        if (!hits)
            return u"error "_s + QString(base::errorCodeName(hits.error().code)) + hits.error().subject;
        QStringList names;
        for (const auto &hit : hits->hits)
            names.append(hit.section.isEmpty() ? hit.runbook : hit.runbook + u'#' + hit.section);
        return (hits->kind == domain::RunbookHits::Kind::Nearest ? u"nearest: "_s : QString()) + names.join(u' ');
    }

private Q_SLOTS:
    void findsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("title before text", u"growth"_s, u"dlq-growth access#gates"_s);
        row("title before a mention", u"queue"_s, u"dlq-growth approvals"_s);
        row("symptom", u"dlq"_s, u"dlq-growth"_s);
        row("beginning of a word", u"evid"_s, u"approvals#notes"_s);
        row("without accents", u"cafe"_s, u"dlq-growth#find"_s);
        row("with accents", u"CAFÉ"_s, u"dlq-growth#find"_s);
        row("accent of its own", u"cafe\u0301"_s, u"dlq-growth#find"_s);
        row("words of title and section", u"dead response"_s, u"dlq-growth#find"_s);
        row("error code", u"note-too-short"_s, u"approvals#notes"_s);
        row("access gate", u"invoice.create"_s, u"access#gates"_s);
        row("path of the sources", u"docs/runbooks/dlq-growth.md"_s, u"dlq-growth"_s);
        row("nothing", u""_s, u""_s);
        row("only punctuation", u"\"*^:()-+"_s, u""_s);
        row("one word of two", u"evidence zebra"_s, u"nearest: approvals#notes"_s);
        row("misspelt", u"aproval"_s, u"nearest: approvals"_s);
        row("nothing like it", u"zzzz"_s, u"nearest: "_s);
    }
    void findsWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(found(text), expected);
    }

    // Whatever is typed is words; none of it is syntax, and none of it is an error.
    void takesNothingForSyntax_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"\"queue", "queue\"", "queue\" OR \"x", "queue*", "^queue", "title:queue", "queue)",
                                 "(queue", "'queue'", "queue;", "{title}: queue", "queue --", "-queue", "+queue"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void takesNothingForSyntax()
    {
        QFETCH(const QString, text);
        const QString answer = found(text);
        QVERIFY2(answer.startsWith(u"dlq-growth") || answer.startsWith(u"nearest: dlq-growth"), qPrintable(answer));
        QVERIFY(!answer.contains(u"error"));
    }
    void operatorsAreWords()
    {
        QCOMPARE(found(u"queue AND decisions"_s), u"approvals"_s); // "and" stands there
        QVERIFY(found(u"queue NEAR decisions"_s).startsWith(u"nearest: "));
        QVERIFY(found(QString(100000, u'a')).startsWith(u"nearest: "));
        QVERIFY(!found(QStringList(1000, u"queue"_s).join(u' ')).contains(u"error"));
        QVERIFY(!found(QString(QChar(0)) + u"queue"_s + QChar(0xD800)).contains(u"error"));
    }

    void givesNoMoreThanWasAskedFor() { QCOMPARE(found(u"growth"_s, 1), u"dlq-growth"_s); }

    void marksWhatWasSearchedFor()
    {
        const auto search = made();
        QVERIFY(search);
        const auto hits = search->search(u"resp endpoint"_s, 10);
        QVERIFY(hits);
        QCOMPARE(hits->hits.size(), 1);
        const auto &hit = hits->hits.first();
        QCOMPARE(hit.title, u"Dead-letter queue growth"_s);
        QCOMPARE(hit.heading, u"1. Find out what is failing"_s);
        QStringList marked;
        for (const auto &mark : hit.marks)
            marked.append(hit.snippet.mid(mark.from, mark.length));
        QCOMPARE(marked, (QStringList{u"response"_s, u"endpoint"_s}));
    }
};

GATEHOUSE_TEST(TestSqliteRunbookSearch)
#include "tst_sqliterunbooksearch.moc"
