#pragma once

namespace gatehouse::render {

// Before anything is loaded: no core file, no file that grows, no dump of this process by others of its user.
void limitDamage();

enum class Confined { Yes, No };

// For good, for this thread and all others of the process: no file, socket or descriptor is opened, no program or
// process started, no memory made executable; what is refused gets EPERM. Memory and processor time are limited too.
// No: the system can't do it, and nothing from outside may be read.
[[nodiscard]] Confined confine();

} // namespace gatehouse::render
