#include "domain/documentpages.h"
#include "operations/everyoperation.h"
#include "support/testmain.h"

#include <QJsonArray>

// What an operation refuses to take, and that it then leaves everything as it was. By a root admin, who may.
class TestBadInput : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using ErrorCode = gatehouse::base::ErrorCode;
    using ErrorKind = gatehouse::base::ErrorKind;
    using On = gatehouse::operationstest::On;
    using Outcome = gatehouse::operationstest::Outcome;
    using Verdict = gatehouse::domain::Verdict;
    // Tries it on a partner whose dossier is complete.
    using Try = std::function<Outcome(Desk &, const QString &partner)>;

    struct Case
    {
        const char *name;
        ErrorCode code;
        Try attempt;
    };

    BothDesks m_both;
    std::map<On, QString> m_partners;
    QList<Case> m_cases;

    static QString lots(int count) { return QString(count, QLatin1Char('x')); }

    template <class Change>
    void submit(const char *name, ErrorCode code, Change change)
    {
        m_cases += {name, code, [change](Desk &desk, const QString &) {
                        const QString subject = desk.fresh("staff");
                        auto operation = gatehouse::operationstest::submission(
                            Desk::application(desk.fresh("Partner"), {subject}), subject);
                        change(operation);
                        return gatehouse::operationstest::attempt(desk.root(), operation);
                    }};
    }

    // Changes one key of the first contact.
    template <class Value>
    void submitContact(const char *name, ErrorCode code, const char *key, Value value)
    {
        submit(name, code, [key, value](auto &operation) {
            QJsonArray contacts = operation.payload[QStringLiteral("contacts")].toArray();
            QJsonObject contact = contacts[0].toObject();
            contact[QString::fromLatin1(key)] = value;
            contacts[0] = contact;
            operation.payload[QStringLiteral("contacts")] = contacts;
        });
    }

    // `make(partner)` is what is changed.
    template <class Make, class Change>
    void changed(const char *name, ErrorCode code, Make make, Change change)
    {
        m_cases += {name, code, [make, change](Desk &desk, const QString &partner) {
                        auto operation = make(desk, partner);
                        change(operation);
                        return gatehouse::operationstest::attempt(desk.root(), operation);
                    }};
    }

    void addSubmissions()
    {
        const auto key = [](const char *name) { return QString::fromLatin1(name); };
        submit("submit: no such playbook", ErrorCode::PlaybookNotFound,
               [](auto &o) { o.playbookId = QStringLiteral("none"); });
        submit("submit: nothing", ErrorCode::KeyMissing, [](auto &o) { o.payload = {}; });
        submit("submit: key missing", ErrorCode::KeyMissing, [key](auto &o) { o.payload.remove(key("legal_name")); });
        submit("submit: key unknown", ErrorCode::KeyUnknown, [key](auto &o) { o.payload[key("colour")] = 1; });
        submit("submit: wrong type", ErrorCode::KeyWrongType, [key](auto &o) { o.payload[key("name")] = 7; });
        submit("submit: name empty", ErrorCode::TextMissing, [key](auto &o) { o.payload[key("name")] = key("  "); });
        submit("submit: name too long", ErrorCode::TextTooLong, [key](auto &o) { o.payload[key("name")] = lots(201); });
        submit("submit: no roster", ErrorCode::KeyMissing,
               [key](auto &o) { o.payload[key("contacts")] = QJsonArray(); });
        submit("submit: twice in the roster", ErrorCode::SubjectDuplicate, [key](auto &o) {
            const QJsonValue first = o.payload[key("contacts")].toArray().at(0);
            o.payload[key("contacts")] = QJsonArray{first, first};
        });
        submit("submit: submitter not in the roster", ErrorCode::SubmitterNotInRoster,
               [](auto &o) { o.submitter += QLatin1Char('x'); });
        submit("submit: submitter too long", ErrorCode::TextTooLong, [](auto &o) { o.submitter = lots(256); });
        submitContact("submit: contact without name", ErrorCode::TextMissing, "name", QString());
        submitContact("submit: no address", ErrorCode::EmailMalformed, "email", QStringLiteral("ada"));
        submitContact("submit: contact key unknown", ErrorCode::KeyUnknown, "fax", QString());
        submitContact("submit: contact of wrong type", ErrorCode::KeyWrongType, "subject", 5);
    }

    void addUpdates()
    {
        const auto make = [](Desk &, const QString &partner) {
            return gatehouse::operationstest::newRegion(partner, QStringLiteral("Elsewhere"));
        };
        changed("update: no such partner", ErrorCode::PartnerNotFound, make,
                [](auto &o) { o.partner = QStringLiteral("nobody"); });
        changed("update: name empty", ErrorCode::TextMissing, make, [](auto &o) { o.name = QString(); });
        changed("update: legal name empty", ErrorCode::TextMissing, make,
                [](auto &o) { o.legalName = QStringLiteral(" "); });
        changed("update: region of two lines", ErrorCode::TextForbidden, make,
                [](auto &o) { o.region = QStringLiteral("a\nb"); });
        changed("update: region too long", ErrorCode::TextTooLong, make, [](auto &o) { o.region = lots(201); });
        changed("update: owner is no operator", ErrorCode::OperatorNotFound, make,
                [](auto &o) { o.owner = QStringLiteral("nobody"); });
        // The good part of it is not done either.
        changed("update: name good, owner bad", ErrorCode::OperatorNotFound, make, [](auto &o) {
            o.name = QStringLiteral("Renamed");
            o.owner = QStringLiteral("nobody");
        });
    }

    void addContacts()
    {
        using namespace gatehouse::operationstest;
        const auto make = [](Desk &desk, const QString &partner) { return addition(partner, desk.fresh("staff")); };
        changed("contact: no such partner", ErrorCode::PartnerNotFound, make,
                [](auto &o) { o.partner = QStringLiteral("nobody"); });
        changed("contact: no name", ErrorCode::TextMissing, make, [](auto &o) { o.name.clear(); });
        changed("contact: no email", ErrorCode::TextMissing, make, [](auto &o) { o.email.clear(); });
        changed("contact: no address", ErrorCode::EmailMalformed, make,
                [](auto &o) { o.email = QStringLiteral("a@b@c"); });
        changed("contact: phone too long", ErrorCode::TextTooLong, make, [](auto &o) { o.phone = lots(65); });
        changed("contact: no role", ErrorCode::TextMissing, make, [](auto &o) { o.role.clear(); });
        changed("contact: subject too long", ErrorCode::TextTooLong, make, [](auto &o) { o.subject = lots(256); });
        changed("contact: subject with NUL", ErrorCode::TextForbidden, make, [](auto &o) { o.subject[2] = QChar(0); });
        const auto remove = [](Desk &, const QString &partner) { return removal(partner, QStringLiteral("nobody")); };
        changed("remove: not in the roster", ErrorCode::ContactNotFound, remove, [](auto &) {});
        changed("remove: no subject", ErrorCode::TextMissing, remove, [](auto &o) { o.subject.clear(); });
        const auto free = [](Desk &desk, const QString &partner) {
            return release(partner, desk.view(partner).facts.contacts.constFirst().subject);
        };
        changed("release: still in the roster", ErrorCode::ContactNotFound, free, [](auto &) {});
        changed("release: no subject", ErrorCode::TextMissing, free, [](auto &o) { o.subject.clear(); });
        changed("release: no note", ErrorCode::TextMissing, free, [](auto &o) { o.note = QStringLiteral("\n"); });
        changed("release: note too long", ErrorCode::TextTooLong, free, [](auto &o) { o.note = lots(501); });
    }

    void addFilings()
    {
        const auto make = [](Desk &, const QString &partner) {
            return gatehouse::operationstest::filing(partner, QStringLiteral("kyb"));
        };
        changed("file: no such partner", ErrorCode::PartnerNotFound, make,
                [](auto &o) { o.partner = QStringLiteral("nobody"); });
        changed("file: kind unknown", ErrorCode::DocumentKindUnknown, make,
                [](auto &o) { o.documentKind = QStringLiteral("kyc"); });
        changed("file: no bytes", ErrorCode::FileEmpty, make, [](auto &o) { o.bytes.clear(); });
        changed("file: too large", ErrorCode::FileTooLarge, make,
                [](auto &o) { o.bytes.resize(gatehouse::domain::documentMostBytes + 1); });
        changed("file: no name", ErrorCode::TextMissing, make,
                [](auto &o) { o.fileName = QStringLiteral("/tmp/scans/"); });
        changed("file: name too long", ErrorCode::TextTooLong, make, [](auto &o) { o.fileName = lots(256); });
        changed("file: no date", ErrorCode::DateMalformed, make,
                [](auto &o) { o.validUntil = QStringLiteral("2031-02-29"); });
        changed("file: validity over", ErrorCode::ValidityInPast, make,
                [](auto &o) { o.validUntil = QStringLiteral("2021-02-28"); });
    }

    void addDecisions()
    {
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject}) {
            const auto make = [verdict](Desk &desk, const QString &partner) { return desk.decision(partner, verdict); };
            const auto row = [&](const char *name, ErrorCode code, auto change) { changed(name, code, make, change); };
            row("decide: note of nineteen", ErrorCode::NoteTooShort,
                [](auto &o) { o.notes = QLatin1Char(' ') + lots(19) + QStringLiteral("\n "); });
            row("decide: nineteen pictures", ErrorCode::NoteTooShort,
                [](auto &o) { o.notes = QString::fromUcs4(U"\U0001F4C4").repeated(19); });
            row("decide: note too long", ErrorCode::TextTooLong, [](auto &o) { o.notes = lots(2001); });
            row("decide: note that colours terminals", ErrorCode::TextForbidden, [](auto &o) { o.notes += QChar(27); });
            row("decide: comment too long", ErrorCode::TextTooLong, [](auto &o) { o.partnerComment = lots(2001); });
            row("decide: policy document too long", ErrorCode::TextTooLong,
                [](auto &o) { o.policyDocument = lots(501); });
            row("decide: no evidence", ErrorCode::EvidenceMissing, [](auto &o) { o.evidence.clear(); });
            for (const char *evidence : {"nonsense", "kyb:0", "kyb:-1", "kyb:", "kyb:two", ":1", "http://example.org"})
                row("decide: evidence that is none", ErrorCode::EvidenceUnknown,
                    [evidence](auto &o) { o.evidence += QString::fromLatin1(evidence); });
            row("decide: policy without id", ErrorCode::TextMissing,
                [](auto &o) { o.evidence += QStringLiteral("policy: "); });
            row("decide: link too long", ErrorCode::TextTooLong,
                [](auto &o) { o.evidence += QStringLiteral("https://") + lots(500); });
            row("decide: no such partner", ErrorCode::PartnerNotFound,
                [](auto &o) { o.partner = QStringLiteral("nobody"); });
        }
        m_cases +=
            {"decide: another partner's document", ErrorCode::EvidenceUnknown, [](Desk &desk, const QString &partner) {
                 auto decide = desk.decision(partner, Verdict::Approve);
                 decide.evidence = QStringList{desk.view(otherPartner(desk)).facts.documents.constFirst().id};
                 return gatehouse::operationstest::attempt(desk.root(), decide);
             }};
    }

    static QString otherPartner(Desk &desk)
    {
        const auto rows = Desk::expected(desk.root().ask(gatehouse::operations::ListPartners{}));
        return rows.constFirst().id;
    }

    void addOperators()
    {
        using namespace gatehouse::operationstest;
        using gatehouse::domain::Role;
        const auto make = [](Desk &desk, const QString &) { return grant(desk.fresh("operator"), Role::Support); };
        changed("grant: partner staff are no operators", ErrorCode::ValueUnknown, make,
                [](auto &o) { o.role = Role::PartnerAdmin; });
        changed("grant: no subject", ErrorCode::TextMissing, make, [](auto &o) { o.subject = QStringLiteral(" "); });
        changed("grant: subject too long", ErrorCode::TextTooLong, make, [](auto &o) { o.subject = lots(256); });
        changed("grant: name too long", ErrorCode::TextTooLong, make, [](auto &o) { o.name = lots(201); });
        const auto back = [](Desk &, const QString &) { return revocation(QStringLiteral("nobody"), Role::Support); };
        changed("revoke: not held", ErrorCode::OperatorNotFound, back, [](auto &) {});
        changed("revoke: no subject", ErrorCode::TextMissing, back, [](auto &o) { o.subject.clear(); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        addSubmissions();
        addUpdates();
        addContacts();
        addFilings();
        addDecisions();
        addOperators();
    }
    void cleanupTestCase() { m_both.close(); }

    void isRefusedAndNothingIsDone_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<qsizetype>("index");
        for (const On on : gatehouse::storetest::dialects) {
            for (qsizetype i = 0; i < m_cases.size(); ++i)
                QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on), m_cases.at(i).name) << on << i;
        }
    }
    void isRefusedAndNothingIsDone()
    {
        DESK_ON_BOTH();
        QFETCH(qsizetype, index);
        QString &partner = m_partners[on];
        if (partner.isEmpty()) {
            QVERIFY(!desk.reviewable().isEmpty());
            partner = desk.reviewable();
        }
        const Case &bad = m_cases.at(index);
        const QString before = desk.contents();
        const auto refused = bad.attempt(desk, partner);
        QVERIFY2(!refused, "was not refused");
        QVERIFY2(refused.error().code == bad.code, qPrintable(storetest::textOf(refused.error())));
        QCOMPARE(desk.contents(), before);
    }
};

GATEHOUSE_TEST(TestBadInput)

#include "tst_badinput.moc"
