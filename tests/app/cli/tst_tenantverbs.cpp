#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// Tenants and access keys, by the program itself.
class TestTenantVerbs : public QObject
{
    Q_OBJECT

    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;
    using Database = gatehouse::clitests::Database;

    static QStringList creation(const QString &partner, const QString &name = u"Acme Corp"_s)
    {
        return {u"create-tenant"_s, u"--name"_s, name, u"--email"_s, u"ops@acme.com"_s, u"--partner"_s, partner};
    }

    // A whole key of a new tenant.
    static QString newKey(Admin &admin, const QString &partner, const QString &name = u"Acme Corp"_s)
    {
        return admin.json(u"rita"_s, creation(partner, name)).json().value("access_key"_L1).toString();
    }

    static QString prefixOf(const QString &key) { return key.chopped(33); }

    // With a terminal for standard input, on which somebody types.
    static Answer onTerminal(const Admin &admin, const QStringList &words, const QByteArray &typed)
    {
        Answer answer;
        const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
        if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0)
            return answer;
        QProcess process;
        process.setStandardInputFile(QString::fromLocal8Bit(::ptsname(master)));
        process.start(QString::fromLatin1(GATEHOUSE_BINARY_DIR "/bin/gatehouse-admin"),
                      QStringList{u"--workspace"_s, admin.workspaceOf(u"owner"_s), u"--as"_s, u"rita"_s} + words);
        if (process.waitForStarted() && ::write(master, typed.constData(), size_t(typed.size())) == typed.size()
            && process.waitForFinished())
            answer.exit = process.exitCode();
        ::close(master);
        answer.out = process.readAllStandardOutput();
        answer.err = process.readAllStandardError();
        return answer;
    }

private Q_SLOTS:
    void aKeyIsShownOnceAndOpens_data() { gatehouse::clitests::addDatabases(); }
    void aKeyIsShownOnceAndOpens()
    {
        GATEHOUSE_ADMIN(admin);
        const QString partner = admin.submit();
        const QStringList call = creation(partner) + QStringList{u"--request"_s, u"r-1"_s};
        const Answer made = admin.run(u"rita"_s, call);
        QVERIFY2(made.exit == 0, made.report().constData());
        QVERIFY2(made.out.startsWith("==================================================\nTENANT CREATED\n"),
                 made.out.constData());
        QVERIFY(made.out.contains("\nEmail:    ops@acme.com\n"));
        static const QRegularExpression shown(
            u"^Access key: (acme_corp_[0-9A-HJKMNP-TV-Z]{8}_[0-9A-HJKMNP-TV-Z]{32})$"_s,
            QRegularExpression::MultilineOption);
        const QString key = shown.match(QString::fromUtf8(made.out)).captured(1);
        QVERIFY2(!key.isEmpty(), made.out.constData());

        const Answer again = admin.run(u"rita"_s, call);
        QCOMPARE(again.exit, 0);
        QVERIFY(!again.out.contains(key.last(32).toLatin1()));
        QVERIFY2(again.out.contains("access-key replace " + prefixOf(key).toLatin1()), again.out.constData());
        const Answer asJson = admin.json(u"rita"_s, call);
        QVERIFY(!asJson.json().isEmpty() && !asJson.json().contains("access_key"_L1));

        const Answer opened = admin.run(u"rita"_s, {u"access-key"_s, u"verify"_s, u"-"_s}, key.toLatin1() + "\n");
        QVERIFY2(opened.exit == 0, opened.report().constData());
        QCOMPARE(admin.run(u"rita"_s, {u"access-key"_s, u"verify"_s, key}).exit, 0);
        QVERIFY(admin.run(u"rita"_s, {u"partner"_s, u"show"_s, partner}).out.contains(prefixOf(key).toLatin1()));
        const Answer events = admin.run(u"rita"_s, {u"events"_s, u"list"_s});
        QVERIFY2(events.out.contains("Tenant created: Acme Corp (" + prefixOf(key).toLatin1() + ")"),
                 events.out.constData());
        // Nor does anything else that can be asked for hold it.
        for (const QStringList &words :
             {QStringList{u"events"_s, u"list"_s}, {u"list-tenants"_s}, {u"show-tenant"_s, prefixOf(key)}})
            QVERIFY(!admin.json(u"rita"_s, words).out.contains(key.last(32).toLatin1()));
    }

    void theListIsThatOfTheProcedure()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit();
        const QString acme = prefixOf(newKey(admin, partner));
        const QString beta = prefixOf(newKey(admin, partner, u"Beta Inc"_s));
        QCOMPARE(admin.run(u"rita"_s, {u"revoke-tenant"_s, beta, u"--force"_s}).exit, 0);
        const QString rule(80, u'=');
        QCOMPARE(QString::fromUtf8(admin.run(u"rita"_s, {u"list-tenants"_s}).out),
                 rule + u"\nKEY                 NAME       STATUS  QUERIES  LAST ACTIVE\n"_s + rule + u'\n' + acme
                     + u"  Acme Corp  active  0        never\n"_s + QString(80, u'-') + u"\nTotal: 1 tenant\n"_s);
        const Answer all = admin.run(u"rita"_s, {u"list-tenants"_s, u"--all"_s});
        QVERIFY2(all.out.contains(beta.toLatin1() + "   Beta Inc   revoked"), all.out.constData());
        QVERIFY(all.out.endsWith("\nTotal: 2 tenants\n"));
        const QJsonArray rows =
            admin.json(u"rita"_s, {u"list-tenants"_s, u"--all"_s}).json().value("tenants"_L1).toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).toObject().value("status"_L1).toString(), u"revoked"_s);
    }

    // What the partner is told, and what a script sees.
    void aRefusedKeyIsExitCode3_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("key");
        QTest::newRow("wrong") << u"access-key-refused"_s << u"acme_corp_A1B2C3D4_0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
        QTest::newRow("malformed") << u"access-key-malformed"_s << u"acme_corp_A1B2C3D4_0123456789ABCDEFGHJKMNPQRS"_s;
    }
    void aRefusedKeyIsExitCode3()
    {
        QFETCH(QString, code);
        QFETCH(QString, key);
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        for (const QString &format : {u"--json"_s, QString()}) {
            QStringList words{u"access-key"_s, u"verify"_s, u"-"_s};
            if (!format.isEmpty())
                words.prepend(format);
            const Answer answer = admin.run(u"rita"_s, words, key.toLatin1());
            QCOMPARE(answer.exit, 3);
            QVERIFY2(format.isEmpty() || answer.error().value("code"_L1) == code, answer.report().constData());
            QVERIFY2(!answer.err.contains("0123456789"), answer.err.constData());
        }
    }

    // Wherever in a call a key stands by mistake, what is said of it doesn't repeat it.
    void noErrorRepeatsAKey_data()
    {
        QTest::addColumn<QStringList>("call");
        const auto key = u"acme_corp_A1B2C3D4_0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
        QTest::newRow("as a partner") << QStringList{u"partner"_s, u"show"_s, key};
        QTest::newRow("too much") << QStringList{u"list-tenants"_s, key};
        QTest::newRow("as a verb") << QStringList{key};
        QTest::newRow("as an option") << QStringList{u"--"_s + key};
        QTest::newRow("after a noun") << QStringList{u"access-key"_s, key};
        QTest::newRow("as an address") << QStringList{u"create-tenant"_s, u"--name"_s, u"A"_s, u"--email"_s, key};
        QTest::newRow("of no tenant") << QStringList{u"show-tenant"_s, key};
        QTest::newRow("cut short") << QStringList{u"show-tenant"_s, key.chopped(3)};
        QTest::newRow("as a role") << QStringList{u"operator"_s, u"add"_s, u"x"_s, u"--role"_s, key};
        QTest::newRow("as a file") << QStringList{u"playbook"_s, u"validate"_s, key};
    }
    void noErrorRepeatsAKey()
    {
        QFETCH(QStringList, call);
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        for (const Answer &answer : {admin.run(u"rita"_s, call), admin.json(u"rita"_s, call)}) {
            QVERIFY2(answer.exit != 0, answer.report().constData());
            QVERIFY2(!answer.err.contains("0123456789"), answer.err.constData());
            QCOMPARE(answer.out, QByteArray());
        }
    }

    void revokingAsksAPerson()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString key = newKey(admin, admin.submit());
        const QStringList revoke{u"revoke-tenant"_s, prefixOf(key), u"--reason"_s, u"Ended."_s};
        // Nobody sits at a pipe.
        const Answer piped = admin.run(u"rita"_s, revoke, "yes\n");
        QVERIFY2(piped.exit == 2 && piped.err.contains("--force"), piped.report().constData());
        const Answer no = onTerminal(admin, revoke, "no\n");
        QVERIFY2(no.exit == 1 && no.err.contains("Revoke Acme Corp ("), no.report().constData());
        QCOMPARE(admin.run(u"rita"_s, {u"access-key"_s, u"verify"_s, key}).exit, 0);
        const Answer yes = onTerminal(admin, revoke, "yes\n");
        QVERIFY2(yes.exit == 0, yes.report().constData());
        QVERIFY(yes.out.startsWith("Revoked Acme Corp ("));
        const Answer refused = admin.json(u"rita"_s, {u"access-key"_s, u"verify"_s, key});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.error().value("code"_L1).toString(), u"tenant-revoked"_s);
        const Answer shown = admin.run(u"rita"_s, {u"show-tenant"_s, key});
        QVERIFY2(shown.out.contains("Reason:") && shown.out.contains("Ended."), shown.out.constData());
        QCOMPARE(admin.run(u"rita"_s, {u"revoke-tenant"_s, key, u"--force"_s}).exit, 5);
        QCOMPARE(admin.run(u"rita"_s, {u"revoke-tenant"_s, u"nobody"_s, u"--force"_s}).exit, 4);
    }

    void aLostKeyIsReplaced()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString old = newKey(admin, admin.submit());
        const Answer answer = admin.json(u"rita"_s, {u"access-key"_s, u"replace"_s, prefixOf(old)});
        QVERIFY2(answer.exit == 0, answer.report().constData());
        const QString key = answer.json().value("access_key"_L1).toString();
        QCOMPARE(admin.run(u"rita"_s, {u"access-key"_s, u"verify"_s, key}).exit, 0);
        QCOMPARE(admin.run(u"rita"_s, {u"access-key"_s, u"verify"_s, old}).exit, 3);
        const Answer shown = admin.run(u"rita"_s, {u"show-tenant"_s, prefixOf(old)});
        QVERIFY2(shown.out.contains("Key:          " + prefixOf(key).toLatin1()), shown.out.constData());
    }

    void aBeginningOfTwoKeysNamesNeither()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit();
        const QString one = prefixOf(newKey(admin, partner));
        const QString two = prefixOf(newKey(admin, partner, u"Acme Labs"_s));
        const Answer answer = admin.run(u"rita"_s, {u"revoke-tenant"_s, u"acme"_s, u"--force"_s});
        QCOMPARE(answer.exit, 2);
        QVERIFY2(answer.err.contains(one.toLatin1()) && answer.err.contains(two.toLatin1()), answer.err.constData());
        QCOMPARE(admin.run(u"rita"_s, {u"revoke-tenant"_s, u"acme_l"_s, u"--force"_s}).exit, 0);
    }

    // A terminal is not moved by what a tenant is called.
    void namesAreShownAndNotSent()
    {
        Admin admin(Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = admin.submit();
        QVERIFY(!newKey(admin, partner, u"=HYPERLINK(\u05d0\u05d1)"_s).isEmpty());
        QCOMPARE(admin.run(u"rita"_s, creation(partner, u"a\u001b]0;x\u0007"_s)).exit, 2);
        QCOMPARE(admin.run(u"rita"_s, creation(partner, u"Ev\u202eil"_s)).exit, 2);
        for (const QStringList &words : {QStringList{u"list-tenants"_s}, {u"show-tenant"_s, u"hyperlink"_s}}) {
            const QString out = QString::fromUtf8(admin.run(u"rita"_s, words).out);
            QVERIFY2(out.contains(u"=HYPERLINK(\u05d0\u05d1)"_s), qPrintable(out));
            for (const QChar c : out)
                QVERIFY(c == u'\n' || (c.unicode() >= 0x20 && !(c.unicode() >= 0x7f && c.unicode() < 0xa0)));
        }
    }
};

GATEHOUSE_TEST(TestTenantVerbs)

#include "tst_tenantverbs.moc"
