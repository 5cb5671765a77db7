#include "operations/tenantoperations.h"
#include "operations/tenantqueries.h"
#include "support/testmain.h"
#include "ui/components/secretfield.h"
#include "ui/shell/windowfixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

// Tenants on the Board: made, shown their key once, revoked.
class TestTenantsView : public QObject
{
    Q_OBJECT

    using Act = gatehouse::ui::Act;
    using WindowFixture = gatehouse::support::WindowFixture;

    static constexpr int tenantsTab = 5;

    static void click(WindowFixture &fixture, const char *name)
    {
        auto *button = fixture.find<QPushButton>(name);
        QVERIFY2(button, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    static void showTenants(WindowFixture &fixture)
    {
        fixture.createWorkspace();
        fixture.submitApplication();
        fixture.window().go({});
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(tenantsTab);
        QTRY_VERIFY(fixture.find("tenantsEmpty"));
    }

    static QByteArray newKey(WindowFixture &fixture)
    {
        gatehouse::operations::CreateTenant create;
        create.name = QStringLiteral("Acme Corp");
        create.email = QStringLiteral("ops@acme.example");
        create.partner = QStringLiteral("harbourline-markets");
        const auto receipt = fixture.runElsewhere(create);
        return receipt && receipt->secret ? receipt->secret->bytes().toByteArray() : QByteArray();
    }

    static QString cell(WindowFixture &fixture, int row, int column)
    {
        auto *table = fixture.find<QAbstractItemView>("tenantsTable");
        return table ? table->model()->index(row, column).data(Qt::ToolTipRole).toString() : QString();
    }

    static bool opens(WindowFixture &fixture, const QByteArray &key)
    {
        return bool(fixture.askElsewhere(gatehouse::operations::VerifyAccessKey{key}));
    }

private Q_SLOTS:
    void aKeyIsRevealedOnce()
    {
        WindowFixture fixture;
        showTenants(fixture);
        fixture.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(fixture.find("newTenantDialog"));
        fixture.find<QLineEdit>("tenantNameEdit")->setText(QStringLiteral("Acme Corp"));
        fixture.find<QLineEdit>("tenantEmailEdit")->setText(QStringLiteral("ops@acme.example"));
        fixture.find<QLineEdit>("tenantPartnerEdit")->setText(QStringLiteral("harbourline-markets"));
        click(fixture, "submitButton");
        QTRY_VERIFY(fixture.find("accessKeyDialog"));
        auto *edit = fixture.find<QLineEdit>("secretEdit");
        QVERIFY(!edit->text().isEmpty());
        QCOMPARE(edit->text(), QString(edit->text().size(), QChar(0x2022)));
        click(fixture, "revealButton");
        const QByteArray key = edit->text().toLatin1();
        QVERIFY2(opens(fixture, key), key.constData());
        QVERIFY(
            !fixture.find<QPlainTextEdit>("tenantMailEdit")->toPlainText().contains(QString::fromLatin1(key.last(32))));
        QVERIFY(fixture.find<QPlainTextEdit>("tenantMailEdit")
                    ->toPlainText()
                    .contains(QString::fromLatin1(key.chopped(33))));
        click(fixture, "closeKeyButton");
        QTRY_VERIFY(!fixture.find("accessKeyDialog"));
        QTRY_VERIFY(fixture.find("tenantsTable"));
        QTRY_VERIFY(fixture.find<QLabel>("tenantNumbers")->text().contains(QStringLiteral("Active partners 1")));
    }

    void whatWasCopiedLeavesTheClipboard()
    {
        using namespace gatehouse;
        const auto secret = std::make_shared<const domain::Secret>(QByteArray("acme_A1B2C3D4_SECRET"));
        QClipboard *clipboard = QGuiApplication::clipboard();
        ui::SecretField field(std::chrono::milliseconds(1));
        field.setSecret(secret);
        auto *copy = field.findChild<QPushButton *>(QStringLiteral("copySecretButton"));
        copy->click();
        QCOMPARE(clipboard->text(), QStringLiteral("acme_A1B2C3D4_SECRET"));
        QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QTRY_COMPARE(clipboard->text(), QString());
        // Not what somebody copied since.
        copy->click();
        clipboard->setText(QStringLiteral("another"));
        QTRY_COMPARE(copy->text(), QStringLiteral("&Copy"));
        QCOMPARE(clipboard->text(), QStringLiteral("another"));
        {
            ui::SecretField brief(std::chrono::hours(1));
            brief.setSecret(secret);
            brief.findChild<QPushButton *>(QStringLiteral("copySecretButton"))->click();
        }
        QCOMPARE(clipboard->text(), QString());
    }

    void revokingAsksForTheName()
    {
        WindowFixture fixture;
        showTenants(fixture);
        const QByteArray key = newKey(fixture);
        QVERIFY(opens(fixture, key));
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(0);
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(tenantsTab);
        QTRY_VERIFY(fixture.find("tenantsTable"));
        QTRY_VERIFY(fixture.window().actions()[Act::RevokeTenant]->isEnabled());
        fixture.window().actions()[Act::RevokeTenant]->trigger();
        QTRY_VERIFY(fixture.find("revokeTenantDialog"));
        click(fixture, "submitButton");
        QVERIFY(fixture.find<QLabel>("reasonLabel")->text().contains(QStringLiteral("Type its name")));
        QVERIFY(opens(fixture, key));
        fixture.find<QLineEdit>("typedNameEdit")->setText(QStringLiteral("Acme Corp"));
        fixture.find<QLineEdit>("revokeReasonEdit")->setText(QStringLiteral("Ended."));
        click(fixture, "submitButton");
        QTRY_VERIFY(!fixture.find("revokeTenantDialog"));
        QVERIFY(!opens(fixture, key));
        QTRY_VERIFY(fixture.find("tenantsEmpty"));
        click(fixture, "revokedTooButton");
        QTRY_VERIFY(fixture.find("tenantsTable"));
        QVERIFY2(cell(fixture, 0, 0).contains(QStringLiteral("Reason: Ended.")), qPrintable(cell(fixture, 0, 0)));
        QVERIFY(!fixture.window().actions()[Act::RevokeTenant]->isEnabled());
    }

    void aLostKeyIsReplaced()
    {
        WindowFixture fixture;
        showTenants(fixture);
        const QByteArray old = newKey(fixture);
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(0);
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(tenantsTab);
        QTRY_VERIFY(fixture.find("tenantsTable"));
        fixture.window().actions()[Act::ReplaceKey]->trigger();
        QTRY_VERIFY(fixture.find("replaceKeyDialog"));
        click(fixture, "submitButton");
        QTRY_VERIFY(fixture.find("accessKeyDialog"));
        click(fixture, "revealButton");
        QVERIFY(opens(fixture, fixture.find<QLineEdit>("secretEdit")->text().toLatin1()));
        QVERIFY(!opens(fixture, old));
        click(fixture, "closeKeyButton");
    }

    void whoMayOnlyReadSeesWhy()
    {
        WindowFixture fixture;
        showTenants(fixture);
        QVERIFY(!newKey(fixture).isEmpty());
        QVERIFY(fixture.addOperator(QStringLiteral("ada"), {}, gatehouse::domain::Role::Auditor));
        fixture.reopenAs(QStringLiteral("ada"));
        QTRY_VERIFY(fixture.find<QTabBar>("viewTabs")->isTabEnabled(tenantsTab));
        fixture.find<QTabBar>("viewTabs")->setCurrentIndex(tenantsTab);
        QTRY_VERIFY(fixture.find("tenantsTable"));
        QTRY_VERIFY(!fixture.window().actions()[Act::NewTenant]->isEnabled());
        QVERIFY(!fixture.window().actions()[Act::NewTenant]->statusTip().isEmpty());
        QVERIFY(!fixture.find<QPushButton>("revokeTenantButton")->isEnabled());
    }
};

GATEHOUSE_TEST(TestTenantsView)

#include "tst_tenantsview.moc"
