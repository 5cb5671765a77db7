#include "formats/yamlplaybookreader.h"

#include "formats/itemreader.h"
#include "formats/playbookcheck.h"
#include "formats/playbookpartsreader.h"

#include "domain/permissions.h"
#include "domain/text.h"

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int titleMost = playbookTitleMost;
constexpr int sentenceMost = playbookSentenceMost;
constexpr int listMost = playbookListMost;

template <class Range, class Name>
QStringList namesOf(const Range &values, Name name)
{
    QStringList names;
    for (const auto value : values)
        names.append(name(value));
    return names;
}

QStringList stageNames()
{
    QStringList names;
    for (int i = 0; i < stageCount; ++i)
        names.append(stageName(static_cast<Stage>(i)));
    return names;
}

// Reads one file, section by section, into m_playbook.
class Reading
{
public:
    Reading(const YamlNode &root, const YamlPlaybookReader::Bases &bases, YamlProblems &problems)
        : m_file(root, {}, problems), m_bases(bases), m_problems(problems)
    { }

    Playbook read();
    const PlaybookLines &lines() const { return m_lines; }
    YamlFields &file() { return m_file; }
    const Playbook *base() const { return m_base; }

private:
    void readHead();
    void readBase();
    void readCalendar();
    void readHolidays(YamlFields &fields);
    void readApproval();
    void readApplication();
    ApplicationField readField(YamlFields fields);
    void readDocuments();
    QList<ReasonRule> readReasons(YamlFields &fields);
    void readPhases();
    PhaseRule readPhase(YamlFields fields);
    void readAccess();
    AccessRule readAccessRule(YamlFields fields);
    void readSlas();

    YamlFields item(const YamlNode &node, const YamlFields &of, const QString &key, qsizetype index)
    {
        return YamlFields(node, of.itemPath(key, index), m_problems);
    }
    YamlFields m_file;
    const YamlPlaybookReader::Bases &m_bases;
    const Playbook *m_base = nullptr;
    YamlProblems &m_problems;
    Playbook m_playbook;
    PlaybookLines m_lines;
};

Playbook Reading::read()
{
    readHead();
    readBase();
    readPlaybookParts(m_file, m_base, m_playbook, m_problems);
    readCalendar();
    readApproval();
    readApplication();
    readDocuments();
    readPhases();
    readAccess();
    readSlas();
    m_file.refuseUnknown();
    m_playbook.placeItems();
    return m_playbook;
}

void Reading::readHead()
{
    m_playbook.id = idAt(m_file, u"id"_s);
    m_playbook.version = m_file.number(u"version"_s, 1, 1'000'000);
    m_playbook.title = m_file.text(u"title"_s, titleMost);
    m_playbook.label = m_file.text(u"label"_s, 16);
    m_playbook.sourceDocument = m_file.text(u"source_document"_s, titleMost);
}

void Reading::readBase()
{
    const QString key = u"extends"_s;
    const YamlNode *node = m_file.value(key, Presence::Optional);
    if (!node)
        return;
    YamlFields fields(*node, key, m_problems);
    m_playbook.extends = idAt(fields, u"playbook"_s);
    m_playbook.extendsVersion = fields.number(u"version"_s, 1, 1'000'000);
    fields.refuseUnknown();
    if (m_bases && !m_playbook.extends.isEmpty())
        m_base = m_bases(m_playbook.extends, m_playbook.extendsVersion);
    if (!m_base)
        m_file.complain(key, u"a playbook that is installed, in that version"_s);
}

void Reading::readCalendar()
{
    const YamlNode *node = m_file.value(u"calendar"_s, Presence::Required);
    if (!node)
        return;
    BusinessCalendar &calendar = m_playbook.calendar;
    YamlFields fields(*node, u"calendar"_s, m_problems);

    calendar.zone = fields.text(u"zone"_s, 64).toUtf8();
    if (!calendar.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(calendar.zone))
        fields.complain(u"zone"_s, u"a time zone that exists, e.g. UTC or Europe/Madrid"_s);

    const QString hour = u"([01][0-9]|2[0-3]):[0-5][0-9]"_s;
    const QString expected = u"a time of day, e.g. \"09:00\""_s;
    calendar.opens = QTime::fromString(fields.word(u"opens"_s, hour, expected), u"HH:mm"_s);
    calendar.closes = QTime::fromString(fields.word(u"closes"_s, hour, expected), u"HH:mm"_s);
    if (calendar.opens.isValid() && calendar.closes.isValid() && calendar.closes <= calendar.opens)
        fields.complain(u"closes"_s, u"later than opens, on the same day"_s);

    static const QStringList days{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    calendar.weekdays.clear();
    for (const YamlNode &item : fields.list(u"weekdays"_s, 7)) {
        const int day = static_cast<int>(item.kind == YamlNode::Kind::Scalar ? days.indexOf(item.text) : -1) + 1;
        if (day == 0 || calendar.weekdays.contains(day))
            m_problems.add(item.line, u"calendar.weekdays"_s, u"%1, each once"_s.arg(days.join(u", "_s)));
        else
            calendar.weekdays.append(day);
    }
    std::sort(calendar.weekdays.begin(), calendar.weekdays.end());
    readHolidays(fields);
    fields.refuseUnknown();
}

void Reading::readHolidays(YamlFields &fields)
{
    for (const YamlNode &item : fields.list(u"holidays"_s, 1000, Presence::Optional)) {
        const auto date = item.kind == YamlNode::Kind::Scalar ? checkedDate(item.text, QString())
                                                              : base::Result<QString>(base::Error{});
        const QDate day = date ? QDate::fromString(*date, Qt::ISODate) : QDate();
        if (!day.isValid() || m_playbook.calendar.holidays.contains(day))
            m_problems.add(item.line, u"calendar.holidays"_s, u"dates that exist, as YYYY-MM-DD, each once"_s);
        else
            m_playbook.calendar.holidays.insert(day);
    }
}

void Reading::readApproval()
{
    const YamlNode *node = m_file.value(u"approval"_s, Presence::Optional);
    if (!node)
        return;
    YamlFields fields(*node, u"approval"_s, m_problems);
    const QList<Role> roles = rolesThatMay(OperationKind::Approve);
    m_playbook.approver = roles.at(fields.oneOf(u"role"_s, namesOf(roles, roleName)));
    m_playbook.policyDocumentRequired = fields.oneOf(u"policy_document"_s, {u"not_required"_s, u"required"_s}) == 1;
    m_playbook.deciders = fields.number(u"deciders"_s, 1, 2, 1);
    m_playbook.secondWithinHours = fields.number(u"second_within_hours"_s, 1, 720, m_playbook.secondWithinHours);
    if (fields.has(u"second_within_hours"_s) && m_playbook.deciders < 2)
        fields.complain(u"second_within_hours"_s, u"only where deciders is 2"_s);
    m_playbook.approvalValidDays = fields.number(u"valid_days"_s, 0, 36500, 0);
    m_playbook.approvalWarnDays = fields.number(u"warn_days"_s, 0, 3650, m_playbook.approvalWarnDays);
    if (m_playbook.approvalValidDays > 0 && m_playbook.approvalWarnDays >= m_playbook.approvalValidDays)
        fields.complain(u"warn_days"_s, u"fewer than valid_days"_s);
    fields.refuseUnknown();
}

void Reading::readApplication()
{
    const YamlNode *node = m_file.value(u"application"_s, Presence::Required);
    if (!node)
        return;
    YamlFields fields(*node, u"application"_s, m_problems);
    m_playbook.submitterInRoster = fields.oneOf(u"submitter_in_roster"_s, {u"false"_s, u"true"_s}) == 1;
    m_lines.submitterInRoster = fields.line(u"submitter_in_roster"_s);
    const auto items = fields.list(u"fields"_s, listMost);
    m_lines.application = fields.line(u"fields"_s);
    for (qsizetype i = 0; i < items.size(); ++i) {
        m_playbook.application.append(readField(item(items[i], fields, u"fields"_s, i)));
        m_lines.fields.append(items[i].line);
    }
    fields.refuseUnknown();
}

ApplicationField Reading::readField(YamlFields fields)
{
    ApplicationField field;
    field.key = kindAt(fields, u"key"_s);
    field.type = static_cast<FieldType>(fields.oneOf(u"type"_s, {u"text"_s, u"object_key"_s, u"roster"_s, u"item"_s}));
    if (field.type == FieldType::Text && fields.has(u"meaning"_s)) {
        static const QStringList meanings{u"name"_s, u"legal_name"_s, u"region"_s, u"email"_s};
        field.meaning = meanings.at(fields.oneOf(u"meaning"_s, meanings));
    } else if (field.type == FieldType::ObjectKey) {
        field.meaning = kindAt(fields, u"document"_s);
    } else if (field.type == FieldType::Item) {
        field.meaning = idAt(fields, u"item"_s);
        field.names = fields.has(u"meaning"_s) && fields.oneOf(u"meaning"_s, {u"name"_s}) == 0;
    }
    field.optional = flagAt(fields, u"optional"_s);
    fields.refuseUnknown();
    return field;
}

void Reading::readDocuments()
{
    const auto items = m_file.list(u"documents"_s, listMost, Presence::Optional);
    for (qsizetype i = 0; i < items.size(); ++i) {
        YamlFields fields = item(items[i], m_file, u"documents"_s, i);
        DocumentRule rule;
        rule.kind = kindAt(fields, u"kind"_s);
        rule.title = fields.text(u"title"_s, titleMost);
        rule.shortTitle = fields.text(u"short_title"_s, 24);
        rule.validityDays = fields.number(u"validity_days"_s, 0, 36500);
        rule.warnDays = fields.number(u"warn_days"_s, 0, 3650, 30);
        if (rule.validityDays > 0 && rule.warnDays >= rule.validityDays)
            fields.complain(u"warn_days"_s, u"fewer than validity_days"_s);
        rule.reasons = readReasons(fields);
        rule.source = sourceAt(fields);
        fields.refuseUnknown();
        m_playbook.documents.append(rule);
        m_lines.documents.append(items[i].line);
    }
}

QList<ReasonRule> Reading::readReasons(YamlFields &fields)
{
    const QString key = u"reasons"_s;
    if (!fields.has(key))
        return defaultReasons();
    QList<ReasonRule> reasons;
    QSet<QString> codes;
    const auto items = fields.list(key, listMost);
    for (qsizetype i = 0; i < items.size(); ++i) {
        YamlFields reason = item(items[i], fields, key, i);
        reasons.append({kindAt(reason, u"code"_s), reason.text(u"title"_s, titleMost)});
        if (codes.contains(reasons.last().code))
            reason.complain(u"code"_s, u"each code of a document once"_s);
        codes.insert(reasons.last().code);
        reason.refuseUnknown();
    }
    return reasons;
}

void Reading::readPhases()
{
    const auto items = m_file.list(u"phases"_s, listMost);
    for (qsizetype i = 0; i < items.size(); ++i) {
        m_lines.phases.append(PlaybookLines::Phase{items[i].line, {}});
        m_playbook.phases.append(readPhase(item(items[i], m_file, u"phases"_s, i)));
    }
}

PhaseRule Reading::readPhase(YamlFields fields)
{
    PhaseRule phase;
    phase.id = idAt(fields, u"id"_s);
    phase.title = fields.text(u"title"_s, titleMost);
    phase.stage = static_cast<Stage>(fields.oneOf(u"stage"_s, stageNames()));
    phase.owner = ownerAt(fields, Owners::Roles);
    phase.team = fields.text(u"team"_s, titleMost, Presence::Optional);
    phase.plannedDays = fields.number(u"planned_days"_s, 0, 1000);
    phase.plannedFromDays = fields.number(u"planned_from_days"_s, 0, 1000, phase.plannedDays);
    if (phase.plannedFromDays > phase.plannedDays)
        fields.complain(u"planned_from_days"_s, u"no more than planned_days"_s);
    phase.source = sourceAt(fields);
    readItems(fields, m_playbook, m_base, phase, m_lines.phases.last(), m_problems);
    fields.refuseUnknown();
    return phase;
}

void Reading::readAccess()
{
    const auto items = m_file.list(u"access"_s, listMost, Presence::Optional);
    for (qsizetype i = 0; i < items.size(); ++i) {
        m_lines.access.append(items[i].line);
        m_playbook.access.append(readAccessRule(item(items[i], m_file, u"access"_s, i)));
    }
}

AccessRule Reading::readAccessRule(YamlFields fields)
{
    AccessRule rule;
    rule.gate = accessGateAt(fields, u"gate"_s);
    rule.title = fields.text(u"title"_s, titleMost);
    for (const YamlNode &node : fields.list(u"open_when"_s, 20)) {
        const auto requirement = requirementIn(node, fields, u"open_when"_s);
        if (requirement && rule.conditions.contains(*requirement))
            fields.complain(u"open_when"_s, u"each condition once"_s);
        else if (requirement)
            rule.conditions.append(*requirement);
    }
    rule.guidance = fields.text(u"guidance"_s, sentenceMost);
    rule.runbook = runbookAt(fields);
    rule.source = sourceAt(fields);
    fields.refuseUnknown();
    return rule;
}

void Reading::readSlas()
{
    const auto items = m_file.list(u"slas"_s, listMost, Presence::Optional);
    for (qsizetype i = 0; i < items.size(); ++i) {
        YamlFields fields = item(items[i], m_file, u"slas"_s, i);
        SlaRule rule;
        rule.id = idAt(fields, u"id"_s);
        rule.title = fields.text(u"title"_s, titleMost);
        rule.targetMinutes = fields.number(u"target_minutes"_s, 1, 1'000'000);
        rule.atRiskPercent = fields.number(u"at_risk_percent"_s, 0, 100, 10);
        rule.atRiskMinutes = fields.number(u"at_risk_minutes"_s, 0, 1'000'000, 120);
        rule.note = fields.text(u"note"_s, sentenceMost, Presence::Optional);
        rule.source = sourceAt(fields);
        fields.refuseUnknown();
        m_playbook.slas.append(rule);
        m_lines.slas.append(items[i].line);
    }
}

base::Error errorOf(const QList<YamlProblem> &problems, const QString &fileName)
{
    QStringList arguments;
    for (const YamlProblem &problem :
         problems.first(qMin(problems.size(), qsizetype(YamlPlaybookReader::problemsMost))))
        arguments << QString::number(problem.line) << problem.reason;
    return {base::ErrorKind::Invalid, base::ErrorCode::PlaybookInvalid, fileName, arguments};
}

} // namespace

base::Result<Playbook> YamlPlaybookReader::read(const QByteArray &bytes, const QString &fileName,
                                                const Bases &bases) const
{
    const YamlDocument document = readYaml(bytes);
    if (document.problem)
        return errorOf({*document.problem}, fileName);
    YamlProblems problems;
    Reading reading(document.root, bases, problems);
    Playbook playbook = reading.read();
    // References are judged once everything they may name was read without a problem: else they'd complain in its
    // place.
    if (problems.isEmpty()) {
        checkReferences(playbook, reading.lines(), problems);
        checkPlaybookParts(reading.file(), playbook);
    }
    if (!problems.isEmpty())
        return errorOf(problems.sorted(), fileName);
    // What it takes from its base is part of what it says.
    playbook.digest = sha256Hex(reading.base() ? bytes + reading.base()->digest.toLatin1() : bytes);
    return playbook;
}

} // namespace gatehouse::formats
