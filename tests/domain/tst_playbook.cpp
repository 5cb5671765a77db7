#include "domain/playbook.h"

#include "domain/accessgate.h"
#include "domain/example.h"
#include "support/testmain.h"

#include <QSet>

class TestPlaybook : public QObject
{
    Q_OBJECT

    template <class Enum>
    static QStringList namesUpTo(Enum last, QLatin1StringView (*name)(Enum))
    {
        QStringList names;
        for (int value = 0; value <= int(last); ++value)
            names += name(Enum(value));
        return names;
    }

private Q_SLOTS:
    // These names stand in playbooks, JSON and the database: a changed one breaks what people wrote.
    void keepsItsNames_data()
    {
        using namespace gatehouse::domain;
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const QStringList &names, const char *expected) {
            QTest::newRow(title) << names << QString::fromLatin1(expected);
        };
        row("stages", namesUpTo(Stage::Hypercare, stageName), "pre_sales contract setup validation go_live hypercare");
        row("readiness gates", namesUpTo(ReadinessGate::BillingProfile, readinessGateName),
            "account_intake tenant_provisioning identity_provider access_requests integrations evidence_pack "
            "billing_profile");
        row("conditions", namesUpTo(Condition::Deferred, conditionName),
            "recorded submitted roster_has_submitter document_filed document_current approved approval_current "
            "access_open "
            "identities_released tenant_active checklist_done item_done deferred");
        row("approval", namesUpTo(ApprovalStatus::Suspended, approvalStatusName),
            "not_used draft pending_review approved rejected suspended");
        row("access", namesUpTo(AccessReason::NotDefined, accessReasonName),
            "open not_submitted pending_review rejected suspended document_missing approval_expired items_open "
            "not_available condition_unmet "
            "not_defined");
        row("clocks", namesUpTo(SlaState::Missed, slaStateName), "none running at_risk breached paused met missed");
        row("pauses", namesUpTo(PauseReason::RetryRejected, pauseReasonName),
            "awaiting_document document_expired asked retry_rejected");
        row("blockers", namesUpTo(BlockerKind::PlaybookUnknown, blockerKindName),
            "document_missing document_expired document_expiring rejected_retry rejected_final suspended "
            "submitter_left "
            "identity_active request_open request_overdue approval_expiring approval_expired "
            "item_refused exemption_expiring exemption_expired playbook_unknown");
        row("actions", namesUpTo(ActionKind::CompleteItem, actionKindName),
            "review_dossier review_change file_document renew_document answer_rejection deactivate_identity "
            "reconsider answer_request remind_partner renew_approval complete_item");
        row("item states", namesUpTo(ItemState::Undecided, itemStateName),
            "done open blocked waiting exempt not_applicable undecided");
        row("item records", namesUpTo(ItemRecord::Exempt, itemRecordName), "open done not_applicable exempt");
        row("values", namesUpTo(ValueType::Table, valueTypeName), "text number date yes_no choice profile table");
        row("topics", namesUpTo(TopicState::Done, topicStateName), "not_used to_do in_progress waiting blocked done");
        row("moves", namesUpTo(NextMove::OnTrack, nextMoveName), "ours partners on_track");
    }

    void keepsItsNames()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, expected);
        QCOMPARE(names.join(QLatin1Char(' ')), expected);
    }

    void findsItsRules()
    {
        const auto playbook = example::playbook();
        QCOMPARE(playbook.document(QStringLiteral("licensing"))->shortTitle, QStringLiteral("Licensing"));
        QCOMPARE(playbook.document(QStringLiteral("dpa")), nullptr);
        QCOMPARE(playbook.accessRule(QStringLiteral("tenant.reset"))->title, QStringLiteral("Reset"));
        QCOMPARE(playbook.accessRule(QStringLiteral("tenant")), nullptr);
        QCOMPARE(playbook.sla(QStringLiteral("review"))->targetMinutes, 960);
        QCOMPARE(playbook.sla(QString()), nullptr);
    }
};

GATEHOUSE_TEST(TestPlaybook)

#include "tst_playbook.moc"
