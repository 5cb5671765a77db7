#include "formats/bundledplaybooks.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;

class TestBundledPlaybooks : public QObject
{
    Q_OBJECT

    static QByteArray otc()
    {
        QFile file(QStringLiteral(":/playbooks/otc-partner.yaml"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QTemporaryDir &dir, const char *name, const QByteArray &bytes)
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void comesWithTheProgram();
    void holdsEveryFileOfTheProgram();
    void givesTheNewestOrTheOneAskedFor();
    void refusesAFolderWithABrokenPlaybook();
    void refusesTheSameVersionTwice();
};

void TestBundledPlaybooks::comesWithTheProgram()
{
    const auto playbooks = formats::BundledPlaybooks::load();
    QVERIFY2(playbooks, playbooks ? "" : qPrintable(playbooks.error().arguments.join(QLatin1Char(' '))));
    QStringList ids;
    for (const domain::Playbook &playbook : (*playbooks)->latest())
        ids.append(QStringLiteral("%1@%2").arg(playbook.id).arg(playbook.version));
    QCOMPARE(ids, (QStringList{QStringLiteral("design-partner@1"), QStringLiteral("enterprise-customer@1"),
                               QStringLiteral("integration-partner@1"), QStringLiteral("otc-partner@2"),
                               QStringLiteral("partner-enablement@1")}));
    QVERIFY((*playbooks)->findings().isEmpty());
    QCOMPARE((*playbooks)->playbook(QStringLiteral("otc-partner"), 1)->version, 1);
}

// A playbook that was written but not listed in the .qrc would be missing in silence.
void TestBundledPlaybooks::holdsEveryFileOfTheProgram()
{
    QVERIFY(formats::BundledPlaybooks::load());
    const QDir sources(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/playbooks"));
    const QStringList yaml{QStringLiteral("*.yaml")};
    QCOMPARE(QDir(QStringLiteral(":/playbooks")).entryList(yaml, QDir::Files, QDir::Name),
             sources.entryList(yaml, QDir::Files, QDir::Name));
}

void TestBundledPlaybooks::givesTheNewestOrTheOneAskedFor()
{
    QVERIFY(formats::BundledPlaybooks::load());
    QTemporaryDir dir;
    write(dir, "a.yaml", otc().replace("version: 1\n", "version: 2\n"));
    write(dir, "b.yaml", otc());
    write(dir, "c.yaml", otc().replace("version: 1\n", "version: 10\n"));
    write(dir, "d.yaml", otc().replace("id: otc-partner\n", "id: another\n"));
    write(dir, "notes.txt", "no playbook");
    const auto playbooks = formats::BundledPlaybooks::load(dir.path());
    QVERIFY(playbooks);
    const auto latest = (*playbooks)->latest();
    QCOMPARE(latest.size(), 2);
    QCOMPARE(latest[0].id, QStringLiteral("another"));
    QCOMPARE(latest[1].version, 10);
    QCOMPARE((*playbooks)->playbook(QStringLiteral("otc-partner"))->version, 10);
    QCOMPARE((*playbooks)->playbook(QStringLiteral("otc-partner"), 2)->version, 2);
    const auto missing = (*playbooks)->playbook(QStringLiteral("otc-partner"), 3);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, base::ErrorCode::PlaybookNotFound);
    QCOMPARE(missing.error().kind, base::ErrorKind::NotFound);
    QCOMPARE(missing.error().subject, QStringLiteral("otc-partner@3"));
}

void TestBundledPlaybooks::refusesAFolderWithABrokenPlaybook()
{
    QVERIFY(formats::BundledPlaybooks::load());
    QTemporaryDir dir;
    write(dir, "a.yaml", otc());
    write(dir, "b.yaml", "id: [\n");
    const auto playbooks = formats::BundledPlaybooks::load(dir.path());
    QVERIFY(!playbooks);
    QCOMPARE(playbooks.error().code, base::ErrorCode::PlaybookInvalid);
    QCOMPARE(playbooks.error().subject, QStringLiteral("b.yaml"));
}

void TestBundledPlaybooks::refusesTheSameVersionTwice()
{
    QVERIFY(formats::BundledPlaybooks::load());
    QTemporaryDir dir;
    write(dir, "a.yaml", otc());
    write(dir, "b.yaml", otc() + "# the same\n");
    const auto playbooks = formats::BundledPlaybooks::load(dir.path());
    QVERIFY(!playbooks);
    QCOMPARE(playbooks.error().subject, QStringLiteral("b.yaml"));
}

GATEHOUSE_TEST(TestBundledPlaybooks)
#include "tst_bundledplaybooks.moc"
