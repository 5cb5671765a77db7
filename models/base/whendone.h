#pragma once

#include "base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QThread>

namespace gatehouse::base {

// The only way an asynchronous answer is consumed. Call it in the thread `context` lives in; `callback` runs there
// once, with Cancelled when the future was cancelled or ended without a result, and never when `context` died first.
// One consumer per future: the result is moved out. The callback may delete `context`; nothing is touched after it.
// QFuture::then(context, ...) is not used because Qt 6.4.2 aborts debug builds when the context dies first.
template <class T, class Callback>
void whenDone(QFuture<Result<T>> future, QObject *context, Callback &&callback)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::forward<Callback>(callback)]() mutable {
                         watcher->deleteLater();
                         auto finished = watcher->future();
                         auto call = std::move(done);
                         // Cancelled after its result had come, it may not be taken from any more.
                         if (finished.isCanceled() || finished.resultCount() == 0)
                             call(Result<T>(Error{ErrorKind::Cancelled, ErrorCode::Cancelled, {}, {}}));
                         else
                             call(finished.takeResult());
                     });
    // After connect: a future that is already finished still signals.
    watcher->setFuture(std::move(future));
}

} // namespace gatehouse::base
