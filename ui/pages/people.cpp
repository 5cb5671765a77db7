#include "ui/pages/people.h"

#include "words/textmarks.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

struct PeopleText
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
        return PeopleText::tr("subject %1").arg(words::isolate(subject));
    return PeopleText::tr("%1, subject %2", "a name, then who it belongs to")
        .arg(nameOf(view, subject), words::isolate(subject));
}

bool isClaimed(const domain::Event &event)
{
    return !event.osUser.isEmpty() && event.osUser != event.actor;
}

QString whoActed(const operations::PartnerView &view, const domain::Event &event)
{
    const QString who = nameOf(view, event.actor);
    return isClaimed(event)
               ? PeopleText::tr("%1 (OS user %2)", "a name, then a user").arg(who, words::isolate(event.osUser))
               : who;
}

} // namespace gatehouse::ui
