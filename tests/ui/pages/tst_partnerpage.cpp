#include "operations/decide.h"
#include "support/testmain.h"
#include "ui/components/statuslabel.h"
#include "ui/shell/windowfixture.h"
#include "words/textmarks.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QTextDocument>

// What the parts of a partner's page say.
class TestPartnerPage : public QObject
{
    Q_OBJECT

    using WindowFixture = gatehouse::support::WindowFixture;
    using Act = gatehouse::ui::Act;

    static QStringList column(const QAbstractItemView *table, int column, int role = Qt::DisplayRole)
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts += gatehouse::words::plain(table->model()->index(row, column).data(role).toString());
        return texts;
    }

    // What is written on it, line by line.
    static QStringList labels(const QWidget *part)
    {
        QStringList texts;
        for (const QLabel *label : part->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                texts += gatehouse::words::plain(label->text());
        }
        return texts;
    }

private Q_SLOTS:
    void saysWhoSatAtTheMachineWhereThatIsSomebodyElse()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const QString user = WindowFixture::osUser();
        QTRY_VERIFY(!fixture.find<QLabel>("operatorLabel")->text().isEmpty());
        QVERIFY(!fixture.find<QLabel>("operatorLabel")->text().contains(QStringLiteral("OS user")));
        fixture.submitApplication();
        const QString partner = fixture.page()->partnerId();
        const QString mara = QStringLiteral("mara.okafor");
        QVERIFY(fixture.addOperator(mara, QStringLiteral("Mara Okafor")));

        fixture.reopenAs(mara);
        const QString claimed = QStringLiteral("Mara Okafor (OS user %1)").arg(user);
        QTRY_COMPARE(gatehouse::words::plain(fixture.find<QLabel>("operatorLabel")->text()),
                     QStringLiteral("Mara Okafor · root admin · OS user %1").arg(user));
        fixture.window().go({gatehouse::ui::Area::Partner, partner});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page()->isLoaded(), 10000);
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a"));
        fixture.window().actions()[Act::ShowOverview]->trigger();
        // The page shows its events a moment after the rest.
        const auto latest = [&fixture] {
            const auto *label = fixture.find<QLabel>("latestWhoLabel");
            return label ? gatehouse::words::plain(label->text()) : QString();
        };
        QTRY_COMPARE(latest(), claimed);
        fixture.window().actions()[Act::ShowTimeline]->trigger();
        QTRY_VERIFY(fixture.find("timelineTable"));
        const QStringList who = column(fixture.find<QAbstractItemView>("timelineTable"), 2);
        QCOMPARE(who.size(), 2);
        QCOMPARE(who.first(), claimed);
        QVERIFY2(!who.last().contains(QStringLiteral("OS user")), qPrintable(who.last()));
    }

    void theTimelineTellsWhyADecisionWasMade()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        const QString note = QStringLiteral("<b>The licence</b> was withdrawn on Monday. ").repeated(8).trimmed();
        gatehouse::operations::Decide reject;
        reject.partner = fixture.page()->partnerId();
        reject.verdict = gatehouse::domain::Verdict::Reject;
        reject.notes = note;
        reject.evidence = {QStringLiteral("https://register.example/1")};
        reject.reviewed = fixture.page()->view()->reviewDigest;
        QVERIFY(fixture.runElsewhere(reject));
        fixture.window().actions()[Act::ShowTimeline]->trigger();
        fixture.window().actions()[Act::Refresh]->trigger();
        QTRY_VERIFY(fixture.find("timelineTable"));
        auto *table = fixture.find<QAbstractItemView>("timelineTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(column(table, 1).constFirst(), QStringLiteral("Rejected, may file again: ") + note);
        const QString tip = column(table, 1, Qt::ToolTipRole).constFirst();
        QVERIFY2(tip.simplified().contains(note), qPrintable(tip));
        const QStringList lines = tip.split(QLatin1Char('\n'));
        QVERIFY(lines.constLast().size() <= 100 && lines.at(lines.size() - 2).size() <= 100);
        QVERIFY2(!Qt::mightBeRichText(tip), qPrintable(tip));
    }

    void saysWhereItStandsAndWhatIsNext()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        QTRY_VERIFY(fixture.find("nextActionsCard") && fixture.find("blockersCard"));
        // Who waits for whom, and how many of each.
        QTRY_COMPARE(
            labels(fixture.find("nextActionsCard")),
            (QStringList{QStringLiteral("Next actions"), QStringLiteral("0 ours, 2 theirs"),
                         QStringLiteral("File: KYB package"), QStringLiteral("waiting for Nadia Rowan"),
                         QStringLiteral("File: Licensing documents"), QStringLiteral("waiting for Nadia Rowan")}));
        QTRY_VERIFY(labels(fixture.find("blockersCard")).size() > 1);
        const QStringList blockers = labels(fixture.find("blockersCard"));
        for (const char *one :
             {"Nothing was filed for: KYB package. The review waits for it.",
              "Nothing was filed for: Licensing documents. The review waits for it.", "Runbook: dossier#file"})
            QVERIFY2(blockers.contains(QLatin1StringView(one)), one);
        const QStringList status = labels(fixture.find("statusLine"));
        QVERIFY2(status.contains(QStringLiteral("Harbourline Markets was submitted.")), "what was done last");
        QVERIFY2(status.contains(QStringLiteral("work.gatehouse")), "which workspace");
        QVERIFY2(status.filter(QStringLiteral("root admin")).size() == 1, "who works here");
        QCOMPARE(fixture.find<gatehouse::ui::StatusLabel>("syncLabel")->text(), QStringLiteral("Embedded database"));

        // Nothing in the way, and our move, once the documents are there.
        const QString pdf = fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a");
        fixture.fileDocument(QStringLiteral("kyb"), pdf);
        fixture.fileDocument(QStringLiteral("licensing"), pdf);
        fixture.window().actions()[Act::ShowOverview]->trigger();
        QTRY_VERIFY(fixture.find("nextActionsCard")
                    && labels(fixture.find("nextActionsCard")).contains(QStringLiteral("1 ours, 0 theirs")));
        QTRY_VERIFY(labels(fixture.find("blockersCard")).contains(QStringLiteral("Nothing stands in the way.")));
    }
};

GATEHOUSE_TEST(TestPartnerPage)

#include "tst_partnerpage.moc"
