// The table of verbs: the one place that says which there are and what they take.
#include "cli/commands.h"
#include "cli/verbparts.h"

namespace gatehouse::cli {

namespace {

QStringList grantableRoles(const domain::PlaybookSource &)
{
    QStringList names;
    for (const domain::Role role : domain::grantableRoles)
        names.append(QString(domain::roleName(role)));
    return names;
}

QStringList listedPlaybooks(const domain::PlaybookSource &playbooks)
{
    QStringList ids;
    for (const domain::Playbook &playbook : playbooks.latest())
        ids.append(playbook.id);
    return ids;
}

QStringList listedKinds(const domain::PlaybookSource &playbooks)
{
    QStringList kinds;
    for (const domain::Playbook &playbook : playbooks.latest()) {
        for (const domain::DocumentRule &rule : playbook.documents)
            kinds.append(rule.kind);
    }
    kinds.removeDuplicates();
    return kinds;
}

QStringList exportFormats(const domain::PlaybookSource &)
{
    return {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("jsonl")};
}

QStringList shells(const domain::PlaybookSource &)
{
    return {QStringLiteral("bash")};
}

constexpr Argument contactSubject{"SUBJECT", QT_TRANSLATE_NOOP("Verbs", "Subject of a contact, as its roster has it.")};
constexpr Argument operatorSubject{"SUBJECT",
                                   QT_TRANSLATE_NOOP("Verbs", "Subject of an operator: the OS user or login.")};

constexpr Option role{
    "role",
    "ROLE",
    QT_TRANSLATE_NOOP("Verbs", "root_admin, tenant_admin, integration_manager, customer_success, support or auditor."),
    ValueKind::Word,
    Occurrence::Required,
    grantableRoles};

constexpr const char *applicationExample = R"({
    "name": "Calder Voss",
    "legal_name": "Calder Voss Limited",
    "kyb_object_key": "intake/calder-voss/kyb.pdf",
    "licensing_object_key": "intake/calder-voss/licence.pdf",
    "contacts": [
        {"name": "Lena Voss", "email": "lena@calder.example", "phone": "", "role": "Head of compliance",
         "subject": "lena@calder.example"}
    ]
}
)";

QList<Verb> partnerVerbs()
{
    return {
        {"partner submit",
         QT_TRANSLATE_NOOP("Verbs", "Take an application; it becomes a partner with its roster"),
         QT_TRANSLATE_NOOP(
             "Verbs", "The example is a whole application of the playbook otc-partner, whose submitter stands among "
                      "the contacts: --submitter lena@calder.example."),
         {},
         {required("file", "FILE", QT_TRANSLATE_NOOP("Verbs", "The application as JSON; - reads standard input."),
                   ValueKind::File),
          required("playbook", "ID", QT_TRANSLATE_NOOP("Verbs", "Playbook that the partner follows, e.g. otc-partner."),
                   ValueKind::Word, listedPlaybooks),
          optional("submitter", "SUBJECT", QT_TRANSLATE_NOOP("Verbs", "Subject that applies; without it, you."),
                   ValueKind::Word)},
         Effect::Changes,
         submitPartner,
         applicationExample},
        {"partner list",
         QT_TRANSLATE_NOOP("Verbs", "List the partners that you may see"),
         nullptr,
         {},
         {},
         Effect::Reads,
         listPartners},
        {"partner show",
         QT_TRANSLATE_NOOP("Verbs", "Show a partner with contacts, dossier, decisions and access"),
         nullptr,
         {partner},
         {},
         Effect::Reads,
         showPartner},
        {"partner readiness",
         QT_TRANSLATE_NOOP("Verbs", "Show where a partner stands and what would make it ready"),
         nullptr,
         {partner},
         {},
         Effect::Reads,
         showReadiness},
        {"partner update",
         QT_TRANSLATE_NOOP("Verbs", "Change names, region or owner of a partner"),
         QT_TRANSLATE_NOOP("Verbs", "What is not named stays as it is. An empty region or owner removes it."),
         {partner},
         {optional("name", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Name.")),
          optional("legal-name", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Legal name.")),
          optional("region", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Region, e.g. EU.")),
          optional("owner", "SUBJECT", QT_TRANSLATE_NOOP("Verbs", "Operator who looks after the partner."))},
         Effect::Changes,
         updatePartner},
    };
}

QList<Verb> contactVerbs()
{
    return {
        {"contact list",
         QT_TRANSLATE_NOOP("Verbs", "List a partner's contacts, removed ones included"),
         nullptr,
         {partner},
         {},
         Effect::Reads,
         listContacts},
        {"contact add",
         QT_TRANSLATE_NOOP("Verbs", "Add a contact to a partner's roster"),
         nullptr,
         {partner},
         {required("name", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Name of the person.")),
          required("email", "ADDRESS", QT_TRANSLATE_NOOP("Verbs", "E-mail address.")),
          optional("phone", "NUMBER", QT_TRANSLATE_NOOP("Verbs", "Telephone number.")),
          required("role", "TEXT", QT_TRANSLATE_NOOP("Verbs", "What the person does there, in the partner's words.")),
          required("subject", "SUBJECT",
                   QT_TRANSLATE_NOOP("Verbs", "OIDC or WebAuthn subject; unique across all partners."),
                   ValueKind::Word)},
         Effect::Changes,
         addContact},
        {"contact remove",
         QT_TRANSLATE_NOOP("Verbs", "Remove a contact from a partner's roster"),
         QT_TRANSLATE_NOOP("Verbs",
                           "The subject loses its rights at once. It stays reserved until the identity was deactivated "
                           "at its provider and contact release says so."),
         {partner, contactSubject},
         {},
         Effect::Changes,
         removeContact},
        {"contact release",
         QT_TRANSLATE_NOOP("Verbs", "Record that a removed contact's identity was deactivated"),
         QT_TRANSLATE_NOOP("Verbs", "After it the subject may be used again."),
         {partner, contactSubject},
         {required("note", "TEXT",
                   QT_TRANSLATE_NOOP("Verbs", "How that is known, e.g. a ticket; - reads standard input."))},
         Effect::Changes,
         releaseContact},
    };
}

QList<Verb> dossierVerbs()
{
    return {
        {"dossier file",
         QT_TRANSLATE_NOOP("Verbs", "File a document; it becomes the dossier's next revision"),
         QT_TRANSLATE_NOOP("Verbs",
                           "The bytes are hashed and stored. Filing is for the partner's contacts and root admins."),
         {partner},
         {required("kind", "KIND", QT_TRANSLATE_NOOP("Verbs", "Kind of document in the partner's playbook, e.g. kyb."),
                   ValueKind::Word, listedKinds),
          required("object", "FILE", QT_TRANSLATE_NOOP("Verbs", "The file, at most 100 MiB."), ValueKind::File),
          optional("valid-until", "DATE", QT_TRANSLATE_NOOP("Verbs", "Last valid day, as 2026-12-31."),
                   ValueKind::Word)},
         Effect::Changes,
         fileDocument},
        {"dossier get",
         QT_TRANSLATE_NOOP("Verbs", "Write a filed document to a file, after checking its hash"),
         nullptr,
         {partner, {"DOC", QT_TRANSLATE_NOOP("Verbs", "Id of a document, or its kind for the current one.")}},
         {required("output", "FILE",
                   QT_TRANSLATE_NOOP("Verbs", "Where to write it; - is standard output. Nothing is overwritten."),
                   ValueKind::File)},
         Effect::Reads,
         getDocument},
        {"dossier verify",
         QT_TRANSLATE_NOOP("Verbs", "Compare a partner's current documents with the hashes they were filed with"),
         QT_TRANSLATE_NOOP("Verbs", "Exit code 4 when one is missing, 1 when it is altered; the first one counts."),
         {partner},
         {},
         Effect::Reads,
         verifyDossier},
        {"objects check",
         QT_TRANSLATE_NOOP("Verbs", "Compare every stored file with its hash, and name those that nothing names"),
         QT_TRANSLATE_NOOP("Verbs",
                           "Exit code 4 when a filed document is missing, 1 when it is altered; the first one counts. "
                           "6 when a part of the store can't be read."),
         {},
         {},
         Effect::Reads,
         checkObjects},
        {"objects sweep",
         QT_TRANSLATE_NOOP("Verbs", "Remove stored files that nothing names"),
         QT_TRANSLATE_NOOP(
             "Verbs", "What is younger than an hour stays: its filing may be under way. Exit code 3 when something "
                      "can't be removed, 6 when a part of the store can't be read."),
         {},
         {},
         Effect::Changes,
         sweepObjects},
    };
}

// Notes, evidence and digest are needed but not Required here: who may not decide at all hears that first, from the
// operation.
QList<Option> decisionOptions()
{
    return {
        optional("notes", "TEXT",
                 QT_TRANSLATE_NOOP("Verbs",
                                   "Why, in at least 20 characters, citing evidence; - reads standard input. Needed.")),
        optional("partner-comment", "TEXT", QT_TRANSLATE_NOOP("Verbs", "What the partner may read.")),
        {"evidence", "DOC[:PAGE]",
         QT_TRANSLATE_NOOP("Verbs",
                           "What the note rests on: a document id or kind with a page, policy:ID, or an https link. "
                           "Once at least; may be repeated."),
         ValueKind::Text, Occurrence::Repeated},
        optional("reviewed", "DIGEST",
                 QT_TRANSLATE_NOOP("Verbs", "Digest of what was reviewed, from review show. Needed.")),
        optional("policy-document", "ID",
                 QT_TRANSLATE_NOOP("Verbs", "Legal or policy document, where the playbook asks for one.")),
    };
}

QList<Verb> decisionVerbs()
{
    static constexpr auto bound =
        QT_TRANSLATE_NOOP("Verbs", "The decision is refused when anything that was reviewed has changed since. It "
                                   "can't be taken back; a correction is "
                                   "a new decision.");
    auto rejectOptions = decisionOptions();
    rejectOptions.append(flag("final", QT_TRANSLATE_NOOP("Verbs", "The partner may not file again.")));
    return {
        {"approve",
         QT_TRANSLATE_NOOP("Verbs", "Approve a partner"),
         bound,
         {partner},
         decisionOptions(),
         Effect::Changes,
         approvePartner},
        {"reject",
         QT_TRANSLATE_NOOP("Verbs", "Reject a partner, or suspend one that was approved"),
         bound,
         {partner},
         rejectOptions,
         Effect::Changes,
         rejectPartner},
        {"gate",
         QT_TRANSLATE_NOOP("Verbs", "Say whether a partner may do something now"),
         QT_TRANSLATE_NOOP("Verbs", "Exit code 0: open. 3: closed, with the reason, the guidance and a runbook."),
         {partner, {"ACTION", QT_TRANSLATE_NOOP("Verbs", "Access gate, e.g. invoice.create.")}},
         {},
         Effect::Reads,
         checkGate},
    };
}

QList<Verb> operatorVerbs()
{
    return {
        {"operator add",
         QT_TRANSLATE_NOOP("Verbs", "Give a subject a role"),
         QT_TRANSLATE_NOOP(
             "Verbs", "In a PostgreSQL workspace a subject is a login, which also needs GRANT gatehouse_operators."),
         {operatorSubject},
         {role, optional("name", "TEXT", QT_TRANSLATE_NOOP("Verbs", "Name to show instead of the subject."))},
         Effect::Changes,
         addOperator},
        {"operator list",
         QT_TRANSLATE_NOOP("Verbs", "List who holds and held which role"),
         nullptr,
         {},
         {},
         Effect::Reads,
         listOperators},
        {"operator revoke",
         QT_TRANSLATE_NOOP("Verbs", "Take a role from a subject"),
         nullptr,
         {operatorSubject},
         {role},
         Effect::Changes,
         revokeOperator},
    };
}

QList<Option> eventFilters()
{
    return {
        optional("partner", "PARTNER", QT_TRANSLATE_NOOP("Verbs", "Only events of this partner."), ValueKind::Word),
        optional("type", "PREFIX", QT_TRANSLATE_NOOP("Verbs", "Only types that begin so, e.g. partner."),
                 ValueKind::Word),
        optional("from", "DATE", QT_TRANSLATE_NOOP("Verbs", "From the start of this day (UTC), as 2026-03-01."),
                 ValueKind::Word),
        optional("to", "DATE", QT_TRANSLATE_NOOP("Verbs", "Up to the end of this day (UTC)."), ValueKind::Word),
    };
}

QList<Verb> eventVerbs()
{
    auto listOptions = eventFilters();
    listOptions.append(optional(
        "limit", "N", QT_TRANSLATE_NOOP("Verbs", "At most this many, 1 to 10000; 50 without it."), ValueKind::Word));
    listOptions.append(flag("oldest", QT_TRANSLATE_NOOP("Verbs", "The oldest first; without it, the newest.")));
    auto exportOptions = eventFilters();
    exportOptions.append(
        optional("format", "FORMAT",
                 QT_TRANSLATE_NOOP("Verbs", "csv, json (one array) or jsonl (an object a line); csv without it."),
                 ValueKind::Word, exportFormats));
    exportOptions.append(
        optional("output", "FILE",
                 QT_TRANSLATE_NOOP("Verbs", "Where to write; without it, standard output. Nothing is overwritten."),
                 ValueKind::File));
    return {
        {"events list",
         QT_TRANSLATE_NOOP("Verbs", "List what happened"),
         nullptr,
         {},
         listOptions,
         Effect::Reads,
         listEvents},
        {"events export",
         QT_TRANSLATE_NOOP("Verbs", "Write all events, oldest first, for other programs"),
         QT_TRANSLATE_NOOP("Verbs",
                           "In CSV, a field that a spreadsheet would take for a formula gets an apostrophe in front."),
         {},
         exportOptions,
         Effect::Reads,
         exportEvents},
    };
}

QList<Verb> playbookVerbs()
{
    return {
        {"playbook list",
         QT_TRANSLATE_NOOP("Verbs", "List the installed playbooks"),
         nullptr,
         {},
         {},
         Effect::Reads,
         listPlaybooks},
        {"playbook show",
         QT_TRANSLATE_NOOP("Verbs", "Show phases, documents, access and clocks of a playbook"),
         nullptr,
         {{"ID", QT_TRANSLATE_NOOP("Verbs", "Id of a playbook, e.g. otc-partner.")}},
         {},
         Effect::Reads,
         showPlaybook},
        {"playbook move",
         QT_TRANSLATE_NOOP("Verbs", "Move a partner to another version of its playbook"),
         QT_TRANSLATE_NOOP("Verbs",
                           "Partners stay on the version they started with until they are moved. What was recorded "
                           "is kept; an approval that is pending is reviewed anew."),
         {partner},
         {optional("to", "VERSION", QT_TRANSLATE_NOOP("Verbs", "Version; without it, the newest."), ValueKind::Word),
          flag("dry-run", QT_TRANSLATE_NOOP("Verbs", "Say what would be gained and lost; nothing is changed."))},
         Effect::Changes,
         movePlaybook},
        {"playbook validate",
         QT_TRANSLATE_NOOP("Verbs", "Check a playbook file"),
         QT_TRANSLATE_NOOP("Verbs", "Says file, line and reason of what it finds wrong."),
         {{"FILE", QT_TRANSLATE_NOOP("Verbs", "A playbook in YAML."), ValueKind::File}},
         {},
         Effect::Reads,
         validatePlaybook},
    };
}

QList<Verb> allVerbs()
{
    // init takes no --request: there is no workspace yet that could remember it, and a second init is refused anyway.
    QList<Verb> all{
        {"init",
         QT_TRANSLATE_NOOP("Verbs", "Create a workspace, or the schema in a database"),
         QT_TRANSLATE_NOOP("Verbs",
                           "Who creates a workspace file is its root admin. OTC_ROOT_ADMIN_SUBJECTS names others."),
         {},
         {flag("sample", QT_TRANSLATE_NOOP("Verbs", "Fill it with sample partners.")),
          optional(
              "objects", "DIR",
              QT_TRANSLATE_NOOP(
                  "Verbs", "Folder for dossier files. Without it, beside the workspace file; a database needs one."),
              ValueKind::Folder)},
         Effect::Reads,
         initWorkspace}};
    for (const auto &more :
         {partnerVerbs(), contactVerbs(), dossierVerbs(), itemVerbs(), reviewVerbs(), decisionVerbs(), tenantVerbs(),
          operatorVerbs(), eventVerbs(), playbookVerbs(), runbookVerbs()})
        all += more;
    return all;
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> all = allVerbs();
    return all;
}

const QList<Option> &globalOptions()
{
    static const QList<Option> options{
        optional("workspace", "WORKSPACE",
                 QT_TRANSLATE_NOOP(
                     "Verbs", "A workspace file, or postgresql://... ; without it GATEHOUSE_WORKSPACE, else yours."),
                 ValueKind::File),
        optional(
            "as", "SUBJECT",
            QT_TRANSLATE_NOOP("Verbs", "Act as this subject; workspace files only. The OS user is recorded with it."),
            ValueKind::Word),
        flag("json", QT_TRANSLATE_NOOP("Verbs", "Answer with one JSON document, and errors as one JSON line.")),
        flag("help", QT_TRANSLATE_NOOP("Verbs", "Show help of all, a noun or a verb.")),
        flag("version", QT_TRANSLATE_NOOP("Verbs", "Show the version.")),
        optional("print-completion", "SHELL",
                 QT_TRANSLATE_NOOP("Verbs", "Print the completion script of a shell: bash."), ValueKind::Word, shells),
        flag("print-man", QT_TRANSLATE_NOOP("Verbs", "Print the manual page.")),
    };
    return options;
}

const Option &requestOption()
{
    static constexpr Option option = optional(
        "request", "ID", QT_TRANSLATE_NOOP("Verbs", "Id of this request: repeated with the same id it is done once."),
        ValueKind::Word);
    return option;
}

} // namespace gatehouse::cli
