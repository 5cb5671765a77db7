#pragma once

#include "formats/playbookfields.h"

namespace gatehouse::formats {

// Profiles, templates, metrics and what else a playbook says besides phases, into `playbook`. What `base` has is taken
// over first (nullptr: there is none); an entry of the same id here takes its place.
void readPlaybookParts(YamlFields &file, const domain::Playbook *base, domain::Playbook &playbook,
                       YamlProblems &problems);

// What the parts and the items name of each other: metrics, templates, items in placeholders.
void checkPlaybookParts(YamlFields &file, const domain::Playbook &playbook);

} // namespace gatehouse::formats
