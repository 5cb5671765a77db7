#pragma once

#include <QObject>
#include <QTest>

#include <memory>

namespace gatehouse::support {

using MakeTest = std::unique_ptr<QObject> (*)();

template <typename Test>
std::unique_ptr<QObject> makeTest()
{
    return std::make_unique<Test>();
}

enum class Registered { Yes };

// Puts a test class on its program's list; see GATEHOUSE_TEST.
Registered registerTest(const char *className, MakeTest make);

// Runs the registered classes, or those named first on the command line, in the order of their names:
//   tst_store                                        all of them
//   tst_store --list                                 prints the classes
//   tst_store TestMigrator [function] [-v2 ...]      one class; what follows the names goes to Qt Test
// Returns 0 when nothing failed. With GATEHOUSE_NO_SKIP=1 in the environment a skipped test counts as a failure.
// Needs the application object; main() is in coremain.cpp and guimain.cpp.
int runTests(const QStringList &arguments);

// Before the application object exists: no user's settings, data or display are within a test's reach.
// The folders are removed when `home` goes.
class TestHome
{
public:
    TestHome();
    ~TestHome();
    Q_DISABLE_COPY_MOVE(TestHome)

private:
    class QTemporaryDirHolder;
    std::unique_ptr<QTemporaryDirHolder> m_dir;
};

} // namespace gatehouse::support

// At namespace scope, once for each test class, before the file's `#include "tst_x.moc"`.
// A class is made just before it runs, so nothing happens at static initialisation.
#define GATEHOUSE_TEST(Class)                                                                                          \
    [[maybe_unused]] static const auto registrationOf##Class =                                                         \
        gatehouse::support::registerTest(#Class, &gatehouse::support::makeTest<Class>);
