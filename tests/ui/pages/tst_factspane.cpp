#include "support/testmain.h"
#include "ui/pages/celltable.h"
#include "ui/pages/factspane.h"

#include <QHeaderView>

// The facts beside a document, in the little room they have.
class TestFactsPane : public QObject
{
    Q_OBJECT

    using Change = gatehouse::words::ChangeWords;
    using Sign = gatehouse::domain::FactChange::Sign;
    using CellTable = gatehouse::ui::CellTable;

private Q_SLOTS:
    // Of a long and a short value neither is cut while both have room together.
    void valuesShareTheirRoom()
    {
        gatehouse::ui::Actions actions;
        gatehouse::ui::FactsPane pane(actions);
        pane.resize(400, 600);
        pane.show();
        const QString longer = QStringLiteral("Ravi Holm, Director");
        const QString none(QChar(0x2014));
        const auto show = [&](const QString &before, const QString &now) {
            pane.setView({});
            pane.setChanges(
                {}, {Change{Sign::Changed, QStringLiteral("Licensing documents valid until"), before, now, {}}});
        };
        show(none, longer);
        const auto *table = static_cast<const CellTable *>(pane.changesTable());
        QTRY_VERIFY(table->isVisible());
        const auto room = [&](int column) { return table->columnWidth(column); };
        QTRY_VERIFY2(room(3) >= table->widthFor(longer, 8), qPrintable(QString::number(room(3))));
        QVERIFY(room(2) >= table->widthFor(none, 0));
        show(longer, none);
        QTRY_VERIFY2(room(2) >= table->widthFor(longer, 0), qPrintable(QString::number(room(2))));
        QVERIFY(room(3) >= table->widthFor(none, 0));
        // Nor is anything beyond the edge.
        QVERIFY(table->horizontalHeader()->length() <= table->viewport()->width());
        show(QString(80, QLatin1Char('x')), QString(80, QLatin1Char('y')));
        QTRY_VERIFY(qAbs(room(2) - room(3)) <= 2);
        // Such ones have a second line, which short ones don't need.
        const int high = table->rowHeight(0);
        QVERIFY(high >= 2 * table->fontMetrics().height());
        show(QStringLiteral("1"), QStringLiteral("2"));
        pane.resize(800, 600);
        QTRY_VERIFY2(table->rowHeight(0) < high, qPrintable(QString::number(table->rowHeight(0))));
        QVERIFY(table->height() < 2 * high);
    }
};

GATEHOUSE_TEST(TestFactsPane)

#include "tst_factspane.moc"
