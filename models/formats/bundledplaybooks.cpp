#include "formats/bundledplaybooks.h"

#include "formats/yamlnode.h"
#include "formats/yamlplaybookreader.h"

#include <QDir>
#include <QMap>

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

// One byte more than allowed is enough for the reader to refuse it.
const QString programFolder = u":/playbooks"_s;
constexpr qint64 bytesRead = yamlMostBytes + 1;

} // namespace

const Playbook *BundledPlaybooks::exact(const QString &id, int version) const
{
    const auto found = std::find_if(m_playbooks.cbegin(), m_playbooks.cend(), [&](const Playbook &playbook) {
        return playbook.id == id && playbook.version == version;
    });
    return found == m_playbooks.cend() ? nullptr : &*found;
}

base::Result<void> BundledPlaybooks::add(const QByteArray &bytes, const QString &name)
{
    auto read =
        YamlPlaybookReader().read(bytes, name, [this](const QString &id, int version) { return exact(id, version); });
    if (!read)
        return read.error();
    if (exact(read->id, read->version)) {
        return base::Error{base::ErrorKind::Invalid,
                           base::ErrorCode::PlaybookInvalid,
                           name,
                           {u"1"_s, u"version: one that no other file has for the id %1"_s.arg(read->id)}};
    }
    m_playbooks.append(*std::move(read));
    return {};
}

// A file may extend any other, so those that can't be read are tried again while others come in; first come those that
// extend none.
QList<base::Error> BundledPlaybooks::addAll(const QString &folder)
{
    struct File
    {
        QString name;
        QByteArray bytes;
    };
    QList<base::Error> unreadable;
    QList<File> pending;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            pending.append({name, file.read(bytesRead)});
        else
            unreadable.append(
                {base::ErrorKind::Unreachable, base::ErrorCode::FileUnreadable, name, {file.errorString()}});
    }
    std::stable_partition(pending.begin(), pending.end(),
                          [](const File &file) { return !file.bytes.contains("\nextends:"); });
    QMap<QString, base::Error> refused; // by name
    for (qsizetype before = pending.size() + 1; pending.size() < before;) {
        before = pending.size();
        pending.removeIf([&](const File &file) {
            const auto added = add(file.bytes, file.name);
            if (added)
                refused.remove(file.name);
            else
                refused.insert(file.name, added.error());
            return bool(added);
        });
    }
    unreadable += refused.values();
    return unreadable;
}

base::Result<std::shared_ptr<const BundledPlaybooks>> BundledPlaybooks::load(const QString &folder,
                                                                             const QString &ownFolder)
{
    initPlaybooks();
    // The program's own never change while it runs, and reading them takes a tenth of its start.
    static const auto ours = readFolder(programFolder);
    auto read = folder == programFolder ? ours : readFolder(folder);
    if (!read || ownFolder.isEmpty() || !QFileInfo::exists(ownFolder))
        return read ? base::Result<std::shared_ptr<const BundledPlaybooks>>(*read) : read.error();
    const std::shared_ptr<BundledPlaybooks> source(new BundledPlaybooks(**read));
    source->m_findings = source->addAll(ownFolder);
    source->sort();
    return std::shared_ptr<const BundledPlaybooks>(source);
}

base::Result<std::shared_ptr<BundledPlaybooks>> BundledPlaybooks::readFolder(const QString &folder)
{
    const std::shared_ptr<BundledPlaybooks> source(new BundledPlaybooks);
    if (const auto errors = source->addAll(folder); !errors.isEmpty())
        return errors.constFirst();
    source->sort();
    return source;
}

void BundledPlaybooks::sort()
{
    std::sort(m_playbooks.begin(), m_playbooks.end(),
              [](const Playbook &a, const Playbook &b) { return a.id != b.id ? a.id < b.id : a.version > b.version; });
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
