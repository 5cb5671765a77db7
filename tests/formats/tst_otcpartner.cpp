#include "formats/bundledplaybooks.h"
#include "formats/janssonjsonreader.h"

#include "support/testmain.h"

#include <QFile>
#include <QTest>

using namespace gatehouse;
using domain::Condition;
using domain::FieldType;
using domain::ReadinessGate;
using domain::Stage;

// The rules of the runbook for OTC partners, held against what the file says.
class TestOtcPartner : public QObject
{
    Q_OBJECT

    domain::Playbook m_playbook;

private Q_SLOTS:
    void initTestCase();
    void namesItself();
    void asksForThePayloadOfSection1();
    void theExampleApplicationFits();
    void rootAdminsDecideWithoutAPolicyDocument();
    void wantsKybAndLicensingForAYear();
    void asksAgainForReasonsOfItsOwn();
    void changedNothingElseSinceVersion1();
    void movesFromPreSalesOverContractToGoLive();
    void doneByTheseFacts_data();
    void doneByTheseFacts();
    void productionAccessFollowsTheDecision_data();
    void productionAccessFollowsTheDecision();
    void reviewTakesTwoWorkingDaysByDefault();
};

void TestOtcPartner::initTestCase()
{
    const auto playbooks = formats::BundledPlaybooks::load();
    QVERIFY(playbooks);
    const auto playbook = (*playbooks)->playbook(QStringLiteral("otc-partner"));
    QVERIFY(playbook);
    m_playbook = *playbook;
}

void TestOtcPartner::namesItself()
{
    QCOMPARE(m_playbook.version, 2);
    QCOMPARE(m_playbook.label, QStringLiteral("OTC"));
    QCOMPARE(m_playbook.sourceDocument, QStringLiteral("OTC Partner Onboarding Runbook"));
    QCOMPARE(m_playbook.digest.size(), 64);
}

void TestOtcPartner::asksForThePayloadOfSection1()
{
    struct Field
    {
        const char *key = nullptr;
        FieldType type = FieldType::Text;
        const char *meaning = nullptr;
    };
    const Field fields[] = {{"name", FieldType::Text, "name"},
                            {"legal_name", FieldType::Text, "legal_name"},
                            {"kyb_object_key", FieldType::ObjectKey, "kyb"},
                            {"licensing_object_key", FieldType::ObjectKey, "licensing"},
                            {"contacts", FieldType::Roster, ""}};
    QCOMPARE(m_playbook.application.size(), qsizetype(std::size(fields)));
    for (qsizetype i = 0; i < m_playbook.application.size(); ++i) {
        QCOMPARE(m_playbook.application[i].key, QLatin1String(fields[i].key));
        QCOMPARE(m_playbook.application[i].type, fields[i].type);
        QCOMPARE(m_playbook.application[i].meaning, QLatin1String(fields[i].meaning));
    }
    QVERIFY(m_playbook.submitterInRoster);
}

void TestOtcPartner::theExampleApplicationFits()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/sample/application.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto payload = formats::JanssonJsonReader().readObject(file.readAll(), QStringLiteral("application.json"));
    QVERIFY(payload);
    const auto application = domain::readApplication(*payload, m_playbook);
    QVERIFY2(application, application ? "" : qPrintable(application.error().subject));
    QCOMPARE(application->roster.size(), 2);
    QCOMPARE(application->objectKeys.size(), 2);
}

void TestOtcPartner::rootAdminsDecideWithoutAPolicyDocument()
{
    QCOMPARE(m_playbook.approver, std::optional(domain::Role::RootAdmin));
    QVERIFY(!m_playbook.policyDocumentRequired);
}

void TestOtcPartner::wantsKybAndLicensingForAYear()
{
    QCOMPARE(m_playbook.documents.size(), 2);
    QCOMPARE(m_playbook.documents[0].kind, QStringLiteral("kyb"));
    QCOMPARE(m_playbook.documents[0].shortTitle, QStringLiteral("KYB"));
    QCOMPARE(m_playbook.documents[1].kind, QStringLiteral("licensing"));
    QCOMPARE(m_playbook.documents[1].shortTitle, QStringLiteral("Licensing"));
    for (const domain::DocumentRule &rule : m_playbook.documents) {
        QCOMPARE(rule.validityDays, 365);
        QCOMPARE(rule.warnDays, 30);
    }
}

void TestOtcPartner::asksAgainForReasonsOfItsOwn()
{
    const auto codes = [this](int document) {
        QStringList all;
        for (const domain::ReasonRule &reason : m_playbook.documents.value(document).reasons)
            all.append(reason.code);
        return all.join(QLatin1Char(' '));
    };
    QCOMPARE(codes(0), QStringLiteral("illegible incomplete register_extract_old ownership_unclear does_not_match"));
    QCOMPARE(codes(1), QStringLiteral("illegible licence_expired scope_missing wrong_holder not_certified"));
    QCOMPARE(m_playbook.documents[0].reason(QStringLiteral("ownership_unclear"))->title,
             QStringLiteral("Doesn't show who owns the company"));
}

// Partners that began with version 1 stay on it.
void TestOtcPartner::changedNothingElseSinceVersion1()
{
    const auto linesOf = [](const char *name) {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/playbooks/") + QLatin1StringView(name));
        QByteArrayList lines;
        if (file.open(QIODevice::ReadOnly))
            lines = file.readAll().split('\n');
        lines.removeIf([](const QByteArray &line) { return line.contains("reason") || line.contains("{code: "); });
        return lines;
    };
    const auto first = linesOf("otc-partner.yaml");
    auto second = linesOf("otc-partner-2.yaml");
    QVERIFY(first.size() > 100);
    second.replace(second.indexOf("version: 2"), "version: 1");
    QCOMPARE(second, first);
}

void TestOtcPartner::movesFromPreSalesOverContractToGoLive()
{
    QList<Stage> stages;
    QStringList ids;
    for (const domain::PhaseRule &phase : m_playbook.phases) {
        stages.append(phase.stage);
        ids.append(phase.id);
    }
    QCOMPARE(ids, QStringLiteral("intake dossier review production-access upkeep").split(QLatin1Char(' ')));
    QCOMPARE(stages, (QList<Stage>{Stage::PreSales, Stage::PreSales, Stage::Contract, Stage::GoLive, Stage::GoLive}));
}

void TestOtcPartner::doneByTheseFacts_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("step");
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<ReadinessGate>("gate");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *id, int phase, int step, Condition condition, const char *argument,
                        ReadinessGate gate, const char *owner, const char *source) {
        QTest::newRow(id) << phase << step << condition << QString::fromLatin1(argument) << gate
                          << QString::fromLatin1(owner) << QString::fromLatin1(source);
    };
    row("application-submitted", 0, 0, Condition::Submitted, "", ReadinessGate::AccountIntake, "partner", "1.1");
    row("submitter-in-roster", 0, 1, Condition::RosterHasSubmitter, "", ReadinessGate::AccountIntake, "partner", "1.1");
    row("kyb-filed", 1, 0, Condition::DocumentFiled, "kyb", ReadinessGate::EvidencePack, "partner", "2.1");
    row("licensing-filed", 1, 1, Condition::DocumentFiled, "licensing", ReadinessGate::EvidencePack, "partner", "2.1");
    row("approved", 2, 0, Condition::Approved, "", ReadinessGate::AccessRequests, "root_admin", "3.1");
    row("invoices-open", 3, 0, Condition::AccessOpen, "invoice.create", ReadinessGate::AccessRequests, "root_admin",
        "4.1");
    row("receipts-open", 3, 1, Condition::AccessOpen, "receipt.upload", ReadinessGate::AccessRequests, "root_admin",
        "4.1");
    row("minting-open", 3, 2, Condition::AccessOpen, "voucher.sign", ReadinessGate::AccessRequests, "root_admin",
        "4.2");
    row("kyb-current", 4, 0, Condition::DocumentCurrent, "kyb", ReadinessGate::EvidencePack, "partner", "1.2, 5.1");
    row("licensing-current", 4, 1, Condition::DocumentCurrent, "licensing", ReadinessGate::EvidencePack, "partner",
        "1.2, 5.1");
    row("removed-identities-deactivated", 4, 2, Condition::IdentitiesReleased, "", ReadinessGate::IdentityProvider,
        "root_admin", "6.2");
}

void TestOtcPartner::doneByTheseFacts()
{
    QFETCH(int, phase);
    QFETCH(int, step);
    QFETCH(Condition, condition);
    QFETCH(QString, argument);
    QFETCH(ReadinessGate, gate);
    QFETCH(QString, owner);
    QFETCH(QString, source);
    QCOMPARE(m_playbook.phases.value(phase).items.size(), (QList<qsizetype>{2, 2, 1, 3, 3})[phase]);
    const domain::ItemRule rule = m_playbook.phases[phase].items[step];
    QCOMPARE(rule.id, QLatin1String(QTest::currentDataTag()));
    QCOMPARE(rule.condition, condition);
    QCOMPARE(rule.argument, argument);
    QCOMPARE(rule.gate, std::optional(gate));
    QCOMPARE(rule.owner, owner);
    QCOMPARE(rule.source, source);
}

void TestOtcPartner::productionAccessFollowsTheDecision_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("invoice.create") << QStringLiteral("4.1");
    QTest::newRow("receipt.upload") << QStringLiteral("4.1");
    QTest::newRow("voucher.sign") << QStringLiteral("4.2");
}

void TestOtcPartner::productionAccessFollowsTheDecision()
{
    QFETCH(QString, source);
    QCOMPARE(m_playbook.access.size(), 3);
    const domain::AccessRule *rule = m_playbook.accessRule(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(rule);
    QCOMPARE(rule->conditions, QList<gatehouse::domain::Requirement>{Condition::Approved});
    QVERIFY2(rule->guidance.startsWith(QLatin1String("Finish the KYB review")), qPrintable(rule->guidance));
    QCOMPARE(rule->source, source);
}

void TestOtcPartner::reviewTakesTwoWorkingDaysByDefault()
{
    QCOMPARE(m_playbook.slas.size(), 1);
    const domain::SlaRule *rule = m_playbook.sla(QStringLiteral("review"));
    QVERIFY(rule);
    QCOMPARE(rule->targetMinutes * base::msPerMinute, 2 * m_playbook.calendar.workingDayMs());
    QCOMPARE(rule->atRiskPercent, 10);
    QCOMPARE(rule->atRiskMinutes, 120);
    QVERIFY(rule->note.startsWith(QLatin1String("Default:")));
    QCOMPARE(m_playbook.calendar, domain::BusinessCalendar());
}

GATEHOUSE_TEST(TestOtcPartner)
#include "tst_otcpartner.moc"
