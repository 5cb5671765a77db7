#pragma once

#include "domain/reviewqueue.h"

#include <QString>
#include <QStringList>

namespace gatehouse::words {

using base::Instant;

QString queueGroupWords(domain::QueueGroup group); // "Due today"
// "First submission", "Revision 4 after a rejection", "Revision 3, changed since the approval".
QString queueReasonWords(domain::QueueReason reason, qint64 revision);
QString documentAnswerWords(domain::DocumentAnswer answer); // "Accepted"
// The title of a reason of this kind of document; the code if unknown.
QString reasonWords(const domain::Playbook &playbook, const QString &kind, const QString &code);
// "KYB package: 12 of 12 pages", "Licensing documents: pages 1-3 of 8".
QString seenWords(const domain::SeenDocument &seen, const QList<domain::DossierDocument> &documents,
                  const domain::Playbook &playbook);
// How a request to the partner ended, from its name: "Answered by the partner"; "Open" for an empty one.
QString requestEndWords(const QString &endName);

// What was asked of the partner, in one line; of a document by its name: "KYB package: Pages or annexes are missing".
QString requestWords(const domain::PartnerRequest &request, const domain::Playbook &playbook);

// In which hours a review clock in this state runs, whether it stands still at `now` because of them and when it goes
// on, and where they are set: a line each.
QStringList workingHoursWords(const domain::Playbook &playbook, domain::SlaState state, Instant now);

// A mail that asks the partner. Plain text, no secret in it, nothing of what reviewers say among themselves.
struct MailDraft
{
    QString to; // e-mail address; empty when the roster is empty
    QString subject;
    QString body;
};
// `kind`: a new document of this kind is asked for; empty: a question. `contact`: subject; empty: who submitted, else
// the first of the roster. `sender`: the operator's display name.
MailDraft askDraft(const domain::PartnerFacts &facts, const domain::Playbook &playbook, const QString &text,
                   const QString &kind, const QString &contact, const QString &sender);

} // namespace gatehouse::words
