#pragma once

#include "documents/descriptor.h"
#include "documents/protocol.h"
#include "documents/sealedbytes.h"

#include <QDeadlineTimer>
#include <QString>

#include <memory>
#include <sys/types.h>

namespace gatehouse::documents {

// One helper at work on one document. One thread at a time; it need not always be the same. Its end kills the process
// and waits until it is gone, so that none is left over.
class HelperProcess
{
public:
    // Starts `program` with the document and one end of a socket pair, and nothing else of ours. Nothing when it can't
    // be started.
    static std::unique_ptr<HelperProcess> start(const QString &program, const SealedBytes &document);
    ~HelperProcess();
    Q_DISABLE_COPY_MOVE(HelperProcess)

    enum class Heard {
        Answer,
        Late,     // not before the deadline
        Left,     // this thread was asked to end (QThread::requestInterruption)
        Gone,     // the process ended
        Nonsense, // what came is no answer to the request
    };
    struct Reply
    {
        Heard heard = Heard::Gone;
        Outcome outcome = Outcome::Done;
        QByteArray body;
    };
    // After anything but Answer the process is of no more use. `request.id` is filled in here.
    Reply ask(Request request, QDeadlineTimer deadline);
    // Sends the request of the next receive(), so that the time until then can be used.
    bool send(Request request);
    Reply receive(QDeadlineTimer deadline);

    // It waits for a question. False: it ended since the last answer, or said something without being asked.
    bool isWaiting() const;
    // After Gone: the program could not even be loaded, e.g. for a library that is missing.
    bool neverRan();
    pid_t pid() const { return m_pid; }

private:
    HelperProcess(Descriptor socket, pid_t pid) : m_socket(std::move(socket)), m_pid(pid) { }
    Heard readInto(char *data, qsizetype length, QDeadlineTimer deadline);
    int ended();

    Descriptor m_socket;
    pid_t m_pid;
    bool m_reaped = false;
    int m_status = 0;
    Request m_asked;
};

} // namespace gatehouse::documents
