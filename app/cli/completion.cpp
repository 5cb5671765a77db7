#include "cli/help.h"
#include "cli/verb.h"

namespace gatehouse::cli {

namespace {

QString optionNames(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names.append(QStringLiteral("--") + QString::fromLatin1(option.name));
    return names.join(QLatin1Char(' '));
}

// "--file|--object": options of any verb whose value is of that kind.
QString optionPattern(ValueKind kind)
{
    QStringList names;
    const auto collect = [&](const QList<Option> &options) {
        for (const Option &option : options) {
            if (option.placeholder && option.value == kind)
                names.append(QStringLiteral("--") + QString::fromLatin1(option.name));
        }
    };
    collect(globalOptions());
    collect({requestOption()});
    for (const Verb &verb : verbs())
        collect(verb.options);
    names.removeDuplicates();
    return names.join(QLatin1Char('|'));
}

QString nounCases()
{
    QStringList nouns;
    QString cases;
    for (const Verb &verb : verbs()) {
        const QString noun = QString::fromLatin1(verb.name).section(QLatin1Char(' '), 0, 0);
        if (!nouns.contains(noun) && isNoun(noun)) {
            QStringList actions;
            for (const Verb *one : verbsOfNoun(noun))
                actions.append(QString::fromLatin1(one->name).section(QLatin1Char(' '), 1));
            cases += QStringLiteral("        '%1') candidates='%2' ;;\n").arg(noun, actions.join(QLatin1Char(' ')));
        }
        nouns.append(noun);
    }
    nouns.removeDuplicates();
    return QStringLiteral("        '') candidates='%1' ;;\n").arg(nouns.join(QLatin1Char(' '))) + cases;
}

// "partner|contact": words that a second one follows.
QString nounPattern()
{
    QStringList nouns;
    for (const Verb &verb : verbs()) {
        const QString noun = QString::fromLatin1(verb.name).section(QLatin1Char(' '), 0, 0);
        if (isNoun(noun))
            nouns.append(noun);
    }
    nouns.removeDuplicates();
    return nouns.join(QLatin1Char('|'));
}

QString verbCases()
{
    QString cases;
    for (const Verb &verb : verbs())
        cases += QStringLiteral("        '%1') options='%2' ;;\n")
                     .arg(QString::fromLatin1(verb.name), optionNames(optionsOf(verb)));
    return cases;
}

// "'operator add --role') candidates='root_admin auditor' ;;": an option of the same name may mean another thing to
// another verb.
QString choiceCases(const domain::PlaybookSource &playbooks)
{
    QString cases;
    const auto add = [&](const QString &verb, const Option &option) {
        if (option.choices)
            cases += QStringLiteral("        %1'%2') candidates='%3' ;;\n")
                         .arg(verb, QStringLiteral(" --") + QString::fromLatin1(option.name),
                              option.choices(playbooks).join(QLatin1Char(' ')));
    };
    for (const Option &option : globalOptions())
        add(QStringLiteral("*"), option);
    for (const Verb &verb : verbs()) {
        for (const Option &option : verb.options)
            add(QLatin1Char('\'') + QString::fromLatin1(verb.name) + QLatin1Char('\''), option);
    }
    return cases;
}

QString fileVerbs()
{
    QStringList names;
    for (const Verb &verb : verbs()) {
        for (const Argument &argument : verb.arguments) {
            if (argument.value == ValueKind::File)
                names.append(QLatin1Char('\'') + QString::fromLatin1(verb.name) + QLatin1Char('\''));
        }
    }
    return names.join(QLatin1Char('|'));
}

} // namespace

QString bashCompletion(const domain::PlaybookSource &playbooks)
{
    static const QString script =
        QStringLiteral(R"(# bash completion for gatehouse-admin, made by: gatehouse-admin --print-completion bash
_gatehouse_admin()
{
    local word current previous verb='' candidates='' options='' skip=''
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD-1]}
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [ -n "$skip" ]; then skip=''; continue; fi
        case "$word" in
            @FILES@|@FOLDERS@|@TEXTS@) skip=1 ;;
            -*) ;;
            *) case "$verb" in '') verb=$word ;; @NOUNLIST@) verb="$verb $word" ;; esac ;;
        esac
    done
    case "$previous" in
        @FILES@) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        @FOLDERS@) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        @TEXTS@)
            case "$verb $previous" in
@CHOICES@            esac
            mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current"); return ;;
    esac
    options='@GLOBAL@'
    case "$verb" in
@NOUNS@    esac
    case "$verb" in
@VERBS@    esac
    case "$current" in
        -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current"); return ;;
    esac
    if [ -n "$candidates" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current"); return
    fi
    case "$verb" in
        @FILEVERBS@) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    esac
}
complete -F _gatehouse_admin gatehouse-admin
)");
    QString text = script;
    text.replace(QLatin1StringView("@FILES@"), optionPattern(ValueKind::File));
    text.replace(QLatin1StringView("@FOLDERS@"), optionPattern(ValueKind::Folder));
    text.replace(QLatin1StringView("@TEXTS@"),
                 optionPattern(ValueKind::Text) + QLatin1Char('|') + optionPattern(ValueKind::Word));
    text.replace(QLatin1StringView("@CHOICES@"), choiceCases(playbooks));
    text.replace(QLatin1StringView("@GLOBAL@"), optionNames(globalOptions()));
    text.replace(QLatin1StringView("@NOUNLIST@"), nounPattern());
    text.replace(QLatin1StringView("@NOUNS@"), nounCases());
    text.replace(QLatin1StringView("@VERBS@"), verbCases());
    text.replace(QLatin1StringView("@FILEVERBS@"), fileVerbs());
    return text;
}

} // namespace gatehouse::cli
