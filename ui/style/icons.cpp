#include "ui/style/icons.h"

#include "ui/style/resources.h"
#include "ui/style/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace gatehouse::ui {

using namespace Qt::StringLiterals;

namespace {

QString bundledPath(const QString &name)
{
    return u":/gatehouse/icons/%1.svg"_s.arg(name);
}

QPixmap fromTheme(const QString &name, QSize size)
{
    const QIcon themed = QIcon::fromTheme(name);
    return themed.isNull() ? QPixmap() : themed.pixmap(size, 1.0);
}

QPixmap fromBundle(const QString &name, QSize size)
{
    QSvgRenderer renderer(bundledPath(name));
    if (!renderer.isValid())
        return {};
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QString directed(const QString &name)
{
    if (QGuiApplication::layoutDirection() == Qt::LeftToRight)
        return name;
    if (name == "go-previous"_L1)
        return u"go-next"_s;
    if (name == "go-next"_L1)
        return u"go-previous"_s;
    return name;
}

// Breeze is drawn in one dark grey; without Plasma's own engine it would stay dark on a dark window.
class InkEngine final : public QIconEngine
{
public:
    InkEngine(const QString &name, Token ink) : m_name(name), m_ink(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const Tokens &tokens = currentTokens();
        const QColor ink = tokens[mode == QIcon::Disabled ? Token::Disabled : m_ink];
        const QString name = directed(m_name);
        const QString key = u"gatehouse-icon-%1-%2-%3-%4"_s.arg(name, ink.name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = fromTheme(name, size);
        if (pixmap.isNull())
            pixmap = fromBundle(name, size);
        if (pixmap.isNull())
            return pixmap;
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), ink);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new InkEngine(*this); }
    QString key() const override { return u"gatehouse"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
    Token m_ink;
};

} // namespace

QIcon icon(const QString &name, Token ink)
{
    ensureResources();
    return QIcon(new InkEngine(name, ink));
}

QIcon programIcon()
{
    ensureResources();
    QIcon picture;
    for (int side : {16, 22, 32, 48, 64, 128, 256})
        picture.addPixmap(fromBundle(u"gatehouse"_s, QSize(side, side)));
    return picture;
}

} // namespace gatehouse::ui
