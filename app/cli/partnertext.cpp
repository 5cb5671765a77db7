#include "cli/partnertext.h"

#include "cli/clitext.h"
#include "cli/reviewtext.h"
#include "cli/table.h"
#include "cli/tenanttext.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/reviewwords.h"
#include "words/statuswords.h"

#include <QLocale>

namespace gatehouse::cli {

namespace {

using operations::PartnerView;

QString section(const QString &heading, const QString &body)
{
    return QLatin1Char('\n') + heading + QLatin1Char('\n') + body;
}

QString section(const QString &heading, const Table &table)
{
    return table.isEmpty() ? QString() : section(heading, table.text());
}

QString named(const PartnerView &view, const QString &subject)
{
    const QString name = view.names.value(subject);
    return name.isEmpty() || name == subject ? subject
                                             : CliText::tr("%1 (%2)", "a name, then a subject").arg(name, subject);
}

words::DayLength workingDay(const PartnerView &view)
{
    return {view.playbook.calendar.workingDayMs()};
}

Facts headFacts(const PartnerView &view)
{
    const domain::Partner &partner = view.facts.partner;
    Facts facts;
    facts.add(CliText::tr("Partner"), CliText::tr("%1 (%2)", "name, then short name").arg(partner.name, partner.slug));
    facts.add(CliText::tr("Legal name"), partner.legalName);
    facts.add(CliText::tr("Id"), partner.id);
    facts.add(CliText::tr("Playbook"),
              CliText::tr("%1, version %2").arg(partner.playbookId, QString::number(partner.playbookVersion)));
    facts.add(CliText::tr("Region"), partner.region);
    facts.add(CliText::tr("Owner"), named(view, partner.owner));
    facts.add(CliText::tr("Submitted by"), named(view, partner.submittedBy));
    facts.add(CliText::tr("Approval"), words::approvalWords(view.readiness.approval));
    facts.add(CliText::tr("Dossier"), words::dossierWords(view.readiness.dossier, view.playbook, view.asOf));
    facts.add(CliText::tr("Clock"),
              words::clockWords(words::clockFigures(view.readiness.sla), view.asOf, workingDay(view)));
    facts.add(CliText::tr("Next move"), words::nextMoveSentence(view.readiness));
    return facts;
}

Table documentTable(const PartnerView &view, const QList<domain::DossierDocument> &documents)
{
    Table table({CliText::tr("REV"), CliText::tr("KIND"), CliText::tr("FILE"), CliText::tr("SIZE"),
                 CliText::tr("VALID UNTIL"), CliText::tr("FILED"), CliText::tr("BY"), CliText::tr("ID")});
    for (const domain::DossierDocument &document : documents) {
        const QDate lastDay = domain::lastValidDay(view.playbook, document);
        table.addRow({QString::number(document.revision), document.kind, document.fileName,
                      words::bytesWords(document.size),
                      lastDay.isValid() ? lastDay.toString(Qt::ISODate) : QStringLiteral("-"),
                      words::exactMoment(document.filedAt), named(view, document.filedBy), document.id});
    }
    return table;
}

// Reading every file would make a look slow.
QString verifyHint(const PartnerView &view)
{
    return view.facts.documents.isEmpty()
               ? QString()
               : CliText::tr("Whether they are still what was filed: gatehouse-admin dossier verify %1", "a short name")
                         .arg(view.facts.partner.slug)
                     + QLatin1Char('\n');
}

Table standingTable(const PartnerView &view)
{
    Table table({CliText::tr("DOCUMENT"), CliText::tr("STATE")});
    for (const domain::DocumentStanding &standing : view.readiness.dossier.documents)
        table.addRow({words::documentTitle(view.playbook, standing.kind), words::documentStateWords(standing)});
    return table;
}

QString decisionsText(const PartnerView &view)
{
    QString text;
    for (const domain::Decision &decision : view.facts.decisions) {
        QStringList evidence;
        for (const domain::Evidence &one : decision.evidence)
            evidence.append(words::evidenceWords(one, view.facts.documents, view.playbook));
        Facts facts;
        facts.add(CliText::tr("Decision"),
                  CliText::tr("%1. %2", "number, then verdict")
                      .arg(QString::number(decision.number), words::verdictWords(decision, view.facts.decisions)));
        facts.add(CliText::tr("By"), CliText::tr("%1, %2", "who, then when")
                                         .arg(named(view, decision.decidedBy), words::exactMoment(decision.decidedAt)));
        facts.add(CliText::tr("Note"), decision.notes);
        facts.add(CliText::tr("To the partner"), decision.partnerComment);
        facts.add(CliText::tr("Policy document"), decision.policyDocument);
        facts.add(CliText::tr("Evidence"), evidence.join(QStringLiteral(", ")));
        QStringList seen;
        for (const domain::SeenDocument &one : decision.seen)
            seen.append(words::seenWords(one, view.facts.documents, view.playbook));
        facts.add(CliText::tr("Seen"), seen.join(QStringLiteral(", ")));
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + facts.text();
    }
    return text.isEmpty() ? QString() : section(CliText::tr("Decisions"), text);
}

Table accessTable(const PartnerView &view)
{
    Table table({CliText::tr("ACTION"), CliText::tr("ACCESS"), CliText::tr("WHAT TO DO")});
    for (const domain::AccessAnswer &answer : view.readiness.access)
        table.addRow({answer.gate, words::accessWords(answer, view.asOf),
                      answer.verdict == domain::AccessVerdict::Open ? QString() : words::accessGuidance(answer)});
    return table;
}

Table blockerTable(const PartnerView &view)
{
    Table table({CliText::tr("BLOCKER"), CliText::tr("WHY"), CliText::tr("OWNER")});
    for (const domain::Blocker &blocker : view.readiness.blockers)
        table.addRow({words::blockerWords(blocker), words::blockerSentence(blocker), words::ownerWords(blocker.owner)});
    return table;
}

Table actionTable(const PartnerView &view)
{
    Table table({CliText::tr("NEXT"), CliText::tr("OWNER"), CliText::tr("DUE")});
    for (const domain::NextAction &action : view.readiness.actions)
        table.addRow({words::actionWords(action, view.readiness.approval), words::ownerWords(action.owner),
                      action.due ? words::exactMoment(*action.due) : QStringLiteral("-")});
    return table;
}

Table gateTable(const PartnerView &view)
{
    Table table({CliText::tr("READINESS GATE"), CliText::tr("STEPS"), CliText::tr("STATE")});
    for (const domain::GateStanding &standing : view.readiness.gates)
        table.addRow({words::readinessGateWords(standing.gate),
                      CliText::tr("%1/%2", "steps done, of how many").arg(standing.done).arg(standing.total),
                      words::gateStandingWords(standing)});
    return table;
}

QString obstacleText(const PartnerView &view)
{
    Facts facts;
    if (view.decisionObstacle)
        facts.add(CliText::tr("You can't decide"), words::oneLine(*view.decisionObstacle));
    QStringList who = view.deciders.value_or(QStringList());
    if (!view.deciders && view.playbook.approver)
        who.append(words::rolesWords(*view.playbook.approver)); // partner staff aren't told more
    facts.add(CliText::tr("Who can decide"), who.isEmpty() ? nobodyDecides(view) : who.join(QStringLiteral(", ")));
    if (view.playbook.policyDocumentRequired)
        facts.add(CliText::tr("Needs"), CliText::tr("a legal or policy document id"));
    facts.add(CliText::tr("Digest"), view.reviewDigest);
    return QLatin1Char('\n') + facts.text();
}

} // namespace

QString contactsText(const QList<domain::Contact> &contacts)
{
    Table table({CliText::tr("NAME"), CliText::tr("ROLE"), CliText::tr("E-MAIL"), CliText::tr("PHONE"),
                 CliText::tr("SUBJECT"), CliText::tr("STATE")});
    for (const domain::Contact &contact : contacts) {
        const QString state = !contact.removedAt   ? CliText::tr("in the roster", "contact")
                              : contact.releasedAt ? CliText::tr("removed, identity deactivated", "contact")
                                                   : CliText::tr("removed, can still sign in", "contact");
        table.addRow({contact.name, contact.role, contact.email, contact.phone, contact.subject, state});
    }
    return table.isEmpty() ? CliText::tr("No contacts.") + QLatin1Char('\n') : table.text();
}

QString nobodyDecides(const PartnerView &view)
{
    if (!view.playbook.approver)
        return CliText::tr("Nobody: the playbook asks for no decision.");
    const QString role(domain::roleName(*view.playbook.approver));
    return CliText::tr("Nobody can at the moment. Add another %1: gatehouse-admin operator add SUBJECT --role %2",
                       "a role, then its name in a call")
        .arg(words::ownerWords(role), role);
}

QString partnerText(const PartnerView &view)
{
    return headFacts(view).text() + section(CliText::tr("Contacts"), contactsText(view.facts.contacts))
           + section(CliText::tr("Documents"), documentTable(view, view.facts.documents)) + verifyHint(view)
           + decisionsText(view) + section(CliText::tr("Tenants"), tenantTable(view.facts.tenants))
           + section(CliText::tr("Production access"), accessTable(view))
           + section(CliText::tr("Blockers"), blockerTable(view)) + section(CliText::tr("Next"), actionTable(view));
}

QString reviewText(const PartnerView &view)
{
    // Who was removed and can still sign in is as near to the partner as who is in the roster: neither may decide.
    const QList<domain::Contact> standing =
        domain::roster(view.facts.contacts) + domain::openIdentities(view.facts.contacts);
    return headFacts(view).text() + section(CliText::tr("Dossier"), standingTable(view))
           + section(CliText::tr("Documents under review"),
                     documentTable(view, domain::dossierAt(view.facts.documents)))
           + section(CliText::tr("Roster"), contactsText(standing)) + decisionsText(view) + changesText(view)
           + reviewStateText(view) + obstacleText(view);
}

QString readinessText(const PartnerView &view)
{
    const domain::Readiness &readiness = view.readiness;
    const domain::BusinessCalendar &calendar = view.playbook.calendar;
    const QDate today = calendar.dateAt(view.asOf);
    Facts facts;
    facts.add(CliText::tr("Partner"), view.facts.partner.name);
    facts.add(CliText::tr("Stage"), words::stageTitle(readiness.stage));
    facts.add(CliText::tr("Done"), CliText::tr("%1 % of the steps, %2", "a number, then gates done")
                                       .arg(QString::number(readiness.percent),
                                            words::gateCountWords(readiness.gatesDone, int(readiness.gates.size()))));
    facts.add(CliText::tr("Approval"), words::approvalWords(readiness.approval));
    facts.add(CliText::tr("Clock"), words::clockWords(words::clockFigures(readiness.sla), view.asOf, workingDay(view)));
    facts.add(CliText::tr("Next move"), words::nextMoveSentence(readiness));
    if (readiness.goLive && readiness.goLive->state == domain::GoLivePlan::State::Ahead)
        facts.add(CliText::tr("Go-live"),
                  CliText::tr("planned %1, as it stands %2", "two dates")
                      .arg(words::dayWords(calendar.dateAt(readiness.goLive->planned), today),
                           words::dayWords(calendar.dateAt(readiness.goLive->projected), today)));
    facts.add(CliText::tr("Not done yet"), readiness.wouldBeReady.join(QLatin1Char('\n')));
    return facts.text() + section(CliText::tr("Gates"), gateTable(view))
           + section(CliText::tr("Blockers"), blockerTable(view)) + section(CliText::tr("Next"), actionTable(view));
}

} // namespace gatehouse::cli
