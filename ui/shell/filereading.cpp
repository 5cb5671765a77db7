#include "ui/shell/filereading.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

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
        return Error{ErrorKind::Invalid, ErrorCode::FileTooLarge, name, {QString::number(most / (1024 * 1024))}};
    return bytes;
}

} // namespace

QFuture<base::Result<QByteArray>> readWholeFile(const QString &path, qint64 most)
{
    auto promise = std::make_shared<QPromise<base::Result<QByteArray>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, most] {
        promise->addResult(readNow(path, most));
        promise->finish();
    });
    return future;
}

} // namespace gatehouse::ui
