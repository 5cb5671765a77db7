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
                QStringLiteral("oidc|mara"),
                {}};
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

    void withoutSelfMeIsAName()
    {
        const BoardColumns columns = BoardColumns::make(board(), QLocale(QLocale::English));
        QCOMPARE(BoardFilter(QStringLiteral("owner:me")).rowsOf(columns, {}).count(), 0);
    }

    // Clocks go on between readings, each by the working time of its playbook.
    void clocksRunOnUntilNow()
    {
        using namespace gatehouse;
        QList<domain::PartnerSummary> rows = board(); // nine hours are left of B, by a calendar of eight a day
        rows.append(test::pendingPartner(QStringLiteral("Early"), 9));
        rows[4].playbookVersion = 2; // never closes
        const BoardColumns columns = BoardColumns::make(rows, QLocale(QLocale::English));
        BoardFilter::Context at = context();
        domain::Instant now{test::boardNow}; // Thursday, 14:22
        const domain::BusinessCalendar office;
        domain::BusinessCalendar always;
        always.opens = QTime(0, 0);
        always.closes = QTime(23, 59);
        at.clock = {[&now] { return now; },
                    [&](const QString &, int version) -> const domain::BusinessCalendar & {
                        return version == 2 ? always : office;
                    }};
        const auto found = [&](const char *text) {
            const BoardFilter filter(QString::fromLatin1(text));
            const auto all = filter.rowsOf(columns, at);
            QString letters;
            for (int slot = 0; slot < columns.size(); ++slot) {
                if (all.contains(slot) != filter.contains(columns, at, slot))
                    return QStringLiteral("not alike");
                letters += all.contains(slot) ? QString(QChar(u'A' + slot)) : QString();
            }
            return letters;
        };
        QCOMPARE(found("sla<9h"), QStringLiteral("A"));
        QCOMPARE(found("sla<1d"), QStringLiteral("AE")); // a day of the last one's clock is longer
        now = now + 2 * base::msPerHour;
        QCOMPARE(found("sla<9h"), QStringLiteral("ABE"));
        QCOMPARE(found("sla<1d"), QStringLiteral("ABE"));
        now = now + 4 * base::msPerHour; // the office has closed
        QCOMPARE(found("sla<4h"), QStringLiteral("AE"));
        QCOMPARE(found("sla>6h"), QStringLiteral("B"));
    }
};

GATEHOUSE_TEST(TestBoardFilter)

#include "tst_boardfilter.moc"
