#include "support/testmain.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    const gatehouse::support::TestHome home;
    const QApplication app(argc, argv);
    return gatehouse::support::runTests(QCoreApplication::arguments());
}
