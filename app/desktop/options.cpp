#include "desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstring>

namespace gatehouse::desktop {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::Options)
};

std::optional<ui::Theme::Choice> themeNamed(const QString &name)
{
    if (name == QStringLiteral("light"))
        return ui::Theme::Choice::Light;
    if (name == QStringLiteral("dark"))
        return ui::Theme::Choice::Dark;
    if (name == QStringLiteral("system"))
        return ui::Theme::Choice::System;
    return std::nullopt;
}

QSize sizeNamed(const QString &name)
{
    const QStringList sides = name.split(QLatin1Char('x'));
    return sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
}

void readSize(const QString &given, bool touring, Options &options)
{
    options.tourSize = sizeNamed(given);
    if (options.tourSize.isEmpty())
        options.problem = Text::tr("“%1” is no size: write 1440x900.").arg(given);
    else if (!touring)
        options.problem = Text::tr("--size is for the pictures of --tour.");
}

// 0: no number, or none that a person could read.
double scaleNamed(const char *name)
{
    bool number = false;
    const double scale = QByteArray(name).toDouble(&number);
    return number && scale >= 0.5 && scale <= 8 ? scale : 0;
}

} // namespace

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("The operations console for bringing partners on board."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), Text::tr("Open this workspace."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption subject(QStringLiteral("as"), Text::tr("Act as this subject; on a workspace file only."),
                                     QStringLiteral("SUBJECT"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  Text::tr("Open the sample workspace; it is made if it is missing."));
    const QCommandLineOption theme(QStringLiteral("theme"), Text::tr("light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  Text::tr("Save a picture of every screen to this folder, print their paths and end."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption size(
        QStringLiteral("size"), Text::tr("Size of the tour's pictures; 1440x900 if not given."), QStringLiteral("WxH"));
    const QCommandLineOption scale(QStringLiteral("scale"), Text::tr("Draw everything this many times as large."),
                                   QStringLiteral("N"));
    parser.addOptions({workspace, subject, demo, theme, tour, size, scale});

    Options options;
    const bool understood = parser.parse(arguments);
    if (parser.isSet(help))
        options.answer = parser.helpText();
    else if (parser.isSet(version))
        options.answer = QStringLiteral("gatehouse %1\n").arg(QCoreApplication::applicationVersion());
    else if (!understood)
        options.problem = parser.errorText();
    if (!options.answer.isEmpty() || !options.problem.isEmpty())
        return options;
    QStringList places = parser.values(workspace) + parser.positionalArguments();
    if (parser.isSet(demo))
        places += QStringLiteral("--demo");
    options.workspace = places.value(0);
    options.subject = parser.value(subject);
    options.demo = parser.isSet(demo);
    options.tourFolder = parser.value(tour);
    if (places.size() > 1)
        options.problem = Text::tr("Only one workspace can be opened: %1.").arg(places.join(QStringLiteral(", ")));
    if (parser.isSet(tour) && (!places.isEmpty() || parser.isSet(subject)))
        options.problem = Text::tr("A tour shows sample data of its own: leave out everything but --theme, --size "
                                   "and --scale.");
    if (parser.isSet(tour) && options.tourFolder.isEmpty())
        options.problem = Text::tr("--tour needs a folder.");
    if (parser.isSet(size))
        readSize(parser.value(size), parser.isSet(tour), options);
    if (parser.isSet(scale) && scaleNamed(parser.value(scale).toLocal8Bit().constData()) <= 0)
        options.problem = Text::tr("“%1” is no scale: a number from 0.5 to 8.").arg(parser.value(scale));
    if (parser.isSet(theme)) {
        options.theme = themeNamed(parser.value(theme));
        if (!options.theme)
            options.problem = Text::tr("“%1” is no theme: light, dark or system.").arg(parser.value(theme));
    }
    return options;
}

double scaleOf(int count, char **arguments)
{
    for (int i = 1; i < count; ++i) {
        if (std::strncmp(arguments[i], "--scale=", 8) == 0)
            return scaleNamed(arguments[i] + 8);
        if (std::strcmp(arguments[i], "--scale") == 0 && i + 1 < count)
            return scaleNamed(arguments[i + 1]);
    }
    return 0;
}

} // namespace gatehouse::desktop
