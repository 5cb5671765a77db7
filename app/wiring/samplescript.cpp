#include "wiring/samplescript.h"

#include "domain/review.h"
#include "domain/roles.h"
#include "formats/yamlfields.h"

#include <QRegularExpression>

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;
using formats::Presence;
using formats::YamlFields;
using formats::YamlNode;
using formats::YamlProblems;

namespace {

constexpr int textMost = 1000;
constexpr int listMost = 200;

// "1180m": working minutes; "21d 10:30": a time of day 21 days ago.
SampleTime readTime(YamlFields &fields)
{
    static const QRegularExpression shape(u"(?:(\\d+)m|(\\d+)d (\\d\\d:\\d\\d))"_s);
    const QString text =
        fields.word(u"ago"_s, shape.pattern(), u"working minutes as 90m, or days and a time as 21d 10:30"_s);
    const auto match = shape.match(text);
    SampleTime time;
    if (!match.captured(1).isEmpty())
        time.workingMinutesAgo = match.captured(1).toInt();
    time.daysAgo = match.captured(2).toInt();
    time.at = QTime::fromString(match.captured(3), u"HH:mm"_s);
    return time;
}

void readReviewAct(SampleAct &act, YamlFields &fields)
{
    switch (act.kind) {
    case SampleAct::Kind::Assign:
    case SampleAct::Kind::Escalate: act.to = fields.text(u"to"_s, textMost); break;
    case SampleAct::Kind::Snooze: act.days = fields.number(u"days"_s, 1, domain::snoozeMostDays); break;
    case SampleAct::Kind::Ask: act.document = fields.text(u"kind"_s, textMost, Presence::Optional); break;
    case SampleAct::Kind::Accept:
    case SampleAct::Kind::AskAgain:
        act.document = fields.text(u"kind"_s, textMost);
        act.reason = fields.text(u"reason"_s, textMost, Presence::Optional);
        break;
    default: break;
    }
}

SampleAct readAct(YamlFields fields)
{
    SampleAct act;
    act.time = readTime(fields);
    act.kind = static_cast<SampleAct::Kind>(fields.oneOf(
        u"do"_s, {u"submit"_s, u"file"_s, u"approve"_s, u"reject"_s, u"reject_for_good"_s, u"remove"_s, u"release"_s,
                  u"assign"_s, u"escalate"_s, u"snooze"_s, u"ask"_s, u"accept"_s, u"ask_again"_s}));
    act.by = fields.text(u"by"_s, textMost, Presence::Optional);
    if (act.kind == SampleAct::Kind::File) {
        act.document = fields.text(u"kind"_s, textMost);
        if (fields.has(u"left"_s))
            act.daysLeft = fields.number(u"left"_s, 0, 10000);
        if (fields.has(u"expired"_s))
            act.daysLeft = -fields.number(u"expired"_s, 1, 10000);
        act.pages = fields.number(u"pages"_s, 1, 9, 1);
        act.paper = fields.text(u"paper"_s, textMost, Presence::Optional);
    } else if (act.kind == SampleAct::Kind::RemoveContact || act.kind == SampleAct::Kind::ReleaseContact) {
        act.contact = fields.text(u"contact"_s, textMost);
    } else {
        readReviewAct(act, fields);
    }
    act.notes = fields.text(u"notes"_s, textMost, Presence::Optional);
    act.comment = fields.text(u"comment"_s, textMost, Presence::Optional);
    fields.refuseUnknown();
    return act;
}

SampleContact readContact(YamlFields fields)
{
    SampleContact contact;
    contact.name = fields.text(u"name"_s, textMost);
    contact.role = fields.text(u"role"_s, textMost);
    contact.subject = fields.text(u"subject"_s, textMost);
    contact.phone = fields.text(u"phone"_s, textMost, Presence::Optional);
    fields.refuseUnknown();
    return contact;
}

// Reads every item of a list with `read`.
template <class T>
QList<T> readAll(YamlFields &fields, const QString &key, YamlProblems &problems, T (*read)(YamlFields))
{
    QList<T> values;
    const auto items = fields.list(key, listMost);
    for (qsizetype i = 0; i < items.size(); ++i)
        values.append(read(YamlFields(items[i], fields.itemPath(key, i), problems)));
    return values;
}

SamplePartner readPartner(YamlFields fields, YamlProblems &problems)
{
    SamplePartner partner;
    partner.name = fields.text(u"name"_s, textMost);
    partner.legalName = fields.text(u"legal_name"_s, textMost);
    partner.region = fields.text(u"region"_s, textMost);
    partner.owner = fields.text(u"owner"_s, textMost);
    partner.contacts = readAll<SampleContact>(fields, u"contacts"_s, problems, readContact);
    partner.history = readAll<SampleAct>(fields, u"history"_s, problems, readAct);
    fields.refuseUnknown();
    return partner;
}

SampleOperator readOperator(YamlFields fields)
{
    SampleOperator row;
    row.subject = fields.text(u"subject"_s, textMost);
    row.name = fields.text(u"name"_s, textMost);
    if (const auto role = domain::roleFromName(fields.text(u"role"_s, textMost)))
        row.role = *role;
    else
        fields.complain(u"role"_s, u"a role"_s);
    fields.refuseUnknown();
    return row;
}

PdfPage readPage(YamlFields fields)
{
    PdfPage page;
    page.heading = fields.text(u"heading"_s, textMost);
    for (const YamlNode &node : fields.list(u"text"_s, 20))
        page.paragraphs.append(node.text);
    fields.refuseUnknown();
    return page;
}

} // namespace

base::Instant SampleTime::before(base::Instant now, const domain::BusinessCalendar &calendar) const
{
    if (!workingMinutesAgo) {
        const QTimeZone zone(calendar.zone);
        QDate day = now.toUtc().toTimeZone(zone).date().addDays(-daysAgo);
        while (!calendar.isWorkingDay(day))
            day = day.addDays(-1);
        return std::min(now, base::Instant::fromDateTime(QDateTime(day, at, zone)));
    }
    const qint64 wanted = *workingMinutesAgo * base::msPerMinute;
    // Working time until now falls as the start moves on: the latest start with at least the wanted time is searched.
    base::Instant early = now + -base::msPerDay * (3 + *workingMinutesAgo / 100);
    base::Instant late = now;
    while (late - early > 1) {
        const base::Instant middle = early + (late - early) / 2;
        (calendar.workingMs(middle, now) >= wanted ? early : late) = middle;
    }
    return early;
}

base::Result<SampleScript> readSampleScript(const QByteArray &bytes, const QString &fileName)
{
    const formats::YamlDocument document = formats::readYaml(bytes);
    YamlProblems problems;
    SampleScript script;
    if (document.problem) {
        problems.add(*document.problem);
    } else {
        YamlFields fields(document.root, {}, problems);
        script.playbook = fields.text(u"playbook"_s, textMost);
        script.operators = readAll<SampleOperator>(fields, u"operators"_s, problems, readOperator);
        if (const YamlNode *papers = fields.value(u"papers"_s, Presence::Required)) {
            YamlFields kinds(*papers, u"papers"_s, problems);
            for (const formats::YamlEntry &entry : papers->entries)
                script.papers.insert(entry.key, readAll<PdfPage>(kinds, entry.key, problems, readPage));
        }
        const auto partners = fields.list(u"partners"_s, listMost);
        for (qsizetype i = 0; i < partners.size(); ++i)
            script.partners.append(
                readPartner(YamlFields(partners[i], fields.itemPath(u"partners"_s, i), problems), problems));
        fields.refuseUnknown();
    }
    if (problems.isEmpty())
        return script;
    const formats::YamlProblem first = problems.sorted().constFirst();
    return base::Error{base::ErrorKind::Internal,
                       base::ErrorCode::Internal,
                       u"%1:%2: %3"_s.arg(fileName).arg(first.line).arg(first.reason),
                       {}};
}

} // namespace gatehouse::wiring
