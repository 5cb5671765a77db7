#include "ui/pages/decisionbar.h"

#include "base/whendone.h"
#include "domain/text.h"
#include "ui/components/button.h"
#include "ui/components/evidencelink.h"
#include "ui/components/keycap.h"
#include "ui/components/messagebanner.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/evidencedialog.h"
#include "ui/pages/chiparea.h"
#include "ui/pages/elidedlabel.h"
#include "ui/pages/errormessage.h"
#include "ui/shell/keyhints.h"
#include "ui/style/theme.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/textmarks.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace gatehouse::ui {

using domain::Verdict;
using operations::PartnerView;

namespace {

constexpr int capsFrom = 880;

// What of a reviewed state may differ, as the reviewer knows it.
QString changedPartWords(const QString &part)
{
    if (part == QStringLiteral("dossier"))
        return DecisionBar::tr("documents");
    if (part == QStringLiteral("roster"))
        return DecisionBar::tr("contacts");
    if (part == QStringLiteral("decision"))
        return DecisionBar::tr("an earlier decision");
    if (part == QStringLiteral("playbook"))
        return DecisionBar::tr("the playbook");
    if (part == QStringLiteral("partner"))
        return DecisionBar::tr("name or application");
    return part;
}

QString nobodyCan(const PartnerView &view)
{
    if (!view.playbook.approver)
        return DecisionBar::tr("Nobody can at the moment.");
    return DecisionBar::tr("Nobody can at the moment. Add another %1 first.", "a role, e.g. root admin")
        .arg(words::roleWords(*view.playbook.approver));
}

} // namespace

DecisionBar::DecisionBar(Session &session, Actions &actions, Home home, QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_actions(actions),
      m_home(home),
      m_requests(session.ids),
      m_banner(new MessageBanner(this)),
      m_obstacle(new MessageBanner(this)),
      m_form(new QWidget(this)),
      m_folded(makeFolded())
{
    setObjectName(QStringLiteral("decisionBar"));
    setAccessibleName(tr("Decision"));
    m_banner->setObjectName(QStringLiteral("decisionBanner"));
    m_obstacle->setObjectName(QStringLiteral("obstacleBanner"));
    auto *columns = new QHBoxLayout(m_form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(20);
    // The sides give way where it is narrow.
    columns->addWidget(makeChoice(), 2);
    columns->addWidget(makeNote(), 3);
    columns->addWidget(makeRequirements(), 2);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 10, 16, 10);
    all->setSpacing(8);
    all->addWidget(m_banner);
    all->addWidget(m_obstacle);
    all->addWidget(m_form);
    all->addWidget(m_folded);
    connect(m_actions[Act::FoldDecision], &QAction::toggled, this, &DecisionBar::fold);
    connect(m_banner, &MessageBanner::actionTriggered, this, &DecisionBar::newStateRequested);
    connect(m_obstacle, &MessageBanner::actionTriggered, this, [this] {
        m_whoShown = true;
        showObstacle();
        Q_EMIT leaveRequested(); // the button that had the keyboard is gone
    });
    setTabOrder(m_reject, m_final);
    setTabOrder(m_final, m_note);
    setTabOrder(m_note, m_comment);
    setTabOrder(m_comment, m_add);
    setTabOrder(m_add, m_policy);
    setTabOrder(m_policy, m_record);
}

void DecisionBar::setView(const PartnerView &view)
{
    // What was said about the state before stays true while the state is the same.
    if (m_view.reviewDigest != view.reviewDigest)
        m_banner->clear();
    m_view = view;
    setVisible(view.readiness.approval != domain::ApprovalStatus::NotUsed);
    m_title->setText(view.readiness.dossier.revision > 0
                         ? tr("Decision on revision %1").arg(view.readiness.dossier.revision)
                         : tr("Decision; nothing filed yet"));
    m_policyLabel->setVisible(view.playbook.policyDocumentRequired);
    m_policy->setVisible(view.playbook.policyDocumentRequired);
    m_reject->setText(rejectWords(tr("Reject"), tr("Suspend"), tr("Keep suspended")));
    showForm();
    showObstacle();
    showEvidence();
    refresh();
}

// The keyboard doesn't stay in what is gone.
void DecisionBar::fold()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool folds = focus && m_form->isAncestorOf(focus);
    const bool unfolds = focus && m_folded->isAncestorOf(focus);
    showForm();
    if (folds)
        Q_EMIT leaveRequested();
    else if (unfolds)
        m_note->setFocus(Qt::OtherFocusReason);
}

void DecisionBar::showForm()
{
    const bool folded = m_actions[Act::FoldDecision]->isChecked();
    m_form->setVisible(!m_view.decisionObstacle && !folded);
    m_folded->setVisible(!m_view.decisionObstacle && folded);
}

QString DecisionBar::obstacleText() const
{
    const words::ErrorWords words = words::errorWords(*m_view.decisionObstacle);
    QString text = QStringLiteral("%1 %2").arg(words.what, words.why);
    if (m_whoShown && m_view.deciders) {
        text += QLatin1Char(' ')
                + (m_view.deciders->isEmpty() ? nobodyCan(m_view)
                                              : tr("These people can: %1.").arg(words::listOf(*m_view.deciders)));
    }
    return text;
}

void DecisionBar::showObstacle()
{
    MessageBanner::Message message;
    if (!m_view.decisionObstacle) {
        if (approvalTurn(m_view, me()) != ApprovalTurn::Given) {
            m_obstacle->clear();
            return;
        }
        // Who approved once can still reject, so the form stays.
        message.kind = MessageBanner::Kind::Information;
        message.text = secondAwaited(m_view, me());
        m_obstacle->setMessage(message);
        return;
    }
    message.kind = MessageBanner::Kind::Warning;
    message.text = obstacleText();
    // Partner staff aren't told who; the obstacle itself names the role.
    if (!m_whoShown && m_view.deciders)
        message.actions = {tr("Who can?")};
    m_obstacle->setMessage(message);
}

void DecisionBar::announceChange(const PartnerView &news, const QString &show)
{
    // A refusal because of it says the same, and more.
    if (announcesChange() && m_banner->message().kind == MessageBanner::Kind::Error)
        return;
    QStringList parts;
    for (const QString &part : domain::reviewDigest(news.playbook, news.facts).changedSince(m_view.reviewDigest))
        parts += changedPartWords(part);
    MessageBanner::Message message;
    message.kind = MessageBanner::Kind::Warning;
    message.title = tr("This partner changed after you opened it.");
    message.text = tr("Changed: %1. Nothing was recorded and your note is kept. Look at the new state, then record.")
                       .arg(words::listOf(parts));
    message.actions = {show.isEmpty() ? tr("Show the new state") : show};
    m_banner->setMessage(message);
}

bool DecisionBar::announcesChange() const
{
    return m_banner->hasMessage() && !m_banner->message().actions.isEmpty();
}

void DecisionBar::choose(Verdict verdict)
{
    m_draft.verdict = verdict;
    (verdict == Verdict::Approve ? m_approve : m_reject)->setChecked(true);
    refresh();
}

void DecisionBar::focusNote()
{
    m_actions[Act::FoldDecision]->setChecked(false);
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void DecisionBar::refresh()
{
    const int written = domain::lengthOf(m_draft.note);
    m_counter->setText(
        tr("%1 / %2", "characters written, most").arg(locale().toString(written), locale().toString(domain::noteMost)));
    m_counter->setColor(written > domain::noteMost ? Token::Danger : Token::Text2);
    m_consequence->setText(consequence(m_draft, m_view, me()));
    m_final->setVisible(m_draft.verdict == Verdict::Reject);
    m_record->setText(m_sending ? tr("Recording…") : recordLabel(m_draft, m_view, me()));
    const QString missing = firstMissing(m_draft, m_view, me());
    m_foldedLabel->setText(tr("%1 · %2", "which decision, what it needs")
                               .arg(m_title->text(), missing.isEmpty() ? m_record->text() : missing));
    showRequirements();
    Q_EMIT changed();
}

QString DecisionBar::rejectWords(const QString &reject, const QString &suspend, const QString &keep) const
{
    switch (wouldSuspend(m_view)) {
    case Suspends::Yes: return suspend;
    case Suspends::Still: return keep;
    case Suspends::No: break;
    }
    return reject;
}

void DecisionBar::updateActions()
{
    m_actions[Act::ChooseReject]->setText(
        rejectWords(tr("Choose &reject"), tr("Choose s&uspend"), tr("Choose to &keep suspended")));
    QString obstacle;
    if (m_view.readiness.approval == domain::ApprovalStatus::NotUsed)
        obstacle = tr("This playbook has no approval.");
    else if (m_view.decisionObstacle)
        obstacle = words::oneLine(*m_view.decisionObstacle);
    else if (m_sending)
        obstacle = tr("The decision is being recorded.");
    for (Act act : {Act::ChooseApprove, Act::ChooseReject, Act::AddEvidence})
        m_actions.setObstacle(act, obstacle);
    if (obstacle.isEmpty())
        obstacle = firstMissing(m_draft, m_view, me());
    m_actions.setObstacle(Act::RecordDecision, obstacle);
}

void DecisionBar::showRequirements()
{
    m_requirementRows.show(requirements(m_draft, m_view, me(), viewing()), [](const Requirement &one) {
        const bool met = one.met == Requirement::Met::Yes;
        const bool warned = one.met == Requirement::Met::Warned;
        auto *label = new StatusLabel(met      ? Glyph::Tick
                                      : warned ? Glyph::Triangle
                                               : Glyph::Ring,
                                      met      ? Tone::Ok
                                      : warned ? Tone::Warn
                                               : Tone::Neutral,
                                      one.text);
        label->setWordWrap(true);
        label->setAccessibleName(met      ? tr("Done: %1").arg(one.text)
                                 : warned ? tr("Note: %1").arg(one.text)
                                          : tr("Open: %1").arg(one.text));
        return label;
    });
}

EvidenceLink *DecisionBar::makeChip(const Chip &evidence)
{
    const bool link = evidence.evidence.startsWith(QStringLiteral("https://"));
    auto *chip = new EvidenceLink(evidence.text, link ? EvidenceLink::Target::Link : EvidenceLink::Target::Document);
    chip->setObjectName(QStringLiteral("evidenceChip"));
    const QString way = tr("Click, Space or Delete takes this evidence out again");
    chip->setToolTip(way);
    chip->setAccessibleName(tr("Evidence %1, take out").arg(evidence.text));
    chip->setAccessibleDescription(way);
    if (evidence.standing == EvidenceStanding::Replaced)
        chip->setPresence(EvidenceLink::Presence::Missing);
    connect(chip, &EvidenceLink::clicked, this, [this, evidence] {
        m_draft.evidence.removeAll(evidence.evidence);
        showEvidence();
        refresh();
        m_add->setFocus();
    });
    return chip;
}

void DecisionBar::showEvidence()
{
    QList<Chip> chips;
    for (const QString &evidence : std::as_const(m_draft.evidence))
        chips += Chip{evidence, evidenceLabel(evidence, m_view), evidenceStanding(evidence, m_view)};
    m_chips.show(chips, [this](const Chip &chip) { return makeChip(chip); });
    m_chipArea->chipsChanged();
    m_chipArea->setVisible(!chips.isEmpty());
    // Tab goes through them on the way from the comment to the button that adds one.
    QWidget *before = m_comment;
    for (const auto &row : m_chips.rows()) {
        setTabOrder(before, row.second);
        before = row.second;
    }
    setTabOrder(before, m_add);
}

void DecisionBar::addEvidence(const QString &evidence)
{
    if (!m_draft.evidence.contains(evidence))
        m_draft.evidence += evidence;
    showEvidence();
    refresh();
}

void DecisionBar::openEvidence(const QString &document)
{
    auto *dialog = new EvidenceDialog(m_view, document, this);
    connect(dialog, &EvidenceDialog::evidenceChosen, this, &DecisionBar::addEvidence);
    dialog->open();
}

void DecisionBar::record()
{
    if (m_sending || m_view.decisionObstacle || !firstMissing(m_draft, m_view, me()).isEmpty())
        return;
    if (m_draft.verdict == Verdict::Reject && wouldSuspend(m_view) == Suspends::Yes)
        confirmSuspension();
    else
        send();
}

void DecisionBar::confirmSuspension()
{
    const QString name = m_view.facts.partner.name;
    const QString act = tr("Suspend %1").arg(name);
    auto *dialog = new ConfirmDialog(
        {act, tr("Suspend %1?").arg(words::isolate(name)), consequence(m_draft, m_view, me()), act, tr("Cancel")},
        this);
    connect(dialog, &QDialog::accepted, this, &DecisionBar::send);
    dialog->open();
}

void DecisionBar::send()
{
    const operations::Decide decide = decideFrom(m_draft, m_view, viewing());
    m_banner->clear();
    setRecording(true);
    base::whenDone(m_session.runner.run(decide, m_requests.idOf(decide)), this,
                   [this](const base::Result<domain::Receipt> &receipt) { finish(receipt); });
}

// Fields keep the keyboard and their looks: it takes an instant, and a refusal gives everything back as it was.
void DecisionBar::setRecording(bool recording)
{
    m_sending = recording;
    m_note->setReadOnly(recording);
    m_comment->setReadOnly(recording);
    m_policy->setReadOnly(recording);
    m_final->setEnabled(!recording);
    m_chipArea->setEnabled(!recording);
    refresh();
}

void DecisionBar::finish(const base::Result<domain::Receipt> &receipt)
{
    setRecording(false);
    if (!receipt) {
        const base::Error &error = receipt.error();
        m_banner->setMessage(error.code == base::ErrorCode::ReviewChanged
                                 ? errorMessage(error, {tr("Show the new state")})
                                 : errorMessage(error));
        return;
    }
    const QString line = recordedLine(*receipt);
    m_requests.forget();
    setDraft({});
    Q_EMIT recorded(line);
}

QString DecisionBar::recordedLine(const domain::Receipt &receipt) const
{
    const auto timeOf = [this](base::Instant at) {
        return locale().toString(at.toUtc().toLocalTime().time(), QLocale::ShortFormat);
    };
    const QString time = timeOf(receipt.at);
    if (receipt.result.contains(QStringLiteral("endorsement"))) {
        const QString until = receipt.result.value(QStringLiteral("expires_at")).toString();
        const QDateTime expires = QDateTime::fromString(until, Qt::ISODateWithMs);
        return tr("First approval recorded at %1. A second person approves until %2.")
            .arg(time, words::dateTimeWords(base::Instant::fromDateTime(expires), receipt.at));
    }
    if (m_draft.verdict == Verdict::Approve)
        return tr("Approved at %1.").arg(time);
    return receipt.result.value(QStringLiteral("suspended")).toBool() ? tr("Suspended at %1.").arg(time)
                                                                      : tr("Rejected at %1.").arg(time);
}

void DecisionBar::setDraft(const DecisionDraft &draft)
{
    const DecisionDraft wanted = draft; // the fields write into m_draft
    m_note->setPlainText(wanted.note);
    m_note->moveCursor(QTextCursor::End);
    m_comment->setText(wanted.partnerComment);
    m_policy->setText(wanted.policyDocument);
    m_final->setChecked(wanted.finality == domain::Finality::Final);
    for (QPushButton *button : {m_approve, m_reject}) {
        button->group()->setExclusive(false);
        button->setChecked(wanted.verdict == (button == m_approve ? Verdict::Approve : Verdict::Reject));
        button->group()->setExclusive(true);
    }
    m_draft = wanted;
    showEvidence();
    refresh();
}

void DecisionBar::setViewing(std::function<Viewing()> viewing)
{
    m_viewing = std::move(viewing);
    refresh();
}

void DecisionBar::viewingChanged()
{
    showRequirements();
}

void DecisionBar::keyPressEvent(QKeyEvent *event)
{
    // From wherever in the bar; fields that use Escape themselves keep it.
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QFrame::keyPressEvent(event);
}

bool DecisionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // A field of one line would take Ctrl+E for its end on some desktops.
        const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
        if (m_actions[Act::AddEvidence]->shortcuts().contains(pressed)) {
            event->ignore();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    for (KeyCap *cap : std::as_const(m_caps))
        cap->setVisible(width() >= capsFrom);
}

void DecisionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens()[Token::Raised]);
    painter.fillRect(QRect(0, 0, width(), 1), currentTokens()[Token::BorderStrong]);
}

} // namespace gatehouse::ui
