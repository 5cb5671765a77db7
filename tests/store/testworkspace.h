#pragma once

#include "domain/authority.h"
#include "store/rawclient.h"
#include "store/workspace.h"
#include "support/fakeclock.h"
#include "support/postgres.h"
#include "support/sequentialids.h"

#include <QTemporaryDir>

#include <memory>

namespace gatehouse::storetest {

// A new workspace on either database, gone with the object. On PostgreSQL its creator is the cluster's superuser.
class TestWorkspace
{
public:
    explicit TestWorkspace(On on, const QStringList &rootAdmins = {});
    Q_DISABLE_COPY_MOVE(TestWorkspace)

    bool isOpen() const { return m_error.isEmpty(); }
    QString errorText() const { return m_error; }

    On on() const { return m_on; }
    // The first root admin.
    QString creator() const { return m_creator; }
    // Who acts under a short name: the name itself, or on PostgreSQL a login made for it, in gatehouse_operators.
    QString subject(const QString &name);
    // File or URI, as a raw client takes it; for PostgreSQL as the login, empty: the creator.
    QString place(const QString &login = {}) const;
    QString objectFolder() const { return m_folder.filePath(QStringLiteral("objects")); }
    std::unique_ptr<domain::AuthorityFactory> factory(const QString &login = {}) const;
    // Null on failure, which is printed.
    std::unique_ptr<domain::Authority> authority(const QString &login = {}) const;
    std::unique_ptr<RawClient> rawClient(const QString &login = {}) const;

    support::FakeClock clock;
    support::SequentialIds ids;

private:
    On m_on;
    QTemporaryDir m_folder;
    std::unique_ptr<support::TestDatabase> m_database;
    QMap<QString, QString> m_logins;
    QString m_creator;
    QString m_error;
};

// Rows of the domain that are valid as they are; a test changes what it is about.
domain::Partner somePartner(const QString &id, const QString &enteredBy, base::Instant at);
domain::Contact someContact(const QString &id, const QString &partnerId, const QString &subject, base::Instant at);
domain::DossierDocument someDocument(const QString &id, const QString &partnerId, const QString &filedBy,
                                     base::Instant at);
domain::Decision someDecision(const QString &id, const QString &partnerId, const QString &decidedBy, base::Instant at);

// For QTest's rows: the dialects there are tests for.
inline constexpr On dialects[] = {On::Sqlite, On::Postgres};
inline const char *nameOf(On on)
{
    return on == On::Sqlite ? "SQLite" : "PostgreSQL";
}
QString textOf(const base::Error &error);

} // namespace gatehouse::storetest

// First line of a test whose row names a dialect.
#define STORE_SKIPS_WITHOUT(on)                                                                                        \
    do {                                                                                                               \
        if ((on) == gatehouse::storetest::On::Postgres)                                                                \
            GATEHOUSE_NEEDS_POSTGRES();                                                                                \
    } while (false)

// Ends the test when a Result holds an error, and says which.
#define STORE_VERIFY(result)                                                                                           \
    do {                                                                                                               \
        const auto &verified = (result);                                                                               \
        QVERIFY2(verified, verified ? "" : qPrintable(gatehouse::storetest::textOf(verified.error())));                \
    } while (false)
