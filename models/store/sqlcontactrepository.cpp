#include "store/sqlcontactrepository.h"

#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Instant;
using base::Result;
using domain::Contact;

namespace {

#define CONTACT_COLUMNS                                                                                                \
    u"SELECT id, partner_id, name, email, phone, role, subject, added_at, removed_at, removed_by, released_at"         \
    " FROM partner_contacts "

Result<Contact> readContact(const Row &row)
{
    return Contact{row.text(0), row.text(1),    row.text(2),          row.text(3), row.text(4),          row.text(5),
                   row.text(6), row.instant(7), row.instantOrNone(8), row.text(9), row.instantOrNone(10)};
}

Error notFound(const QString &asked)
{
    return {ErrorKind::NotFound, ErrorCode::ContactNotFound, asked, {}};
}

} // namespace

Result<void> SqlContactRepository::insert(const Contact &contact)
{
    Statement statement(m_connection,
                        u"INSERT INTO partner_contacts (id, partner_id, name, email, phone, role, subject,"
                        " added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(contact.id).bind(contact.partnerId).bind(contact.name).bind(contact.email).bind(contact.phone);
    auto inserted = statement.bind(contact.role).bind(contact.subject).bind(contact.addedAt).run();
    if (!inserted && inserted.error().code == ErrorCode::SubjectInUse)
        return Error{ErrorKind::Conflict, ErrorCode::SubjectInUse, contact.subject, {}};
    return inserted;
}

Result<void> SqlContactRepository::remove(const QString &id, Instant at, const QString &by)
{
    Statement statement(m_connection, u"UPDATE partner_contacts SET removed_at = ?, removed_by = ?"
                                      " WHERE id = ? AND removed_at IS NULL"_s);
    return statement.bind(at).bind(by).bind(id).expectOne(notFound(id));
}

Result<void> SqlContactRepository::release(const QString &id, Instant at)
{
    Statement statement(m_connection, u"UPDATE partner_contacts SET released_at = ?"
                                      " WHERE id = ? AND removed_at IS NOT NULL AND released_at IS NULL"_s);
    return statement.bind(at).bind(id).expectOne(notFound(id));
}

Result<QList<Contact>> SqlContactRepository::ofPartner(const QString &partnerId)
{
    return Statement(m_connection, CONTACT_COLUMNS "WHERE partner_id = ? ORDER BY added_at, id"_s)
        .bind(partnerId)
        .list<Contact>(readContact);
}

Result<QList<Contact>> SqlContactRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    return Statement(m_connection,
                     CONTACT_COLUMNS "WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, added_at, id"_s)
        .bind(firstId)
        .bind(lastId)
        .list<Contact>(readContact);
}

Result<QStringList> SqlContactRepository::partnersOfSubject(const QString &subject)
{
    // The last condition is what the unique index covers.
    return Statement(m_connection, u"SELECT partner_id FROM partner_contacts WHERE subject = ? AND removed_at IS NULL"
                                   " AND released_at IS NULL ORDER BY partner_id"_s)
        .bind(subject)
        .list<QString>([](const Row &row) { return Result<QString>(row.text(0)); });
}

} // namespace gatehouse::store
