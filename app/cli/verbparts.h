#pragma once

#include "cli/verb.h"

#include <QCoreApplication>

namespace gatehouse::cli {

// What rows of the table of verbs are made of.

inline constexpr Argument partner{
    "PARTNER",
    QT_TRANSLATE_NOOP("Verbs", "Id of a partner, or a short name or name that only one has. In scripts: the id.")};

constexpr Option required(const char *name, const char *placeholder, const char *help, ValueKind kind = ValueKind::Text,
                          Choices choices = nullptr)
{
    return {name, placeholder, help, kind, Occurrence::Required, choices};
}

constexpr Option optional(const char *name, const char *placeholder, const char *help, ValueKind kind = ValueKind::Text,
                          Choices choices = nullptr)
{
    return {name, placeholder, help, kind, Occurrence::Optional, choices};
}

constexpr Option flag(const char *name, const char *help)
{
    return {name, nullptr, help, ValueKind::None, Occurrence::Optional};
}

// In files of their own: verbtable.cpp lists them with the others.
QList<Verb> reviewVerbs();
QList<Verb> runbookVerbs();
QList<Verb> tenantVerbs();
QList<Verb> itemVerbs();

} // namespace gatehouse::cli
