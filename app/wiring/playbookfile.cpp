#include "wiring/playbookfile.h"

#include "formats/yamlplaybookreader.h"

namespace gatehouse::wiring {

base::Result<domain::Playbook> readPlaybookFile(const QByteArray &bytes, const QString &fileName,
                                                const domain::PlaybookSource &installed)
{
    domain::Playbook base;
    const auto bases = [&](const QString &id, int version) -> const domain::Playbook * {
        auto found = installed.playbook(id, version);
        if (!found)
            return nullptr;
        base = *std::move(found);
        return &base;
    };
    return formats::YamlPlaybookReader().read(bytes, fileName, bases);
}

} // namespace gatehouse::wiring
