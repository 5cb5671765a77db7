#include "cli/newfile.h"

#include <QFileInfo>

namespace gatehouse::cli {

NewFile::NewFile(QString name) : m_name(std::move(name))
{
    m_file.setFileTemplate(QFileInfo(m_name).absoluteFilePath() + QStringLiteral(".XXXXXX"));
}

Outcome NewFile::open()
{
    // commit() would notice too, but only after everything was read.
    if (const QFileInfo there(m_name); there.exists() || there.isSymLink())
        return existingFile(m_name);
    if (const QString folder = QFileInfo(m_name).absolutePath(); !QFileInfo(folder).isDir())
        return missingFolder(m_name, folder);
    return m_file.open() ? Outcome() : unwritableFile(m_name, m_file.errorString());
}

void NewFile::write(const QByteArray &bytes)
{
    m_whole = m_whole && m_file.write(bytes) == bytes.size();
}

Outcome NewFile::commit()
{
    if (!m_whole || !m_file.flush())
        return unwritableFile(m_name, m_file.errorString());
    m_file.setAutoRemove(false);
    if (m_file.rename(m_name))
        return {};
    m_file.setAutoRemove(true);
    return QFileInfo::exists(m_name) ? existingFile(m_name) : unwritableFile(m_name, m_file.errorString());
}

} // namespace gatehouse::cli
