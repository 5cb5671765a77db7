#include "words/errorwordgroups.h"
#include "words/textmarks.h"

namespace gatehouse::words {

namespace {

using base::ErrorCode;

ErrorWords schemaErrorWords(const base::Error &error)
{
    const QString where = isolate(error.subject);
    const QString theirs = isolate(error.arguments.value(0));
    const QString ours = isolate(error.arguments.value(1));
    switch (error.code) {
    case ErrorCode::SchemaMissing:
        return {ErrorText::tr("%1 can't be opened.").arg(where),
                ErrorText::tr("It isn't a Gatehouse workspace, or it was never initialised."),
                ErrorText::tr("Check the name, or create a new workspace."),
                {}};
    case ErrorCode::SchemaNewer:
        return {ErrorText::tr("%1 can't be opened.").arg(where),
                ErrorText::tr("A newer Gatehouse wrote it: its schema is %1, this program knows %2.").arg(theirs, ours),
                ErrorText::tr("Install the newer version and open it again."),
                {}};
    case ErrorCode::SchemaIncompatible:
        return {ErrorText::tr("%1 can't be opened.").arg(where),
                ErrorText::tr("It needs a program that knows schema %1; this one knows %2.").arg(theirs, ours),
                ErrorText::tr("Install the version that its other users have."),
                {}};
    case ErrorCode::SchemaAltered:
        return {ErrorText::tr("%1 can't be opened.").arg(where),
                ErrorText::tr("Its schema was altered: %1 isn't what this program made.").arg(theirs),
                ErrorText::tr("Use the program version that made the workspace, or restore a backup."),
                {}};
    default: return {};
    }
}

// Its argument: the folder that is missing (WorkspaceNotFound), the schema that is in the way (WorkspaceExists), or
// none.
ErrorWords notCreatedWords(const base::Error &error)
{
    const QString what = ErrorText::tr("No workspace was created at %1.").arg(isolate(error.subject));
    const QString which = isolate(error.arguments.value(0));
    if (error.code == ErrorCode::WorkspaceNotFound)
        return {what,
                ErrorText::tr("There is no folder %1.").arg(which),
                ErrorText::tr("Create the folder first, or choose another place."),
                {}};
    if (!error.arguments.value(0).isEmpty())
        return {what,
                ErrorText::tr("Somebody made a schema %1 there already, and it was left as it is.").arg(which),
                ErrorText::tr("Ask who made it to remove it, or choose another database."),
                {}};
    return {what,
            ErrorText::tr("Something with this name is there already, and it was left as it is."),
            ErrorText::tr("Open it, or choose another name."),
            {}};
}

} // namespace

ErrorWords workspaceErrorWords(const base::Error &error)
{
    const QString where = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::WorkspaceNotFound:
        if (!error.arguments.isEmpty())
            return notCreatedWords(error);
        return {ErrorText::tr("There is no workspace at %1.").arg(where),
                ErrorText::tr("Nothing was found under this name."),
                ErrorText::tr("Check the name, or create the workspace there."),
                {}};
    case ErrorCode::WorkspaceExists: return notCreatedWords(error);
    case ErrorCode::WorkspaceUnreachable:
        return {
            ErrorText::tr("%1 can't be reached.").arg(where),
            ErrorText::tr("The file or server didn't answer."),
            ErrorText::tr("Check that it is there, that the network is up and that you may open it, then try again."),
            {}};
    case ErrorCode::WorkspaceForbidden:
        return {ErrorText::tr("%1 can't be opened.").arg(where),
                ErrorText::tr("You may not read it."),
                ErrorText::tr("Ask its owner for the right to read and write it."),
                {}};
    case ErrorCode::WorkspaceBusy:
        return {ErrorText::tr("%1 is busy.").arg(where),
                ErrorText::tr("Another program holds a lock on it, and the wait of 10 seconds is over."),
                ErrorText::tr("Try again in a moment. If it stays so, ask who else works with it."),
                {}};
    case ErrorCode::WorkspaceReadOnly:
        // Also of a read: who reads takes turns with who writes, and that is written down.
        return {ErrorText::tr("%1 can't be written to.").arg(where),
                ErrorText::tr("It is read-only, or you have no right to write to it; even reading needs that."),
                ErrorText::tr("Get write access to it and its folder, then try again."),
                {}};
    case ErrorCode::WorkspaceCorrupt:
        return {ErrorText::tr("%1 is damaged.").arg(where),
                ErrorText::tr("What was read from it is not what was written."),
                ErrorText::tr("Stop using it and restore the latest backup."),
                {}};
    case ErrorCode::WorkspaceFull:
        return {ErrorText::tr("Nothing was written to %1.").arg(where),
                ErrorText::tr("No space is left there."),
                ErrorText::tr("Free some space and try again."),
                {}};
    case ErrorCode::WorkspaceUnsafe:
        return {ErrorText::tr("Gatehouse keeps away from %1.").arg(where),
                ErrorText::tr("It belongs to another user, others may write to it, or it is a link."),
                ErrorText::tr("Find out who put it there. Keep the workspace in a folder that only you may write to."),
                {}};
    default: return schemaErrorWords(error);
    }
}

} // namespace gatehouse::words
