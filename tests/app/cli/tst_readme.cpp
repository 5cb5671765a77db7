#include "app/cli/admin.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using Qt::StringLiterals::operator""_s; // NOLINT(misc-unused-using-decls): version 14 overlooks literals

// The README's example, run as somebody pastes it.
class TestReadme : public QObject
{
    Q_OBJECT

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // The block of shell commands that speaks of gatehouse-admin.
    static QByteArray example()
    {
        const QByteArray readme = contentOf(QString::fromLatin1(GATEHOUSE_SOURCE_DIR "/README.md"));
        static const QByteArray fence = "```sh\n";
        for (qsizetype begin = readme.indexOf(fence); begin >= 0; begin = readme.indexOf(fence, begin + 1)) {
            const qsizetype from = begin + fence.size();
            const QByteArray block = readme.mid(from, readme.indexOf("```", from) - from);
            if (block.contains("gatehouse-admin"))
                return block;
        }
        return {};
    }

private Q_SLOTS:
    void theExampleRunsAsItStands_data()
    {
        QTest::addColumn<QString>("document");
        const QStringList pdfs = gatehouse::clitests::foreignPdfs(1);
        QTest::newRow("as it stands") << QString();
        if (pdfs.isEmpty())
            qInfo("not run with a PDF file that somebody else wrote: there is none; name some in GATEHOUSE_TEST_PDFS");
        else
            QTest::newRow("a PDF") << pdfs.constFirst();
    }

    void theExampleRunsAsItStands()
    {
        QFETCH(const QString, document);
        const QByteArray block = example();
        QVERIFY(!block.isEmpty());
        // A clone with a build in it, as far as the example looks at it.
        const QTemporaryDir clone;
        QVERIFY(QDir(clone.path()).mkpath(u"build/release"_s));
        const QString source = QString::fromLatin1(GATEHOUSE_SOURCE_DIR);
        QVERIFY(QFile::link(QString::fromLatin1(GATEHOUSE_BINARY_DIR "/bin"), clone.filePath(u"build/release/bin"_s)));
        QVERIFY(QFile::link(source + u"/resources"_s, clone.filePath(u"resources"_s)));
        QVERIFY(QFile::link(source + u"/LICENSE"_s, clone.filePath(u"LICENSE"_s)));

        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"GATEHOUSE_WORKSPACE"_s);
        if (document.isEmpty())
            environment.remove(u"PDF"_s);
        else
            environment.insert(u"PDF"_s, document);
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(clone.path());
        // The last command is a gate that was closed; every other has to do what it says.
        shell.start(u"sh"_s, {u"-eu"_s, u"-c"_s, QString::fromUtf8(block)});
        QVERIFY(shell.waitForFinished(120'000));
        const QByteArray out = shell.readAllStandardOutput();
        const QByteArray err = shell.readAllStandardError();
        QVERIFY2(shell.exitCode() == 3, (out + err).constData());
        for (const char *said : {"Created ", "Submitted Harbourline Markets", "Approved; decision 1.",
                                 "invoice.create is open for Harbourline Markets", "Suspended; decision 2."})
            QVERIFY2(out.contains(said), (out + err).constData());
        QVERIFY2(err.contains("invoice.create is closed for Harbourline Markets."), err.constData());
        QCOMPARE(err.count('\n'), 1);
        QCOMPARE(contentOf(clone.filePath(u"kyb-copy"_s)),
                 contentOf(document.isEmpty() ? source + u"/LICENSE"_s : document));
    }
};

GATEHOUSE_TEST(TestReadme)

#include "tst_readme.moc"
