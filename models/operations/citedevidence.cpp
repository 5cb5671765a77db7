#include "operations/citedevidence.h"

#include "domain/text.h"

#include <QJsonArray>
#include <QUrl>

namespace gatehouse::operations {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Evidence;
using domain::EvidenceKind;

namespace {

bool isLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1StringView("https") && !url.host().isEmpty();
}

Result<Evidence> linkOrPolicy(const QString &given)
{
    static const QString policyPrefix = QStringLiteral("policy:");
    const bool policy = given.startsWith(policyPrefix);
    auto target = domain::checkedText(policy ? given.mid(policyPrefix.size()) : given, QStringLiteral("evidence"), 1,
                                      referenceMost);
    if (!target)
        return target.error();
    if (!policy && !isLink(given))
        return Error{ErrorKind::Invalid, ErrorCode::EvidenceUnknown, given, {}};
    return Evidence{policy ? EvidenceKind::Policy : EvidenceKind::Link, *target, 0, {}};
}

// DOC[:PAGE]: id or kind of a document of the dossier as it stands. What was replaced is no part of what was reviewed.
Result<Evidence> documentPage(const QString &given, const domain::PartnerFacts &facts)
{
    const Error unknown{ErrorKind::Invalid, ErrorCode::EvidenceUnknown, given, {}};
    QString wanted = given;
    int page = 0;
    if (const auto colon = given.lastIndexOf(QLatin1Char(':')); colon >= 0) {
        bool number = false;
        page = QStringView(given).sliced(colon + 1).toInt(&number);
        if (!number || page < 1)
            return unknown;
        wanted = given.left(colon);
    }
    const auto found = domain::currentDocument(facts.documents, wanted);
    if (!found)
        return unknown;
    return Evidence{EvidenceKind::Document, found->id, page, found->sha256};
}

} // namespace

Result<QList<Evidence>> citedEvidence(const QStringList &given, const domain::PartnerFacts &facts)
{
    QList<Evidence> evidence;
    for (const QString &raw : given) {
        const QString reference = raw.trimmed();
        const bool elsewhere =
            reference.startsWith(QLatin1StringView("policy:")) || reference.startsWith(QLatin1StringView("https://"));
        auto one = elsewhere ? linkOrPolicy(reference) : documentPage(reference, facts);
        if (!one)
            return one.error();
        if (!evidence.contains(*one))
            evidence.append(*one);
    }
    return evidence;
}

Result<QList<Evidence>> readEvidence(const QStringList &given, const QString &policyDocument,
                                     const domain::PartnerFacts &facts)
{
    auto read = citedEvidence(given, facts);
    if (!read)
        return read;
    QList<Evidence> evidence = *std::move(read);
    const Evidence policy{EvidenceKind::Policy, policyDocument, 0, {}};
    if (!policyDocument.isEmpty() && !evidence.contains(policy))
        evidence.append(policy);
    if (evidence.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::EvidenceMissing, {}, {}};
    return evidence;
}

QJsonArray evidenceJson(const QList<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence) {
        array.append(QJsonObject{{QStringLiteral("kind"), QString(domain::evidenceKindName(one.kind))},
                                 {QStringLiteral("target"), one.target},
                                 {QStringLiteral("page"), one.page}});
    }
    return array;
}

} // namespace gatehouse::operations
