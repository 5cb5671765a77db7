#pragma once

#include "operations/documentdesk.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace gatehouse::ui {

// Looks for words in all pages of a document, page by page from where one stands, and keeps what was read for the next
// time. Its result grows while it goes on. GUI thread.
class TextSearch final : public QObject
{
    Q_OBJECT

public:
    struct Hit
    {
        int page = -1;
        int number = 0; // on the page, from 0

        friend bool operator==(const Hit &, const Hit &) = default;
    };
    enum class Direction { Next, Previous };

    explicit TextSearch(QObject *parent = nullptr);
    ~TextSearch() override;

    // Null: none. What was read of another is forgotten.
    void setDocument(std::shared_ptr<operations::ViewedDocument> document);
    // Starts anew, at the page given; an empty needle stops.
    void find(const QString &needle, int page);
    void stop() { find({}, 0); }
    // To the hit after or before the current one; from the last one to the first.
    void step(Direction direction);

    QString needle() const { return m_needle; }
    std::optional<Hit> current() const { return m_current; }
    int total() const { return m_total; } // found so far
    int ordinal() const;                  // of the current hit among them, from 1; 0: none
    int pagesRead() const { return int(m_texts.size()) + int(m_unreadable.size()); }
    bool isDone() const;
    // All pages were read, and none has words.
    bool hasNoText() const;
    int unreadablePages() const { return int(m_unreadable.size()); }

Q_SIGNALS:
    // More was read, or another hit is current.
    void changed();

private:
    void ask();
    void readPage(int page, base::Result<domain::PageText> words);
    void count(int page);
    void chooseFirst();
    bool wasRead(int page) const { return m_texts.contains(page) || m_unreadable.contains(page); }
    void takeBack();

    std::shared_ptr<operations::ViewedDocument> m_document;
    QString m_needle;
    int m_from = 0;
    int m_offset = 0;            // pages from m_from on that were asked for
    int m_settled = 0;           // pages from m_from on that were read without a gap, and have no hit
    QHash<int, QString> m_texts; // of every page that was read, searchable
    QSet<int> m_unreadable;
    QHash<int, int> m_hits; // pages that have some
    int m_total = 0;
    bool m_anyWords = false;
    std::optional<Hit> m_current;
    QHash<quint64, std::function<void()>> m_asked;
    quint64 m_requests = 0;
};

} // namespace gatehouse::ui
