#include "desktop/desktop.h"
#include "desktop/options.h"
#include "desktop/tour.h"
#include "ui/shell/windowstate.h"
#include "words/catalogue.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace gatehouse;

namespace {

int runWindow(QApplication &app, const desktop::Options &options)
{
    ui::Theme theme(options.theme.value_or(ui::windowstate::theme()));
    ui::DesktopFileChooser chooser;
    desktop::Desktop desktop(theme, chooser, options.subject);
    desktop.window().show();
    if (options.demo)
        desktop.openSample();
    else if (!options.workspace.isEmpty())
        desktop.open(options.workspace);
    else
        desktop.openUsual();
    return app.exec();
}

// Pictures leave nothing behind and are the same whatever the person who makes them has set.
int runTour(QApplication &app, const desktop::Options &options)
{
    const QTemporaryDir home;
    for (const char *variable : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(variable, home.path().toLocal8Bit());
    qunsetenv("GATEHOUSE_THEME");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    ui::Theme theme(options.theme.value_or(ui::Theme::Choice::Light));
    ui::DesktopFileChooser chooser;
    // The script says when something changed; looking at other times would make pictures differ.
    desktop::Desktop desktop(theme, chooser, options.subject, 600000);
    desktop.window().show();
    desktop::Tour tour(desktop, theme, options.tourFolder, options.tourSize);
    QObject::connect(&tour, &desktop::Tour::finished, &app, [] { QCoreApplication::exit(0); });
    QObject::connect(&tour, &desktop::Tour::failed, &app, [](const QString &reason) {
        std::fprintf(stderr, "%s\n", qPrintable(reason));
        QCoreApplication::exit(1);
    });
    QMetaObject::invokeMethod(&tour, &desktop::Tour::start, Qt::QueuedConnection);
    return app.exec();
}

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
}

// Help and version need no display, and the graphical application ends the program where there is none.
QString answerWithoutDisplay(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    nameProgram();
    words::installTranslations(app);
    return desktop::readOptions(QCoreApplication::arguments()).answer;
}

} // namespace

int main(int argc, char *argv[])
{
    if (const QString answer = answerWithoutDisplay(argc, argv); !answer.isEmpty()) {
        std::fputs(qPrintable(answer), stdout);
        return 0;
    }
    // What ran and how it ended is in the audit; on a terminal it would bury what matters. QT_LOGGING_RULES goes
    // before.
    QLoggingCategory::setFilterRules(QStringLiteral("gatehouse.operations.info=false"));
    if (const double scale = desktop::scaleOf(argc, argv); scale > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    QApplication app(argc, argv);
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Gatehouse"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.gatehouse.Gatehouse"));
    words::installTranslations(app);

    const desktop::Options options = desktop::readOptions(QCoreApplication::arguments());
    if (!options.problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(options.problem));
        return 2;
    }
    return options.tourFolder.isEmpty() ? runWindow(app, options) : runTour(app, options);
}
