#include "support/testmain.h"
#include "ui/style/glyphpainter.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>

using gatehouse::ui::Glyph;
using gatehouse::ui::GlyphPainter;
using gatehouse::ui::Theme;
using gatehouse::ui::Token;

class TestGlyphPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesDifferWithoutColour();
    void clockFillsWithTimeUsed();
    void filledCountDiffersFromOutlinedWithoutColour();
    void stageBarMirrorsInRightToLeft();
    void aGlyphIsDrawnOnceAndThenCopied();
    void aNewThemeForgetsTheOldPixmaps();
    void bundledIconsTakeTheThemesInk_data();
    void bundledIconsTakeTheThemesInk();

private:
    static QImage drawn(Glyph glyph, double fraction = 0);
    static double difference(const QImage &a, const QImage &b);
    static double inkOf(const QImage &image);
};

QImage TestGlyphPainter::drawn(Glyph glyph, double fraction)
{
    QImage image(12, 12, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    GlyphPainter::draw(&painter, image.rect(), glyph, Qt::black, fraction);
    return image;
}

double TestGlyphPainter::difference(const QImage &a, const QImage &b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) / 255.0;
    }
    return sum;
}

double TestGlyphPainter::inkOf(const QImage &image)
{
    QImage blank = image;
    blank.fill(Qt::white);
    return difference(image, blank);
}

void TestGlyphPainter::shapesDifferWithoutColour()
{
    // In pixels of 144; the closest pair that people still told apart at 12 px were the two diamonds.
    constexpr double Enough = 6;
    const int last = int(Glyph::Cross);
    for (int a = int(Glyph::Ring); a <= last; ++a) {
        QVERIFY2(inkOf(drawn(Glyph(a))) > 5, qPrintable(QString::number(a)));
        for (int b = a + 1; b <= last; ++b) {
            const double apart = difference(drawn(Glyph(a), 0.7), drawn(Glyph(b), 0.7));
            QVERIFY2(apart > Enough, qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(apart)));
        }
    }
}

void TestGlyphPainter::clockFillsWithTimeUsed()
{
    double before = 0;
    for (double used : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const double ink = inkOf(drawn(Glyph::Pie, used));
        QVERIFY(ink > before);
        before = ink;
    }
    // Clockwise from the top: the first quarter is on the right.
    const QImage quarter = drawn(Glyph::Pie, 0.25);
    QVERIFY(qGray(quarter.pixel(7, 4)) < 64);
    QVERIFY(qGray(quarter.pixel(4, 4)) > 192);
}

void TestGlyphPainter::filledCountDiffersFromOutlinedWithoutColour()
{
    const auto chip = [](GlyphPainter::ChipCount count) {
        QImage image(60, 19, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        GlyphPainter::paintChip(&painter, image.rect(), Qt::black, 18, count, Qt::LeftToRight);
        return image;
    };
    QVERIFY(difference(chip(GlyphPainter::ChipCount::Filled), chip(GlyphPainter::ChipCount::Outlined)) > 150);
}

void TestGlyphPainter::stageBarMirrorsInRightToLeft()
{
    const auto bar = [](Qt::LayoutDirection direction) {
        QImage image(40, 10, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        GlyphPainter::paintStageBar(&painter, image.rect(), 2, direction);
        return image;
    };
    // Antialiased corners round differently when mirrored; whole blocks would weigh 50 and more.
    QVERIFY(difference(bar(Qt::RightToLeft), bar(Qt::LeftToRight).mirrored(true, false)) < 5);
    QVERIFY(difference(bar(Qt::RightToLeft), bar(Qt::LeftToRight)) > 50);
}

void TestGlyphPainter::aGlyphIsDrawnOnceAndThenCopied()
{
    GlyphPainter::clearCache();
    QImage image(100, 100, QImage::Format_RGB32);
    QPainter painter(&image);
    for (int i = 0; i < 50; ++i)
        GlyphPainter::paint(&painter, QPoint(i, i), Glyph::Tick, gatehouse::ui::Tone::Ok);
    QCOMPARE(GlyphPainter::cachedCount(), 1);
    for (int i = 0; i <= 1000; ++i)
        GlyphPainter::paint(&painter, QPoint(0, 0), Glyph::Pie, gatehouse::ui::Tone::Ok, 14, i / 1000.0);
    QVERIFY(GlyphPainter::cachedCount() <= 26);
}

void TestGlyphPainter::aNewThemeForgetsTheOldPixmaps()
{
    Theme theme(Theme::Choice::Light);
    QImage image(20, 20, QImage::Format_RGB32);
    QPainter painter(&image);
    GlyphPainter::paint(&painter, QPoint(), Glyph::Tick, gatehouse::ui::Tone::Ok);
    QVERIFY(GlyphPainter::cachedCount() > 0);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(GlyphPainter::cachedCount(), 0);
}

void TestGlyphPainter::bundledIconsTakeTheThemesInk_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"view-list-details", "search", "view-filter", "go-previous", "go-next", "list-add",
                             "document-edit-sign", "user-identity", "window-pin", "configure", "view-history",
                             "documentation", "application-pdf", "edit-copy", "cloudstatus"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestGlyphPainter::bundledIconsTakeTheThemesInk()
{
    QFETCH(QString, name);
    const QString desktop = QIcon::themeName();
    Theme theme(Theme::Choice::Dark);
    // No icon theme at all, as on a bare machine.
    QIcon::setThemeName(QStringLiteral("none-such"));
    QIcon::setFallbackThemeName(QStringLiteral("none-such"));
    const QImage image = gatehouse::ui::icon(name, Token::Text).pixmap(64).toImage();
    QIcon::setThemeName(desktop);
    QVERIFY(!image.isNull());
    bool inked = false;
    for (int y = 0; y < image.height() && !inked; ++y) {
        for (int x = 0; x < image.width() && !inked; ++x)
            inked = image.pixelColor(x, y) == theme.tokens()[Token::Text];
    }
    QVERIFY(inked);
}

GATEHOUSE_TEST(TestGlyphPainter)
#include "tst_glyphpainter.moc"
