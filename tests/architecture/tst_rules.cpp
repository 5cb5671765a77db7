#include "architecture/rules.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// Each rule is shown a breach, so that a green TestRooms means something. The log lines are as Ninja 1.11 prints them.
class TestRules : public QObject
{
    Q_OBJECT

    using RoomList = QList<gatehouse::architecture::Room>;
    using ObjectList = QList<gatehouse::architecture::CompiledObject>;

    static RoomList rooms()
    {
        return gatehouse::architecture::parseRooms(QStringLiteral("domain|models/domain||Core||room\n"
                                                                  "store|models/store|domain|Core|Sql|room\n"
                                                                  "ui|ui|domain;words|Widgets||room\n"
                                                                  "words|ui/words|domain|Core||room\n"
                                                                  "tst_ui|tests/ui|ui;words|Test;Core||test\n"));
    }

    static ObjectList objects(const QString &log)
    {
        return gatehouse::architecture::parseDependencyLog(
            log, {QStringLiteral("/src"), QStringLiteral("/src/build/dev"), rooms()});
    }

    static QString object(const QString &target, const QString &source, const QStringList &dependencies)
    {
        QString text = QStringLiteral("x/CMakeFiles/%1.dir/a.cpp.o: #deps 9, deps mtime 17 (VALID)\n").arg(target);
        for (const QString &dependency : QStringList{source} + dependencies)
            text += QStringLiteral("    ") + dependency + QLatin1Char('\n');
        return text + QLatin1Char('\n');
    }

private Q_SLOTS:
    void readsTheTableOfRooms()
    {
        QCOMPARE(rooms().size(), 5);
        QCOMPARE(rooms().at(1).name, QStringLiteral("store"));
        QCOMPARE(rooms().at(1).mayUse, QStringList{QStringLiteral("domain")});
        QCOMPARE(rooms().at(1).qtModules, (QStringList{QStringLiteral("Core"), QStringLiteral("Sql")}));
        QCOMPARE(rooms().at(4).kind, gatehouse::architecture::RoomKind::Test);
    }

    void refusesATableOfAnotherShape()
    {
        QVERIFY(gatehouse::architecture::parseRooms(QStringLiteral("domain|models/domain||Core")).isEmpty());
    }

    void givesAFileToTheInnermostRoom()
    {
        const auto all = rooms();
        QCOMPARE(gatehouse::architecture::roomOf(QStringLiteral("ui/words/errorwords.h"), all)->name,
                 QStringLiteral("words"));
        QCOMPARE(gatehouse::architecture::roomOf(QStringLiteral("ui/pages/board.h"), all)->name, QStringLiteral("ui"));
        QVERIFY(!gatehouse::architecture::roomOf(QStringLiteral("uix/board.h"), all));
    }

    void seesAnUndeclaredArrowHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("written");

        QTest::newRow("through the view") << QStringLiteral("rooms/store/store/statement.h");
        QTest::newRow("through the view, absolute") << QStringLiteral("/src/build/dev/rooms/store/store/statement.h");
        QTest::newRow("../ from a source") << QStringLiteral("/src/models/domain/../store/statement.h");
        QTest::newRow("../ through the view's link") << QStringLiteral("rooms/domain/domain/../store/statement.h");
        QTest::newRow("../ to the sources") << QStringLiteral("../../models/store/statement.h");
        QTest::newRow("absolute") << QStringLiteral("/src/models/store/statement.h");
    }

    void seesAnUndeclaredArrowHoweverItIsWritten()
    {
        QFETCH(QString, written);
        const auto log =
            objects(object(QStringLiteral("domain"), QStringLiteral("/src/models/domain/a.cpp"), {written}));
        QCOMPARE(gatehouse::architecture::undeclaredArrows(log, rooms()),
                 QStringList{QStringLiteral(
                     "models/domain/a.cpp includes models/store/statement.h: domain may not use store")});
    }

    void seesAnObjectOfAnUnknownTarget()
    {
        const auto log = objects(object(QStringLiteral("stray"), QStringLiteral("/src/models/stray/a.cpp"), {}));
        QCOMPARE(gatehouse::architecture::undeclaredArrows(log, rooms()).size(), 1);
    }

    void allowsDeclaredArrowsOwnHeadersAndGeneratedFiles()
    {
        const auto log = objects(object(
            QStringLiteral("store"), QStringLiteral("../../models/store/a.cpp"),
            {QStringLiteral("rooms/store/store/a.h"), QStringLiteral("rooms/domain/domain/partner.h"),
             QStringLiteral("models/store/store_autogen/include/a.moc"), QStringLiteral("/usr/include/stdio.h")}));
        QCOMPARE(gatehouse::architecture::undeclaredArrows(log, rooms()), QStringList());
    }

    void allowsTestsTheFixturesOfOtherTests()
    {
        const auto fixture = RoomList(rooms()) << gatehouse::architecture::Room{
                                 QStringLiteral("support"), QStringLiteral("tests/support"), {}, {}, {}};
        const auto log = objects(object(QStringLiteral("tst_ui"), QStringLiteral("/src/tests/ui/tst_a.cpp"),
                                        {QStringLiteral("/src/tests/support/testmain.h")}));
        QCOMPARE(gatehouse::architecture::undeclaredArrows(log, fixture), QStringList());
    }

    void seesAnArrowThatNobodyUses()
    {
        const auto log = objects(object(QStringLiteral("store"), QStringLiteral("/src/models/store/a.cpp"), {})
                                 + object(QStringLiteral("words"), QStringLiteral("/src/ui/words/a.cpp"),
                                          {QStringLiteral("/src/models/domain/partner.h")}));
        const QStringList breaches = gatehouse::architecture::unusedArrows(log, rooms());
        QVERIFY(breaches.contains(
            QStringLiteral("store may use domain and does not: take it out of MAY_USE in models/store")));
        QVERIFY(breaches.filter(QStringLiteral("words may use")).isEmpty());
    }

    void seesACircleOfRooms()
    {
        const auto circle = gatehouse::architecture::parseRooms(
            QStringLiteral("a|models/a|b|Core||room\nb|models/b|c|Core||room\nc|models/c|a|Core||room\n"));
        QVERIFY(gatehouse::architecture::circles(circle).contains(QStringLiteral("a -> b -> c -> a")));
        QCOMPARE(gatehouse::architecture::circles(rooms()), QStringList());
    }

    void seesQtModulesOutsideTheRoomsList_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("isBreach");

        const QString qt = QStringLiteral("/usr/include/x86_64-linux-gnu/qt6/");
        QTest::newRow("Core anywhere") << QStringLiteral("words") << qt + QStringLiteral("QtCore/qstring.h") << false;
        QTest::newRow("Sql in store") << QStringLiteral("store") << qt + QStringLiteral("QtSql/QSqlQuery") << false;
        QTest::newRow("Sql elsewhere") << QStringLiteral("ui") << qt + QStringLiteral("QtSql/QSqlQuery") << true;
        QTest::newRow("Widgets in a Core room")
            << QStringLiteral("domain") << qt + QStringLiteral("QtWidgets/QWidget") << true;
        QTest::newRow("Gui beside Widgets") << QStringLiteral("ui") << qt + QStringLiteral("QtGui/qcolor.h") << false;
        QTest::newRow("private headers") << QStringLiteral("words")
                                         << qt + QStringLiteral("QtGui/6.4.2/QtGui/private/qfont_p.h") << true;
    }

    void seesQtModulesOutsideTheRoomsList()
    {
        QFETCH(QString, target);
        QFETCH(QString, header);
        QFETCH(bool, isBreach);
        const auto log = objects(object(target, QStringLiteral("/src/a.cpp"), {header}));
        QCOMPARE(gatehouse::architecture::undeclaredQtModules(log, rooms()).isEmpty(), !isBreach);
    }

    void seesARoomThatWasNotBuilt()
    {
        const auto log = objects(object(QStringLiteral("store"), QStringLiteral("/src/models/store/a.cpp"), {}));
        QCOMPARE(gatehouse::architecture::roomsWithoutObjects(log, rooms()).size(), 4);
    }

    void keepsReservedWordsInTheirPlaces_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isBreach");

        const QString rule = QStringLiteral("models/domain/rule.cpp");
        QTest::newRow("tr below the edge") << rule << QStringLiteral("return tr(\"Approved\");") << true;
        QTest::newRow("translate below the edge")
            << rule << QStringLiteral("QCoreApplication::translate (\"a\", \"b\")") << true;
        QTest::newRow("tr in ui") << QStringLiteral("ui/pages/board.cpp") << QStringLiteral("tr(\"Board\")") << false;
        QTest::newRow("tr as the end of a name") << rule << QStringLiteral("qstr(\"x\"); attr(1);") << false;
        QTest::newRow("tr in a comment") << rule << QStringLiteral("// never tr(\"x\")\n/* nor\n tr(1) */") << false;
        QTest::newRow("tr in a literal") << rule << QStringLiteral("QLatin1StringView(\"tr(\")") << false;
        QTest::newRow("tr in a raw literal") << rule << QStringLiteral("R\"x(tr(\")x\"") << false;
        QTest::newRow("tr after an escaped quote") << rule << QStringLiteral("f(\"\\\"\"); tr(\"a\");") << true;
        QTest::newRow("QSqlQuery in a repository")
            << QStringLiteral("models/store/partnerrepository.cpp") << QStringLiteral("QSqlQuery query(db);") << true;
        QTest::newRow("QSqlQuery in the statement")
            << QStringLiteral("models/store/statement.cpp") << QStringLiteral("QSqlQuery query(db);") << false;
        QTest::newRow("the system's clock in a rule")
            << rule << QStringLiteral("QDateTime::currentDateTimeUtc()") << true;
        QTest::newRow("the system's clock in app") << QStringLiteral("app/wiring/systemclock.cpp")
                                                   << QStringLiteral("QDateTime::currentMSecsSinceEpoch()") << false;
        QTest::newRow("a nested loop") << QStringLiteral("ui/pages/board.cpp") << QStringLiteral("QEventLoop loop;")
                                       << true;
        QTest::newRow("whole text in a repository") << QStringLiteral("models/store/sqlpartnerrepository.cpp")
                                                    << QStringLiteral("m_connection.execute(sql);") << true;
        QTest::newRow("a statement") << QStringLiteral("models/store/sqlpartnerrepository.cpp")
                                     << QStringLiteral("Statement(m_connection, sql).run();") << false;
        QTest::newRow("Qt Pdf in the window")
            << QStringLiteral("ui/pages/viewer.cpp") << QStringLiteral("QPdfDocument document;") << true;
        QTest::newRow("Qt Pdf in the helper")
            << QStringLiteral("app/render/pdfpages.cpp") << QStringLiteral("QPdfDocument document;") << false;
        QTest::newRow("an image reader in the window")
            << QStringLiteral("ui/pages/viewer.cpp") << QStringLiteral("QImageReader reader(&buffer);") << true;
        QTest::newRow("dialog") << QStringLiteral("ui/dialogs/a.cpp") << QStringLiteral("dialog->exec();") << true;
        QTest::newRow("loop of the program")
            << QStringLiteral("app/desktop/main.cpp") << QStringLiteral("return app.exec();") << false;
        QTest::newRow("then") << QStringLiteral("ui/pages/a.cpp") << QStringLiteral("future.then(this, f);") << true;
        QTest::newRow("qWait in a test") << QStringLiteral("tests/ui/tst_board.cpp")
                                         << QStringLiteral("QTest::qWait(5);") << true;
    }

    void keepsReservedWordsInTheirPlaces()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QFETCH(bool, isBreach);
        QCOMPARE(!gatehouse::architecture::reservedWordsIn(file, code).isEmpty(), isBreach);
    }

    void namesTheLineOfAReservedWord()
    {
        const auto breaches = gatehouse::architecture::reservedWordsIn(QStringLiteral("models/a.cpp"),
                                                                       QStringLiteral("/*\n\n*/\ntr(\"x\");\n"));
        QCOMPARE(breaches.size(), 1);
        QVERIFY2(breaches.first().startsWith(QStringLiteral("models/a.cpp:4: ")), qPrintable(breaches.first()));
    }

    void wantsAShortReadmeInEveryRoom()
    {
        const QTemporaryDir dir;
        for (const auto &room : rooms())
            QVERIFY(QDir(dir.path()).mkpath(room.folder));
        const auto write = [&dir](const QString &folder, int lines) {
            QFile file(dir.filePath(folder + QStringLiteral("/README.md")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("line\n").repeated(lines));
        };
        write(QStringLiteral("models/domain"), 40);
        write(QStringLiteral("models/store"), 41);
        write(QStringLiteral("ui"), 1);
        QCOMPARE(gatehouse::architecture::readmeBreaches(dir.path(), rooms()),
                 (QStringList{QStringLiteral("models/store/README.md has 41 lines, at most 40"),
                              QStringLiteral("ui/words/README.md is missing")}));
    }

    void limitsSourcesToSixHundredLines()
    {
        const QString line = QStringLiteral("x\n");
        QCOMPARE(gatehouse::architecture::lengthBreaches(QStringLiteral("a.cpp"), line.repeated(600)), QStringList());
        QCOMPARE(gatehouse::architecture::lengthBreaches(QStringLiteral("a.cpp"), line.repeated(601)).size(), 1);
    }
};

GATEHOUSE_TEST(TestRules)

#include "tst_rules.moc"
