#pragma once

#include "operations/documentdesk.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace gatehouse::ui {

// The rendered pages of one document, each in one size: asks for what is wanted, once, takes back what no longer is,
// and keeps as many pictures as fit into its memory, those that were wanted last. GUI thread.
class PageImages final : public QObject
{
    Q_OBJECT

public:
    using Urgency = operations::Urgency;
    // Device pixels for a page of this size in points.
    using Target = std::function<QSize(QSizeF)>;

    PageImages(qint64 mostBytes, Target target, QObject *parent = nullptr);
    ~PageImages() override;

    // Forgets everything that was known of another document.
    void setDocument(std::shared_ptr<operations::ViewedDocument> document);

    // Asks for the page in the size that the target now gives, unless it is there, under way as urgently, or can't be
    // shown. A picture of another size is kept until the new one is there.
    void want(int page, Urgency urgency);
    // Takes back what was asked for other pages.
    void wantOnly(int first, int last);
    // As the document has it, not turned; null until the first one has come.
    QImage image(int page) const;
    // Whether the picture has the size that the target now gives.
    bool isFresh(int page) const;
    // In points; that of the first page until it is known.
    QSizeF points(int page) const;
    std::optional<base::Error> error(int page) const;
    void forgetError(int page);

Q_SIGNALS:
    // Its size, its picture or its error has come.
    void changed(int page);

private:
    struct Request
    {
        quint64 id = 0;
        QSize size; // empty: the page's size in points is asked for
        Urgency urgency = Urgency::Shown;
        std::function<void()> takeBack;
    };
    struct Slot
    {
        std::optional<QSizeF> points;
        QImage image;
        QSize size; // that the image was asked for in
        std::optional<base::Error> error;
        QList<Request> requests;
        quint64 wanted = 0;
    };

    template <class T, class Done>
    void ask(int page, QSize size, Urgency urgency, QFuture<base::Result<T>> future, Done done);
    bool takeRequest(int page, quint64 id);
    // All of them, or all but those for this size.
    void takeBack(Slot &slot, std::optional<QSize> except = {});
    void keepImage(int page, QSize size, base::Result<domain::PageImage> rendered);
    void fail(int page, const base::Error &error);
    void evict(int keep);
    bool has(int page) const;

    std::shared_ptr<operations::ViewedDocument> m_document;
    QHash<int, Slot> m_slots;
    QSet<int> m_asked; // pages with requests
    Target m_target;
    qint64 m_mostBytes;
    qint64 m_bytes = 0;
    quint64 m_counter = 0;
};

} // namespace gatehouse::ui
