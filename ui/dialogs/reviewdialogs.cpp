#include "ui/dialogs/reviewdialogs.h"

#include "base/instant.h"
#include "operations/independence.h"
#include "operations/reviewoperations.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/reviewwords.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QPlainTextEdit>

namespace gatehouse::ui {

using operations::PartnerView;

namespace {

QPlainTextEdit *textField(FormDialog *dialog, const char *name, int lines)
{
    auto *edit = new QPlainTextEdit(dialog);
    edit->setObjectName(QLatin1StringView(name));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 12);
    return edit;
}

bool isBlank(const QPlainTextEdit *edit)
{
    return edit->toPlainText().trimmed().isEmpty();
}

} // namespace

AskForDocumentDialog::AskForDocumentDialog(Session &session, const PartnerView &view,
                                           const domain::DossierDocument &document, LinkOpener opener, QWidget *parent)
    : MailDialog(session, view, std::move(opener), tr("Ask for another document"), parent),
      m_document(document),
      m_reason(new QComboBox(this)),
      m_comment(textField(this, "commentEdit", 3))
{
    setObjectName(QStringLiteral("askForDocumentDialog"));
    const QString title = words::documentTitle(view.playbook, document.kind);
    addExplanation(
        tr("%1, revision %2, can't be accepted. The partner learns it by mail, sent from your own mail program. "
           "Once it is recorded, the review clock stands still until another is filed.")
            .arg(words::isolate(title))
            .arg(document.revision));
    m_reason->setObjectName(QStringLiteral("reasonCombo"));
    const domain::DocumentRule *rule = view.playbook.document(document.kind);
    for (const domain::ReasonRule &reason : rule ? rule->reasons : domain::defaultReasons())
        m_reason->addItem(reason.title, reason.code);
    addField(tr("&Reason"), m_reason, QStringLiteral("reason"));
    m_comment->setPlaceholderText(tr("What exactly has to be different; optional"));
    addField(tr("&To the partner"), m_comment, QStringLiteral("comment"));
    addMail();
    connect(m_reason, &QComboBox::currentIndexChanged, this, &AskForDocumentDialog::refresh);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &AskForDocumentDialog::refresh);
}

words::MailDraft AskForDocumentDialog::draft() const
{
    const QString text = operations::documentRequestText(
        view().playbook, m_document.kind, m_reason->currentData().toString(), m_comment->toPlainText().trimmed());
    return words::askDraft(view().facts, view().playbook, text, m_document.kind, {}, session().me.name);
}

void AskForDocumentDialog::submit()
{
    operations::JudgeDocument judge;
    judge.partner = view().facts.partner.id;
    judge.document = m_document.id;
    judge.answer = domain::DocumentAnswer::AskedAgain;
    judge.reason = m_reason->currentData().toString();
    judge.comment = m_comment->toPlainText().trimmed();
    run(judge);
}

CloseRequestDialog::CloseRequestDialog(Session &session, const PartnerView &view, QWidget *parent)
    : FormDialog(session, tr("Partner answered"), tr("Record the answer"), parent),
      m_partner(view.facts.partner.id),
      m_request(new QComboBox(this)),
      m_end(new QComboBox(this)),
      m_answer(textField(this, "answerEdit", 4))
{
    setObjectName(QStringLiteral("closeRequestDialog"));
    addExplanation(tr("The review clock goes on as soon as nothing is asked of the partner any more."));
    m_request->setObjectName(QStringLiteral("requestCombo"));
    m_request->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_request->setMinimumContentsLength(30);
    for (const domain::PartnerRequest &request : domain::answerable(view.facts))
        m_request->addItem(words::plain(words::requestWords(request, view.playbook)).simplified().left(80), request.id);
    m_end->setObjectName(QStringLiteral("endCombo"));
    m_end->addItem(tr("The partner answered"), int(domain::RequestEnd::Answered));
    m_end->addItem(tr("The question is taken back"), int(domain::RequestEnd::Withdrawn));
    addField(tr("&What was asked"), m_request, QStringLiteral("request"));
    addField(tr("&How it ended"), m_end, QStringLiteral("end"));
    addField(tr("&Answer"), m_answer, QStringLiteral("answer"));
    connect(m_end, &QComboBox::currentIndexChanged, this, [this] {
        const bool answered = end() == domain::RequestEnd::Answered;
        m_answer->setEnabled(answered);
        setSubmitText(answered ? tr("Record the answer") : tr("Take the question back"));
    });
}

domain::RequestEnd CloseRequestDialog::end() const
{
    return domain::RequestEnd(m_end->currentData().toInt());
}

void CloseRequestDialog::submit()
{
    operations::CloseRequest close;
    close.partner = m_partner;
    close.request = m_request->currentData().toString();
    close.end = end();
    if (close.end == domain::RequestEnd::Answered)
        close.answer = m_answer->toPlainText().trimmed();
    run(close);
}

SnoozeDialog::SnoozeDialog(Session &session, const PartnerView &view, QWidget *parent)
    : FormDialog(session, tr("Put the review off"), tr("Put off"), parent),
      m_partner(view.facts.partner.id),
      m_choice(new QComboBox(this)),
      m_until(new QDateTimeEdit(this)),
      m_why(textField(this, "whyEdit", 3))
{
    setObjectName(QStringLiteral("snoozeDialog"));
    addExplanation(
        tr("For everybody, until then or until something is filed; %1 days at most. The review clock runs on.")
            .arg(domain::snoozeMostDays));
    const QDateTime now = session.clock.now().toUtc().toLocalTime();
    QDate day = now.date().addDays(1);
    while (!view.playbook.calendar.isWorkingDay(day))
        day = day.addDays(1);
    m_until->setObjectName(QStringLiteral("untilEdit"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("ddd d MMM yyyy HH:mm"));
    m_until->setDateTimeRange(now.addSecs(60), now.addMSecs(domain::snoozeMostDays * base::msPerDay));
    makeChoices(now);
    m_until->setDateTime(QDateTime(day, QTime(9, 0)));
    addField(tr("&For how long"), m_choice, QStringLiteral("choice"));
    addField(tr("&Until"), m_until, QStringLiteral("until"));
    m_why->setPlaceholderText(tr("Waiting for the legal opinion, due Monday"));
    addField(tr("&Why"), m_why, QStringLiteral("note"));
    connect(m_why, &QPlainTextEdit::textChanged, this, &SnoozeDialog::check);
    check();
}

// Either field follows the other.
void SnoozeDialog::makeChoices(const QDateTime &now)
{
    const QTime morning(9, 0);
    const QDate today = now.date();
    const QDateTime soon = now.addMSecs(4 * base::msPerHour);
    m_choice->setObjectName(QStringLiteral("choiceCombo"));
    m_choice->addItem(tr("For 4 hours"), QDateTime(soon.date(), QTime(soon.time().hour(), soon.time().minute())));
    m_choice->addItem(tr("Until tomorrow, 9:00"), QDateTime(today.addDays(1), morning));
    m_choice->addItem(tr("For 2 days"), QDateTime(today.addDays(2), morning));
    m_choice->addItem(tr("Until next Monday"), QDateTime(today.addDays(8 - today.dayOfWeek()), morning));
    m_choice->addItem(tr("Until another time"));
    connect(m_choice, &QComboBox::currentIndexChanged, m_until, [this] {
        if (const QDateTime when = m_choice->currentData().toDateTime(); when.isValid())
            m_until->setDateTime(when);
    });
    connect(m_until, &QDateTimeEdit::dateTimeChanged, m_choice, [this](const QDateTime &when) {
        if (m_choice->currentData().toDateTime() == when)
            return;
        const int at = m_choice->findData(when);
        m_choice->setCurrentIndex(at >= 0 ? at : m_choice->count() - 1);
    });
}

void SnoozeDialog::check()
{
    setObstacle(isBlank(m_why) ? tr("Say why it has to wait.") : QString());
}

void SnoozeDialog::submit()
{
    operations::SnoozeReview snooze;
    snooze.partner = m_partner;
    snooze.until = base::Instant::fromDateTime(m_until->dateTime());
    snooze.note = m_why->toPlainText().trimmed();
    run(snooze);
}

HandOverDialog::HandOverDialog(Session &session, const PartnerView &view, Act act, QWidget *parent)
    : FormDialog(session, act == Act::Assign ? tr("Assign the review") : tr("Escalate the review"),
                 act == Act::Assign ? tr("Assign") : tr("Escalate"), parent),
      m_act(act),
      m_view(view),
      m_person(new QComboBox(this))
{
    setObjectName(QStringLiteral("handOverDialog"));
    addExplanation(act == Act::Assign
                       ? tr("It stands in that person's queue; everybody else who decides still may.")
                       : tr("Asks somebody else who decides to look at it. The assignment stays as it is."));
    m_person->setObjectName(QStringLiteral("personCombo"));
    addField(tr("&Person"), m_person, act == Act::Assign ? QStringLiteral("assignee") : QStringLiteral("to"));
    if (act == Act::Escalate) {
        m_why = textField(this, "whyEdit", 3);
        m_why->setPlaceholderText(tr("Two owners are on a list that I can't judge"));
        addField(tr("&Why"), m_why, QStringLiteral("note"));
        connect(m_why, &QPlainTextEdit::textChanged, this, &HandOverDialog::check);
    }
    connect(m_person, &QComboBox::currentIndexChanged, this, &HandOverDialog::check);
    base::whenDone(session.runner.ask(operations::ListOperators{}), this,
                   [this](const base::Result<QList<domain::Operator>> &operators) { receive(operators); });
    check();
}

// Only those who could decide are offered; the operation asks again.
void HandOverDialog::receive(const base::Result<QList<domain::Operator>> &operators)
{
    m_known = true;
    if (!operators) {
        showError(operators.error());
        return;
    }
    const domain::ReviewState &review = m_view.readiness.review;
    const bool assign = m_act == Act::Assign;
    if (assign && !review.assignee.isEmpty())
        m_person->addItem(tr("Nobody"), QString());
    if (!assign && !review.escalatedTo.isEmpty())
        m_person->addItem(tr("Nobody: take it back"), QString());
    for (const domain::Operator &row : *operators) {
        const operations::Actor candidate{row.subject, {}, {row.role}};
        const bool can = !row.revokedAt && !operations::independenceObstacle(candidate, m_view.playbook, m_view.facts);
        const bool self = !assign && row.subject == session().me.actor.subject;
        if (!can || self || m_person->findData(row.subject) >= 0)
            continue;
        m_person->addItem(row.name.isEmpty() ? row.subject : row.name, row.subject);
    }
    const int current = m_person->findData(assign ? review.assignee : review.escalatedTo);
    m_person->setCurrentIndex(qMax(0, current));
    check();
}

void HandOverDialog::check()
{
    const bool nobody = m_person->currentData().toString().isEmpty();
    if (m_person->count() == 0)
        setObstacle(m_known ? tr("Nobody else can decide on this partner.") : tr("Asking who can decide…"));
    else
        setObstacle(m_why && !nobody && isBlank(m_why) ? tr("Say why.") : QString());
}

void HandOverDialog::submit()
{
    const QString subject = m_person->currentData().toString();
    if (m_act == Act::Assign) {
        operations::AssignReview assign;
        assign.partner = m_view.facts.partner.id;
        assign.assignee = subject;
        run(assign);
        return;
    }
    operations::EscalateReview escalate;
    escalate.partner = m_view.facts.partner.id;
    escalate.to = subject;
    escalate.note = m_why->toPlainText().trimmed();
    run(escalate);
}

} // namespace gatehouse::ui
