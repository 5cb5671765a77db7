#include "operations/partneroperations.h"
#include "support/eventloopchecker.h"
#include "support/testmain.h"
#include "ui/components/paintedwidget.h"
#include "ui/delegates/boardtable.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/dossiertab.h"
#include "ui/pages/reviewpane.h"
#include "ui/shell/windowfixture.h"
#include "words/textmarks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolTip>

class TestMainWindow : public QObject
{
    Q_OBJECT

    using WindowFixture = gatehouse::support::WindowFixture;
    using Act = gatehouse::ui::Act;

    static void collect(const QMenu *menu, QSet<QAction *> &actions)
    {
        for (QAction *action : menu->actions()) {
            actions += action;
            if (action->menu())
                collect(action->menu(), actions);
        }
    }

    static bool takesInput(const QWidget *widget)
    {
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
               || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
               || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTabBar *>(widget)
               || qobject_cast<const QAbstractSpinBox *>(widget)
               || qobject_cast<const gatehouse::ui::PaintedWidget *>(widget);
    }

    // Parts that Qt makes inside its own widgets speak through their owner.
    static bool isInnerPart(const QWidget *widget)
    {
        return widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QTableCornerButton")
               || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
               || qobject_cast<const QComboBox *>(widget->parentWidget())
               || qobject_cast<const QLineEdit *>(widget->parentWidget())
               || qobject_cast<const QTabBar *>(widget->parentWidget());
    }

    static QString nameless()
    {
        QStringList found;
        for (QWidget *widget : QApplication::allWidgets()) {
            if (!widget->isVisible() || !takesInput(widget) || isInnerPart(widget))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                found += QStringLiteral("%1 %2 in %3")
                             .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
                                  widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
        }
        return found.join(QStringLiteral("; "));
    }

private Q_SLOTS:
    void everyActionStandsInAMenu()
    {
        WindowFixture fixture;
        QSet<QAction *> inMenus;
        for (QAction *action : fixture.window().menuBar()->actions())
            collect(action->menu(), inMenus);
        for (QAction *action : fixture.window().actions().findChildren<QAction *>()) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
            QVERIFY2(action->text().contains(QLatin1Char('&')), qPrintable(action->objectName()));
        }
    }

    void noTwoActionsShareAKey()
    {
        WindowFixture fixture;
        QHash<QString, QString> owners;
        for (QAction *action : fixture.window().actions().findChildren<QAction *>()) {
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty())
                continue;
            QVERIFY2(!owners.contains(keys), qPrintable(keys + QLatin1Char(' ') + action->objectName()));
            owners.insert(keys, action->objectName());
        }
    }

    void anActionThatCantBeUsedSaysWhy()
    {
        WindowFixture fixture;
        for (QAction *action : fixture.window().actions().findChildren<QAction *>()) {
            if (!action->isEnabled())
                QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
        }
        QCOMPARE(fixture.find<QLabel>("titleLabel")->text(), QStringLiteral("Gatehouse"));
        QVERIFY(fixture.find("startPage"));
    }

    void everyWidgetHasANameForScreenReaders()
    {
        WindowFixture fixture;
        QCOMPARE(nameless(), QString());
        fixture.createWorkspace();
        QCOMPARE(nameless(), QString());
        fixture.submitApplication();
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a"));
        for (Act act : {Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline}) {
            fixture.window().actions()[act]->trigger();
            QCOMPARE(nameless(), QString());
        }
        for (Act act :
             {Act::FileDocument, Act::AddContact, Act::EditPartner, Act::AddEvidence, Act::Keys, Act::About}) {
            fixture.window().actions()[act]->trigger();
            QTRY_VERIFY(fixture.window().findChild<QDialog *>());
            QCOMPARE(nameless(), QString());
            fixture.window().findChild<QDialog *>()->reject();
            QTRY_VERIFY(!fixture.window().findChild<QDialog *>());
        }
    }

    void staysFreeWhileAWorkspaceIsMadeUntilAReviewIsShown()
    {
        WindowFixture fixture;
        const gatehouse::support::EventLoopChecker checker;
        fixture.desktop().openSampleAt(fixture.path(QStringLiteral("sample.gatehouse")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window().board() && fixture.window().board()->model().partnerCount() > 20
                                     && !fixture.window().board()->summary().isEmpty(),
                                 60000);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.approvals()->isVisible() && fixture.approvals()->review()->view(), 10000);
        QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
    }

    void whoMayNotDecideReadsWhyAndWhoCan_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("why");
        QTest::newRow("support") << QStringLiteral("sam.support") << QStringLiteral("Those who can: root admins");
        QTest::newRow("in the roster") << QStringLiteral("theo.castell@harbourline.example")
                                       << QStringLiteral("You are in its roster");
        QTest::newRow("submitted it") << QStringLiteral("nadia.rowan@harbourline.example")
                                      << QStringLiteral("You submitted it yourself");
    }

    void whoMayNotDecideReadsWhyAndWhoCan()
    {
        QFETCH(const QString, subject);
        QFETCH(const QString, why);
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a"));
        const QString partner = fixture.page()->partnerId();
        const bool support = subject.startsWith(QStringLiteral("sam"));
        if (fixture.page()->view()->facts.partner.submittedBy == subject) {
            // Out of the roster, so that nothing but the own request stands in the way.
            gatehouse::operations::RemoveContact leave;
            leave.partner = partner;
            leave.subject = subject;
            QVERIFY(fixture.runElsewhere(leave));
            gatehouse::operations::ReleaseContact release;
            release.partner = partner;
            release.subject = subject;
            release.note = QStringLiteral("Deactivated at the provider.");
            QVERIFY(fixture.runElsewhere(release));
        }
        using gatehouse::domain::Role;
        QVERIFY(fixture.addOperator(subject, {}, support ? Role::Support : Role::RootAdmin));

        fixture.reopenAs(subject);
        fixture.window().go({gatehouse::ui::Area::Partner, partner});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page()->isLoaded(), 10000);
        fixture.window().actions()[Act::ShowDossier]->trigger();
        QTRY_VERIFY(fixture.find("obstacleBanner"));
        QVERIFY(!fixture.find("approveButton"));
        QVERIFY(!fixture.find("recordButton"));
        QVERIFY(!fixture.window().actions()[Act::ChooseApprove]->isEnabled());
        const QString tip = gatehouse::words::plain(fixture.window().actions()[Act::ChooseApprove]->toolTip());
        QVERIFY2(tip.contains(why), qPrintable(tip));
        const QString said = gatehouse::words::plain(fixture.find("obstacleBanner")->accessibleName());
        QVERIFY2(said.contains(why), qPrintable(said));
        QCOMPARE(fixture.find<QPushButton>("fileDocumentButton")->isEnabled(), !support);
        QVERIFY(!fixture.find<QPushButton>("fileDocumentButton")->toolTip().isEmpty());
        fixture.find("obstacleBanner")->findChild<QPushButton *>(QStringLiteral("bannerAction0Button"))->click();
        QTRY_VERIFY(fixture.find("obstacleBanner")->accessibleName().contains(WindowFixture::osUser()));
    }

    void saysOnTheStartPageWhatIsWrongWithAFile()
    {
        WindowFixture fixture;
        fixture.desktop().open(fixture.write(QStringLiteral("notes.gatehouse"), "no workspace"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find("startBanner"), 10000);
        QVERIFY(fixture.find<QPushButton>("createWorkspaceButton")->isEnabled());
        QVERIFY(!fixture.window().board());
    }

    void aWrongFileDoesNotEndTheSession()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const gatehouse::ui::BoardPage *board = fixture.window().board();
        fixture.desktop().open(fixture.write(QStringLiteral("notes.gatehouse"), "no workspace"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find("windowBanner"), 10000);
        QCOMPARE(fixture.window().board(), board);
        QVERIFY(board->isVisible());
        QVERIFY(fixture.askElsewhere(gatehouse::operations::WhoAmI{}));
        fixture.find("windowBanner")->findChild<QPushButton *>(QStringLiteral("bannerAction0Button"))->click();
        QVERIFY(!fixture.find("windowBanner"));
    }

    void namesAWorkspaceWithoutItsPassword()
    {
        WindowFixture fixture;
        for (const char *address :
             {"postgresql://mara:secret@127.0.0.1:1/team", "host=127.0.0.1 port=1 dbname=team password=secret"}) {
            fixture.desktop().open(QLatin1StringView(address));
            QVERIFY(fixture.find<QLabel>("startBusyLabel")->text().contains(QStringLiteral("team")));
            QVERIFY(!fixture.find<QLabel>("startBusyLabel")->text().contains(QStringLiteral("secret")));
            QTRY_VERIFY_WITH_TIMEOUT(fixture.find("startBanner"), 20000);
        }
    }

    void savingAnOwnerKeepsTheRegionSomebodyElseSaved()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.window().actions()[Act::EditPartner]->trigger();
        QTRY_VERIFY(fixture.find("editPartnerDialog"));
        QComboBox *owners = fixture.find<QComboBox>("ownerCombo");
        QTRY_VERIFY(owners->findData(WindowFixture::osUser()) > 0);
        gatehouse::operations::UpdatePartner elsewhere;
        elsewhere.partner = fixture.page()->partnerId();
        elsewhere.region = QStringLiteral("CH");
        QVERIFY(fixture.runElsewhere(elsewhere));
        owners->setCurrentIndex(owners->findData(WindowFixture::osUser()));
        fixture.find<QPushButton>("submitButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.page()->view()->facts.partner.owner, WindowFixture::osUser(), 10000);
        QCOMPARE(fixture.page()->view()->facts.partner.region, QStringLiteral("CH"));
    }

    void staysFreeWhileALargeFileIsFiled()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        const QString path = fixture.write(QStringLiteral("scan.pdf"), QByteArray(qsizetype(40) << 20, 'x'));
        const gatehouse::support::EventLoopChecker checker;
        fixture.fileDocument(QStringLiteral("kyb"), path);
        QVERIFY2(checker.stayedFree(), qPrintable(checker.report()));
    }

    void showsDataAsTheyAreAndNeverAsHtml()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const QString hostile = QStringLiteral("<b>Bold</b> <img src=file:///nowhere.png>");
        fixture.submitApplication(hostile);
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("<b>a.pdf"), "%PDF-1.4 a"));
        for (Act act : {Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline, Act::EditPartner,
                        Act::FileDocument, Act::AddEvidence}) {
            fixture.window().actions()[act]->trigger();
            int seen = 0;
            for (const QWidget *widget : QApplication::allWidgets()) {
                const auto *label = qobject_cast<const QLabel *>(widget);
                if (!label || !label->text().contains(QStringLiteral("<b>")))
                    continue;
                ++seen;
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
            }
            QVERIFY(seen > 0);
            if (auto *dialog = fixture.window().findChild<QDialog *>()) {
                dialog->reject();
                QTRY_VERIFY(!fixture.window().findChild<QDialog *>());
            }
        }
        QToolTip::showText(QPoint(20, 20), hostile, &fixture.window());
        int tips = 0;
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            const auto *tip = qobject_cast<const QLabel *>(top);
            if (!tip || !tip->inherits("QTipLabel"))
                continue;
            ++tips;
            QCOMPARE(tip->text(), hostile);
            QCOMPARE(tip->textFormat(), Qt::PlainText);
        }
        QCOMPARE(tips, 1);
        QToolTip::hideText();
    }

    void aLongNameDoesNotWidenTheWindow()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const auto leastWidths = [&fixture] {
            QList<int> widths;
            for (Act act : {Act::ShowOverview, Act::ShowContacts, Act::ShowDossier, Act::ShowTimeline}) {
                fixture.window().actions()[act]->trigger();
                widths += fixture.window().minimumSizeHint().width();
            }
            return widths;
        };
        // What was just shown asks for its room a few turns later.
        const auto laidOut = [&fixture] {
            fixture.window().actions()[Act::ShowOverview]->trigger();
            const int wanted = fixture.find("partnerHeader")->minimumSizeHint().width();
            return fixture.window().minimumSizeHint().width() >= fixture.find("sidebar")->minimumWidth() + wanted;
        };
        fixture.submitApplication();
        QTRY_VERIFY(laidOut());
        const QList<int> usual = leastWidths();
        const QString name = QStringLiteral("Ordinary Holdings and Trading of the North ").repeated(5).left(199);
        fixture.submitApplication(name);
        QTRY_VERIFY(laidOut());
        QCOMPARE(leastWidths(), usual);
        QCOMPARE(fixture.find<QLabel>("titleLabel")->toolTip(), name.trimmed());
    }

    void comesBackToTheListThatTheKeysWorkIn()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(fixture.find("dossierTab"));
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a"));
        const QString partner = fixture.page()->partnerId();
        fixture.window().go({});
        fixture.window().go({gatehouse::ui::Area::Partner, partner});
        QTRY_VERIFY(fixture.find("documentsTable"));
        QTRY_COMPARE(fixture.window().focusWidget(), fixture.find("documentsTable"));
    }

    void rolesThatChangeAreSeenAfterARefresh()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        const QString sam = QStringLiteral("sam.support");
        QVERIFY(fixture.addOperator(sam, {}, gatehouse::domain::Role::Support));
        fixture.reopenAs(sam);
        QTRY_VERIFY(fixture.find("boardEmpty"));
        QAction *newPartner = fixture.window().actions()[Act::NewPartner];
        QTRY_VERIFY(newPartner->statusTip().contains(QStringLiteral("submit")));
        QTRY_COMPARE(fixture.find("boardEmpty")->accessibleDescription(), newPartner->statusTip());

        QVERIFY(fixture.addOperator(sam));
        fixture.press(Qt::Key_F5);
        QTRY_VERIFY(newPartner->isEnabled());
        QVERIFY(fixture.find("emptyStateButton"));
    }

    void workspacesOfOneNameHaveRecentPartnersOfTheirOwn()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        auto *sidebar = fixture.find<QAbstractItemView>("sidebar");
        QTRY_VERIFY(sidebar->model()->rowCount() > 2);
        // Closed, so that all of it is in the file.
        fixture.desktop().create(fixture.path(QStringLiteral("other.gatehouse")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.boardIsLoaded(), 20000);
        QVERIFY(gatehouse::operations::WorkerThread::waitForEnded(std::chrono::seconds(20)));
        QVERIFY(QDir(fixture.path({})).mkpath(QStringLiteral("copy")));
        const QString copy = fixture.path(QStringLiteral("copy/work.gatehouse"));
        QVERIFY(QFile::copy(fixture.path(QStringLiteral("work.gatehouse")), copy));
        fixture.desktop().open(copy);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.boardIsLoaded(), 20000);
        QTRY_COMPARE(fixture.window().board()->model().partnerCount(), 1);
        QCOMPARE(sidebar->model()->rowCount(), 2); // Board and Approvals
    }

    void typingInTheFilterLeavesTheRestOfTheWindowAlone()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.window().go({});
        const QSignalSpy changed(fixture.window().board(), &gatehouse::ui::BoardPage::partnersChanged);
        fixture.press(Qt::Key_F, Qt::ControlModifier);
        fixture.type(QStringLiteral("zan"));
        QTRY_VERIFY(fixture.find("boardNoMatch"));
        QCOMPARE(changed.count(), 0);
    }

    void deactivatesTheIdentityOfThePersonChosenNotOfANamesake()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        const QStringList subjects = {QStringLiteral("sam.one"), QStringLiteral("sam.two")};
        for (const QString &subject : subjects) {
            gatehouse::operations::AddContact add;
            add.partner = fixture.page()->partnerId();
            add.name = QStringLiteral("Sam Doe");
            add.role = QStringLiteral("Trader");
            add.email = QStringLiteral("sam@harbourline.example");
            add.subject = subject;
            QVERIFY(fixture.runElsewhere(add));
            gatehouse::operations::RemoveContact remove;
            remove.partner = add.partner;
            remove.subject = subject;
            QVERIFY(fixture.runElsewhere(remove));
        }
        // With the documents there, no more than three things are due, and all are shown.
        const QString pdf = fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4\n%%EOF\n");
        fixture.fileDocument(QStringLiteral("kyb"), pdf);
        fixture.fileDocument(QStringLiteral("licensing"), pdf);
        fixture.window().actions()[Act::ShowOverview]->trigger();
        fixture.window().actions()[Act::Refresh]->trigger();
        const QByteArrayList buttons = {"nextAction1Button", "nextAction2Button"};
        for (int i = 0; i < subjects.size(); ++i) {
            QTRY_VERIFY(fixture.find<QPushButton>(buttons.at(i).constData()));
            fixture.find<QPushButton>(buttons.at(i).constData())->click();
            QTRY_VERIFY(fixture.find("releaseContactDialog"));
            QStringList said;
            for (const QLabel *label : fixture.find("releaseContactDialog")->findChildren<QLabel *>())
                said += label->text();
            QVERIFY2(said.join(QLatin1Char(' ')).contains(subjects.at(i)), qPrintable(said.join(QLatin1Char(' '))));
            fixture.find<QDialog>("releaseContactDialog")->reject();
            QTRY_VERIFY(!fixture.find("releaseContactDialog"));
        }
    }

    void showsWhatIsWrongInAnApplicationAndWhere()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.window().startApplication(fixture.write(QStringLiteral("half.json"),
                                                        R"({"name": "A", "legal_name": "A Ltd", "kyb_object_key": "k",
                                                           "licensing_object_key": "l",
                                                           "contacts": [{"name": "Nadia"}]})"));
        QTRY_VERIFY(fixture.find("dialogBanner"));
        QVERIFY2(fixture.find("dialogBanner")->accessibleName().contains(QStringLiteral("contacts[0]"))
                     || fixture.find("dialogBanner")->accessibleDescription().contains(QStringLiteral("contacts[0]")),
                 qPrintable(fixture.find("dialogBanner")->accessibleName()));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
    }

    void goesBackAndForward()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        QVERIFY(!fixture.window().actions()[Act::GoBack]->isEnabled());
        fixture.submitApplication();
        fixture.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(fixture.window().board()->isVisible());
        fixture.press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(fixture.page());
        QCOMPARE(fixture.find<QLabel>("titleLabel")->text().contains(QStringLiteral("Harbourline")), true);
    }

    void lettersMoveTheBoardAndTypeInTheFilter()
    {
        WindowFixture fixture;
        fixture.openSample();
        auto *table = fixture.window().board()->table();
        table->setFocus();
        fixture.press(Qt::Key_J);
        const int first = table->currentIndex().row();
        fixture.press(Qt::Key_J);
        QCOMPARE(table->currentIndex().row(), first + 1);
        fixture.press(Qt::Key_K);
        QCOMPARE(table->currentIndex().row(), first);
        fixture.press(Qt::Key_G);
        QTRY_COMPARE(fixture.window().board()->grouping(), gatehouse::itemmodels::BoardModel::Grouping::Stage);
        fixture.press(Qt::Key_Slash);
        QVERIFY(fixture.find("filterEdit")->hasFocus());
        fixture.type(QStringLiteral("jgk?"));
        QCOMPARE(fixture.find<QLineEdit>("filterEdit")->text(), QStringLiteral("jgk?"));
        QTRY_VERIFY(fixture.find("boardNoMatch"));
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(fixture.find("boardTable"));
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page() && fixture.page()->isLoaded(), 10000);
    }

    void addsAndRemovesAContact()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.window().actions()[Act::AddContact]->trigger();
        QTRY_VERIFY(fixture.find("addContactDialog"));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        for (const char *field : {"nameEdit", "roleEdit", "emailEdit", "subjectEdit"})
            fixture.find<QLineEdit>(field)->setText(QStringLiteral("new@harbourline.example"));
        fixture.find<QPushButton>("submitButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.page()->view()->facts.contacts.size(), 3, 10000);
        QTRY_VERIFY(!fixture.find("addContactDialog"));

        fixture.window().actions()[Act::ShowContacts]->trigger();
        auto *table = fixture.find<QAbstractItemView>("contactsTable");
        QVERIFY(table->selectionModel()->isRowSelected(0));
        table->setCurrentIndex(table->model()->index(2, 0));
        QTRY_VERIFY(fixture.window().actions()[Act::RemoveContact]->isEnabled());
        fixture.window().actions()[Act::RemoveContact]->trigger();
        QTRY_VERIFY(fixture.find("typedSubjectEdit"));
        QVERIFY(!fixture.find<QPushButton>("submitButton")->isEnabled());
        fixture.find<QLineEdit>("typedSubjectEdit")->setText(QStringLiteral("new@harbourline.example"));
        fixture.find<QPushButton>("submitButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page()->view()->facts.contacts.at(2).removedAt.has_value(), 10000);
        QTRY_VERIFY(fixture.window().actions()[Act::ReleaseContact]->isEnabled());
    }
};

GATEHOUSE_TEST(TestMainWindow)

#include "tst_mainwindow.moc"
