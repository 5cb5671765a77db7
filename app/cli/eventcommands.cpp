#include "cli/commands.h"

#include "cli/clitext.h"
#include "cli/eventexport.h"
#include "cli/jsonforms.h"
#include "cli/newfile.h"
#include "cli/session.h"
#include "cli/table.h"
#include "domain/text.h"
#include "operations/queries.h"
#include "words/datewords.h"
#include "words/eventwords.h"

namespace gatehouse::cli {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;
using domain::Event;
using operations::ListEvents;

constexpr int listed = 50;
constexpr int listedMost = 10'000;
constexpr int pageSize = 1000;

Error unknownValue(const QString &option, const QString &given, const QStringList &accepted)
{
    return {ErrorKind::Invalid, ErrorCode::ValueUnknown, option, QStringList{given} + accepted};
}

// Start of the day that the option names, plus `days`, in UTC.
Result<std::optional<base::Instant>> dayOption(const Arguments &arguments, const QString &name, int days)
{
    if (!arguments.isSet(name))
        return std::optional<base::Instant>();
    auto date = domain::checkedDate(arguments.value(name), name);
    if (!date)
        return date.error();
    const QDate day = QDate::fromString(*date, Qt::ISODate).addDays(days);
    return std::optional(base::Instant::fromDateTime(day.startOfDay(Qt::UTC)));
}

Result<ListEvents> eventQuery(const Arguments &arguments)
{
    ListEvents query;
    query.partner = arguments.value(QStringLiteral("partner"));
    query.filter.typePrefix = arguments.value(QStringLiteral("type"));
    auto from = dayOption(arguments, QStringLiteral("from"), 0);
    if (!from)
        return from.error();
    auto to = dayOption(arguments, QStringLiteral("to"), 1);
    if (!to)
        return to.error();
    query.filter.from = *from;
    query.filter.to = *to;
    return query;
}

// Nothing when it is no number from 1 to listedMost.
std::optional<int> limitOption(const Arguments &arguments)
{
    const QString name = QStringLiteral("limit");
    if (!arguments.isSet(name))
        return listed;
    bool isNumber = false;
    const int limit = arguments.value(name).toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > listedMost)
        return std::nullopt;
    return limit;
}

// --from and --to name days; a day is a span of its own.
Outcome reversedDates(const ListEvents &query, const Arguments &arguments)
{
    if (!query.filter.from || !query.filter.to || *query.filter.from < *query.filter.to)
        return {};
    return usageFailure(CliText::tr("No events were read."),
                        CliText::tr("--from %1 is after --to %2.", "two dates")
                            .arg(arguments.value(QStringLiteral("from")), arguments.value(QStringLiteral("to"))),
                        CliText::tr("Exchange the two dates."));
}

// Events say which partner by id; people want its name, and its playbook's titles. Asked once per partner shown.
class PartnerNames
{
public:
    explicit PartnerNames(Session &session) : m_session(session) { }

    struct Known
    {
        QString slug;
        std::optional<domain::Playbook> playbook;
    };
    const Known &of(const QString &partnerId)
    {
        auto found = m_known.find(partnerId);
        if (found == m_known.end()) {
            Known known{partnerId, std::nullopt};
            if (!partnerId.isEmpty()) {
                if (auto view = m_session.ask(operations::ShowPartner{partnerId}))
                    known = {view->facts.partner.slug, std::move(view->playbook)};
            }
            found = m_known.emplace(partnerId, std::move(known));
        }
        return *found;
    }

private:
    Session &m_session;
    QHash<QString, Known> m_known;
};

QString eventsText(Session &session, const QList<Event> &events)
{
    PartnerNames partners(session);
    Table table(
        {CliText::tr("WHEN"), CliText::tr("PARTNER"), CliText::tr("WHAT"), CliText::tr("WHO"), CliText::tr("TYPE")});
    for (const Event &event : events) {
        const auto &partner = partners.of(event.partnerId);
        const QString who =
            event.osUser.isEmpty() || event.osUser == event.actor
                ? event.actor
                : CliText::tr("%1 (OS user %2)", "a subject, then a user").arg(event.actor, event.osUser);
        table.addRow({words::exactMoment(event.at), partner.slug.isEmpty() ? QStringLiteral("-") : partner.slug,
                      words::eventWords(event, partner.playbook ? &*partner.playbook : nullptr), who, event.type});
    }
    return table.isEmpty() ? CliText::tr("No events.") : table.text();
}

Result<ExportFormat> exportFormat(const Session &session)
{
    const QString given = session.arguments().value(QStringLiteral("format")).toLower();
    if (given.isEmpty())
        return session.format() == Format::Json ? ExportFormat::JsonArray : ExportFormat::Csv;
    if (given == QLatin1StringView("csv"))
        return ExportFormat::Csv;
    if (given == QLatin1StringView("json"))
        return ExportFormat::JsonArray;
    if (given == QLatin1StringView("jsonl"))
        return ExportFormat::JsonLines;
    return unknownValue(QStringLiteral("format"), given,
                        {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("jsonl")});
}

// Page by page, since a trail may be larger than memory; nothing is skipped, events only ever get higher numbers.
// Answers how many there were.
template <class Sink>
Result<qint64> writeEvents(Session &session, ListEvents query, ExportFormat format, Sink &&sink)
{
    query.as = domain::OperationKind::ExportEvents;
    query.filter.limit = pageSize;
    EventWriter writer(format);
    // Asked before anything is written: a refusal leaves no half file.
    auto page = session.ask(query);
    if (page)
        sink(writer.begin());
    qint64 written = 0;
    while (page && !page->isEmpty()) {
        for (const Event &event : std::as_const(*page))
            sink(writer.next(event));
        written += page->size();
        if (page->size() < pageSize)
            break;
        query.filter.afterNumber = page->constLast().number;
        page = session.ask(query);
    }
    if (!page)
        return page.error();
    sink(writer.end());
    return written;
}

Outcome exportToFile(Session &session, const ListEvents &query, ExportFormat format, const QString &name)
{
    NewFile file(name);
    if (auto failure = file.open())
        return failure;
    auto written = writeEvents(session, query, format, [&file](const QByteArray &bytes) { file.write(bytes); });
    if (!written)
        return failureOf(written.error());
    if (auto failure = file.commit())
        return failure;
    if (session.format() == Format::Json)
        session.printJson({{QStringLiteral("output"), name}, {QStringLiteral("events"), *written}});
    else
        session.printText(
            *written == 1
                ? CliText::tr("Wrote 1 event to %1.", "a file").arg(name)
                : CliText::tr("Wrote %1 events to %2.", "a number, then a file").arg(QString::number(*written), name));
    return {};
}

} // namespace

Outcome listEvents(Session &session)
{
    auto query = eventQuery(session.arguments());
    if (!query)
        return failureOf(query.error());
    if (auto failure = reversedDates(*query, session.arguments()))
        return failure;
    auto limit = limitOption(session.arguments());
    if (!limit)
        return usageFailure(
            CliText::tr("“%1” is no limit.").arg(session.arguments().value(QStringLiteral("limit"))),
            CliText::tr("At least one event and at most %1 are listed.").arg(QString::number(listedMost)),
            CliText::tr("Give a number from 1 to %1, or export the events.").arg(QString::number(listedMost)));
    query->filter.limit = *limit + 1; // one more tells that there are more
    query->filter.order = session.arguments().isSet(QStringLiteral("oldest")) ? domain::EventFilter::Order::OldestFirst
                                                                              : domain::EventFilter::Order::NewestFirst;
    auto events = session.ask(*query);
    if (!events)
        return failureOf(events.error());
    const bool more = events->size() > *limit;
    if (more)
        events->removeLast();
    if (session.format() == Format::Human) {
        session.printText(eventsText(session, *events));
        if (more)
            session.printText(
                CliText::tr("There are more. --limit N lists up to %1, events export all.").arg(listedMost));
        return {};
    }
    QJsonArray array;
    for (const Event &event : std::as_const(*events))
        array.append(eventJson(event));
    session.printJson({{QStringLiteral("events"), array}, {QStringLiteral("more"), more}});
    return {};
}

Outcome exportEvents(Session &session)
{
    auto query = eventQuery(session.arguments());
    if (!query)
        return failureOf(query.error());
    if (auto failure = reversedDates(*query, session.arguments()))
        return failure;
    auto format = exportFormat(session);
    if (!format)
        return failureOf(format.error());
    const QString name = session.arguments().value(QStringLiteral("output"));
    if (!name.isEmpty() && name != QLatin1StringView("-"))
        return exportToFile(session, *query, *format, name);
    auto done =
        writeEvents(session, *query, *format, [&session](const QByteArray &bytes) { session.output().write(bytes); });
    return done ? Outcome() : failureOf(done.error());
}

} // namespace gatehouse::cli
