#include "ui/style/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

namespace gatehouse::ui {

namespace {

struct Face
{
    double factor;
    QFont::Weight weight;
};

Face face(TextRole role)
{
    switch (role) {
    case TextRole::ReaderTitle: return {1.69, QFont::DemiBold};
    case TextRole::BigNumber: return {1.54, QFont::DemiBold};
    case TextRole::PageTitle: return {1.38, QFont::DemiBold};
    case TextRole::Section: return {1.15, QFont::DemiBold};
    case TextRole::Body:
    case TextRole::Monospace: return {1.0, QFont::Normal};
    case TextRole::Strong: return {1.0, QFont::DemiBold};
    case TextRole::Table: return {0.96, QFont::Normal};
    case TextRole::TableStrong: return {0.96, QFont::DemiBold};
    case TextRole::Secondary: return {0.92, QFont::Normal};
    case TextRole::SecondaryStrong: return {0.92, QFont::DemiBold};
    case TextRole::Caption: return {0.88, QFont::Normal};
    case TextRole::CaptionStrong: return {0.88, QFont::DemiBold};
    }
    Q_UNREACHABLE();
}

} // namespace

QFont roleFont(TextRole role, const QFont &base)
{
    const Face wanted = face(role);
    QFont font = role == TextRole::Monospace ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : base;
    font.setPixelSize(qMax(8, qRound(QFontInfo(base).pixelSize() * wanted.factor)));
    font.setWeight(wanted.weight);
    return font;
}

QFont roleFont(TextRole role)
{
    return roleFont(role, QApplication::font());
}

int rowHeight(Density density, const QFont &font)
{
    switch (density) {
    case Density::Compact: return controlHeight(28, font, 8);
    case Density::Normal: return controlHeight(32, font, 12);
    case Density::Roomy: return controlHeight(40, font, 20);
    }
    Q_UNREACHABLE();
}

int controlHeight(int listed, const QFont &font, int padding)
{
    return qMax(listed, QFontMetrics(font).height() + padding);
}

} // namespace gatehouse::ui
