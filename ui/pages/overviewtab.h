#pragma once

#include "operations/queries.h"

#include <QScrollArea>

class QGridLayout;
class QPushButton;

namespace gatehouse::ui {

class Card;
class CellTable;
class TextLabel;

// The partner at a glance: gates, production access, facts, what is missing, latest events.
class OverviewTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewTab(QWidget *parent = nullptr);

    void setView(const operations::PartnerView &view);
    // Newest first; the first few are shown.
    void setEvents(const QList<domain::Event> &events, const operations::PartnerView &view);
    void focusGates();

protected:
    void focusInEvent(QFocusEvent *event) override;

Q_SIGNALS:
    void timelineRequested();
    void factsEditRequested();

private:
    void setGates(const operations::PartnerView &view);
    void setAccess(const operations::PartnerView &view);
    void setFacts(const operations::PartnerView &view);
    void setMissing(const operations::PartnerView &view);

    Card *m_gatesCard;
    CellTable *m_gates;
    Card *m_accessCard;
    QWidget *m_access = nullptr;
    Card *m_missingCard;
    QWidget *m_missing = nullptr;
    Card *m_factsCard;
    QWidget *m_facts = nullptr;
    Card *m_latestCard;
    QWidget *m_latest = nullptr;
    QPushButton *m_all;
    QPushButton *m_edit;

public:
    // The window explains why the facts can't be edited.
    QPushButton *editButton() const { return m_edit; }
};

} // namespace gatehouse::ui
