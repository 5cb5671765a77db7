#include "support/testmain.h"
#include "ui/style/systemscheme.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QFile>
#include <QFontMetrics>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>

using gatehouse::ui::SystemScheme;
using gatehouse::ui::Theme;
using gatehouse::ui::Token;
using gatehouse::ui::Tokens;

// Stands in for the desktop's portal on a private session bus.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;
    uint contrast = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &key)
    {
        const uint value = key == u"color-scheme" ? scheme : contrast;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }
};

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void switchesPaletteTokensAndSheetTogether();
    void environmentBeatsTheChoice();
    void choosingTheSameAgainChangesNothing();
    void sheetIsSmallAndFullyResolved();
    void widgetsOfAnOlderThemeFollow();
    void portalNumbersAreReadAsDocumented_data();
    void portalNumbersAreReadAsDocumented();
    void followsThePortalLive();
    void startsAtOnceWithoutABus();
    void rowHeightsGrowWithTheText();
};

void TestTheme::cleanup()
{
    qunsetenv("GATEHOUSE_THEME");
}

void TestTheme::switchesPaletteTokensAndSheetTogether()
{
    Theme theme(Theme::Choice::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::light()[Token::Window]);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::dark()[Token::Window]);
    QCOMPARE(gatehouse::ui::currentTokens()[Token::Danger], Tokens::dark()[Token::Danger]);
    QVERIFY(qApp->styleSheet().contains(Tokens::dark()[Token::Sidebar].name()));
    QVERIFY(!qApp->styleSheet().contains(Tokens::light()[Token::Sidebar].name()));
}

void TestTheme::environmentBeatsTheChoice()
{
    qputenv("GATEHOUSE_THEME", "dark");
    Theme theme(Theme::Choice::Light);
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
}

void TestTheme::choosingTheSameAgainChangesNothing()
{
    Theme theme(Theme::Choice::Dark);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 0);
}

void TestTheme::sheetIsSmallAndFullyResolved()
{
    Theme theme(Theme::Choice::Light);
    const QString sheet = qApp->styleSheet().section(QStringLiteral("*/"), 1);
    QVERIFY(!sheet.contains(u'@'));
    QVERIFY2(sheet.count(u'{') <= 40, qPrintable(QString::number(sheet.count(u'{'))));
    for (const char *view : {"QTableView::item", "QTreeView::item", "QListView::item", "QAbstractItemView"})
        QVERIFY2(!sheet.contains(QLatin1StringView(view)), view);
}

void TestTheme::widgetsOfAnOlderThemeFollow()
{
    Theme theme(Theme::Choice::Light);
    QLabel label;
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), Tokens::dark()[Token::Text]);
}

void TestTheme::portalNumbersAreReadAsDocumented_data()
{
    QTest::addColumn<uint>("number");
    QTest::addColumn<SystemScheme::Wish>("wish");
    QTest::addRow("no preference") << 0u << SystemScheme::Wish::NoPreference;
    QTest::addRow("dark") << 1u << SystemScheme::Wish::Dark;
    QTest::addRow("light") << 2u << SystemScheme::Wish::Light;
    QTest::addRow("not known yet") << 3u << SystemScheme::Wish::NoPreference;
}

void TestTheme::portalNumbersAreReadAsDocumented()
{
    QFETCH(uint, number);
    QFETCH(SystemScheme::Wish, wish);
    QCOMPARE(SystemScheme::wishFromPortal(number), wish);
}

// Since 6.5 Qt follows the colour scheme itself; contrast is the portal's to tell in every release.
void TestTheme::followsThePortalLive()
{
    QProcess daemon;
    daemon.start(QStringLiteral("dbus-daemon"),
                 {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY2(daemon.waitForStarted(), "dbus-daemon is not installed");
    QVERIFY(daemon.waitForReadyRead());
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QByteArray address = daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    FakePortal portal;
    const QString name = QStringLiteral("fake-portal");
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), name);
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    const auto change = [&bus](const QString &key, uint value) {
        QDBusMessage message = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                          QStringLiteral("org.freedesktop.portal.Settings"),
                                                          QStringLiteral("SettingChanged"));
        message << QStringLiteral("org.freedesktop.appearance") << key << QVariant::fromValue(QDBusVariant(value));
        return bus.send(message);
    };
    {
        SystemScheme system;
        system.start();
        QTRY_COMPARE(system.contrast(), SystemScheme::Contrast::High);
        QVERIFY(change(QStringLiteral("contrast"), 0u));
        QTRY_COMPARE(system.contrast(), SystemScheme::Contrast::Normal);
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        Theme theme(Theme::Choice::System);
        QTRY_COMPARE(theme.scheme(), Theme::Scheme::Dark);
        QVERIFY(change(QStringLiteral("color-scheme"), 2u));
        QTRY_COMPARE(theme.scheme(), Theme::Scheme::Light);
        theme.setChoice(Theme::Choice::Dark);
        QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
#endif
    }
    QDBusConnection::disconnectFromBus(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    daemon.terminate();
    QVERIFY(daemon.waitForFinished());
}

void TestTheme::startsAtOnceWithoutABus()
{
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QElapsedTimer timer;
    timer.start();
    {
        Theme theme(Theme::Choice::System);
    }
    QVERIFY(timer.elapsed() < 2000);
    qputenv("DBUS_SESSION_BUS_ADDRESS", before);
}

void TestTheme::rowHeightsGrowWithTheText()
{
    QFont font = QApplication::font();
    font.setPixelSize(12);
    QCOMPARE(gatehouse::ui::rowHeight(gatehouse::ui::Density::Compact, font), 28);
    QCOMPARE(gatehouse::ui::rowHeight(gatehouse::ui::Density::Normal, font), 32);
    QCOMPARE(gatehouse::ui::rowHeight(gatehouse::ui::Density::Roomy, font), 40);
    font.setPixelSize(48);
    QVERIFY(gatehouse::ui::rowHeight(gatehouse::ui::Density::Compact, font) >= QFontMetrics(font).height());
}

GATEHOUSE_TEST(TestTheme)
#include "tst_theme.moc"
