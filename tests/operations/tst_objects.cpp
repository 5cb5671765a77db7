#include "operations/desk.h"
#include "operations/objectoperations.h"
#include "support/ordinaryrights.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QScopeGuard>

// Stored files and the rows that name them.
class TestObjects : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using On = gatehouse::operationstest::On;

    BothDesks m_both;

    static QString pathOf(Desk &desk, const gatehouse::domain::DossierDocument &document)
    {
        return desk.files().objectFolder() + QLatin1Char('/') + document.objectKey;
    }

    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    // An object that no row names, written so many hours ago.
    static QString orphan(Desk &desk, const QString &partner, int hours)
    {
        return orphan(desk, partner, desk.fresh("orphan"), partner, hours);
    }
    // Below any folder; `known` is a partner of the desk.
    static QString orphan(Desk &desk, const QString &owner, const QString &name, const QString &known, int hours)
    {
        const QString key = QStringLiteral("partners/%1/kyb/%2").arg(owner, name);
        const QString path = desk.files().objectFolder() + QLatin1Char('/') + key;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("left behind") != 11)
            qWarning("%s can't be written", qPrintable(path));
        file.flush(); // or closing it would make it young again
        file.setFileTime(desk.view(known).asOf.toUtc().addSecs(qint64(-3600) * hours),
                         QFileDevice::FileModificationTime);
        return key;
    }

    static QString faults(const QList<gatehouse::operations::DocumentCheck> &checks)
    {
        QStringList lines;
        for (const auto &check : checks) {
            lines.append(
                check.document.kind + QLatin1Char(' ')
                + (check.fault ? QString(gatehouse::base::errorCodeName(check.fault->code)) : QStringLiteral("whole")));
        }
        return lines.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void whatIsMissingOrAlteredIsSaid_data() { BothDesks::addDialects(); }
    void whatIsMissingOrAlteredIsSaid()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const auto verify = [&] { return faults(Desk::expected(desk.root().ask(VerifyDossier{partner}))); };
        QCOMPARE(verify(), QStringLiteral("kyb whole, licensing whole"));
        const auto documents = desk.view(partner).facts.documents;
        overwrite(pathOf(desk, documents.at(0)), "%PDF-1.7 scaN");
        QVERIFY(QFile::remove(pathOf(desk, documents.at(1))));
        QCOMPARE(verify(), QStringLiteral("kyb object-altered, licensing object-missing"));
        const auto found = Desk::expected(desk.root().ask(CheckObjects{}));
        QString mine;
        for (const DocumentCheck &check : found.bad) {
            if (check.document.partnerId == partner)
                mine += faults({check}) + QLatin1Char(';');
        }
        QCOMPARE(mine, QStringLiteral("kyb object-altered;licensing object-missing;"));
        DESK_REFUSED(desk.root().run(desk.decision(partner, Verdict::Approve)), ObjectAltered);
    }

    void whatNoRowNamesIsRemovedOnceItIsOld_data() { BothDesks::addDialects(); }
    void whatNoRowNamesIsRemovedOnceItIsOld()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const QString old = orphan(desk, partner, 2);
        const QString young = orphan(desk, partner, 0);
        // What an interrupted filing leaves.
        const QString unfinished = orphan(desk, partner, QStringLiteral(".put-0123456789abcdef"), partner, 2);
        // Another workspace keeps its files there too.
        const QString stranger = QStringLiteral("01another") + desk.fresh("p");
        QVERIFY(QDir(desk.files().objectFolder()).mkpath(QStringLiteral("partners/%1/kyb").arg(stranger)));
        const QString others = orphan(desk, stranger, desk.fresh("orphan"), partner, 2);
        const auto keys = [&] {
            QStringList keys;
            for (const auto &entry : Desk::expected(desk.root().ask(CheckObjects{})).orphans)
                keys.append(entry.key);
            return keys;
        };
        QVERIFY(keys().contains(old));
        QVERIFY(keys().contains(unfinished));
        QVERIFY(!keys().contains(others));
        QVERIFY2(!keys().contains(young), "it may be a filing that is under way");
        const auto swept = desk.root().run(SweepObjects{});
        STORE_VERIFY(swept);
        QVERIFY(swept->result.value(QStringLiteral("removed")).toArray().contains(old));
        QVERIFY(swept->result.value(QStringLiteral("kept")).toInt() >= 1);
        QVERIFY(!keys().contains(old));
        QVERIFY(!keys().contains(unfinished));
        QVERIFY(swept->result.value(QStringLiteral("foreign")).toInt() >= 1);
        QVERIFY(QFile::exists(desk.files().objectFolder() + QLatin1Char('/') + others));
        QVERIFY(QFile::exists(desk.files().objectFolder() + QLatin1Char('/') + young));
        // What a row names is there as before.
        QCOMPARE(faults(Desk::expected(desk.root().ask(VerifyDossier{partner}))),
                 QStringLiteral("kyb whole, licensing whole"));
        EventFilter filter;
        filter.typePrefix = QStringLiteral("workspace.");
        const auto told = Desk::expected(desk.root().ask(ListEvents{{}, filter}));
        QCOMPARE(told.constLast().type, QStringLiteral("workspace.objects_swept"));
    }

    void aFolderThatCantBeReadIsNamed_data() { BothDesks::addDialects(); }
    void aFolderThatCantBeReadIsNamed()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const QString closed = QStringLiteral("partners/%1/kyb").arg(partner);
        const QString path = desk.files().objectFolder() + QLatin1Char('/') + closed;
        const QString hidden = orphan(desk, partner, 2);
        QVERIFY(QFile::setPermissions(path, {}));
        const auto opened =
            qScopeGuard([&] { QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
        const gatehouse::support::OrdinaryRights rights;
        const auto found = Desk::expected(desk.root().ask(CheckObjects{}));
        QCOMPARE(found.unlisted.size(), 1);
        QCOMPARE(found.unlisted.constFirst().subject, closed);
        // Its document is looked for all the same.
        QStringList bad;
        for (const DocumentCheck &check : found.bad) {
            if (check.document.partnerId == partner)
                bad.append(faults({check}));
        }
        QCOMPARE(bad, QStringList{QStringLiteral("kyb file-unreadable")});
        const auto swept = desk.root().run(SweepObjects{});
        STORE_VERIFY(swept);
        QCOMPARE(swept->result.value(QStringLiteral("unlisted")).toArray(), QJsonArray{closed});
        QVERIFY(!swept->result.value(QStringLiteral("removed")).toArray().contains(hidden));
    }

    void whatCantBeRemovedIsNamed_data() { BothDesks::addDialects(); }
    void whatCantBeRemovedIsNamed()
    {
        DESK_ON_BOTH();
        const QString partner = desk.reviewable();
        const QString stays = orphan(desk, partner, 2);
        const QString folder = QFileInfo(desk.files().objectFolder() + QLatin1Char('/') + stays).path();
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto opened =
            qScopeGuard([&] { QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
        const gatehouse::support::OrdinaryRights rights;
        const auto swept = desk.root().run(SweepObjects{});
        STORE_VERIFY(swept);
        QCOMPARE(swept->result.value(QStringLiteral("failed")).toArray(), QJsonArray{stays});
    }
};

GATEHOUSE_TEST(TestObjects)
#include "tst_objects.moc"
