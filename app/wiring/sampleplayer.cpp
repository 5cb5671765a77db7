#include "wiring/sampleplayer.h"

#include "domain/text.h"
#include "operations/decide.h"
#include "operations/filedocument.h"
#include "operations/operatoroperations.h"
#include "operations/partneroperations.h"
#include "operations/queries.h"
#include "operations/reviewoperations.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Result;

namespace {

// Two acts on one partner are this far apart at least, where a weekend moved them onto each other.
constexpr qint64 leastGap = base::msPerMinute;

QJsonObject application(const SamplePartner &partner, const domain::Playbook &playbook)
{
    const QString folder = u"intake/%1/"_s.arg(domain::slugOf(partner.name));
    QJsonArray contacts;
    for (const SampleContact &contact : partner.contacts) {
        contacts.append(QJsonObject{{u"name"_s, contact.name},
                                    {u"email"_s, contact.subject},
                                    {u"phone"_s, contact.phone},
                                    {u"role"_s, contact.role},
                                    {u"subject"_s, contact.subject}});
    }
    QJsonObject payload;
    for (const domain::ApplicationField &field : playbook.application) {
        if (field.type == domain::FieldType::Roster)
            payload.insert(field.key, contacts);
        else if (field.type == domain::FieldType::ObjectKey)
            payload.insert(field.key, folder + field.meaning + u".pdf"_s);
        else
            payload.insert(field.key, field.meaning == u"legal_name"_s ? partner.legalName : partner.name);
    }
    return payload;
}

QString filledIn(QString text, const QHash<QString, QString> &values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        text.replace(u'{' + value.key() + u'}', value.value());
    return text;
}

} // namespace

SampleTimeline::SampleTimeline(const SampleScript &script, const domain::BusinessCalendar &calendar, Instant now)
    : m_script(script), m_now(now)
{
    for (const SamplePartner &partner : script.partners) {
        Instant earliest;
        for (const SampleAct &act : partner.history) {
            const Instant at = std::max(act.time.before(now, calendar), earliest);
            m_turns.append({at, &partner, &act});
            earliest = at + leastGap;
        }
    }
    std::stable_sort(m_turns.begin(), m_turns.end(), [](const Turn &a, const Turn &b) { return a.at < b.at; });
}

Instant SampleTimeline::begin() const
{
    const Instant first = m_turns.isEmpty() ? m_now : m_turns.first().at;
    return first + -base::msPerDay;
}

SamplePlayer::SamplePlayer(const SampleTimeline &timeline, const domain::Playbook &playbook,
                           operations::OperationRunner &runner, base::IdSource &ids, ScriptedClock &clock,
                           QString osUser)
    : m_timeline(timeline),
      m_script(timeline.script()),
      m_playbook(playbook),
      m_runner(runner),
      m_ids(ids),
      m_clock(clock),
      m_osUser(std::move(osUser))
{ }

Result<void> SamplePlayer::play()
{
    m_clock.set(m_timeline.begin());
    if (auto added = addOperators(); !added)
        return added;
    for (const Turn &turn : m_timeline.turns()) {
        m_clock.set(turn.at);
        if (auto played = playTurn(turn); !played)
            return played;
    }
    m_clock.set(m_timeline.end());
    return {};
}

Result<void> SamplePlayer::addOperators()
{
    for (const SampleOperator &row : m_script.operators) {
        operations::AddOperator add;
        add.subject = row.subject;
        add.role = row.role;
        add.name = row.name;
        if (auto added = run(add, QString()); !added)
            return added;
    }
    return {};
}

Result<void> SamplePlayer::playTurn(const Turn &turn)
{
    switch (turn.act->kind) {
    case SampleAct::Kind::Submit: return submit(*turn.partner);
    case SampleAct::Kind::File: return file(turn);
    case SampleAct::Kind::Approve:
    case SampleAct::Kind::Reject:
    case SampleAct::Kind::RejectForGood: return decide(turn);
    case SampleAct::Kind::RemoveContact:
    case SampleAct::Kind::ReleaseContact: return removeOrRelease(turn);
    case SampleAct::Kind::Assign:
    case SampleAct::Kind::Escalate:
    case SampleAct::Kind::Snooze:
    case SampleAct::Kind::Ask: return review(turn);
    case SampleAct::Kind::Accept:
    case SampleAct::Kind::AskAgain: return judge(turn);
    }
    Q_UNREACHABLE();
}

Result<void> SamplePlayer::submit(const SamplePartner &partner)
{
    operations::SubmitPartner submit;
    submit.playbookId = m_script.playbook;
    submit.payload = application(partner, m_playbook);
    const operations::Caller applicant{partner.contacts.first().subject, m_osUser};
    auto receipt = m_runner.run(submit, applicant, m_ids.next());
    if (!receipt)
        return receipt.error();
    m_partnerIds.insert(&partner, receipt->result.value(u"partner"_s).toString());

    operations::UpdatePartner update;
    update.partner = m_partnerIds.value(&partner);
    update.region = partner.region;
    update.owner = partner.owner;
    return run(update, m_script.operators.first().subject);
}

Result<void> SamplePlayer::file(const Turn &turn)
{
    QString validUntil;
    if (turn.act->daysLeft) {
        const QDate today = m_playbook.calendar.dateAt(m_timeline.end());
        validUntil = today.addDays(*turn.act->daysLeft).toString(Qt::ISODate);
    }
    operations::FileDocument filing;
    filing.partner = m_partnerIds.value(turn.partner);
    filing.documentKind = turn.act->document;
    filing.bytes = paper(turn, validUntil);
    filing.fileName = u"%1-%2.pdf"_s.arg(domain::slugOf(turn.partner->name), turn.act->document);
    filing.validUntil = validUntil;
    return run(filing, turn.act->by.isEmpty() ? turn.partner->contacts.first().subject : turn.act->by);
}

Result<void> SamplePlayer::decide(const Turn &turn)
{
    const operations::ShowPartner show{m_partnerIds.value(turn.partner)};
    auto view = m_runner.ask(show, {turn.act->by, m_osUser});
    if (!view)
        return view.error();
    operations::Decide decision;
    decision.partner = show.partner;
    decision.verdict = turn.act->kind == SampleAct::Kind::Approve ? domain::Verdict::Approve : domain::Verdict::Reject;
    decision.finality =
        turn.act->kind == SampleAct::Kind::RejectForGood ? domain::Finality::Final : domain::Finality::Retry;
    decision.notes = turn.act->notes;
    decision.partnerComment = turn.act->comment;
    for (const domain::DossierDocument &document : domain::dossierAt(view->facts.documents))
        decision.evidence.append(document.kind + u":1"_s);
    decision.reviewed = view->reviewDigest;
    return run(decision, turn.act->by);
}

Result<void> SamplePlayer::removeOrRelease(const Turn &turn)
{
    if (turn.act->kind == SampleAct::Kind::RemoveContact) {
        operations::RemoveContact remove;
        remove.partner = m_partnerIds.value(turn.partner);
        remove.subject = turn.act->contact;
        return run(remove, turn.act->by);
    }
    operations::ReleaseContact release;
    release.partner = m_partnerIds.value(turn.partner);
    release.subject = turn.act->contact;
    release.note = turn.act->notes;
    return run(release, turn.act->by);
}

Result<void> SamplePlayer::review(const Turn &turn)
{
    const SampleAct &act = *turn.act;
    const QString partner = m_partnerIds.value(turn.partner);
    const QString person = act.to == u"me"_s ? m_osUser : act.to;
    if (act.kind == SampleAct::Kind::Assign) {
        operations::AssignReview assign;
        assign.partner = partner;
        assign.assignee = person;
        return run(assign, act.by);
    }
    if (act.kind == SampleAct::Kind::Escalate) {
        operations::EscalateReview escalate;
        escalate.partner = partner;
        escalate.to = person;
        escalate.note = act.notes;
        return run(escalate, act.by);
    }
    if (act.kind == SampleAct::Kind::Snooze) {
        operations::SnoozeReview snooze;
        snooze.partner = partner;
        snooze.until = m_timeline.end() + act.days * base::msPerDay;
        snooze.note = act.notes;
        return run(snooze, act.by);
    }
    operations::AskPartner ask;
    ask.partner = partner;
    ask.text = act.notes;
    ask.documentKind = act.document;
    return run(ask, act.by);
}

Result<void> SamplePlayer::judge(const Turn &turn)
{
    operations::JudgeDocument judge;
    judge.partner = m_partnerIds.value(turn.partner);
    judge.document = turn.act->document;
    judge.answer = turn.act->kind == SampleAct::Kind::Accept ? domain::DocumentAnswer::Accepted
                                                             : domain::DocumentAnswer::AskedAgain;
    judge.reason = turn.act->reason;
    judge.comment = turn.act->comment;
    return run(judge, turn.act->by);
}

Result<void> SamplePlayer::run(const operations::Operation &operation, const QString &subject)
{
    auto receipt = m_runner.run(operation, {subject, m_osUser}, m_ids.next());
    return receipt ? Result<void>() : receipt.error();
}

QByteArray SamplePlayer::paper(const Turn &turn, const QString &validUntil) const
{
    const SamplePartner &partner = *turn.partner;
    const QString date = turn.at.toUtc().date().toString(Qt::ISODate);
    // Different for each filing, so that no two documents of the sample are the same bytes.
    const QString reference = domain::sha256Hex((partner.name + turn.act->document + date).toUtf8()).left(10).toUpper();
    const QHash<QString, QString> values{{u"name"_s, partner.name},
                                         {u"legal_name"_s, partner.legalName},
                                         {u"region"_s, partner.region},
                                         {u"contact"_s, partner.contacts.first().name},
                                         {u"role"_s, partner.contacts.first().role},
                                         {u"date"_s, date},
                                         {u"valid_until"_s, validUntil.isEmpty() ? u"further notice"_s : validUntil},
                                         {u"reference"_s, reference}};
    const QString paper = turn.act->paper.isEmpty() ? turn.act->document : turn.act->paper;
    QList<PdfPage> pages = m_script.papers.value(paper).mid(0, turn.act->pages);
    for (PdfPage &page : pages) {
        for (QString &paragraph : page.paragraphs)
            paragraph = filledIn(paragraph, values);
    }
    return textPdf(u"%1: %2"_s.arg(partner.name, turn.act->document), pages);
}

} // namespace gatehouse::wiring
