#pragma once

#include "domain/documentpages.h"

#include <chrono>

namespace gatehouse::documents {

// Takes documents apart in a helper process for each (app/render). Thread-safe; the documents it opens are used by one
// thread at a time. A thread that is asked to end (QThread::requestInterruption) gets Cancelled for what it waits for.
class ProcessDocumentOpener final : public domain::DocumentOpener
{
public:
    // `program`: the helper's file. `patience`: for opening, and for each page.
    explicit ProcessDocumentOpener(QString program, std::chrono::milliseconds patience = std::chrono::seconds(5));

    // Unreachable/RendererMissing too when the helper can't lock itself in; argument "unprotected".
    base::Result<std::unique_ptr<domain::OpenDocument>> open(const QByteArray &bytes) const override;

private:
    QString m_program;
    std::chrono::milliseconds m_patience;
};

} // namespace gatehouse::documents
