#include "ui/shell/windowfixture.h"

#include "operations/operatoroperations.h"
#include "wiring/identity.h"

#include <QComboBox>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

namespace gatehouse::support {

WindowFixture::WindowFixture(int pollMs) : m_desktop(m_theme, m_chooser, QString(), pollMs)
{
    window().resize(1440, 900);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

QString WindowFixture::osUser()
{
    return wiring::osUser();
}

QString WindowFixture::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("%s can't be written", qPrintable(file.fileName()));
    return file.fileName();
}

QString WindowFixture::applicationFile() const
{
    return QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/sample/application.json");
}

QStringList WindowFixture::foreignPdfs()
{
    QStringList found;
    const QString places = qEnvironmentVariable("GATEHOUSE_TEST_PDFS", QStringLiteral("/usr/share"));
    for (const QString &place : places.split(QLatin1Char(':'), Qt::SkipEmptyParts)) {
        if (QFileInfo(place).isFile())
            found += place;
        QDirIterator files(place, {QStringLiteral("*.pdf")}, QDir::Files | QDir::Readable,
                           QDirIterator::Subdirectories);
        while (files.hasNext() && found.size() < 2)
            found += files.next();
    }
    if (found.size() == 1)
        found += found.constFirst();
    return found.mid(0, 2);
}

// Without a window manager nobody activates the window below a dialog that closed.
QWidget *WindowFixture::activeTop()
{
    QWidget *top = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &window();
    if (!top->isActiveWindow()) {
        top->activateWindow();
        if (!QTest::qWaitForWindowActive(top))
            qWarning("%s does not become active", qPrintable(top->objectName()));
    }
    return top;
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *top = activeTop();
    QTest::keyClick(top->focusWidget() ? top->focusWidget() : top, key, modifiers);
}

void WindowFixture::type(const QString &text)
{
    QWidget *top = activeTop();
    QTest::keyClicks(top->focusWidget() ? top->focusWidget() : top, text);
}

bool WindowFixture::boardIsLoaded()
{
    return !m_desktop.isOpening() && window().board() && !window().board()->summary().isEmpty();
}

void WindowFixture::createWorkspace()
{
    desktop().create(path(QStringLiteral("work.gatehouse")));
    QTRY_VERIFY_WITH_TIMEOUT(boardIsLoaded(), 20000);
    QTRY_VERIFY(window().actions()[ui::Act::NewPartner]->isEnabled());
}

void WindowFixture::openSample()
{
    desktop().openSampleAt(path(QStringLiteral("sample.gatehouse")));
    QTRY_VERIFY_WITH_TIMEOUT(window().board() && window().place().area == ui::Area::Approvals, 60000);
    window().go({});
    QTRY_VERIFY(window().board()->model().partnerCount() > 20);
}

void WindowFixture::submitApplication(const QString &name)
{
    const ui::PartnerPage *before = page();
    QString file = applicationFile();
    if (!name.isEmpty()) {
        // Subjects belong to one partner.
        QFile original(file);
        QVERIFY(original.open(QIODevice::ReadOnly));
        QJsonObject application = QJsonDocument::fromJson(original.readAll()).object();
        application[QStringLiteral("name")] = name;
        QJsonArray contacts = application.value(QStringLiteral("contacts")).toArray();
        for (QJsonValueRef contact : contacts) {
            QJsonObject one = contact.toObject();
            one[QStringLiteral("subject")] = one.value(QStringLiteral("subject")).toString() + QLatin1Char('@') + name;
            contact = one;
        }
        application[QStringLiteral("contacts")] = contacts;
        file = write(QStringLiteral("application.json"), QJsonDocument(application).toJson());
    }
    window().startApplication(file);
    QTRY_VERIFY(find<QPushButton>("submitButton") && find<QPushButton>("submitButton")->isEnabled());
    find<QPushButton>("submitButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page() != before && page()->isLoaded(), 10000);
}

void WindowFixture::fileDocument(const QString &kind, const QString &path)
{
    const qsizetype before = page()->view()->facts.documents.size();
    m_chooser.path = path;
    window().actions()[ui::Act::FileDocument]->trigger();
    QTRY_VERIFY(find<QComboBox>("kindCombo"));
    QComboBox *kinds = find<QComboBox>("kindCombo");
    kinds->setCurrentIndex(kinds->findData(kind));
    find<QPushButton>("chooseButton")->click();
    QTRY_VERIFY(find<QPushButton>("submitButton")->isEnabled());
    find<QPushButton>("submitButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(page()->view()->facts.documents.size(), before + 1, 10000);
    QTRY_VERIFY(!find("fileDocumentDialog"));
}

void WindowFixture::reopenAs(const QString &subject)
{
    desktop().setSubject(subject);
    desktop().open(desktop().workspace().address);
    QTRY_VERIFY_WITH_TIMEOUT(boardIsLoaded(), 20000);
}

base::Result<domain::Receipt> WindowFixture::addOperator(const QString &subject, const QString &name, domain::Role role)
{
    operations::AddOperator add;
    add.subject = subject;
    add.name = name;
    add.role = role;
    return runElsewhere(add);
}

} // namespace gatehouse::support
