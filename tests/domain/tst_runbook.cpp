#include "domain/runbook.h"

#include "support/testmain.h"

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

class FixedRunbooks final : public domain::RunbookSource
{
public:
    explicit FixedRunbooks(QList<domain::Runbook> runbooks) : m_runbooks(std::move(runbooks)) { }
    const QList<domain::Runbook> &all() const override { return m_runbooks; }
    const QList<domain::RunbookFinding> &findings() const override { return m_findings; }

private:
    QList<domain::Runbook> m_runbooks;
    QList<domain::RunbookFinding> m_findings;
};

domain::Runbook runbookNamed(const QString &id, const QString &title, const QStringList &sections)
{
    domain::Runbook runbook;
    runbook.id = id;
    runbook.title = title;
    runbook.sections.append({{}, title, 1, {}, 1, {}, {}});
    for (const QString &section : sections)
        runbook.sections.append({section, section, 2, {}, 1, {}, {}});
    return runbook;
}

FixedRunbooks threeRunbooks()
{
    auto queue = runbookNamed(u"dlq-growth"_s, u"Dead-letter queue growth"_s, {u"find"_s, u"replay"_s});
    queue.symptom = u"DLQ growth"_s;
    queue.aliases = QStringList{u"docs/runbooks/dlq-growth.md"_s};
    return FixedRunbooks({queue, runbookNamed(u"approvals"_s, u"Approvals"_s, {u"notes"_s, u"expiry"_s}),
                          runbookNamed(u"workspace"_s, u"Workspace"_s, {u"busy"_s})});
}

} // namespace

class TestRunbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByIdFileAndAlias_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("expected"); // id#section, or what is called almost so
        QTest::newRow("id") << u"approvals"_s << u"approvals#"_s;
        QTest::newRow("section") << u"approvals#notes"_s << u"approvals#notes"_s;
        QTest::newRow("file") << u"approvals.md#notes"_s << u"approvals#notes"_s;
        QTest::newRow("alias") << u"docs/runbooks/dlq-growth.md"_s << u"dlq-growth#"_s;
        QTest::newRow("section of an alias") << u"docs/runbooks/dlq-growth.md#find"_s << u"dlq-growth#find"_s;
        QTest::newRow("misspelt") << u"aprovals"_s << u"not found: approvals"_s;
        QTest::newRow("symptom in other words") << u"growing DLQ"_s << u"not found: dlq-growth"_s;
        QTest::newRow("no such section") << u"approvals#expire"_s << u"not found: approvals#expiry approvals#notes"_s;
        QTest::newRow("nothing like it") << u"zzz"_s << u"not found: "_s;
        QTest::newRow("nothing") << u""_s << u"not found: "_s;
    }
    void isFoundByIdFileAndAlias()
    {
        QFETCH(const QString, reference);
        QFETCH(const QString, expected);
        const auto source = threeRunbooks();
        const auto place = domain::placeOf(source, reference);
        QCOMPARE(place ? place->runbook->id + u'#' + place->section
                       : u"not found: "_s + place.error().arguments.join(u' '),
                 expected);
        if (!place) {
            QCOMPARE(place.error().code, base::ErrorCode::RunbookNotFound);
            QCOMPARE(place.error().kind, base::ErrorKind::NotFound);
            QCOMPARE(place.error().subject, reference);
        }
    }

    void isStaleTheDayAfterItsReviewIsDue()
    {
        domain::Runbook runbook;
        runbook.reviewed = QDate(2026, 3, 1);
        runbook.reviewEveryDays = 30;
        QCOMPARE(domain::reviewDue(runbook), QDate(2026, 3, 31));
        QVERIFY(!domain::isStale(runbook, QDate(2026, 3, 31)));
        QVERIFY(domain::isStale(runbook, QDate(2026, 4, 1)));
    }

    void placeholdersAreFilledOrReadAsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("value") << u"show {{partner.slug}} now"_s << u"show calder now"_s;
        QTest::newRow("spaces inside") << u"{{ partner.slug }}"_s << u"calder"_s;
        QTest::newRow("without a value") << u"{{partner.legal_name}}"_s << u"<partner legal name>"_s;
        QTest::newRow("unknown") << u"{{partner.password}}"_s << u"{{partner.password}}"_s;
        QTest::newRow("a value is not filled again") << u"{{partner.name}}"_s << u"{{partner.slug}}"_s;
        QTest::newRow("not closed") << u"{{partner.slug"_s << u"{{partner.slug"_s;
        QTest::newRow("twice") << u"{{partner.slug}}{{partner.slug}}"_s << u"caldercalder"_s;
    }
    void placeholdersAreFilledOrReadAsWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const domain::RunbookValues values{{u"partner.slug"_s, u"calder"_s},
                                           {u"partner.name"_s, u"{{partner.slug}}"_s}};
        QCOMPARE(domain::filled(text, values), expected);
    }

    void placeholdersAreFoundWithTheirLines()
    {
        const auto uses = domain::placeholdersIn(u"a {{partner.slug}}\n\n{{ no.such }} {{now}}"_s);
        QStringList said;
        for (const auto &use : uses)
            said.append(u"%1:%2"_s.arg(use.name).arg(use.line));
        QCOMPARE(said, (QStringList{u"partner.slug:1"_s, u"no.such:3"_s, u"now:3"_s}));
    }

    void aHeadingWithoutAnIdIsCalledByItsWords()
    {
        QCOMPARE(domain::headingSlug(u"Notes & Évidence"_s), u"notes-evidence"_s);
        QCOMPARE(domain::headingSlug(u"!?"_s), u"section"_s);
    }

    void everyKindHasItsName()
    {
        for (int kind = 0; kind < domain::runbookKindCount; ++kind) {
            const auto name = domain::runbookKindName(domain::RunbookKind(kind));
            QCOMPARE(domain::runbookKindOf(QString(name)), domain::RunbookKind(kind));
        }
        QVERIFY(!domain::runbookKindOf(u"guide"));
    }
};

GATEHOUSE_TEST(TestRunbook)
#include "tst_runbook.moc"
