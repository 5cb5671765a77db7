#pragma once

#include "ui/components/keptrows.h"
#include "ui/pages/decisiondraft.h"
#include "ui/shell/actions.h"
#include "ui/shell/requestids.h"
#include "ui/shell/session.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui {

class ChipArea;
class ElidedLabel;
class EvidenceLink;
class KeyCap;
class MessageBanner;
class TextLabel;

// Where a decision is put together and recorded: choice, note, evidence, what is still missing, one button. It is bound
// to the state it was last given; when that has changed meanwhile nothing is recorded and everything written stays.
// Folded (Act::FoldDecision) it is one line that says what is missing; it unfolds when somebody chooses or writes.
class DecisionBar final : public QFrame
{
    Q_OBJECT

public:
    // Where it stands. In Approvals it leads on: to a question for the partner, to the next review.
    enum class Home { Dossier, Approvals };
    DecisionBar(Session &session, Actions &actions, Home home = Home::Dossier, QWidget *parent = nullptr);

    // What was looked at so far; asked for whenever it is shown or recorded. viewingChanged() when it would answer
    // otherwise.
    void setViewing(std::function<Viewing()> viewing);
    void viewingChanged();

    // What is on screen now and what a decision will be bound to. Keeps what was written.
    void setView(const operations::PartnerView &view);
    // Something newer than what the bar is bound to exists. `show`: what the button is called that shows it.
    void announceChange(const operations::PartnerView &news, const QString &show = {});
    // News were announced, or a decision was refused for them, and what they are isn't shown yet.
    bool announcesChange() const;
    // What is written and not recorded. While it is being recorded it can't be changed.
    bool hasDraft() const { return !m_draft.isEmpty(); }
    bool isRecording() const { return m_sending; }
    const DecisionDraft &draft() const { return m_draft; }
    void setDraft(const DecisionDraft &draft);

    void choose(domain::Verdict verdict);
    // `document`: the one to begin with, may be empty.
    void openEvidence(const QString &document);
    // Sends, after a question where it cuts a partner off.
    void record();
    // Says for each action of the Review menu why it can't be used now, if it can't. The window's actions are of the
    // page in front; only its page calls this.
    void updateActions();
    void addEvidence(const QString &evidence);
    void focusNote();

Q_SIGNALS:
    // What is written or shown; what can be done may have changed with it.
    void changed();
    void recorded(const QString &line);
    // The reviewer wants to see what is new.
    void newStateRequested();
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What choosing to reject is called for this partner.
    QString rejectWords(const QString &reject, const QString &suspend, const QString &keep) const;
    QWidget *makeFolded();
    QWidget *makeChoice();
    QWidget *makeNote();
    QLayout *makeEvidence();
    QLayout *makePolicy();
    QWidget *makeRequirements();
    QLayout *makeWaysOn();
    Viewing viewing() const { return m_viewing ? m_viewing() : Viewing(); }
    const QString &me() const { return m_session.me.actor.subject; }
    QString recordedLine(const domain::Receipt &receipt) const;
    // A piece of evidence of the draft as its chip shows it.
    struct Chip
    {
        QString evidence;
        QString text;
        EvidenceStanding standing = EvidenceStanding::Current;
        friend bool operator==(const Chip &, const Chip &) = default;
    };
    EvidenceLink *makeChip(const Chip &evidence);
    void refresh();
    void fold();
    void showForm();
    void showObstacle();
    void showEvidence();
    void showRequirements();
    void confirmSuspension();
    void send();
    void setRecording(bool recording);
    void finish(const base::Result<domain::Receipt> &receipt);
    QString obstacleText() const;

    Session &m_session;
    Actions &m_actions;
    Home m_home;
    std::function<Viewing()> m_viewing;
    RequestIds m_requests;
    operations::PartnerView m_view;
    DecisionDraft m_draft;
    bool m_sending = false;
    bool m_whoShown = false;
    MessageBanner *m_banner;
    MessageBanner *m_obstacle;
    QWidget *m_form;
    ElidedLabel *m_foldedLabel = nullptr;
    QWidget *m_folded; // in place of the form
    TextLabel *m_title = nullptr;
    QPushButton *m_approve = nullptr;
    QPushButton *m_reject = nullptr;
    TextLabel *m_consequence = nullptr;
    QCheckBox *m_final = nullptr;
    QPlainTextEdit *m_note = nullptr;
    TextLabel *m_counter = nullptr;
    QLineEdit *m_comment = nullptr;
    QLineEdit *m_policy = nullptr;
    TextLabel *m_policyLabel = nullptr;
    ChipArea *m_chipArea = nullptr;
    KeptRows<Chip, EvidenceLink> m_chips;
    QPushButton *m_add = nullptr;
    QWidget *m_requirements = nullptr;
    KeptRows<Requirement> m_requirementRows;
    QPushButton *m_record = nullptr;
    QList<KeyCap *> m_caps; // left out where it is narrow; the window's hints say the same
};

} // namespace gatehouse::ui
