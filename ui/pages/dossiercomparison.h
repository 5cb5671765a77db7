#pragma once

#include "operations/pagecomparison.h"
#include "ui/shell/session.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <vector>

namespace gatehouse::ui {

// Finds which pages of new documents differ from those that were decided on. What can't be opened is not compared. GUI
// thread; the work is done behind whatever is shown.
class DossierComparison final : public QObject
{
    Q_OBJECT

public:
    explicit DossierComparison(operations::DocumentDesk *desk, QObject *parent = nullptr);
    ~DossierComparison() override;

    // Null: nothing can be opened.
    void setDesk(operations::DocumentDesk *desk);
    // Compares those that replace another one, each once. What was found of them before is kept, the rest forgotten.
    void compare(const QString &partner, const QList<domain::NewDocument> &documents);
    // Compared once more when it couldn't be; the next compare() does it.
    void forgetFailure(const QString &document);
    void forgetFailures();
    bool hasFailed(const QString &document) const { return m_failed.contains(document); }
    // Nothing while it isn't known.
    std::optional<QList<domain::PageChange>> changesOf(const QString &document) const;
    // Whether something may stand in form fields of either version, which are not compared.
    bool mayHaveForm(const QString &document) const { return m_forms.contains(document); }
    // Of the versions before, as far as they were opened.
    const domain::PageCounts &pagesBefore() const { return m_pagesBefore; }

Q_SIGNALS:
    void found(const QString &document);
    void failed(const QString &document);
    // Nothing is under way any more; at least one was compared.
    void finished();

private:
    // Two versions of one document on their way.
    struct Pair
    {
        QString document;
        QString before;
        std::shared_ptr<operations::ViewedDocument> now;
        std::shared_ptr<operations::ViewedDocument> then;
        std::unique_ptr<operations::PageComparison> comparison;
    };
    void open(const QString &partner, const domain::NewDocument &document);
    void opened(const QString &document);
    void end(const QString &document);
    void fail(const QString &document);
    Pair *pairOf(const QString &document);

    operations::DocumentDesk *m_desk;
    QString m_partner;
    std::vector<std::unique_ptr<Pair>> m_pairs;
    QSet<QString> m_begun; // also those that failed
    QSet<QString> m_failed;
    QHash<QString, QList<domain::PageChange>> m_changes;
    domain::PageCounts m_pagesBefore;
    QSet<QString> m_forms;
};

} // namespace gatehouse::ui
