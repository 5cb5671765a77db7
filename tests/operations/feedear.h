#pragma once

#include "operations/boardfeed.h"
#include "operations/desk.h"
#include "store/sqliteboardcache.h"

namespace gatehouse::operationstest {

// A board feed over a desk's workspace that looks only when told to, and what it has said so far.
class FeedEar
{
public:
    using Rows = QList<domain::PartnerSummary>;

    // Without `cacheFolder` there is no cache. Another authority or other playbooks stand in for the desk's.
    FeedEar(Desk &desk, const operations::Caller &caller, const QString &cacheFolder = {},
            const std::shared_ptr<const domain::AuthorityFactory> &authority = {},
            const std::shared_ptr<const domain::PlaybookSource> &playbooks = {})
        : m_feed(
            authority ? authority : std::shared_ptr<const domain::AuthorityFactory>(desk.files().factory()),
            playbooks ? playbooks : desk.playbooks(), std::make_shared<support::SequentialIds>(), caller,
            [cacheFolder](const QString &subject) { return openCache(cacheFolder, subject); }, 24 * 3600 * 1000)
    {
        using operations::BoardFeed;
        QObject::connect(&m_feed, &BoardFeed::firstScreen, &m_feed,
                         [this](const Rows &rows) { said += QStringLiteral("first: ") + namesOf(rows); });
        QObject::connect(&m_feed, &BoardFeed::loaded, &m_feed, [this](const Rows &rows) { hear("loaded: ", rows); });
        QObject::connect(&m_feed, &BoardFeed::changed, &m_feed, [this](const Rows &rows) { hear("changed: ", rows); });
        QObject::connect(&m_feed, &BoardFeed::upToDate, &m_feed, [this] { hear("nothing", {}); });
        QObject::connect(&m_feed, &BoardFeed::failed, &m_feed, [this](const base::Error &error) {
            hear("failed: ", {});
            said.last() += base::errorCodeName(error.code);
        });
    }

    // Starts the feed, or lets it look again; what it said about this look, one text for each signal.
    QStringList look()
    {
        said.clear();
        m_looked = false;
        m_started ? m_feed.poke() : m_feed.start();
        m_started = true;
        if (!QTest::qWaitFor([this] { return m_looked; }, 20'000))
            said += QStringLiteral("silence");
        return said;
    }

    // Of the last look: every row handed out by its last signal.
    Rows rows;
    QStringList said;

    // "One, Two", by name.
    static QString namesOf(const Rows &rows)
    {
        QStringList names;
        for (const domain::PartnerSummary &row : rows)
            names += row.name;
        names.sort();
        return names.join(QStringLiteral(", "));
    }

private:
    static std::unique_ptr<domain::BoardCache> openCache(const QString &folder, const QString &subject)
    {
        if (folder.isEmpty())
            return nullptr;
        auto cache = store::SqliteBoardCache::open(folder + u'/' + subject, QStringLiteral("workspace"), subject);
        return cache ? *std::move(cache) : nullptr;
    }

    void hear(const char *what, const Rows &handed)
    {
        rows = handed;
        said += QString::fromLatin1(what) + namesOf(handed);
        m_looked = true;
    }

    bool m_started = false;
    bool m_looked = false;
    // The desk goes after the ear, and its database with it.
    struct Ended
    {
        ~Ended() { operations::WorkerThread::waitForEnded(std::chrono::seconds(20)); }
    } m_ended;
    operations::BoardFeed m_feed;
};

} // namespace gatehouse::operationstest
