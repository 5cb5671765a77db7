#include "operations/approvability.h"

#include "domain/reviewstate.h"
#include "operations/independence.h"

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Endorsement;
using domain::PartnerFacts;
using domain::Playbook;

namespace {

// Those who could approve this partner now.
Result<int> decidersNow(Transaction &transaction, const Playbook &playbook, const PartnerFacts &facts)
{
    auto operators = transaction.unit().operators().all();
    if (!operators)
        return operators.error();
    QStringList able;
    for (const domain::Operator &row : std::as_const(*operators)) {
        const Actor candidate{row.subject, {}, {row.role}};
        if (!row.revokedAt && !independenceObstacle(candidate, playbook, facts) && !able.contains(row.subject))
            able.append(row.subject);
    }
    return int(able.size());
}

} // namespace

Result<void> checkApprovable(Transaction &transaction, const Playbook &playbook, const PartnerFacts &facts,
                             const QString &policyDocument)
{
    const QString &name = facts.partner.name;
    const QStringList open = domain::openKinds(domain::dossierStanding(playbook, facts, transaction.now()));
    if (!open.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::DossierIncomplete, name, open};
    if (const QStringList again = domain::askedAgainKinds(facts); !again.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::DocumentAskedAgain, name, again};
    if (playbook.policyDocumentRequired && policyDocument.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::PolicyDocumentMissing, name, {}};
    auto deciders = playbook.deciders > 1 ? decidersNow(transaction, playbook, facts) : Result<int>(1);
    if (!deciders)
        return deciders.error();
    if (*deciders < playbook.deciders)
        return Error{ErrorKind::Denied,
                     ErrorCode::DecidersMissing,
                     name,
                     {QString::number(playbook.deciders), QString::number(*deciders)}};
    for (const auto &document : domain::dossierAt(facts.documents)) {
        if (auto bytes = transaction.bytesOf(document); !bytes)
            return bytes.error();
    }
    return {};
}

Result<std::optional<Endorsement>> firstApproval(Transaction &transaction, const Playbook &playbook,
                                                 const PartnerFacts &facts)
{
    const auto given = domain::reviewState(playbook, facts, transaction.now()).endorsement;
    if (!given)
        return std::optional<Endorsement>();
    if (given->endorsedBy == transaction.actor().subject)
        return Error{
            ErrorKind::Denied, ErrorCode::SecondDeciderNeeded, facts.partner.name, {given->endorsedAt.toIso()}};
    auto roles = transaction.unit().operators().rolesOf(given->endorsedBy);
    if (!roles)
        return roles.error();
    const bool able = !independenceObstacle(Actor{given->endorsedBy, {}, *roles}, playbook, facts);
    return able ? given : std::optional<Endorsement>();
}

} // namespace gatehouse::operations
