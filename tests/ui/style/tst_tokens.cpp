#include "support/testmain.h"
#include "ui/style/tokens.h"

#include <QPalette>

using gatehouse::ui::Token;
using gatehouse::ui::Tokens;

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTokenHasAColour();
    void textReachesContrastOnEverySurface_data();
    void textReachesContrastOnEverySurface();
    void linesOfFieldsAndGlyphsReachContrast_data();
    void linesOfFieldsAndGlyphsReachContrast();
    void filledButtonsCanBeReadAndSeen();
    void contrastMatchesTheDefinition();
    void disabledGroupIsSetExplicitly();
    void highContrastKeepsOneInk();

private:
    static const Tokens &theme(bool dark) { return dark ? Tokens::dark() : Tokens::light(); }
    static void themes(const char *name, Token ink, Token surface);
    static QString on(Token ink, Token surface)
    {
        return Tokens::name(ink) + QStringLiteral(" on ") + Tokens::name(surface);
    }
};

void TestTokens::themes(const char *name, Token ink, Token surface)
{
    QTest::addRow("light: %s", name) << ink << surface << false;
    QTest::addRow("dark: %s", name) << ink << surface << true;
}

void TestTokens::everyTokenHasAColour()
{
    for (const Tokens *tokens : {&Tokens::light(), &Tokens::dark()}) {
        for (int i = 0; i < gatehouse::ui::TokenCount; ++i)
            QVERIFY2((*tokens)[Token(i)].isValid(), qPrintable(Tokens::name(Token(i))));
    }
}

void TestTokens::textReachesContrastOnEverySurface_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("surface");
    QTest::addColumn<bool>("dark");
    const QList<Token> inks{Token::Text,     Token::Text2, Token::Text3,  Token::Accent, Token::Ok,
                            Token::Progress, Token::Warn,  Token::Danger, Token::Hold,   Token::Neutral};
    const QList<Token> surfaces{Token::Base,   Token::Window, Token::Sidebar, Token::Alt,
                                Token::Raised, Token::Hover,  Token::Sel,     Token::SelInactive};
    for (Token ink : inks) {
        for (Token surface : surfaces)
            themes(qPrintable(on(ink, surface)), ink, surface);
    }
    const QList<std::pair<Token, Token>> tints{
        {Token::Ok, Token::OkTint},         {Token::Warn, Token::WarnTint},
        {Token::Danger, Token::DangerTint}, {Token::Progress, Token::ProgressTint},
        {Token::Hold, Token::HoldTint},     {Token::Neutral, Token::NeutralTint},
        {Token::Text, Token::DiffAdd},      {Token::Text, Token::DiffDel},
        {Token::Text, Token::DangerTint},   {Token::Text, Token::WarnTint},
        {Token::Text, Token::ProgressTint}, {Token::Text, Token::OkTint},
        {Token::Accent, Token::DangerTint}, {Token::Accent, Token::WarnTint}};
    for (const auto &[ink, tint] : tints)
        themes(qPrintable(on(ink, tint)), ink, tint);
}

void TestTokens::textReachesContrastOnEverySurface()
{
    QFETCH(Token, ink);
    QFETCH(Token, surface);
    QFETCH(bool, dark);
    const double ratio = gatehouse::ui::contrast(theme(dark)[ink], theme(dark)[surface]);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestTokens::linesOfFieldsAndGlyphsReachContrast_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("surface");
    QTest::addColumn<bool>("dark");
    for (Token surface : {Token::Base, Token::Window, Token::Sidebar, Token::Alt, Token::Raised, Token::Hover,
                          Token::Sel, Token::SelInactive})
        themes(qPrintable(Tokens::name(surface)), Token::BorderStrong, surface);
}

void TestTokens::linesOfFieldsAndGlyphsReachContrast()
{
    QFETCH(Token, ink);
    QFETCH(Token, surface);
    QFETCH(bool, dark);
    const double ratio = gatehouse::ui::contrast(theme(dark)[ink], theme(dark)[surface]);
    QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio)));
}

void TestTokens::filledButtonsCanBeReadAndSeen()
{
    for (const Tokens *tokens : {&Tokens::light(), &Tokens::dark()}) {
        const Tokens &t = *tokens;
        QVERIFY(gatehouse::ui::contrast(t[Token::OnAccent], t[Token::AccentFill]) >= 4.5);
        QVERIFY(gatehouse::ui::contrast(t[Token::AccentFill], t[Token::Window]) >= 3.0);
    }
}

void TestTokens::contrastMatchesTheDefinition()
{
    QCOMPARE(qRound(gatehouse::ui::contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(gatehouse::ui::contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
}

void TestTokens::disabledGroupIsSetExplicitly()
{
    const QPalette palette = Tokens::dark().palette();
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText), Tokens::dark()[Token::Disabled]);
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), Tokens::dark()[Token::Disabled]);
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), Tokens::dark()[Token::AccentFill]);
}

void TestTokens::highContrastKeepsOneInk()
{
    QPalette system(Qt::black, Qt::black);
    system.setColor(QPalette::Text, Qt::yellow);
    const Tokens tokens = Tokens::fromPalette(system);
    for (Token token : {Token::Ok, Token::Danger, Token::Warn, Token::Hold, Token::BorderStrong, Token::Text3})
        QCOMPARE(tokens[token], QColor(Qt::yellow));
}

GATEHOUSE_TEST(TestTokens)
#include "tst_tokens.moc"
