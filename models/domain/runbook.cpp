#include "domain/runbook.h"

#include "domain/text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace gatehouse::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, runbookKindCount> runbookKindNames{
    QLatin1StringView("troubleshooting"), QLatin1StringView("procedure"), QLatin1StringView("reference"),
    QLatin1StringView("dashboard"), QLatin1StringView("template")};

const QRegularExpression &placeholderPattern()
{
    static const QRegularExpression pattern(u"\\{\\{([^{}\\n]*)\\}\\}"_s);
    return pattern;
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar character) { return character.isLetterOrNumber(); });
}

// Every run of three letters of the words, with their edges, so that a misspelt word still shares most of its own.
QSet<QString> trigrams(const QString &text)
{
    QSet<QString> found;
    if (!hasLetter(text))
        return found;
    for (const QString &word : slugOf(text).split(u'-', Qt::SkipEmptyParts)) {
        const QString edged = u' ' + word + u' ';
        for (qsizetype at = 0; at + 3 <= edged.size(); ++at)
            found.insert(edged.mid(at, 3));
    }
    return found;
}

// 0 to 1: the share of what both have (Dice).
double likeness(const QSet<QString> &wanted, const QString &text)
{
    const QSet<QString> had = trigrams(text);
    if (wanted.isEmpty() || had.isEmpty())
        return 0;
    const auto both =
        std::count_if(wanted.cbegin(), wanted.cend(), [&had](const QString &part) { return had.contains(part); });
    return 2.0 * double(both) / double(wanted.size() + had.size());
}

const Runbook *runbookCalled(const QList<Runbook> &runbooks, const QString &name)
{
    const QString id = name.endsWith(u".md"_s) && !name.contains(u'/') ? name.chopped(3) : name;
    const auto byId =
        std::find_if(runbooks.cbegin(), runbooks.cend(), [&id](const Runbook &runbook) { return runbook.id == id; });
    if (byId != runbooks.cend())
        return &*byId;
    const auto byAlias = std::find_if(runbooks.cbegin(), runbooks.cend(),
                                      [&name](const Runbook &runbook) { return runbook.aliases.contains(name); });
    return byAlias != runbooks.cend() ? &*byAlias : nullptr;
}

QStringList sectionsLike(const Runbook &runbook, const QString &wanted)
{
    const QSet<QString> parts = trigrams(wanted);
    QList<std::pair<double, QString>> near;
    for (const RunbookSection &section : runbook.sections) {
        if (!section.id.isEmpty())
            near.append(
                {std::max(likeness(parts, section.id), likeness(parts, section.title)), runbook.reference(section.id)});
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList names;
    for (const auto &[much, name] : near.mid(0, 3))
        names.append(name);
    return names;
}

} // namespace

QLatin1StringView runbookKindName(RunbookKind kind)
{
    return runbookKindNames[std::size_t(kind)];
}

std::optional<RunbookKind> runbookKindOf(QStringView name)
{
    for (int kind = 0; kind < runbookKindCount; ++kind) {
        if (name == runbookKindNames[std::size_t(kind)])
            return RunbookKind(kind);
    }
    return std::nullopt;
}

const RunbookSection *Runbook::section(const QString &wanted) const
{
    const auto found = std::find_if(sections.cbegin(), sections.cend(),
                                    [&wanted](const RunbookSection &section) { return section.id == wanted; });
    return found == sections.cend() ? nullptr : &*found;
}

QString Runbook::reference(const QString &sectionId) const
{
    return sectionId.isEmpty() ? id : id + u'#' + sectionId;
}

base::Result<RunbookPlace> placeOf(const RunbookSource &source, const QString &reference)
{
    const qsizetype mark = reference.indexOf(u'#');
    const QString name = mark < 0 ? reference : reference.left(mark);
    const QString section = mark < 0 ? QString() : reference.mid(mark + 1);
    const base::Error missing{base::ErrorKind::NotFound, base::ErrorCode::RunbookNotFound, reference, {}};
    if (const Runbook *runbook = runbookCalled(source.all(), name)) {
        if (section.isEmpty() || runbook->section(section))
            return RunbookPlace{runbook, section};
        base::Error error = missing;
        error.arguments = sectionsLike(*runbook, section);
        return error;
    }
    base::Error error = missing;
    error.arguments = runbooksLike(source.all(), name, 3);
    return error;
}

QStringList runbooksLike(const QList<Runbook> &runbooks, const QString &text, int most)
{
    constexpr double least = 0.2; // below it two texts share letters by chance
    const QSet<QString> wanted = trigrams(text);
    QList<std::pair<double, QString>> near;
    for (const Runbook &runbook : runbooks) {
        double much = 0;
        for (const QString &called : QStringList{runbook.id, runbook.title, runbook.symptom} + runbook.aliases)
            much = std::max(much, likeness(wanted, called));
        if (much >= least)
            near.append({much, runbook.id});
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList ids;
    for (const auto &[much, id] : near.mid(0, most))
        ids.append(id);
    return ids;
}

QDate reviewDue(const Runbook &runbook)
{
    return runbook.reviewed.addDays(runbook.reviewEveryDays);
}

bool isStale(const Runbook &runbook, QDate today)
{
    return reviewDue(runbook) < today;
}

QString headingSlug(const QString &title)
{
    return hasLetter(title) ? slugOf(title) : u"section"_s;
}

const QStringList &runbookPlaceholders()
{
    static const QStringList names{u"partner.name"_s,     u"partner.slug"_s,  u"partner.legal_name"_s,
                                   u"partner.playbook"_s, u"partner.stage"_s, u"partner.approval"_s,
                                   u"partner.dossier"_s,  u"partner.owner"_s, u"partner.contact"_s,
                                   u"partner.blockers"_s, u"review.clock"_s,  u"review.assignee"_s,
                                   u"tenant.prefix"_s,    u"tenant.status"_s, u"tenant.last_active"_s,
                                   u"workspace.name"_s,   u"operator.name"_s, u"now"_s};
    return names;
}

QList<PlaceholderUse> placeholdersIn(const QString &text)
{
    QList<PlaceholderUse> uses;
    int line = 1;
    for (const QString &one : text.split(u'\n')) {
        for (auto found = placeholderPattern().globalMatch(one); found.hasNext();)
            uses.append({found.next().captured(1).trimmed(), line});
        ++line;
    }
    return uses;
}

QString filled(const QString &text, const RunbookValues &values)
{
    QString result;
    qsizetype from = 0;
    for (auto found = placeholderPattern().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const QString name = match.captured(1).trimmed();
        result += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (!runbookPlaceholders().contains(name))
            result += match.captured();
        else if (const QString value = values.value(name); !value.isEmpty())
            result += value;
        else
            result += u'<' + QString(name).replace(u'.', u' ').replace(u'_', u' ') + u'>';
    }
    return result + text.mid(from);
}

} // namespace gatehouse::domain
