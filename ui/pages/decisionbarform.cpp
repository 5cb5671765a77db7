// The parts a DecisionBar is made of.

#include "ui/pages/decisionbar.h"

#include "ui/components/button.h"
#include "ui/components/keycap.h"
#include "ui/components/textlabel.h"
#include "ui/pages/chiparea.h"
#include "ui/pages/elidedlabel.h"
#include "ui/shell/keyhints.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace gatehouse::ui {

using domain::Verdict;

namespace {

// What each part has at least, whatever is written in it.
constexpr int sideLeast = 190;
constexpr int noteWidthLeast = 240;
constexpr int sideMost = 236;

// The key stands at the end of the button; a press on it is a press on the button.
KeyCap *addCap(QPushButton *button, const QKeySequence &keys)
{
    auto *cap = new KeyCap(keyWords(keys), button);
    cap->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(8, 0, 8, 0);
    row->addStretch();
    row->addWidget(cap);
    return cap;
}

} // namespace

// The line that stands in place of the form.
QWidget *DecisionBar::makeFolded()
{
    auto *line = new QWidget(this);
    line->setObjectName(QStringLiteral("foldedDecision"));
    m_foldedLabel = new ElidedLabel(QString());
    m_foldedLabel->setObjectName(QStringLiteral("foldedDecisionLabel"));
    QPushButton *unfold = makeButton(tr("Unfold"), ButtonKind::Link);
    unfold->setObjectName(QStringLiteral("unfoldDecisionButton"));
    unfold->setAccessibleName(tr("Unfold the decision bar"));
    m_actions.bind(unfold, Act::FoldDecision);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_foldedLabel, 1);
    row->addWidget(unfold);
    row->addWidget(new KeyCap(keyWords(m_actions[Act::FoldDecision]->shortcut())));
    line->hide();
    return line;
}

QWidget *DecisionBar::makeChoice()
{
    auto *side = new QWidget(m_form);
    side->setMinimumWidth(sideLeast);
    side->setMaximumWidth(sideMost);
    m_title = new TextLabel(QString(), TextRole::Strong);
    m_title->setObjectName(QStringLiteral("decisionTitleLabel"));
    auto *group = new QButtonGroup(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    const auto addChoice = [&](const QString &text, const QString &name, Verdict verdict, Act act) {
        QPushButton *button = makeButton(text, ButtonKind::Plain, side);
        button->setObjectName(name);
        button->setCheckable(true);
        group->addButton(button);
        m_actions.follow(button, act);
        m_caps += addCap(button, m_actions[act]->shortcut());
        connect(button, &QPushButton::clicked, this, [this, verdict] { choose(verdict); });
        row->addWidget(button, 1);
        return button;
    };
    m_approve = addChoice(tr("Approve"), QStringLiteral("approveButton"), Verdict::Approve, Act::ChooseApprove);
    m_reject = addChoice(tr("Reject"), QStringLiteral("rejectButton"), Verdict::Reject, Act::ChooseReject);
    m_final = new QCheckBox(tr("Final: may not file again"), side);
    m_final->setObjectName(QStringLiteral("finalCheckBox"));
    connect(m_final, &QCheckBox::toggled, this, [this](bool on) {
        m_draft.finality = on ? domain::Finality::Final : domain::Finality::Retry;
        refresh();
    });
    m_consequence = new TextLabel(QString(), TextRole::Secondary, Token::Text2);
    m_consequence->setObjectName(QStringLiteral("consequenceLabel"));
    m_consequence->setWordWrap(true);
    m_consequence->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    QPushButton *fold = makeButton(tr("Fold"), ButtonKind::Link, side);
    fold->setObjectName(QStringLiteral("foldDecisionButton"));
    fold->setAccessibleName(tr("Fold the decision bar"));
    m_actions.bind(fold, Act::FoldDecision);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(fold);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(row);
    column->addWidget(m_final);
    column->addWidget(m_consequence, 1);
    return side;
}

QWidget *DecisionBar::makeNote()
{
    auto *middle = new QWidget(m_form);
    middle->setMinimumWidth(noteWidthLeast);
    auto *hint = new ElidedLabel(tr("internal; say what the evidence shows"), TextRole::Secondary, Token::Text2);
    m_counter = new TextLabel(QString(), TextRole::Secondary, Token::Text2);
    m_counter->setObjectName(QStringLiteral("noteCounterLabel"));
    m_note = new QPlainTextEdit(middle);
    m_note->setObjectName(QStringLiteral("noteEdit"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setAccessibleDescription(hint->text());
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * 3 + 12);
    m_note->installEventFilter(this);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        m_draft.note = m_note->toPlainText();
        refresh();
    });
    m_comment = new QLineEdit(middle);
    m_comment->setObjectName(QStringLiteral("partnerCommentEdit"));
    m_comment->setAccessibleName(tr("Comment for the partner"));
    m_comment->setPlaceholderText(tr("Comment for the partner; optional, may be shown to them"));
    m_comment->installEventFilter(this);
    connect(m_comment, &QLineEdit::textChanged, this, [this](const QString &text) { m_draft.partnerComment = text; });

    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Note"), TextRole::Strong));
    head->addWidget(hint, 1);
    head->addWidget(m_counter);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_comment);
    column->addLayout(makeEvidence());
    column->addLayout(makePolicy());
    column->addStretch();
    return middle;
}

QLayout *DecisionBar::makeEvidence()
{
    m_add = makeButton(tr("Add…"));
    m_add->setAccessibleName(tr("Add evidence"));
    m_add->setObjectName(QStringLiteral("addEvidenceButton"));
    m_actions.bind(m_add, Act::AddEvidence);
    m_chipArea = new ChipArea;
    m_chipArea->setObjectName(QStringLiteral("evidenceArea"));
    m_chipArea->setAccessibleName(tr("Evidence"));
    m_chips.setPlace(m_chipArea->chips(), m_add);
    m_caps += new KeyCap(keyWords(m_actions[Act::AddEvidence]->shortcut()));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("Evidence"), TextRole::Strong));
    row->addWidget(m_chipArea, 0, Qt::AlignVCenter);
    row->addWidget(m_add);
    row->addWidget(m_caps.constLast());
    row->addStretch();
    return row;
}

QLayout *DecisionBar::makePolicy()
{
    m_policyLabel = new TextLabel(tr("Policy document"), TextRole::Strong);
    m_policy = new QLineEdit;
    m_policy->setObjectName(QStringLiteral("policyDocumentEdit"));
    m_policy->setAccessibleName(tr("Policy document id"));
    m_policy->setPlaceholderText(tr("LD-2189"));
    m_policy->setMaximumWidth(140);
    m_policy->installEventFilter(this);
    connect(m_policy, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.policyDocument = text;
        refresh();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_policyLabel);
    row->addWidget(m_policy);
    row->addStretch();
    return row;
}

QWidget *DecisionBar::makeRequirements()
{
    auto *side = new QWidget(m_form);
    side->setMinimumWidth(sideLeast);
    side->setMaximumWidth(sideMost);
    m_requirements = new QWidget(side);
    m_requirements->setObjectName(QStringLiteral("requirementList"));
    m_requirements->setAccessibleName(tr("What a decision needs"));
    auto *list = new QVBoxLayout(m_requirements);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(4);
    m_requirementRows.setPlace(list, this);
    m_record = makeButton(QString(), ButtonKind::Primary, side);
    m_record->setObjectName(QStringLiteral("recordButton"));
    m_actions.bind(m_record, Act::RecordDecision);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_requirements);
    column->addStretch();
    column->addWidget(m_record);
    if (m_home == Home::Approvals)
        column->addLayout(makeWaysOn());
    return side;
}

QLayout *DecisionBar::makeWaysOn()
{
    const auto way = [this](const QString &text, const char *name, Act act) {
        QPushButton *button = makeButton(text, ButtonKind::Link, this);
        button->setObjectName(QLatin1StringView(name));
        m_actions.bind(button, act);
        return button;
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(way(tr("Ask partner…"), "askPartnerButton", Act::AskPartner));
    row->addStretch();
    row->addWidget(way(tr("Next, decide later"), "decideLaterButton", Act::DecideLater));
    m_caps += new KeyCap(keyWords(m_actions[Act::DecideLater]->shortcut()));
    row->addWidget(m_caps.constLast());
    return row;
}

} // namespace gatehouse::ui
