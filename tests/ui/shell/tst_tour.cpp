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
        program.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse"), {QStringLiteral("--tour"), folder.path()});
        QVERIFY(program.waitForFinished(110000));
        QByteArray complaints = program.readAllStandardError();
        // A check's message is cut after its first lines: what matters must be among them.
        complaints.replace("This plugin does not support propagateSizeHints()\n", "");
        QVERIFY2(program.exitCode() == 0, complaints.constData());
        QVERIFY2(!complaints.contains("gatehouse.operations"), complaints.constData());
        const QStringList saved = pictures(program.readAllStandardOutput());
        QVERIFY(saved.size() >= 45);
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
        for (const char *name : {"board-light",
                                 "board-dark",
                                 "board-no-match",
                                 "board-empty",
                                 "partner-overview-light",
                                 "review-filled",
                                 "review-refused",
                                 "review-denied",
                                 "new-partner-error",
                                 "partner-suspended",
                                 "approvals-light",
                                 "approvals-change",
                                 "approvals-folded",
                                 "approvals-filled",
                                 "approvals-filled-dark",
                                 "approvals-ask",
                                 "approvals-ask-again",
                                 "approvals-put-off",
                                 "approvals-assign",
                                 "approvals-refused",
                                 "approvals-unreadable",
                                 "approvals-recorded",
                                 "approvals-no-match",
                                 "approvals-denied",
                                 "approvals-empty",
                                 "approvals-second",
                                 "approvals-first-given"})
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

    void answersWithoutADisplay()
    {
        QProcessEnvironment nowhere = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            nowhere.remove(QLatin1StringView(variable));
        for (const char *option : {"--help", "--version"}) {
            QProcess program;
            program.setProcessEnvironment(nowhere);
            program.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/bin/gatehouse"), {QLatin1StringView(option)});
            QVERIFY(program.waitForFinished(60000));
            QCOMPARE(program.exitStatus(), QProcess::NormalExit);
            QCOMPARE(program.exitCode(), 0);
            QVERIFY(program.readAllStandardOutput().contains("gatehouse"));
        }
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"--tour d --workspace a", "--tour d a", "--tour d --demo", "--tour d --as mara",
                                 "--size 800x600", "a b", "--workspace a b", "--demo a", "--scale -1", "--scale big",
                                 "--scale 0", "--tour d --size 800", "--tour d --size 800x600x2", "--tour="})
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(const QStringList, arguments);
        const QString problem = read(arguments).problem;
        QVERIFY(!problem.isEmpty());
        QVERIFY(!problem.contains(QLatin1Char('\n')));
    }

    void readsTheCommandLine()
    {
        QVERIFY(read({QStringLiteral("--demo")}).demo);
        QCOMPARE(read({QStringLiteral("--as"), QStringLiteral("mara")}).subject, QStringLiteral("mara"));
        QCOMPARE(read({QStringLiteral("x.gatehouse")}).workspace, QStringLiteral("x.gatehouse"));
        QCOMPARE(read({QStringLiteral("--theme"), QStringLiteral("dark")}).theme, gatehouse::ui::Theme::Choice::Dark);
        QVERIFY(!read({QStringLiteral("--theme"), QStringLiteral("pink")}).problem.isEmpty());
        QVERIFY(!read({QStringLiteral("--nonsense")}).problem.isEmpty());
        QVERIFY(read({QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--theme=dark"),
                      QStringLiteral("--size=800x600"), QStringLiteral("--scale=2")})
                    .problem.isEmpty());
        QVERIFY(read({QStringLiteral("--help")}).answer.contains(QStringLiteral("--tour")));
    }
};

GATEHOUSE_TEST(TestTour)

#include "tst_tour.moc"
