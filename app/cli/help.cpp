#include "cli/help.h"

#include "cli/verb.h"

#include <QCoreApplication>

namespace gatehouse::cli {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

constexpr int mostColumns = 100;

struct Entry
{
    QString term;
    QString text;
};

QString wrapped(const QString &text, int indent)
{
    QString lines;
    int column = indent;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (column > indent && column + 1 + word.size() > mostColumns) {
            lines += QLatin1Char('\n') + QString(indent, QLatin1Char(' '));
            column = indent;
        } else if (column > indent) {
            lines += QLatin1Char(' ');
            ++column;
        }
        lines += word;
        column += int(word.size());
    }
    return lines + QLatin1Char('\n');
}

QString entries(const QList<Entry> &list)
{
    qsizetype width = 0;
    for (const Entry &entry : list)
        width = qMax(width, entry.term.size());
    QString text;
    for (const Entry &entry : list)
        text += QStringLiteral("  ") + entry.term.leftJustified(width + 2) + wrapped(entry.text, int(width) + 4);
    return text;
}

QString optionTerm(const Option &option)
{
    const QString name = QStringLiteral("--") + QString::fromLatin1(option.name);
    return option.placeholder ? name + QLatin1Char(' ') + QString::fromLatin1(option.placeholder) : name;
}

QString optionEntries(const QList<Option> &options)
{
    QList<Entry> list;
    for (const Option &option : options)
        list.append({optionTerm(option), textOf(option.help)});
    return entries(list);
}

QString exitCodes()
{
    return entries({{QStringLiteral("0"), HelpText::tr("done; of gate: open")},
                    {QStringLiteral("2"), HelpText::tr("bad input or usage")},
                    {QStringLiteral("3"), HelpText::tr("denied, or access gate closed")},
                    {QStringLiteral("4"), HelpText::tr("not found")},
                    {QStringLiteral("5"), HelpText::tr("conflict: in use, or changed since it was reviewed")},
                    {QStringLiteral("6"), HelpText::tr("unreachable")},
                    {QStringLiteral("1"), HelpText::tr("anything else")}});
}

QString verbHelp(const Verb &verb)
{
    QString text = HelpText::tr("Usage: %1").arg(usageOf(verb)) + QStringLiteral("\n\n") + textOf(verb.summary)
                   + QStringLiteral(".\n");
    if (verb.description)
        text += wrapped(textOf(verb.description), 0);
    QList<Entry> arguments;
    for (const Argument &argument : verb.arguments)
        arguments.append({QString::fromLatin1(argument.name), textOf(argument.help)});
    if (!arguments.isEmpty())
        text += QLatin1Char('\n') + HelpText::tr("Arguments:") + QLatin1Char('\n') + entries(arguments);
    QList<Option> own = verb.options;
    if (verb.effect == Effect::Changes)
        own.append(requestOption());
    if (!own.isEmpty())
        text += QLatin1Char('\n') + HelpText::tr("Options:") + QLatin1Char('\n') + optionEntries(own);
    if (verb.example)
        text += QLatin1Char('\n') + HelpText::tr("Example:") + QLatin1Char('\n') + QString::fromUtf8(verb.example);
    return text + QLatin1Char('\n') + HelpText::tr("Options of every verb:") + QLatin1Char('\n')
           + optionEntries(globalOptions());
}

QString nounHelp(const QString &noun)
{
    QList<Entry> list;
    for (const Verb *verb : verbsOfNoun(noun))
        list.append({QString::fromLatin1(verb->name), textOf(verb->summary)});
    return HelpText::tr("Usage: %1").arg(QStringLiteral("gatehouse-admin %1 ...").arg(noun)) + QStringLiteral("\n\n")
           + entries(list) + QLatin1Char('\n')
           + HelpText::tr("More about one of them: %1")
                 .arg(QStringLiteral("gatehouse-admin %1 ... --help\n").arg(noun));
}

QString overallHelp()
{
    QList<Entry> list;
    for (const Verb &verb : verbs())
        list.append({QString::fromLatin1(verb.name), textOf(verb.summary)});
    return HelpText::tr("Usage: %1")
               .arg(QStringLiteral("gatehouse-admin [--workspace WORKSPACE] [--as SUBJECT] [--json] VERB ..."))
           + QStringLiteral("\n\n") + HelpText::tr("Verbs:") + QLatin1Char('\n') + entries(list) + QLatin1Char('\n')
           + HelpText::tr("Options of every verb:") + QLatin1Char('\n') + optionEntries(globalOptions())
           + QLatin1Char('\n') + HelpText::tr("Exit codes:") + QLatin1Char('\n') + exitCodes() + QLatin1Char('\n')
           + HelpText::tr("More about one of them: %1").arg(QStringLiteral("gatehouse-admin VERB --help\n"));
}

} // namespace

QString helpText(const QString &topic)
{
    if (const Verb *verb = findVerb(topic))
        return verbHelp(*verb);
    return topic.isEmpty() ? overallHelp() : nounHelp(topic);
}

QString versionText()
{
    return QStringLiteral("gatehouse-admin %1\n").arg(QCoreApplication::applicationVersion());
}

} // namespace gatehouse::cli
