#include "ui/shell/statusline.h"

#include "ui/components/statuslabel.h"
#include "ui/pages/elidedlabel.h"
#include "ui/shell/keyhints.h"
#include "words/datewords.h"
#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/textmarks.h"

#include <QAccessible>
#include <QHBoxLayout>

#include <chrono>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::seconds saidFor(8);

ElidedLabel *addPart(QStatusBar *bar, const QString &name, const QString &description)
{
    auto *label = new ElidedLabel(QString(), TextRole::Secondary, Token::Text2);
    label->setObjectName(name);
    label->setAccessibleDescription(description);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    label->setContentsMargins(8, 0, 8, 0);
    bar->addPermanentWidget(label);
    return label;
}

} // namespace

StatusLine::StatusLine(QWidget *parent) : QStatusBar(parent)
{
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    m_sync = new StatusLabel(this);
    m_sync->setObjectName(QStringLiteral("syncLabel"));
    auto *sync = new QWidget(this);
    auto *row = new QHBoxLayout(sync);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_sync);
    addWidget(sync);
    m_said = new ElidedLabel(QString(), TextRole::Secondary);
    m_said->setObjectName(QStringLiteral("saidLabel"));
    m_said->setAccessibleDescription(tr("Last result"));
    m_said->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_said->setContentsMargins(0, 0, 12, 0);
    addWidget(m_said);
    m_hints = new KeyHints(this);
    addWidget(m_hints, 1); // what is said comes first; as many as have room beside it
    m_workspace = addPart(this, QStringLiteral("workspaceLabel"), tr("Workspace"));
    m_operator = addPart(this, QStringLiteral("operatorLabel"), tr("Who works here"));
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(saidFor);
    connect(&m_quiet, &QTimer::timeout, this, &StatusLine::restore);
    showNoSession();
}

void StatusLine::showNoSession()
{
    restore(); // what was said was about the session that is gone
    m_sync->setStatus(Glyph::Dash, Tone::Neutral, tr("No workspace"));
    m_workspace->setText({});
    m_operator->setText({});
}

void StatusLine::showSession(const Session &session)
{
    m_store = session.store == SessionStore::Embedded ? tr("Embedded database") : tr("Team database");
    m_sync->setStatus(Glyph::DiscTick, Tone::Ok, m_store);
    m_workspace->setText(session.kind == SessionKind::Sample
                             ? tr("Sample data: %1").arg(words::isolate(session.workspace))
                             : words::isolate(session.workspace));
    m_workspace->setToolTip(session.workspace);
    showWho(session);
}

void StatusLine::showWho(const Session &session)
{
    const operations::WhoAmI::Me &me = session.me;
    if (me.name.isEmpty()) {
        m_operator->setText({});
        return;
    }
    QStringList roles;
    for (domain::Role role : me.actor.roles)
        roles += words::roleWords(role);
    const QString role = roles.isEmpty() ? tr("no role") : roles.join(QStringLiteral(", "));
    const QString who = tr("%1 · %2", "name, role").arg(words::isolate(me.name), role);
    const bool claimed = !me.actor.osUser.isEmpty() && me.actor.osUser != me.actor.subject;
    m_operator->setText(claimed ? tr("%1 · OS user %2", "name and role, user").arg(who, words::isolate(me.actor.osUser))
                                : who);
    m_operator->setToolTip(tr("Signed in as %1, on this machine %2").arg(me.actor.subject, me.actor.osUser));
}

void StatusLine::setHints(const QList<KeyHint> &hints)
{
    m_hints->setHints(hints);
}

void StatusLine::setUpToDate(base::Instant asOf)
{
    m_sync->setStatus(Glyph::DiscTick, Tone::Ok, m_store);
    m_sync->setToolTip(tr("Read %1").arg(words::exactMoment(asOf)));
}

void StatusLine::setFailed(const base::Error &error)
{
    m_sync->setStatus(Glyph::DiamondAlert, Tone::Danger, tr("Workspace doesn't answer"));
    m_sync->setToolTip(words::oneLine(error));
}

void StatusLine::say(const QString &line)
{
    m_said->setText(line);
    m_said->show();
    m_quiet.start();
    QAccessibleEvent event(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::restore()
{
    m_said->setText({});
    m_said->hide();
}

} // namespace gatehouse::ui
