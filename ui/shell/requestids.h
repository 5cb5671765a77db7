#pragma once

#include "base/ids.h"
#include "domain/text.h"
#include "operations/operation.h"

namespace gatehouse::ui {

// The request id of what a form sends: the same as long as the same thing is sent again, so that a second press after a
// lost answer gets the first receipt; a new one as soon as anything in it changed.
class RequestIds
{
public:
    explicit RequestIds(base::IdSource &ids) : m_ids(ids) { }

    QString idOf(const operations::Operation &operation) { return idOf(domain::canonicalJson(operation.canonical())); }
    // `body`: what tells one content of the form from another. For operations whose canonical form takes long.
    QString idOf(const QByteArray &body)
    {
        if (m_id.isEmpty() || body != m_body) {
            m_id = m_ids.next();
            m_body = body;
        }
        return m_id;
    }
    // After success the same words would be a new act.
    void forget() { m_id.clear(); }

private:
    base::IdSource &m_ids;
    QString m_id;
    QByteArray m_body;
};

} // namespace gatehouse::ui
