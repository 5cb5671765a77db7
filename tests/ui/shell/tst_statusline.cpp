#include "support/testmain.h"
#include "ui/shell/keyhints.h"
#include "ui/shell/statusline.h"

#include <QTest>

// The bottom line of the window.
class TestStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidLeavesRoomForTheKeys()
    {
        gatehouse::ui::StatusLine line;
        line.resize(1000, 28);
        line.setHints({{QStringLiteral("J K"), QStringLiteral("move")}, {QStringLiteral("?"), QStringLiteral("all")}});
        line.show();
        const auto *hints = line.findChild<QWidget *>(QStringLiteral("keyHints"));
        const auto *said = line.findChild<QWidget *>(QStringLiteral("saidLabel"));
        QTRY_VERIFY(hints->isVisible() && !said->isVisible());
        line.say(QStringLiteral("The review was put off."));
        QTRY_VERIFY(said->isVisible() && said->width() >= said->sizeHint().width());
        QVERIFY(hints->isVisible());
        QTRY_VERIFY2(hints->width() >= hints->sizeHint().width(), qPrintable(QString::number(hints->width())));
        QVERIFY(!hints->geometry().intersects(said->geometry()));
        // What is said may be long; it is cut where the line ends, and pushes nothing out of the window.
        line.say(QString(400, QLatin1Char('x')));
        QTRY_VERIFY(said->geometry().right() > 500 && said->geometry().right() <= line.width());
    }
};

GATEHOUSE_TEST(TestStatusLine)

#include "tst_statusline.moc"
