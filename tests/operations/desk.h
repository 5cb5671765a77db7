#pragma once

#include "formats/bundledplaybooks.h"
#include "operations/acts.h"
#include "operations/itemplaybooks.h"
#include "operations/queries.h"
#include "operations/runner.h"
#include "store/testworkspace.h"

#include <array>
#include <map>

namespace gatehouse::operationstest {

using storetest::On;

// Somebody at a door: a subject with a runner and a connection of his own, on PostgreSQL under his own login.
class Person
{
public:
    Person(QString subject, operations::Caller caller, std::unique_ptr<domain::Authority> authority,
           const domain::PlaybookSource &playbooks, base::IdSource &ids);

    const QString &subject() const { return m_subject; }
    const operations::Caller &caller() const { return m_caller; }
    domain::Authority &authority() { return *m_authority; }

    // Under a request id of its own when none is given.
    base::Result<domain::Receipt> run(const operations::Operation &operation, const QString &requestId = {});

    template <class Query>
    base::Result<typename Query::Answer> ask(const Query &query)
    {
        return m_runner.ask(query, m_caller);
    }

private:
    QString m_subject;
    operations::Caller m_caller;
    std::unique_ptr<domain::Authority> m_authority;
    base::IdSource &m_ids;
    operations::OperationRunner m_runner;
};

// A workspace with the playbooks of the program and people who act on it. What a test asks of it and can't be had is
// printed and comes back empty.
class Desk
{
public:
    explicit Desk(On on);

    On on() const { return m_files.on(); }
    storetest::TestWorkspace &files() { return m_files; }
    const std::shared_ptr<const domain::PlaybookSource> &playbooks() const { return m_playbooks; }

    // Who made the workspace: a root admin.
    Person &root();
    // Somebody without a role, until one is granted.
    Person &person(const QString &name);
    // Somebody who holds this role and no other, another than root(); for PartnerAdmin somebody without a role.
    Person &holder(domain::Role role);
    operations::Caller callerOf(const QString &subject) const;

    // Names that nobody used before.
    QString fresh(const char *what);
    // The payload of an application with these subjects in its roster.
    static QJsonObject application(const QString &name, const QStringList &roster);
    // Id of a new partner, entered by root; the roster's first applies. Without a roster a fresh subject.
    QString newPartner(QStringList roster = {});
    // The same with every required document filed.
    QString reviewable(const QStringList &roster = {});
    // The same, approved by root.
    QString approved(const QStringList &roster = {});

    // A whole access key of a new tenant of that partner, made by root; an empty partner: of a new one.
    QByteArray newKey(QString partner = {});

    // A decision of root's on what is there now, with note and evidence.
    operations::Decide decision(const QString &partner, domain::Verdict verdict);
    operations::PartnerView view(const QString &partner);

    // Every row of every table and every object's key and hash, as one text.
    QString contents();

    // The value; or, printed, a default one.
    template <class T>
    static T expected(base::Result<T> result)
    {
        if (result)
            return *std::move(result);
        qWarning("%s", qPrintable(storetest::textOf(result.error())));
        return {};
    }

private:
    // Temporary folders are made in memory while it exists, where the system has such a place: rules are tried here,
    // and waiting for a disk to keep a thousand commits says nothing about them.
    class InMemory
    {
    public:
        InMemory();
        ~InMemory();
        Q_DISABLE_COPY_MOVE(InMemory)

    private:
        QByteArray m_before;
    };

    std::optional<InMemory> m_inMemory; // while m_files is made
    storetest::TestWorkspace m_files;
    std::shared_ptr<const domain::PlaybookSource> m_playbooks;
    std::unique_ptr<storetest::RawClient> m_raw;
    std::map<QString, std::unique_ptr<Person>> m_people; // by subject
    std::map<domain::Role, Person *> m_holders;
    int m_last = 0;
};

// One desk for each dialect, made when a test first asks for it and shared by the tests of a class, which keep apart by
// fresh names.
class BothDesks
{
public:
    Desk &on(On dialect)
    {
        auto &desk = m_desks.at(size_t(dialect));
        if (!desk)
            desk = std::make_unique<Desk>(dialect);
        return *desk;
    }
    void close() { m_desks = {}; }

    // The rows of a test that has no others.
    static void addDialects()
    {
        QTest::addColumn<On>("on");
        for (const On dialect : storetest::dialects)
            QTest::newRow(storetest::nameOf(dialect)) << dialect;
    }

private:
    std::array<std::unique_ptr<Desk>, 2> m_desks;
};

inline base::ErrorCode codeOf(const auto &result)
{
    return result ? base::ErrorCode::Cancelled : result.error().code;
}

} // namespace gatehouse::operationstest

// First line of a test whose row names a dialect. Needs a member `BothDesks m_both`.
#define DESK_ON_BOTH()                                                                                                 \
    using namespace gatehouse;                                                                                         \
    using namespace gatehouse::domain;                                                                                 \
    using namespace gatehouse::operations;                                                                             \
    using namespace gatehouse::operationstest;                                                                         \
    using base::ErrorCode;                                                                                             \
    QFETCH(On, on);                                                                                                    \
    STORE_SKIPS_WITHOUT(on);                                                                                           \
    Desk &desk = m_both.on(on);                                                                                        \
    QVERIFY2(desk.files().isOpen(), qPrintable(desk.files().errorText()))

// The result is an error with this code; says which it is when it is another.
#define DESK_REFUSED(result, expectedCode)                                                                             \
    do {                                                                                                               \
        const auto &refusedHere = (result);                                                                            \
        QVERIFY2(!refusedHere, "was not refused");                                                                     \
        QVERIFY2(refusedHere.error().code == gatehouse::base::ErrorCode::expectedCode,                                 \
                 qPrintable(gatehouse::storetest::textOf(refusedHere.error())));                                       \
    } while (false)
