#pragma once

#include "domain/event.h"
#include "domain/playbook.h"

#include <QString>

namespace gatehouse::words {

// An event in one line, without who and when: "Approved", "Document filed: KYB package", "Suspended". The playbook
// names document kinds; without one the kind itself is shown. A type this version doesn't know is shown as it is.
QString eventWords(const domain::Event &event, const domain::Playbook *playbook = nullptr);

} // namespace gatehouse::words
