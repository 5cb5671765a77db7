#include "domain/application.h"

#include "domain/itemvalue.h"
#include "domain/text.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

namespace gatehouse::domain {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

constexpr int otherTextMost = 4000;
constexpr int objectKeyMost = 1024; // S3's limit for a key
constexpr int emailMost = 254;      // RFC 5321, section 4.5.3.1.3, without the angle brackets
constexpr int phoneMost = 64;
constexpr int roleMost = 100;

constexpr std::array contactKeys = {QLatin1StringView("name"), QLatin1StringView("email"), QLatin1StringView("phone"),
                                    QLatin1StringView("role"), QLatin1StringView("subject")};

Error wrongType(const QString &path, const char *expected)
{
    return {ErrorKind::Invalid, ErrorCode::KeyWrongType, path, {QLatin1StringView(expected)}};
}

// Unknown keys first: a misspelt key is both unknown and missing, and its name helps more.
Result<void> checkKeys(const QJsonObject &object, const QStringList &known, const QStringList &required,
                       const QString &path)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            return Error{ErrorKind::Invalid, ErrorCode::KeyUnknown, path + key, {}};
    }
    for (const QString &key : required) {
        if (!object.contains(key))
            return Error{ErrorKind::Invalid, ErrorCode::KeyMissing, path + key, {}};
    }
    return {};
}

// Not whether it can be delivered to, only whether it can be one: local part, one @, a domain, no spaces.
bool isPlausibleAddress(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    const auto breaks = [](QChar c) { return c.isSpace() || QStringLiteral(",;<>()[]\"").contains(c); };
    const QStringView domain = QStringView(text).mid(at + 1);
    return at > 0 && !domain.isEmpty() && !domain.contains(QLatin1Char('@')) && !domain.startsWith(QLatin1Char('.'))
           && !domain.endsWith(QLatin1Char('.')) && !domain.contains(QLatin1StringView(".."))
           && std::none_of(text.begin(), text.end(), breaks);
}

Result<Contact> contactFrom(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return wrongType(path, "object");
    const QJsonObject object = value.toObject();
    const QString inside = path + QLatin1Char('.');
    const QStringList all(contactKeys.begin(), contactKeys.end());
    const auto keys = checkKeys(object, all, all, inside);
    if (!keys)
        return keys.error();
    for (const QLatin1StringView key : contactKeys) {
        if (!object.value(key).isString())
            return wrongType(inside + key, "text");
    }
    const auto text = [&](size_t key) { return object.value(contactKeys[key]).toString(); };
    return checkedContact(text(0), text(1), text(2), text(3), text(4), inside);
}

Result<QList<Contact>> rosterFrom(const QJsonValue &value, const QString &path)
{
    if (!value.isArray())
        return wrongType(path, "list");
    const QJsonArray rows = value.toArray();
    if (rows.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::KeyMissing, path + QStringLiteral("[0]"), {}};
    QList<Contact> contacts;
    QSet<QString> subjects;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto contact = contactFrom(rows.at(i), QStringLiteral("%1[%2]").arg(path).arg(i));
        if (!contact)
            return contact.error();
        if (subjects.contains(contact->subject))
            return Error{ErrorKind::Conflict, ErrorCode::SubjectDuplicate, contact->subject, {}};
        subjects.insert(contact->subject);
        contacts.append(*std::move(contact));
    }
    return contacts;
}

Result<QString> textFrom(const QJsonValue &value, const ApplicationField &field)
{
    if (!value.isString())
        return wrongType(field.key, "text");
    const QString text = value.toString();
    if (field.type == FieldType::ObjectKey)
        return checkedText(text, field.key, 1, objectKeyMost);
    if (field.meaning == QLatin1StringView("name") || field.meaning == QLatin1StringView("legal_name"))
        return checkedText(text, field.key, 1, nameMost);
    if (field.meaning == QLatin1StringView("email"))
        return checkedEmail(text, field.key);
    if (field.meaning == QLatin1StringView("region"))
        return checkedText(text, field.key, 0, regionMost);
    return checkedText(text, field.key, 0, otherTextMost, TextShape::Lines);
}

void keep(const QString &text, const ApplicationField &field, Application &application)
{
    if (field.type == FieldType::ObjectKey)
        application.objectKeys.insert(field.meaning, text);
    else if (field.meaning == QLatin1StringView("name"))
        application.name = text;
    else if (field.meaning == QLatin1StringView("legal_name"))
        application.legalName = text;
    else if (field.meaning == QLatin1StringView("region"))
        application.region = text;
}

Result<void> readField(const QJsonObject &payload, const ApplicationField &field, Application &application)
{
    const QJsonValue value = payload.value(field.key);
    if (field.type == FieldType::Roster) {
        auto contacts = rosterFrom(value, field.key);
        if (!contacts)
            return contacts.error();
        application.roster = *std::move(contacts);
        return {};
    }
    const auto text = textFrom(value, field);
    if (!text)
        return text.error();
    keep(*text, field, application);
    return {};
}

// The key of the payload is named in errors, not the item.
Result<void> readItem(const QJsonObject &payload, const ApplicationField &field, const Playbook &playbook,
                      Application &application)
{
    const ItemRule *rule = playbook.item(field.meaning);
    if (!rule || !rule->value)
        return Error{ErrorKind::Internal, ErrorCode::Internal, field.meaning, {}};
    ItemRule named = *rule;
    named.id = field.key;
    auto value = checkedValue(payload.value(field.key), named);
    if (!value)
        return value.error();
    if (field.names) {
        const auto name = checkedText(value->toString(), field.key, 1, nameMost);
        if (!name)
            return name.error();
        application.name = *name;
    }
    application.items.insert(rule->id, storedValue(*value));
    return {};
}

} // namespace

Result<Application> readApplication(const QJsonObject &payload, const Playbook &playbook)
{
    QStringList known;
    QStringList required;
    for (const ApplicationField &field : playbook.application) {
        known.append(field.key);
        if (!field.optional)
            required.append(field.key);
    }
    const auto keys = checkKeys(payload, known, required, {});
    if (!keys)
        return keys.error();
    Application application;
    application.payload = payload;
    for (const ApplicationField &field : playbook.application) {
        if (field.optional && payload.value(field.key).isUndefined())
            continue;
        const auto read = field.type == FieldType::Item ? readItem(payload, field, playbook, application)
                                                        : readField(payload, field, application);
        if (!read)
            return read.error();
    }
    return application;
}

Result<QString> checkedEmail(const QString &raw, const QString &field)
{
    auto email = checkedText(raw, field, 1, emailMost);
    if (email && !isPlausibleAddress(*email))
        return Error{ErrorKind::Invalid, ErrorCode::EmailMalformed, field, {*email}};
    return email;
}

Result<Contact> checkedContact(const QString &name, const QString &email, const QString &phone, const QString &role,
                               const QString &subject, const QString &path)
{
    Contact contact;
    const auto take = [](QString &into, Result<QString> checked) -> Result<void> {
        if (!checked)
            return checked.error();
        into = *std::move(checked);
        return {};
    };
    const auto field = [&](size_t key) { return path + contactKeys[key]; };
    auto taken = take(contact.name, checkedText(name, field(0), 1, nameMost))
                     .andThen([&] { return take(contact.email, checkedEmail(email, field(1))); })
                     .andThen([&] { return take(contact.phone, checkedText(phone, field(2), 0, phoneMost)); })
                     .andThen([&] { return take(contact.role, checkedText(role, field(3), 1, roleMost)); })
                     .andThen([&] { return take(contact.subject, checkedSubject(subject, field(4))); });
    if (!taken)
        return taken.error();
    return contact;
}

} // namespace gatehouse::domain
