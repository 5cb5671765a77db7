#pragma once

#include "base/ids.h"
#include "operations/asyncrunner.h"
#include "operations/boardfeed.h"
#include "operations/documentdesk.h"
#include "operations/queries.h"

namespace gatehouse::ui {

// Whether the data are somebody's own or made up to look around in.
enum class SessionKind { Own, Sample };
// Where they are kept: in a file on this computer, or in a team's database.
enum class SessionStore { Embedded, Team };

// What a window works on: the doors into one workspace, made by app/desktop, which keeps them alive as long as the
// window uses them. GUI thread only.
struct Session
{
    operations::AsyncRunner &runner;
    operations::BoardFeed &feed;
    const domain::PlaybookSource &playbooks;
    const domain::JsonReader &json;
    const base::Clock &clock;
    base::IdSource &ids;
    QString workspace; // for people: the file's name, or "database on host"
    QString place;     // what tells it from others of its name: a file's canonical path. Never shown
    SessionKind kind = SessionKind::Own;
    SessionStore store = SessionStore::Embedded;
    // Filled by the window as soon as the authority has answered; until then nobody may do anything.
    operations::WhoAmI::Me me;
    // Opens documents to be looked at; null where nothing on this computer can show them.
    operations::DocumentDesk *documents = nullptr;
};

} // namespace gatehouse::ui
