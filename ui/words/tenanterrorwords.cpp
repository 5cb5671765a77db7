#include "words/errorwordgroups.h"
#include "words/textmarks.h"

namespace gatehouse::words {

using base::ErrorCode;

namespace {

ErrorWords keyErrorWords(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::AccessKeyMalformed:
        return {ErrorText::tr("This is no access key."),
                ErrorText::tr("A key is its prefix, “_” and 32 capital letters and digits, of which none is I, L, O or "
                              "U; a prefix ends in 8 of them. What was given isn't repeated here, since it may be most "
                              "of a key."),
                ErrorText::tr("Copy the whole key, or take the prefix from the list of tenants."),
                {}};
    case ErrorCode::AccessKeyRefused:
        return {ErrorText::tr("The access key is refused."),
                ErrorText::tr("There is no key with this prefix and this secret."),
                ErrorText::tr("Compare the prefix with the list of tenants. A key that was lost can't be shown again; "
                              "replace it."),
                {}};
    case ErrorCode::AccessKeyReplaced:
        return {ErrorText::tr("The access key is refused."),
                ErrorText::tr("%1 was replaced: %2 has a newer key.")
                    .arg(isolate(error.subject), isolate(error.arguments.value(0))),
                ErrorText::tr("Use the newer key, or replace it again when that is lost too."),
                {}};
    case ErrorCode::PartnerShut:
        return {ErrorText::tr("Access keys of this partner don't work."),
                ErrorText::tr("%1 was suspended or rejected for good.").arg(isolate(error.subject)),
                ErrorText::tr("Show the partner to see who decided that and why. An approval opens it again."),
                {}};
    default: return {};
    }
}

} // namespace

ErrorWords tenantErrorWords(const base::Error &error)
{
    const QString subject = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::TenantNotFound:
        return {ErrorText::tr("The tenant %1 can't be found.").arg(subject),
                ErrorText::tr("No access key has this prefix, or begins so."),
                ErrorText::tr("List the tenants, revoked ones too, and use a prefix from the list."),
                {}};
    case ErrorCode::TenantAmbiguous:
        return {ErrorText::tr("%1 could be several tenants.").arg(subject),
                ErrorText::tr("These keys begin so: %1.").arg(listOf(error.arguments)),
                ErrorText::tr("Name one of these instead."),
                {}};
    case ErrorCode::TenantRevoked:
        return {
            error.arguments.isEmpty()
                ? ErrorText::tr("The tenant is revoked.")
                : ErrorText::tr("The tenant %1 (%2) is revoked.").arg(subject, isolate(error.arguments.constFirst())),
            ErrorText::tr("Its keys are refused for good; its data is kept."),
            ErrorText::tr("Create another tenant where the partner shall have access again."),
            {}};
    default: return keyErrorWords(error);
    }
}

} // namespace gatehouse::words
