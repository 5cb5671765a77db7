#pragma once

#include "domain/playbook.h"

#include <QJsonObject>

namespace gatehouse::domain {

// Most characters of what names a partner or a person; one limit for every way in.
inline constexpr int nameMost = 200;
inline constexpr int regionMost = 100;

// An application, read through its playbook's schema.
struct Application
{
    QString name;
    QString legalName;
    QString region;
    QHash<QString, QString> objectKeys; // document kind -> key the partner announced
    QList<Contact> roster;              // id and partnerId still empty
    QHash<QString, QString> items;      // item -> value as storedValue() writes it
    QJsonObject payload;                // as it was given
};

// Checks the payload against the playbook's schema. Errors (Invalid): KeyMissing, KeyUnknown, KeyWrongType with the
// path inside the payload; text errors of checkedText; SubjectDuplicate (Conflict) inside the roster.
base::Result<Application> readApplication(const QJsonObject &payload, const Playbook &playbook);

// An e-mail address that can be one; whether anybody reads it nobody checks. Errors (Invalid): EmailMalformed; those of
// checkedText.
base::Result<QString> checkedEmail(const QString &raw, const QString &field);

// A contact's five texts, checked; `path` stands before the field names in errors ("contacts[2]." or empty). Name,
// email, role and subject are required, phone may be empty.
base::Result<Contact> checkedContact(const QString &name, const QString &email, const QString &phone,
                                     const QString &role, const QString &subject, const QString &path);

// Strict reader of JSON from outside (duplicate keys, bad UTF-8, depth and size limits refused). Thread-safe.
class JsonReader
{
public:
    virtual ~JsonReader() = default;
    // `name` is the file's name for the error: JsonMalformed with line, column and reason.
    virtual base::Result<QJsonObject> readObject(const QByteArray &bytes, const QString &name) const = 0;
};

} // namespace gatehouse::domain
