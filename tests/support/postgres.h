#pragma once

#include <QString>
#include <QStringList>
#include <QTest>

namespace gatehouse::support {

// The PostgreSQL cluster that installer/test.sh starts for the tests, named by GATEHOUSE_TEST_PG as a libpq URI of a
// superuser over a Unix socket: postgresql://gatehouse_owner@/postgres?host=/tmp/x&port=5999
bool hasPostgres();

// A fresh, empty database of its own name with its own login roles; all of it is dropped at the end, whoever is still
// connected. Blocks; any thread, one at a time.
class TestDatabase
{
public:
    TestDatabase();
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    bool isOpen() const { return m_error.isEmpty(); }
    QString errorText() const { return m_error; }

    QString name() const { return m_name; }
    QString host() const { return m_host; } // folder of the socket
    int port() const { return m_port; }
    QString owner() const { return m_owner; } // the superuser, who owns the database

    // libpq URI of this database for a role (the owner's without one); no password is needed.
    QString uri(const QString &role = {}) const;
    // Makes a login role that is in `groups` and nothing else. Roles belong to the whole cluster, so the name it
    // returns begins with the database's. Empty on failure.
    QString addLogin(const QString &suffix, const QStringList &groups = {});
    // Runs SQL (several statements are fine) as the owner, in this database. The database's complaint, or empty.
    QString exec(const QString &sql) const;
    // The first column of the first row, or a null string.
    QString value(const QString &sql) const;

private:
    QString m_name;
    QString m_owner;
    QString m_host;
    int m_port = 0;
    QString m_error;
    QStringList m_logins;
};

} // namespace gatehouse::support

// First line of a test (or of its initTestCase) that needs the cluster: skips aloud where there is none.
#define GATEHOUSE_NEEDS_POSTGRES()                                                                                     \
    do {                                                                                                               \
        if (!gatehouse::support::hasPostgres())                                                                        \
            QSKIP("not run: GATEHOUSE_TEST_PG names no PostgreSQL cluster (installer/test.sh starts one)");            \
    } while (false)
