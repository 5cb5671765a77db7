#include "cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::cli {

namespace {

struct ArgumentText
{
    Q_DECLARE_TR_FUNCTIONS(ArgumentText)
};

// Edits (insert, drop, replace, swap neighbours) that make one word of the other. Optimal string alignment distance.
int distance(const QString &a, const QString &b)
{
    QList<QList<int>> rows(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (int i = 0; i <= a.size(); ++i)
        rows[i][0] = i;
    for (int j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        for (int j = 1; j <= b.size(); ++j) {
            const int replace = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            int least = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, rows[i - 2][j - 2] + 1);
            rows[i][j] = least;
        }
    }
    return rows[a.size()][b.size()];
}

Failure unknown(const QString &what, const QString &nearest, const QString &helpTopic)
{
    const QString help =
        QStringLiteral("gatehouse-admin %1--help").arg(helpTopic.isEmpty() ? QString() : helpTopic + QLatin1Char(' '));
    return usageFailure(
        what, ArgumentText::tr("Gatehouse doesn't know it."),
        nearest.isEmpty() ? ArgumentText::tr("See %1.", "a command").arg(help)
                          : ArgumentText::tr("Did you mean %1? See %2.", "a word, then a command").arg(nearest, help));
}

bool mustNotBeEmpty(ValueKind kind, const QString &value)
{
    return kind != ValueKind::Text && value.trimmed().isEmpty();
}

class Parser
{
public:
    explicit Parser(QStringList words) : m_words(std::move(words)) { }

    Call parse()
    {
        while (!m_words.isEmpty()) {
            const QString word = m_words.takeFirst();
            auto failure = word == QLatin1StringView("--") ? takeRest() : take(word);
            if (failure)
                return *failure;
            if (m_printout)
                return *m_printout;
        }
        return finish();
    }

private:
    Outcome takeRest()
    {
        while (!m_words.isEmpty()) {
            if (auto failure = takeWord(m_words.takeFirst()))
                return failure;
        }
        return {};
    }

    Outcome take(const QString &word)
    {
        if (word == QLatin1StringView("-h"))
            return takeOption(QStringLiteral("--help"));
        // A lone dash is a value: read it from standard input.
        if (word.startsWith(QLatin1Char('-')) && word.size() > 1)
            return takeOption(word);
        return takeWord(word);
    }

    QString topic() const { return m_call.verb ? QString::fromLatin1(m_call.verb->name) : m_noun; }

    QList<Option> known() const { return m_call.verb ? optionsOf(*m_call.verb) : globalOptions(); }

    Outcome takeOption(const QString &word)
    {
        const auto equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const QList<Option> options = known();
        const auto found = std::find_if(options.cbegin(), options.cend(), [&](const Option &option) {
            return word.startsWith(QLatin1StringView("--")) && name == QLatin1StringView(option.name);
        });
        if (found == options.cend())
            return unknownOption(word.left(equals < 0 ? word.size() : equals), options);
        if (!found->placeholder)
            return takeFlag(*found, word);
        if (equals < 0 && m_words.isEmpty())
            return usageFailure(ArgumentText::tr("The option --%1 has no value.").arg(name),
                                ArgumentText::tr("It was the last word of the call."),
                                ArgumentText::tr("Write --%1 %2.", "an option, then a word for its value")
                                    .arg(name, QString::fromLatin1(found->placeholder)));
        return store(*found, name, equals < 0 ? m_words.takeFirst() : word.mid(equals + 1));
    }

    Outcome takeFlag(const Option &option, const QString &word)
    {
        const QString name = QString::fromLatin1(option.name);
        if (word.contains(QLatin1Char('=')))
            return usageFailure(ArgumentText::tr("The option --%1 takes no value.").arg(name),
                                ArgumentText::tr("It says yes by being there."),
                                ArgumentText::tr("Write only --%1.").arg(name));
        if (name == QLatin1StringView("version"))
            m_printout = Printout::Version;
        else if (name == QLatin1StringView("print-man"))
            m_printout = Printout::ManPage;
        return store(option, name, QString());
    }

    Outcome store(const Option &option, const QString &name, const QString &value)
    {
        if (option.placeholder && m_call.isSet(name) && option.occurrence != Occurrence::Repeated)
            return usageFailure(ArgumentText::tr("The option --%1 was given twice.").arg(name),
                                ArgumentText::tr("It takes one value."), ArgumentText::tr("Leave one of them out."));
        if (option.placeholder && mustNotBeEmpty(option.value, value))
            return usageFailure(ArgumentText::tr("The option --%1 is empty.").arg(name),
                                ArgumentText::tr("It has to name something."),
                                ArgumentText::tr("Give it a value, or leave it out."));
        if (name == QLatin1StringView("print-completion")) {
            if (value != QLatin1StringView("bash"))
                return unknown(ArgumentText::tr("There is no completion for “%1”.").arg(value), QStringLiteral("bash"),
                               {});
            m_printout = Printout::BashCompletion;
        }
        m_call.options[name].append(value);
        return {};
    }

    Failure unknownOption(const QString &word, const QList<Option> &options) const
    {
        QStringList names;
        for (const Option &option : options)
            names.append(QStringLiteral("--") + QString::fromLatin1(option.name));
        const QString what =
            m_call.verb
                ? ArgumentText::tr("There is no option %1 of %2.").arg(word, QString::fromLatin1(m_call.verb->name))
                : ArgumentText::tr("There is no option %1 before a verb.").arg(word);
        return unknown(what, nearestMatch(word, names), topic());
    }

    Outcome takeWord(const QString &word)
    {
        if (m_call.verb) {
            m_call.positionals.append(word);
            return {};
        }
        if (m_noun.isEmpty() && word == QLatin1StringView("help")) {
            m_call.options[QStringLiteral("help")] = {};
            return {};
        }
        if (m_noun.isEmpty() && isNoun(word)) {
            m_noun = word;
            return {};
        }
        const QString name = m_noun.isEmpty() ? word : m_noun + QLatin1Char(' ') + word;
        m_call.verb = findVerb(name);
        return m_call.verb ? Outcome() : unknownVerb(word, name);
    }

    Failure unknownVerb(const QString &word, const QString &name) const
    {
        QStringList candidates;
        for (const Verb &verb : verbs()) {
            const QString known = QString::fromLatin1(verb.name);
            if (m_noun.isEmpty())
                candidates.append(known.section(QLatin1Char(' '), 0, 0));
            else if (known.startsWith(m_noun + QLatin1Char(' ')))
                candidates.append(known.section(QLatin1Char(' '), 1));
        }
        candidates.removeDuplicates();
        return unknown(ArgumentText::tr("There is no verb “%1”.").arg(name), nearestMatch(word, candidates), m_noun);
    }

    Call finish()
    {
        if (m_call.isSet(QStringLiteral("help")))
            return HelpRequest{topic()};
        if (!m_call.verb)
            return missingVerb();
        if (auto failure = checkPositionals())
            return *failure;
        if (auto failure = checkRequired())
            return *failure;
        return m_call;
    }

    Failure missingVerb() const
    {
        QStringList actions;
        for (const Verb *verb : verbsOfNoun(m_noun))
            actions.append(QString::fromLatin1(verb->name).section(QLatin1Char(' '), 1));
        if (m_noun.isEmpty())
            return usageFailure(ArgumentText::tr("Nothing was asked for."), ArgumentText::tr("The call has no verb."),
                                ArgumentText::tr("See gatehouse-admin --help."));
        return usageFailure(ArgumentText::tr("“%1” alone says nothing to do.").arg(m_noun),
                            ArgumentText::tr("A verb has to follow."),
                            ArgumentText::tr("Add one of: %1.").arg(actions.join(QStringLiteral(", "))));
    }

    Outcome checkPositionals() const
    {
        const auto wanted = m_call.verb->arguments.size();
        const QString verb = QString::fromLatin1(m_call.verb->name);
        const QString usage = ArgumentText::tr("Usage: %1").arg(usageOf(*m_call.verb));
        if (m_call.positionals.size() < wanted) {
            const QString missing = QString::fromLatin1(m_call.verb->arguments.at(m_call.positionals.size()).name);
            return usageFailure(ArgumentText::tr("%1 needs %2.", "a verb, then an argument").arg(verb, missing),
                                ArgumentText::tr("It wasn't given."), usage);
        }
        for (qsizetype index = 0; index < wanted; ++index) {
            const Argument &argument = m_call.verb->arguments.at(index);
            if (mustNotBeEmpty(argument.value, m_call.positionals.at(index)))
                return usageFailure(ArgumentText::tr("%1 needs %2.", "a verb, then an argument")
                                        .arg(verb, QString::fromLatin1(argument.name)),
                                    ArgumentText::tr("What was given is empty."), usage);
        }
        const bool endless = wanted > 0 && m_call.verb->arguments.last().occurrence == Occurrence::Repeated;
        if (m_call.positionals.size() > wanted && !endless)
            return usageFailure(ArgumentText::tr("“%1” is too much.").arg(m_call.positionals.at(wanted)),
                                ArgumentText::tr("%1 takes fewer arguments.").arg(verb), usage);
        return {};
    }

    Outcome checkRequired() const
    {
        for (const Option &option : m_call.verb->options) {
            const QString name = QString::fromLatin1(option.name);
            if (option.occurrence == Occurrence::Required && !m_call.isSet(name))
                return usageFailure(ArgumentText::tr("%1 needs --%2.", "a verb, then an option")
                                        .arg(QString::fromLatin1(m_call.verb->name), name),
                                    ArgumentText::tr("It wasn't given."),
                                    ArgumentText::tr("Usage: %1").arg(usageOf(*m_call.verb)));
        }
        return {};
    }

    QStringList m_words;
    QString m_noun;
    Arguments m_call;
    std::optional<Printout> m_printout;
};

} // namespace

Call parseArguments(const QStringList &words)
{
    return Parser(words).parse();
}

Format formatOf(const QStringList &words)
{
    const auto end = std::find(words.cbegin(), words.cend(), QStringLiteral("--"));
    return std::find(words.cbegin(), end, QStringLiteral("--json")) != end ? Format::Json : Format::Human;
}

QString nearestMatch(const QString &word, const QStringList &candidates)
{
    QString nearest;
    // A third of the letters may be wrong; more is another word.
    int best = std::max<int>(2, int(word.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const bool begins = word.size() >= 3 && candidate.startsWith(word);
        const int away = begins ? 1 : distance(word, candidate);
        if (away < best) {
            best = away;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace gatehouse::cli
