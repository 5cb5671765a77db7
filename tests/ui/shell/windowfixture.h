#pragma once

#include "desktop/desktop.h"
#include "domain/text.h"
#include "ui/dialogs/formdialog.h"
#include "ui/pages/approvalspage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/partnerpage.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace gatehouse::support {

// Answers at once with the path that a test put there; the answer arrives in the next turn of the loop, as a person's
// would.
class FakeFileChooser final : public ui::FileChooser
{
public:
    QString path;
    QString suggestion; // what was proposed for a new file
    int asked = 0;

    void chooseFile(QWidget *parent, const QString &, const QString &, const Chosen &chosen) override
    {
        answer(parent, chosen);
    }
    void chooseNewFile(QWidget *parent, const QString &, const QString &, const QString &proposed,
                       const Chosen &chosen) override
    {
        suggestion = proposed;
        answer(parent, chosen);
    }

private:
    void answer(QWidget *parent, const Chosen &chosen)
    {
        ++asked;
        QMetaObject::invokeMethod(
            parent, [chosen, path = path] { chosen(path); }, Qt::QueuedConnection);
    }
};

// A window with a workspace of its own in a temporary folder; the OS user is its root admin.
class WindowFixture
{
public:
    // Rare enough that a test decides when the feed looks.
    explicit WindowFixture(int pollMs = 60000);

    desktop::Desktop &desktop() { return m_desktop; }
    ui::MainWindow &window() { return m_desktop.window(); }
    ui::PartnerPage *page() { return window().partnerPage(); }
    ui::ApprovalsPage *approvals() { return window().approvals(); }
    FakeFileChooser &chooser() { return m_chooser; }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;

    // The application that every test submits: Harbourline Markets with two contacts.
    QString applicationFile() const;
    // PDF files that nobody of this project wrote: those below GATEHOUSE_TEST_PDFS (files or folders, separated by
    // ":"), else below /usr/share. Empty when there are fewer than two.
    static QStringList foreignPdfs();

    // The first visible widget of that name in the window or one of its dialogs.
    template <class T = QWidget>
    T *find(const char *name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (!top->isVisible())
                continue;
            if (top->objectName() == QLatin1StringView(name) && qobject_cast<T *>(top))
                return qobject_cast<T *>(top);
            for (T *found : top->findChildren<T *>(QLatin1StringView(name))) {
                if (found->isVisible())
                    return found;
            }
        }
        return nullptr;
    }
    // Presses a key where the keyboard is, as a person does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);

    // What was opened last is on screen, with its partners.
    bool boardIsLoaded();
    void createWorkspace();
    // The sample, on its Board: those who decide begin in Approvals.
    void openSample();
    // Under the name of applicationFile(), or another.
    void submitApplication(const QString &name = {});
    void fileDocument(const QString &kind, const QString &path);
    void reopenAs(const QString &subject);
    // As the OS user, in no window.
    base::Result<domain::Receipt> addOperator(const QString &subject, const QString &name = {},
                                              domain::Role role = domain::Role::RootAdmin);

    // Runs an operation as the OS user through a runner of its own: somebody else, elsewhere.
    template <class Concrete>
    base::Result<domain::Receipt> runElsewhere(const Concrete &operation)
    {
        operations::AsyncRunner runner(m_desktop.workspace().authority, m_desktop.workspace().playbooks,
                                       m_desktop.workspace().ids, operations::Caller{QString(), osUser()});
        auto future = runner.run(operation, m_desktop.workspace().ids->next());
        future.waitForFinished();
        return future.takeResult();
    }
    template <class Query>
    base::Result<typename Query::Answer> askElsewhere(const Query &query)
    {
        operations::AsyncRunner runner(m_desktop.workspace().authority, m_desktop.workspace().playbooks,
                                       m_desktop.workspace().ids, operations::Caller{QString(), osUser()});
        auto future = runner.ask(query);
        future.waitForFinished();
        return future.takeResult();
    }
    static QString osUser();

private:
    QWidget *activeTop();

    QTemporaryDir m_dir;
    ui::Theme m_theme{ui::Theme::Choice::Light};
    FakeFileChooser m_chooser;
    desktop::Desktop m_desktop;
};

} // namespace gatehouse::support
