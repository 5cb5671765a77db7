#include "store/sqldossierrepository.h"

#include "store/statement.h"

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::DossierDocument;

namespace {

#define DOCUMENT_COLUMNS                                                                                               \
    u"SELECT id, partner_id, revision, kind, object_key, sha256, size, file_name, media_type, valid_until, filed_by,"  \
    " filed_at FROM dossier_documents "

Result<DossierDocument> readDocument(const Row &row)
{
    return DossierDocument{row.text(0),    row.text(1), row.integer(2), row.text(3), row.text(4),  row.text(5),
                           row.integer(6), row.text(7), row.text(8),    row.text(9), row.text(10), row.instant(11)};
}

} // namespace

Result<qint64> SqlDossierRepository::insert(const DossierDocument &document)
{
    auto last =
        Statement(m_connection, u"SELECT coalesce(max(revision), 0) FROM dossier_documents WHERE partner_id = ?"_s)
            .bind(document.partnerId)
            .number();
    if (!last)
        return last;
    const qint64 revision = *last + 1;
    Statement statement(m_connection,
                        u"INSERT INTO dossier_documents (partner_id, revision, id, kind, object_key, sha256,"
                        " size, file_name, media_type, valid_until, filed_by, filed_at)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    statement.bind(document.partnerId).bind(revision).bind(document.id).bind(document.kind).bind(document.objectKey);
    statement.bind(document.sha256).bind(document.size).bind(document.fileName).bind(document.mediaType);
    statement.bindOrNull(document.validUntil).bind(document.filedBy).bind(document.filedAt);
    auto inserted = statement.run();
    return inserted ? Result<qint64>(revision) : Result<qint64>(inserted.error());
}

Result<QList<DossierDocument>> SqlDossierRepository::ofPartner(const QString &partnerId)
{
    return ofPartners(partnerId, partnerId);
}

Result<QList<DossierDocument>> SqlDossierRepository::ofPartners(const QString &firstId, const QString &lastId)
{
    return Statement(m_connection,
                     DOCUMENT_COLUMNS "WHERE partner_id >= ? AND partner_id <= ? ORDER BY partner_id, revision"_s)
        .bind(firstId)
        .bind(lastId)
        .list<DossierDocument>(readDocument);
}

} // namespace gatehouse::store
