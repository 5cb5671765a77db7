#pragma once

#include "operations/queries.h"
#include "ui/shell/session.h"

#include <QObject>

namespace gatehouse::ui {

class DecisionBar;
class LoadingLine;
class MessageBanner;

// Reads one partner, and its events, for a page, and again with every change that the session's feed tells of. Newer
// states than the one that is shown are kept back while a decision is being written, until somebody asks for them. What
// is answered too late is dropped. GUI thread.
class PartnerLoader final : public QObject
{
    Q_OBJECT

public:
    // The page's parts: where decisions are written, where reading shows, and where its failures are told.
    struct Parts
    {
        DecisionBar *bar;
        LoadingLine *line;
        MessageBanner *banner;
    };
    // Session and parts outlive the loader. Of the events the newest `mostEvents` are read; 0: none.
    PartnerLoader(Session &session, const Parts &parts, int mostEvents, QObject *parent = nullptr);

    // Forgets the one before; reads nothing yet. Empty: none.
    void setPartner(const QString &id);
    const QString &partner() const { return m_id; }
    const std::optional<operations::PartnerView> &view() const { return m_view; } // what is shown
    const std::optional<operations::PartnerView> &keptBack() const { return m_keptBack; }
    const QList<domain::Event> &events() const { return m_events; } // newest first, never kept back

    void load();
    // As somebody asks for it: what is announced and kept back is shown.
    void refresh();

Q_SIGNALS:
    // view() was read anew.
    void arrived();
    // arrived() follows: what somebody asked to see takes the place of this.
    void replacing(const gatehouse::operations::PartnerView &before);
    void newsKeptBack();
    // There is nothing to show. Where there is, the banner tells it.
    void failed(const gatehouse::base::Error &error);
    void eventsAnswered(const gatehouse::base::Result<QList<gatehouse::domain::Event>> &events);

private:
    void receive(const base::Result<operations::PartnerView> &view);
    void show(const operations::PartnerView &view);
    void showNewState();

    Session &m_session;
    Parts m_parts;
    int m_mostEvents;
    QString m_id;
    std::optional<operations::PartnerView> m_view;
    std::optional<operations::PartnerView> m_keptBack;
    QList<domain::Event> m_events;
    bool m_newStateWanted = false; // what comes next is shown though a decision is being written
    int m_loading = 0;             // number of the load under way; a newer one supersedes it
};

} // namespace gatehouse::ui
