#include "formats/janssonjsonreader.h"

#include <QJsonArray>

#include <memory>
#include <optional>

#include <jansson.h>

namespace gatehouse::formats {

using namespace Qt::StringLiterals;

namespace {

struct Release
{
    void operator()(json_t *value) const { json_decref(value); }
};
using Json = std::unique_ptr<json_t, Release>;

base::Error malformed(const QString &name, int line, int column, const QString &reason)
{
    return {base::ErrorKind::Invalid,
            base::ErrorCode::JsonMalformed,
            name,
            {QString::number(line), QString::number(column), reason}};
}

// What must not reach the parser: brackets so deep that it recurses too far, and NUL bytes, which jansson 2.14 passes
// over when they follow a number.
std::optional<base::Error> unfit(const QByteArray &bytes, const QString &name)
{
    enum class Place { Outside, InString, Escaped } place = Place::Outside;
    int depth = 0;
    int line = 1;
    int column = 0;
    for (const char byte : bytes) {
        ++column;
        if (byte == '\0')
            return malformed(name, line, column, u"a NUL byte"_s);
        if (byte == '\n') {
            ++line;
            column = 0;
        }
        if (place == Place::InString && byte == '\\')
            place = Place::Escaped;
        else if (place == Place::Escaped)
            place = Place::InString;
        else if (byte == '"')
            place = place == Place::InString ? Place::Outside : Place::InString;
        else if (place == Place::Outside && (byte == '[' || byte == '{'))
            ++depth;
        else if (place == Place::Outside && (byte == ']' || byte == '}'))
            --depth;
        if (depth > jsonMostDepth)
            return malformed(name, line, column, u"more than %1 levels"_s.arg(jsonMostDepth));
    }
    return std::nullopt;
}

// The parser's reason, with what it quotes from the file made safe for a terminal and its own advice to C programmers
// left out.
QString reasonOf(const json_error_t &error)
{
    if (json_error_code(&error) == json_error_null_character)
        return u"NUL in a string"_s;
    QString reason = QString::fromUtf8(error.text);
    for (QChar &character : reason) {
        if (!character.isPrint())
            character = u' ';
    }
    return reason.simplified();
}

QJsonValue valueOf(const json_t *value);

QJsonObject objectOf(const json_t *value)
{
    QJsonObject object;
    auto *source = const_cast<json_t *>(value); // jansson's iteration has no const form
    for (void *at = json_object_iter(source); at; at = json_object_iter_next(source, at))
        object.insert(QString::fromUtf8(json_object_iter_key(at)), valueOf(json_object_iter_value(at)));
    return object;
}

// Recursion ends: unfit() was asked first.
QJsonValue valueOf(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT: return objectOf(value);
    case JSON_ARRAY: {
        QJsonArray array;
        for (std::size_t i = 0; i < json_array_size(value); ++i)
            array.append(valueOf(json_array_get(value, i)));
        return array;
    }
    case JSON_STRING:
        return QString::fromUtf8(json_string_value(value), static_cast<qsizetype>(json_string_length(value)));
    case JSON_INTEGER: return QJsonValue(static_cast<qint64>(json_integer_value(value)));
    case JSON_REAL: return json_real_value(value);
    case JSON_TRUE: return true;
    case JSON_FALSE: return false;
    case JSON_NULL: break;
    }
    return QJsonValue::Null;
}

} // namespace

base::Result<QJsonObject> JanssonJsonReader::readObject(const QByteArray &bytes, const QString &name) const
{
    if (bytes.size() > jsonMostBytes)
        return base::Error{
            base::ErrorKind::Invalid, base::ErrorCode::FileTooLarge, name, {QString::number(jsonMostBytes >> 20)}};
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    if (auto error = unfit(text, name))
        return *error;
    json_error_t error;
    const Json root(
        json_loadb(text.constData(), static_cast<std::size_t>(text.size()), JSON_REJECT_DUPLICATES, &error));
    if (!root)
        return malformed(name, qMax(1, error.line), qMax(1, error.column), reasonOf(error));
    if (!json_is_object(root.get()))
        return malformed(name, 1, 1, u"an object is expected"_s);
    return objectOf(root.get());
}

} // namespace gatehouse::formats
