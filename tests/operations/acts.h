#pragma once

#include "operations/decide.h"
#include "operations/filedocument.h"
#include "operations/itemoperations.h"
#include "operations/operatoroperations.h"
#include "operations/partneroperations.h"
#include "operations/reviewoperations.h"
#include "operations/tenantoperations.h"

namespace gatehouse::operationstest {

// Operations in one expression; they have no constructors of their own.

inline operations::SubmitPartner submission(const QJsonObject &payload, const QString &submitter)
{
    operations::SubmitPartner submit;
    submit.playbookId = QStringLiteral("otc-partner");
    submit.payload = payload;
    submit.submitter = submitter;
    return submit;
}

// Changes the region, which nothing else depends on.
inline operations::UpdatePartner newRegion(const QString &partner, const QString &region)
{
    operations::UpdatePartner update;
    update.partner = partner;
    update.region = region;
    return update;
}

inline operations::AddContact addition(const QString &partner, const QString &subject)
{
    operations::AddContact contact;
    contact.partner = partner;
    contact.name = QStringLiteral("Bo");
    contact.email = QStringLiteral("bo@example.org");
    contact.phone = QStringLiteral("+41 44 000 00 00");
    contact.role = QStringLiteral("Treasurer");
    contact.subject = subject;
    return contact;
}

inline operations::RemoveContact removal(const QString &partner, const QString &subject)
{
    operations::RemoveContact removal;
    removal.partner = partner;
    removal.subject = subject;
    return removal;
}

inline operations::ReleaseContact release(const QString &partner, const QString &subject,
                                          const QString &note = QStringLiteral("Deactivated, seen in the directory."))
{
    operations::ReleaseContact release;
    release.partner = partner;
    release.subject = subject;
    release.note = note;
    return release;
}

inline operations::FileDocument filing(const QString &partner, const QString &kind,
                                       const QByteArray &bytes = "%PDF-1.7 scan")
{
    operations::FileDocument filing;
    filing.partner = partner;
    filing.documentKind = kind;
    filing.bytes = bytes;
    filing.fileName = kind + QStringLiteral(".pdf");
    return filing;
}

inline operations::AddOperator grant(const QString &subject, domain::Role role, const QString &name = {})
{
    operations::AddOperator grant;
    grant.subject = subject;
    grant.role = role;
    grant.name = name;
    return grant;
}

inline operations::RevokeOperator revocation(const QString &subject, domain::Role role)
{
    operations::RevokeOperator revocation;
    revocation.subject = subject;
    revocation.role = role;
    return revocation;
}

inline operations::JudgeDocument acceptance(const QString &partner, const QString &document)
{
    operations::JudgeDocument judge;
    judge.partner = partner;
    judge.document = document;
    return judge;
}

inline operations::JudgeDocument askingAgain(const QString &partner, const QString &document,
                                             const QString &reason = QStringLiteral("illegible"))
{
    operations::JudgeDocument judge = acceptance(partner, document);
    judge.answer = domain::DocumentAnswer::AskedAgain;
    judge.reason = reason;
    judge.comment = QStringLiteral("Page 2 is too dark.");
    return judge;
}

inline operations::AssignReview assignment(const QString &partner, const QString &assignee)
{
    operations::AssignReview assign;
    assign.partner = partner;
    assign.assignee = assignee;
    return assign;
}

inline operations::SnoozeReview snooze(const QString &partner, std::optional<base::Instant> until)
{
    operations::SnoozeReview snooze;
    snooze.partner = partner;
    snooze.until = until;
    snooze.note = QStringLiteral("Waiting for the register.");
    return snooze;
}

inline operations::EscalateReview escalation(const QString &partner, const QString &to)
{
    operations::EscalateReview escalate;
    escalate.partner = partner;
    escalate.to = to;
    escalate.note = QStringLiteral("A question of principle.");
    return escalate;
}

inline operations::AskPartner question(const QString &partner, const QString &kind = {})
{
    operations::AskPartner ask;
    ask.partner = partner;
    ask.text = QStringLiteral("Who holds the other 27 percent?");
    ask.documentKind = kind;
    return ask;
}

inline operations::CloseRequest answer(const QString &partner)
{
    operations::CloseRequest close;
    close.partner = partner;
    close.answer = QStringLiteral("Lena Voss does.");
    return close;
}

inline operations::CreateTenant tenantOf(const QString &partner, const QString &name = QStringLiteral("Acme Corp"))
{
    operations::CreateTenant create;
    create.name = name;
    create.email = QStringLiteral("ops@acme.example");
    create.partner = partner;
    return create;
}

inline operations::RevokeTenant tenantRevocation(const QByteArray &key)
{
    operations::RevokeTenant revoke;
    revoke.key = key;
    revoke.reason = QStringLiteral("Partnership ended.");
    return revoke;
}

inline operations::ReplaceAccessKey replacement(const QByteArray &key)
{
    operations::ReplaceAccessKey replace;
    replace.key = key;
    return replace;
}

inline operations::SetItem setting(const QString &partner, const char *item,
                                   const QJsonValue &value = QJsonValue::Undefined)
{
    operations::SetItem setting;
    setting.partner = partner;
    setting.items = {QLatin1StringView(item)};
    setting.value = value;
    return setting;
}

inline operations::ExemptItem exemption(const QString &partner, const char *item, const QString &until)
{
    operations::ExemptItem exemption;
    exemption.partner = partner;
    exemption.item = QLatin1StringView(item);
    exemption.reason = QStringLiteral("The register answers next week.");
    exemption.until = until;
    return exemption;
}

inline operations::MovePlaybook moving(const QString &partner, int to)
{
    operations::MovePlaybook moving;
    moving.partner = partner;
    moving.to = to;
    return moving;
}

} // namespace gatehouse::operationstest
