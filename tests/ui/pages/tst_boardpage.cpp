#include "support/testmain.h"
#include "ui/delegates/boardtable.h"
#include "ui/shell/windowfixture.h"
#include "words/textmarks.h"

#include <QHeaderView>

class TestBoardPage : public QObject
{
    Q_OBJECT

    using WindowFixture = gatehouse::support::WindowFixture;
    using Model = gatehouse::itemmodels::BoardModel;

    static QHeaderView *header(WindowFixture &fixture) { return fixture.window().board()->table()->horizontalHeader(); }

    // What is seen, in its order; without the width of the last one, which is stretched.
    static QStringList columns(WindowFixture &fixture)
    {
        QStringList shown;
        for (int place = 0; place < header(fixture)->count(); ++place) {
            const int column = header(fixture)->logicalIndex(place);
            if (!header(fixture)->isSectionHidden(column))
                shown += QStringLiteral("%1:%2").arg(column).arg(header(fixture)->sectionSize(column));
        }
        shown.last() = shown.constLast().section(QLatin1Char(':'), 0, 0);
        return shown;
    }

    static void resize(WindowFixture &fixture, int width)
    {
        fixture.window().resize(width, 900);
        QTRY_COMPARE(fixture.window().width(), width);
        QCoreApplication::processEvents();
    }

    class Unreachable final : public gatehouse::domain::AuthorityFactory
    {
    public:
        gatehouse::base::Result<std::unique_ptr<gatehouse::domain::Authority>> open() const override
        {
            return gatehouse::base::Error{
                gatehouse::base::ErrorKind::Unreachable, gatehouse::base::ErrorCode::WorkspaceUnreachable, {}, {}};
        }
        QString displayName() const override { return {}; }
    };

private Q_SLOTS:
    void countsNothingWhenTheFirstLoadFailed()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const auto &workspace = fixture.desktop().workspace();
        const auto nowhere = std::make_shared<Unreachable>();
        gatehouse::operations::AsyncRunner runner(nowhere, workspace.playbooks, workspace.ids, {});
        gatehouse::operations::BoardFeed feed(nowhere, workspace.playbooks, workspace.ids, {}, nullptr);
        gatehouse::ui::Session session{runner,
                                       feed,
                                       *workspace.playbooks,
                                       *workspace.json,
                                       *workspace.clock,
                                       *workspace.ids,
                                       {},
                                       {},
                                       gatehouse::ui::SessionKind::Own,
                                       gatehouse::ui::SessionStore::Team,
                                       {}};
        gatehouse::ui::Actions actions;
        gatehouse::ui::BoardPage page(session, actions);
        page.show();
        feed.start();
        auto *loading = page.findChild<QWidget *>(QStringLiteral("boardLoading"));
        QTRY_VERIFY(page.findChild<QWidget *>(QStringLiteral("boardBanner"))->isVisible());
        QCOMPARE(page.summary(), QString());
        QVERIFY(loading->isVisible());
        QVERIFY2(loading->accessibleName().contains(QStringLiteral("couldn't")), qPrintable(loading->accessibleName()));
    }

    void whoMaySeeNobodyIsNotToldThatThereIsNobody()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        QTRY_VERIFY(fixture.find("boardEmpty"));
        QCOMPARE(fixture.find("boardEmpty")->accessibleName(), QStringLiteral("No partners yet"));
        fixture.submitApplication();
        fixture.reopenAs(QStringLiteral("stranger"));
        QTRY_VERIFY(fixture.find("boardEmpty"));
        QTRY_VERIFY(fixture.find("boardEmpty")
                    && fixture.find("boardEmpty")->accessibleName().contains(QStringLiteral("you may see")));
        const QString why = gatehouse::words::plain(fixture.find("boardEmpty")->accessibleDescription());
        QVERIFY2(why.contains(QStringLiteral("stranger has no role")), qPrintable(why));
        QVERIFY2(why.contains(QStringLiteral("Root admins")), qPrintable(why));
        QVERIFY(fixture.window().board()->summary().contains(QStringLiteral("you may see")));
    }

    void columnsComeBackInAWiderWindowAndAfterARestart()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.window().go({});
        resize(fixture, 1440);
        QTRY_COMPARE(columns(fixture).size(), Model::columns);
        header(fixture)->moveSection(header(fixture)->visualIndex(Model::Updated), 1);
        header(fixture)->resizeSection(Model::Owner, 93);
        header(fixture)->setSortIndicator(Model::Owner, Qt::DescendingOrder);
        const QStringList wide = columns(fixture);

        resize(fixture, 1024);
        QTRY_VERIFY(columns(fixture).size() < Model::columns);
        const QStringList narrow = columns(fixture);
        resize(fixture, 1440);
        QTRY_COMPARE(columns(fixture), wide);
        resize(fixture, 1024);
        QTRY_COMPARE(columns(fixture), narrow);

        fixture.reopenAs({});
        QTRY_COMPARE(columns(fixture), narrow);
        resize(fixture, 1440);
        QTRY_COMPARE(columns(fixture), wide);
        QCOMPARE(header(fixture)->sortIndicatorSection(), int(Model::Owner));
        QCOMPARE(header(fixture)->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(fixture.window().board()->model().sortColumn(), Model::Owner);
    }
};

GATEHOUSE_TEST(TestBoardPage)

#include "tst_boardpage.moc"
