#include "ui/viewer/pageaccess.h"

#include "ui/viewer/pageview.h"

#include <QAccessibleWidget>

namespace gatehouse::ui {

namespace {

class PageInterface final : public QAccessibleWidget
{
public:
    explicit PageInterface(PageView *view) : QAccessibleWidget(view, QAccessible::Document), m_view(view) { }

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name: return m_view->pageName();
        case QAccessible::Value: return m_view->pageText();
        case QAccessible::Description: return m_view->pageDescription();
        default: return QAccessibleWidget::text(kind);
        }
    }

private:
    PageView *m_view;
};

QAccessibleInterface *makePageInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<PageView *>(object);
    return view ? new PageInterface(view) : nullptr;
}

} // namespace

void installPageAccess()
{
    static const bool installed = (QAccessible::installFactory(makePageInterface), true);
    Q_UNUSED(installed);
}

} // namespace gatehouse::ui
