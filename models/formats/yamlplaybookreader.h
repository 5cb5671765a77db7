#pragma once

#include "domain/playbook.h"

#include <functional>

namespace gatehouse::formats {

// Reads a playbook from YAML; resources/playbooks/README.md describes the keys. Strict, because a playbook is policy:
// an unknown or doubled key, a name that means nothing here, a reference to something the file does not define, or a
// number out of range is refused and never guessed at. Any thread; nothing is thrown.
class YamlPlaybookReader
{
public:
    // The playbook that another one extends, or nullptr where there is none of that id and version.
    using Bases = std::function<const domain::Playbook *(const QString &id, int version)>;

    // `fileName` is named in errors. Error: always Invalid/PlaybookInvalid; arguments: line and reason of the first
    // problem in the file, then line and reason of each further one, problemsMost in all.
    base::Result<domain::Playbook> read(const QByteArray &bytes, const QString &fileName,
                                        const Bases &bases = {}) const;

    static constexpr int problemsMost = 20;
};

} // namespace gatehouse::formats
