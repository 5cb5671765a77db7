#pragma once

#include "render/pages.h"

#include <functional>

namespace gatehouse::render {

using Parse = std::function<GotPages()>;

// Answers requests that come through `socket` until the other end is closed or sends what is no request. `parse` is
// called by the first Open. A request that takes 20 seconds ends the process: nobody waits for it any more.
void serve(int socket, const QByteArray &document, const Parse &parse);

} // namespace gatehouse::render
