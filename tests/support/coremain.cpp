#include "support/testmain.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const gatehouse::support::TestHome home;
    const QCoreApplication app(argc, argv);
    return gatehouse::support::runTests(QCoreApplication::arguments());
}
