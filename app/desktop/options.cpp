#include "desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdlib>
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
    if (!parser.parse(arguments)) {
        options.problem = parser.errorText();
        return options;
    }
    if (parser.isSet(help))
        options.answer = parser.helpText();
    else if (parser.isSet(version))
        options.answer = QStringLiteral("gatehouse %1\n").arg(QCoreApplication::applicationVersion());
    options.workspace = parser.value(workspace);
    if (options.workspace.isEmpty())
        options.workspace = parser.positionalArguments().value(0);
    options.subject = parser.value(subject);
    options.demo = parser.isSet(demo);
    options.tourFolder = parser.value(tour);
    if (parser.isSet(size)) {
        const QStringList sides = parser.value(size).split(QLatin1Char('x'));
        options.tourSize = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        if (options.tourSize.isEmpty())
            options.problem = Text::tr("“%1” is no size: write 1440x900.").arg(parser.value(size));
    }
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
            return std::max(0.0, std::atof(arguments[i] + 8));
        if (std::strcmp(arguments[i], "--scale") == 0 && i + 1 < count)
            return std::max(0.0, std::atof(arguments[i + 1]));
    }
    return 0;
}

} // namespace gatehouse::desktop
