#include "cli/csv.h"
#include "cli/eventexport.h"
#include "cli/table.h"
#include "cli/terminaltext.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class TestPrinting : public QObject
{
    Q_OBJECT

private:
    static gatehouse::domain::Event event(qint64 number, const QString &subject)
    {
        gatehouse::domain::Event event;
        event.number = number;
        event.type = QStringLiteral("partner.updated");
        event.subject = subject;
        event.after = {{QStringLiteral("name"), QStringLiteral("a \"b\"")}};
        return event;
    }

    static QByteArray exported(gatehouse::cli::ExportFormat format)
    {
        gatehouse::cli::EventWriter writer(format);
        QByteArray written = writer.begin();
        written += writer.next(event(1, QStringLiteral("=1+1")));
        written += writer.next(event(2, QStringLiteral("b")));
        return written + writer.end();
    }

private Q_SLOTS:
    void controlCharactersAreShownAndNeverSent_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const QString &raw, const QString &shown, const QString &line) {
            QTest::newRow(name) << raw << shown << line;
        };
        row("plain", QStringLiteral("Calder & Voß"), QStringLiteral("Calder & Voß"), QStringLiteral("Calder & Voß"));
        row("escape", QStringLiteral("\x1b[2J"), QStringLiteral("\\x1b[2J"), QStringLiteral("\\x1b[2J"));
        row("C1 control", QStringLiteral("\u009b2J"), QStringLiteral("\\x9b2J"), QStringLiteral("\\x9b2J"));
        row("delete", QStringLiteral("\u007f"), QStringLiteral("\\x7f"), QStringLiteral("\\x7f"));
        row("line breaks", QStringLiteral("a\nb\rc"), QStringLiteral("a\nb\\rc"), QStringLiteral("a\\nb\\rc"));
        row("override", QStringLiteral("a\u202Eb"), QStringLiteral("a\\u202eb"), QStringLiteral("a\\u202eb"));
        row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a\\u2028b"), QStringLiteral("a\\u2028b"));
    }

    void controlCharactersAreShownAndNeverSent()
    {
        QFETCH(const QString, raw);
        QTEST(gatehouse::cli::visible(raw), "shown");
        QTEST(gatehouse::cli::visibleLine(raw), "line");
    }

    void jsonKeepsTheTextAndSparesTheTerminal()
    {
        const QJsonObject object{{QStringLiteral("name"), QStringLiteral("\u009b\u202E\x1b\n")}};
        const QByteArray line = gatehouse::cli::jsonLine(object);
        QCOMPARE(line, QByteArrayLiteral("{\"name\":\"\\u009b\\u202e\\u001b\\n\"}\n"));
        QCOMPARE(QJsonDocument::fromJson(line).object(), object);
    }

    void aFieldThatASpreadsheetWouldRunIsNeutralised_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("csv");
        const auto row = [](const QString &field, const char *csv) {
            QTest::newRow(csv) << field << QByteArray(csv) + "\r\n";
        };
        row(QStringLiteral("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        row(QStringLiteral("+1"), "\"'+1\"");
        row(QStringLiteral("-1"), "\"'-1\"");
        row(QStringLiteral("@SUM(A1)"), "\"'@SUM(A1)\"");
        row(QStringLiteral("\t=1"), "\"'\t=1\"");
        row(QStringLiteral("\r=1"), "\"'\r=1\"");
        row(QStringLiteral("  =1"), "\"'  =1\"");
        row(QStringLiteral("\uFF1D1"), "\"'\uFF1D1\"");
        row(QStringLiteral("a=1"), "\"a=1\"");
        row(QStringLiteral("a,b\nc"), "\"a,b\nc\"");
        row(QString(), "\"\"");
    }

    void aFieldThatASpreadsheetWouldRunIsNeutralised()
    {
        QFETCH(const QString, field);
        QTEST(gatehouse::cli::csvRecord({field}), "csv");
    }

    void eventsAreExportedInThreeFormats()
    {
        using gatehouse::cli::ExportFormat;
        const QList<QByteArray> records = exported(ExportFormat::Csv).split('\n');
        QCOMPARE(records.size(), 4);
        QVERIFY(records.at(0).startsWith("\"number\",\"id\",\"at\",\"type\""));
        QVERIFY(records.at(1).contains("\"'=1+1\""));
        QVERIFY(records.at(1).contains("\"{\"\"name\"\":\"\"a \\\"\"b\\\"\"\"\"}\""));

        const QList<QByteArray> lines = exported(ExportFormat::JsonLines).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(lines.at(0)).object().value(QLatin1StringView("subject")).toString(),
                 QStringLiteral("=1+1"));

        const QJsonArray array = QJsonDocument::fromJson(exported(ExportFormat::JsonArray)).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array.at(1).toObject().value(QLatin1StringView("number")).toInteger(), 2);
    }

    void anEmptyExportIsStillADocument()
    {
        using namespace gatehouse::cli;
        const EventWriter writer(ExportFormat::JsonArray);
        QCOMPARE(QJsonDocument::fromJson(writer.begin() + writer.end()).isArray(), true);
    }

    void tablesAlignAlsoWideAndCombinedCharacters()
    {
        gatehouse::cli::Table table({QStringLiteral("NAME"), QStringLiteral("STATE")});
        table.addRow({QStringLiteral("\u6771\u4eac"), QStringLiteral("a")});
        table.addRow({QStringLiteral("e\u0301te\u0301"), QStringLiteral("b\nc")});
        QCOMPARE(table.text(), QStringLiteral("NAME  STATE\n"
                                              "\u6771\u4eac  a\n"
                                              "e\u0301te\u0301   b\\nc\n"));
    }

    void factsLeaveOutWhatIsEmptyAndIndentFurtherLines()
    {
        gatehouse::cli::Facts facts;
        facts.add(QStringLiteral("Name"), QStringLiteral("a"));
        facts.add(QStringLiteral("Region"), QString());
        facts.add(QStringLiteral("Notes"), QStringLiteral("first\nsecond\x1b"));
        QCOMPARE(facts.text(), QStringLiteral("Name:   a\nNotes:  first\n        second\\x1b\n"));
    }
};

GATEHOUSE_TEST(TestPrinting)
#include "tst_printing.moc"
