#include "itemmodels/boardfilter.h"

#include "itemmodels/boardrows.h"
#include "support/testmain.h"

class TestBoardFilter : public QObject
{
    Q_OBJECT

    using BoardFilter = gatehouse::itemmodels::BoardFilter;
    using BoardColumns = gatehouse::itemmodels::BoardColumns;
    using DossierState = gatehouse::domain::DossierState;
    using Stage = gatehouse::domain::Stage;

    // One letter a partner: A Calder & Voss Capital, B Société Générale, C Ironbridge, D Łódź Markets.
    static QList<gatehouse::domain::PartnerSummary> board()
    {
        using namespace gatehouse;
        domain::PartnerSummary a = test::pendingPartner(QStringLiteral("Calder & Voss"), -3);
        a.legalName = QStringLiteral("Calder & Voss Capital LLP");
        a.slug = QStringLiteral("calder-voss");
        a.owner = QStringLiteral("oidc|mara");
        a.changedSinceDecision = domain::Instant{test::boardNow};
        domain::PartnerSummary b = test::pendingPartner(QStringLiteral("Société Générale"), 9);
        b.stage = Stage::Setup;
        b.owner = QStringLiteral("oidc|tomas");
        domain::PartnerSummary c = test::pausedPartner(QStringLiteral("Ironbridge Brokers"), 5);
        c.stage = Stage::PreSales;
        c.dossier = DossierState::Expiring;
        c.owner = QStringLiteral("oidc|tomas");
        domain::PartnerSummary d = test::partnerNamed(QStringLiteral("Łódź Markets"));
        d.stage = Stage::GoLive;
        d.dossier = DossierState::Expired;
        return {a, b, c, d};
    }

    static BoardFilter::Context context()
    {
        return {{{QStringLiteral("oidc|mara"), QStringLiteral("Mara Okafor")},
                 {QStringLiteral("oidc|tomas"), QStringLiteral("Tomás Lindqvist")}},
                QStringLiteral("oidc|mara")};
    }

    // What is typed, and the letters of the partners that it finds.
    static constexpr const char *searches[][2] = {
        {"", "ABCD"},
        {"   ", "ABCD"},
        {"voss", "A"},
        {"VOSS", "A"},
        {"capital", "A"},  // legal name only
        {"calder-v", "A"}, // slug only
        {"societe", "B"},
        {"SOCIÉTÉ", "B"},
        {"lodz", "D"},
        {"łódź", "D"},
        {"mara", "A"}, // owner's name
        {"tomas", "BC"},
        {"tomás", "BC"},
        {"iron brok", "C"},
        {"brok iron", "C"},
        {"iron voss", ""},
        {"mara voss", "A"},
        {"\"voss capital\"", "A"},
        {"\"capital voss\"", ""},
        {"\"voss", "A"},     // still being typed
        {"\"blocked\"", ""}, // quoted: a word, no term
        {"voss\ncalder", "A"},
        {"a\nc", "AB"},
        {"\u0301", "ABCD"}, // marks alone are no letters to look for
        {"\"\u0301\"", "ABCD"},
        {"owner:\u0301", "ABCD"},
        {"voss \u0301", "A"},
        {"owner:", "ABCD"},
        {"owner:mar", "A"},
        {"owner:lind", "BC"},
        {"owner:oidc|tomas", "BC"},
        {"owner:me", "A"},
        {"owner:none", "D"},
        {"stage:", "ABCD"},
        {"stage:s", "B"},
        {"stage:setup", "B"},
        {"STAGE:Setup", "B"},
        {"stage:pre-sales", "C"},
        {"stage:pre_sales", "C"},
        {"stage:go-live", "D"},
        {"stage:nowhere", ""},
        {"dossier:exp", "CD"},
        {"dossier:expiring", "C"},
        {"dossier:expired", "D"},
        {"dossier:changed", "A"},
        {"dossier:current", "AB"},
        {"approval:pending", "AB"},
        {"approval:rejected", "C"},
        {"approval:approved", "D"},
        {"approval:a", "D"},
        {"blocked", "C"},
        {"Blocked", "C"},
        {"blocke", ""}, // a word until it is the term
        {"sla<", "ABCD"},
        {"sla<1", "ABCD"}, // no unit yet
        {"sla<0m", "A"},   // over
        {"sla<1d", "A"},   // a day of the clock has eight hours
        {"sla<2d", "AB"},
        {"sla<9h", "A"},
        {"sla<541m", "AB"},
        {"sla>1d", "B"},
        {"sla>0h", "B"}, // neither over nor without a clock
        {"sla<xd", "ABCD"},
        {"stage:contract mara", "A"},
        {"owner:tomas blocked dossier:expiring", "C"},
        {"mailto:x", ""}, // a colon alone makes no term
    };

private Q_SLOTS:
    void findsPartners_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        for (const auto &[text, expected] : searches)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    }

    void findsPartners()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const BoardColumns columns = BoardColumns::make(board(), QLocale(QLocale::English));
        const BoardFilter filter(text);
        const gatehouse::itemmodels::RowSet rows = filter.rowsOf(columns, context());
        QString sweep;
        QString single;
        for (int slot = 0; slot < columns.size(); ++slot) {
            if (rows.contains(slot))
                sweep += QChar(u'A' + slot);
            if (filter.contains(columns, context(), slot))
                single += QChar(u'A' + slot);
        }
        QCOMPARE(sweep, expected);
        QCOMPARE(single, expected);
    }

    void leavesOutRemovedPartners()
    {
        BoardColumns columns = BoardColumns::make(board(), QLocale(QLocale::English));
        columns.remove(0);
        QVERIFY(!BoardFilter(QString()).rowsOf(columns, {}).contains(0));
        QVERIFY(!BoardFilter(QStringLiteral("voss")).contains(columns, {}, 0));
    }

    void withoutSelfMeIsAName()
    {
        const BoardColumns columns = BoardColumns::make(board(), QLocale(QLocale::English));
        QCOMPARE(BoardFilter(QStringLiteral("owner:me")).rowsOf(columns, {}).count(), 0);
    }

    void everyTermOfTheVocabularyIsUnderstood()
    {
        // A word that is no term would be looked for as text and find nobody.
        using namespace gatehouse;
        for (const QString &term : BoardFilter::vocabulary()) {
            QList<domain::PartnerSummary> rows;
            for (int i = 0; i < 8; ++i) {
                domain::PartnerSummary row = test::pendingPartner(QStringLiteral("x%1").arg(i), 1);
                row.stage = static_cast<Stage>(i % domain::stageCount);
                row.dossier = static_cast<DossierState>(i % 6);
                row.approval = static_cast<domain::ApprovalStatus>(i % 6);
                row.blockerCount = i % 2;
                row.owner = i % 2 ? QString() : QStringLiteral("oidc|mara");
                row.changedSinceDecision = domain::Instant{test::boardNow};
                rows.append(row);
            }
            const BoardColumns columns = BoardColumns::make(rows, QLocale(QLocale::English));
            QVERIFY2(BoardFilter(term).rowsOf(columns, context()).count() > 0, qPrintable(term));
        }
    }
};

GATEHOUSE_TEST(TestBoardFilter)

#include "tst_boardfilter.moc"
