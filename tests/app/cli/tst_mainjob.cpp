#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using Qt::StringLiterals::operator""_s; // NOLINT(misc-unused-using-decls): version 14 overlooks literals

// The main job, through the program that people run, on both databases.
class TestMainJob : public QObject
{
    Q_OBJECT

private:
    using Admin = gatehouse::clitests::Admin;
    using Answer = gatehouse::clitests::Answer;
    using Database = gatehouse::clitests::Database;

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList eventTypes(const Admin &admin, const QString &partner)
    {
        const auto answer = admin.json(u"rita"_s, {u"events"_s, u"list"_s, u"--partner"_s, partner, u"--oldest"_s});
        QStringList types;
        const QJsonArray events = answer.json().value(QLatin1StringView("events")).toArray();
        for (const auto &event : events)
            types.append(event.toObject().value(QLatin1StringView("type")).toString());
        return types;
    }

    static QString gateReason(const Answer &answer)
    {
        return answer.json().value(QLatin1StringView("reason")).toString();
    }

private Q_SLOTS:
    void anApplicationIsReviewedApprovedGatedAndSuspended_data() { gatehouse::clitests::addDatabases(); }
    void anApplicationIsReviewedApprovedGatedAndSuspended()
    {
        const QStringList pdfs = gatehouse::clitests::foreignPdfs(2);
        if (pdfs.isEmpty())
            QSKIP("not run: there is no PDF file that somebody else wrote; name some in GATEHOUSE_TEST_PDFS");
        qInfo("documents filed: %s", qPrintable(pdfs.join(u", "_s)));
        GATEHOUSE_ADMIN(admin);
        const QString rita = u"rita"_s;
        const QStringList invoices{u"gate"_s, u"Harbourline Markets"_s, u"invoice.create"_s};

        const QString partner = admin.submit();
        QCOMPARE(partner, u"harbourline-markets"_s);
        Answer gate = admin.run(rita, invoices);
        QCOMPARE(gate.exit, 3);
        QCOMPARE(gate.out, QByteArray());
        QCOMPARE(gate.err,
                 QByteArray(
                     "gatehouse-admin: invoice.create is closed for Harbourline Markets. The reason: not submitted for "
                     "review. Finish the KYB review; invoices open with its approval. Runbook: "
                     "gatehouse-admin runbook show approvals#kyb-review\n"));

        const Answer kyb = admin.file(partner, u"KYB"_s, pdfs.constFirst());
        QVERIFY2(kyb.exit == 0, kyb.report().constData());
        const Answer licensing = admin.file(partner, u"licensing"_s, pdfs.constLast());
        QVERIFY2(licensing.exit == 0, licensing.report().constData());
        gate = admin.json(rita, invoices);
        QCOMPARE(gate.exit, 3);
        QCOMPARE(gateReason(gate), u"pending_review"_s);
        QCOMPARE(gate.json().value(QLatin1StringView("runbook")).toString(), u"approvals#kyb-review"_s);
        QCOMPARE(gate.error().value(QLatin1StringView("code")).toString(), u"access-closed"_s);

        const Answer got =
            admin.run(rita, {u"dossier"_s, u"get"_s, partner, u"kyb"_s, u"--output"_s, admin.path(u"kyb.pdf"_s)});
        QVERIFY2(got.exit == 0, got.report().constData());
        QCOMPARE(contentOf(admin.path(u"kyb.pdf"_s)), contentOf(pdfs.constFirst()));

        const Answer approved = admin.decide(u"approve"_s, partner, admin.digest(partner));
        QVERIFY2(approved.exit == 0, approved.report().constData());
        QCOMPARE(
            approved.json().value(QLatin1StringView("result")).toObject().value(QLatin1StringView("status")).toString(),
            u"approved"_s);
        gate = admin.run(rita, invoices);
        QVERIFY2(gate.exit == 0, gate.report().constData());
        QVERIFY2(gate.out.startsWith("invoice.create is open for Harbourline Markets since "), gate.out.constData());
        QCOMPARE(gate.err, QByteArray());

        const Answer suspended = admin.decide(u"reject"_s, partner, admin.digest(partner));
        QVERIFY2(suspended.exit == 0, suspended.report().constData());
        gate = admin.json(rita, invoices);
        QCOMPARE(gate.exit, 3);
        QCOMPARE(gateReason(gate), u"suspended"_s);

        QCOMPARE(eventTypes(admin, partner),
                 (QStringList{u"partner.submitted"_s, u"partner.dossier_filed"_s, u"partner.dossier_filed"_s,
                              u"partner.approved"_s, u"partner.rejected"_s}));
        const QByteArray timeline = admin.run(rita, {u"events"_s, u"list"_s, u"--partner"_s, partner}).out;
        for (const char *told : {"Application submitted", "Document filed: KYB package",
                                 "Document filed: Licensing documents", "Approved", "Suspended"})
            QVERIFY2(timeline.contains(told), timeline.constData());
        QVERIFY2(timeline.contains(admin.subject(rita).toUtf8()), timeline.constData());
    }

    void aDecisionOnWhatHasChangedIsRefused_data() { gatehouse::clitests::addDatabases(); }
    void aDecisionOnWhatHasChangedIsRefused()
    {
        GATEHOUSE_ADMIN(admin);
        const QString partner = admin.submit();
        admin.file(partner, u"kyb"_s, admin.write(u"a.pdf"_s, "%PDF-1.4 a"));
        admin.file(partner, u"licensing"_s, admin.write(u"b.pdf"_s, "%PDF-1.4 b"));
        const QString reviewed = admin.digest(partner);
        admin.file(partner, u"kyb"_s, admin.write(u"c.pdf"_s, "%PDF-1.4 c"));
        const auto refused = admin.decide(u"approve"_s, partner, reviewed);
        QVERIFY2(refused.exit == 5, refused.report().constData());
        QCOMPARE(refused.error().value(QLatin1StringView("code")).toString(), u"review-changed"_s);
        QCOMPARE(refused.error().value(QLatin1StringView("arguments")).toArray().first().toString(), u"dossier"_s);
        const auto approved = admin.decide(u"approve"_s, partner, admin.digest(partner));
        QVERIFY2(approved.exit == 0, approved.report().constData());
        const auto again = admin.decide(u"reject"_s, partner, reviewed);
        QVERIFY2(again.exit == 5, again.report().constData());
    }

    void aDecisionWithoutNotesEvidenceOrDigestIsBadInput_data() { gatehouse::clitests::addDatabases(); }
    void aDecisionWithoutNotesEvidenceOrDigestIsBadInput()
    {
        GATEHOUSE_ADMIN(admin);
        const QString partner = admin.submit();
        const QString rita = u"rita"_s;
        const QString digest = admin.digest(partner);
        const QStringList notes{u"--notes"_s, u"Long enough to be a note."_s};
        const QStringList evidence{u"--evidence"_s, u"policy:LD-1"_s};
        const QStringList reviewed{u"--reviewed"_s, digest};
        const QStringList verb{u"reject"_s, partner};
        const auto codeOf = [](const auto &answer) {
            return answer.error().value(QLatin1StringView("code")).toString();
        };

        auto answer = admin.json(rita, verb + evidence + reviewed);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(codeOf(answer), u"note-too-short"_s);
        answer = admin.json(rita, verb + QStringList{u"--notes"_s, u"  too short         "_s} + evidence + reviewed);
        QCOMPARE(answer.exit, 2);
        answer = admin.json(rita, verb + notes + reviewed);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(codeOf(answer), u"evidence-missing"_s);
        answer = admin.json(rita, verb + notes + evidence);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(codeOf(answer), u"usage"_s);
        answer = admin.json(rita, verb + notes + QStringList{u"--evidence"_s, u"passport:1"_s} + reviewed);
        QCOMPARE(answer.exit, 2);
        QCOMPARE(codeOf(answer), u"evidence-unknown"_s);
        const auto fromInput = admin.run(rita, verb + QStringList{u"--notes"_s, u"-"_s} + evidence + reviewed,
                                         "A note from standard input.\n");
        QVERIFY2(fromInput.exit == 0, fromInput.report().constData());
    }

    void nobodyDecidesOnTheirOwnPartner_data() { gatehouse::clitests::addDatabases(); }
    void nobodyDecidesOnTheirOwnPartner()
    {
        GATEHOUSE_ADMIN(admin);
        QCOMPARE(admin.add(u"nadia"_s, u"root_admin"_s), QString());
        const QString partner = admin.submit(u"nadia"_s);
        const auto answer =
            admin.json(u"nadia"_s, {u"approve"_s, partner, u"--notes"_s, u"I know these people very well."_s,
                                    u"--evidence"_s, u"policy:LD-1"_s, u"--reviewed"_s, admin.digest(partner)});
        QVERIFY2(answer.exit == 3, answer.report().constData());
        // Who may not decide hears that before hearing what the call lacks.
        QCOMPARE(admin.json(u"nadia"_s, {u"reject"_s, partner}).exit, 3);
    }

    void onlyThoseOnTheAllowlistDecide_data() { gatehouse::clitests::addDatabases(); }
    void onlyThoseOnTheAllowlistDecide()
    {
        GATEHOUSE_ADMIN(admin);
        QCOMPARE(admin.add(u"sam"_s, u"support"_s), QString());
        const QString partner = admin.submit();
        const auto answer = admin.json(u"sam"_s, {u"approve"_s, partner});
        QVERIFY2(answer.exit == 3, answer.report().constData());
        QCOMPARE(answer.error().value(QLatin1StringView("code")).toString(), u"not-permitted"_s);
    }
};

GATEHOUSE_TEST(TestMainJob)

#include "tst_mainjob.moc"
