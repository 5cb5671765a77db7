#pragma once

#include "base/result.h"

#include <exception>

namespace gatehouse::operations {

// What `job` answers. Nothing throws below the edge but allocation and Qt's own containers; a thread must not die of
// it.
template <class T, class Job>
base::Result<T> withoutExceptions(const Job &job)
{
    try {
        return job();
    } catch (const std::exception &exception) {
        return base::Error{
            base::ErrorKind::Internal, base::ErrorCode::Internal, QString::fromUtf8(exception.what()), {}};
    }
}

} // namespace gatehouse::operations
