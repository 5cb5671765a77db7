#include "words/catalogue.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <utility>

// Q_INIT_RESOURCE declares a function of the global namespace, so it cannot stand inside ours.
static void registerCatalogues()
{
    Q_INIT_RESOURCE(i18n);
}

namespace gatehouse::words {

void installTranslations(QCoreApplication &app)
{
    registerCatalogues();
    const QString ours = QStringLiteral("gatehouse");
    const auto qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &[name, folder] :
         {std::pair{QStringLiteral("qtbase"), qtFolder}, std::pair{ours, QStringLiteral(":/i18n")}}) {
        auto *translator = new QTranslator(&app);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)
            || (name == ours && translator->load(QStringLiteral(":/i18n/gatehouse_en"))))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace gatehouse::words
