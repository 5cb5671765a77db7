#pragma once

#include "ui/style/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace gatehouse::desktop {

// What the command line asks for.
struct Options
{
    QString workspace; // file or address; empty: the last one, else the default one, else the start page
    QString subject;   // --as; empty: the OS user
    bool demo = false;
    std::optional<ui::Theme::Choice> theme;
    QString tourFolder; // not empty: make pictures and end
    QSize tourSize = QSize(1440, 900);

    // What is wrong with the command line; when set, nothing else here counts.
    QString problem;
    // Text that was asked for (--help, --version), whatever else was given; printed instead of a window.
    QString answer;
};

Options readOptions(const QStringList &arguments);

// --scale has to be known before the application object exists. 0: not given, or nothing that is a scale.
double scaleOf(int count, char **arguments);

} // namespace gatehouse::desktop
