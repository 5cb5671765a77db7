#include "wiring/playbookfile.h"

#include "formats/yamlplaybookreader.h"

namespace gatehouse::wiring {

base::Result<domain::Playbook> readPlaybookFile(const QByteArray &bytes, const QString &fileName)
{
    return formats::YamlPlaybookReader().read(bytes, fileName);
}

} // namespace gatehouse::wiring
