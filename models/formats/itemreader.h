#pragma once

#include "formats/playbookcheck.h"
#include "formats/playbookfields.h"

namespace gatehouse::formats {

// Steps and checklists of one phase, into `phase`; their lines into `lines`. `playbook`: its profiles are known by now.
// `base`: where `use` takes a checklist from, nullptr when the playbook extends none.
void readItems(YamlFields &fields, const domain::Playbook &playbook, const domain::Playbook *base,
               domain::PhaseRule &phase, PlaybookLines::Phase &lines, YamlProblems &problems);

} // namespace gatehouse::formats
