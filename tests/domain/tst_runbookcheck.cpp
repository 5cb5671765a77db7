#include "domain/runbookcheck.h"

#include "support/testmain.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

// What is wrong with runbooks as a whole; those of the program are held against it in tst_words.
class TestRunbookCheck : public QObject
{
    Q_OBJECT

    const QDate m_today = QDate(2026, 11, 22);

    static domain::Runbook page(const QString &id, domain::RunbookKind kind = domain::RunbookKind::Procedure)
    {
        domain::Runbook runbook;
        runbook.id = id;
        runbook.file = id + u".md"_s;
        runbook.title = id;
        runbook.kind = kind;
        runbook.reviewed = QDate(2026, 11, 1);
        runbook.sections = {{{}, id, 1, {}, 12, {}, {}}, {u"notes"_s, u"Notes"_s, 2, {}, 14, {}, {}}};
        runbook.firstLine = 11;
        return runbook;
    }

    // "file:line problem argument ..." of each finding.
    QStringList said(const QList<domain::Runbook> &pages, const QList<domain::RunbookReference> &references = {}) const
    {
        QStringList lines;
        for (const auto &finding : domain::checkedRunbooks(pages, references, m_today)) {
            lines.append(u"%1:%2 %3 %4"_s
                             .arg(finding.place, QString::number(finding.line),
                                  QString(domain::runbookProblemName(finding.problem)), finding.arguments.join(u' '))
                             .trimmed());
        }
        return lines;
    }

private Q_SLOTS:
    void soundRunbooksHaveNoFindings()
    {
        auto one = page(u"one"_s);
        one.links = {{u"two.md#notes"_s, 20},
                     {u"#notes"_s, 21},
                     {u"two.md"_s, 22},
                     {u"gatehouse://board"_s, 23},
                     {u"gatehouse://partner/{{partner.slug}}/timeline"_s, 24}};
        one.text = u"{{partner.name}}"_s;
        one.commands = {{u"gatehouse-admin partner show {{partner.slug}}"_s, 30}};
        const auto two = page(u"two"_s, domain::RunbookKind::Reference);
        QCOMPARE(said({one, two}, {{u"one#notes"_s, u"error code x"_s}}), QStringList());
    }

    void aBrokenLinkIsFound()
    {
        auto one = page(u"one"_s);
        one.links = {{u"two.md"_s, 20}, {u"one.md#nots"_s, 21}, {u"#gone"_s, 22}};
        QCOMPARE(said({one}), (QStringList{u"one.md:20 link-broken two.md"_s, u"one.md:21 link-broken one.md#nots"_s,
                                           u"one.md:22 link-broken #gone"_s}));
    }

    void aLinkToAnywhereElseIsFound_data()
    {
        QTest::addColumn<QString>("target");
        for (const char *target : {"https://example.org", "http://one.md", "file:///etc/passwd", "javascript:alert(1)",
                                   "../one.md", "sub/one.md", "gatehouse://settings", "gatehouse://partner/calder/x",
                                   "gatehouse://board?x=1", "one.md?x", ""})
            QTest::newRow(*target ? target : "empty") << QString::fromLatin1(target);
    }
    void aLinkToAnywhereElseIsFound()
    {
        QFETCH(const QString, target);
        auto one = page(u"one"_s);
        one.links = {{target, 20}};
        QCOMPARE(said({one}), QStringList{u"one.md:20 link-foreign %1"_s.arg(target).trimmed()});
    }

    void aPlaceOfTheProgramThatLeadsNowhereIsFound()
    {
        QCOMPARE(
            said({page(u"one"_s)}, {{u"one#gone"_s, u"error code x"_s}, {u"two#notes"_s, u"gate y"_s}}),
            (QStringList{u"error code x:0 reference-broken one#gone"_s, u"gate y:0 reference-broken two#notes"_s}));
        QCOMPARE(said({page(u"one"_s)}, {{QString(), u"error code z"_s}}),
                 QStringList{u"error code z:0 reference-missing"_s});
    }

    void aReferencePageThatNothingLeadsToIsFound()
    {
        using Kind = domain::RunbookKind;
        auto lone = page(u"lone"_s, Kind::Reference);
        auto other = page(u"other"_s, Kind::Reference);
        lone.links = {{u"other.md"_s, 20}};
        other.links = {{u"lone.md"_s, 20}}; // a circle is no way in
        QCOMPARE(said({lone, other}), (QStringList{u"lone.md:0 orphan"_s, u"other.md:0 orphan"_s}));
        QCOMPARE(said({lone, other}, {{u"lone#notes"_s, u"gate"_s}}), QStringList());
        for (const Kind kind : {Kind::Troubleshooting, Kind::Procedure, Kind::Dashboard, Kind::Template}) {
            auto listed = page(u"listed"_s, kind);
            listed.links = {{u"lone.md"_s, 20}};
            QCOMPARE(said({listed, lone, other}), QStringList());
        }
    }

    void whatIsDueForReviewIsFound()
    {
        auto one = page(u"one"_s);
        one.reviewed = QDate(2026, 5, 25);
        one.reviewEveryDays = 180;
        QCOMPARE(said({one}), QStringList{u"one.md:0 stale 2026-05-25 2026-11-21"_s});
    }

    void unknownPlaceholdersAreFoundWithTheirLines()
    {
        auto one = page(u"one"_s);
        one.text = u"# one\n\n{{partner.colour}}"_s;
        one.values = QStringList{u"partner.size"_s};
        QCOMPARE(said({one}), (QStringList{u"one.md:1 placeholder-unknown partner.size"_s,
                                           u"one.md:13 placeholder-unknown partner.colour"_s}));
    }

    void whatPeopleTypedDoesNotBecomePartOfACommand()
    {
        auto one = page(u"one"_s);
        one.commands = {{u"gatehouse-admin partner show {{partner.name}}"_s, 30}, {u"echo {{partner.slug}}"_s, 31}};
        QCOMPARE(said({one}), QStringList{u"one.md:30 placeholder-typed partner.name"_s});
    }

    void aDoubledAliasIsFound()
    {
        auto one = page(u"one"_s);
        auto two = page(u"two"_s);
        one.aliases = QStringList{u"docs/one.md"_s};
        two.aliases = QStringList{u"docs/one.md"_s, u"one"_s};
        QCOMPARE(said({one, two}),
                 (QStringList{u"two.md:1 alias-twice docs/one.md one"_s, u"two.md:1 alias-twice one one"_s}));
    }
};

GATEHOUSE_TEST(TestRunbookCheck)
#include "tst_runbookcheck.moc"
