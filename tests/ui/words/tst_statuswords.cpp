#include "support/fakeclock.h"
#include "support/testmain.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QLocale>
#include <QTest>

class TestStatusWords : public QObject
{
    Q_OBJECT

private:
    template <class E, class F>
    static QStringList allWords(E last, F &&words)
    {
        QStringList all;
        for (int value = 0; value <= int(last); ++value)
            all.append(words(E(value)));
        return all;
    }

    static gatehouse::domain::Blocker blocker(gatehouse::domain::BlockerKind kind)
    {
        gatehouse::domain::Blocker blocker;
        blocker.kind = kind;
        return blocker;
    }

    static gatehouse::domain::NextAction action(gatehouse::domain::ActionKind kind)
    {
        gatehouse::domain::NextAction action;
        action.kind = kind;
        return action;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        qputenv("TZ", "UTC");
    }

    void everyStateHasWordsOfItsOwn()
    {
        using namespace gatehouse;
        QList<QStringList> tables{
            allWords(domain::Stage::Hypercare, words::stageWords),
            allWords(domain::Stage::Hypercare, words::stageTitle),
            allWords(domain::ReadinessGate::BillingProfile, words::readinessGateWords),
            allWords(domain::GateState::Done, words::gateStateWords),
            allWords(domain::ApprovalStatus::Suspended, words::approvalWords),
            allWords(domain::SlaState::Missed, words::clockStateWords),
            allWords(domain::NextMove::OnTrack, words::nextMoveWords),
            allWords(domain::NextMove::OnTrack, words::nextMoveExplanation),
            allWords(domain::AccessReason::NotDefined,
                     [](domain::AccessReason reason) { return words::accessReasonWords(reason); }),
            allWords(domain::BlockerKind::PlaybookUnknown,
                     [](domain::BlockerKind kind) { return words::blockerWords(blocker(kind)); }),
            allWords(domain::BlockerKind::PlaybookUnknown,
                     [](domain::BlockerKind kind) { return words::blockerSentence(blocker(kind)); }),
            allWords(domain::ActionKind::Reconsider,
                     [](domain::ActionKind kind) {
                         return words::actionWords(action(kind), domain::ApprovalStatus::Rejected);
                     }),
        };
        for (QStringList &table : tables) {
            QVERIFY2(!table.contains(QString()), qPrintable(table.join(QLatin1Char('|'))));
            QCOMPARE(table.removeDuplicates(), 0);
        }
    }

    void theClockTellsWhatItShows_data()
    {
        using namespace gatehouse;
        using base::msPerHour, base::msPerMinute, domain::SlaState;
        QTest::addColumn<int>("state");
        QTest::addColumn<qint64>("target");
        QTest::addColumn<qint64>("used");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, SlaState state, qint64 target, qint64 used, const QString &words,
                            const char *sentence) {
            QTest::newRow(name) << int(state) << target << used << words << QString::fromLatin1(sentence);
        };
        row("none", SlaState::None, 0, 0, QStringLiteral("\u2014"), "no clock");
        row("running", SlaState::Running, 16 * msPerHour, 6 * msPerHour, QStringLiteral("1 d 2 h left"),
            "1 day 2 hours left");
        row("at risk", SlaState::AtRisk, 16 * msPerHour, 16 * msPerHour - 65 * msPerMinute,
            QStringLiteral("1 h 05 m left"), "1 hour 5 minutes left");
        row("used up", SlaState::AtRisk, 16 * msPerHour, 16 * msPerHour, QStringLiteral("< 1 m left"),
            "less than a minute left");
        row("over", SlaState::Breached, 16 * msPerHour, 16 * msPerHour + 220 * msPerMinute,
            QStringLiteral("3 h 40 m over"), "3 hours 40 minutes over");
        row("paused", SlaState::Paused, 16 * msPerHour, msPerHour, QStringLiteral("Paused 2 d"),
            "Paused 2 days 3 hours");
        row("met", SlaState::Met, 16 * msPerHour, 9 * msPerHour, QStringLiteral("Met in 1 d 1 h"),
            "Met in 1 day 1 hour");
        row("missed", SlaState::Missed, 16 * msPerHour, 19 * msPerHour, QStringLiteral("Missed by 3 h"),
            "Missed by 3 hours");
    }

    void theClockTellsWhatItShows()
    {
        using namespace gatehouse;
        QFETCH(const int, state);
        QFETCH(const qint64, target);
        QFETCH(const qint64, used);
        const auto now = support::FakeClock::start;
        const words::ClockFigures clock{domain::SlaState(state), target, used,
                                        now + -(2 * base::msPerDay + 3 * base::msPerHour)};
        QTEST(words::plain(words::clockWords(clock, now)), "words");
        QTEST(words::plain(words::clockSentence(clock, now)), "sentence");
    }

    void durationsInAClockAreIsolated()
    {
        using namespace gatehouse;
        const words::ClockFigures clock{domain::SlaState::Breached, 0, 220 * base::msPerMinute, {}};
        QCOMPARE(words::clockWords(clock, {}), QStringLiteral("\u20683 h 40 m\u2069 over"));
    }

    void theDossierTellsWhatIsWorst_data()
    {
        using gatehouse::domain::DossierState;
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("changed");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, DossierState state, int days, bool changed, const char *part,
                            const char *words) {
            QTest::newRow(name) << int(state) << days << changed << QString::fromLatin1(part)
                                << QString::fromLatin1(words);
        };
        row("not used", DossierState::NotUsed, 0, false, "", "Not used");
        row("missing", DossierState::Missing, 0, false, "", "Missing");
        row("KYB only", DossierState::Partial, 0, false, "KYB", "KYB only");
        row("several of many", DossierState::Partial, 0, false, "", "Incomplete");
        row("current", DossierState::Current, 331, false, "", "Current 331 d");
        row("unlimited", DossierState::Current, 0, false, "", "Current");
        row("expiring", DossierState::Expiring, 9, false, "", "Expires in 9 d");
        row("last day", DossierState::Expiring, 0, false, "", "Expires today");
        row("expired", DossierState::Expired, -6, false, "", "Expired 6 d");
        row("changed", DossierState::Current, 331, true, "", "Changed 2 d");
        row("changed and expiring", DossierState::Expiring, 9, true, "", "Changed 2 d");
        row("changed and expired", DossierState::Expired, -1, true, "", "Expired 1 d");
    }

    void theDossierTellsWhatIsWorst()
    {
        using namespace gatehouse;
        QFETCH(const int, state);
        QFETCH(const int, days);
        QFETCH(const bool, changed);
        QFETCH(const QString, part);
        const auto now = support::FakeClock::start;
        domain::PartnerSummary summary;
        summary.dossier = domain::DossierState(state);
        summary.dossierDays = days;
        summary.dossierPart = part;
        if (changed)
            summary.changedSinceDecision = now + -(2 * base::msPerDay + base::msPerHour);
        QTEST(words::plain(words::dossierWords(summary, now)), "words");
    }

    void thePartThatIsThereIsNamedFromThePlaybook()
    {
        using namespace gatehouse;
        domain::Playbook playbook;
        playbook.documents = {{.kind = QStringLiteral("kyb"),
                               .title = {},
                               .shortTitle = QStringLiteral("KYB"),
                               .reasons = {},
                               .source = {}},
                              {.kind = QStringLiteral("licensing"),
                               .title = {},
                               .shortTitle = QStringLiteral("Licensing"),
                               .reasons = {},
                               .source = {}}};
        domain::DossierStanding standing;
        standing.state = domain::DossierState::Partial;
        standing.documents = {{QStringLiteral("kyb"), domain::DocumentState::AwaitingObject, {}, {}, 0},
                              {QStringLiteral("licensing"), domain::DocumentState::Current, {}, {}, 0}};
        QCOMPARE(words::plain(words::dossierWords(standing, playbook, {})), QStringLiteral("Licensing only"));
    }

    void accessTellsSinceWhenOrWhyNot()
    {
        using namespace gatehouse;
        const auto now = support::FakeClock::start;
        domain::AccessAnswer answer;
        answer.verdict = domain::AccessVerdict::Open;
        answer.since = now + -16 * base::msPerDay;
        QCOMPARE(words::plain(words::accessWords(answer, now)), QStringLiteral("Open since 24 Feb"));
        answer.since = std::nullopt;
        QCOMPARE(words::accessWords(answer, now), QStringLiteral("Open"));
        answer.verdict = domain::AccessVerdict::Closed;
        answer.reason = domain::AccessReason::Suspended;
        QCOMPARE(words::accessWords(answer, now), QStringLiteral("Closed: suspended"));
        QCOMPARE(words::accessReasonWords(QStringLiteral("pending_review")), QStringLiteral("review pending"));
        QCOMPARE(words::accessReasonWords(QStringLiteral("weather")), QStringLiteral("weather"));
    }

    void evidenceNamesTheDocumentAndThePage()
    {
        using namespace gatehouse;
        domain::Playbook playbook;
        playbook.documents = {{.kind = QStringLiteral("kyb"),
                               .title = QStringLiteral("KYB package"),
                               .shortTitle = {},
                               .reasons = {},
                               .source = {}}};
        domain::DossierDocument document;
        document.id = QStringLiteral("d1");
        document.kind = QStringLiteral("kyb");
        document.revision = 3;
        QList<domain::DossierDocument> documents{document};
        const auto told = [&](domain::EvidenceKind kind, const QString &target, int page) {
            return words::plain(words::evidenceWords({kind, target, page, {}}, documents, playbook));
        };
        QCOMPARE(told(domain::EvidenceKind::Document, QStringLiteral("d1"), 4), QStringLiteral("KYB package p. 4"));
        QLocale::setDefault(QLocale(QLocale::English));
        const QString far = told(domain::EvidenceKind::Document, QStringLiteral("d1"), 9999);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(far, QStringLiteral("KYB package p. 9999"));
        QCOMPARE(told(domain::EvidenceKind::Document, QStringLiteral("d1"), 0), QStringLiteral("KYB package"));
        QCOMPARE(told(domain::EvidenceKind::Policy, QStringLiteral("LD-2189"), 0), QStringLiteral("Policy LD-2189"));
        QCOMPARE(told(domain::EvidenceKind::Link, QStringLiteral("https://a.example/1"), 0),
                 QStringLiteral("https://a.example/1"));
        document.id = QStringLiteral("d2");
        document.revision = 4;
        documents.append(document);
        QCOMPARE(told(domain::EvidenceKind::Document, QStringLiteral("d1"), 4),
                 QStringLiteral("KYB package rev 3 p. 4"));
        QCOMPARE(told(domain::EvidenceKind::Document, QStringLiteral("d2"), 0), QStringLiteral("KYB package"));
    }

    void aSuspensionIsAnsweredAsOne()
    {
        using namespace gatehouse;
        const auto told = [](domain::ApprovalStatus approval) {
            return words::actionWords(action(domain::ActionKind::AnswerRejection), approval);
        };
        QVERIFY(told(domain::ApprovalStatus::Suspended).contains(QStringLiteral("suspension")));
        QVERIFY(told(domain::ApprovalStatus::Rejected).contains(QStringLiteral("rejection")));
    }

    void whatOnlyANewDecisionOpensSaysSo()
    {
        using namespace gatehouse;
        domain::AccessAnswer answer;
        answer.guidance = QStringLiteral("Finish the review.");
        QCOMPARE(words::accessGuidance(answer), answer.guidance);
        answer.decidesAnew = domain::Role::RootAdmin;
        QCOMPARE(words::accessGuidance(answer),
                 QStringLiteral("It stays closed until one of the root admins decides anew."));
    }

    void aMoveSaysWhyAndForGoodIsNotOnTrack()
    {
        using namespace gatehouse;
        domain::Readiness readiness;
        QCOMPARE(words::nextMoveSentence(readiness), QStringLiteral("Nobody’s move: Nothing due"));
        readiness.blockers = {{domain::BlockerKind::RejectedFinal, {}, {}, 0, {}, {}, {}}};
        QCOMPARE(words::nextMoveSentence(readiness),
                 QStringLiteral("Nobody’s move: Rejected for good; only a root admin re-opens it"));
        // A root admin who has something to do about it does have a move.
        readiness.move = domain::NextMove::Ours;
        QVERIFY(words::nextMoveSentence(readiness).endsWith(words::nextMoveExplanation(readiness.move)));
    }

    void gatesShowTheStepThatIsNext()
    {
        using namespace gatehouse;
        domain::GateStanding standing;
        standing.state = domain::GateState::InProgress;
        standing.openStep = QStringLiteral("KYB package filed");
        const auto told = [&](domain::GateState state) {
            standing.state = state;
            return words::plain(words::gateStandingWords(standing));
        };
        // Never the step's name alone: it says what is true once it is done.
        QCOMPARE(told(domain::GateState::InProgress), QStringLiteral("Next: KYB package filed"));
        QCOMPARE(told(domain::GateState::Blocked), QStringLiteral("Blocked: KYB package filed"));
        QCOMPARE(told(domain::GateState::Todo), QStringLiteral("Open: KYB package filed"));
        standing.openStep.clear();
        QCOMPARE(told(domain::GateState::Done), QStringLiteral("Done"));
        QCOMPARE(words::gateCountWords(3, 7), QStringLiteral("3/7 gates"));
    }

    void aRejectionAfterAnApprovalIsASuspension()
    {
        using namespace gatehouse;
        QList<domain::Decision> decisions(4);
        for (int index = 0; index < 4; ++index)
            decisions[index].number = index + 1;
        decisions[1].verdict = domain::Verdict::Approve;
        decisions[3].finality = domain::Finality::Final;
        QStringList told;
        for (const domain::Decision &decision : std::as_const(decisions))
            told.append(words::verdictWords(decision, decisions));
        QCOMPARE(told.join(u'|'), QStringLiteral("Rejected, may file again|Approved|Suspended|Suspended for good"));
    }
};

GATEHOUSE_TEST(TestStatusWords)
#include "tst_statuswords.moc"
