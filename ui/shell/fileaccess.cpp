#include "ui/shell/fileaccess.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace gatehouse::ui {

namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;

base::Result<QByteArray> readNow(const QString &path, qint64 most)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Invalid, ErrorCode::FileUnreadable, name, {file.errorString()}};
    // One byte more than allowed tells a pipe or a growing file, whose size says nothing, from one that fits.
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFile::NoError)
        return Error{ErrorKind::Invalid, ErrorCode::FileUnreadable, name, {file.errorString()}};
    if (bytes.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::FileEmpty, name, {}};
    if (bytes.size() > most)
        return Error{ErrorKind::Invalid, ErrorCode::FileTooLarge, name, {QString::number(most >> 20)}};
    return bytes;
}

base::Result<QString> writeNow(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit())
        return QString();
    return file.errorString();
}

// Runs `work` in a thread of the pool.
template <class Value>
QFuture<Value> inBackground(std::function<Value()> work)
{
    auto promise = std::make_shared<QPromise<Value>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

QFuture<base::Result<QByteArray>> readWholeFile(const QString &path, qint64 most)
{
    return inBackground<base::Result<QByteArray>>([path, most] { return readNow(path, most); });
}

QFuture<base::Result<QString>> writeCopy(const QString &path, const QByteArray &bytes)
{
    return inBackground<base::Result<QString>>([path, bytes] { return writeNow(path, bytes); });
}

} // namespace gatehouse::ui
