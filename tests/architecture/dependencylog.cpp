#include "architecture/dependencylog.h"

#include <QDir>
#include <QRegularExpression>

namespace gatehouse::architecture {

namespace {

// "models/store/CMakeFiles/store.dir/statement.cpp.o: #deps 354, deps mtime ... (VALID)"
QString targetOfHeaderLine(const QString &line)
{
    static const QRegularExpression shape(QStringLiteral(R"(CMakeFiles/([^/]+)\.dir/.*: #deps \d+)"));
    return shape.match(line).captured(1);
}

QString qtModuleOf(const QString &path)
{
    static const QRegularExpression shape(QStringLiteral(R"(/Qt([A-Z]\w*)/[^/]+(?:/|$))"));
    return shape.match(path).captured(1);
}

// The view is a link: what follows it, "../" included, is counted from where it points to.
QString throughView(const QString &path, const Layout &layout)
{
    for (const Room &room : layout.rooms) {
        const QString view = QStringLiteral("%1/rooms/%2/%2/").arg(layout.buildDir, room.name);
        if (path.startsWith(view))
            return QStringLiteral("%1/%2/%3").arg(layout.sourceDir, room.folder, path.mid(view.size()));
    }
    return path;
}

QString resolved(const QString &written, const Layout &layout)
{
    // Ninja prints paths relative to the build folder where it can.
    const QString absolute = QDir::isAbsolutePath(written) ? written : layout.buildDir + QLatin1Char('/') + written;
    return QDir::cleanPath(throughView(absolute, layout));
}

void addDependency(CompiledObject &object, const QString &written, const Layout &layout)
{
    const QString path = resolved(written, layout);
    const QString tree = layout.sourceDir + QLatin1Char('/');
    const bool generated = path.startsWith(layout.buildDir + QLatin1Char('/'));
    const bool ours = path.startsWith(tree) && !generated;
    const QString name = ours ? path.mid(tree.size()) : path;
    if (object.source.isEmpty()) // the compiler names the source first
        object.source = name;
    if (ours) {
        object.sourceTree += name;
        return;
    }
    const QString module = qtModuleOf(path);
    if (!generated && !module.isEmpty() && !object.qtModules.contains(module))
        object.qtModules += module;
}

} // namespace

QList<Room> parseRooms(const QString &text)
{
    QList<Room> rooms;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char('|'));
        if (fields.size() != 6)
            return {};
        const auto list = [&fields](int field) { return fields[field].split(QLatin1Char(';'), Qt::SkipEmptyParts); };
        Room room{fields[0], fields[1], list(2), list(3) + list(4), RoomKind::Room};
        if (fields[5] == QStringLiteral("door"))
            room.kind = RoomKind::Door;
        else if (fields[5] == QStringLiteral("test"))
            room.kind = RoomKind::Test;
        rooms += room;
    }
    return rooms;
}

QList<CompiledObject> parseDependencyLog(const QString &text, const Layout &layout)
{
    QList<CompiledObject> objects;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(QLatin1Char(' ')))
            objects += CompiledObject{targetOfHeaderLine(line), {}, {}, {}};
        else if (!objects.isEmpty())
            addDependency(objects.last(), line.trimmed(), layout);
    }
    // What CMake compiles for itself (precompiled headers) belongs to no room.
    objects.removeIf([](const CompiledObject &object) {
        return object.target.isEmpty() || object.target.startsWith(QStringLiteral("gatehouse_pch_"));
    });
    return objects;
}

const Room *roomOf(const QString &file, const QList<Room> &rooms)
{
    const Room *innermost = nullptr;
    for (const Room &room : rooms) {
        if (room.kind == RoomKind::Test || !file.startsWith(room.folder + QLatin1Char('/')))
            continue;
        if (!innermost || room.folder.size() > innermost->folder.size())
            innermost = &room;
    }
    return innermost;
}

} // namespace gatehouse::architecture
