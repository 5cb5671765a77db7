#pragma once

#include "words/errorwords.h"

#include <QCoreApplication>

namespace gatehouse::words {

// One context for all errors, so that a translator has them together.
struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

// The words of one group of codes, without the runbook. For a code of another group: empty words.
ErrorWords workspaceErrorWords(const base::Error &error);
ErrorWords inputErrorWords(const base::Error &error);
ErrorWords partnerErrorWords(const base::Error &error);
ErrorWords tenantErrorWords(const base::Error &error);
ErrorWords itemErrorWords(const base::Error &error);
ErrorWords decisionErrorWords(const base::Error &error);
ErrorWords reviewErrorWords(const base::Error &error);
ErrorWords permissionErrorWords(const base::Error &error);
ErrorWords requestErrorWords(const base::Error &error);

} // namespace gatehouse::words
