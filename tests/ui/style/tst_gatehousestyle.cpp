#include "support/testmain.h"
#include "ui/style/focusring.h"
#include "ui/style/gatehousestyle.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFocusRect>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using gatehouse::ui::Theme;
using gatehouse::ui::Token;

class TestGatehouseStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void focusRectIsAnOutlineOnly();
    void currentRowKeepsTheSelectionColour_data();
    void currentRowKeepsTheSelectionColour();
    void wordsInASelectedRowKeepTheTextColour();
    void buttonsAndFieldsAreRingedWhenFocused();
    void viewsAndLabelsAreNotRinged();
    void scrollBarsReachBothEnds();
    void picturesOfQtCanBeSeenInTheDark();

private:
    static QImage shown(QAbstractItemView &view);
};

QImage TestGatehouseStyle::shown(QAbstractItemView &view)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.resize(300, 120);
    view.show();
    QApplication::setActiveWindow(&view);
    view.setFocus();
    view.setCurrentIndex(view.model()->index(1, 0));
    if (!QTest::qWaitForWindowActive(&view))
        return {};
    return view.viewport()->grab().toImage();
}

void TestGatehouseStyle::focusRectIsAnOutlineOnly()
{
    const Theme theme(Theme::Choice::Light);
    const QColor sel = theme.tokens()[Token::Sel];
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(sel);
    QPainter painter(&image);
    QStyleOptionFocusRect option;
    option.rect = image.rect();
    option.backgroundColor = theme.tokens()[Token::AccentFill];
    QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter);
    painter.end();
    QCOMPARE(image.pixelColor(0, 0), theme.tokens()[Token::Accent]);
    QCOMPARE(image.pixelColor(39, 19), theme.tokens()[Token::Accent]);
    for (int y = 1; y < 19; ++y) {
        for (int x = 1; x < 39; ++x)
            QCOMPARE(image.pixelColor(x, y), sel);
    }
}

void TestGatehouseStyle::currentRowKeepsTheSelectionColour_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addRow("table") << QStringLiteral("table");
    QTest::addRow("tree") << QStringLiteral("tree");
    QTest::addRow("list") << QStringLiteral("list");
}

void TestGatehouseStyle::currentRowKeepsTheSelectionColour()
{
    QFETCH(QString, kind);
    const Theme theme(Theme::Choice::Light);
    std::unique_ptr<QAbstractItemView> view;
    if (kind == u"table") {
        view = std::make_unique<QTableWidget>(3, 2);
    } else if (kind == u"tree") {
        auto tree = std::make_unique<QTreeWidget>();
        for (int i = 0; i < 3; ++i)
            new QTreeWidgetItem(tree.get(), {QString(), QString()});
        view = std::move(tree);
    } else {
        auto list = std::make_unique<QListWidget>();
        list->addItems({QStringLiteral(" "), QStringLiteral(" "), QStringLiteral(" ")});
        view = std::move(list);
    }
    const QImage image = shown(*view);
    QVERIFY(!image.isNull());
    const QRect row = view->visualRect(view->model()->index(1, 0));
    const bool active = view->isActiveWindow();
    QCOMPARE(image.pixelColor(row.center()), theme.tokens()[active ? Token::Sel : Token::SelInactive]);
}

void TestGatehouseStyle::wordsInASelectedRowKeepTheTextColour()
{
    const Theme theme(Theme::Choice::Light);
    QListWidget list;
    QFont big = list.font();
    big.setPixelSize(40);
    list.setFont(big);
    list.addItems({QStringLiteral("a"), QStringLiteral("\u2588\u2588")});
    const QImage image = shown(list);
    QVERIFY(!image.isNull());
    const QRect row = list.visualRect(list.model()->index(1, 0));
    bool found = false;
    for (int x = row.left(); x < row.right(); ++x)
        found = found || image.pixelColor(x, row.center().y()) == theme.tokens()[Token::Text];
    QVERIFY(found);
}

void TestGatehouseStyle::buttonsAndFieldsAreRingedWhenFocused()
{
    const Theme theme(Theme::Choice::Light);
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit edit;
    QPushButton button;
    layout.addWidget(&edit);
    layout.addWidget(&button);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (QWidget *widget : {static_cast<QWidget *>(&edit), static_cast<QWidget *>(&button)}) {
        widget->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(widget->hasFocus());
        const QImage image = window.grab().toImage();
        const QPoint ring(widget->geometry().center().x(), widget->geometry().top() - 2);
        QCOMPARE(image.pixelColor(ring), theme.tokens()[Token::Accent]);
        QCOMPARE(image.pixelColor(ring + QPoint(0, 1)), theme.tokens()[Token::Window]);
    }
}

void TestGatehouseStyle::viewsAndLabelsAreNotRinged()
{
    QWidget window;
    QListWidget list(&window);
    QLabel label(&window);
    QPushButton button(&window);
    QVERIFY(!gatehouse::ui::FocusRing::wants(&list));
    QVERIFY(!gatehouse::ui::FocusRing::wants(&label));
    QVERIFY(gatehouse::ui::FocusRing::wants(&button));
    label.setProperty("focusRing", true);
    QVERIFY(gatehouse::ui::FocusRing::wants(&label));
}

void TestGatehouseStyle::scrollBarsReachBothEnds()
{
    const gatehouse::ui::GatehouseStyle style;
    QStyleOptionSlider bar;
    bar.rect = QRect(0, 0, 12, 200);
    bar.orientation = Qt::Vertical;
    bar.maximum = 100000;
    bar.pageStep = 20;
    const auto thumb = [&] { return style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider); };
    QCOMPARE(thumb().top(), 0);
    QVERIFY(thumb().height() >= 24);
    bar.sliderPosition = bar.maximum;
    QCOMPARE(thumb().bottom(), 199);
}

void TestGatehouseStyle::picturesOfQtCanBeSeenInTheDark()
{
    const Theme theme(Theme::Choice::Dark);
    for (QStyle::StandardPixmap which :
         {QStyle::SP_ArrowBack, QStyle::SP_ArrowForward, QStyle::SP_FileDialogToParent, QStyle::SP_FileDialogNewFolder,
          QStyle::SP_FileDialogListView, QStyle::SP_FileDialogDetailedView, QStyle::SP_LineEditClearButton}) {
        const QImage image = QApplication::style()->standardIcon(which).pixmap(16, 16).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 128)
                    continue;
                ++inked;
                QVERIFY2(pixel.lightness() > 150, qPrintable(QString::number(which)));
            }
        }
        QVERIFY2(inked > 8, qPrintable(QString::number(which)));
    }
}

GATEHOUSE_TEST(TestGatehouseStyle)
#include "tst_gatehousestyle.moc"
