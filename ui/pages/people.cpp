#include "ui/pages/people.h"

#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::People)
};

} // namespace

QString nameOf(const operations::PartnerView &view, const QString &subject)
{
    return words::isolate(view.names.value(subject, subject));
}

QString nameInFull(const operations::PartnerView &view, const QString &subject)
{
    if (!view.names.contains(subject))
        return Text::tr("subject %1").arg(words::isolate(subject));
    return Text::tr("%1, subject %2", "a name, then who it belongs to")
        .arg(nameOf(view, subject), words::isolate(subject));
}

} // namespace gatehouse::ui
