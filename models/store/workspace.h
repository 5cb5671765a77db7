#pragma once

#include "base/ids.h"
#include "domain/authority.h"

#include <QStringList>

namespace gatehouse::store {

// Who holds root_admin from the first moment on. Subjects are taken as they are; empty and repeated ones are left out.
struct FirstOperators
{
    QString creator;        // the OS user; on PostgreSQL the login (session_user) is root admin instead
    QStringList rootAdmins; // further subjects, e.g. of OTC_ROOT_ADMIN_SUBJECTS
};

// Makes an embedded workspace at `path` (0600), all of it or nothing: it is built beside `path` and moved there without
// overwriting. `objectFolder`: absolute folder for dossier files; empty: objectFolderBeside(path). Each first operator
// gets an operator.added event. Blocks; any thread.
// Errors: Conflict/WorkspaceExists, NotFound/WorkspaceNotFound (the folder is missing), Denied/WorkspaceReadOnly,
// Denied/WorkspaceUnsafe (see sqliteinspection.h),
// Unreachable/WorkspaceFull or WorkspaceUnreachable.
base::Result<void> createSqliteWorkspace(const QString &path, const QString &objectFolder, const FirstOperators &first,
                                         const base::Clock &clock, base::IdSource &ids);
// Where an embedded workspace keeps its dossier files unless it was told another place: the file's name with
// ".objects". Whoever moves a workspace moves both.
QString objectFolderBeside(const QString &path);

// Makes the schema `gatehouse` and the group role gatehouse_operators in a database, in one transaction. The login
// needs CREATE on the database, and CREATEROLE unless the role is there. `objectFolder` must be absolute and is what
// every console uses. `address`: see PostgresAuthorityFactory. Errors: Conflict/WorkspaceExists, Invalid/TextMissing
// (objects), Denied/NotPermitted, Unreachable/WorkspaceUnreachable.
base::Result<void> initPostgres(const QString &address, const QString &objectFolder, const FirstOperators &first,
                                base::IdSource &ids);

// The address begins with postgresql: or postgres:, or a keyword of libpq and "=" stand in it. Such a text is never a
// file's name, even when it is no address either: it may hold a password.
bool isPostgresAddress(const QString &workspace);

// An embedded workspace file. open() brings an older schema up to date first (the file is backed up beside itself).
// Errors of open(): NotFound/WorkspaceNotFound (no file), NotFound/SchemaMissing (a file, but no workspace),
// Denied/WorkspaceUnsafe, Unreachable/SchemaIncompatible (made by a newer program that ours can't work with),
// Corrupt/SchemaAltered, Corrupt/WorkspaceCorrupt, Unreachable/WorkspaceBusy, Unreachable/WorkspaceUnreachable.
class SqliteAuthorityFactory final : public domain::AuthorityFactory
{
public:
    // `clock` outlives the factory and its authorities.
    SqliteAuthorityFactory(QString path, const base::Clock &clock);
    base::Result<std::unique_ptr<domain::Authority>> open() const override;
    QString displayName() const override;
    // Names this workspace for ever; what a BoardCache is bound to. Opens and closes a connection.
    base::Result<QString> workspaceId() const;

private:
    QString m_path;
    const base::Clock &m_clock;
};

// A PostgreSQL database with our schema. `address`: a libpq URI (postgresql://user@host1:5432,host2/db?sslmode=...) or
// keyword string (host=/run/postgresql dbname=x). What it leaves open: sslmode is verify-full unless every host (and
// hostaddr; also from PGHOST and PGHOSTADDR) is loopback or a Unix socket and no service is named; several hosts mean
// target_session_attrs=read-write; connect_timeout 10 s. Time and acting subject come from the server. Errors of
// open(): as above, and Denied/NotPermitted when the login may not use it.
class PostgresAuthorityFactory final : public domain::AuthorityFactory
{
public:
    explicit PostgresAuthorityFactory(QString address);
    base::Result<std::unique_ptr<domain::Authority>> open() const override;
    QString displayName() const override; // "database on host", never a password
    base::Result<QString> workspaceId() const;

private:
    QString m_address;
};

} // namespace gatehouse::store
