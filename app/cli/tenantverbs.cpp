#include "cli/commands.h"
#include "cli/verbparts.h"

namespace gatehouse::cli {

namespace {

constexpr Argument key{
    "KEY",
    QT_TRANSLATE_NOOP("Verbs", "Prefix of an access key, as much of it as only one tenant has; or the whole key, "
                               "which - reads from standard input.")};

} // namespace

QList<Verb> tenantVerbs()
{
    return {
        {"create-tenant",
         QT_TRANSLATE_NOOP("Verbs", "Make a tenant and show its access key, once"),
         QT_TRANSLATE_NOOP("Verbs", "Without --partner it enters a new partner on the playbook design-partner. The key "
                                    "is kept as a hash: repeated with the same --request it is not shown again."),
         {},
         {required("name", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Name of the tenant, and of a new partner.")),
          required("email", "ADDRESS", QT_TRANSLATE_NOOP("Verbs", "E-mail address of who gets the key.")),
          optional("notes", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Notes of ours; - reads standard input.")),
          optional("partner", "PARTNER", QT_TRANSLATE_NOOP("Verbs", "Partner that it belongs to, if it is there."),
                   ValueKind::Word)},
         Effect::Changes,
         createTenant},
        {"list-tenants",
         QT_TRANSLATE_NOOP("Verbs", "List tenants with what they use"),
         nullptr,
         {},
         {flag("all", QT_TRANSLATE_NOOP("Verbs", "Revoked ones too."))},
         Effect::Reads,
         listTenants},
        {"show-tenant",
         QT_TRANSLATE_NOOP("Verbs", "Show a tenant with its partner, use and keys"),
         nullptr,
         {key},
         {},
         Effect::Reads,
         showTenant},
        {"revoke-tenant",
         QT_TRANSLATE_NOOP("Verbs", "Revoke a tenant: its key is refused at once and for good"),
         QT_TRANSLATE_NOOP("Verbs", "Its data is kept. On a terminal it asks first; elsewhere it needs --force."),
         {key},
         {flag("force", QT_TRANSLATE_NOOP("Verbs", "Revoke without a question.")),
          optional("reason", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Why; it is kept with the tenant."))},
         Effect::Changes,
         revokeTenant},
        {"access-key verify",
         QT_TRANSLATE_NOOP("Verbs", "Say whether a whole access key works now: exit code 0 or 3"),
         QT_TRANSLATE_NOOP("Verbs", "Give it as -, on standard input: whoever may list the processes of this computer "
                                    "reads what stands in a call."),
         {key},
         {},
         Effect::Reads,
         verifyAccessKey,
         "gatehouse-admin access-key verify - < key-file\n"},
        {"access-key replace",
         QT_TRANSLATE_NOOP("Verbs", "Give a tenant another key, for one that was lost"),
         QT_TRANSLATE_NOOP("Verbs", "The old key is refused from then on. The new one is shown once."),
         {key},
         {},
         Effect::Changes,
         replaceAccessKey},
    };
}

} // namespace gatehouse::cli
