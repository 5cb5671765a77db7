#include "cli/verb.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace gatehouse::cli {

namespace {

QString optionUsage(const Option &option)
{
    QString text = QStringLiteral("--") + QString::fromLatin1(option.name);
    if (option.placeholder)
        text += QLatin1Char(' ') + QString::fromLatin1(option.placeholder);
    if (option.occurrence != Occurrence::Required)
        text = QLatin1Char('[') + text + QLatin1Char(']');
    return option.occurrence == Occurrence::Repeated ? text + QStringLiteral("...") : text;
}

} // namespace

QList<Option> optionsOf(const Verb &verb)
{
    QList<Option> options = verb.options;
    if (verb.effect == Effect::Changes)
        options.append(requestOption());
    return options + globalOptions();
}

const Verb *findVerb(const QString &name)
{
    const auto &all = verbs();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const Verb &verb) { return name == QLatin1StringView(verb.name); });
    return found == all.cend() ? nullptr : &*found;
}

bool isNoun(const QString &word)
{
    return !verbsOfNoun(word).isEmpty();
}

QList<const Verb *> verbsOfNoun(const QString &noun)
{
    QList<const Verb *> found;
    for (const Verb &verb : verbs()) {
        if (QString::fromLatin1(verb.name).startsWith(noun + QLatin1Char(' ')))
            found.append(&verb);
    }
    return found;
}

QString usageOf(const Verb &verb)
{
    QStringList parts{QStringLiteral("gatehouse-admin"), QString::fromLatin1(verb.name)};
    for (const Argument &argument : verb.arguments)
        parts.append(QString::fromLatin1(argument.name));
    if (verb.optionUsage)
        parts.append(QString::fromLatin1(verb.optionUsage));
    else
        std::transform(verb.options.begin(), verb.options.end(), std::back_inserter(parts), optionUsage);
    if (verb.effect == Effect::Changes)
        parts.append(optionUsage(requestOption()));
    return parts.join(QLatin1Char(' '));
}

QString textOf(const char *translatable)
{
    return QCoreApplication::translate("Verbs", translatable);
}

} // namespace gatehouse::cli
