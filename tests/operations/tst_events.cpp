#include "operations/everyoperation.h"
#include "support/testmain.h"

#include <QJsonArray>

// What a change leaves behind: one event and one receipt.
class TestEvents : public QObject
{
    Q_OBJECT

    using BothDesks = gatehouse::operationstest::BothDesks;
    using Desk = gatehouse::operationstest::Desk;
    using Event = gatehouse::domain::Event;
    using EventFilter = gatehouse::domain::EventFilter;
    using On = gatehouse::operationstest::On;
    using Operation = gatehouse::operations::Operation;
    using OperationKind = gatehouse::domain::OperationKind;

    // What an event of this operation tells.
    struct Told
    {
        QString type;
        QString partner;
        QString subject;
        QJsonObject before;
        QJsonObject after;
    };

    BothDesks m_both;

    static qint64 lastEvent(Desk &desk)
    {
        return Desk::expected(desk.root().ask(gatehouse::operations::BoardPage{})).upToEvent.number;
    }

    static QList<Event> eventsAfter(Desk &desk, qint64 number)
    {
        EventFilter filter;
        filter.afterNumber = number;
        return Desk::expected(desk.root().ask(gatehouse::operations::ListEvents{{}, filter}));
    }

    static QJsonObject contactJson(const QString &name, const QString &phone, const QString &subject)
    {
        return {{QStringLiteral("name"), name},
                {QStringLiteral("email"), QStringLiteral("bo@example.org")},
                {QStringLiteral("phone"), phone},
                {QStringLiteral("role"), QStringLiteral("Treasurer")},
                {QStringLiteral("subject"), subject}};
    }

    static Told toldOfDecision(const gatehouse::operations::Decide &decide, const QJsonObject &result, bool approves)
    {
        const QJsonArray evidence{QJsonObject{{QStringLiteral("kind"), QStringLiteral("policy")},
                                              {QStringLiteral("target"), QStringLiteral("POL-7")},
                                              {QStringLiteral("page"), 0}}};
        return {approves ? QStringLiteral("partner.approved") : QStringLiteral("partner.rejected"),
                decide.partner,
                result[QStringLiteral("decision")].toString(),
                {{QStringLiteral("status"), QStringLiteral("pending_review")}},
                {{QStringLiteral("status"), approves ? QStringLiteral("approved") : QStringLiteral("rejected")},
                 {QStringLiteral("number"), 1},
                 {QStringLiteral("final"), false},
                 {QStringLiteral("suspended"), false},
                 {QStringLiteral("notes"), decide.notes},
                 {QStringLiteral("partner_comment"), decide.partnerComment},
                 {QStringLiteral("policy_document"), QString()},
                 {QStringLiteral("revision"), 2},
                 {QStringLiteral("reviewed"), decide.reviewed},
                 {QStringLiteral("evidence"), evidence},
                 {QStringLiteral("seen"), QJsonArray()},
                 {QStringLiteral("review_seconds"), 0},
                 {QStringLiteral("endorsement"), QString()}}};
    }

    static Told toldOfFiling(const gatehouse::operations::FileDocument &filed, const QJsonObject &result)
    {
        QJsonObject after = result;
        after.remove(QStringLiteral("partner"));
        after.remove(QStringLiteral("status"));
        after[QStringLiteral("kind")] = filed.documentKind;
        after[QStringLiteral("revision")] = 3;
        after[QStringLiteral("file")] = filed.fileName;
        after[QStringLiteral("size")] = filed.bytes.size();
        after[QStringLiteral("announced")] = QStringLiteral("uploads/kyb.pdf");
        return {QStringLiteral("partner.dossier_filed"),
                filed.partner,
                result[QStringLiteral("document")].toString(),
                {},
                after};
    }

    // The event of an act is about the act, which the receipt does not name.
    static Told toldOfAct(const char *type, const QString &partner, const QString &act, const QJsonObject &after)
    {
        return {QLatin1StringView(type), partner, act, {}, after};
    }

    static Told toldOfReview(OperationKind kind, const Operation &operation, const QJsonObject &result,
                             const Event &event)
    {
        using namespace gatehouse::operations;
        const QString partner = operation.partnerReference();
        const auto note = QStringLiteral("note");
        switch (kind) {
        case OperationKind::JudgeDocument:
            return toldOfAct("partner.document_accepted", partner, result[QStringLiteral("document")].toString(),
                             {{QStringLiteral("document"), result[QStringLiteral("document")]},
                              {QStringLiteral("kind"), QStringLiteral("kyb")},
                              {QStringLiteral("revision"), 1},
                              {QStringLiteral("answer"), QStringLiteral("accepted")},
                              {QStringLiteral("reason"), QString()},
                              {QStringLiteral("comment"), QString()}});
        case OperationKind::AssignReview:
            return toldOfAct("partner.review_assigned", partner, event.subject,
                             {{QStringLiteral("assignee"), static_cast<const AssignReview &>(operation).assignee},
                              {note, QString()}});
        case OperationKind::SnoozeReview: {
            const auto &o = static_cast<const SnoozeReview &>(operation);
            return toldOfAct("partner.review_snoozed", partner, event.subject,
                             {{QStringLiteral("until"), o.until->toIso()}, {note, o.note}});
        }
        case OperationKind::EscalateReview: {
            const auto &o = static_cast<const EscalateReview &>(operation);
            return toldOfAct("partner.review_escalated", partner, event.subject,
                             {{QStringLiteral("to"), o.to}, {note, o.note}});
        }
        case OperationKind::AskPartner:
            return toldOfAct("partner.asked", partner, result[QStringLiteral("request")].toString(),
                             {{QStringLiteral("kind"), QString()},
                              {QStringLiteral("text"), static_cast<const AskPartner &>(operation).text},
                              {QStringLiteral("asked_of"), result[QStringLiteral("asked_of")]}});
        case OperationKind::SetItem: {
            const auto &o = static_cast<const SetItem &>(operation);
            return {QStringLiteral("partner.item_recorded"),
                    partner,
                    event.subject,
                    {},
                    {{QStringLiteral("item"), o.items.constFirst()},
                     {QStringLiteral("title"), QStringLiteral("partner-note title")},
                     {QStringLiteral("record"), QStringLiteral("done")},
                     {QStringLiteral("value"), o.value}}};
        }
        case OperationKind::ExemptItem: {
            const auto &o = static_cast<const ExemptItem &>(operation);
            return {
                QStringLiteral("partner.item_exempted"),
                partner,
                event.subject,
                {},
                {{QStringLiteral("item"), o.item},
                 {QStringLiteral("title"), QStringLiteral("contract-signed title")},
                 {QStringLiteral("record"), QStringLiteral("exempt")},
                 {note, o.reason},
                 {QStringLiteral("expires_at"), QDate::fromString(o.until, Qt::ISODate).addDays(1).toString(Qt::ISODate)
                                                    + QStringLiteral("T00:00:00.000Z")}}};
        }
        case OperationKind::MovePlaybook: {
            QJsonObject moved = result;
            moved.remove(QStringLiteral("partner"));
            return {QStringLiteral("partner.playbook_moved"),
                    partner,
                    QStringLiteral("v3"),
                    {{QStringLiteral("version"), 2}},
                    moved};
        }
        case OperationKind::SweepObjects: return toldOfAct("workspace.objects_swept", {}, {}, result);
        case OperationKind::CreateTenant:
            return toldOfAct("partner.tenant_created", partner, result[QStringLiteral("tenant")].toString(),
                             {{QStringLiteral("name"), result[QStringLiteral("name")]},
                              {QStringLiteral("prefix"), result[QStringLiteral("prefix")]}});
        case OperationKind::RevokeTenant:
            return toldOfAct("partner.tenant_revoked", result[QStringLiteral("partner")].toString(),
                             result[QStringLiteral("tenant")].toString(),
                             {{QStringLiteral("name"), result[QStringLiteral("name")]},
                              {QStringLiteral("reason"), static_cast<const RevokeTenant &>(operation).reason}});
        case OperationKind::ReplaceAccessKey:
            return {QStringLiteral("partner.key_replaced"),
                    result[QStringLiteral("partner")].toString(),
                    event.subject,
                    {{QStringLiteral("prefix"), result[QStringLiteral("replaced")]}},
                    {{QStringLiteral("name"), result[QStringLiteral("name")]},
                     {QStringLiteral("prefix"), result[QStringLiteral("prefix")]}}};
        default: return {};
        }
    }

    static Told toldOf(OperationKind kind, const Operation &operation, const QJsonObject &result, const QString &root)
    {
        using namespace gatehouse::operations;
        const auto grantJson = [](const QString &subject) {
            return QJsonObject{{QStringLiteral("subject"), subject},
                               {QStringLiteral("role"), QStringLiteral("support")}};
        };
        const auto phone = QStringLiteral("+41 44 000 00 00");
        switch (kind) {
        case OperationKind::SubmitPartner: {
            const auto &o = static_cast<const SubmitPartner &>(operation);
            return {QStringLiteral("partner.submitted"),
                    result[QStringLiteral("partner")].toString(),
                    o.submitter,
                    {},
                    {{QStringLiteral("name"), o.payload[QStringLiteral("name")]},
                     {QStringLiteral("playbook"), QStringLiteral("otc-partner")},
                     {QStringLiteral("version"), 2},
                     {QStringLiteral("submitted_by"), o.submitter},
                     {QStringLiteral("entered_by"), root},
                     {QStringLiteral("contacts"), 1}}};
        }
        case OperationKind::UpdatePartner: {
            const auto &o = static_cast<const UpdatePartner &>(operation);
            return {QStringLiteral("partner.updated"),
                    o.partner,
                    o.partner,
                    {{QStringLiteral("region"), QString()}},
                    {{QStringLiteral("region"), *o.region}}};
        }
        case OperationKind::AddContact: {
            const auto &o = static_cast<const AddContact &>(operation);
            return {QStringLiteral("partner.contact_added"),
                    o.partner,
                    o.subject,
                    {},
                    contactJson(QStringLiteral("Bo"), phone, o.subject)};
        }
        case OperationKind::RemoveContact: {
            const auto &o = static_cast<const RemoveContact &>(operation);
            return {QStringLiteral("partner.contact_removed"),
                    o.partner,
                    o.subject,
                    contactJson(QStringLiteral("Bo"), phone, o.subject),
                    {}};
        }
        case OperationKind::ReleaseContact: {
            const auto &o = static_cast<const ReleaseContact &>(operation);
            return {QStringLiteral("partner.identity_deactivated"),
                    o.partner,
                    o.subject,
                    {},
                    {{QStringLiteral("name"), QStringLiteral("Bo")}, {QStringLiteral("note"), o.note}}};
        }
        case OperationKind::FileDocument: return toldOfFiling(static_cast<const FileDocument &>(operation), result);
        case OperationKind::Approve:
        case OperationKind::Reject:
            return toldOfDecision(static_cast<const Decide &>(operation), result, kind == OperationKind::Approve);
        case OperationKind::AddOperator: {
            const QString subject = static_cast<const AddOperator &>(operation).subject;
            return {QStringLiteral("operator.added"), {}, subject, {}, grantJson(subject)};
        }
        case OperationKind::RevokeOperator: {
            const QString subject = static_cast<const RevokeOperator &>(operation).subject;
            return {QStringLiteral("operator.revoked"), {}, subject, grantJson(subject), {}};
        }
        default: return {};
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_both.close(); }

    void aChangeLeavesOneEventThatTellsIt_data()
    {
        QTest::addColumn<On>("on");
        QTest::addColumn<OperationKind>("kind");
        for (const On on : gatehouse::storetest::dialects) {
            for (const OperationKind kind : gatehouse::domain::allOperationKinds) {
                if (gatehouse::operationstest::isWriting(kind))
                    QTest::addRow("%s, %s", gatehouse::storetest::nameOf(on),
                                  gatehouse::domain::operationName(kind).data())
                        << on << kind;
            }
        }
    }
    void aChangeLeavesOneEventThatTellsIt()
    {
        DESK_ON_BOTH();
        QFETCH(OperationKind, kind);
        const auto operation = goodOperation(desk, kind, desk.reviewable());
        const auto raw = desk.files().rawClient();
        const auto receipts = [&] { return raw->value(QStringLiteral("SELECT count(*) FROM receipts")).toInt(); };
        const int receiptsBefore = receipts();
        const qint64 last = lastEvent(desk);
        const QString id = desk.fresh("request");
        const auto receipt = desk.root().run(*operation, id);
        STORE_VERIFY(receipt);
        QCOMPARE(receipts(), receiptsBefore + 1);

        const QList<Event> events = eventsAfter(desk, last);
        QCOMPARE(events.size(), 1);
        const Event &event = events.constFirst();
        Told told = toldOf(kind, *operation, receipt->result, desk.root().subject());
        if (told.type.isEmpty())
            told = toldOfReview(kind, *operation, receipt->result, event);
        QCOMPARE(event.type, told.type);
        QCOMPARE(event.partnerId, told.partner);
        QCOMPARE(event.subject, told.subject);
        QCOMPARE(event.before, told.before);
        QCOMPARE(event.after, told.after);
        QCOMPARE(event.actor, desk.root().subject());
        QCOMPARE(event.osUser, QStringLiteral("os-user"));
        QCOMPARE(event.requestId, id);
        QCOMPARE(event.at, receipt->at);
        QVERIFY(!event.id.isEmpty());
        QVERIFY(event.onBehalfOf.isEmpty());
    }

    void anUpdateTellsWhatWasAndIsAndNoMore_data() { BothDesks::addDialects(); }
    void anUpdateTellsWhatWasAndIsAndNoMore()
    {
        DESK_ON_BOTH();
        const QString partner = desk.newPartner();
        const QString name = desk.view(partner).facts.partner.name;
        const QString owner = desk.holder(Role::CustomerSuccess).subject();
        UpdatePartner update = newRegion(partner, QStringLiteral(" EU "));
        update.name = name; // as it is
        update.legalName = QStringLiteral("Sable Holding");
        update.owner = owner;
        const qint64 last = lastEvent(desk);
        desk.files().clock.advance(1000);
        const auto receipt = desk.root().run(update);
        STORE_VERIFY(receipt);
        const QJsonArray changed{QStringLiteral("legal_name"), QStringLiteral("owner"), QStringLiteral("region")};
        QCOMPARE(receipt->result[QStringLiteral("changed")].toArray(), changed);
        const auto events = eventsAfter(desk, last);
        QCOMPARE(events.size(), 1);
        const QJsonObject before{{QStringLiteral("legal_name"), name + QStringLiteral(" AG")},
                                 {QStringLiteral("owner"), QString()},
                                 {QStringLiteral("region"), QString()}};
        const QJsonObject after{{QStringLiteral("legal_name"), QStringLiteral("Sable Holding")},
                                {QStringLiteral("owner"), owner},
                                {QStringLiteral("region"), QStringLiteral("EU")}};
        QCOMPARE(events.constFirst().before, before);
        QCOMPARE(events.constFirst().after, after);
        const Partner row = desk.view(partner).facts.partner;
        QCOMPARE(row.name, name);
        QCOMPARE(row.legalName, QStringLiteral("Sable Holding"));
        QCOMPARE(row.region, QStringLiteral("EU"));
        QCOMPARE(row.owner, owner);
        QCOMPARE(row.updatedAt, receipt->at);

        // Nothing new is nothing to tell.
        const auto again = desk.root().run(update);
        STORE_VERIFY(again);
        QVERIFY(!again->replayed);
        QVERIFY(again->result[QStringLiteral("changed")].toArray().isEmpty());
        QCOMPARE(eventsAfter(desk, last).size(), 1);
    }

    void changesRefreshTheirPartner_data() { BothDesks::addDialects(); }
    void changesRefreshTheirPartner()
    {
        DESK_ON_BOTH();
        for (const OperationKind kind :
             {OperationKind::AddContact, OperationKind::RemoveContact, OperationKind::ReleaseContact,
              OperationKind::FileDocument, OperationKind::Approve, OperationKind::Reject}) {
            const QString partner = desk.reviewable();
            const auto operation = goodOperation(desk, kind, partner);
            desk.files().clock.advance(1000);
            const auto receipt = desk.root().run(*operation);
            STORE_VERIFY(receipt);
            QCOMPARE(desk.view(partner).facts.partner.updatedAt, receipt->at);
        }
    }
};

GATEHOUSE_TEST(TestEvents)

#include "tst_events.moc"
