#pragma once

#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/output.h"
#include "operations/runner.h"

namespace gatehouse::cli {

// One call: what was asked, the workspace once it is needed, and where the answer goes. One thread.
class Session
{
public:
    Session(Environment &environment, Output &output, Arguments arguments);

    const Arguments &arguments() const { return m_arguments; }
    Environment &environment() { return m_environment; }
    Output &output() { return m_output; }
    Format format() const { return m_arguments.isSet(QStringLiteral("json")) ? Format::Json : Format::Human; }
    QString workspace() const;
    base::Instant now() const { return m_environment.clock().now(); }

    template <class Query>
    base::Result<typename Query::Answer> ask(const Query &query)
    {
        auto ready = runner();
        return ready ? (*ready)->ask(query, caller()) : base::Result<typename Query::Answer>(ready.error());
    }
    // With the request id that was given, else a new one.
    base::Result<domain::Receipt> run(const operations::Operation &operation);

    // Prints the receipt as JSON, or the sentence for people.
    void printDone(const domain::Receipt &receipt, const QString &sentence);
    void printJson(const QJsonObject &object);
    // Data inside is made visible; ends with a line break.
    void printText(const QString &text);

    // The bytes of a file, or of standard input for "-". Errors: FileUnreadable, FileEmpty, FileTooLarge (`mostBytes`).
    static base::Result<QByteArray> readFile(const QString &name, qint64 mostBytes);
    // The option's value, or standard input for "-".
    base::Result<QString> textOption(const QString &name) const;

private:
    operations::Caller caller() const;
    base::Result<operations::OperationRunner *> runner();

    Environment &m_environment;
    Output &m_output;
    Arguments m_arguments;
    std::unique_ptr<domain::Authority> m_authority;
    std::optional<operations::OperationRunner> m_runner;
};

} // namespace gatehouse::cli
