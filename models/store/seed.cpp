#include "store/seed.h"

#include "store/sqleventrepository.h"
#include "store/sqloperatorrepository.h"
#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Event;
using domain::Operator;
using domain::Role;

namespace {

Result<void> grant(Connection &connection, const Seed &seed, const QString &subject)
{
    const Operator row{subject, Role::RootAdmin, {}, seed.creator, seed.now, {}, {}};
    if (auto inserted = SqlOperatorRepository(connection).insert(row); !inserted)
        return inserted;
    Event event;
    event.id = seed.ids.next();
    event.at = seed.now;
    event.type = u"operator.added"_s;
    event.actor = seed.creator;
    event.osUser = seed.osUser;
    event.subject = subject;
    event.after = {{u"subject"_s, subject}, {u"role"_s, QString(domain::roleName(row.role))}};
    return SqlEventRepository(connection).append(event);
}

} // namespace

Result<void> writeSeed(Connection &connection, const Seed &seed)
{
    Statement meta(connection,
                   u"INSERT INTO meta (singleton, workspace_id, created_at, object_folder) VALUES (1, ?, ?, ?)"_s);
    if (auto inserted = meta.bind(seed.ids.next()).bind(seed.now).bind(seed.objectFolder).run(); !inserted)
        return inserted;
    QStringList subjects = QStringList{seed.creator} + seed.rootAdmins;
    subjects.removeAll(QString());
    subjects.removeDuplicates();
    for (const QString &subject : std::as_const(subjects)) {
        if (auto granted = grant(connection, seed, subject); !granted)
            return granted;
    }
    return {};
}

} // namespace gatehouse::store
