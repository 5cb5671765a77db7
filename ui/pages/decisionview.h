#pragma once

#include "operations/queries.h"
#include "ui/style/glyphpainter.h"
#include "ui/style/tone.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

class TextLabel;

// What is said of one earlier decision: what, who and when, the note, what it cited and what was looked at. Also of the
// first of two approvals, which decides nothing yet.
struct DecisionFacts
{
    struct Line
    {
        QString text;
        bool quiet = true;
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Cited
    {
        domain::Evidence evidence;
        QString text;
        bool leads = false; // the viewer can show it
        friend bool operator==(const Cited &, const Cited &) = default;
    };
    QString id;
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;
    QString title;
    base::Instant at;
    QString who;
    QString whoInFull;
    QList<Line> lines;
    QList<Cited> evidence;
    QString viewed; // may be empty

    friend bool operator==(const DecisionFacts &, const DecisionFacts &) = default;
};

DecisionFacts decisionFacts(const domain::Decision &decision, const operations::PartnerView &view);
DecisionFacts decisionFacts(const domain::Endorsement &first, const operations::PartnerView &view);

class DecisionView final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionView(const DecisionFacts &facts, QWidget *parent = nullptr);

    // How long ago it was, as of then.
    void setNow(base::Instant now);

Q_SIGNALS:
    // To a document (id) and its page from 1; page 0: the whole document.
    void evidenceRequested(const QString &document, int page);

private:
    void addText(const DecisionFacts::Line &line);
    void addEvidence(const QList<DecisionFacts::Cited> &evidence);

    base::Instant m_at;
    QString m_name;
    QVBoxLayout *m_column;
    TextLabel *m_who;
};

} // namespace gatehouse::ui
