#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "domain/calendar.h"
#include "domain/roles.h"
#include "wiring/samplepdf.h"

#include <QHash>

#include <optional>

namespace gatehouse::wiring {

// A moment before "now": so many working minutes ago, or a time of day some calendar days ago, moved back to a working
// day. The first keeps clocks where the script wants them, whatever day the sample is made on.
struct SampleTime
{
    std::optional<int> workingMinutesAgo;
    int daysAgo = 0;
    QTime at;

    // Not after `now`.
    base::Instant before(base::Instant now, const domain::BusinessCalendar &calendar) const;
};

struct SampleAct
{
    enum class Kind {
        Submit,
        File,
        Approve,
        Reject,
        RejectForGood,
        RemoveContact,
        ReleaseContact,
        Assign,
        Escalate,
        Snooze,
        Ask,
        Accept,
        AskAgain
    };

    Kind kind = Kind::Submit;
    SampleTime time;
    QString by;                  // subject; empty: the partner's first contact
    QString document;            // File, Accept, AskAgain: kind; Ask: kind that is wanted, or empty
    QString paper;               // File: whose pages; the kind's, unless another is named
    std::optional<int> daysLeft; // File: the last valid day is so many days after "now"; none: the playbook's validity
    int pages = 1;               // File
    QString contact;             // RemoveContact, ReleaseContact: subject
    QString to;                  // Assign, Escalate: subject; "me": who makes the sample
    QString reason;              // AskAgain: code
    int days = 0;                // Snooze: for so many days from "now"
    QString notes;               // decisions, ReleaseContact, Escalate, Snooze; Ask: the question
    QString comment;             // decisions, AskAgain: what the partner may read
};

struct SampleContact
{
    QString name;
    QString role;
    QString subject; // also the e-mail address
    QString phone;
};

struct SamplePartner
{
    QString name;
    QString legalName;
    QString region;
    QString owner;
    QList<SampleContact> contacts;
    QList<SampleAct> history; // in the order of time
};

struct SampleOperator
{
    QString subject;
    QString name;
    domain::Role role = domain::Role::Support;
};

// The invented history that a sample workspace is made of: resources/sample/sample.yaml.
struct SampleScript
{
    QString playbook;
    QList<SampleOperator> operators;
    QHash<QString, QList<PdfPage>> papers; // document kind -> pages with placeholders such as {name}
    QList<SamplePartner> partners;
};

// Error: Internal, subject: file name, line and what is expected; the file comes with the program.
base::Result<SampleScript> readSampleScript(const QByteArray &bytes, const QString &fileName);

} // namespace gatehouse::wiring
