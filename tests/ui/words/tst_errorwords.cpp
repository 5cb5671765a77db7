#include "support/testmain.h"
#include "words/errorwords.h"
#include "words/textmarks.h"

#include <QRegularExpression>
#include <QTest>

class TestErrorWords : public QObject
{
    Q_OBJECT

private:
    static gatehouse::base::Error filled(gatehouse::base::ErrorCode code)
    {
        return {gatehouse::base::ErrorKind::Invalid,
                code,
                QStringLiteral("SUBJECT"),
                {QStringLiteral("FIRST"), QStringLiteral("SECOND"), QStringLiteral("THIRD")}};
    }

    static void addEveryCode()
    {
        QTest::addColumn<int>("code");
        for (const auto code : gatehouse::base::allErrorCodes())
            QTest::newRow(gatehouse::base::errorCodeName(code).data()) << int(code);
    }

    // A whole sentence that begins like one; data may stand first.
    static bool isSentence(const QString &text)
    {
        static const QRegularExpression shape(QStringLiteral("^[A-Z“].*\\.$"));
        return shape.match(gatehouse::words::plain(text)).hasMatch();
    }

private Q_SLOTS:
    void everyCodeSaysWhatWhyAndWhatToDo_data() { addEveryCode(); }
    void everyCodeSaysWhatWhyAndWhatToDo()
    {
        QFETCH(const int, code);
        const auto words = gatehouse::words::errorWords(filled(gatehouse::base::ErrorCode(code)));
        QVERIFY2(isSentence(words.what), qPrintable(words.what));
        QVERIFY2(isSentence(words.why), qPrintable(words.why));
        // AccessClosed hands on the guidance of the playbook.
        if (gatehouse::base::ErrorCode(code) != gatehouse::base::ErrorCode::AccessClosed)
            QVERIFY2(isSentence(words.todo), qPrintable(words.todo));
        QVERIFY(!words.todo.isEmpty());
    }

    void everyCodeHasWordsWithoutArguments_data() { addEveryCode(); }
    void everyCodeHasWordsWithoutArguments()
    {
        QFETCH(const int, code);
        const auto words = gatehouse::words::errorWords(
            {gatehouse::base::ErrorKind::Internal, gatehouse::base::ErrorCode(code), {}, {}});
        QVERIFY(!words.what.isEmpty());
        QVERIFY(!words.why.isEmpty());
        QVERIFY(!words.todo.isEmpty());
    }

    void noSentenceUsesAWordWeDoNotUse_data() { addEveryCode(); }
    void noSentenceUsesAWordWeDoNotUse()
    {
        QFETCH(const int, code);
        const QString line = gatehouse::words::oneLine(filled(gatehouse::base::ErrorCode(code)));
        static const QRegularExpression unwanted(
            QStringLiteral(
                "\\b(please|oops|sorry|invalid|illegal|failed to|unable to|cannot|your fault|wrongly)\\b|!|%\\d|\\n"),
            QRegularExpression::CaseInsensitiveOption);
        const auto match = unwanted.match(line);
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured() + QStringLiteral(" in: ") + line));
    }

    void everyCodeLeadsToARunbookSection_data() { addEveryCode(); }
    void everyCodeLeadsToARunbookSection()
    {
        QFETCH(const int, code);
        static const QRegularExpression id(QStringLiteral("^[a-z][a-z-]*#[a-z][a-z-]*$"));
        const QString runbook = gatehouse::words::runbookOf(gatehouse::base::ErrorCode(code));
        QVERIFY2(id.match(runbook).hasMatch(), qPrintable(runbook));
        QCOMPARE(gatehouse::words::errorWords(filled(gatehouse::base::ErrorCode(code))).runbook, runbook);
    }

    void runbookSectionsThatScriptsKnowStayAsTheyAre()
    {
        using gatehouse::base::ErrorCode;
        using gatehouse::words::runbookOf;
        QCOMPARE(runbookOf(ErrorCode::AccessClosed), QStringLiteral("approvals#kyb-review"));
        QCOMPARE(runbookOf(ErrorCode::WorkspaceBusy), QStringLiteral("workspace#busy"));
        QCOMPARE(runbookOf(ErrorCode::ReviewChanged), QStringLiteral("approvals#review-changed"));
    }

    void aRaceWithoutATableHasNoEmptyBrackets()
    {
        using namespace gatehouse;
        const base::Error lost{base::ErrorKind::Conflict, base::ErrorCode::ConcurrentChange, {}, {}};
        QVERIFY(!words::plain(words::oneLine(lost)).contains(QLatin1Char('(')));
    }

    void dataThatLooksLikeAPlaceholderStaysAsItIs()
    {
        using namespace gatehouse;
        const base::Error error{
            base::ErrorKind::Denied,
            base::ErrorCode::AccessClosed,
            QStringLiteral("%1 %2 & Co"),
            {QStringLiteral("invoice.create"), QStringLiteral("pending_review"), QStringLiteral("Finish the %1.")}};
        QCOMPARE(words::plain(words::oneLine(error)),
                 QStringLiteral("invoice.create is closed for %1 %2 & Co. The reason: review pending. Finish the %1."));
    }

    void saysWhoMayAndWhatChanged()
    {
        using namespace gatehouse;
        const base::Error denied{base::ErrorKind::Denied,
                                 base::ErrorCode::NotPermitted,
                                 QStringLiteral("approve"),
                                 {QStringLiteral("root_admin"), QStringLiteral("auditor")}};
        QCOMPARE(words::plain(words::oneLine(denied)),
                 QStringLiteral("You can't approve a partner. Those who can: root admins, auditors. "
                                "Ask one of them, or ask a root admin for the role."));
        const base::Error changed{base::ErrorKind::Conflict,
                                  base::ErrorCode::ReviewChanged,
                                  QStringLiteral("Sable"),
                                  {QStringLiteral("dossier")}};
        QVERIFY(words::oneLine(changed).contains(QStringLiteral("the dossier")));
        // Who changed it and when, once, where that is told.
        const base::Error decided{base::ErrorKind::Conflict,
                                  base::ErrorCode::ReviewChanged,
                                  QStringLiteral("Sable"),
                                  {QStringLiteral("roster"), QStringLiteral("decision"),
                                   QStringLiteral("decision 2026-03-12T14:24:00.000Z mara okafor"),
                                   QStringLiteral("verdict rejected")}};
        const QString why = words::plain(words::errorWords(decided).why);
        QVERIFY2(why.contains(QStringLiteral("the contacts")), qPrintable(why));
        QVERIFY2(why.contains(QStringLiteral("the last decision (rejected, mara okafor, ")), qPrintable(why));
        QCOMPARE(why.count(QStringLiteral("the last decision")), 1);
        QCOMPARE(why.count(QStringLiteral("verdict")), 0);
    }

    void whoStandsInTheRosterReadsWhoCanInstead()
    {
        using namespace gatehouse;
        const auto said = [](const QStringList &arguments) {
            return words::plain(words::oneLine(
                {base::ErrorKind::Denied, base::ErrorCode::OnTheRoster, QStringLiteral("Sable"), arguments}));
        };
        QCOMPARE(said({QStringLiteral("snooze-review"), QStringLiteral("root_admin"), QStringLiteral("tenant_admin")}),
                 QStringLiteral("You can't put a review off. You are in the roster of Sable, or you were and your "
                                "identity task is still open. Ask one of these who isn't in the roster: root admins, "
                                "tenant admins."));
        QVERIFY(said({QStringLiteral("release-contact")}).contains(QStringLiteral("released you could decide on it")));
        QVERIFY(said({}).startsWith(QStringLiteral("You can't decide on Sable.")));
    }

    void aSentenceFitsItsCase_data()
    {
        using gatehouse::base::ErrorCode;
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, ErrorCode code, const char *subject, const QStringList &arguments,
                            const char *line) {
            QTest::newRow(name) << int(code) << QString::fromUtf8(subject) << arguments << QString::fromUtf8(line);
        };
        row("listed", ErrorCode::OnTheRoster, "Sable", {QStringLiteral("listed")},
            "You can't decide on Sable. You are in its roster. Ask someone who isn't in the roster to decide.");
        row("removed", ErrorCode::OnTheRoster, "Sable", {QStringLiteral("removed")},
            "You can't decide on Sable. You were in its roster, and your identity task is still open. Ask someone who "
            "isn't in the roster to decide.");
        row("no operator", ErrorCode::OperatorNotFound, "ghost", {},
            "Nothing was changed. ghost is no operator: no role is held by this subject now. List the operators and "
            "use a subject from the list.");
        row("an empty list", ErrorCode::KeyMissing, "contacts[0]", {},
            "The application was not taken. Its list “contacts” is empty. Add at least one to it and submit again.");
        row("no page", ErrorCode::EvidenceUnknown, "kyb:0", {},
            "The decision wasn't recorded. The evidence kyb:0 names no page: pages are numbers from 1. Cite a document "
            "and a page, as in kyb:1, or the document alone.");
        row("not on the list", ErrorCode::NotOnAllowlist, "tina", {QStringLiteral("root_admin")},
            "You can't decide on this partner. Those who can: root admins. Ask one of them, or ask a root admin for "
            "the role.");
        row("a database's refusal", ErrorCode::NotPermitted, "team on db.example", {},
            "You can't work in team on db.example. The database refused your login, or what it may do there. Check "
            "user and password. Who looks after the database lets a login in: GRANT gatehouse_operators TO that "
            "login.");
        row("a date", ErrorCode::DateMalformed, "valid_until", {QStringLiteral("soon")},
            "“soon” is no date. It was given for “valid until”. Write it as year-month-day, for example 2026-03-12.");
        row("a missing folder", ErrorCode::WorkspaceNotFound, "/no/t", {QStringLiteral("/no")},
            "No workspace was created at /no/t. There is no folder /no. Create the folder first, or choose another "
            "place.");
    }

    void aSentenceFitsItsCase()
    {
        using namespace gatehouse;
        QFETCH(const int, code);
        QFETCH(const QString, subject);
        QFETCH(const QStringList, arguments);
        const base::Error error{base::ErrorKind::Invalid, base::ErrorCode(code), subject, arguments};
        QTEST(words::plain(words::oneLine(error)), "line");
    }

    void aPlaybookWithManyFaultsNamesTheFirstThree()
    {
        using namespace gatehouse;
        const base::Error error{base::ErrorKind::Invalid,
                                base::ErrorCode::PlaybookInvalid,
                                QStringLiteral("otc.yaml"),
                                {QStringLiteral("3"), QStringLiteral("id: a name is expected"), QStringLiteral("9"),
                                 QStringLiteral("steps: at least one"), QStringLiteral("12"),
                                 QStringLiteral("gate: unknown"), QStringLiteral("40"), QStringLiteral("x"),
                                 QStringLiteral("41"), QStringLiteral("y")}};
        const QString why = words::plain(words::errorWords(error).why);
        QCOMPARE(
            why,
            QStringLiteral(
                "Line 3: id: a name is expected. Line 9: steps: at least one. Line 12: gate: unknown. 2 more follow."));
    }
};

GATEHOUSE_TEST(TestErrorWords)
#include "tst_errorwords.moc"
