#include "cli/session.h"

#include "cli/jsonforms.h"
#include "cli/terminaltext.h"
#include "words/textmarks.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace gatehouse::cli {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Result;

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

// A note is far shorter; this only keeps a mistaken pipe from filling the memory.
constexpr qint64 textMostBytes = 1024LL * 1024;

} // namespace

Session::Session(Environment &environment, Output &output, Arguments arguments)
    : m_environment(environment), m_output(output), m_arguments(std::move(arguments))
{ }

QString Session::workspace() const
{
    const QString given = m_arguments.value(QStringLiteral("workspace"));
    return given.isEmpty() ? m_environment.defaultWorkspace() : given;
}

operations::Caller Session::caller() const
{
    return {m_arguments.value(QStringLiteral("as")), m_environment.osUser()};
}

Result<operations::OperationRunner *> Session::runner()
{
    if (!m_runner) {
        auto opened = m_environment.open(workspace());
        if (!opened)
            return opened.error();
        m_authority = std::move(*opened);
        m_runner.emplace(*m_authority, m_environment.playbooks(), m_environment.ids());
    }
    return &*m_runner;
}

Result<domain::Receipt> Session::run(const operations::Operation &operation)
{
    auto ready = runner();
    if (!ready)
        return ready.error();
    const QString request = QStringLiteral("request");
    return (*ready)->run(operation, caller(),
                         m_arguments.isSet(request) ? m_arguments.value(request) : m_environment.ids().next());
}

void Session::printDone(const domain::Receipt &receipt, const QString &sentence)
{
    if (format() == Format::Json)
        return printJson(receiptJson(receipt));
    printText(receipt.replayed
                  ? SessionText::tr("Done before under this request id; nothing happened now. %1").arg(sentence)
                  : sentence);
}

void Session::printJson(const QJsonObject &object)
{
    m_output.write(jsonLine(object));
}

void Session::printText(const QString &text)
{
    const QString bare = visible(words::plain(text));
    m_output.write((bare.endsWith(QLatin1Char('\n')) ? bare : bare + QLatin1Char('\n')).toUtf8());
}

Result<QByteArray> Session::readFile(const QString &name, qint64 mostBytes)
{
    QFile file(name);
    const bool opened =
        name == QLatin1StringView("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{ErrorKind::Invalid, ErrorCode::FileUnreadable, name, {file.errorString()}};
    // One byte more than may be, so that a file that is too large is noticed without reading all of it. A pipe gives
    // what its writer has written so far: only an empty answer is its end.
    QByteArray bytes;
    while (bytes.size() <= mostBytes) {
        const QByteArray part = file.read(mostBytes + 1 - bytes.size());
        if (part.isEmpty())
            break;
        bytes += part;
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Invalid, ErrorCode::FileUnreadable, name, {file.errorString()}};
    if (bytes.isEmpty())
        return Error{ErrorKind::Invalid, ErrorCode::FileEmpty, name, {}};
    if (bytes.size() > mostBytes)
        return Error{ErrorKind::Invalid, ErrorCode::FileTooLarge, name, {QString::number(mostBytes >> 20)}};
    return bytes;
}

Result<QString> Session::textOption(const QString &name) const
{
    const QString given = m_arguments.value(name);
    if (given != QLatin1StringView("-"))
        return given;
    auto bytes = readFile(given, textMostBytes);
    if (!bytes)
        return bytes.error();
    return QString::fromUtf8(*bytes);
}

} // namespace gatehouse::cli
