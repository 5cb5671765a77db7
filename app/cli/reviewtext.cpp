#include "cli/reviewtext.h"

#include "cli/clitext.h"
#include "cli/table.h"
#include "words/changewords.h"
#include "words/datewords.h"
#include "words/statuswords.h"

namespace gatehouse::cli {

namespace {

using domain::PartnerSummary;
using domain::QueueGroup;
using operations::PartnerView;

QString nameOf(const QHash<QString, QString> &names, const QString &subject)
{
    return names.value(subject, subject);
}

// Why a row stands where it does, in one cell.
QString queueNote(const PartnerSummary &row, QueueGroup group)
{
    if (group == QueueGroup::Decided)
        return words::approvalWords(row.approval);
    QStringList parts{words::queueReasonWords(row.queue, row.revision)};
    if (row.snoozedUntil)
        parts.append(CliText::tr("put off until %1", "a time").arg(words::exactMoment(*row.snoozedUntil)));
    if (row.requestCount > 0)
        parts.append(CliText::tr("%n question(s) open", nullptr, row.requestCount));
    if (!row.endorsedBy.isEmpty())
        parts.append(CliText::tr("first approval by %1", "a person").arg(row.endorsedBy));
    if (!row.escalatedTo.isEmpty())
        parts.append(CliText::tr("escalated to %1", "a person").arg(row.escalatedTo));
    return parts.join(QStringLiteral(", "));
}

Table verdictTable(const PartnerView &view)
{
    Table table({CliText::tr("DOCUMENT"), CliText::tr("VERDICT"), CliText::tr("REASON"), CliText::tr("BY")});
    for (const domain::DossierDocument &document : domain::dossierAt(view.facts.documents)) {
        const domain::DocumentVerdict *verdict = domain::verdictOn(document.id, view.facts.review.verdicts);
        if (!verdict)
            continue;
        QString why = words::reasonWords(view.playbook, document.kind, verdict->reason);
        if (!verdict->comment.isEmpty())
            why += (why.isEmpty() ? QString() : QStringLiteral(": ")) + verdict->comment;
        table.addRow({words::documentTitle(view.playbook, document.kind), words::documentAnswerWords(verdict->answer),
                      why, nameOf(view.names, verdict->judgedBy)});
    }
    return table;
}

Table requestTable(const PartnerView &view)
{
    Table table(
        {CliText::tr("ASKED"), CliText::tr("OF"), CliText::tr("WHAT"), CliText::tr("STATE"), CliText::tr("ID")});
    for (const domain::PartnerRequest &request : view.facts.review.requests) {
        table.addRow({words::exactMoment(request.askedAt), request.askedOf, request.text,
                      words::requestEndWords(QString(domain::requestEndName(request.end))), request.id});
    }
    return table;
}

QString block(const QString &heading, const Table &table)
{
    return table.isEmpty() ? QString() : QLatin1Char('\n') + heading + QLatin1Char('\n') + table.text();
}

} // namespace

QString queueText(const QList<PartnerSummary> &rows, const QHash<QString, QString> &names, base::Instant now)
{
    Table table({CliText::tr("GROUP"), CliText::tr("PARTNER"), CliText::tr("CLOCK"), CliText::tr("WHY"),
                 CliText::tr("ASSIGNED TO"), CliText::tr("ID")});
    for (const PartnerSummary &row : rows) {
        const QueueGroup group = domain::queueGroup(row, now, QTimeZone::systemTimeZone());
        table.addRow({words::queueGroupWords(group), row.name, words::clockWords(words::clockFigures(row), now),
                      queueNote(row, group), row.assignee.isEmpty() ? QStringLiteral("-") : nameOf(names, row.assignee),
                      row.id});
    }
    return table.isEmpty() ? CliText::tr("No partner waits for a decision.") + QLatin1Char('\n') : table.text();
}

QString reviewStateText(const PartnerView &view)
{
    const domain::ReviewState &state = view.readiness.review;
    Facts facts;
    facts.add(CliText::tr("In the queue"), words::queueReasonWords(state.queue, view.readiness.dossier.revision));
    facts.add(CliText::tr("Assigned to"), nameOf(view.names, state.assignee));
    if (state.snoozed)
        facts.add(CliText::tr("Put off"), CliText::tr("until %1 by %2: %3", "a time, a person, why")
                                              .arg(words::exactMoment(*state.snoozedUntil),
                                                   nameOf(view.names, state.snoozed->by), state.snoozed->note));
    if (state.escalated)
        facts.add(CliText::tr("Escalated"), CliText::tr("to %1 by %2: %3", "two people, why")
                                                .arg(nameOf(view.names, state.escalatedTo),
                                                     nameOf(view.names, state.escalated->by), state.escalated->note));
    if (state.endorsement)
        facts.add(CliText::tr("First approval"),
                  CliText::tr("by %1, stands until %2: %3", "a person, a time, a note")
                      .arg(nameOf(view.names, state.endorsement->endorsedBy),
                           words::exactMoment(state.endorsement->expiresAt), state.endorsement->notes));
    if (state.approvalExpiresAt)
        facts.add(CliText::tr("Approval stands until"), words::exactMoment(*state.approvalExpiresAt));
    QStringList open;
    for (const domain::Presence &presence : view.present)
        open.append(nameOf(view.names, presence.subject));
    facts.add(CliText::tr("Open for"), open.join(QStringLiteral(", ")));
    const QString text = facts.text();
    return (text.isEmpty() ? QString() : QLatin1Char('\n') + CliText::tr("Review") + QLatin1Char('\n') + text)
           + block(CliText::tr("Verdicts"), verdictTable(view))
           + block(CliText::tr("Asked of the partner"), requestTable(view));
}

QString changesText(const PartnerView &view)
{
    if (view.asDecided.decisions.isEmpty())
        return {};
    Table table({CliText::tr("FIELD"), CliText::tr("BEFORE"), CliText::tr("NOW"), CliText::tr("DOCUMENT")});
    const auto changes = domain::changesBetween(view.asDecided, view.facts, view.playbook);
    for (const words::ChangeWords &row : words::changeWords(changes, view.facts, view.playbook, view.asOf))
        table.addRow({row.field, row.before, row.after, row.documentId});
    return QLatin1Char('\n') + CliText::tr("Changed since the last decision") + QLatin1Char('\n')
           + (table.isEmpty() ? CliText::tr("Nothing changed.") + QLatin1Char('\n') : table.text());
}

QString mailText(const words::MailDraft &draft)
{
    Facts facts;
    facts.add(CliText::tr("To"), draft.to);
    facts.add(CliText::tr("Subject"), draft.subject);
    return facts.text() + QLatin1Char('\n') + draft.body;
}

} // namespace gatehouse::cli
