#pragma once

#include "domain/runbooksearch.h"

#include <QJsonObject>

namespace gatehouse::cli {

// Runbooks as people and as programs read them.
QStringList runbookKindNames();
QString runbookTable(const QList<domain::Runbook> &runbooks, QDate today);
QJsonObject runbookJson(const domain::Runbook &runbook, QDate today); // without its text

// The page, or a section with those below it, as Markdown with its values.
QString runbookPageText(const domain::RunbookPlace &place, const domain::RunbookValues &values, QDate today);
QJsonObject runbookPageJson(const domain::RunbookPlace &place, const domain::RunbookValues &values, QDate today);

QString runbookHitsText(const domain::RunbookHits &hits);
QJsonObject runbookHitsJson(const domain::RunbookHits &hits);
QString runbookFindingsText(const QList<domain::RunbookFinding> &findings);
QJsonObject runbookFindingsJson(const QList<domain::RunbookFinding> &findings);

// Sections that only the command line leads to: mistakes of a call and of where an answer goes.
QList<domain::RunbookReference> commandLineReferences();

} // namespace gatehouse::cli
