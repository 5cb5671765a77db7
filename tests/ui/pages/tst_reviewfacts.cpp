#include "support/testmain.h"
#include "ui/pages/reviewfacts.h"
#include "ui/pages/viewing.h"
#include "words/textmarks.h"

// What a review says without asking a document.
class TestReviewFacts : public QObject
{
    Q_OBJECT

    using View = gatehouse::operations::PartnerView;
    using Document = gatehouse::domain::DossierDocument;
    using State = gatehouse::ui::ReviewCheck::State;

    static constexpr qint64 day = gatehouse::base::msPerDay;
    static constexpr gatehouse::base::Instant decided{1'773'000'000'000};

    static Document document(const char *id, const char *kind, qint64 revision, const char *validUntil)
    {
        Document one;
        one.id = QLatin1StringView(id);
        one.kind = QLatin1StringView(kind);
        one.revision = revision;
        one.sha256 = QString(64, QLatin1Char(*id));
        one.size = 2048;
        one.validUntil = QLatin1StringView(validUntil);
        one.filedBy = QStringLiteral("lena");
        one.filedAt = {decided.ms + (revision - 2) * day};
        return one;
    }

    static gatehouse::domain::Contact contact(const char *subject, qint64 addedDays)
    {
        gatehouse::domain::Contact one;
        one.id = QLatin1StringView(subject);
        one.subject = one.id;
        one.name = one.id;
        one.role = QStringLiteral("Director");
        one.addedAt = {decided.ms + addedDays * day};
        return one;
    }

    // Decided on revision 2; since then another KYB package, a contact more and one less.
    static View view()
    {
        View view;
        view.asOf = {decided.ms + 5 * day};
        view.playbook.documents = {
            {QStringLiteral("kyb"), QStringLiteral("KYB package"), QStringLiteral("KYB"), 0, 30, {}, {}},
            {QStringLiteral("licensing"),
             QStringLiteral("Licensing documents"),
             QStringLiteral("Licensing"),
             0,
             30,
             {},
             {}}};
        view.facts.partner.name = QStringLiteral("Calder");
        view.facts.partner.submittedBy = QStringLiteral("lena");
        view.facts.documents = {document("a", "kyb", 1, "2026-06-01"), document("b", "licensing", 2, "2027-01-31"),
                                document("c", "kyb", 3, "2027-06-01")};
        gatehouse::domain::Contact gone = contact("ravi", -10);
        gone.removedAt = gatehouse::base::Instant{decided.ms + day};
        view.facts.contacts = {contact("lena", -10), gone, contact("ines", 1)};
        gatehouse::domain::Decision decision;
        decision.number = 1;
        decision.dossierRevision = 2;
        decision.decidedAt = decided;
        view.facts.decisions = {decision};
        return view;
    }

private Q_SLOTS:
    void checksSayWhatIsSound()
    {
        const auto checks = [](const View &view, const char *subject) {
            QStringList bad;
            for (const auto &check : gatehouse::ui::reviewChecks(view, QLatin1StringView(subject),
                                                                 QList<gatehouse::operations::DocumentCheck>())) {
                if (check.state != State::Passed)
                    bad += gatehouse::words::plain(check.text);
            }
            return bad;
        };
        View now = view();
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("Removed contact ravi can still sign in")));
        QVERIFY(checks(now, "ines").contains(QStringLiteral("You are a contact of this partner")));
        QVERIFY(checks(now, "ravi").contains(QStringLiteral("You are a contact of this partner"))); // until released
        now.facts.contacts[1].releasedAt = now.asOf;
        QCOMPARE(checks(now, "mara"), QStringList());
        now.facts.partner.submittedBy = QStringLiteral("mara");
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("You submitted this partner")));
        now = view();
        now.facts.contacts.removeAt(1);
        now.facts.documents.last().filedBy = QStringLiteral("root");
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("Filed by root, not by a contact in the roster")));
        now = view();
        now.facts.contacts.removeAt(1);
        now.facts.contacts[1].subject = QStringLiteral("lena");
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("Two contacts have the same subject")));
        now = view();
        now.facts.contacts.removeAt(1);
        now.playbook.policyDocumentRequired = true;
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("No policy document on file; an approval names one")));
        now.facts.decisions.last().policyDocument = QStringLiteral("LD-2217");
        QCOMPARE(checks(now, "mara"), QStringList());
        now.playbook.deciders = 2;
        QCOMPARE(checks(now, "mara"), QStringList(QStringLiteral("Two people have to approve; nobody has yet")));
        now.readiness.review.endorsement = gatehouse::domain::Endorsement();
        now.readiness.review.endorsement->endorsedBy = QStringLiteral("tomas");
        QCOMPARE(checks(now, "mara"), QStringList());
        QCOMPARE(checks(now, "tomas").size(), 1);
    }

    void filesThatAreNotWhatWasFiledFail()
    {
        View now = view();
        now.facts.contacts.removeAt(1);
        const auto stateWith = [&now](const std::optional<gatehouse::base::Error> &fault) {
            return gatehouse::ui::reviewChecks(
                       now, QStringLiteral("mara"),
                       QList{gatehouse::operations::DocumentCheck{now.facts.documents.last(), fault}})
                .at(2);
        };
        using gatehouse::base::Error;
        using gatehouse::base::ErrorCode;
        using gatehouse::base::ErrorKind;
        QCOMPARE(stateWith({}).state, State::Passed);
        const auto altered = stateWith(Error{ErrorKind::Corrupt, ErrorCode::ObjectAltered, {}, {}});
        QCOMPARE(altered.state, State::Failed);
        QVERIFY(altered.text.contains(QStringLiteral("KYB package")));
        QCOMPARE(stateWith(Error{ErrorKind::NotFound, ErrorCode::ObjectMissing, {}, {}}).state, State::Failed);
        QCOMPARE(gatehouse::ui::reviewChecks(now, QStringLiteral("mara"), std::nullopt).at(2).state, State::Pending);
    }

    void pagesAreKeptAsRanges()
    {
        using gatehouse::ui::pageRanges;
        using gatehouse::ui::pagesNamed;
        QCOMPARE(pageRanges({}, 100), QString());
        QCOMPARE(pageRanges({0}, 100), QStringLiteral("1"));
        QCOMPARE(pageRanges({0, 1, 2, 6, 8, 9}, 10), QStringLiteral("1-3,7,9-10"));
        QCOMPARE(pageRanges({0, 1, 2, 6, 8, 9}, 9), QStringLiteral("1-3,7"));
        QCOMPARE(pagesNamed(QStringLiteral("1-3,7,9-10")), 6);
        QCOMPARE(pagesNamed({}), 0);
    }
};

GATEHOUSE_TEST(TestReviewFacts)

#include "tst_reviewfacts.moc"
