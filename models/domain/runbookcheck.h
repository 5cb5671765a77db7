#pragma once

#include "domain/playbook.h"
#include "domain/runbook.h"

namespace gatehouse::domain {

// A place of the program from which a runbook is opened.
struct RunbookReference
{
    QString target;    // "approvals#notes"
    QString from;      // what names it, for messages: "error code note-too-short", "otc-partner invoice.create"
    QString code = {}; // what somebody would search for: the error code's name, the access gate; may be empty
};

// Sections that rules of this room lead to, besides those that playbooks name.
namespace runbooks {
inline constexpr QLatin1StringView questions("approvals#questions");
inline constexpr QLatin1StringView expiry("approvals#expiry");
inline constexpr QLatin1StringView playbooksFind("playbooks#find");
} // namespace runbooks
QList<RunbookReference> blockerReferences();
// Steps and access gates of a playbook.
QList<RunbookReference> referencesOf(const Playbook &playbook);

// What is wrong with runbooks that were read: links and references that lead nowhere, pages that nothing leads to
// (those of kind Reference; the others stand in lists), placeholders, doubled aliases, pages due for review before
// `today`. By file and line; what concerns the program first.
QList<RunbookFinding> checkedRunbooks(const QList<Runbook> &runbooks, const QList<RunbookReference> &references,
                                      QDate today);

// The runbook that a link in `from` leads to, as "id#section"; empty when it doesn't lead to a runbook.
QString linkedRunbook(const Runbook &from, const QString &target);
// A place in the program: "gatehouse://board", "gatehouse://partner/{{partner.slug}}/timeline".
bool isProgramPlace(const QString &target);

} // namespace gatehouse::domain
