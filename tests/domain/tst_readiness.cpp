#include "domain/readiness.h"

#include "domain/example.h"
#include "support/testmain.h"

#include <QRandomGenerator>

class TestReadiness : public QObject
{
    Q_OBJECT

    using BlockerKind = gatehouse::domain::BlockerKind;
    using Facts = example::Facts;
    using Finality = gatehouse::domain::Finality;
    using Instant = gatehouse::domain::Instant;
    using PartnerFacts = gatehouse::domain::PartnerFacts;
    using PartnerSummary = gatehouse::domain::PartnerSummary;
    using Playbook = gatehouse::domain::Playbook;
    using Readiness = gatehouse::domain::Readiness;
    using Severity = gatehouse::domain::Severity;
    using ItemState = gatehouse::domain::ItemState;

    static Readiness ask(const PartnerFacts &facts, const char *now, const Playbook &playbook = example::playbook())
    {
        return gatehouse::domain::readiness(playbook, facts, example::at(now));
    }

    static QString minutes(const std::optional<Instant> &instant)
    {
        return instant ? instant->toIso().mid(5, 11) : QStringLiteral("-");
    }

    static QString blockers(const Readiness &readiness)
    {
        QStringList lines;
        for (const auto &blocker : readiness.blockers) {
            lines += QStringLiteral("%1 %2 [%3] %4 d %5 %6")
                         .arg(blocker.severity == Severity::Now ? QStringLiteral("now") : QStringLiteral("later"),
                              gatehouse::domain::blockerKindName(blocker.kind), blocker.subject,
                              QString::number(blocker.days), blocker.owner, minutes(blocker.since));
        }
        return lines.join(QStringLiteral("; "));
    }

    static QString actions(const Readiness &readiness)
    {
        QStringList lines;
        for (const auto &action : readiness.actions) {
            lines += QStringLiteral("%1 %2 [%3] %4 %5")
                         .arg(action.mover == gatehouse::domain::Mover::Us ? QStringLiteral("us")
                                                                           : QStringLiteral("partner"),
                              gatehouse::domain::actionKindName(action.kind), action.subject, action.owner,
                              minutes(action.due));
        }
        return lines.join(QStringLiteral("; "));
    }

    static QString steps(const Readiness &readiness)
    {
        QString letters;
        for (const auto &phase : readiness.phases) {
            for (const auto &step : phase.items)
                letters += QLatin1Char(step.state == ItemState::Done ? 'D' : step.state == ItemState::Open ? 'o' : 'B');
            letters += QLatin1Char(' ');
        }
        return letters.trimmed();
    }

    static QString gates(const Readiness &readiness)
    {
        using gatehouse::domain::GateState;
        QStringList lines;
        for (const auto &gate : readiness.gates) {
            const char *state = gate.state == GateState::Done         ? "done"
                                : gate.state == GateState::Blocked    ? "blocked"
                                : gate.state == GateState::InProgress ? "in progress"
                                                                      : "to do";
            lines += QStringLiteral("%1 %2 %3/%4 %5")
                         .arg(gatehouse::domain::readinessGateName(gate.gate), QLatin1StringView(state),
                              QString::number(gate.done), QString::number(gate.total), gate.openStep);
        }
        return lines.join(QStringLiteral("; "));
    }

    // Everything but clock readings, so that two instants can be compared.
    static QString everything(const Readiness &readiness)
    {
        QStringList lines{gatehouse::domain::stageName(readiness.stage),
                          steps(readiness),
                          gates(readiness),
                          blockers(readiness),
                          actions(readiness),
                          gatehouse::domain::nextMoveName(readiness.move),
                          gatehouse::domain::approvalStatusName(readiness.approval),
                          gatehouse::domain::slaStateName(readiness.sla.state),
                          example::shown(readiness.sla.pausedSince),
                          QString::number(readiness.percent),
                          QString::number(readiness.gatesDone),
                          QString::number(int(readiness.dossier.state)),
                          QString::number(readiness.dossier.daysLeft),
                          readiness.wouldBeReady.join(QLatin1Char(','))};
        for (const auto &document : readiness.dossier.documents)
            lines += QStringLiteral("%1 %2").arg(int(document.state)).arg(document.daysLeft);
        for (const auto &access : readiness.access)
            lines += QStringLiteral("%1 %2").arg(access.gate, gatehouse::domain::accessReasonName(access.reason));
        return lines.join(QLatin1Char('\n'));
    }

    static Facts randomFacts(QRandomGenerator &random)
    {
        Facts facts;
        facts.contact("Ben", "sub-ben");
        Instant when = example::at("2026-03-02T09:30Z");
        for (int i = random.bounded(7); i > 0; --i) {
            when = when + qint64(random.bounded(4 * 24 * 60)) * gatehouse::base::msPerMinute;
            const QByteArray iso = when.toIso().toLatin1();
            const QByteArray until = when.toUtc().date().addDays(random.bounded(60)).toString(Qt::ISODate).toLatin1();
            switch (random.bounded(6)) {
            case 0: facts.filed("kyb", iso.constData(), until.constData()); break;
            case 1: facts.filed("licensing", iso.constData(), until.constData()); break;
            case 2: facts.dossier(iso.constData()); break;
            case 3: facts.approved(iso.constData()); break;
            case 4: facts.rejected(iso.constData(), random.bounded(3) == 0 ? Finality::Final : Finality::Retry); break;
            case 5: facts.removed("sub-ben", iso.constData()); break;
            }
        }
        return facts;
    }

    static void standing(const char *title, const Facts &facts, const char *now, const char *stage,
                         const char *blockers, const char *actions)
    {
        QTest::newRow(title) << PartnerFacts(facts) << QByteArray(now) << QString::fromUtf8(stage)
                             << QString::fromUtf8(blockers) << QString::fromUtf8(actions);
    }

    static void addUndecided()
    {
        standing("nothing filed", Facts(), "2026-03-02T12:00Z", "pre_sales partners DDoo B oooD 33",
                 "now document_missing [KYB package] 0 d partner 03-02T09:00; "
                 "now document_missing [Licensing documents] 0 d partner 03-02T09:00",
                 "partner file_document [KYB package] Ada -; partner file_document [Licensing documents] Ada -");
        standing("licensing missing", Facts().filed("kyb", "2026-03-02T10:00Z"), "2026-03-02T12:00Z",
                 "pre_sales partners DDDo B oDoD 55",
                 "now document_missing [Licensing documents] 0 d partner 03-02T09:00",
                 "partner file_document [Licensing documents] Ada -");
        standing("pending review", Facts().dossier("2026-03-02T10:00Z"), "2026-03-02T12:00Z",
                 "contract ours DDDD o oDDD 77", "", "us review_dossier [] root_admin 03-04T10:00");
        standing("pending review, breached", Facts().dossier("2026-03-02T10:00Z"), "2026-03-20T12:00Z",
                 "contract ours DDDD o oDDD 77", "", "us review_dossier [] root_admin 03-04T10:00");
        standing("pending, one document expired",
                 Facts().filed("kyb", "2026-03-02T10:00Z", "2026-03-10").filed("licensing", "2026-03-02T10:00Z"),
                 "2026-03-12T12:00Z", "contract partners DDDD B oBDD 66",
                 "now document_expired [KYB package] 2 d partner 03-11T00:00",
                 "partner renew_document [KYB package] Ada 03-11T00:00");
        standing("pending, one document expiring",
                 Facts().filed("kyb", "2026-03-02T10:00Z", "2026-03-20").filed("licensing", "2026-03-02T10:00Z"),
                 "2026-03-03T12:00Z", "contract ours DDDD o oDDD 77",
                 "later document_expiring [KYB package] 17 d partner -",
                 "us review_dossier [] root_admin 03-04T10:00; partner renew_document [KYB package] Ada 03-21T00:00");
    }

    static void addDecided()
    {
        standing("approved", Facts().dossier("2026-03-02T10:00Z").approved("2026-03-03T10:00Z"), "2026-03-12T12:00Z",
                 "go_live on_track DDDD D DDDD 100", "", "");
        standing("approved, one document expired",
                 Facts()
                     .filed("kyb", "2026-03-02T10:00Z", "2026-03-10")
                     .filed("licensing", "2026-03-02T10:00Z")
                     .approved("2026-03-03T10:00Z"),
                 "2026-03-12T12:00Z", "go_live partners DDDD D DBDD 88",
                 "now document_expired [KYB package] 2 d partner 03-11T00:00",
                 "partner renew_document [KYB package] Ada 03-11T00:00");
        standing("changed since approval",
                 Facts().dossier("2026-03-02T10:00Z").approved("2026-03-03T10:00Z").filed("kyb", "2026-03-12T10:00Z"),
                 "2026-03-12T12:00Z", "go_live ours DDDD D DDDD 100", "", "us review_change [] root_admin 03-16T10:00");
        standing("rejected for retry", Facts().dossier("2026-03-02T10:00Z").rejected("2026-03-03T10:00Z"),
                 "2026-03-12T12:00Z", "contract partners DDDD B BDDD 77",
                 "now rejected_retry [] 0 d partner 03-03T10:00", "partner answer_rejection [] Ada -");
        standing("answered",
                 Facts().dossier("2026-03-02T10:00Z").rejected("2026-03-03T10:00Z").filed("kyb", "2026-03-12T10:00Z"),
                 "2026-03-12T12:00Z", "contract ours DDDD o oDDD 77", "",
                 "us review_dossier [] root_admin 03-16T10:00");
        standing("rejected for good is nobody's move",
                 Facts().filed("kyb", "2026-03-02T10:00Z").rejected("2026-03-03T10:00Z", Finality::Final),
                 "2026-03-12T12:00Z", "pre_sales on_track DDDo B BDoD 55",
                 "now rejected_final [] 0 d root_admin 03-03T10:00", "us reconsider [] root_admin -");
        standing("suspended",
                 Facts().dossier("2026-03-02T10:00Z").approved("2026-03-03T10:00Z").rejected("2026-03-04T10:00Z"),
                 "2026-03-12T12:00Z", "contract partners DDDD B BDDD 77", "now suspended [] 0 d partner 03-04T10:00",
                 "us reconsider [] root_admin -; partner answer_rejection [] Ada -");
        standing("suspended for good",
                 Facts()
                     .dossier("2026-03-02T10:00Z")
                     .approved("2026-03-03T10:00Z")
                     .rejected("2026-03-04T10:00Z", Finality::Final),
                 "2026-03-12T12:00Z", "contract on_track DDDD B BDDD 77", "now suspended [] 0 d root_admin 03-04T10:00",
                 "us reconsider [] root_admin -");
    }

    static void addPeople()
    {
        standing("an identity is still active",
                 Facts()
                     .contact("Ben", "sub-ben")
                     .dossier("2026-03-02T10:00Z")
                     .approved("2026-03-03T10:00Z")
                     .removed("sub-ben", "2026-03-05T10:00Z"),
                 "2026-03-12T12:00Z", "go_live ours DDDD D DDDo 88",
                 "later identity_active [Ben] 0 d integration_manager 03-05T10:00",
                 "us deactivate_identity [Ben] integration_manager -");
        standing("released",
                 Facts()
                     .contact("Ben", "sub-ben")
                     .dossier("2026-03-02T10:00Z")
                     .approved("2026-03-03T10:00Z")
                     .removed("sub-ben", "2026-03-05T10:00Z", "2026-03-06T10:00Z"),
                 "2026-03-12T12:00Z", "go_live on_track DDDD D DDDD 100", "", "");
        standing(
            "an identity outlives a final rejection",
            Facts()
                .contact("Ben", "sub-ben")
                .dossier("2026-03-02T10:00Z")
                .rejected("2026-03-03T10:00Z", Finality::Final)
                .removed("sub-ben", "2026-03-05T10:00Z"),
            "2026-03-12T12:00Z", "contract ours DDDD B BDDo 66",
            "now rejected_final [] 0 d root_admin 03-03T10:00; later identity_active [Ben] 0 d integration_manager "
            "03-05T10:00",
            "us reconsider [] root_admin -; us deactivate_identity [Ben] integration_manager -");
        standing("the submitter left",
                 Facts()
                     .contact("Ben", "sub-ben")
                     .dossier("2026-03-02T10:00Z")
                     .approved("2026-03-03T10:00Z")
                     .removed("sub-ada", "2026-03-05T10:00Z", "2026-03-06T10:00Z"),
                 "2026-03-12T12:00Z", "pre_sales partners DoDD D DDDD 88",
                 "now submitter_left [Ada] 0 d partner 03-05T10:00", "");
        standing(
            "the worst comes first",
            Facts()
                .contact("Ben", "sub-ben")
                .filed("licensing", "2026-03-02T10:00Z", "2026-03-20")
                .filed("kyb", "2026-03-02T10:00Z", "2026-03-10")
                .approved("2026-03-03T10:00Z")
                .rejected("2026-03-04T10:00Z")
                .removed("sub-ben", "2026-03-05T10:00Z"),
            "2026-03-12T12:00Z", "contract ours DDDD B BBDo 55",
            "now suspended [] 0 d partner 03-04T10:00; now document_expired [KYB package] 2 d partner 03-11T00:00; "
            "later identity_active [Ben] 0 d integration_manager 03-05T10:00; "
            "later document_expiring [Licensing documents] 8 d partner -",
            "us reconsider [] root_admin -; us deactivate_identity [Ben] integration_manager -; "
            "partner renew_document [KYB package] Ada 03-11T00:00; partner renew_document [Licensing documents] Ada "
            "03-21T00:00; "
            "partner answer_rejection [] Ada -");
    }

private Q_SLOTS:
    void tellsWhereAPartnerStands_data()
    {
        QTest::addColumn<PartnerFacts>("facts");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("stage");    // stage, move, steps (Done, open, Blocked), percent
        QTest::addColumn<QString>("blockers"); // severity kind [subject] days owner since
        QTest::addColumn<QString>("actions");  // mover kind [subject] owner due
        addUndecided();
        addDecided();
        addPeople();
    }

    void tellsWhereAPartnerStands()
    {
        QFETCH(PartnerFacts, facts);
        QFETCH(QByteArray, now);
        QFETCH(QString, stage);
        const Readiness readiness = ask(facts, now.constData());
        QCOMPARE(QStringLiteral("%1 %2 %3 %4")
                     .arg(gatehouse::domain::stageName(readiness.stage),
                          gatehouse::domain::nextMoveName(readiness.move), steps(readiness),
                          QString::number(readiness.percent)),
                 stage);
        QTEST(blockers(readiness), "blockers");
        QTEST(actions(readiness), "actions");
        QCOMPARE(readiness.wouldBeReady.isEmpty(), readiness.percent == 100);
    }

    void showsTheGatesThatThePlaybookUses()
    {
        QCOMPARE(
            gates(ask(Facts(), "2026-03-02T12:00Z")),
            QStringLiteral(
                "account_intake done 2/2 ; identity_provider done 1/1 ; access_requests blocked 0/2 approved title; "
                "evidence_pack to do 0/4 kyb-filed title"));
        QCOMPARE(gates(ask(example::history("kl"), "2026-03-02T12:00Z")),
                 QStringLiteral(
                     "account_intake done 2/2 ; identity_provider done 1/1 ; access_requests to do 0/2 approved title; "
                     "evidence_pack done 4/4 "));
        QCOMPARE(gates(ask(example::history("k"), "2026-03-02T12:00Z")).section(QStringLiteral("; "), 3),
                 QStringLiteral("evidence_pack in progress 2/4 licensing-filed title"));
        QCOMPARE(ask(example::history("kla"), "2026-03-02T13:00Z").gatesDone, 4);
    }

    void saysWhatWouldMakeThePartnerReady()
    {
        QCOMPARE(ask(example::history("k"), "2026-03-02T12:00Z").wouldBeReady.join(QStringLiteral(", ")),
                 QStringLiteral("licensing-filed title, approved title, invoices-open title, licensing-current title"));
    }

    void pointsEachBlockerToItsRunbook()
    {
        const auto runbook = [](const PartnerFacts &facts) {
            return ask(facts, "2026-03-12T12:00Z").blockers.value(0).runbook;
        };
        QCOMPARE(runbook(Facts()), QStringLiteral("kyb-filed#runbook"));
        QCOMPARE(
            runbook(Facts().filed("kyb", "2026-03-02T10:00Z", "2026-03-10").filed("licensing", "2026-03-02T10:00Z")),
            QStringLiteral("kyb-current#runbook"));
        QCOMPARE(runbook(example::history("klr")), QStringLiteral("approved#runbook"));
        QCOMPARE(runbook(example::history("kla").removed("sub-ada", "2026-03-05T10:00Z")),
                 QStringLiteral("roster#runbook"));
        QCOMPARE(runbook(example::history("kla").contact("Ben", "sub-ben").removed("sub-ben", "2026-03-05T10:00Z")),
                 QStringLiteral("identities#runbook"));
    }

    // A change after approval is ours once its deadline is three working days away; the target here is ten.
    void anActionOfOursIsNearThreeWorkingDaysBeforeItIsDue()
    {
        Playbook playbook = example::playbook();
        playbook.slas.first().targetMinutes = 10 * 480;
        const Facts facts =
            Facts().dossier("2026-03-02T09:00Z").approved("2026-03-02T10:00Z").filed("kyb", "2026-03-09T09:00Z");
        const auto move = [&](const char *now) {
            return QString(gatehouse::domain::nextMoveName(ask(facts, now, playbook).move));
        };
        QCOMPARE(minutes(ask(facts, "2026-03-09T09:00Z", playbook).actions.value(0).due),
                 QStringLiteral("03-20T17:00"));
        QCOMPARE(move("2026-03-09T09:00Z"), QStringLiteral("on_track"));
        QCOMPARE(move("2026-03-17T16:59:59.999Z"), QStringLiteral("on_track"));
        QCOMPARE(move("2026-03-17T17:00:00.000Z"), QStringLiteral("ours"));
        QCOMPARE(move("2026-04-17T17:00:00.000Z"), QStringLiteral("ours"));
        playbook.documents.first().validityDays = playbook.documents.last().validityDays = 0;
        QCOMPARE(ask(facts, "2026-03-09T09:00Z", playbook).validUntil.toIso(),
                 QStringLiteral("2026-03-17T17:00:00.000Z"));
    }

    void validUntilIsTheNextInstantAtWhichTimeAloneChangesAnything_data()
    {
        QTest::addColumn<PartnerFacts>("facts");
        QTest::addColumn<int>("validityDays");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("until");
        const auto row = [](const char *title, const Facts &facts, int days, const char *now, const char *until) {
            QTest::newRow(title) << PartnerFacts(facts) << days << QByteArray(now) << QString::fromLatin1(until);
        };
        const char *never = "9999-12-31T23:59:59.999Z";
        row("nothing filed", Facts(), 365, "2026-03-02T12:00Z", never);
        row("approved without dates", example::history("kla"), 0, "2026-03-12T12:00Z", never);
        row("approved with dates: days left count down", example::history("kla"), 365, "2026-03-12T12:00Z",
            "2026-03-13T00:00:00.000Z");
        row("one before midnight", example::history("kla"), 365, "2026-03-12T23:59:59.999Z",
            "2026-03-13T00:00:00.000Z");
        row("at midnight", example::history("kla"), 365, "2026-03-13T00:00:00.000Z", "2026-03-14T00:00:00.000Z");
        row("rejected for good without dates", example::history("klf"), 0, "2026-03-12T12:00Z", never);
        // Filed at 10:00 and 11:00 on Monday: sixteen hours from 11:00.
        row("until at risk", example::history("kl"), 0, "2026-03-02T12:00Z", "2026-03-03T17:00:00.000Z");
        row("at risk until breached", example::history("kl"), 0, "2026-03-03T17:00:00.000Z",
            "2026-03-04T11:00:00.001Z");
        row("breached", example::history("kl"), 0, "2026-03-04T11:00:00.001Z", never);
        row("midnight before at risk", example::history("kl"), 365, "2026-03-02T12:00Z", "2026-03-03T00:00:00.000Z");
        row("at risk before midnight", example::history("kl"), 365, "2026-03-03T16:59Z", "2026-03-03T17:00:00.000Z");
    }

    void validUntilIsTheNextInstantAtWhichTimeAloneChangesAnything()
    {
        QFETCH(PartnerFacts, facts);
        QFETCH(int, validityDays);
        QFETCH(QByteArray, now);
        QFETCH(QString, until);
        Playbook playbook = example::playbook();
        for (auto &document : playbook.documents)
            document.validityDays = validityDays;
        QCOMPARE(ask(facts, now.constData(), playbook).validUntil.toIso(), until);
    }

    // Whatever the history: the same until validUntil, something else at it.
    void nothingChangesBeforeValidUntilAndSomethingDoesAtIt()
    {
        QRandomGenerator random(7);
        Playbook playbook = example::playbook();
        playbook.calendar.zone = "Europe/Berlin";
        int changes = 0;
        for (int i = 0; i < 300; ++i) {
            const PartnerFacts facts = randomFacts(random);
            const Instant now =
                example::at("2026-03-26T09:00Z") + qint64(random.bounded(5 * 24 * 60)) * gatehouse::base::msPerMinute;
            const Readiness before = gatehouse::domain::readiness(playbook, facts, now);
            QVERIFY(before.validUntil > now);
            if (before.validUntil == gatehouse::domain::never)
                continue;
            for (int part = 1; part <= 4; ++part) {
                const Instant within{now.ms + (before.validUntil - now) * part / 4 - (part == 4 ? 1 : 0)};
                QCOMPARE(everything(gatehouse::domain::readiness(playbook, facts, within)), everything(before));
            }
            QVERIFY(everything(gatehouse::domain::readiness(playbook, facts, before.validUntil)) != everything(before));
            ++changes;
        }
        QVERIFY(changes > 100);
    }

    void theSameFactsGiveTheSameAnswer()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 100; ++i) {
            const PartnerFacts facts = randomFacts(random);
            const Instant now = example::at("2026-03-26T09:00Z");
            // A playbook made anew shares no data with the first.
            QCOMPARE(everything(gatehouse::domain::readiness(example::playbook(), facts, now)),
                     everything(gatehouse::domain::readiness(example::playbook(), facts, now)));
            QVERIFY(gatehouse::domain::summarize(example::playbook(), facts, now)
                    == gatehouse::domain::summarize(example::playbook(), facts, now));
        }
    }

    void theSummaryIsReadinessCutToColumns()
    {
        QRandomGenerator random(13);
        const Playbook playbook = example::playbook();
        for (int i = 0; i < 300; ++i) {
            const PartnerFacts facts = randomFacts(random);
            const Instant now =
                example::at("2026-03-02T09:00Z") + qint64(random.bounded(60 * 24 * 60)) * gatehouse::base::msPerMinute;
            const Readiness full = gatehouse::domain::readiness(playbook, facts, now);
            const PartnerSummary row = gatehouse::domain::summarize(playbook, facts, now);
            QCOMPARE(row.stage, full.stage);
            QCOMPARE(row.move, full.move);
            QCOMPARE(row.approval, full.approval);
            QCOMPARE(row.dossier, full.dossier.state);
            QCOMPARE(row.dossierDays, full.dossier.daysLeft);
            QCOMPARE(row.changedSinceDecision, full.dossier.changedSinceDecision);
            QCOMPARE(row.blockerCount, full.blockers.size());
            QCOMPARE(bool(row.blocker), !full.blockers.isEmpty());
            if (row.blocker)
                QCOMPARE(*row.blocker, full.blockers.first());
            QCOMPARE(row.sla, full.sla.state);
            QCOMPARE(row.slaDeadline, full.sla.deadline);
            QCOMPARE(row.slaTargetMs, full.sla.targetMs);
            QCOMPARE(row.slaUsedMs, full.sla.usedMs);
            QCOMPARE(row.slaPausedSince, full.sla.pausedSince);
            QCOMPARE(row.slaReadAt, now);
            QCOMPARE(row.gatesDone, full.gatesDone);
            QCOMPARE(row.gatesUsed, full.gates.size());
            QCOMPARE(row.validUntil, full.validUntil);
        }
    }

    void theSummaryNamesThePartner()
    {
        Facts facts = example::history("k");
        const auto summary = [&] {
            return gatehouse::domain::summarize(example::playbook(), facts, example::at("2026-03-12T09:00Z"));
        };
        QCOMPARE(summary().label, QStringLiteral("OTC"));
        facts.get().partner.region = QStringLiteral("EU");
        QCOMPARE(summary().label, QStringLiteral("OTC · EU"));
        QCOMPARE(summary().dossierPart, QStringLiteral("KYB"));
        QCOMPARE(summary().slug, QStringLiteral("calder-voss"));
        QCOMPARE(summary().updatedAt, facts.get().partner.updatedAt);
    }

    void aPlaybookThatAsksForNothingIsDone()
    {
        const Readiness readiness = ask(Facts(), "2026-03-12T09:00Z", Playbook());
        QCOMPARE(readiness.percent, 100);
        QCOMPARE(readiness.approval, gatehouse::domain::ApprovalStatus::NotUsed);
        QCOMPARE(readiness.dossier.state, gatehouse::domain::DossierState::NotUsed);
        QCOMPARE(readiness.sla.state, gatehouse::domain::SlaState::None);
        QCOMPARE(readiness.move, gatehouse::domain::NextMove::OnTrack);
        QVERIFY(readiness.gates.isEmpty() && readiness.blockers.isEmpty() && readiness.actions.isEmpty());
    }
};

GATEHOUSE_TEST(TestReadiness)

#include "tst_readiness.moc"
