#pragma once

#include "support/postgres.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace gatehouse::clitests {

struct Answer
{
    int exit = -1; // -1: did not start, or crashed
    QByteArray out;
    QByteArray err;

    // The one JSON document on standard output; empty when it is none.
    QJsonObject json() const;
    // The object under "error" of the one line on standard error.
    QJsonObject error() const;
    // For messages of failed checks.
    QByteArray report() const;
};

enum class Database { Sqlite, Postgres };

// A fresh workspace and the real gatehouse-admin on it. People have short names: in a file they are subjects given to
// --as, on PostgreSQL they are logins. "owner" created it and is its root admin.
class Admin
{
public:
    explicit Admin(Database database);
    ~Admin();
    Q_DISABLE_COPY_MOVE(Admin)

    // Creates the workspace; what happened when that went wrong, else empty.
    QString create();
    // A person with a role, e.g. "rita", "root_admin"; without one, somebody who only exists.
    QString add(const QString &person, const QString &role = {});

    Answer run(const QString &person, const QStringList &words, const QByteArray &input = {}) const;
    // The same with --json in front.
    Answer json(const QString &person, const QStringList &words) const;
    // With nothing before the words: no workspace, nobody to act as.
    static Answer bare(const QStringList &words, const QByteArray &input = {}, const QString &standardOutput = {});

    // What the database calls the person.
    QString subject(const QString &person) const;
    QString workspaceOf(const QString &person) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;

    // Submits resources/sample/application.json, with the first contact's subject replaced when one is given.
    // The partner's short name, or empty.
    QString submit(const QString &firstContact = {});
    Answer file(const QString &partner, const QString &kind, const QString &document);
    // The digest of what is under review now.
    QString digest(const QString &partner);
    // approve or reject by rita with all it needs, plus `more`.
    Answer decide(const QString &verb, const QString &partner, const QString &digest, const QStringList &more = {});

private:
    QTemporaryDir m_folder;
    std::unique_ptr<support::TestDatabase> m_postgres;
    QHash<QString, QString> m_logins;
};

// PDF files that nobody of this project wrote: those that GATEHOUSE_TEST_PDFS names (files or folders, separated by
// colons), else what Debian packages have put below /usr/share. At most `most`, smallest name first.
QStringList foreignPdfs(int most);

// Adds rows "SQLite" and "PostgreSQL" of a column `database`.
void addDatabases();

} // namespace gatehouse::clitests

// First lines of a test that addDatabases() gave its rows to: makes `admin`, or skips aloud.
#define GATEHOUSE_ADMIN(admin)                                                                                         \
    QFETCH(const gatehouse::clitests::Database, database);                                                             \
    if (database == gatehouse::clitests::Database::Postgres)                                                           \
        GATEHOUSE_NEEDS_POSTGRES();                                                                                    \
    gatehouse::clitests::Admin admin(database);                                                                        \
    QCOMPARE(admin.create(), QString())

Q_DECLARE_METATYPE(gatehouse::clitests::Database)
