#include "desktop/options.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

class TestTour : public QObject
{
    Q_OBJECT

    using Options = gatehouse::desktop::Options;

    static Options read(const QStringList &arguments)
    {
        return gatehouse::desktop::readOptions(QStringList{QStringLiteral("gatehouse")} + arguments);
    }

    static QStringList pictures(const QByteArray &output)
    {
        return QString::fromLocal8Bit(output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void savesAPictureOfEveryScreen()
    {
        const QTemporaryDir folder;
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse"), {QStringLiteral("--tour"), folder.path()});
        QVERIFY(program.waitForFinished(110000));
        QCOMPARE(program.exitCode(), 0);
        const QStringList saved = pictures(program.readAllStandardOutput());
        QVERIFY(saved.size() >= 25);
        for (const QString &path : saved) {
            const QImage picture(path);
            QVERIFY2(picture.size() == QSize(1440, 900), qPrintable(path));
            QSet<QRgb> colours;
            for (int x = 0; x < picture.width(); x += 3) {
                for (int y = 0; y < picture.height(); y += 3)
                    colours += picture.pixel(x, y);
            }
            QVERIFY2(colours.size() > 20, qPrintable(path));
        }
        for (const char *name :
             {"board-light", "board-dark", "board-no-match", "board-empty", "partner-overview-light", "review-filled",
              "review-refused", "review-denied", "new-partner-error", "partner-suspended"})
            QVERIFY2(QFileInfo::exists(folder.filePath(QLatin1StringView(name) + QStringLiteral(".png"))), name);
    }

    void failsWhereItCantSave()
    {
        QProcess program;
        program.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse"),
                      {QStringLiteral("--tour"), QStringLiteral("/proc/no/such/folder")});
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(!program.readAllStandardError().isEmpty());
    }

    void readsTheCommandLine()
    {
        QVERIFY(read({QStringLiteral("--demo")}).demo);
        QCOMPARE(read({QStringLiteral("--as"), QStringLiteral("mara")}).subject, QStringLiteral("mara"));
        QCOMPARE(read({QStringLiteral("x.gatehouse")}).workspace, QStringLiteral("x.gatehouse"));
        QCOMPARE(read({QStringLiteral("--theme"), QStringLiteral("dark")}).theme, gatehouse::ui::Theme::Choice::Dark);
        QVERIFY(!read({QStringLiteral("--theme"), QStringLiteral("pink")}).problem.isEmpty());
        QVERIFY(!read({QStringLiteral("--nonsense")}).problem.isEmpty());
        QVERIFY(read({QStringLiteral("--help")}).answer.contains(QStringLiteral("--tour")));
    }
};

GATEHOUSE_TEST(TestTour)

#include "tst_tour.moc"
