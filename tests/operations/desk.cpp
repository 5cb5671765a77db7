#include "operations/desk.h"

#include "domain/text.h"
#include "store/rawrows.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace gatehouse::operationstest {

using domain::Role;
using operations::Caller;

namespace {

// Below a folder: path and hash of every file.
QString filesBelow(const QString &folder)
{
    QStringList lines;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        lines += file.fileName() + QLatin1Char(' ') + domain::sha256Hex(bytes);
    }
    lines.sort();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Person::Person(QString subject, Caller caller, std::unique_ptr<domain::Authority> authority,
               const domain::PlaybookSource &playbooks, base::IdSource &ids)
    : m_subject(std::move(subject)),
      m_caller(std::move(caller)),
      m_authority(std::move(authority)),
      m_ids(ids),
      m_runner(*m_authority, playbooks, ids)
{ }

base::Result<domain::Receipt> Person::run(const operations::Operation &operation, const QString &requestId)
{
    return m_runner.run(operation, m_caller, requestId.isNull() ? m_ids.next() : requestId);
}

Desk::InMemory::InMemory() : m_before(qgetenv("TMPDIR"))
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    if (memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

Desk::InMemory::~InMemory()
{
    if (m_before.isNull())
        qunsetenv("TMPDIR");
    else
        qputenv("TMPDIR", m_before);
}

Desk::Desk(On on) : m_inMemory(std::in_place), m_files(on)
{
    m_inMemory.reset();
    m_playbooks = std::make_shared<ItemPlaybooks>(expected(formats::BundledPlaybooks::load()));
    m_raw = m_files.rawClient();
}

Caller Desk::callerOf(const QString &subject) const
{
    const auto osUser = QStringLiteral("os-user");
    return m_files.on() == On::Sqlite ? Caller{subject, osUser} : Caller{{}, osUser};
}

Person &Desk::root()
{
    auto &person = m_people[m_files.creator()];
    if (!person) {
        person = std::make_unique<Person>(m_files.creator(), callerOf(m_files.creator()), m_files.authority(),
                                          *m_playbooks, m_files.ids);
    }
    return *person;
}

Person &Desk::person(const QString &name)
{
    const QString subject = m_files.subject(name);
    auto &person = m_people[subject];
    if (!person) {
        person =
            std::make_unique<Person>(subject, callerOf(subject), m_files.authority(subject), *m_playbooks, m_files.ids);
    }
    return *person;
}

Person &Desk::holder(Role role)
{
    Person *&holder = m_holders[role];
    if (!holder) {
        holder = &person(QStringLiteral("a_") + QString(domain::roleName(role)));
        if (role != Role::PartnerAdmin)
            expected(root().run(grant(holder->subject(), role, QStringLiteral("Holder"))));
    }
    return *holder;
}

QString Desk::fresh(const char *what)
{
    return QStringLiteral("%1-%2").arg(QLatin1StringView(what)).arg(++m_last, 4, 10, QLatin1Char('0'));
}

QJsonObject Desk::application(const QString &name, const QStringList &roster)
{
    QJsonArray contacts;
    for (const QString &subject : roster) {
        contacts.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Ada ") + subject},
                                    {QStringLiteral("email"), QStringLiteral("ada@example.org")},
                                    {QStringLiteral("phone"), QString()},
                                    {QStringLiteral("role"), QStringLiteral("Compliance officer")},
                                    {QStringLiteral("subject"), subject}});
    }
    return {{QStringLiteral("name"), name},
            {QStringLiteral("legal_name"), name + QStringLiteral(" AG")},
            {QStringLiteral("kyb_object_key"), QStringLiteral("uploads/kyb.pdf")},
            {QStringLiteral("licensing_object_key"), QStringLiteral("uploads/licence.pdf")},
            {QStringLiteral("contacts"), contacts}};
}

QString Desk::newPartner(QStringList roster)
{
    if (roster.isEmpty())
        roster += fresh("staff");
    const auto submit = submission(application(fresh("Partner"), roster), roster.constFirst());
    return expected(root().run(submit)).result.value(QLatin1StringView("partner")).toString();
}

QString Desk::reviewable(const QStringList &roster)
{
    const QString partner = newPartner(roster);
    for (const auto &kind : {QStringLiteral("kyb"), QStringLiteral("licensing")})
        expected(root().run(filing(partner, kind)));
    return partner;
}

QString Desk::approved(const QStringList &roster)
{
    const QString partner = reviewable(roster);
    expected(root().run(decision(partner, domain::Verdict::Approve)));
    return partner;
}

QByteArray Desk::newKey(QString partner)
{
    if (partner.isEmpty())
        partner = newPartner();
    const domain::Receipt receipt = expected(root().run(tenantOf(partner)));
    return receipt.secret ? receipt.secret->bytes().toByteArray() : QByteArray();
}

operations::Decide Desk::decision(const QString &partner, domain::Verdict verdict)
{
    operations::Decide decide;
    decide.partner = partner;
    decide.verdict = verdict;
    decide.notes = QStringLiteral("Register extract and licence agree.");
    decide.partnerComment = QStringLiteral("Thank you.");
    decide.evidence = QStringList{QStringLiteral("policy:POL-7")};
    decide.reviewed = view(partner).reviewDigest;
    return decide;
}

operations::PartnerView Desk::view(const QString &partner)
{
    return expected(root().ask(operations::ShowPartner{partner}));
}

QString Desk::contents()
{
    return storetest::contents(*m_raw, m_files) + filesBelow(m_files.objectFolder());
}

} // namespace gatehouse::operationstest
