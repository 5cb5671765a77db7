#pragma once

#include "domain/playbook.h"
#include "formats/yamlfields.h"

namespace gatehouse::formats {

// Where the parts of a playbook stand in its file; the lists run parallel to those of domain::Playbook.
struct PlaybookLines
{
    struct Phase
    {
        int line = 1;
        QList<int> items;
    };
    int submitterInRoster = 1;
    int application = 1;
    QList<int> fields;
    QList<int> documents;
    QList<Phase> phases;
    QList<int> access;
    QList<int> slas;
};

// What a playbook says about itself in one place must hold in the others: ids once, references to what is defined,
// decisions only where somebody decides.
void checkReferences(const domain::Playbook &playbook, const PlaybookLines &lines, YamlProblems &problems);

} // namespace gatehouse::formats
