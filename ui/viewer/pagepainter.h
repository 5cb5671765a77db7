#pragma once

#include "ui/viewer/changemarks.h"

#include <QFont>
#include <QImage>
#include <QRect>

class QPainter;

namespace gatehouse::ui {

// A label at the edge of a page, placed.
struct MarginLabel
{
    QRect box;
    QString text;
};

// A page and what lies on it, as it is painted. Areas are fractions of the page as it is seen, turned.
struct PagePicture
{
    QRect paper;  // logical pixels
    QImage image; // turned; null: the empty paper
    QList<QRectF> changed;
    QList<QRectF> hits;
    QList<QRectF> currentHit;
    QList<QRectF> selected;
    QRect bar; // along a page that changed as a whole; empty: none
    QList<MarginLabel> labels;
};

// Marks lie on the paper, which is bright in both themes, so they have the light theme's colours there; what stands
// beside the paper has the theme's.
void paintPage(QPainter *painter, const PagePicture &picture);

// Room for the widest label, its gaps to both sides included, in logical pixels.
int marginLabelRoom(const QFont &font);
// Beside their places, none over another, right of the paper.
QList<MarginLabel> placeLabels(const QList<ChangeMark> &marks, int turns, const QRect &paper, const QFont &font);

} // namespace gatehouse::ui
