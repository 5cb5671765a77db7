#include "app/cli/admin.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace gatehouse::clitests {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

Answer runProgram(const QStringList &words, const QByteArray &input, const QString &standardOutput)
{
    QProcess process;
    // The plainest surroundings: what a locale or a time zone would add must not decide a test.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.remove(u"QT_LOGGING_RULES"_s);
    process.setProcessEnvironment(environment);
    if (!standardOutput.isEmpty())
        process.setStandardOutputFile(standardOutput);
    process.start(QString::fromLatin1(GATEHOUSE_BINARY_DIR "/bin/gatehouse-admin"), words);
    // In two parts with a pause, as a slow writer does: what comes late must not be cut off.
    process.write(input.first(input.size() / 2));
    if (!input.isEmpty()) {
        process.waitForBytesWritten();
        QTest::qSleep(100);
    }
    process.write(input.sliced(input.size() / 2));
    process.closeWriteChannel();
    Answer answer;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit)
        answer.exit = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

QJsonObject lineObject(const QByteArray &line)
{
    return line.count('\n') == 1 && line.endsWith('\n') ? QJsonDocument::fromJson(line).object() : QJsonObject();
}

QStringList pdfsBelow(const QString &place)
{
    if (!QFileInfo(place).isDir())
        return {place};
    QStringList found;
    QDirIterator files(place, {u"*.pdf"_s}, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next());
    found.sort();
    return found;
}

} // namespace

QJsonObject Answer::json() const
{
    return lineObject(out);
}

QJsonObject Answer::error() const
{
    return lineObject(err).value(QLatin1StringView("error")).toObject();
}

QByteArray Answer::report() const
{
    return "exit " + QByteArray::number(exit) + "\n" + out + err;
}

Admin::Admin(Database database)
{
    qunsetenv("GATEHOUSE_WORKSPACE");
    if (database == Database::Postgres)
        m_postgres = std::make_unique<support::TestDatabase>();
}

Admin::~Admin() = default;

QString Admin::create()
{
    if (m_postgres && !m_postgres->isOpen())
        return m_postgres->errorText();
    QStringList words{u"--workspace"_s, workspaceOf(u"owner"_s), u"init"_s};
    if (m_postgres)
        words += {u"--objects"_s, path(u"objects"_s)};
    const Answer answer = bare(words);
    if (answer.exit != 0)
        return QString::fromUtf8(answer.report());
    return add(u"rita"_s, u"root_admin"_s);
}

QString Admin::add(const QString &person, const QString &role)
{
    if (m_postgres) {
        const QString login = m_postgres->addLogin(person, {u"gatehouse_operators"_s});
        if (login.isEmpty())
            return u"no login for "_s + person;
        m_logins.insert(person, login);
    }
    if (role.isEmpty())
        return {};
    const Answer answer = run(u"owner"_s, {u"operator"_s, u"add"_s, subject(person), u"--role"_s, role});
    return answer.exit == 0 ? QString() : QString::fromUtf8(answer.report());
}

Answer Admin::run(const QString &person, const QStringList &words, const QByteArray &input) const
{
    QStringList all{u"--workspace"_s, workspaceOf(person)};
    if (!m_postgres && person != QLatin1StringView("owner"))
        all += {u"--as"_s, person};
    return bare(all + words, input);
}

Answer Admin::json(const QString &person, const QStringList &words) const
{
    return run(person, QStringList{u"--json"_s} + words);
}

Answer Admin::bare(const QStringList &words, const QByteArray &input, const QString &standardOutput)
{
    return runProgram(words, input, standardOutput);
}

QString Admin::subject(const QString &person) const
{
    return m_postgres ? m_logins.value(person, person) : person;
}

QString Admin::workspaceOf(const QString &person) const
{
    return m_postgres ? m_postgres->uri(m_logins.value(person)) : path(u"test.gatehouse"_s);
}

QString Admin::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return written ? file.fileName() : QString();
}

QString Admin::submit(const QString &firstContact)
{
    QFile sample(QString::fromLatin1(GATEHOUSE_SOURCE_DIR "/resources/sample/application.json"));
    if (!sample.open(QIODevice::ReadOnly))
        return {};
    QJsonObject application = QJsonDocument::fromJson(sample.readAll()).object();
    QJsonArray contacts = application.value(QLatin1StringView("contacts")).toArray();
    QJsonObject first = contacts.at(0).toObject();
    if (!firstContact.isEmpty()) {
        first.insert(u"subject"_s, subject(firstContact));
        contacts.replace(0, first);
        application.insert(u"contacts"_s, contacts);
    }
    const QString name = write(u"application.json"_s, QJsonDocument(application).toJson());
    const Answer answer =
        json(u"owner"_s, {u"partner"_s, u"submit"_s, u"--file"_s, name, u"--playbook"_s, u"otc-partner"_s,
                          u"--submitter"_s, first.value(QLatin1StringView("subject")).toString()});
    if (answer.exit != 0)
        qWarning("%s", answer.report().constData());
    return answer.json().value(QLatin1StringView("result")).toObject().value(QLatin1StringView("slug")).toString();
}

Answer Admin::file(const QString &partner, const QString &kind, const QString &document)
{
    return json(u"owner"_s, {u"dossier"_s, u"file"_s, partner, u"--kind"_s, kind, u"--object"_s, document});
}

QString Admin::digest(const QString &partner)
{
    return json(u"rita"_s, {u"review"_s, u"show"_s, partner}).json().value(QLatin1StringView("digest")).toString();
}

Answer Admin::decide(const QString &verb, const QString &partner, const QString &digest, const QStringList &more)
{
    return json(u"rita"_s,
                QStringList{verb, partner, u"--notes"_s, u"Checked the ownership chart against the register."_s,
                            u"--evidence"_s, u"kyb:1"_s, u"--reviewed"_s, digest}
                    + more);
}

QStringList foreignPdfs(int most)
{
    const QString named = qEnvironmentVariable("GATEHOUSE_TEST_PDFS", u"/usr/share"_s);
    QStringList found;
    for (const QString &place : named.split(QLatin1Char(':'), Qt::SkipEmptyParts))
        found += pdfsBelow(place);
    return found.mid(0, most);
}

void addDatabases()
{
    QTest::addColumn<Database>("database");
    QTest::newRow("SQLite") << Database::Sqlite;
    QTest::newRow("PostgreSQL") << Database::Postgres;
}

} // namespace gatehouse::clitests
