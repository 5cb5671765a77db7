#include "store/sqlpartnerrepository.h"

#include "domain/text.h"
#include "store/partnerturn.h"
#include "store/rowreading.h"
#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Partner;

namespace {

constexpr auto partnersTable = "partners"_L1;

// A macro because literals are joined by the compiler: one statement, one text, one cache entry.
#define PARTNER_COLUMNS                                                                                                \
    u"SELECT id, slug, name, legal_name, playbook_id, playbook_version, approver_role, region, owner, submitted_by,"   \
    " entered_by, application, created_at, updated_at, approved_at, approved_by, deciders FROM partners "

Result<Partner> readPartner(const Row &row)
{
    Partner partner;
    partner.id = row.text(0);
    partner.slug = row.text(1);
    partner.name = row.text(2);
    partner.legalName = row.text(3);
    partner.playbookId = row.text(4);
    partner.playbookVersion = int(row.integer(5));
    if (!row.textOrNull(6).isNull()) {
        auto role = roleOf(row, 6, partnersTable);
        if (!role)
            return role.error();
        partner.approverRole = *role;
    }
    partner.region = row.text(7);
    partner.owner = row.text(8);
    partner.submittedBy = row.text(9);
    partner.enteredBy = row.text(10);
    partner.application = row.text(11);
    partner.createdAt = row.instant(12);
    partner.updatedAt = row.instant(13);
    partner.approvedAt = row.instantOrNone(14);
    partner.approvedBy = row.text(15);
    partner.deciders = int(row.integer(16));
    return partner;
}

Error notFound(const QString &asked)
{
    return {ErrorKind::NotFound, ErrorCode::PartnerNotFound, asked, {}};
}

QString nameKey(const QString &name)
{
    return name.trimmed().normalized(QString::NormalizationForm_C).toCaseFolded();
}

struct Named
{
    QString id;
    QString slug;
};

} // namespace

Result<void> SqlPartnerRepository::insert(const Partner &partner)
{
    Statement statement(m_connection,
                        u"INSERT INTO partners (id, slug, name, name_key, legal_name, playbook_id, playbook_version,"
                        " approver_role, deciders, region, owner, submitted_by, entered_by, application, created_at,"
                        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(partner.id)
        .bind(partner.slug)
        .bind(partner.name)
        .bind(nameKey(partner.name))
        .bind(partner.legalName);
    statement.bind(partner.playbookId).bind(partner.playbookVersion);
    statement.bindOrNull(partner.approverRole ? QString(domain::roleName(*partner.approverRole)) : QString());
    statement.bind(partner.deciders);
    statement.bind(partner.region).bind(partner.owner).bind(partner.submittedBy).bind(partner.enteredBy);
    statement.bind(partner.application).bind(partner.createdAt).bind(partner.updatedAt);
    auto inserted = statement.run();
    if (!inserted && inserted.error().code == ErrorCode::PartnerNameInUse)
        return Error{ErrorKind::Conflict, ErrorCode::PartnerNameInUse, partner.name, {}};
    return inserted;
}

Result<void> SqlPartnerRepository::update(const Partner &partner)
{
    Statement statement(m_connection,
                        u"UPDATE partners SET name = ?, name_key = ?, legal_name = ?, region = ?, owner = ?,"
                        " updated_at = ? WHERE id = ?"_s);
    return statement.bind(partner.name)
        .bind(nameKey(partner.name))
        .bind(partner.legalName)
        .bind(partner.region)
        .bind(partner.owner)
        .bind(partner.updatedAt)
        .bind(partner.id)
        .expectOne(notFound(partner.id));
}

Result<void> SqlPartnerRepository::move(const Partner &partner)
{
    Statement statement(m_connection,
                        u"UPDATE partners SET playbook_version = ?, approver_role = ?, deciders = ?, updated_at = ?"
                        " WHERE id = ?"_s);
    statement.bind(partner.playbookVersion);
    statement.bindOrNull(partner.approverRole ? QString(domain::roleName(*partner.approverRole)) : QString());
    return statement.bind(partner.deciders).bind(partner.updatedAt).bind(partner.id).expectOne(notFound(partner.id));
}

Result<void> SqlPartnerRepository::touch(const QString &id)
{
    Statement statement(m_connection, u"UPDATE partners SET updated_at = ? WHERE id = ?"_s);
    return statement.bind(m_now).bind(id).expectOne(notFound(id));
}

Result<Partner> SqlPartnerRepository::one(const QString &sql, const QString &id)
{
    auto partner = Statement(m_connection, sql).bind(id).first<Partner>(readPartner);
    if (!partner)
        return partner.error();
    return *partner ? Result<Partner>(**std::move(partner)) : Result<Partner>(notFound(id));
}

Result<Partner> SqlPartnerRepository::find(const QString &id)
{
    return one(PARTNER_COLUMNS "WHERE id = ?"_s, id);
}

Result<Partner> SqlPartnerRepository::lock(const QString &id)
{
    if (auto turn = queueForPartner(m_connection, id); !turn)
        return turn.error();
    return one(m_connection.dialect() == Dialect::Postgres ? PARTNER_COLUMNS "WHERE id = ? FOR UPDATE"_s
                                                           : PARTNER_COLUMNS "WHERE id = ?"_s,
               id);
}

Result<QString> SqlPartnerRepository::resolve(const QString &reference)
{
    const auto readNamed = [](const Row &row) { return Result<Named>(Named{row.text(0), row.text(1)}); };
    // Nobody can type an id by chance.
    auto byId = Statement(m_connection, u"SELECT id, slug FROM partners WHERE id = ?"_s)
                    .bind(reference)
                    .first<Named>(readNamed);
    if (!byId)
        return byId.error();
    if (*byId)
        return (*byId)->id;
    // A partner that was renamed keeps its slug, which may be another's name by now.
    const QString slug = reference.toLower();
    Statement bySlugOrName(m_connection, u"SELECT id, slug FROM partners WHERE slug = ? OR name_key = ? ORDER BY id"_s);
    auto named = bySlugOrName.bind(slug).bind(nameKey(reference)).list<Named>(readNamed);
    // No index has legal names, and every submission looks for a slug that is free: what has a slug's shape is none.
    if (named && named->isEmpty() && domain::slugOf(reference) != reference)
        named = Statement(m_connection, u"SELECT id, slug FROM partners WHERE legal_name = ? ORDER BY id"_s)
                    .bind(reference.trimmed())
                    .list<Named>(readNamed);
    if (!named)
        return named.error();
    if (named->isEmpty())
        return notFound(reference);
    if (named->size() == 1)
        return named->constFirst().id;
    QStringList slugs;
    for (const Named &one : std::as_const(*named))
        slugs.append(one.slug == slug ? one.id : one.slug);
    return Error{ErrorKind::Invalid, ErrorCode::PartnerAmbiguous, reference, slugs};
}

Result<QList<Partner>> SqlPartnerRepository::page(const QString &afterId, int limit)
{
    return Statement(m_connection, PARTNER_COLUMNS "WHERE id > ? ORDER BY id LIMIT ?"_s)
        .bind(afterId)
        .bind(limit)
        .list<Partner>(readPartner);
}

Result<qint64> SqlPartnerRepository::count()
{
    return Statement(m_connection, u"SELECT count(*) FROM partners"_s).number();
}

} // namespace gatehouse::store
