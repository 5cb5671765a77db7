#include "wiring/identity.h"

#include "domain/text.h"

#include <QFile>

#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace gatehouse::wiring {

using namespace Qt::StringLiterals;

QString osUser()
{
    const uid_t uid = getuid();
    const long suggested = sysconf(_SC_GETPW_R_SIZE_MAX);
    std::vector<char> buffer(suggested > 0 ? static_cast<std::size_t>(suggested) : 16384);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found && *found->pw_name)
        return QFile::decodeName(found->pw_name);
    return u"uid-%1"_s.arg(uid);
}

base::Result<QStringList> rootAdminSubjects()
{
    const QString variable = u"OTC_ROOT_ADMIN_SUBJECTS"_s;
    QStringList subjects;
    for (const QString &part : qEnvironmentVariable("OTC_ROOT_ADMIN_SUBJECTS").split(u',')) {
        if (part.trimmed().isEmpty())
            continue;
        auto subject = domain::checkedSubject(part, variable);
        if (!subject)
            return subject.error();
        if (!subjects.contains(*subject))
            subjects.append(*subject);
    }
    return subjects;
}

} // namespace gatehouse::wiring
