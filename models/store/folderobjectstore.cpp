#include "store/folderobjectstore.h"

#include "domain/documentpages.h"
#include "domain/text.h"
#include "store/posixfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace gatehouse::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qsizetype keyMost = 1024; // of S3, so that a folder can be moved there
constexpr qsizetype partMost = 200; // of a file's name, with room for the ending of a temporary one

Result<void> checkKey(const QString &key)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9._/-]+\\z"_s);
    const Error forbidden{ErrorKind::Invalid, ErrorCode::TextForbidden, u"object_key"_s, {key}};
    if (key.size() > keyMost || !allowed.match(key).hasMatch())
        return forbidden;
    for (const QString &part : key.split(u'/')) {
        // A part that begins with a dot would be "." or "..", or hide a file.
        if (part.isEmpty() || part.startsWith(u'.') || part.size() > partMost)
            return forbidden;
    }
    return {};
}

// What a put leaves that was cut off before its file had its name.
bool isLeftover(const QString &path)
{
    static const QRegularExpression temporary(u"(^|/)\\.put-[0-9a-f]{16}\\z"_s);
    const auto match = temporary.match(path);
    const QString folder = path.left(qMax(qsizetype(0), match.capturedStart()));
    return match.hasMatch() && (folder.isEmpty() || checkKey(folder));
}

Error withoutWorkspaceWords(Error error, const QString &key)
{
    if (error.code == ErrorCode::WorkspaceExists)
        return {ErrorKind::Conflict, ErrorCode::ConstraintViolated, key, {}};
    return error;
}

Error unreadable(const Error &error, const QString &key)
{
    return {ErrorKind::Unreachable, ErrorCode::FileUnreadable, key, error.arguments};
}

} // namespace

FolderObjectStore::FolderObjectStore(QString folder, Whose whose) : m_folder(std::move(folder)), m_whose(whose) { }

Result<void> FolderObjectStore::put(const QString &key, const QByteArray &bytes)
{
    if (auto checked = checkKey(key); !checked)
        return checked;
    const QString path = m_folder + u'/' + key;
    if (QFileInfo::exists(path))
        return Error{ErrorKind::Conflict, ErrorCode::ConstraintViolated, key, {}};
    if (auto made = makeFolders(key); !made)
        return made;
    // Begins with a dot, as no key's part may.
    const QString temporary = QFileInfo(path).absolutePath()
                              + u"/.put-%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    if (auto written = writePrivateFile(temporary, bytes); !written)
        return withoutWorkspaceWords(written.error(), key);
    auto moved = moveWithoutOverwriting(temporary, path);
    if (moved)
        return {};
    QFile::remove(temporary);
    return withoutWorkspaceWords(moved.error(), key);
}

Result<void> FolderObjectStore::makeFolders(const QString &key) const
{
    // A team's folder may well be a link to another disk.
    if (m_whose == Whose::Ours || !QFileInfo(m_folder).isDir()) {
        if (auto root = createPrivateFolder(m_folder, m_whose); !root)
            return root;
    }
    for (auto end = key.indexOf(u'/'); end >= 0; end = key.indexOf(u'/', end + 1)) {
        if (auto made = createPrivateFolder(m_folder + u'/' + key.left(end), m_whose); !made)
            return made;
    }
    return {};
}

Result<FolderObjectStore::Listing> FolderObjectStore::list()
{
    // Something else that lies there, such as a disk's lost+found, was put by nobody of ours.
    const auto found = filesBelow(m_folder, [](const QString &path) { return checkKey(path) || isLeftover(path); });
    Listing listing;
    for (const FileBelow &file : found.files)
        listing.entries.append({file.relative, file.size, file.changedAt});
    for (const Error &error : found.unreadable)
        listing.unreadable.append(unreadable(error, error.subject.isEmpty() ? m_folder : error.subject));
    return listing;
}

Result<void> FolderObjectStore::remove(const QString &key)
{
    if (auto checked = checkKey(key); !checked && !isLeftover(key))
        return checked;
    auto removed = removeFileBelow(m_folder, key);
    if (!removed && removed.error().code == ErrorCode::WorkspaceNotFound)
        return Error{ErrorKind::NotFound, ErrorCode::ObjectMissing, key, {}};
    return removed;
}

Result<QByteArray> FolderObjectStore::get(const QString &key, const QString &sha256, qint64 size)
{
    // Nothing was put under a key that put() refuses, nor anything so large: rows can name both.
    if (!checkKey(key))
        return Error{ErrorKind::NotFound, ErrorCode::ObjectMissing, key, {}};
    if (size > domain::documentMostBytes)
        return Error{ErrorKind::Corrupt, ErrorCode::ObjectAltered, key, {}};
    auto bytes = readFileBelow(m_folder, key, size);
    if (!bytes) {
        const Error &error = bytes.error();
        if (error.code == ErrorCode::ObjectAltered)
            return error;
        if (error.code == ErrorCode::WorkspaceNotFound)
            return Error{ErrorKind::NotFound, ErrorCode::ObjectMissing, key, {}};
        return unreadable(error, key);
    }
    if (domain::sha256Hex(*bytes) != sha256)
        return Error{ErrorKind::Corrupt, ErrorCode::ObjectAltered, key, {}};
    return bytes;
}

} // namespace gatehouse::store
