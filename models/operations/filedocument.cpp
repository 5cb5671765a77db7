#include "operations/filedocument.h"

#include "domain/documentpages.h"
#include "domain/text.h"
#include "operations/independence.h"
#include "operations/lockedground.h"
#include "operations/requests.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::DossierDocument;

namespace {

constexpr int fileNameMost = 255;

QString withoutFolders(const QString &fileName)
{
    return fileName.mid(std::max(fileName.lastIndexOf(QLatin1Char('/')), fileName.lastIndexOf(QLatin1Char('\\'))) + 1);
}

Result<QString> checkedValidity(const QString &given, const domain::BusinessCalendar &calendar, base::Instant now)
{
    if (given.isEmpty())
        return QString();
    auto date = domain::checkedDate(given, QStringLiteral("valid_until"));
    if (!date)
        return date.error();
    if (domain::dateFromIso(*date) < calendar.dateAt(now))
        return Error{ErrorKind::Invalid, ErrorCode::ValidityInPast, *date, {}};
    return *date;
}

QString announcedKey(const domain::PartnerFacts &facts, const domain::Playbook &playbook, const QString &kind)
{
    const auto payload = QJsonDocument::fromJson(facts.partner.application.toUtf8()).object();
    for (const domain::ApplicationField &field : playbook.application) {
        if (field.type == domain::FieldType::ObjectKey && field.meaning == kind)
            return payload.value(field.key).toString();
    }
    return {};
}

QJsonObject documentJson(const DossierDocument &document, const QString &announced)
{
    return {{QStringLiteral("document"), document.id},
            {QStringLiteral("kind"), document.kind},
            {QStringLiteral("revision"), document.revision},
            {QStringLiteral("file"), document.fileName},
            {QStringLiteral("sha256"), document.sha256},
            {QStringLiteral("size"), document.size},
            {QStringLiteral("valid_until"), document.validUntil},
            {QStringLiteral("key"), document.objectKey},
            {QStringLiteral("announced"), announced}};
}

} // namespace

QString sniffedMediaType(const QByteArray &bytes)
{
    // PDF readers accept the header anywhere in the first 1,024 bytes; so do the files people have.
    if (bytes.left(1024).contains("%PDF-"))
        return QStringLiteral("application/pdf");
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("image/png");
    if (bytes.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return QStringLiteral("image/tiff");
    const QByteArray head = bytes.left(4096);
    const auto binary = [](char c) { return uchar(c) < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; };
    if (std::none_of(head.cbegin(), head.cend(), binary))
        return QStringLiteral("text/plain");
    return QStringLiteral("application/octet-stream");
}

QJsonObject FileDocument::canonical() const
{
    return {{QStringLiteral("partner"), partner},
            {QStringLiteral("kind"), documentKind.toLower()},
            {QStringLiteral("sha256"), domain::sha256Hex(bytes)},
            {QStringLiteral("file"), withoutFolders(fileName)},
            {QStringLiteral("valid_until"), validUntil}};
}

Result<DossierDocument> FileDocument::checkedDocument(Transaction &transaction, const domain::Playbook &playbook) const
{
    const QString kindId = documentKind.trimmed().toLower();
    if (!playbook.document(kindId)) {
        QStringList known;
        for (const domain::DocumentRule &rule : playbook.documents)
            known.append(rule.kind);
        return Error{ErrorKind::Invalid, ErrorCode::DocumentKindUnknown, documentKind, known};
    }
    auto name = domain::checkedText(withoutFolders(fileName), QStringLiteral("file"), 1, fileNameMost);
    if (!name)
        return name.error();
    if (bytes.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::FileEmpty, *name, {}};
    if (bytes.size() > domain::documentMostBytes)
        return Error{
            ErrorKind::Invalid, ErrorCode::FileTooLarge, *name, {QString::number(domain::documentMostBytes >> 20)}};
    auto validity = checkedValidity(validUntil.trimmed(), playbook.calendar, transaction.now());
    if (!validity)
        return validity.error();

    DossierDocument document;
    document.id = transaction.newId();
    document.kind = kindId;
    document.sha256 = domain::sha256Hex(bytes);
    document.size = bytes.size();
    document.fileName = *name;
    document.mediaType = sniffedMediaType(bytes);
    document.validUntil = *validity;
    document.filedBy = transaction.actor().subject;
    document.filedAt = transaction.now();
    return document;
}

Result<QJsonObject> FileDocument::execute(Transaction &transaction) const
{
    auto ground = lockedGround(transaction, finalityObstacle);
    if (!ground)
        return ground.error();
    auto &[facts, playbook] = *ground;
    auto checked = checkedDocument(transaction, playbook);
    if (!checked)
        return checked.error();
    DossierDocument &document = *checked;
    document.partnerId = facts.partner.id;
    auto key = transaction.putObject(document.kind, bytes);
    if (!key)
        return key.error();
    document.objectKey = *key;
    auto revision = transaction.unit().dossiers().insert(document);
    if (!revision)
        return revision.error();
    document.revision = *revision;
    if (auto touched = transaction.unit().partners().touch(document.partnerId); !touched)
        return touched.error();
    QJsonObject json = documentJson(document, announcedKey(facts, playbook, document.kind));
    auto recorded =
        transaction.record(QStringLiteral("partner.dossier_filed"), document.partnerId, document.id, {}, json);
    if (!recorded)
        return recorded.error();
    // What was asked for is here; whether it is the right one is for the next reviewer.
    auto answered = closeRequests(transaction, facts, domain::RequestEnd::Filed,
                                  [&](const auto &request) { return request.documentKind == document.kind; });
    if (!answered)
        return answered.error();
    json.insert(QStringLiteral("partner"), document.partnerId);
    facts.documents.append(document);
    const auto status = domain::approvalStatus(playbook, facts.decisions, facts.documents);
    json.insert(QStringLiteral("status"), QString(domain::approvalStatusName(status)));
    return json;
}

} // namespace gatehouse::operations
