#include "support/testmain.h"
#include "ui/components/keycap.h"
#include "ui/components/messagebanner.h"
#include "ui/components/readinessring.h"
#include "ui/components/stageline.h"
#include "ui/components/statuslabel.h"
#include "ui/components/textlabel.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeySequence>
#include <QPushButton>
#include <QSignalSpy>

using gatehouse::ui::MessageBanner;
using gatehouse::ui::ReadinessRing;
using gatehouse::ui::StageLine;
using gatehouse::ui::Theme;

class TestComponents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ringTellsItsValueToAssistiveTechnology();
    void ringLeadsToTheFirstUnreadyGateByKeyboard();
    void statusLabelIsReadAsItsWords();
    void statusLabelGoesOnInFurtherLines();
    void stageLineIsReadAsTheCurrentStage();
    void bannerShowsForeignTextAsPlainText();
    void bannerOffersAtMostTwoButtonsByKeyboard();
    void bannerCopiesWhatSupportNeeds();
    void keyCapsKeepThePlusKey();
    void labelsFollowZoomAndTheme();

private:
    static QAccessibleInterface *accessible(QWidget &widget) { return QAccessible::queryAccessibleInterface(&widget); }
};

void TestComponents::ringTellsItsValueToAssistiveTechnology()
{
    using Segment = ReadinessRing::Segment;
    ReadinessRing ring(64);
    ring.setSegments({Segment::Done, Segment::Done, Segment::Blocked, Segment::Done, Segment::InProgress, Segment::ToDo,
                      Segment::ToDo});
    QAccessibleInterface *face = accessible(ring);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::ProgressBar);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Readiness"));
    QVERIFY(face->text(QAccessible::Value).startsWith(QStringLiteral("3 of 7 readiness gates done, 1 blocked")));
    QVERIFY(face->valueInterface());
    QCOMPARE(face->valueInterface()->currentValue().toInt(), 3);
    QCOMPARE(face->valueInterface()->maximumValue().toInt(), 7);
}

void TestComponents::ringLeadsToTheFirstUnreadyGateByKeyboard()
{
    using Segment = ReadinessRing::Segment;
    ReadinessRing ring(64);
    ring.setSegments({Segment::Done, Segment::Done, Segment::ToDo, Segment::Done});
    QSignalSpy activated(&ring, &ReadinessRing::activated);
    QTest::keyClick(&ring, Qt::Key_Space);
    QTest::mouseClick(&ring, Qt::LeftButton);
    QAccessibleActionInterface *actions = accessible(ring)->actionInterface();
    QVERIFY(actions);
    QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.count(), 3);
    QCOMPARE(activated.constFirst().constFirst().toInt(), 2);
    ring.setSegments({Segment::Done});
    QCOMPARE(ring.firstUnready(), -1);
}

void TestComponents::statusLabelIsReadAsItsWords()
{
    gatehouse::ui::StatusLabel label(gatehouse::ui::Glyph::Bars, gatehouse::ui::Tone::Hold,
                                     QStringLiteral("Waiting on partner"));
    QCOMPARE(accessible(label)->text(QAccessible::Name), QStringLiteral("Waiting on partner"));
    label.setAccessibleName(QStringLiteral("Approval: waiting on partner"));
    QCOMPARE(accessible(label)->text(QAccessible::Name), QStringLiteral("Approval: waiting on partner"));
}

void TestComponents::statusLabelGoesOnInFurtherLines()
{
    gatehouse::ui::StatusLabel label(gatehouse::ui::Glyph::Ring, gatehouse::ui::Tone::Neutral,
                                     QStringLiteral("Missing or expired: KYB and licensing documents"));
    const int line = label.sizeHint().height();
    QCOMPARE(label.heightForWidth(120), -1);
    label.setWordWrap(true);
    QCOMPARE(label.heightForWidth(label.sizeHint().width()), line);
    QVERIFY(label.heightForWidth(120) > line + line / 2);
    // What it asks for, a layout gives, and the words use it.
    label.resize(120, label.heightForWidth(120));
    const QImage image = label.grab().toImage();
    const int half = image.height() / 2;
    bool below = false;
    for (int y = half + 2; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            below = below || image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1);
    }
    QVERIFY(below);
}

void TestComponents::stageLineIsReadAsTheCurrentStage()
{
    StageLine line;
    line.setStages({{QStringLiteral("Pre-sales"), {}, StageLine::Progress::Past},
                    {QStringLiteral("Setup"), QStringLiteral("day 9 of 10"), StageLine::Progress::Current},
                    {QStringLiteral("Go-live"), {}, StageLine::Progress::Future}});
    QCOMPARE(accessible(line)->text(QAccessible::Value), QStringLiteral("Setup, day 9 of 10"));
}

void TestComponents::bannerShowsForeignTextAsPlainText()
{
    MessageBanner banner;
    QVERIFY(!banner.hasMessage());
    banner.setMessage(
        {MessageBanner::Kind::Error, QStringLiteral("<b>No</b>"), QStringLiteral("<img src=x>"), {}, {}, {}});
    QVERIFY(banner.hasMessage());
    const auto labels = banner.findChildren<QLabel *>();
    QCOMPARE(labels.size(), 2);
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
    banner.clear();
    QVERIFY(!banner.hasMessage());
}

void TestComponents::bannerOffersAtMostTwoButtonsByKeyboard()
{
    MessageBanner banner;
    banner.setMessage({MessageBanner::Kind::Error,
                       QStringLiteral("Fact"),
                       QStringLiteral("Why"),
                       {QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")},
                       QStringLiteral("Runbook: approvals"),
                       {}});
    QSignalSpy triggered(&banner, &MessageBanner::actionTriggered);
    QSignalSpy runbook(&banner, &MessageBanner::runbookRequested);
    int shown = 0;
    for (QPushButton *button : banner.findChildren<QPushButton *>()) {
        if (button->isHidden())
            continue;
        ++shown;
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(shown, 3);
    QCOMPARE(triggered.count(), 2);
    QCOMPARE(triggered.constLast().constFirst().toInt(), 1);
    QCOMPARE(runbook.count(), 1);
}

void TestComponents::bannerCopiesWhatSupportNeeds()
{
    MessageBanner banner;
    banner.setMessage(
        {MessageBanner::Kind::Error, QStringLiteral("Fact"), QStringLiteral("Why"), {}, {}, QStringLiteral("id 42")});
    banner.findChild<QPushButton *>(QStringLiteral("bannerCopyButton"))->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Fact\nWhy\nid 42"));
}

void TestComponents::keyCapsKeepThePlusKey()
{
    using gatehouse::ui::KeyCap;
    QCOMPARE(KeyCap::label(QKeySequence(QStringLiteral("Ctrl+K"))), QStringLiteral("Ctrl K"));
    QCOMPARE(KeyCap::label(QKeySequence(QStringLiteral("Shift+Alt+F5"))).count(u'+'), 0);
    QVERIFY(KeyCap::label(QKeySequence(QStringLiteral("Ctrl++"))).endsWith(u'+'));
    QCOMPARE(KeyCap::label(QKeySequence(QStringLiteral("+"))), QStringLiteral("+"));
}

void TestComponents::labelsFollowZoomAndTheme()
{
    Theme theme(Theme::Choice::Light);
    const QFont before = QApplication::font();
    gatehouse::ui::TextLabel label(QStringLiteral("x"), gatehouse::ui::TextRole::PageTitle,
                                   gatehouse::ui::Token::Text2);
    label.show();
    const int size = label.font().pixelSize();
    QFont doubled = before;
    doubled.setPixelSize(QFontInfo(before).pixelSize() * 2);
    QApplication::setFont(doubled);
    QTRY_VERIFY(label.font().pixelSize() > size * 3 / 2);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), gatehouse::ui::Tokens::dark()[gatehouse::ui::Token::Text2]);
    QApplication::setFont(before);
}

GATEHOUSE_TEST(TestComponents)
#include "tst_components.moc"
