#include "domain/dossier.h"

#include "domain/reviewdigest.h"
#include "domain/text.h"

#include <algorithm>
#include <limits>

namespace gatehouse::domain {

namespace {

const DossierDocument *latestOf(const QString &kind, const QList<DossierDocument> &documents)
{
    const DossierDocument *latest = nullptr;
    for (const DossierDocument &document : documents) {
        if (document.kind == kind && (!latest || document.revision > latest->revision))
            latest = &document;
    }
    return latest;
}

// The application names a key for this kind, so its bytes are on their way. Looked for in the text because the board
// asks for a hundred thousand: in canonical JSON "key":" is never anything but a key with a text behind it.
bool wasAnnounced(const QString &kind, const Playbook &playbook, const QString &application)
{
    const auto field = std::find_if(playbook.application.cbegin(), playbook.application.cend(), [&](const auto &each) {
        return each.type == FieldType::ObjectKey && each.meaning == kind;
    });
    if (field == playbook.application.cend())
        return false;
    const QString key = QStringLiteral("\"%1\":\"").arg(field->key);
    const qsizetype found = application.indexOf(key);
    return found >= 0 && application.mid(found + key.size(), 1) != QLatin1StringView("\"");
}

DocumentStanding standingOfDocument(const DocumentRule &rule, const Playbook &playbook, const PartnerFacts &facts,
                                    QDate today)
{
    DocumentStanding standing;
    standing.kind = rule.kind;
    const DossierDocument *document = latestOf(rule.kind, facts.documents);
    if (!document) {
        const bool announced = wasAnnounced(rule.kind, playbook, facts.partner.application);
        standing.state = announced ? DocumentState::AwaitingObject : DocumentState::NotFiled;
        return standing;
    }
    standing.documentId = document->id;
    standing.state = DocumentState::Current;
    const QDate lastDay = lastValidDay(playbook, *document);
    if (!lastDay.isValid())
        return standing;
    standing.validUntil = lastDay.toString(Qt::ISODate);
    standing.daysLeft = int(today.daysTo(lastDay));
    if (standing.daysLeft < 0)
        standing.state = DocumentState::Expired;
    else if (standing.daysLeft <= rule.warnDays)
        standing.state = DocumentState::Expiring;
    return standing;
}

DossierState stateOf(const QList<DocumentStanding> &documents)
{
    const auto count = [&](auto... states) {
        return std::count_if(documents.cbegin(), documents.cend(),
                             [&](const DocumentStanding &document) { return ((document.state == states) || ...); });
    };
    if (documents.isEmpty())
        return DossierState::NotUsed;
    const auto absent = count(DocumentState::NotFiled, DocumentState::AwaitingObject);
    if (absent == documents.size())
        return DossierState::Missing;
    if (absent > 0)
        return DossierState::Partial;
    if (count(DocumentState::Expired) > 0)
        return DossierState::Expired;
    return count(DocumentState::Expiring) > 0 ? DossierState::Expiring : DossierState::Current;
}

int daysOfTheFirstToEnd(const QList<DocumentStanding> &documents)
{
    auto least = std::numeric_limits<int>::max();
    for (const DocumentStanding &document : documents) {
        if (!document.validUntil.isEmpty())
            least = std::min(least, document.daysLeft);
    }
    return least == std::numeric_limits<int>::max() ? 0 : least;
}

} // namespace

QList<DossierDocument> dossierAt(const QList<DossierDocument> &documents, qint64 revision)
{
    QList<DossierDocument> counting;
    for (const DossierDocument &document : documents) {
        if (revision >= 0 && document.revision > revision)
            continue;
        const auto same = std::find_if(counting.begin(), counting.end(),
                                       [&](const DossierDocument &other) { return other.kind == document.kind; });
        if (same == counting.end())
            counting.append(document);
        else if (same->revision < document.revision)
            *same = document;
    }
    std::sort(counting.begin(), counting.end(),
              [](const DossierDocument &a, const DossierDocument &b) { return a.revision < b.revision; });
    return counting;
}

std::optional<DossierDocument> currentDocument(const QList<DossierDocument> &documents, const QString &idOrKind)
{
    const QString kind = idOrKind.toLower();
    for (const DossierDocument &document : dossierAt(documents)) {
        if (document.kind == kind || document.id == idOrKind)
            return document;
    }
    return {};
}

bool isCurrent(DocumentState state)
{
    return state == DocumentState::Current || state == DocumentState::Expiring;
}

QStringList openKinds(const DossierStanding &dossier)
{
    QStringList open;
    for (const DocumentStanding &document : dossier.documents) {
        if (!isCurrent(document.state))
            open.append(document.kind);
    }
    return open;
}

bool isReviewable(const DossierStanding &dossier)
{
    return std::all_of(dossier.documents.cbegin(), dossier.documents.cend(),
                       [](const DocumentStanding &document) { return isCurrent(document.state); });
}

QDate lastValidDay(const Playbook &playbook, const DossierDocument &document)
{
    if (!document.validUntil.isEmpty()) {
        const QDate day = dateFromIso(document.validUntil);
        // What names no day may not count for ever: it never did.
        return day.isValid() ? day : playbook.calendar.dateAt(document.filedAt).addDays(-1);
    }
    const DocumentRule *rule = playbook.document(document.kind);
    if (!rule || rule->validityDays <= 0)
        return {};
    return playbook.calendar.dateAt(document.filedAt).addDays(rule->validityDays);
}

DossierStanding dossierStanding(const Playbook &playbook, const PartnerFacts &facts, Instant now)
{
    DossierStanding standing;
    const QDate today = playbook.calendar.dateAt(now);
    standing.documents.reserve(playbook.documents.size());
    for (const DocumentRule &rule : playbook.documents)
        standing.documents.append(standingOfDocument(rule, playbook, facts, today));
    standing.state = stateOf(standing.documents);
    for (const DossierDocument &document : facts.documents)
        standing.revision = std::max(standing.revision, document.revision);
    if (standing.state != DossierState::Partial)
        standing.daysLeft = daysOfTheFirstToEnd(standing.documents);
    const Decision *last = lastDecision(facts.decisions);
    if (const DossierDocument *filed = last ? firstFiledAfter(*last, facts.documents) : nullptr)
        standing.changedSinceDecision = filed->filedAt;
    else if (last && partnerChangedSince(*last, facts.partner))
        standing.changedSinceDecision = facts.partner.updatedAt;
    else if (last)
        standing.changedSinceDecision = scopesChangedSince(*last, playbook, facts);
    return standing;
}

} // namespace gatehouse::domain
