#pragma once

#include <QThread>

#include <chrono>

namespace gatehouse::operations {

// A thread in which one object works. Made, destroyed and waited for in one thread (the GUI's). Destruction asks it to
// end and waits for nothing: what is under way may stand behind another writer's lock for seconds. The thread deletes
// `worker` and then itself when it gets there.
class WorkerThread
{
public:
    // Takes `worker`, which has no parent, and starts. It is deleted in its own thread: a database connection must be
    // closed where it was opened.
    WorkerThread(const QString &name, QObject *worker);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    // At the program's end: waits for all that were asked to end. False when one is still at work after `most`.
    static bool waitForEnded(std::chrono::milliseconds most);

private:
    QThread *m_thread;
};

} // namespace gatehouse::operations
