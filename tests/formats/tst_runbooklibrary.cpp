#include "formats/runbooklibrary.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestRunbookLibrary : public QObject
{
    Q_OBJECT

    static QByteArray page(const QByteArray &id, const QByteArray &title, const QByteArray &kind = "procedure")
    {
        return "---\nid: " + id + "\ntitle: " + title + "\nkind: " + kind
               + "\nowner: Support\nversion: 1\nreviewed: 2026-11-22\nreview_every_days: 180\nminutes: 5\n---\n# "
               + title + "\n\nText.\n";
    }
    static void write(const QTemporaryDir &dir, const char *name, const QByteArray &bytes)
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList titles(const domain::RunbookSource &source)
    {
        QStringList names;
        for (const auto &runbook : source.all())
            names.append(runbook.title);
        return names;
    }

private Q_SLOTS:
    void holdsEveryFileOfTheProgram()
    {
        const auto library = formats::RunbookLibrary::load();
        QStringList files;
        for (const auto &runbook : library->all())
            files.append(runbook.file);
        files.sort();
        QStringList sources = QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/runbooks"))
                                  .entryList({u"*.md"_s}, QDir::Files, QDir::Name);
        sources.removeAll(u"README.md"_s);
        sources.sort();
        QCOMPARE(files, sources);
        QVERIFY(library->findings().isEmpty());
    }

    void aTeamsFolderOverridesAndAdds()
    {
        QTemporaryDir bundled;
        QTemporaryDir team;
        write(bundled, "one.md", page("one", "One of ours"));
        write(bundled, "two.md", page("two", "Two of ours", "dashboard"));
        write(team, "one.md", page("one", "One of theirs"));
        write(team, "three.md", page("three", "Another of theirs"));
        write(team, "README.md", "What these are");
        write(team, "notes.txt", "no runbook");
        const auto library = formats::RunbookLibrary::load(team.path(), bundled.path());
        QCOMPARE(titles(*library), (QStringList{u"Another of theirs"_s, u"One of theirs"_s, u"Two of ours"_s}));
        QVERIFY(library->findings().isEmpty());
    }

    void aBadFileStopsNothing()
    {
        QTemporaryDir bundled;
        QTemporaryDir team;
        write(bundled, "one.md", page("one", "One of ours"));
        write(team, "one.md", "no front matter");
        write(team, "two.md", page("two", "Two of theirs"));
        QCOMPARE(::mkfifo(qPrintable(team.filePath(u"pipe.md"_s)), 0600), 0); // reading it would wait for ever
        const auto library = formats::RunbookLibrary::load(team.path(), bundled.path());
        QCOMPARE(titles(*library), (QStringList{u"One of ours"_s, u"Two of theirs"_s}));
        QCOMPARE(library->findings(),
                 (QList<domain::RunbookFinding>{{domain::RunbookProblem::NoFrontMatter, u"one.md"_s, 1, {}}}));
    }

    void aFolderThatIsNotThereIsNone()
    {
        QTemporaryDir bundled;
        write(bundled, "one.md", page("one", "One"));
        const auto library = formats::RunbookLibrary::load(u"/nowhere/at/all"_s, bundled.path());
        QCOMPARE(titles(*library), QStringList{u"One"_s});
        QVERIFY(library->findings().isEmpty());
    }
};

GATEHOUSE_TEST(TestRunbookLibrary)
#include "tst_runbooklibrary.moc"
