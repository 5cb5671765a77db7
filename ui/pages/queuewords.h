#pragma once

#include "base/clock.h"
#include "itemmodels/reviewqueuemodel.h"
#include "ui/pages/clockcell.h"

namespace gatehouse::ui {

// What a row of the queue shows, in words and shapes that are ready to paint.
struct QueueLine
{
    QString title;
    QString detail;         // why it waits; what was decided and when
    QString who;            // whose it is: "You", "Tomas Lindqvist", or empty
    CellPresentation state; // the clock; of what was decided, the mark alone
};

// Says what the rows of a queue say. GUI thread; refers to all it is given.
class QueueWords
{
public:
    QueueWords(const domain::PlaybookSource &playbooks, const base::Clock &clock);

    void setPeople(const QString &self, const QHash<QString, QString> &names);
    QueueLine line(const domain::PartnerSummary &partner, domain::QueueGroup group) const;
    // How long half of those decisions took at most, beside the target; empty where no clock tells. "6 h 10 m, target
    // 2 d".
    QString median(const QList<domain::PartnerSummary> &decided) const;
    // For the model.
    QVariant words(const QModelIndex &index, int role) const;

private:
    QString nameOf(const QString &subject) const;
    QString sentence(const domain::PartnerSummary &partner, domain::QueueGroup group) const;
    QString toolTip(const domain::PartnerSummary &partner) const;

    PlaybookCalendars m_calendars;
    const base::Clock &m_clock;
    QString m_self;
    QHash<QString, QString> m_names;
};

} // namespace gatehouse::ui
