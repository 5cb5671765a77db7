#include "support/testmain.h"
#include "ui/components/statuslabel.h"
#include "ui/delegates/boardtable.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/dossiertab.h"
#include "ui/shell/windowfixture.h"
#include "ui/shell/windowstate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>

// What a person does with keys alone: where the keyboard is, what Enter presses, what may be lost.
class TestKeyboard : public QObject
{
    Q_OBJECT

    using WindowFixture = gatehouse::support::WindowFixture;
    using Act = gatehouse::ui::Act;

    static void openPartner(WindowFixture &fixture, const QString &name)
    {
        fixture.press(Qt::Key_Slash);
        fixture.type(name);
        fixture.press(Qt::Key_Return);
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page() && fixture.page()->isLoaded(), 10000);
        QCOMPARE(fixture.page()->title(), name);
    }

    // A reviewed partner with one document.
    static void openReview(WindowFixture &fixture)
    {
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a"));
        fixture.press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(fixture.find("documentsTable") && fixture.find("documentsTable")->hasFocus());
    }

    static void writeDraft(WindowFixture &fixture)
    {
        openReview(fixture);
        fixture.press(Qt::Key_R);
        fixture.type(QStringLiteral("Half a note"));
        QVERIFY(fixture.page()->hasDraft());
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void theBoardHasTheKeyboardAsSoonAsItShows()
    {
        WindowFixture fixture;
        fixture.openSample();
        auto *table = fixture.window().board()->table();
        QTRY_VERIFY(table->hasFocus());
        openPartner(fixture, QStringLiteral("Sable Markets"));
        fixture.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(table->hasFocus());
        // Another workspace, an empty one: the keys of the board work there as well.
        fixture.createWorkspace();
        QTRY_VERIFY(fixture.find("boardEmpty"));
        fixture.press(Qt::Key_Slash);
        QVERIFY(fixture.find("filterEdit")->hasFocus());
    }

    void lettersWorkAnywhereOnTheBoardButWhereOneWrites()
    {
        WindowFixture fixture;
        fixture.openSample();
        auto *table = fixture.window().board()->table();
        for (const char *place : {"sidebar", "newPartnerButton", "viewTabs"}) {
            QWidget *widget = fixture.find(place);
            QVERIFY2(widget, place);
            table->setFocus();
            const int row = table->currentIndex().row();
            widget->setFocus();
            fixture.press(Qt::Key_J);
            QVERIFY2(table->currentIndex().row() > row, place);
            fixture.press(Qt::Key_K);
            QCOMPARE(table->currentIndex().row(), row);
            fixture.press(Qt::Key_Slash);
            QVERIFY2(fixture.find("filterEdit")->hasFocus(), place);
        }
        fixture.press(Qt::Key_Slash);
        fixture.press(Qt::Key_J);
        QCOMPARE(fixture.find<QLineEdit>("filterEdit")->text(), QStringLiteral("/j"));
        // Nothing fits: Enter has nothing to go to.
        QTRY_VERIFY(fixture.find("boardNoMatch"));
        fixture.press(Qt::Key_Return);
        QVERIFY(fixture.find("filterEdit")->hasFocus());
    }

    void savesACopyOfADocumentAndSaysWhere()
    {
        WindowFixture fixture;
        openReview(fixture);
        fixture.chooser().path = fixture.path(QStringLiteral("copy.pdf"));
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(fixture.chooser().path));
        QCOMPARE(fixture.chooser().suggestion, QStringLiteral("a.pdf"));
        QCOMPARE(contentOf(fixture.chooser().path), QByteArray("%PDF-1.4 a"));
        QVERIFY(!(QFile::permissions(fixture.chooser().path) & (QFile::ReadGroup | QFile::ReadOther)));
        QTRY_VERIFY(fixture.find<QLabel>("saidLabel"));
        QVERIFY(fixture.find<QLabel>("saidLabel")->text().contains(fixture.chooser().path));

        fixture.chooser().path = fixture.path(QStringLiteral("no/such/folder.pdf"));
        fixture.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find("dossierBanner"));
    }

    void doesNotSaveADocumentThatIsNotWhatWasFiled()
    {
        WindowFixture fixture;
        openReview(fixture);
        int altered = 0;
        QDirIterator files(fixture.path(QString()), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QStringLiteral("a.pdf")) || contentOf(path) != "%PDF-1.4 a")
                continue;
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4 b") == 10);
            ++altered;
        }
        QCOMPARE(altered, 1);
        fixture.chooser().path = fixture.path(QStringLiteral("copy.pdf"));
        fixture.find<QPushButton>("saveDocumentButton")->click();
        QTRY_VERIFY(fixture.find("dossierBanner"));
        QVERIFY(!QFile::exists(fixture.chooser().path));
    }

    void aDraftIsNotLostWithoutAQuestion()
    {
        WindowFixture fixture;
        writeDraft(fixture);
        fixture.press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find("confirmDialog"));
        QTRY_VERIFY(fixture.find("cancelButton")->hasFocus());
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(!fixture.find("confirmDialog"));
        QVERIFY(fixture.window().isVisible());
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("Half a note"));

        // Nor by another workspace.
        fixture.window().actions()[Act::SampleWorkspace]->trigger();
        fixture.window().actions()[Act::OpenWorkspace]->trigger();
        QTRY_VERIFY(fixture.find("confirmDialog"));
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find("confirmDialog"));
        QCOMPARE(fixture.find<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("Half a note"));

        fixture.window().close();
        QTRY_VERIFY(fixture.find("confirmDialog"));
        fixture.find<QPushButton>("confirmButton")->click();
        QTRY_VERIFY(!fixture.window().isVisible());
    }

    void whatIsBegunWhileAnotherWorkspaceOpensIsAskedAboutToo()
    {
        WindowFixture fixture;
        openReview(fixture);
        auto *bar = fixture.page()->dossier()->bar();
        fixture.desktop().open(fixture.path(QStringLiteral("work.gatehouse")));
        bar->choose(gatehouse::domain::Verdict::Reject);
        QTRY_VERIFY(fixture.find("confirmDialog"));
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(!fixture.find("confirmDialog"));
        QCOMPARE(fixture.page()->dossier()->bar(), bar);
        QVERIFY(fixture.page()->hasDraft());
    }

    void escapeLeavesTheDecisionFromWhereverInIt()
    {
        WindowFixture fixture;
        openReview(fixture);
        fixture.press(Qt::Key_R);
        QTRY_VERIFY(fixture.find("noteEdit")->hasFocus());
        fixture.find("addEvidenceButton")->setFocus();
        fixture.press(Qt::Key_Escape);
        QTRY_VERIFY(fixture.find("documentsTable")->hasFocus());
        fixture.press(Qt::Key_A);
        QTRY_VERIFY(fixture.find<QPushButton>("approveButton")->isChecked());
    }

    void windowsCloseAtOnceWhenNothingWasWritten()
    {
        WindowFixture fixture;
        openReview(fixture);
        fixture.window().close();
        QVERIFY(!fixture.window().isVisible());
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        WindowFixture fixture;
        fixture.openSample();
        openPartner(fixture, QStringLiteral("Copperfield FX"));
        fixture.press(Qt::Key_3, Qt::AltModifier);
        auto *bar = fixture.page()->dossier()->bar();
        bar->choose(gatehouse::domain::Verdict::Reject);
        bar->addEvidence(QStringLiteral("https://register.example/withdrawn"));
        fixture.find<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("The authority withdrew the licence."));
        fixture.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find("confirmDialog"));
        QTRY_VERIFY(fixture.find("cancelButton")->hasFocus());
        fixture.press(Qt::Key_Tab);
        QVERIFY(fixture.find("confirmButton")->hasFocus());
        fixture.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.page()->view()->readiness.approval,
                                  gatehouse::domain::ApprovalStatus::Suspended, 10000);
    }

    void aDocumentIsFiledInTheOrderOfTheFields()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find("kindCombo") && fixture.find("kindCombo")->hasFocus());
        QStringList order;
        for (int i = 0; i < 5; ++i) {
            fixture.press(Qt::Key_Tab);
            order += QApplication::focusWidget()->objectName();
        }
        QCOMPARE(order.join(QLatin1Char(' ')),
                 QStringLiteral("pathEdit chooseButton validUntilEdit cancelButton kindCombo"));
        fixture.find("chooseButton")->setFocus();
        fixture.chooser().path = fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a");
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.find<QPushButton>("submitButton")->isEnabled());
        QVERIFY(fixture.find("fileDocumentDialog"));
    }

    void anApplicationThatCantBeUsedLeadsToAnotherFile()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.window().startApplication(fixture.write(QStringLiteral("half.json"), "{"));
        QTRY_VERIFY(fixture.find("anotherFileButton"));
        QTRY_VERIFY(fixture.find("anotherFileButton")->hasFocus());
        fixture.chooser().path = fixture.applicationFile();
        fixture.press(Qt::Key_Return);
        QTRY_VERIFY(fixture.find<QPushButton>("submitButton")->isEnabled());
        QVERIFY(!fixture.find("dialogBanner"));
        QVERIFY(!fixture.find("anotherFileButton"));
        QVERIFY(fixture.find("newPartnerDialog")->windowTitle().contains(QStringLiteral("application.json")));
    }

    void theKeyForEvidenceWorksInEveryField()
    {
        WindowFixture fixture;
        openReview(fixture);
        // What Ctrl+E is on many desktops End is here: a field of one line would take it for itself.
        fixture.window().actions()[Act::AddEvidence]->setShortcut(QKeySequence(Qt::Key_End));
        for (const char *name : {"partnerCommentEdit", "policyDocumentEdit"}) {
            auto *edit = fixture.page()->findChild<QLineEdit *>(QLatin1StringView(name));
            edit->show(); // this playbook asks for no policy document
            edit->setFocus();
            QTRY_VERIFY2(edit->hasFocus(), name);
            fixture.press(Qt::Key_End);
            QTRY_VERIFY2(fixture.find("evidenceDialog"), name);
            fixture.find<QDialog>("evidenceDialog")->reject();
            QTRY_VERIFY(!fixture.find("evidenceDialog"));
        }
    }

    void theFilterKeyGoesToTheFilterInSight()
    {
        WindowFixture fixture;
        openReview(fixture);
        for (const auto &[key, modifiers] :
             {std::pair(Qt::Key_Slash, Qt::NoModifier), std::pair(Qt::Key_F, Qt::ControlModifier)}) {
            fixture.press(Qt::Key_4, Qt::AltModifier);
            QTRY_VERIFY(fixture.find("timelineTable") && fixture.find("timelineTable")->hasFocus());
            fixture.press(key, modifiers);
            QVERIFY(fixture.find("timelineFilterEdit") && fixture.find("timelineFilterEdit")->hasFocus());
            fixture.press(Qt::Key_Escape);
            QVERIFY(fixture.find("timelineTable")->hasFocus());
        }
        fixture.press(Qt::Key_3, Qt::AltModifier);
        fixture.press(Qt::Key_Slash);
        QTRY_VERIFY(fixture.find("filterEdit") && fixture.find("filterEdit")->hasFocus());
    }

    void deleteTakesEvidenceOut()
    {
        WindowFixture fixture;
        openReview(fixture);
        for (Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace}) {
            fixture.page()->dossier()->bar()->addEvidence(QStringLiteral("https://register.example/1"));
            auto *chip = fixture.find<QToolButton>("evidenceChip");
            QVERIFY(chip && chip->accessibleDescription().contains(QStringLiteral("Delete")));
            chip->setFocus();
            fixture.press(key);
            QTRY_VERIFY(!fixture.find("evidenceChip"));
            QVERIFY(fixture.page()->dossier()->bar()->draft().evidence.isEmpty());
        }
    }

    void whatADecisionNeedsCanBeReadWholeInASmallWindow()
    {
        WindowFixture fixture;
        fixture.window().resize(1280, 720);
        openReview(fixture);
        gatehouse::ui::DecisionBar *bar = fixture.page()->dossier()->bar();
        const QString replaced = fixture.page()->view()->facts.documents.first().id;
        fixture.fileDocument(QStringLiteral("kyb"), fixture.write(QStringLiteral("c.pdf"), "%PDF-1.4 c"));
        bar->addEvidence(replaced);
        bar->choose(gatehouse::domain::Verdict::Approve);
        const auto needed = [&fixture] {
            return fixture.find("requirementList")
                ->findChildren<gatehouse::ui::StatusLabel *>(Qt::FindDirectChildrenOnly);
        };
        const auto seen = [&needed](const QString &words) {
            const auto labels = needed();
            return std::any_of(labels.begin(), labels.end(), [&words](const auto *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(seen(QStringLiteral("replaced evidence")));
        QVERIFY(seen(QStringLiteral("Missing or expired")));
        QCoreApplication::processEvents();
        for (const gatehouse::ui::StatusLabel *label : needed()) {
            if (!label->isVisible())
                continue;
            const int lines = label->heightForWidth(label->width());
            QVERIFY2(label->width() >= label->sizeHint().width() || (lines > 0 && label->height() >= lines),
                     qPrintable(label->text()));
        }
    }

    void aLinkThatIsNoneSaysWhy()
    {
        WindowFixture fixture;
        openReview(fixture);
        fixture.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(fixture.find<QComboBox>("evidenceDocumentCombo"));
        auto *documents = fixture.find<QComboBox>("evidenceDocumentCombo");
        documents->setCurrentIndex(documents->count() - 1);
        QVERIFY(!fixture.find<QPushButton>("addButton")->isEnabled());
        QVERIFY(!fixture.find<QLabel>("reasonLabel")->text().isEmpty());
        fixture.find<QLineEdit>("evidenceLinkEdit")->setText(QStringLiteral("https://register.example"));
        QVERIFY(fixture.find<QPushButton>("addButton")->isEnabled());
        QVERIFY(fixture.find<QLabel>("reasonLabel")->text().isEmpty());
    }

    void whatIsOpenDoesNotReadAsDone()
    {
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        auto *gates = fixture.find<QAbstractItemView>("gatesTable");
        for (const auto &gate : fixture.page()->view()->readiness.gates) {
            if (gate.state == gatehouse::domain::GateState::Done)
                continue;
            const auto row = &gate - fixture.page()->view()->readiness.gates.constData();
            const QString text = gates->model()->index(int(row), 2).data().toString();
            QVERIFY2(text != gate.openStep && text.contains(gate.openStep), qPrintable(text));
        }
        for (QWidget *step : fixture.find("missingList")->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(step->accessibleName().startsWith(QStringLiteral("Open: ")), qPrintable(step->accessibleName()));
    }

    void aWindowFitsItsScreen()
    {
        using gatehouse::ui::windowstate::fitted;
        const QRect screen(0, 0, 1280, 720);
        const QMargins frame(4, 34, 4, 4);
        QCOMPARE(fitted({0, 0, 1440, 900}, screen, frame), QRect(4, 34, 1272, 682));
        QCOMPARE(fitted({1000, 500, 400, 300}, screen, frame), QRect(876, 416, 400, 300));
        QCOMPARE(fitted({-50, -50, 400, 300}, screen, frame), QRect(4, 34, 400, 300));
        QCOMPARE(fitted({100, 100, 400, 300}, screen, frame), QRect(100, 100, 400, 300));
        // As this screen has it.
        gatehouse::ui::Theme theme(gatehouse::ui::Theme::Choice::Light);
        gatehouse::support::FakeFileChooser chooser;
        const gatehouse::ui::MainWindow window(theme, chooser);
        const QSize room = window.screen()->availableSize().expandedTo(window.minimumSize());
        QVERIFY(window.width() <= room.width() && window.height() <= room.height());
    }
};

GATEHOUSE_TEST(TestKeyboard)

#include "tst_keyboard.moc"
