#pragma once

#include "domain/documentpages.h"

#include <QCryptographicHash>
#include <QMutex>
#include <QMutexLocker>
#include <QSemaphore>

#include <atomic>

namespace gatehouse::operationstest {

// Opens documents of a hundred pages that are drawn at once, but for one that waits until a test lets it. Bytes that
// begin with "encrypted" can't be shown, "another" shows other bytes, "held" waits in open().
class GatedOpener final : public domain::DocumentOpener
{
public:
    static constexpr int gatedPage = 99;

    base::Result<std::unique_ptr<domain::OpenDocument>> open(const QByteArray &bytes) const override
    {
        if (bytes.startsWith("encrypted"))
            return base::Error{
                base::ErrorKind::Invalid, base::ErrorCode::DocumentUnreadable, {}, {QStringLiteral("encrypted")}};
        if (bytes.startsWith("held"))
            m_gate->wait();
        const QByteArray shown = bytes.startsWith("another") ? QByteArray("not it") : bytes;
        return std::make_unique<Document>(m_gate, shown);
    }

    // Those that were drawn, in their order.
    QList<int> pages() const
    {
        const QMutexLocker lock(&m_gate->mutex);
        return m_gate->pages;
    }
    int openDocuments() const { return m_gate->documents; }
    bool isSomebodyWaiting() const { return m_gate->isEntered; }
    void letThrough() { m_gate->leave.release(); }

private:
    // What outlives the opener, as its documents do.
    struct Gate
    {
        void wait()
        {
            isEntered = true;
            leave.tryAcquire(1, 20000);
            isEntered = false;
        }

        QSemaphore leave;
        QMutex mutex;
        QList<int> pages;
        std::atomic<bool> isEntered = false;
        std::atomic<int> documents = 0;
    };

    class Document final : public domain::OpenDocument
    {
    public:
        Document(std::shared_ptr<Gate> gate, const QByteArray &bytes)
            : m_gate(std::move(gate)),
              m_sha256(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()))
        {
            ++m_gate->documents;
        }
        ~Document() override { --m_gate->documents; }
        Q_DISABLE_COPY_MOVE(Document)

        QString sha256() const override { return m_sha256; }
        int pageCount() const override { return gatedPage + 1; }
        bool mayHaveForm() const override { return false; }
        base::Result<QSizeF> pageSize(int) override { return QSizeF(595, 842); }
        base::Result<domain::PageImage> render(int page, QSize) override
        {
            {
                const QMutexLocker lock(&m_gate->mutex);
                m_gate->pages.append(page);
            }
            if (page == gatedPage)
                m_gate->wait();
            return domain::PageImage{1, 1, QByteArray(4, char(page))};
        }
        base::Result<domain::PageText> text(int) override { return domain::PageText(); }

    private:
        std::shared_ptr<Gate> m_gate;
        QString m_sha256;
    };

    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
};

} // namespace gatehouse::operationstest
