#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::architecture {

enum class RoomKind { Room, Door, Test };

// One line of build/rooms.txt, written by the root CMakeLists.txt: name|folder|may use|Qt|private Qt|kind
struct Room
{
    QString name;   // also the CMake target
    QString folder; // relative to the sources
    QStringList mayUse;
    QStringList qtModules; // public and private ones
    RoomKind kind = RoomKind::Room;
};

// An empty list when a line has another shape: a check that reads nothing must not pass.
QList<Room> parseRooms(const QString &text);

// One object file and what it was made from, as the compiler reported it to Ninja.
struct CompiledObject
{
    QString target;
    QString source;         // relative to the sources, or absolute when generated
    QStringList sourceTree; // what it includes of our own, relative to the sources, links resolved
    QStringList qtModules;  // Core, Gui, Widgets, ... whose headers it includes, each once
};

struct Layout
{
    QString sourceDir;
    QString buildDir;
    QList<Room> rooms;
};

// Reads the text of `ninja -t deps`. A header reached through a room's view (build/rooms/store/store/x.h), through
// "../" or by an absolute path is the same file.
QList<CompiledObject> parseDependencyLog(const QString &text, const Layout &layout);

// The room whose folder holds the file: of nested ones (ui, ui/words) the innermost. Null when none does.
const Room *roomOf(const QString &file, const QList<Room> &rooms);

} // namespace gatehouse::architecture
