#include "render/pages.h"

#include <QPainter>

namespace gatehouse::render {

QImage onWhite(const QImage &picture, QSize size)
{
    QImage page(size, QImage::Format_RGB32);
    if (page.isNull())
        return page;
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.drawImage(
        0, 0, picture.size() == size ? picture : picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return page;
}

} // namespace gatehouse::render
