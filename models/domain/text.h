#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>

namespace gatehouse::domain {

enum class TextShape { OneLine, Lines };

// Outside text made fit to store: trimmed, NFC. Refused (Invalid): lone surrogates, control characters, U+FFFD and
// piles of more than 8 marks (TextForbidden; Lines may hold tabs and line ends, OneLine no line separators and nothing
// that reorders its neighbours), nothing visible when `least` > 0 (TextMissing), fewer than `least` visible or more
// than `most` characters after trimming (TextTooShort, TextTooLong). Characters are Unicode code points.
base::Result<QString> checkedText(const QString &raw, const QString &field, int least, int most,
                                  TextShape shape = TextShape::OneLine);

// How many characters checkedText counts in it: what it stores, which may be shorter than what was typed.
int lengthOf(const QString &raw);

// Subjects (OIDC or WebAuthn `sub`, or an OS user name) are compared by bytes after trimming and NFC; 1 to 255
// characters: nothing invisible or for private use, no white space but single spaces.
// https://openid.net/specs/openid-connect-core-1_0.html#IDToken limits sub to 255 ASCII characters; we accept any text
// since OS user names and WebAuthn handles pass here too.
inline constexpr int subjectMost = 255;
base::Result<QString> checkedSubject(const QString &raw, const QString &field);

// YYYY-MM-DD of a date that exists. Error: DateMalformed.
base::Result<QString> checkedDate(const QString &raw, const QString &field);
// The date that a stored YYYY-MM-DD means; a null date for anything else.
QDate dateFromIso(QStringView text);

// What every reader of Latin text writes for a lower-case letter that Unicode doesn't decompose: "ss" for sharp s, "l"
// for l with stroke; empty for any other.
QLatin1StringView spelledOut(QChar letter);

// Lower-case ASCII letters, digits and hyphens made of a name: "Calder & Voss" -> "calder-voss"; "partner" when nothing
// remains.
QString slugOf(const QString &name);

// The one JSON form that is stored and digested: keys sorted, no spaces, UTF-8.
QByteArray canonicalJson(const QJsonObject &object);

// Lower-case hexadecimal SHA-256, 64 characters.
QString sha256Hex(const QByteArray &bytes);

} // namespace gatehouse::domain
