#include "domain/text.h"

#include "support/testmain.h"

#include <QJsonArray>

class TestText : public QObject
{
    Q_OBJECT

    using ErrorCode = gatehouse::base::ErrorCode;
    using TextShape = gatehouse::domain::TextShape;

private Q_SLOTS:
    void checksText_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<TextShape>("shape");
        QTest::addColumn<QString>("expected"); // the text, or the name of the error and its arguments

        const auto row = [](const char *name, const QString &raw, const QString &expected,
                            TextShape shape = TextShape::OneLine) { QTest::newRow(name) << raw << shape << expected; };
        const auto units = [](std::initializer_list<char16_t> list) {
            return QString(reinterpret_cast<const QChar *>(list.begin()), qsizetype(list.size()));
        };
        row("is trimmed", QStringLiteral("  Ada  "), QStringLiteral("Ada"));
        row("loses a line end at its edge", QStringLiteral("Ada\r\n"), QStringLiteral("Ada"));
        row("is composed", QStringLiteral("Zoe\u0308"), QStringLiteral("Zo\u00eb"));
        row("at the least", QStringLiteral("abc"), QStringLiteral("abc"));
        row("below the least", QStringLiteral(" ab "), QStringLiteral("text-too-short 3 2"));
        row("at the most", QStringLiteral("abcdef"), QStringLiteral("abcdef"));
        row("above the most", QStringLiteral("abcdefg"), QStringLiteral("text-too-long 6 7"));
        row("counts characters, not code units", QStringLiteral("😀😀😀😀😀😀"), QStringLiteral("😀😀😀😀😀😀"));
        row("counts composed characters", QStringLiteral("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"),
            QStringLiteral("éééééé"));
        row("empty", QString(), QStringLiteral("text-missing"));
        row("only spaces", QStringLiteral(" \t\u00a0 "), QStringLiteral("text-missing"));
        row("NUL", units({'a', 0, 'b'}), QStringLiteral("text-forbidden"));
        row("NUL at the edge", units({'a', 'b', 'c', 0}), QStringLiteral("text-forbidden"));
        row("high surrogate alone", units({'a', 0xd83d, 'b'}), QStringLiteral("text-forbidden"));
        row("high surrogate at the end", units({'a', 'b', 0xd83d}), QStringLiteral("text-forbidden"));
        row("low surrogate alone", units({'a', 0xde00, 'b'}), QStringLiteral("text-forbidden"));
        row("two low surrogates", units({'a', 0xde00, 0xde00}), QStringLiteral("text-forbidden"));
        row("surrogates the wrong way round", units({'a', 0xde00, 0xd83d}), QStringLiteral("text-forbidden"));
        row("U+FFFE", units({'a', 0xfffe, 'b'}), QStringLiteral("text-forbidden"));
        row("U+FFFF", units({'a', 0xffff, 'b'}), QStringLiteral("text-forbidden"));
        row("tab in a line", QStringLiteral("a\tbc"), QStringLiteral("text-forbidden"));
        row("line end in a line", QStringLiteral("a\nbc"), QStringLiteral("text-forbidden"));
        row("line separator in a line", QStringLiteral("a\u2028bc"), QStringLiteral("text-forbidden"));
        row("escape", QStringLiteral("a\u001b[2J"), QStringLiteral("text-forbidden"));
        row("C1 control", QStringLiteral("a\u009bbc"), QStringLiteral("text-forbidden"));
        row("delete", QStringLiteral("a\u007fbc"), QStringLiteral("text-forbidden"));
        row("an override of direction", QStringLiteral("Ev\u202eil"), QStringLiteral("text-forbidden"));
        row("an isolate", QStringLiteral("Ev\u2066il"), QStringLiteral("text-forbidden"));
        row("marks of direction that reorder nothing", QStringLiteral("ab\u200fc"), QStringLiteral("ab\u200fc"));
        row("what was no text", QStringLiteral("abc\ufffd"), QStringLiteral("text-forbidden"));
        row("a pile of accents", QLatin1Char('x') + QString(9, QChar(0x0335)), QStringLiteral("text-forbidden"));
        row("accents of real scripts", QStringLiteral("abx\u0335\u0323"), QStringLiteral("abx\u0335\u0323"));
        row("only invisible characters", QString(4, QChar(0x200b)), QStringLiteral("text-missing"));
        row("invisible characters don't count", QStringLiteral("a\u200b\u2060b"), QStringLiteral("text-too-short 3 2"));
        row("invisible beyond the first plane", QStringLiteral("ab\U000e0020"), QStringLiteral("text-too-short 3 2"));
        row("lines keep tabs and line ends", QStringLiteral("a\tb\nc"), QStringLiteral("a\tb\nc"), TextShape::Lines);
        row("NUL in lines", units({'a', '\n', 0, 'b'}), QStringLiteral("text-forbidden"), TextShape::Lines);
        row("escape in lines", QStringLiteral("a\u001b[2J"), QStringLiteral("text-forbidden"), TextShape::Lines);
    }

    void checksText()
    {
        QFETCH(QString, raw);
        QFETCH(TextShape, shape);
        QFETCH(QString, expected);
        const auto checked = gatehouse::domain::checkedText(raw, QStringLiteral("field"), 3, 6, shape);
        if (checked) {
            QCOMPARE(*checked, expected);
            return;
        }
        QCOMPARE(checked.error().kind, gatehouse::base::ErrorKind::Invalid);
        QCOMPARE(checked.error().subject, QStringLiteral("field"));
        const QStringList words =
            QStringList{gatehouse::base::errorCodeName(checked.error().code)} + checked.error().arguments;
        QCOMPARE(words.join(QLatin1Char(' ')), expected);
    }

    void mayBeEmptyWhereNothingIsAskedFor()
    {
        const auto checked = gatehouse::domain::checkedText(QStringLiteral("  "), QStringLiteral("phone"), 0, 10);
        QVERIFY(checked);
        QCOMPARE(*checked, QString());
    }

    void aSubjectHasUpTo255Characters()
    {
        using gatehouse::domain::checkedSubject;
        QVERIFY(checkedSubject(QString(255, QLatin1Char('x')), QStringLiteral("subject")));
        QVERIFY(!checkedSubject(QString(256, QLatin1Char('x')), QStringLiteral("subject")));
        QVERIFY(!checkedSubject(QStringLiteral(" "), QStringLiteral("subject")));
    }

    void aSubjectMayHoldASpace()
    {
        QCOMPARE(*gatehouse::domain::checkedSubject(QStringLiteral("Ada Rowan"), {}), QStringLiteral("Ada Rowan"));
    }

    void aSubjectHoldsNothingInvisible_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("zero width space") << QStringLiteral("bo\u200bb");
        QTest::newRow("word joiner") << QStringLiteral("bob\u2060");
        QTest::newRow("byte order mark") << QStringLiteral("\ufeffbob");
        QTest::newRow("soft hyphen") << QStringLiteral("bo\u00adb");
        QTest::newRow("variation selector") << QStringLiteral("bob\ufe0f");
        QTest::newRow("override") << QStringLiteral("\u202ebob");
        QTest::newRow("tag") << QStringLiteral("bob\U000e0020");
        QTest::newRow("filler") << QStringLiteral("bob\u3164");
        QTest::newRow("blank of Braille") << QStringLiteral("bo\u2800b");
        QTest::newRow("filler of Khitan") << QStringLiteral("bob\U00016fe4");
        QTest::newRow("no-break space") << QStringLiteral("bo\u00a0b");
        QTest::newRow("wide space") << QStringLiteral("bo\u3000b");
        QTest::newRow("two spaces") << QStringLiteral("bo  b");
        QTest::newRow("private") << QStringLiteral("bob\ue000");
    }

    void aSubjectHoldsNothingInvisible()
    {
        QFETCH(QString, subject);
        const auto checked = gatehouse::domain::checkedSubject(subject, QStringLiteral("subject"));
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::TextForbidden);
    }

    void checksDates_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("2026-03-12") << true;
        QTest::newRow(" 2026-03-12 ") << true;
        QTest::newRow("2028-02-29") << true;
        QTest::newRow("2026-02-29") << false;
        QTest::newRow("2026-04-31") << false;
        QTest::newRow("2026-13-01") << false;
        QTest::newRow("2026-00-01") << false;
        QTest::newRow("2026-01-00") << false;
        QTest::newRow("0000-01-01") << false;
        QTest::newRow("2026-3-12") << false;
        QTest::newRow("20260312") << false;
        QTest::newRow("12.03.2026") << false;
        QTest::newRow("2026-03-12T00:00") << false;
        QTest::newRow("2026-03-1x") << false;
        QTest::newRow("+026-03-12") << false;
        QTest::newRow("tomorrow") << false;
    }

    void checksDates()
    {
        QFETCH(bool, exists);
        const QString raw = QString::fromLatin1(QTest::currentDataTag());
        const auto checked = gatehouse::domain::checkedDate(raw, QStringLiteral("valid until"));
        QCOMPARE(bool(checked), exists);
        if (exists)
            QCOMPARE(*checked, raw.trimmed());
        else
            QCOMPARE(checked.error().code, ErrorCode::DateMalformed);
    }

    void makesSlugs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        const auto row = [](const char *name, const char *slug) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(slug);
        };
        row("Calder & Voss", "calder-voss");
        row("  --Sable   Markets!! ", "sable-markets");
        row("Crédit Agricole", "credit-agricole");
        row("Zoe\u0308 Ltd", "zoe-ltd");
        row("Straße & Ærø Søn", "strasse-aero-son");
        row("Łódź Bank", "lodz-bank");
        row("Ħal Far", "hal-far");
        row("İstanbul Döviz", "istanbul-doviz");
        row("ﬁnance Ⅳ", "finance-iv");
        row("1st Capital 24/7", "1st-capital-24-7");
        row("株式会社", "partner");
        row("&&", "partner");
    }

    void makesSlugs()
    {
        QFETCH(QString, name);
        QFETCH(QString, slug);
        QCOMPARE(gatehouse::domain::slugOf(name), slug);
    }

    void writesJsonInOneForm()
    {
        QJsonObject one;
        one.insert(QStringLiteral("b"), QJsonArray{1, 2.5, true, QJsonValue()});
        one.insert(QStringLiteral("a"), QStringLiteral("é\n\"\u0001"));
        one.insert(QStringLiteral("Z"),
                   QJsonObject{{QStringLiteral("y"), 1}, {QStringLiteral("x"), qint64(9007199254740993)}});
        QJsonObject other;
        other.insert(QStringLiteral("Z"),
                     QJsonObject{{QStringLiteral("x"), qint64(9007199254740993)}, {QStringLiteral("y"), 1}});
        other.insert(QStringLiteral("a"), QStringLiteral("é\n\"\u0001"));
        other.insert(QStringLiteral("b"), QJsonArray{1, 2.5, true, QJsonValue()});
        const QByteArray text = gatehouse::domain::canonicalJson(one);
        QCOMPARE(text, gatehouse::domain::canonicalJson(other));
        // Not a raw string: Qt 6.4's moc trips over one inside a macro's arguments.
        QCOMPARE(
            text,
            QByteArray("{\"Z\":{\"x\":9007199254740993,\"y\":1},\"a\":\"é\\n\\\"\\u0001\",\"b\":[1,2.5,true,null]}"));
    }

    void hashesAsTheStandardSays()
    {
        // FIPS 180-4, the example "abc".
        QCOMPARE(gatehouse::domain::sha256Hex("abc"),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

GATEHOUSE_TEST(TestText)

#include "tst_text.moc"
