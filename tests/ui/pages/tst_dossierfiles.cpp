#include "support/testmain.h"
#include "ui/components/statuslabel.h"
#include "ui/shell/windowfixture.h"
#include "words/textmarks.h"

#include <QAbstractItemView>
#include <QDirIterator>
#include <QFile>
#include <QLabel>

// A stored file that is no more what was filed, as a partner's page tells it.
class TestDossierFiles : public QObject
{
    Q_OBJECT

    using WindowFixture = gatehouse::support::WindowFixture;
    using Act = gatehouse::ui::Act;

    // Where the bytes of that document are, behind the workspace's back.
    static QString stored(WindowFixture &fixture, const QString &kind)
    {
        QString key;
        for (const auto &document : fixture.page()->view()->facts.documents)
            key = document.kind == kind ? document.objectKey : key;
        QDirIterator files(fixture.path(QString()), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (files.next().endsWith(key))
                return files.filePath();
        }
        return {};
    }

    static void overwrite(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write("%PDF-1.4 z"), 10);
    }

    // What stands in that row and column; row 0 was filed last.
    static QString cell(const WindowFixture &fixture, int row, int column, int role = Qt::DisplayRole)
    {
        const auto *table = fixture.find<QAbstractItemView>("documentsTable");
        return table ? gatehouse::words::plain(table->model()->index(row, column).data(role).toString()) : QString();
    }

    static QString filesLine(const WindowFixture &fixture)
    {
        const auto *label = fixture.find<gatehouse::ui::StatusLabel>("dossierFilesLabel");
        return label ? gatehouse::words::plain(label->text()) : QString();
    }

    static QStringList blockers(const WindowFixture &fixture)
    {
        QStringList texts;
        const QWidget *card = fixture.find("blockersCard");
        for (const QLabel *label : card ? card->findChildren<QLabel *>() : QList<QLabel *>()) {
            if (label->isVisible())
                texts += gatehouse::words::plain(label->text());
        }
        return texts;
    }

private Q_SLOTS:
    void whatIsMissingOrAlteredIsSaidWhereItStands()
    {
        constexpr int state = 2;
        WindowFixture fixture;
        fixture.createWorkspace();
        fixture.submitApplication();
        const QString pdf = fixture.write(QStringLiteral("a.pdf"), "%PDF-1.4 a");
        fixture.fileDocument(QStringLiteral("kyb"), pdf);
        fixture.fileDocument(QStringLiteral("licensing"), pdf);
        fixture.window().actions()[Act::ShowDossier]->trigger();
        QTRY_COMPARE(filesLine(fixture), QStringLiteral("2 file(s) match the stored hashes"));
        QVERIFY(cell(fixture, 1, state).startsWith(QStringLiteral("Current")));

        overwrite(stored(fixture, QStringLiteral("kyb")));
        QVERIFY(QFile::remove(stored(fixture, QStringLiteral("licensing"))));
        fixture.press(Qt::Key_F5);
        QTRY_COMPARE(cell(fixture, 1, state), QStringLiteral("File altered"));
        QCOMPARE(cell(fixture, 0, state), QStringLiteral("File missing"));
        QCOMPARE(filesLine(fixture), QStringLiteral("File altered: KYB package; File missing: Licensing documents"));
        // Who hears the table hears the same as who sees it, and what to do.
        QVERIFY(cell(fixture, 1, 0, Qt::AccessibleTextRole).contains(QStringLiteral("File altered")));
        for (int role : {int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole)}) {
            const QString altered = cell(fixture, 1, state, role);
            for (const char *words : {"The document can't be trusted.", "have the document filed again.",
                                      "Who can file it: root admins", "Runbook: dossier#object-altered", "SHA-256"})
                QVERIFY2(altered.contains(QLatin1StringView(words)), qPrintable(altered));
            QVERIFY(cell(fixture, 0, state, role).contains(QStringLiteral("Runbook: dossier#object-missing")));
        }
        fixture.window().actions()[Act::ShowOverview]->trigger();
        QTRY_VERIFY(blockers(fixture).contains(QStringLiteral("File altered: KYB package")));
        QVERIFY(blockers(fixture).contains(QStringLiteral("File missing: Licensing documents")));
        QVERIFY(blockers(fixture).contains(QStringLiteral("Runbook: dossier#object-altered")));

        // Filed again, each is well.
        fixture.fileDocument(QStringLiteral("kyb"), pdf);
        fixture.fileDocument(QStringLiteral("licensing"), pdf);
        QTRY_VERIFY(blockers(fixture).contains(QStringLiteral("Nothing stands in the way.")));
        fixture.window().actions()[Act::ShowDossier]->trigger();
        QTRY_COMPARE(filesLine(fixture), QStringLiteral("2 file(s) match the stored hashes"));
    }
};

GATEHOUSE_TEST(TestDossierFiles)

#include "tst_dossierfiles.moc"
