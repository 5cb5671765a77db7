#include "ui/style/resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function of the global namespace, so it cannot stand inside ours.
static void registerStyleResources()
{
    Q_INIT_RESOURCE(style);
    Q_INIT_RESOURCE(icons);
}

namespace gatehouse::ui {

void ensureResources()
{
    static const bool registered = (registerStyleResources(), true);
    Q_UNUSED(registered);
}

} // namespace gatehouse::ui
