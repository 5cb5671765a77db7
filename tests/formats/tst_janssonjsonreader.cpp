#include "formats/janssonjsonreader.h"

#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace gatehouse;

class TestJanssonJsonReader : public QObject
{
    Q_OBJECT

    static base::Result<QJsonObject> read(const QByteArray &bytes)
    {
        return formats::JanssonJsonReader().readObject(bytes, QStringLiteral("application.json"));
    }

private Q_SLOTS:
    void readsEveryKindOfValue();
    void keepsLargeIntegersExactly();
    void refusesWithLineColumnAndReason_data();
    void refusesWithLineColumnAndReason();
    void reasonsCarryNoControlCharacters();
    void judgesTheForeignSuite_data();
    void judgesTheForeignSuite();
};

void TestJanssonJsonReader::readsEveryKindOfValue()
{
    const auto object = read("\xEF\xBB\xBF{\"t\": \"h\xc3\xa9\\ud83d\\ude00\", \"i\": -7, \"r\": 1.5, \"a\": [true, "
                             "false, null], \"o\": {\"\": {}}}\n");
    QVERIFY(object);
    QCOMPARE(object->value(QStringLiteral("t")).toString(), QString::fromUtf8("h\xc3\xa9\xf0\x9f\x98\x80"));
    QCOMPARE(object->value(QStringLiteral("i")).toInteger(), -7);
    QCOMPARE(object->value(QStringLiteral("r")).toDouble(), 1.5);
    QCOMPARE(object->value(QStringLiteral("a")).toArray(), (QJsonArray{true, false, QJsonValue::Null}));
    QCOMPARE(object->value(QStringLiteral("o")).toObject().keys(), QStringList{QString()});
}

void TestJanssonJsonReader::keepsLargeIntegersExactly()
{
    const auto object = read("{\"a\": 9007199254740993, \"b\": -9223372036854775808, \"c\": 9223372036854775807}");
    QVERIFY(object);
    QCOMPARE(object->value(QStringLiteral("a")).toInteger(), Q_INT64_C(9007199254740993));
    QCOMPARE(object->value(QStringLiteral("b")).toInteger(), std::numeric_limits<qint64>::min());
    QCOMPARE(object->value(QStringLiteral("c")).toInteger(), std::numeric_limits<qint64>::max());
}

void TestJanssonJsonReader::refusesWithLineColumnAndReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bytes, int line, int column, const char *reason) {
        QTest::newRow(name) << bytes << line << column << QString::fromLatin1(reason);
    };
    row("empty", "", 1, 1, "'[' or '{' expected near end of file");
    row("array", "[1]", 1, 1, "an object is expected");
    row("scalar", "\"a\"", 1, 3, "'[' or '{' expected");
    row("duplicate key", "{\"a\": 1,\n \"a\": 2}", 2, 4, "duplicate object key");
    row("duplicate key, escaped", "{\"a\": 1,\n \"\\u0061\": 2}", 2, 9, "duplicate object key");
    row("trailing comma", "{\"a\": 1,}", 1, 9, "string or '}' expected");
    row("trailing text", "{}\nx", 2, 1, "end of file expected");
    row("comment", "{/**/}", 1, 2, "string or '}' expected");
    row("single quotes", "{'a': 1}", 1, 2, "string or '}' expected");
    row("NaN", "{\"a\": NaN}", 1, 9, "invalid token");
    row("leading zero", "{\"a\": 01}", 1, 7, "invalid token");
    row("NUL in a string", "{\"a\": \"x\\u0000y\"}", 1, 16, "NUL in a string");
    row("NUL in a key", "{\"a\\u0000\": 1}", 1, 10, "NUL");
    row("NUL byte", QByteArray("{\"a\": \"\0\"}", 10), 1, 8, "a NUL byte");
    row("NUL byte after a number", QByteArray("{\"a\": 1\0}", 9), 1, 8, "a NUL byte");
    row("escape byte", "{\"a\": \"\x1b\"}", 1, 7, "control character");
    row("line break in a string", "{\"a\": \"x\ny\"}", 1, 8, "unexpected newline");
    row("lone surrogate", "{\"a\": \"\\ud800\"}", 1, 14, "invalid Unicode");
    row("Latin-1", "{\"a\": \"\xe5\"}", 1, 7, "unable to decode byte 0xe5");
    row("surrogate in UTF-8", "{\"a\": \"\xed\xa0\x80\"}", 1, 7, "unable to decode byte 0xed");
    row("overlong UTF-8", "{\"a\": \"\xc0\xaf\"}", 1, 7, "unable to decode byte 0xc0");
    row("integer of 65 bits", "{\"a\": 9223372036854775808}", 1, 25, "too big integer");
    row("real too large", "{\"a\": 1e999}", 1, 11, "real number overflow");
    row("65 levels", "{\"a\":\n" + QByteArray(64, '[') + QByteArray(64, ']') + "}", 2, 64, "more than 64 levels");
    row("a million brackets", QByteArray(qsizetype(1024) * 1024, '['), 1, 65, "more than 64 levels");
    row("a million objects", QByteArray("{\"\":").repeated(qsizetype(1024) * 256), 1, 257, "more than 64 levels");
}

void TestJanssonJsonReader::refusesWithLineColumnAndReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, reason);
    const auto object = read(bytes);
    QVERIFY(!object);
    QCOMPARE(object.error().code, base::ErrorCode::JsonMalformed);
    QCOMPARE(object.error().kind, base::ErrorKind::Invalid);
    QCOMPARE(object.error().subject, QStringLiteral("application.json"));
    QCOMPARE(object.error().arguments.size(), 3);
    QVERIFY2(object.error().arguments[2].startsWith(reason), qPrintable(object.error().arguments[2]));
    QCOMPARE(object.error().arguments[0].toInt(), line);
    QCOMPARE(object.error().arguments[1].toInt(), column);
}

void TestJanssonJsonReader::reasonsCarryNoControlCharacters()
{
    const QList<QByteArray> attacks{"{\"a\": \x1b[31mred}", "{\"a\": tru\x1b]0;x\x07}", "{\"a\": \"\x1b[2J\"}"};
    for (const QByteArray &bytes : attacks) {
        const auto object = read(bytes);
        QVERIFY(!object);
        for (const QChar character : object.error().arguments[2])
            QVERIFY2(character.isPrint(), qPrintable(object.error().arguments[2]));
    }
    const auto large = read("{\"a\": \"" + QByteArray(qsizetype(1024) * 1024, 'x') + "\"}");
    QVERIFY(!large);
    QCOMPARE(large.error().code, base::ErrorCode::FileTooLarge);
    QCOMPARE(large.error().arguments, QStringList{QStringLiteral("1")});
}

// https://github.com/nst/JSONTestSuite; y_ must be read, n_ must be refused, i_ is ours to choose.
void TestJanssonJsonReader::judgesTheForeignSuite_data()
{
    QTest::addColumn<QString>("path");
    const QString vectors = qEnvironmentVariable("GATEHOUSE_VECTORS");
    const QDir suite(vectors + QStringLiteral("/jsontestsuite/test_parsing"));
    if (vectors.isEmpty() || !suite.exists()) {
        qInfo("not run: GATEHOUSE_VECTORS names no folder with jsontestsuite/test_parsing");
        QTest::newRow("absent") << QString();
        return;
    }
    for (const QString &name : suite.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << suite.filePath(name);
}

void TestJanssonJsonReader::judgesTheForeignSuite()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        return; // said aloud above; the rules themselves are in the rows of our own
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QString name = QFileInfo(path).fileName();
    // Its roots are mostly arrays and scalars, ours are objects: what it judges stands inside one.
    const auto wrapped = read("{\"v\": " + bytes + "\n}");

    // Correct JSON that we refuse all the same, on purpose.
    static const QStringList refused{
        QStringLiteral("y_object_duplicated_key.json"), QStringLiteral("y_object_duplicated_key_and_value.json"),
        QStringLiteral("y_object_escaped_null_in_key.json"), QStringLiteral("y_string_null_escape.json")};
    if (name.startsWith(QLatin1String("n_")) || refused.contains(name)) {
        QVERIFY(!read(bytes));
        QVERIFY(!wrapped);
    } else if (name.startsWith(QLatin1String("y_"))) {
        QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().arguments.value(2)));
    }
}

GATEHOUSE_TEST(TestJanssonJsonReader)
#include "tst_janssonjsonreader.moc"
