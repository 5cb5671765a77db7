#pragma once

#include "cli/failure.h"

namespace gatehouse::cli {

class Session;

// One function per verb; the table in verbtable.cpp names them. Each asks or runs one operation and prints the answer.
Outcome initWorkspace(Session &session);

Outcome submitPartner(Session &session);
Outcome listPartners(Session &session);
Outcome showPartner(Session &session);
Outcome showReadiness(Session &session);
Outcome updatePartner(Session &session);

Outcome listContacts(Session &session);
Outcome addContact(Session &session);
Outcome removeContact(Session &session);
Outcome releaseContact(Session &session);

Outcome fileDocument(Session &session);
Outcome getDocument(Session &session);
Outcome verifyDossier(Session &session);
Outcome checkObjects(Session &session);
Outcome sweepObjects(Session &session);

Outcome listReviews(Session &session);
Outcome showReview(Session &session);
Outcome judgeDocument(Session &session);
Outcome assignReview(Session &session);
Outcome snoozeReview(Session &session);
Outcome escalateReview(Session &session);
Outcome askPartner(Session &session);
Outcome answerRequest(Session &session);

Outcome approvePartner(Session &session);
Outcome rejectPartner(Session &session);
Outcome checkGate(Session &session);

Outcome createTenant(Session &session);
Outcome listTenants(Session &session);
Outcome showTenant(Session &session);
Outcome revokeTenant(Session &session);
Outcome verifyAccessKey(Session &session);
Outcome replaceAccessKey(Session &session);

Outcome addOperator(Session &session);
Outcome listOperators(Session &session);
Outcome revokeOperator(Session &session);

Outcome listEvents(Session &session);
Outcome exportEvents(Session &session);

Outcome listItems(Session &session);
Outcome setItem(Session &session);
Outcome exemptItem(Session &session);
Outcome movePlaybook(Session &session);

Outcome listPlaybooks(Session &session);
Outcome showPlaybook(Session &session);
Outcome validatePlaybook(Session &session);

Outcome listRunbooks(Session &session);
Outcome showRunbook(Session &session);
Outcome searchRunbooks(Session &session);
Outcome checkRunbooks(Session &session);

} // namespace gatehouse::cli
