#include "ui/shell/windowstate.h"

#include "base/sha256.h"

#include <QSettings>

#include <array>

namespace gatehouse::ui::windowstate {

namespace {

// Names in the file, by value of the enum: they outlive a reordering.
constexpr std::array themeNames = {"system", "light", "dark"};
constexpr std::array densityNames = {"compact", "normal", "roomy"};

constexpr QLatin1StringView columnsKey("board/column");

template <class Enum, size_t n>
Enum readEnum(const char *key, const std::array<const char *, n> &names, Enum otherwise)
{
    const QString name = QSettings().value(QLatin1StringView(key)).toString();
    for (size_t i = 0; i < n; ++i) {
        if (name == QLatin1StringView(names[i]))
            return Enum(i);
    }
    return otherwise;
}

QString recentKey(const QString &workspace)
{
    // Paths have slashes, which QSettings takes for groups.
    return QStringLiteral("recent/") + QString::fromLatin1(base::sha256(workspace.toUtf8()).toHex().left(16));
}

} // namespace

QRect fitted(const QRect &wanted, const QRect &available, const QMargins &frame)
{
    const QRect room = available.marginsRemoved(frame);
    QRect rect(wanted.topLeft(), wanted.size().boundedTo(room.size()));
    rect.moveRight(qMin(rect.right(), room.right()));
    rect.moveBottom(qMin(rect.bottom(), room.bottom()));
    rect.moveLeft(qMax(rect.left(), room.left()));
    rect.moveTop(qMax(rect.top(), room.top()));
    return rect;
}

Theme::Choice theme()
{
    return readEnum("appearance/theme", themeNames, Theme::Choice::System);
}

void setTheme(Theme::Choice choice)
{
    QSettings().setValue(QStringLiteral("appearance/theme"), QLatin1StringView(themeNames[size_t(choice)]));
}

Density density()
{
    return readEnum("appearance/density", densityNames, Density::Compact);
}

void setDensity(Density density)
{
    QSettings().setValue(QStringLiteral("appearance/density"), QLatin1StringView(densityNames[size_t(density)]));
}

QByteArray geometry()
{
    return QSettings().value(QStringLiteral("window/geometry")).toByteArray();
}

void setGeometry(const QByteArray &geometry)
{
    QSettings().setValue(QStringLiteral("window/geometry"), geometry);
}

bool decisionFolded()
{
    return QSettings().value(QStringLiteral("window/decisionFolded")).toBool();
}

void setDecisionFolded(bool folded)
{
    QSettings().setValue(QStringLiteral("window/decisionFolded"), folded);
}

QByteArray splitter()
{
    return QSettings().value(QStringLiteral("window/splitter")).toByteArray();
}

void setSplitter(const QByteArray &sizes)
{
    QSettings().setValue(QStringLiteral("window/splitter"), sizes);
}

QList<BoardColumn> boardColumns()
{
    QList<BoardColumn> columns;
    QSettings settings;
    const int count = settings.beginReadArray(columnsKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        BoardColumn column{
            settings.value(QStringLiteral("name")).toString(), settings.value(QStringLiteral("width")).toInt(), {}};
        const QString sorted = settings.value(QStringLiteral("sorted")).toString();
        if (!sorted.isEmpty())
            column.sorted = sorted == QStringLiteral("ascending") ? Qt::AscendingOrder : Qt::DescendingOrder;
        columns += column;
    }
    return columns;
}

void setBoardColumns(const QList<BoardColumn> &columns)
{
    QSettings settings;
    settings.remove(columnsKey);
    settings.beginWriteArray(columnsKey, int(columns.size()));
    for (int i = 0; i < columns.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), columns.at(i).name);
        settings.setValue(QStringLiteral("width"), columns.at(i).width);
        if (columns.at(i).sorted) {
            settings.setValue(QStringLiteral("sorted"), *columns.at(i).sorted == Qt::AscendingOrder
                                                            ? QStringLiteral("ascending")
                                                            : QStringLiteral("descending"));
        }
    }
    settings.endArray();
}

QString boardGrouping()
{
    return QSettings().value(QStringLiteral("board/grouping")).toString();
}

void setBoardGrouping(const QString &grouping)
{
    QSettings().setValue(QStringLiteral("board/grouping"), grouping);
}

QStringList recentPartners(const QString &workspace)
{
    return QSettings().value(recentKey(workspace)).toStringList();
}

void setRecentPartners(const QString &workspace, const QStringList &ids)
{
    QSettings().setValue(recentKey(workspace), ids);
}

} // namespace gatehouse::ui::windowstate
