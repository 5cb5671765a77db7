#include "architecture/rules.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace gatehouse::architecture {

namespace {

constexpr int longestReadme = 40;
constexpr int longestSource = 600;

const Room *roomNamed(const QString &name, const QList<Room> &rooms)
{
    for (const Room &room : rooms) {
        if (room.name == name)
            return &room;
    }
    return nullptr;
}

// Includes that Qt's own headers make, so that they say nothing about ours.
QStringList withInnerModules(const QStringList &modules)
{
    static const QHash<QString, QStringList> inner = {
        {QStringLiteral("Widgets"), {QStringLiteral("Gui")}},
        {QStringLiteral("Svg"), {QStringLiteral("Gui")}},
        {QStringLiteral("Pdf"), {QStringLiteral("Gui")}},
        {QStringLiteral("SvgWidgets"), {QStringLiteral("Svg"), QStringLiteral("Widgets"), QStringLiteral("Gui")}},
    };
    QStringList all = modules + QStringList{QStringLiteral("Core")};
    for (const QString &module : modules)
        all += inner.value(module);
    return all;
}

bool mayUse(const Room &user, const Room &used)
{
    // Tests share their fixtures: whatever stands below tests/ is theirs.
    if (user.kind == RoomKind::Test && used.folder.startsWith(QStringLiteral("tests/")))
        return true;
    return user.name == used.name || user.mayUse.contains(used.name);
}

bool isAllowed(const QString &file, const QStringList &places)
{
    for (const QString &place : places) {
        if (file == place || (place.endsWith(QLatin1Char('/')) && file.startsWith(place)))
            return true;
    }
    return false;
}

QStringList sorted(const QSet<QString> &breaches)
{
    QStringList list(breaches.begin(), breaches.end());
    list.sort();
    return list;
}

void walk(const Room &room, const QList<Room> &rooms, QStringList &path, QSet<QString> &found)
{
    if (const auto from = path.indexOf(room.name); from >= 0) {
        found.insert((path.mid(from) + QStringList{room.name}).join(QStringLiteral(" -> ")));
        return;
    }
    path += room.name;
    for (const QString &name : room.mayUse) {
        if (const Room *next = roomNamed(name, rooms))
            walk(*next, rooms, path, found);
    }
    path.removeLast();
}

} // namespace

QStringList undeclaredArrows(const QList<CompiledObject> &objects, const QList<Room> &rooms)
{
    QSet<QString> breaches;
    for (const CompiledObject &object : objects) {
        const Room *user = roomNamed(object.target, rooms);
        if (!user) {
            breaches.insert(QStringLiteral("%1 is built by target %2, which is neither room, door nor test")
                                .arg(object.source, object.target));
            continue;
        }
        for (const QString &file : object.sourceTree) {
            const Room *used = roomOf(file, rooms);
            if (used && !mayUse(*user, *used)) {
                breaches.insert(QStringLiteral("%1 includes %2: %3 may not use %4")
                                    .arg(object.source, file, user->name, used->name));
            }
        }
    }
    return sorted(breaches);
}

QStringList unusedArrows(const QList<CompiledObject> &objects, const QList<Room> &rooms)
{
    QSet<QString> used;
    for (const CompiledObject &object : objects) {
        for (const QString &file : object.sourceTree) {
            if (const Room *room = roomOf(file, rooms))
                used.insert(object.target + QLatin1Char('>') + room->name);
        }
    }
    QSet<QString> breaches;
    for (const Room &room : rooms) {
        for (const QString &other : room.mayUse) {
            if (!used.contains(room.name + QLatin1Char('>') + other)) {
                breaches.insert(QStringLiteral("%1 may use %2 and does not: take it out of MAY_USE in %3")
                                    .arg(room.name, other, room.folder));
            }
        }
    }
    return sorted(breaches);
}

QStringList circles(const QList<Room> &rooms)
{
    QSet<QString> found;
    for (const Room &room : rooms) {
        QStringList path;
        walk(room, rooms, path, found);
    }
    return sorted(found);
}

QStringList undeclaredQtModules(const QList<CompiledObject> &objects, const QList<Room> &rooms)
{
    QSet<QString> breaches;
    for (const CompiledObject &object : objects) {
        const Room *room = roomNamed(object.target, rooms);
        if (!room)
            continue;
        const QStringList allowed = withInnerModules(room->qtModules);
        for (const QString &module : object.qtModules) {
            if (!allowed.contains(module)) {
                breaches.insert(
                    QStringLiteral("%1 includes Qt%2: %3 declares Qt %4")
                        .arg(object.source, module, room->name, room->qtModules.join(QStringLiteral(", "))));
            }
        }
    }
    return sorted(breaches);
}

QStringList roomsWithoutObjects(const QList<CompiledObject> &objects, const QList<Room> &rooms)
{
    QSet<QString> breaches;
    for (const Room &room : rooms) {
        const bool built = std::any_of(objects.begin(), objects.end(),
                                       [&room](const CompiledObject &object) { return object.target == room.name; });
        if (!built)
            breaches.insert(QStringLiteral("%1 is not built: run ninja first").arg(room.name));
    }
    return sorted(breaches);
}

const QList<Reserved> &reservedWords()
{
    static const QList<Reserved> words = {
        {QStringLiteral(R"(\bQSql\w+)"),
         // Statement binds and reads, the connection opens and ends transactions, the error table reads native codes,
         // the migrator alone runs text.
         {QStringLiteral("models/store/statement.h"), QStringLiteral("models/store/statement.cpp"),
          QStringLiteral("models/store/connection.h"), QStringLiteral("models/store/connection.cpp"),
          QStringLiteral("models/store/storeerror.h"), QStringLiteral("models/store/storeerror.cpp"),
          QStringLiteral("models/store/migrator.h"), QStringLiteral("models/store/migrator.cpp"),
          QStringLiteral("tests/")},
         QStringLiteral("SQL goes through store::Statement, which maps errors and poisons a failed unit of work")},
        {QStringLiteral(R"(onnection(?:\(\))?(?:\.|->)execute\s*\()"),
         {QStringLiteral("models/store/connection.cpp"), QStringLiteral("models/store/migrator.cpp"),
          QStringLiteral("tests/")},
         QStringLiteral("whole text is run by the migrator alone: QPSQL takes several statements for one")},
        {QStringLiteral(R"((?:\.|->)then\s*\()"),
         {},
         QStringLiteral("base::whenDone calls back in the thread of a context, and not once that is gone")},
        {QStringLiteral(R"((?:\.|->)exec\s*\()"),
         {QStringLiteral("models/store/statement.cpp"), QStringLiteral("models/store/connection.cpp"),
          QStringLiteral("app/desktop/main.cpp"), QStringLiteral("tests/")},
         QStringLiteral("no nested event loops: a dialog is opened, and says when it is done")},
        {QStringLiteral(R"(\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\()"),
         // The board's column titles are asked of the model by the view; nothing else of itemmodels is words.
         {QStringLiteral("ui/"), QStringLiteral("app/"), QStringLiteral("models/itemmodels/boardmodel.cpp"),
          QStringLiteral("tests/")},
         QStringLiteral("words are chosen at the edge; below it there are codes and arguments")},
        {QStringLiteral(R"(\b(?:QPdf(?!Writer)\w+|QImageReader)\b)"),
         {QStringLiteral("app/render/"), QStringLiteral("tests/")},
         QStringLiteral("a document is taken apart by the helper process alone, which can do nothing else")},
        {QStringLiteral(R"(\b(?:QDateTime|QDate|QTime)::current\w*|\bsystem_clock::now)"),
         {QStringLiteral("app/"), QStringLiteral("tests/")},
         QStringLiteral("time comes from base::Clock, so that a test can choose it")},
        {QStringLiteral(R"(\bprocessEvents\b|\bQEventLoop\b)"),
         {QStringLiteral("tests/")},
         QStringLiteral("no nested event loops: use base::whenDone")},
        {QStringLiteral(R"(\bqWait\s*\()"),
         {},
         QStringLiteral("wait for a condition, with QTRY_VERIFY or QTRY_COMPARE")},
    };
    return words;
}

QStringList reservedWordsIn(const QString &file, const QString &text)
{
    QStringList breaches;
    const QStringList lines = withoutCommentsAndLiterals(text).split(QLatin1Char('\n'));
    for (const Reserved &word : reservedWords()) {
        if (isAllowed(file, word.allowedIn))
            continue;
        const QRegularExpression pattern(word.pattern);
        for (int number = 0; number < lines.size(); ++number) {
            const auto match = pattern.match(lines[number]);
            if (match.hasMatch()) {
                breaches += QStringLiteral("%1:%2: %3 %4")
                                .arg(file, QString::number(number + 1), match.captured().trimmed(), word.why);
            }
        }
    }
    return breaches;
}

QStringList readmeBreaches(const QString &sourceDir, const QList<Room> &rooms)
{
    QSet<QString> breaches;
    for (const Room &room : rooms) {
        if (room.kind == RoomKind::Test)
            continue;
        const QString name = room.folder + QStringLiteral("/README.md");
        QFile file(sourceDir + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly)) {
            breaches.insert(QStringLiteral("%1 is missing").arg(name));
            continue;
        }
        const auto lines = file.readAll().trimmed().count('\n') + 1;
        if (lines > longestReadme)
            breaches.insert(QStringLiteral("%1 has %2 lines, at most %3").arg(name).arg(lines).arg(longestReadme));
    }
    return sorted(breaches);
}

QStringList lengthBreaches(const QString &file, const QString &text)
{
    const auto lines = text.trimmed().count(QLatin1Char('\n')) + 1;
    if (!file.endsWith(QStringLiteral(".cpp")) || lines <= longestSource)
        return {};
    return {QStringLiteral("%1 has %2 lines, at most %3").arg(file).arg(lines).arg(longestSource)};
}

QString withoutCommentsAndLiterals(const QString &text)
{
    static const QRegularExpression token(
        QStringLiteral(R"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')re"),
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype end = 0;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        code += QStringView(text).mid(end, match.capturedStart() - end);
        code += QString(match.captured().count(QLatin1Char('\n')), QLatin1Char('\n'));
        end = match.capturedEnd();
    }
    code += QStringView(text).mid(end);
    return code;
}

} // namespace gatehouse::architecture
