#include "words/eventwords.h"

#include "words/namewords.h"
#include "words/reviewwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace gatehouse::words {

namespace {

struct EventText
{
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

using domain::Event;
using domain::Playbook;

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

// Who a contact event is about: the name where the event has it, else the subject.
QString person(const Event &event)
{
    QString name = text(event.after, QLatin1StringView("name"));
    if (name.isEmpty())
        name = text(event.before, QLatin1StringView("name"));
    return isolate(name.isEmpty() ? event.subject : name);
}

QString submitted(const Event &, const Playbook *)
{
    return EventText::tr("Application submitted");
}

// The fields that an update touched, as people call them.
QString updated(const Event &event, const Playbook *)
{
    QStringList fields;
    for (const QString &key : event.after.keys()) {
        if (key == QLatin1StringView("name"))
            fields.append(EventText::tr("name", "changed field of a partner"));
        else if (key == QLatin1StringView("legal_name"))
            fields.append(EventText::tr("legal name", "changed field of a partner"));
        else if (key == QLatin1StringView("region"))
            fields.append(EventText::tr("region", "changed field of a partner"));
        else if (key == QLatin1StringView("owner"))
            fields.append(EventText::tr("owner", "changed field of a partner"));
        else
            fields.append(key);
    }
    return EventText::tr("Changed: %1", "fields of a partner").arg(listOf(fields));
}

QString contactAdded(const Event &event, const Playbook *)
{
    return EventText::tr("Contact added: %1", "a person").arg(person(event));
}

QString contactRemoved(const Event &event, const Playbook *)
{
    return EventText::tr("Contact removed: %1", "a person").arg(person(event));
}

QString identityDeactivated(const Event &event, const Playbook *)
{
    return EventText::tr("Identity deactivated: %1", "a person").arg(person(event));
}

QString filed(const Event &event, const Playbook *playbook)
{
    const QString kind = text(event.after, QLatin1StringView("kind"));
    return EventText::tr("Document filed: %1", "a document")
        .arg(isolate(playbook ? documentTitle(*playbook, kind) : kind));
}

QString approved(const Event &, const Playbook *)
{
    return EventText::tr("Approved", "event");
}

QString rejected(const Event &event, const Playbook *)
{
    const bool final = event.after.value(QLatin1StringView("final")).toBool();
    return verdictWords(domain::Verdict::Reject, final ? domain::Finality::Final : domain::Finality::Retry,
                        event.after.value(QLatin1StringView("suspended")).toBool());
}

QString documentAccepted(const Event &event, const Playbook *playbook)
{
    const QString kind = text(event.after, QLatin1StringView("kind"));
    return EventText::tr("Document accepted: %1", "a document")
        .arg(isolate(playbook ? documentTitle(*playbook, kind) : kind));
}

QString documentAskedAgain(const Event &event, const Playbook *playbook)
{
    const QString kind = text(event.after, QLatin1StringView("kind"));
    const QString reason = text(event.after, QLatin1StringView("reason"));
    return EventText::tr("Another document asked for: %1 (%2)", "a document, then why")
        .arg(isolate(playbook ? documentTitle(*playbook, kind) : kind),
             isolate(playbook ? reasonWords(*playbook, kind, reason) : reason));
}

QString reviewAssigned(const Event &event, const Playbook *)
{
    const QString assignee = text(event.after, QLatin1StringView("assignee"));
    return assignee.isEmpty() ? EventText::tr("Review given back")
                              : EventText::tr("Review assigned to %1", "a person").arg(isolate(assignee));
}

QString reviewSnoozed(const Event &event, const Playbook *)
{
    return text(event.after, QLatin1StringView("until")).isEmpty() ? EventText::tr("Review taken up again")
                                                                   : EventText::tr("Review put off");
}

QString reviewEscalated(const Event &event, const Playbook *)
{
    const QString to = text(event.after, QLatin1StringView("to"));
    return to.isEmpty() ? EventText::tr("Escalation taken back")
                        : EventText::tr("Review escalated to %1", "a person").arg(isolate(to));
}

QString asked(const Event &event, const Playbook *playbook)
{
    const QString kind = text(event.after, QLatin1StringView("kind"));
    const QString who = isolate(text(event.after, QLatin1StringView("asked_of")));
    return kind.isEmpty() ? EventText::tr("Question asked: %1", "a person").arg(who)
                          : EventText::tr("%1 asked for: %2", "a document, then a person")
                                .arg(isolate(playbook ? documentTitle(*playbook, kind) : kind), who);
}

QString answered(const Event &event, const Playbook *)
{
    return requestEndWords(text(event.after, QLatin1StringView("end")));
}

QString endorsed(const Event &, const Playbook *)
{
    return EventText::tr("First of two approvals given");
}

QString tenantCreated(const Event &event, const Playbook *)
{
    return EventText::tr("Tenant created: %1 (%2)", "a tenant, then the prefix of its key")
        .arg(person(event), isolate(text(event.after, QLatin1StringView("prefix"))));
}

QString tenantRevoked(const Event &event, const Playbook *)
{
    return EventText::tr("Tenant revoked: %1", "a tenant").arg(person(event));
}

QString keyReplaced(const Event &event, const Playbook *)
{
    return EventText::tr("Access key replaced: %1 by %2", "prefixes of keys")
        .arg(isolate(text(event.before, QLatin1StringView("prefix"))),
             isolate(text(event.after, QLatin1StringView("prefix"))));
}

QString itemRecorded(const Event &event, const Playbook *)
{
    const QString title = isolate(text(event.after, QLatin1StringView("title")));
    const QString record = text(event.after, QLatin1StringView("record"));
    if (record == QLatin1StringView("open"))
        return EventText::tr("Item open again: %1").arg(title);
    if (record == QLatin1StringView("not_applicable"))
        return EventText::tr("Item not applicable: %1").arg(title);
    return EventText::tr("Item recorded: %1").arg(title);
}

QString itemExempted(const Event &event, const Playbook *)
{
    return EventText::tr("Exempt from an item: %1").arg(isolate(text(event.after, QLatin1StringView("title"))));
}

QString playbookMoved(const Event &event, const Playbook *)
{
    return EventText::tr("Moved from playbook version %1 to %2")
        .arg(event.after.value(QLatin1StringView("from")).toInt())
        .arg(event.after.value(QLatin1StringView("to")).toInt());
}

QString objectsSwept(const Event &event, const Playbook *)
{
    return EventText::tr("Stored files removed that nothing named: %n", nullptr,
                         int(event.after.value(QLatin1StringView("removed")).toArray().size()));
}

QString operatorAdded(const Event &event, const Playbook *)
{
    return EventText::tr("Operator added: %1 as %2", "a person, then a role")
        .arg(person(event), isolate(ownerWords(text(event.after, QLatin1StringView("role")))));
}

QString operatorRevoked(const Event &event, const Playbook *)
{
    return EventText::tr("Operator revoked: %1 as %2", "a person, then a role")
        .arg(person(event), isolate(ownerWords(text(event.before, QLatin1StringView("role")))));
}

struct EventRow
{
    const char *type;
    QString (*tell)(const Event &event, const Playbook *playbook);
};

constexpr EventRow eventRows[] = {
    {"partner.submitted", submitted},
    {"partner.updated", updated},
    {"partner.contact_added", contactAdded},
    {"partner.contact_removed", contactRemoved},
    {"partner.identity_deactivated", identityDeactivated},
    {"partner.dossier_filed", filed},
    {"partner.approved", approved},
    {"partner.rejected", rejected},
    {"partner.approval_endorsed", endorsed},
    {"partner.document_accepted", documentAccepted},
    {"partner.document_asked_again", documentAskedAgain},
    {"partner.review_assigned", reviewAssigned},
    {"partner.review_snoozed", reviewSnoozed},
    {"partner.review_escalated", reviewEscalated},
    {"partner.asked", asked},
    {"partner.answered", answered},
    {"partner.tenant_created", tenantCreated},
    {"partner.tenant_revoked", tenantRevoked},
    {"partner.key_replaced", keyReplaced},
    {"partner.item_recorded", itemRecorded},
    {"partner.item_exempted", itemExempted},
    {"partner.playbook_moved", playbookMoved},
    {"workspace.objects_swept", objectsSwept},
    {"operator.added", operatorAdded},
    {"operator.revoked", operatorRevoked},
};

} // namespace

QString eventWords(const Event &event, const Playbook *playbook)
{
    if (!event.readable)
        return EventText::tr("%1: this entry can't be read").arg(event.type);
    const auto row = std::find_if(std::cbegin(eventRows), std::cend(eventRows), [&](const EventRow &candidate) {
        return event.type == QLatin1StringView(candidate.type);
    });
    return row == std::cend(eventRows) ? event.type : row->tell(event, playbook);
}

} // namespace gatehouse::words
