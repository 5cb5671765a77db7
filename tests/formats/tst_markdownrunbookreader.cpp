#include "formats/markdownrunbookreader.h"

#include "support/testmain.h"

#include <QElapsedTimer>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestMarkdownRunbookReader : public QObject
{
    Q_OBJECT

    static QByteArray front()
    {
        return "---\n"                                 // 1
               "id: dlq-growth\n"                      // 2
               "title: Dead-letter queue growth\n"     // 3
               "kind: troubleshooting\n"               // 4
               "symptom: DLQ growth\n"                 // 5
               "owner: Platform team\n"                // 6
               "version: 3\n"                          // 7
               "reviewed: 2026-11-22\n"                // 8
               "review_every_days: 180\n"              // 9
               "minutes: 6\n"                          // 10
               "aliases: docs/dlq.md, docs/queue.md\n" // 11
               "values: partner.name\n"                // 12
               "---\n";                                // 13
    }
    static QByteArray body()
    {
        return "# Dead-letter queue growth\n"                    // 14
               "\n"                                              // 15
               "Events wait. See [notes](#notes).\n"             // 16
               "\n"                                              // 17
               "## 1. Find out *what* fails {#find}\n"           // 18
               "\n"                                              // 19
               "| Code | Meaning |\n"                            // 20
               "| --- | --- |\n"                                 // 21
               "| 503 | busy, [approvals](approvals.md) |\n"     // 22
               "\n"                                              // 23
               "```sh\n"                                         // 24
               "# not a heading\n"                               // 25
               "gatehouse-admin partner show {{partner.slug}}\n" // 26
               "```\n"                                           // 27
               "\n"                                              // 28
               "## Notes\n"                                      // 29
               "\n"                                              // 30
               "> **Careful.** `<b>` is text here.\n";           // 31
    }

    // "line problem arguments" of each finding; empty when the page is taken.
    static QStringList said(const QByteArray &bytes, const QString &name = u"dlq-growth.md"_s)
    {
        const auto reading = formats::MarkdownRunbookReader().read(bytes, name);
        QStringList lines;
        for (const auto &finding : reading.findings)
            lines.append(u"%1 %2"_s.arg(finding.line).arg(finding.arguments.join(u'|')).trimmed());
        if (reading.runbook.has_value() != lines.isEmpty())
            lines.append(u"findings and a page"_s);
        return lines;
    }
    static std::optional<domain::RunbookProblem> firstProblem(const QByteArray &bytes, const QString &name)
    {
        const auto reading = formats::MarkdownRunbookReader().read(bytes, name);
        return reading.findings.isEmpty() ? std::optional<domain::RunbookProblem>() : reading.findings.first().problem;
    }

private Q_SLOTS:
    void readsEveryKey()
    {
        const auto reading = formats::MarkdownRunbookReader().read(front() + body(), u"dlq-growth.md"_s);
        QVERIFY2(reading.runbook, qPrintable(said(front() + body()).join(u'\n')));
        const auto &page = *reading.runbook;
        QCOMPARE(page.id, u"dlq-growth"_s);
        QCOMPARE(page.title, u"Dead-letter queue growth"_s);
        QCOMPARE(page.kind, domain::RunbookKind::Troubleshooting);
        QCOMPARE(page.symptom, u"DLQ growth"_s);
        QCOMPARE(page.owner, u"Platform team"_s);
        QCOMPARE(page.version, 3);
        QCOMPARE(page.reviewed, QDate(2026, 11, 22));
        QCOMPARE(page.reviewEveryDays, 180);
        QCOMPARE(page.minutes, 6);
        QCOMPARE(page.aliases, (QStringList{u"docs/dlq.md"_s, u"docs/queue.md"_s}));
        QCOMPARE(page.values, QStringList{u"partner.name"_s});
        QCOMPARE(page.firstLine, 14);
    }

    void readsSectionsStepsLinksAndCommands()
    {
        const auto reading = formats::MarkdownRunbookReader().read(front() + body(), u"dlq-growth.md"_s);
        QVERIFY(reading.runbook);
        const auto &page = *reading.runbook;
        QCOMPARE(page.sections.size(), 3);
        QCOMPARE(page.sections[0].id, QString());
        QCOMPARE(page.sections[0].words, u"Events wait. See notes."_s);
        QCOMPARE(page.sections[1].id, u"find"_s);
        QCOMPARE(page.sections[1].title, u"1. Find out what fails"_s);
        QCOMPARE(page.sections[1].kind, domain::SectionKind::Step);
        QCOMPARE(page.sections[1].line, 18);
        QVERIFY(page.sections[1].markdown.startsWith(u"| Code"));
        QVERIFY(page.sections[1].markdown.endsWith(u"```"));
        QVERIFY2(page.sections[1].words.startsWith(u"Code Meaning 503 busy, approvals # not"),
                 qPrintable(page.sections[1].words));
        QCOMPARE(page.sections[2].id, u"notes"_s);
        QCOMPARE(page.sections[2].kind, domain::SectionKind::Text);
        QCOMPARE(page.links.size(), 2);
        QCOMPARE(page.links[0].target, u"#notes"_s);
        QCOMPARE(page.links[0].line, 16);
        QCOMPARE(page.links[1].target, u"approvals.md"_s);
        QCOMPARE(page.commands.size(), 2);
        QCOMPARE(page.commands[1].text, u"gatehouse-admin partner show {{partner.slug}}"_s);
        QCOMPARE(page.commands[1].line, 26);
    }

    void takesWindowsLineEndsAndAByteOrderMark()
    {
        QCOMPARE(said("\xEF\xBB\xBF" + QByteArray(front() + body()).replace("\n", "\r\n")), QStringList());
    }

    void refusesFrontMatterThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *from, const char *to, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << expected;
        };
        row("unknown key", "minutes: 6", "minutes: 6\nauthor: me", {u"11 author"_s});
        row("no key", "minutes: 6", "minutes: 6\njust words", {u"11 just words"_s});
        row("key twice", "minutes: 6", "minutes: 6\nminutes: 7", {u"11 minutes"_s});
        row("missing key", "owner: Platform team\n", "", {u"1 owner"_s});
        row("missing symptom", "symptom: DLQ growth\n", "", {u"1 symptom"_s});
        row("symptom of a procedure", "kind: troubleshooting", "kind: procedure",
            {u"5 symptom|only where kind is troubleshooting"_s});
        row("empty title", "title: Dead-letter queue growth", "title:", {u"3 title|1 to 120 characters"_s});
        row("kind", "kind: troubleshooting", "kind: guide",
            {u"4 kind|one of troubleshooting, procedure, reference, dashboard, template"_s,
             u"5 symptom|only where kind is troubleshooting"_s});
        row("date that doesn't exist", "2026-11-22", "2026-02-30", {u"8 reviewed|a date as 2026-03-01"_s});
        row("date in another order", "2026-11-22", "22.11.2026", {u"8 reviewed|a date as 2026-03-01"_s});
        row("version", "version: 3", "version: 0", {u"7 version|a whole number from 1 to 100000"_s});
        row("days", "review_every_days: 180", "review_every_days: soon",
            {u"9 review_every_days|a whole number from 1 to 100000"_s});
        row("id with a path", "id: dlq-growth", "id: ../etc",
            {u"2 id|1 to 64 lower-case letters, digits and hyphens"_s});
        row("another file's id", "id: dlq-growth", "id: dlq", {u"1 dlq|dlq-growth"_s});
        row("alias twice", "docs/queue.md", "docs/dlq.md", {u"11 aliases|each name once, between commas"_s});
        row("not begun", "---\nid: ", "id: ", {u"1"_s});
        row("not ended", "values: partner.name\n---\n", "values: partner.name\n", {u"1"_s});
    }
    void refusesFrontMatterThatIsWrong()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QStringList, expected);
        QByteArray bytes = front() + body();
        QVERIFY(bytes.contains(from));
        QCOMPARE(said(bytes.replace(bytes.indexOf(from), from.size(), to)), expected);
    }

    void refusesTextThatIsWrong_data()
    {
        using Problem = domain::RunbookProblem;
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &text, Problem problem, const QStringList &expected) {
            QTest::newRow(name) << text << problem << expected;
        };
        const QByteArray title = "# T\n";
        row("HTML block", title + "\n<script>\nalert(1)\n</script>\n", Problem::Html,
            {u"16 <script> alert(1) </script>"_s});
        row("HTML in a line", title + "\nSay <b>no</b>.\n", Problem::Html, {u"16 <b>"_s, u"16 </b>"_s});
        row("a word in angle brackets", title + "\nrun show <slug>\n", Problem::Html, {u"16 <slug>"_s});
        row("HTML comment", title + "\n<!-- hidden -->\n", Problem::Html, {u"16 <!-- hidden -->"_s});
        row("picture", title + "\n![x](a.png)\n", Problem::Picture, {u"16 a.png"_s});
        row("nothing", "", Problem::NoTitle, {u"14"_s});
        row("text before the title", "Hello\n\n# T\n", Problem::NoTitle, {u"14"_s});
        row("two titles", title + "\n# U\n", Problem::NoTitle, {u"16"_s});
        row("begins deeper", "## T\n", Problem::NoTitle, {u"14"_s});
        row("too deep", title + "\n##### T\n", Problem::HeadingDeep, {u"16 5"_s});
        row("section twice", title + "\n## A {#a}\n\n## B {#a}\n", Problem::SectionTwice, {u"18 a"_s});
        row("control character", title + "\na\x1b[2J\n", Problem::Forbidden, {u"16 U+001B"_s});
        row("NUL", title + QByteArray("a\0b\n", 4), Problem::Forbidden, {u"15 U+0000"_s});
        row("lone carriage return", title + "a\rb\n", Problem::Forbidden, {u"15 U+000D"_s});
        row("turned around", title + "a \u202e b\n", Problem::Forbidden, {u"15 U+202E"_s});
        row("no UTF-8", title + "caf\xe9\n", Problem::NotUtf8, {u"0"_s});
        row("lone surrogate", title + "\xed\xa0\x80\n", Problem::NotUtf8, {u"0"_s});
        row("long line", title + QByteArray(4001, 'a'), Problem::TooLarge, {u"15 4000|characters a line"_s});
        row("long paragraph", title + "\n" + QByteArray(100, 'a').append('\n').repeated(159), Problem::TooLarge,
            {u"174 16000|characters a paragraph"_s});
        row("many lines", title + "\n" + QByteArray(10001, '\n'), Problem::TooLarge, {u"0 10000|lines"_s});
        row("large", title + QByteArray(512 * 1024, '\n'), Problem::TooLarge, {u"0 512|KiB"_s});
    }
    void refusesTextThatIsWrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const domain::RunbookProblem, problem);
        QFETCH(const QStringList, expected);
        QCOMPARE(said(front() + text), expected);
        QCOMPARE(firstProblem(front() + text, u"dlq-growth.md"_s), problem);
    }

    // What has kept parsers of Markdown busy for hours elsewhere.
    void isDoneSoonWithHostileText_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece :
             {"[",    "[a](", "![[]()", "*a ", "_a_*",     "`",   "`a``", "<!A ", "<?", "<![CDATA[", ">",     "- ",
              "a**b", "&",    "\\",     "|",   "[a]: x\n", "[a]", "(",    "* * ", "<a", "#",         "~~~\n", "1. "})
            QTest::newRow(piece) << QByteArray(piece);
    }
    void isDoneSoonWithHostileText()
    {
        QFETCH(const QByteArray, piece);
        const qsizetype mostLine = formats::MarkdownRunbookReader::mostLineLength;
        const qsizetype mostParagraph = formats::MarkdownRunbookReader::mostParagraphLength - 100;
        const QByteArray line = piece.repeated(piece.endsWith('\n') ? 1 : mostLine / piece.size()) + '\n';
        const QByteArray paragraph = line.repeated(std::min<qsizetype>(mostParagraph / line.size(), 300)) + '\n';
        QByteArray text = "# T\n\n";
        for (qsizetype lines = 2; text.size() + paragraph.size() < 500 * 1024 && lines < 9000;
             lines += paragraph.count('\n'))
            text += paragraph;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(text.size() < 512 * 1024);
        (void)formats::MarkdownRunbookReader().read(front() + text, u"dlq-growth.md"_s);
        QVERIFY2(timer.elapsed() < 10000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    }
};

GATEHOUSE_TEST(TestMarkdownRunbookReader)
#include "tst_markdownrunbookreader.moc"
