#pragma once

#include "store/testworkspace.h"

#include <QMap>
#include <QStringList>

namespace gatehouse::storetest {

// SQL expressions by column, in a fixed order: text quoted, numbers as they are.
using RawRow = QMap<QString, QString>;

// A workspace that holds one of everything, for raw SQL to be tried on:
//   partners   p-new (no decision), p-open (approved), p-shut (approved, then rejected), p-mine (its roster holds the
//              creator), p-own (submitted by the creator), p-tenant (tenant admins decide), p-none (nobody decides),
//              p-two, p-self, p-late (two people decide)
//   contacts   c-new and c-gone (removed) of p-new, c-free (released), c-mine of p-mine
//   others     d-1 of p-open, decisions e-open, e-shut-1, e-shut-2, invoice i-open, receipt u-open, receipt r-1
//   review     of p-open verdict v-open, requests q-open and q-done (answered), act a-open and the creator's presence;
//              endorsements n-two of p-two, n-late (expired) of p-late, by secondDecider(), n-self by the creator
//   tenants    t-open (key k-open, open_00000001) of p-open
// What went wrong, or empty.
QString fillWithOneOfEverything(TestWorkspace &workspace);

// A root admin besides the creator.
QString secondDecider(TestWorkspace &workspace);
// A row that the table takes in that workspace.
RawRow acceptableRow(const QString &table, const TestWorkspace &workspace);
// What must stand in the same transaction before such a row: evidence before its decision.
QStringList statementsBefore(const QString &table);
QStringList allTables();
QString primaryKeyOf(const QString &table); // columns, comma-separated

QString insertStatement(const QString &verb, const QString &table, const RawRow &row);
// An INSERT of the acceptable row with "column=expression" on top; whoever wrote it is "$WHO".
QString insertOf(const char *table, const QStringList &changes = {});
// All rows of all tables as one text.
QString contents(RawClient &client, const TestWorkspace &workspace);

} // namespace gatehouse::storetest
