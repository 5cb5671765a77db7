#include "store/reviewjson.h"

#include "store/rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Evidence;
using domain::SeenDocument;

namespace {

QString textOfArray(const QJsonArray &array)
{
    // QJsonObject keeps its keys sorted.
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

// Objects, each read by `read`, which gives nothing for what is none of ours.
template <class T, class Read>
Result<QList<T>> listOf(const Row &row, int column, QLatin1StringView table, const Read &read)
{
    const auto document = QJsonDocument::fromJson(row.text(column).toUtf8());
    if (!document.isArray())
        return corruptRow(table);
    QList<T> values;
    const QJsonArray array = document.array();
    for (const auto item : array) {
        std::optional<T> value = read(item.toObject());
        if (!value)
            return corruptRow(table);
        values.append(*std::move(value));
    }
    return values;
}

std::optional<Evidence> evidenceFrom(const QJsonObject &object)
{
    const QString name = object.value("kind"_L1).toString();
    const auto kind =
        std::find_if(std::cbegin(domain::allEvidenceKinds), std::cend(domain::allEvidenceKinds),
                     [&](domain::EvidenceKind candidate) { return name == domain::evidenceKindName(candidate); });
    if (kind == std::cend(domain::allEvidenceKinds))
        return std::nullopt;
    return Evidence{*kind, object.value("target"_L1).toString(), object.value("page"_L1).toInt(),
                    object.value("sha256"_L1).toString()};
}

std::optional<SeenDocument> seenFrom(const QJsonObject &object)
{
    const QString document = object.value("document"_L1).toString();
    if (document.isEmpty())
        return std::nullopt;
    return SeenDocument{document, object.value("sha256"_L1).toString(), object.value("page_count"_L1).toInt(),
                        object.value("pages"_L1).toString()};
}

} // namespace

QString evidenceText(const QList<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence) {
        array.append(QJsonObject{{u"kind"_s, QString(domain::evidenceKindName(one.kind))},
                                 {u"target"_s, one.target},
                                 {u"page"_s, one.page},
                                 {u"sha256"_s, one.sha256}});
    }
    return textOfArray(array);
}

Result<QList<Evidence>> evidenceOf(const Row &row, int column, QLatin1StringView table)
{
    return listOf<Evidence>(row, column, table, evidenceFrom);
}

QString seenText(const QList<SeenDocument> &seen)
{
    QJsonArray array;
    for (const SeenDocument &one : seen) {
        array.append(QJsonObject{{u"document"_s, one.documentId},
                                 {u"sha256"_s, one.sha256},
                                 {u"page_count"_s, one.pageCount},
                                 {u"pages"_s, one.pages}});
    }
    return textOfArray(array);
}

Result<QList<SeenDocument>> seenOf(const Row &row, int column, QLatin1StringView table)
{
    return listOf<SeenDocument>(row, column, table, seenFrom);
}

} // namespace gatehouse::store
