#include "words/errorwordgroups.h"
#include "words/textmarks.h"

#include <QRegularExpression>

namespace gatehouse::words {

namespace {

using base::ErrorCode;

// Line and reason in turns; more than three at once nobody reads.
QString problemList(const QStringList &linesAndReasons)
{
    constexpr qsizetype shown = 3;
    const qsizetype problems = linesAndReasons.size() / 2;
    QStringList sentences;
    for (qsizetype problem = 0; problem < qMin(problems, shown); ++problem)
        sentences.append(
            ErrorText::tr("Line %1: %2.")
                .arg(isolate(linesAndReasons.at(2 * problem)), isolate(linesAndReasons.at(2 * problem + 1))));
    if (problems == shown + 1)
        sentences.append(ErrorText::tr("1 more follows.", "problem in a file"));
    else if (problems > shown)
        sentences.append(ErrorText::tr("%n more follow.", "problems in a file", int(problems - shown)));
    return sentences.isEmpty() ? ErrorText::tr("It isn't what a playbook looks like.")
                               : sentences.join(QLatin1Char(' '));
}

// "legal_name" as people read it. A path inside a file stays as the file has it.
QString fieldWords(const QString &field)
{
    static const QRegularExpression path(QStringLiteral("[.\\[]"));
    return isolate(field.contains(path) ? field : QString(field).replace(QLatin1Char('_'), QLatin1Char(' ')));
}

ErrorWords textErrorWords(const base::Error &error)
{
    const QString field = fieldWords(error.subject);
    const QString first = isolate(error.arguments.value(0));
    const QString second = isolate(error.arguments.value(1));
    switch (error.code) {
    case ErrorCode::TextMissing:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("“%1” is empty.").arg(field),
                ErrorText::tr("Fill it in and try again."),
                {}};
    case ErrorCode::TextTooShort:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("“%1” has %2 characters; it needs at least %3.").arg(field, second, first),
                ErrorText::tr("Write a little more and try again."),
                {}};
    case ErrorCode::TextTooLong:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("“%1” has %2 characters; at most %3 fit.").arg(field, second, first),
                ErrorText::tr("Shorten it and try again."),
                {}};
    case ErrorCode::TextForbidden:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("“%1” holds a character that can't be stored, such as a line break or a NUL.").arg(field),
                ErrorText::tr("Remove it, or type the text anew, and try again."),
                {}};
    case ErrorCode::DateMalformed:
        return {ErrorText::tr("“%1” is no date.").arg(first),
                ErrorText::tr("It was given for “%1”.").arg(field),
                ErrorText::tr("Write it as year-month-day, for example 2026-03-12."),
                {}};
    case ErrorCode::EmailMalformed:
        return {ErrorText::tr("Nothing was saved."),
                ErrorText::tr("“%1” is no e-mail address.").arg(first),
                ErrorText::tr("Write it like name@example.com."),
                {}};
    case ErrorCode::ValueUnknown:
        return {ErrorText::tr("“%1” isn't known here.").arg(first),
                ErrorText::tr("It was given for “%1”.").arg(field),
                ErrorText::tr("Use one of: %1.").arg(error.arguments.mid(1).join(QStringLiteral(", "))),
                {}};
    default: return {};
    }
}

ErrorWords fileErrorWords(const base::Error &error)
{
    const QString file = error.subject == QLatin1StringView("-")
                             ? ErrorText::tr("Standard input", "begins a sentence, in place of a file")
                             : isolate(error.subject);
    const QString first = isolate(error.arguments.value(0));
    switch (error.code) {
    case ErrorCode::FileUnreadable:
        return {ErrorText::tr("%1 can't be read.").arg(file),
                ErrorText::tr("The system says: %1.").arg(first),
                ErrorText::tr("Check the name and your rights to the file."),
                {}};
    case ErrorCode::FileEmpty:
        return {ErrorText::tr("%1 was not taken.").arg(file),
                ErrorText::tr("It has no content."),
                ErrorText::tr("Check that the right file was chosen, and that it was copied completely."),
                {}};
    case ErrorCode::FileTooLarge:
        return {ErrorText::tr("%1 was not taken.").arg(file),
                ErrorText::tr("It is larger than %1 MiB.").arg(first),
                ErrorText::tr("Split it, or save it with less resolution."),
                {}};
    case ErrorCode::JsonMalformed:
        return {ErrorText::tr("%1 can't be read as JSON.").arg(file),
                ErrorText::tr("Line %1, column %2: %3.")
                    .arg(first, isolate(error.arguments.value(1)), isolate(error.arguments.value(2))),
                ErrorText::tr("Correct that line and try again."),
                {}};
    case ErrorCode::PlaybookInvalid:
        return {ErrorText::tr("%1 can't be used as a playbook.").arg(file),
                problemList(error.arguments),
                ErrorText::tr("Correct it and validate the file again."),
                {}};
    default: return textErrorWords(error);
    }
}

} // namespace

ErrorWords inputErrorWords(const base::Error &error)
{
    const QString key = isolate(error.subject);
    switch (error.code) {
    case ErrorCode::KeyMissing:
        if (error.subject.endsWith(QLatin1StringView("[0]")))
            return {ErrorText::tr("The application was not taken."),
                    ErrorText::tr("Its list “%1” is empty.").arg(isolate(error.subject.chopped(3))),
                    ErrorText::tr("Add at least one to it and submit again."),
                    {}};
        return {ErrorText::tr("The application was not taken."),
                ErrorText::tr("It has no “%1”.").arg(key),
                ErrorText::tr("Add it and submit again."),
                {}};
    case ErrorCode::KeyUnknown:
        return {ErrorText::tr("The application was not taken."),
                ErrorText::tr("It has a field “%1”, which isn't known.").arg(key),
                ErrorText::tr("Check the spelling, or remove it, and submit again."),
                {}};
    case ErrorCode::KeyWrongType:
        return {ErrorText::tr("The application was not taken."),
                ErrorText::tr("“%1” has to be: %2.").arg(key, isolate(error.arguments.value(0))),
                ErrorText::tr("Correct it and submit again."),
                {}};
    default: return fileErrorWords(error);
    }
}

} // namespace gatehouse::words
