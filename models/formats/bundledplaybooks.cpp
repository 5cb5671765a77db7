#include "formats/bundledplaybooks.h"

#include "formats/yamlplaybookreader.h"

#include <QDir>

#include <algorithm>

// Resources of a static library are there only once somebody asks for them; the macro must stand outside namespaces.
static void initPlaybooks()
{
    Q_INIT_RESOURCE(playbooks);
}

namespace gatehouse::formats {

using namespace Qt::StringLiterals;
using domain::Playbook;

namespace {

base::Result<Playbook> readFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorKind::Unreachable, base::ErrorCode::FileUnreadable, name, {file.errorString()}};
    // One byte more than allowed is enough for the reader to refuse it.
    return YamlPlaybookReader().read(file.read(1024 * 1024 + 1), name);
}

} // namespace

base::Result<std::shared_ptr<const BundledPlaybooks>> BundledPlaybooks::load(const QString &folder)
{
    initPlaybooks();
    QList<Playbook> playbooks;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        auto read = readFile(dir.filePath(name));
        if (!read)
            return read.error();
        const bool taken = std::any_of(playbooks.cbegin(), playbooks.cend(), [&read](const Playbook &other) {
            return other.id == read->id && other.version == read->version;
        });
        if (taken)
            return base::Error{base::ErrorKind::Invalid,
                               base::ErrorCode::PlaybookInvalid,
                               name,
                               {u"1"_s, u"version: one that no other file has for the id %1"_s.arg(read->id)}};
        playbooks.append(*std::move(read));
    }
    std::sort(playbooks.begin(), playbooks.end(),
              [](const Playbook &a, const Playbook &b) { return a.id != b.id ? a.id < b.id : a.version > b.version; });
    return std::shared_ptr<const BundledPlaybooks>(new BundledPlaybooks(std::move(playbooks)));
}

QList<Playbook> BundledPlaybooks::latest() const
{
    QList<Playbook> newest;
    for (const Playbook &playbook : m_playbooks) {
        if (newest.isEmpty() || newest.last().id != playbook.id)
            newest.append(playbook);
    }
    return newest;
}

base::Result<Playbook> BundledPlaybooks::playbook(const QString &id, int version) const
{
    for (const Playbook &playbook : m_playbooks) {
        if (playbook.id == id && (version == 0 || playbook.version == version))
            return playbook;
    }
    const QString wanted = version == 0 ? id : u"%1@%2"_s.arg(id).arg(version);
    return base::Error{base::ErrorKind::NotFound, base::ErrorCode::PlaybookNotFound, wanted, {}};
}

} // namespace gatehouse::formats
