#include "cli/help.h"
#include "cli/verb.h"

#include <QCoreApplication>

namespace gatehouse::cli {

namespace {

// Text for man(7): backslashes, dashes that must stay ASCII, and lines that would be taken for a request.
QString roff(QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
    text.replace(QLatin1Char('-'), QStringLiteral("\\-"));
    if (text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('\'')))
        text.prepend(QStringLiteral("\\&"));
    return text;
}

QString optionItem(const Option &option)
{
    QString term =
        QStringLiteral("\\fB") + roff(QStringLiteral("--") + QString::fromLatin1(option.name)) + QStringLiteral("\\fR");
    if (option.placeholder)
        term += QStringLiteral(" \\fI") + roff(QString::fromLatin1(option.placeholder)) + QStringLiteral("\\fR");
    return QStringLiteral(".TP\n") + term + QLatin1Char('\n') + roff(textOf(option.help)) + QLatin1Char('\n');
}

QString verbSection(const Verb &verb)
{
    QString text = QStringLiteral(".SS \"") + roff(QString::fromLatin1(verb.name)) + QStringLiteral("\"\n")
                   + roff(textOf(verb.summary)) + QStringLiteral(".\n");
    if (verb.description)
        text += roff(textOf(verb.description)) + QLatin1Char('\n');
    text += QStringLiteral(".PP\n") + roff(usageOf(verb)) + QLatin1Char('\n');
    for (const Argument &argument : verb.arguments)
        text += QStringLiteral(".TP\n\\fI%1\\fR\n%2\n")
                    .arg(roff(QString::fromLatin1(argument.name)), roff(textOf(argument.help)));
    for (const Option &option : verb.options)
        text += optionItem(option);
    if (verb.effect == Effect::Changes)
        text += optionItem(requestOption());
    if (verb.example)
        text += QStringLiteral(".PP\nExample:\n.PP\n.nf\n") + roff(QString::fromUtf8(verb.example))
                + QStringLiteral(".fi\n");
    return text;
}

// What stands in no table: exit codes, JSON, environment.
constexpr auto manTail = R"(.SH "EXIT STATUS"
.TP
.B 0
Done; for
.BR gate ,
open.
.TP
.B 2
Bad input or usage.
.TP
.B 3
Denied, or the access gate is closed.
.TP
.B 4
Not found.
.TP
.B 5
Conflict: in use already, or changed since it was reviewed.
.TP
.B 6
Unreachable, or busy for too long.
.TP
.B 1
Anything else, output that could not be written included.
.SH OUTPUT
Answers go to standard output, errors to standard error as one line: what happened, why, what to do,
and the call that shows the runbook.
Control characters in data are shown as \ex1b and the like.
.PP
With
.B \-\-json
an answer is one JSON document on one line, and an error is the line
.PP
.nf
{"error":{"code","kind","exit","subject","arguments","message","what","why","todo","runbook"}}
.fi
.PP
A closed gate answers on standard output too, so that a script reads one shape.
A verb that changes something answers
.PP
.nf
{"request","operation","actor","os_user","at","replayed","result":{...}}
.fi
.PP
.I replayed
is true when this request id was done before and nothing happened now.
Lists are objects with one array:
.IR partners ", " contacts ", " operators ", " events ", " playbooks ", " runbooks .
Names of keys and values are stable; new keys may come. Instants are ISO 8601 in UTC, dates are year\-month\-day.
.SH ENVIRONMENT
.TP
.B GATEHOUSE_WORKSPACE
Workspace without
.BR \-\-workspace .
.TP
.B GATEHOUSE_RUNBOOKS
Folder of a team's own runbooks; without it,
.I runbooks
beside the workspace file.
.TP
.B OTC_ROOT_ADMIN_SUBJECTS
Subjects, separated by commas, that
.B init
makes root admins.
.SH EXAMPLES
.nf
gatehouse\-admin init
gatehouse\-admin partner submit \-\-file application.json \-\-playbook otc\-partner \-\-submitter lena.voss
gatehouse\-admin dossier file calder\-voss \-\-kind kyb \-\-object kyb.pdf
gatehouse\-admin \-\-json review show calder\-voss
gatehouse\-admin approve calder\-voss \-\-notes "Ownership chart matches the register." \-\-evidence kyb:4 \-\-reviewed DIGEST
gatehouse\-admin gate calder\-voss invoice.create
.fi
)";

} // namespace

QString manPage()
{
    QString text =
        QStringLiteral(".TH GATEHOUSE\\-ADMIN 1 \"\" \"gatehouse %1\" \"User Commands\"\n"
                       ".SH NAME\ngatehouse\\-admin \\- bring partners on board from the command line\n"
                       ".SH SYNOPSIS\n.B gatehouse\\-admin\n"
                       "[\\-\\-workspace \\fIWORKSPACE\\fR] [\\-\\-as \\fISUBJECT\\fR] [\\-\\-json] \\fIVERB\\fR ...\n"
                       ".SH OPTIONS\nEvery verb takes these, before or after it.\n")
            .arg(roff(QCoreApplication::applicationVersion()));
    for (const Option &option : globalOptions())
        text += optionItem(option);
    text += QStringLiteral(".SH VERBS\n");
    for (const Verb &verb : verbs())
        text += verbSection(verb);
    return text + QString::fromUtf8(manTail);
}

} // namespace gatehouse::cli
