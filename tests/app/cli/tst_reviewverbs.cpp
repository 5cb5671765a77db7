#include "app/cli/admin.h"
#include "cli/moment.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <thread>

using namespace Qt::StringLiterals;

// What reviewers do around a decision, by the program itself on both databases.
class TestReviewVerbs : public QObject
{
    Q_OBJECT

    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;

    // A partner that awaits its review.
    static QString reviewable(Admin &admin)
    {
        const QString partner = admin.submit();
        admin.file(partner, u"kyb"_s, admin.write(u"a.pdf"_s, "%PDF-1.4 a"));
        admin.file(partner, u"licensing"_s, admin.write(u"b.pdf"_s, "%PDF-1.4 b"));
        return partner;
    }

    static QJsonObject queued(Admin &admin, const QString &person, const QString &partner, const QString &option = {})
    {
        QStringList words{u"review"_s, u"list"_s};
        if (!option.isEmpty())
            words.append(option);
        const QJsonArray rows = admin.json(person, words).json().value("reviews"_L1).toArray();
        for (const auto &row : rows) {
            if (row.toObject().value("slug"_L1).toString() == partner)
                return row.toObject();
        }
        return {};
    }

    static QJsonObject around(Admin &admin, const QString &partner)
    {
        return admin.json(u"rita"_s, {u"review"_s, u"show"_s, partner}).json().value("review"_L1).toObject();
    }

    static QString fileOfKind(const QString &kind, const QString &folder)
    {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (files.next().contains(u'/' + kind + u'/'))
                return files.filePath();
        }
        return {};
    }

    // As somebody whom file modes hold back, which root is only where nothing gives it its rights back. This thread
    // could not take them again.
    static Answer withoutRights(const Admin &admin, const QStringList &words)
    {
        Answer answer;
        std::thread([&] {
            for (const int capability : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH})
                ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
            answer = admin.json(u"rita"_s, words);
        }).join();
        return answer;
    }

private Q_SLOTS:
    void aReviewIsListedAssignedPutOffAndEscalated_data() { gatehouse::clitests::addDatabases(); }
    void aReviewIsListedAssignedPutOffAndEscalated()
    {
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QString partner = reviewable(admin);
        QCOMPARE(queued(admin, rita, partner).value("reason"_L1).toString(), u"first_review"_s);
        QVERIFY(!queued(admin, rita, partner, u"--unassigned"_s).isEmpty());
        Answer done = admin.run(rita, {u"review"_s, u"assign"_s, partner});
        QVERIFY2(done.exit == 0, done.report().constData());
        QVERIFY(!queued(admin, rita, partner, u"--mine"_s).isEmpty());
        QVERIFY(queued(admin, rita, partner, u"--unassigned"_s).isEmpty());

        done = admin.run(rita, {u"review"_s, u"snooze"_s, partner, u"--until"_s, u"2d"_s, u"--note"_s, u"Register"_s});
        QVERIFY2(done.exit == 0, done.report().constData());
        QCOMPARE(queued(admin, rita, partner).value("group"_L1).toString(), u"snoozed"_s);
        done = admin.run(rita, {u"review"_s, u"snooze"_s, partner, u"--until"_s, u"31d"_s, u"--note"_s, u"Later"_s});
        QCOMPARE(done.exit, 2);
        QVERIFY2(done.err.contains("for 30 days at most"), done.report().constData());
        const QStringList wake{u"review"_s, u"snooze"_s, partner, u"--wake"_s};
        QCOMPARE(admin.run(rita, wake).exit, 0);
        done = admin.run(rita, wake);
        QCOMPARE(done.exit, 4);
        QVERIFY2(done.err.contains("isn't put off"), done.report().constData());
        // People read the option they left out, scripts the field.
        const QStringList noNote{u"review"_s, u"snooze"_s, partner, u"--until"_s, u"2d"_s};
        done = admin.run(rita, noNote);
        QVERIFY2(done.exit == 2 && done.err.contains("--note"), done.report().constData());
        QCOMPARE(admin.json(rita, noNote).error().value("subject"_L1).toString(), u"note"_s);
        QVERIFY(queued(admin, rita, partner).value("group"_L1).toString() != u"snoozed"_s);

        QCOMPARE(admin.add(u"tom"_s, u"root_admin"_s), QString());
        const QString tom = admin.subject(u"tom"_s);
        done = admin.run(rita, {u"review"_s, u"escalate"_s, partner, u"--to"_s, tom, u"--note"_s, u"Odd"_s});
        QVERIFY2(done.exit == 0, done.report().constData());
        QCOMPARE(around(admin, partner).value("escalated_to"_L1).toString(), tom);
        // Who entered it may not decide on it, so it isn't given to him.
        const Answer refused =
            admin.json(rita, {u"review"_s, u"assign"_s, partner, u"--to"_s, admin.subject(u"owner"_s)});
        QCOMPARE(refused.exit, 2);
        QCOMPARE(refused.error().value("code"_L1).toString(), u"assignee-cant-decide"_s);
    }

    void aDocumentIsAskedForAgainAndAcceptedAfterAll_data() { gatehouse::clitests::addDatabases(); }
    void aDocumentIsAskedForAgainAndAcceptedAfterAll()
    {
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QString partner = reviewable(admin);
        const QStringList verdict{u"review"_s, u"verdict"_s, partner, u"kyb"_s};
        const Answer unknown = admin.json(rita, verdict + QStringList{u"--ask-again"_s, u"ugly"_s});
        QCOMPARE(unknown.exit, 2);
        QVERIFY(unknown.error().value("arguments"_L1).toArray().contains(u"illegible"_s));
        QCOMPARE(admin.run(rita, verdict).exit, 2);
        const Answer asked =
            admin.run(rita, verdict + QStringList{u"--ask-again"_s, u"illegible"_s, u"--comment"_s, u"Too dark."_s});
        QVERIFY2(asked.exit == 0, asked.report().constData());
        // The partner hears of it by the mail that is printed.
        QVERIFY2(asked.out.contains("To:") && asked.out.contains("Too dark."), asked.report().constData());
        QCOMPARE(queued(admin, rita, partner).value("group"_L1).toString(), u"with_partner"_s);
        const Answer refused = admin.decide(u"approve"_s, partner, admin.digest(partner));
        QVERIFY2(refused.exit == 2, refused.report().constData());
        QCOMPARE(refused.error().value("code"_L1).toString(), u"document-asked-again"_s);
        QCOMPARE(admin.run(rita, verdict + QStringList{u"--accept"_s}).exit, 0);
        const Answer approved = admin.decide(u"approve"_s, partner, admin.digest(partner));
        QVERIFY2(approved.exit == 0, approved.report().constData());
    }

    void aReviewTellsWhatChangedSinceTheLastDecision_data() { gatehouse::clitests::addDatabases(); }
    void aReviewTellsWhatChangedSinceTheLastDecision()
    {
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QString partner = reviewable(admin);
        const QStringList show{u"review"_s, u"show"_s, partner};
        QVERIFY(!admin.run(rita, show).out.contains("Changed since the last decision"));
        QCOMPARE(admin.decide(u"approve"_s, partner, admin.digest(partner)).exit, 0);
        QVERIFY(admin.run(rita, show).out.contains("Nothing changed."));
        QVERIFY(admin.json(rita, show).json().value("changes"_L1).toArray().isEmpty());
        admin.file(partner, u"kyb"_s, admin.write(u"c.pdf"_s, "%PDF-1.4 another one"));
        QCOMPARE(admin.run(u"owner"_s, {u"partner"_s, u"update"_s, partner, u"--region"_s, u"apac"_s}).exit, 0);
        const QJsonArray changes = admin.json(rita, show).json().value("changes"_L1).toArray();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).toObject().value("fact"_L1).toString(), u"region"_s);
        QCOMPARE(changes.at(0).toObject().value("after"_L1).toString(), u"apac"_s);
        QCOMPARE(changes.at(1).toObject().value("fact"_L1).toString(), u"document"_s);
        QCOMPARE(changes.at(1).toObject().value("change"_L1).toString(), u"changed"_s);
        const Answer shown = admin.run(rita, show);
        QVERIFY2(shown.out.contains("Region") && shown.out.contains("apac"), shown.report().constData());
    }

    void aQuestionIsDraftedRecordedAndAnswered_data() { gatehouse::clitests::addDatabases(); }
    void aQuestionIsDraftedRecordedAndAnswered()
    {
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QString partner = reviewable(admin);
        const QStringList ask{u"review"_s, u"ask"_s, partner, u"--question"_s, u"Who holds 27 percent?"_s};
        const Answer draft = admin.run(rita, ask + QStringList{u"--draft"_s});
        QVERIFY2(draft.exit == 0 && draft.out.contains("Who holds 27 percent?"), draft.report().constData());
        QVERIFY(around(admin, partner).value("requests"_L1).toArray().isEmpty());
        const Answer asked = admin.run(rita, ask);
        QVERIFY2(asked.exit == 0 && asked.out.contains("To:"), asked.report().constData());
        QCOMPARE(queued(admin, rita, partner).value("requests"_L1).toInt(), 1);
        const QStringList answer{u"review"_s, u"answer"_s, partner, u"--note"_s, u"Lena Voss."_s};
        QCOMPARE(admin.run(rita, answer).exit, 0);
        QCOMPARE(queued(admin, rita, partner).value("requests"_L1).toInt(), 0);
        QCOMPARE(admin.run(rita, answer).exit, 4);
    }

    void whatIsStoredIsChecked_data() { gatehouse::clitests::addDatabases(); }
    void whatIsStoredIsChecked()
    {
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QString partner = reviewable(admin);
        const QStringList verify{u"dossier"_s, u"verify"_s, partner};
        QCOMPARE(admin.run(rita, verify).exit, 0);
        const Answer shown = admin.run(rita, {u"partner"_s, u"show"_s, partner});
        QVERIFY2(shown.out.contains("gatehouse-admin dossier verify " + partner.toUtf8()), shown.report().constData());
        QCOMPARE(admin.run(rita, {u"objects"_s, u"check"_s}).exit, 0);
        const Answer swept = admin.run(rita, {u"objects"_s, u"sweep"_s});
        QVERIFY2(swept.exit == 0 && swept.out.contains("Nothing to remove."), swept.report().constData());
    }

    // Exit codes as --help has them. Without its rights root doesn't reach the server.
    void whatIsMissingAlteredOrClosedHasItsOwnCode()
    {
        Admin admin(gatehouse::clitests::Database::Sqlite);
        QCOMPARE(admin.create(), QString());
        const QString partner = reviewable(admin);
        const QStringList verify{u"dossier"_s, u"verify"_s, partner};
        const QStringList check{u"objects"_s, u"check"_s};
        const QString kyb = fileOfKind(u"kyb"_s, admin.path(QString()));
        QVERIFY(!kyb.isEmpty());
        const QString folder = QFileInfo(kyb).path();
        for (const QFile::Permissions rights : {QFile::Permissions(), QFile::Permissions(QFile::ReadOwner)}) {
            QVERIFY(QFile::setPermissions(folder, rights));
            for (const QStringList &verb : {check, QStringList{u"objects"_s, u"sweep"_s}}) {
                const Answer closed = withoutRights(admin, verb);
                QVERIFY2(closed.exit == 6, closed.report().constData());
                QCOMPARE(closed.error().value("code"_L1).toString(), u"file-unreadable"_s);
                QVERIFY(!closed.error().value("why"_L1).toString().contains(u"says: ."_s));
            }
        }
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(withoutRights(admin, {u"objects"_s, u"sweep"_s}).exit, 0);
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(QFile::resize(kyb, 3));
        QCOMPARE(admin.run(u"rita"_s, verify).exit, 1);
        QCOMPARE(admin.run(u"rita"_s, check).exit, 1);
        QVERIFY(QFile::remove(kyb));
        QCOMPARE(admin.run(u"rita"_s, verify).exit, 4);
        QCOMPARE(admin.run(u"rita"_s, check).exit, 4);
        for (const char *verb : {"dossier verify", "objects check"}) {
            const QByteArray help = Admin::bare(QString::fromLatin1(verb).split(u' ') + QStringList{u"--help"_s}).out;
            QVERIFY2(help.simplified().contains("Exit code 4 when"), help.constData());
        }
    }

    void aTimeIsReadAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char *text, const char *iso) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(iso);
        };
        row("4h", "2026-03-12T18:22:00.000Z");
        row(" 2d ", "2026-03-14T14:22:00.000Z");
        row("2026-03-16T14:30Z", "2026-03-16T14:30:00.000Z");
        row("2026-03-16T14:30+01:00", "2026-03-16T13:30:00.000Z");
        row("2026-03-16T14:30", ""); // of which zone?
        row("0h", "");
        row("4", "");
        row("2026-02-30", "");
        row("tomorrow", "");
    }
    void aTimeIsReadAsPeopleTypeIt()
    {
        using namespace gatehouse;
        QFETCH(const QString, text);
        const auto now = base::Instant::fromDateTime(QDateTime(QDate(2026, 3, 12), QTime(14, 22), Qt::UTC));
        const auto read = cli::readMoment(text, u"--until"_s, now);
        QTEST(read ? read->toIso() : QString(), "iso");
    }
};

GATEHOUSE_TEST(TestReviewVerbs)

#include "tst_reviewverbs.moc"
