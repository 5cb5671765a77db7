#include "operations/workerthread.h"

#include <QDeadlineTimer>
#include <QSet>

namespace gatehouse::operations {

namespace {

QSet<QThread *> &ending()
{
    static QSet<QThread *> threads;
    return threads;
}

} // namespace

WorkerThread::WorkerThread(const QString &name, QObject *worker) : m_thread(new QThread)
{
    m_thread->setObjectName(name);
    worker->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_thread->start();
}

WorkerThread::~WorkerThread()
{
    ending().insert(m_thread);
    QObject::connect(
        m_thread, &QThread::finished, m_thread,
        [thread = m_thread] {
            if (ending().remove(thread))
                thread->deleteLater();
        },
        Qt::QueuedConnection);
    m_thread->requestInterruption();
    m_thread->quit();
}

bool WorkerThread::waitForEnded(std::chrono::milliseconds most)
{
    const QDeadlineTimer deadline(most);
    const QSet<QThread *> threads = ending();
    for (QThread *thread : threads) {
        if (!thread->wait(deadline))
            return false;
        ending().remove(thread);
        delete thread;
    }
    return true;
}

} // namespace gatehouse::operations
