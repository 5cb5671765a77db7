#include "support/testmain.h"
#include "ui/delegates/boarddelegate.h"
#include "ui/delegates/boardtable.h"
#include "ui/delegates/textcache.h"
#include "ui/style/theme.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QPainter>
#include <QSignalSpy>

using gatehouse::ui::BoardDelegate;
using gatehouse::ui::BoardPresenter;
using gatehouse::ui::BoardTable;
using gatehouse::ui::CellKind;
using gatehouse::ui::CellPresentation;
using gatehouse::ui::Glyph;
using gatehouse::ui::TextCache;
using gatehouse::ui::Theme;
using gatehouse::ui::Token;
using gatehouse::ui::Tone;

class TestBoardDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectionBarStandsAtTheLeadingEdge();
    void everyKindOfCellIsMirroredWhole_data();
    void everyKindOfCellIsMirroredWhole();
    void nothingIsPaintedOutsideTheCell_data() { everyKindOfCellIsMirroredWhole_data(); }
    void nothingIsPaintedOutsideTheCell();
    void groupHeadersRunAcrossColumns();
    void aClickOnAGroupFoldsAndDoesNotSelect();
    void enterOpensARow();
    void hoverCoversTheWholeRow();
    void longWordsAreElidedNotCut();

private:
    class Presenter : public BoardPresenter
    {
    public:
        QHash<int, CellPresentation> rows;
        CellPresentation present(const QModelIndex &index) const override { return rows.value(index.row()); }
    };

    class Model : public QAbstractTableModel
    {
    public:
        int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
        int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 3; }
        QVariant data(const QModelIndex &, int) const override { return {}; }
    };

    // A picture larger than the cell, so that paint outside of it shows.
    static constexpr QRect Cell{40, 10, 200, 32};
    static constexpr QSize Canvas{280, 52};

    static QImage cell(const CellPresentation &what, Qt::LayoutDirection direction, const QRect &rect);
    static QRect inked(const QImage &image);
};

QImage TestBoardDelegate::cell(const CellPresentation &what, Qt::LayoutDirection direction, const QRect &rect)
{
    Presenter presenter;
    presenter.rows.insert(0, what);
    Model model;
    const BoardDelegate delegate(presenter);
    QImage image(Canvas, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = rect;
    option.direction = direction;
    option.font.setPixelSize(12);
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    delegate.paint(&painter, option, model.index(0, 0));
    return image;
}

QRect TestBoardDelegate::inked(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < Cell.bottom(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != qRgb(255, 255, 255))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

void TestBoardDelegate::everyKindOfCellIsMirroredWhole_data()
{
    QTest::addColumn<CellPresentation>("what");
    CellPresentation base;
    base.text = QStringLiteral("Words");
    const auto row = [&base](const char *name, CellKind kind, auto &&change) {
        CellPresentation what = base;
        what.kind = kind;
        change(what);
        QTest::addRow("%s", name) << what;
    };
    row("text", CellKind::Text, [](CellPresentation &) {});
    row("number", CellKind::Number, [](CellPresentation &) {});
    row("status", CellKind::Status, [](CellPresentation &c) { c.glyph = Glyph::DiamondAlert; });
    row("clock", CellKind::Clock, [](CellPresentation &c) { c.glyph = Glyph::DiscAlert; });
    row("stage", CellKind::Stage, [](CellPresentation &c) { c.stage = 3; });
    row("blockers", CellKind::Blockers, [](CellPresentation &c) { c.count = 2; });
    row("blockers that stop", CellKind::Blockers, [](CellPresentation &c) { c.count = 2, c.tone = Tone::Danger; });
    row("partner", CellKind::Partner, [](CellPresentation &c) { c.suffix = QStringLiteral("OTC"); });
    row("progress", CellKind::Progress, [](CellPresentation &c) { c.fraction = 0.4; });
    row("long", CellKind::Partner, [](CellPresentation &c) {
        c.text = QString(60, u'm');
        c.suffix = QString(60, u'n');
    });
}

void TestBoardDelegate::everyKindOfCellIsMirroredWhole()
{
    QFETCH(CellPresentation, what);
    const QRect left = inked(cell(what, Qt::LeftToRight, Cell));
    const QRect right = inked(cell(what, Qt::RightToLeft, Cell));
    QVERIFY(left.isValid());
    const int fromStart = left.left() - Cell.left();
    const int fromEnd = Cell.right() - right.right();
    // Letters have bearings of their own on each side; two rectangles put at the same place would differ by far more.
    QVERIFY2(qAbs(fromStart - fromEnd) <= 3, qPrintable(QStringLiteral("%1 and %2").arg(fromStart).arg(fromEnd)));
    QVERIFY(qAbs(left.width() - right.width()) <= 4);
}

void TestBoardDelegate::nothingIsPaintedOutsideTheCell()
{
    QFETCH(CellPresentation, what);
    for (Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const QRect narrow(Cell.left(), Cell.top(), 70, Cell.height());
        for (const QRect &rect : {Cell, narrow})
            QVERIFY(rect.contains(inked(cell(what, direction, rect))));
    }
}

void TestBoardDelegate::selectionBarStandsAtTheLeadingEdge()
{
    const Theme theme(Theme::Choice::Light);
    Presenter presenter;
    Model model;
    for (Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        BoardTable table(presenter);
        table.setLayoutDirection(direction);
        table.setModel(&model);
        table.resize(400, 200);
        table.show();
        table.setCurrentIndex(model.index(1, 0));
        const QImage image = table.viewport()->grab().toImage();
        const QRect first = table.visualRect(model.index(1, 0));
        const bool active = image.pixelColor(first.center()) == theme.tokens()[Token::Sel];
        QVERIFY(active || image.pixelColor(first.center()) == theme.tokens()[Token::SelInactive]);
        const QColor bar = theme.tokens()[active ? Token::Accent : Token::BorderStrong];
        const bool mirrored = direction == Qt::RightToLeft;
        QCOMPARE(image.pixelColor(mirrored ? first.right() - 1 : first.left() + 1, first.center().y()), bar);
        QVERIFY(image.pixelColor(mirrored ? first.left() + 1 : first.right() - 1, first.center().y()) != bar);
    }
}

void TestBoardDelegate::groupHeadersRunAcrossColumns()
{
    const Theme theme(Theme::Choice::Light);
    Presenter presenter;
    CellPresentation group;
    group.kind = CellKind::Group;
    group.text = QStringLiteral("Our move");
    group.count = 8;
    group.suffix = QStringLiteral("Someone here has the next step");
    presenter.rows.insert(0, group);
    Model model;
    BoardTable table(presenter);
    table.setModel(&model);
    for (int column = 0; column < 3; ++column)
        table.setColumnWidth(column, 60);
    table.resize(600, 200);
    const QImage image = table.viewport()->grab().toImage();
    const QRect second = table.visualRect(model.index(0, 1));
    bool words = false;
    for (int x = second.left(); x <= second.right(); ++x) {
        for (int y = second.top() + 4; y < second.bottom() - 4; ++y)
            words = words || image.pixelColor(x, y) != theme.tokens()[Token::Alt];
    }
    QVERIFY(words);
}

void TestBoardDelegate::aClickOnAGroupFoldsAndDoesNotSelect()
{
    Presenter presenter;
    presenter.rows[0].kind = CellKind::Group;
    Model model;
    BoardTable table(presenter);
    table.setModel(&model);
    table.resize(400, 200);
    QSignalSpy toggled(&table, &BoardTable::groupToggled);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(0, 1)).center());
    QCOMPARE(toggled.count(), 1);
    QVERIFY(!table.selectionModel()->hasSelection());
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(2, 1)).center());
    QCOMPARE(toggled.count(), 1);
    QVERIFY(table.selectionModel()->isRowSelected(2));
}

void TestBoardDelegate::enterOpensARow()
{
    Presenter presenter;
    Model model;
    BoardTable table(presenter);
    table.setModel(&model);
    table.setCurrentIndex(model.index(2, 0));
    QSignalSpy opened(&table, &BoardTable::opened);
    QTest::keyClick(&table, Qt::Key_Return);
    QTest::keyClick(&table, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toModelIndex().row(), 2);
}

void TestBoardDelegate::hoverCoversTheWholeRow()
{
    const Theme theme(Theme::Choice::Light);
    Presenter presenter;
    Model model;
    BoardTable table(presenter);
    table.setModel(&model);
    table.resize(400, 200);
    auto *delegate = qobject_cast<BoardDelegate *>(table.itemDelegate());
    QVERIFY(delegate);
    delegate->setHoveredRow(2);
    const QImage image = table.viewport()->grab().toImage();
    for (int column = 0; column < 3; ++column)
        QCOMPARE(image.pixelColor(table.visualRect(model.index(2, column)).center()), theme.tokens()[Token::Hover]);
    QCOMPARE(image.pixelColor(table.visualRect(model.index(1, 1)).center()), theme.tokens()[Token::Base]);
}

void TestBoardDelegate::longWordsAreElidedNotCut()
{
    QFont font;
    font.setPixelSize(12);
    TextCache cache(font);
    QImage image(200, 30, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setFont(font);
    const QString text(80, u'm');
    for (int width : {150, 60, 150}) {
        const int drawn = cache.draw(&painter, QRect(0, 0, width, 30), text, Qt::AlignLeft);
        QVERIFY(drawn <= width);
        QVERIFY(drawn > width / 2);
    }
    QVERIFY(cache.width(text) > 200);
}

GATEHOUSE_TEST(TestBoardDelegate)
#include "tst_boarddelegate.moc"
