#include "words/statuswords.h"

#include "words/errorwords.h"
#include "words/namewords.h"
#include "words/statustext.h"
#include "words/textmarks.h"

#include <QLocale>

namespace gatehouse::words {

namespace {

using domain::DocumentState;
using domain::DossierState;

QString countedDays(int days)
{
    return isolate(durationWords(days * base::msPerDay));
}

QString currentWords(int daysLeft)
{
    // Unlimited documents have no days to count.
    return daysLeft > 0 ? StatusText::tr("Current %1", "dossier, then how long it stays so").arg(countedDays(daysLeft))
                        : StatusText::tr("Current", "dossier");
}

QString expiringWords(int daysLeft)
{
    return daysLeft > 0 ? StatusText::tr("Expires in %1", "dossier, then a duration").arg(countedDays(daysLeft))
                        : StatusText::tr("Expires today", "dossier");
}

QString expiredWords(int daysLeft)
{
    return StatusText::tr("Expired %1", "dossier, then since when").arg(countedDays(qAbs(daysLeft)));
}

QString words(DossierState state, int daysLeft, const QString &part, std::optional<Instant> changed, Instant now)
{
    if (changed && (state == DossierState::Current || state == DossierState::Expiring))
        return StatusText::tr("Changed %1", "dossier, since the last decision, then since when")
            .arg(isolate(roughDuration(now - *changed)));
    switch (state) {
    case DossierState::NotUsed: return StatusText::tr("Not used", "dossier");
    case DossierState::Missing: return StatusText::tr("Missing", "dossier");
    case DossierState::Partial:
        return part.isEmpty() ? StatusText::tr("Incomplete", "dossier")
                              : StatusText::tr("%1 only", "dossier, which part of it is there").arg(isolate(part));
    case DossierState::Current: return currentWords(daysLeft);
    case DossierState::Expiring: return expiringWords(daysLeft);
    case DossierState::Expired: return expiredWords(daysLeft);
    }
    Q_UNREACHABLE();
}

bool isThere(DocumentState state)
{
    return state != DocumentState::NotFiled && state != DocumentState::AwaitingObject;
}

// Short title of the part that is there; empty when there are several or none.
QString presentPart(const domain::DossierStanding &standing, const domain::Playbook &playbook)
{
    QString part;
    for (const domain::DocumentStanding &document : standing.documents) {
        if (!isThere(document.state))
            continue;
        if (!part.isEmpty())
            return {};
        const domain::DocumentRule *rule = playbook.document(document.kind);
        part = rule ? rule->shortTitle : document.kind;
    }
    return part;
}

} // namespace

QString dossierWords(const domain::DossierStanding &standing, const domain::Playbook &playbook, Instant now)
{
    return words(standing.state, standing.daysLeft, presentPart(standing, playbook), standing.changedSinceDecision,
                 now);
}

QString dossierWords(const domain::PartnerSummary &summary, Instant now)
{
    return words(summary.dossier, summary.dossierDays, summary.dossierPart, summary.changedSinceDecision, now);
}

QString documentStateWords(const domain::DocumentStanding &standing)
{
    switch (standing.state) {
    case DocumentState::NotFiled: return StatusText::tr("Missing", "document");
    case DocumentState::AwaitingObject: return StatusText::tr("Announced, file awaited", "document");
    case DocumentState::Current:
        return standing.validUntil.isEmpty() ? StatusText::tr("Current", "document, valid without limit")
                                             : currentWords(standing.daysLeft);
    case DocumentState::Expiring: return expiringWords(standing.daysLeft);
    case DocumentState::Expired: return expiredWords(standing.daysLeft);
    }
    Q_UNREACHABLE();
}

QString documentTitle(const domain::Playbook &playbook, const QString &kind)
{
    const domain::DocumentRule *rule = playbook.document(kind);
    return rule ? rule->title : kind;
}

QString fileFaultWords(const base::Error &fault)
{
    switch (fault.code) {
    case base::ErrorCode::ObjectAltered: return StatusText::tr("File altered");
    case base::ErrorCode::ObjectMissing: return StatusText::tr("File missing");
    default: return StatusText::tr("File unreadable");
    }
}

QString fileFaultWords(const base::Error &fault, const QString &title)
{
    return StatusText::tr("%1: %2", "what is wrong with its file, a document").arg(fileFaultWords(fault), title);
}

QStringList fileFaultHelp(const base::Error &fault)
{
    const ErrorWords words = errorWords(fault);
    const QString who = rolesList(domain::rolesThatMay(domain::OperationKind::FileDocument));
    return {words.what, words.why, words.todo, StatusText::tr("Who can file it: %1.", "roles").arg(who),
            StatusText::tr("Runbook: %1").arg(words.runbook)};
}

} // namespace gatehouse::words
