#include "architecture/rules.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

// The rules of rules.h on this very build: its table of rooms, its dependency log, its sources.
class TestRooms : public QObject
{
    Q_OBJECT

    QList<gatehouse::architecture::Room> m_rooms;
    QList<gatehouse::architecture::CompiledObject> m_objects;

    static QString text(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static QString sourceDir() { return QStringLiteral(GATEHOUSE_SOURCE_DIR); }

    static QStringList sources()
    {
        QStringList files;
        for (const char *part : {"models", "ui", "app", "tests"}) {
            QDirIterator walk(sourceDir() + QLatin1Char('/') + QLatin1StringView(part),
                              {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext())
                files += walk.next().mid(sourceDir().size() + 1);
        }
        return files;
    }

    // Printed one by one: Qt Test cuts a failure's text off after a thousand characters.
    static bool isClean(const QStringList &breaches)
    {
        for (const QString &breach : breaches)
            qWarning("%s", qPrintable(breach));
        return breaches.isEmpty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString buildDir = QStringLiteral(GATEHOUSE_BINARY_DIR);
        m_rooms = gatehouse::architecture::parseRooms(text(buildDir + QStringLiteral("/rooms.txt")));
        QVERIFY2(!m_rooms.isEmpty(), "build/rooms.txt is missing or has another shape");

        QProcess ninja;
        ninja.start(QStringLiteral(GATEHOUSE_NINJA),
                    {QStringLiteral("-C"), buildDir, QStringLiteral("-t"), QStringLiteral("deps")});
        QVERIFY2(ninja.waitForFinished(60000) && ninja.exitCode() == 0, ninja.readAllStandardError().constData());
        m_objects = gatehouse::architecture::parseDependencyLog(QString::fromUtf8(ninja.readAllStandardOutput()),
                                                                {sourceDir(), buildDir, m_rooms});
    }

    // Otherwise the other rules would say nothing about it.
    void everyRoomIsBuilt()
    {
        const QStringList breaches = gatehouse::architecture::roomsWithoutObjects(m_objects, m_rooms);
        QVERIFY(isClean(breaches));
    }

    void noRoomUsesAnotherUndeclared()
    {
        const QStringList breaches = gatehouse::architecture::undeclaredArrows(m_objects, m_rooms);
        QVERIFY(isClean(breaches));
    }

    void everyDeclaredArrowIsUsed()
    {
        const QStringList breaches = gatehouse::architecture::unusedArrows(m_objects, m_rooms);
        QVERIFY(isClean(breaches));
    }

    void noRoomsUseEachOtherInACircle()
    {
        const QStringList breaches = gatehouse::architecture::circles(m_rooms);
        QVERIFY(isClean(breaches));
    }

    void noRoomUsesAQtModuleUndeclared()
    {
        const QStringList breaches = gatehouse::architecture::undeclaredQtModules(m_objects, m_rooms);
        QVERIFY(isClean(breaches));
    }

    void everyRoomHasAShortReadme()
    {
        const QStringList breaches = gatehouse::architecture::readmeBreaches(sourceDir(), m_rooms);
        QVERIFY(isClean(breaches));
    }

    void reservedWordsStayInTheirPlaces()
    {
        QStringList breaches;
        const QStringList files = sources();
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            breaches += gatehouse::architecture::reservedWordsIn(file, text(sourceDir() + QLatin1Char('/') + file));
        QVERIFY(isClean(breaches));
    }

    void everyFileWithAReservedWordIsStillThere()
    {
        for (const auto &word : gatehouse::architecture::reservedWords()) {
            for (const QString &place : word.allowedIn)
                QVERIFY2(QFile::exists(sourceDir() + QLatin1Char('/') + place), qPrintable(place));
        }
    }

    void noSourceIsTooLong()
    {
        QStringList breaches;
        const QStringList files = sources();
        for (const QString &file : files)
            breaches += gatehouse::architecture::lengthBreaches(file, text(sourceDir() + QLatin1Char('/') + file));
        QVERIFY(isClean(breaches));
    }
};

GATEHOUSE_TEST(TestRooms)

#include "tst_rooms.moc"
