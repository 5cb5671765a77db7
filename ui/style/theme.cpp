#include "ui/style/theme.h"

#include "ui/style/focusring.h"
#include "ui/style/gatehousestyle.h"
#include "ui/style/glyphpainter.h"
#include "ui/style/resources.h"
#include "ui/style/systemscheme.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QPixmapCache>
#include <QStringBuilder>

#include <algorithm>

namespace gatehouse::ui {

using namespace Qt::StringLiterals;

namespace {

Theme *s_installed = nullptr;

Theme::Choice overridden(Theme::Choice choice)
{
    const QByteArray wish = qgetenv("GATEHOUSE_THEME");
    if (wish == "light")
        return Theme::Choice::Light;
    if (wish == "dark")
        return Theme::Choice::Dark;
    if (wish == "system")
        return Theme::Choice::System;
    return choice;
}

// A later theme would find the colours of the one before it.
const QPalette &platformPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

QString styleSheet(const Tokens &tokens)
{
    QFile file(u":/gatehouse/style/gatehouse.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    QString sheet = QString::fromUtf8(file.readAll());
    // Longest first: `@ok` would otherwise eat the beginning of `@okTint`.
    QList<QString> names;
    QHash<QString, QColor> colors;
    for (int i = 0; i < TokenCount; ++i) {
        names.append(Tokens::name(Token(i)));
        colors.insert(names.constLast(), tokens[Token(i)]);
    }
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(names))
        sheet.replace(u'@' % name, colors.value(name).name());
    return sheet;
}

} // namespace

Theme::Theme(Choice choice, QObject *parent)
    : QObject(parent),
      m_choice(overridden(choice)),
      m_tokens(Tokens::light()),
      m_platformPalette(platformPalette()),
      m_system(std::make_unique<SystemScheme>()),
      m_focusRing(std::make_unique<FocusRing>())
{
    ensureResources();
    s_installed = this;
    // Without a desktop no icon theme is set, and the bundled icons alone would be few.
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == "hicolor"_L1)
        QIcon::setThemeName(u"breeze"_s);
    QApplication::setStyle(new GatehouseStyle);
    connect(m_system.get(), &SystemScheme::changed, this, &Theme::followSystem);
    m_system->start();
    apply();
}

Theme::~Theme()
{
    if (s_installed == this)
        s_installed = nullptr;
}

Theme *Theme::installed()
{
    return s_installed;
}

void Theme::setChoice(Choice choice)
{
    choice = overridden(choice);
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::followSystem()
{
    apply();
}

void Theme::apply()
{
    const bool systemIsDark = m_system->wish() == SystemScheme::Wish::NoPreference
                                  ? m_platformPalette.color(QPalette::Window).lightness() < 128
                                  : m_system->wish() == SystemScheme::Wish::Dark;
    const bool dark = m_choice == Choice::System ? systemIsDark : m_choice == Choice::Dark;
    m_scheme = dark ? Scheme::Dark : Scheme::Light;
    const bool highContrast = m_system->contrast() == SystemScheme::Contrast::High;
    m_tokens = highContrast ? Tokens::fromPalette(m_platformPalette) : dark ? Tokens::dark() : Tokens::light();
    GlyphPainter::clearCache();
    QPixmapCache::clear();
    QApplication::setPalette(highContrast ? m_platformPalette : m_tokens.palette());
    qApp->setStyleSheet(styleSheet(m_tokens));
    Q_EMIT changed();
}

const Tokens &currentTokens()
{
    return s_installed ? s_installed->tokens() : Tokens::light();
}

} // namespace gatehouse::ui
