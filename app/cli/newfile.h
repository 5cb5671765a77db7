#pragma once

#include "cli/failure.h"

#include <QTemporaryFile>

namespace gatehouse::cli {

// A file that a call writes: readable to its owner only, because it holds personal data, and there under its name
// whole or not at all. What is there already is never overwritten. One thread.
class NewFile
{
public:
    explicit NewFile(QString name);
    // Exit 5 when something has the name; exit 2 when its folder isn't there; exit 1 when nothing can be written there.
    Outcome open();
    void write(const QByteArray &bytes);
    // Without it nothing stays.
    Outcome commit();

private:
    QString m_name;
    QTemporaryFile m_file; // nameless until commit() where the system can do that: a killed program leaves nothing
    bool m_whole = true;
};

} // namespace gatehouse::cli
