#include "support/testmain.h"
#include "words/eventwords.h"
#include "words/textmarks.h"

#include <QJsonDocument>
#include <QTest>

class TestEventWords : public QObject
{
    Q_OBJECT

private:
    static QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }

private Q_SLOTS:
    void tellsWhatHappened_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("before");
        QTest::addColumn<QJsonObject>("after");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *type, const char *before, const char *after,
                            const char *words) {
            QTest::newRow(name) << QString::fromLatin1(type) << object(before) << object(after)
                                << QString::fromLatin1(words);
        };
        row("submitted", "partner.submitted", "{}", R"({"name":"Sable"})", "Application submitted");
        row("approved", "partner.approved", "{}", "{}", "Approved");
        row("rejected", "partner.rejected", "{}", R"({"final":false,"suspended":false})", "Rejected, may file again");
        row("rejected for good", "partner.rejected", "{}", R"({"final":true,"suspended":false})", "Rejected for good");
        row("suspended", "partner.rejected", "{}", R"({"final":false,"suspended":true})", "Suspended");
        row("suspended for good", "partner.rejected", "{}", R"({"final":true,"suspended":true})", "Suspended for good");
        row("filed", "partner.dossier_filed", "{}", R"({"kind":"kyb"})", "Document filed: KYB package");
        row("filed, kind unknown", "partner.dossier_filed", "{}", R"({"kind":"dpa"})", "Document filed: dpa");
        row("contact added", "partner.contact_added", "{}", R"({"name":"Lena Voss"})", "Contact added: Lena Voss");
        row("contact removed", "partner.contact_removed", R"({"name":"Lena Voss"})", "{}",
            "Contact removed: Lena Voss");
        row("contact without name", "partner.contact_removed", "{}", "{}", "Contact removed: lena");
        row("identity", "partner.identity_deactivated", "{}", R"({"name":"Lena Voss","note":"x"})",
            "Identity deactivated: Lena Voss");
        row("updated", "partner.updated", R"({"region":""})", R"({"region":"EU"})", "Changed: region");
        row("operator added", "operator.added", "{}", R"({"subject":"lena","role":"root_admin"})",
            "Operator added: lena as root admin");
        row("operator revoked", "operator.revoked", R"({"subject":"lena","role":"auditor"})", "{}",
            "Operator revoked: lena as auditor");
        row("document accepted", "partner.document_accepted", "{}", R"({"kind":"kyb"})",
            "Document accepted: KYB package");
        row("asked again", "partner.document_asked_again", "{}", R"({"kind":"kyb","reason":"illegible"})",
            "Another document asked for: KYB package (Can't be read)");
        row("assigned", "partner.review_assigned", "{}", R"({"assignee":"mara"})", "Review assigned to mara");
        row("given back", "partner.review_assigned", "{}", R"({"assignee":""})", "Review given back");
        row("put off", "partner.review_snoozed", "{}", R"({"until":"2026-03-16T09:00:00.000Z"})", "Review put off");
        row("woken", "partner.review_snoozed", "{}", R"({"until":null})", "Review taken up again");
        row("escalated", "partner.review_escalated", "{}", R"({"to":"mara"})", "Review escalated to mara");
        row("asked", "partner.asked", "{}", R"({"kind":"","asked_of":"Lena Voss"})", "Question asked: Lena Voss");
        row("document asked", "partner.asked", "{}", R"({"kind":"kyb","asked_of":"Lena Voss"})",
            "KYB package asked for: Lena Voss");
        row("answered", "partner.answered", "{}", R"({"end":"answered"})", "Answered by the partner");
        row("first approval", "partner.approval_endorsed", "{}", "{}", "First of two approvals given");
        row("tenant created", "partner.tenant_created", "{}", R"({"name":"Acme Corp","prefix":"acme_corp_A1B2C3D4"})",
            "Tenant created: Acme Corp (acme_corp_A1B2C3D4)");
        row("tenant revoked", "partner.tenant_revoked", "{}", R"({"name":"Acme Corp","reason":"x"})",
            "Tenant revoked: Acme Corp");
        row("item recorded", "partner.item_recorded", "{}", R"({"title":"Plan","record":"done"})",
            "Item recorded: Plan");
        row("item open again", "partner.item_recorded", "{}", R"({"title":"Plan","record":"open"})",
            "Item open again: Plan");
        row("item not applicable", "partner.item_recorded", "{}", R"({"title":"Plan","record":"not_applicable"})",
            "Item not applicable: Plan");
        row("item exempted", "partner.item_exempted", "{}", R"({"title":"Plan"})", "Exempt from an item: Plan");
        row("playbook moved", "partner.playbook_moved", R"({"version":1})", R"({"from":1,"to":2})",
            "Moved from playbook version 1 to 2");
        row("key replaced", "partner.key_replaced", R"({"prefix":"acme_A1B2C3D4"})", R"({"prefix":"acme_E5F6G7H8"})",
            "Access key replaced: acme_A1B2C3D4 by acme_E5F6G7H8");
        row("unknown", "tenant.revoked", "{}", "{}", "tenant.revoked");
    }

    void tellsWhatHappened()
    {
        using namespace gatehouse;
        domain::Playbook playbook;
        domain::DocumentRule kyb;
        kyb.kind = QStringLiteral("kyb");
        kyb.title = QStringLiteral("KYB package");
        kyb.reasons = domain::defaultReasons();
        playbook.documents = {kyb};
        QFETCH(const QString, type);
        QFETCH(const QJsonObject, before);
        QFETCH(const QJsonObject, after);
        domain::Event event;
        event.type = type;
        event.subject = QStringLiteral("lena");
        event.before = before;
        event.after = after;
        QTEST(words::plain(words::eventWords(event, &playbook)), "words");
    }

    void withoutPlaybookADocumentIsItsKind()
    {
        using namespace gatehouse;
        domain::Event event;
        event.type = QStringLiteral("partner.dossier_filed");
        event.after = {{QStringLiteral("kind"), QStringLiteral("kyb")}};
        QCOMPARE(words::plain(words::eventWords(event)), QStringLiteral("Document filed: kyb"));
    }
};

GATEHOUSE_TEST(TestEventWords)
#include "tst_eventwords.moc"
