#include "base/sha256.h"
#include "documents/protocol.h"
#include "render/confinement.h"
#include "render/documentkind.h"
#include "render/imagepages.h"
#include "render/mappeddocument.h"
#include "render/pdfpages.h"
#include "render/service.h"
#include "render/textpages.h"

#include <QGuiApplication>

#include <cstdio>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
// At its end it could not look for leaks any more: that takes a process of its own.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0";
}
#endif

using namespace gatehouse;
using render::DocumentKind;

namespace {

void prepare(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Pdf: return render::preparePdf();
    case DocumentKind::Text: return render::prepareText();
    default: return render::prepareImages(kind);
    }
}

render::GotPages parse(const QByteArray &bytes, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Pdf: return render::openPdf(bytes);
    case DocumentKind::Text: return render::openText(bytes);
    default: return render::openImage(bytes, kind);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    render::limitDamage();
    const auto document = render::mappedDocument(documents::documentNumber);
    if (!document) {
        std::fputs("gatehouse-render is started by Gatehouse to show a document.\n", stderr);
        return 2;
    }
    ::close(documents::documentNumber);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const DocumentKind kind = render::documentKind(*document);
    // Only text needs the fonts of a GUI, and they take time to load.
    std::unique_ptr<QCoreApplication> app;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // its threads would want more than ours
    if (kind == DocumentKind::Text)
        app = std::make_unique<QGuiApplication>(argc, argv);
    else
        app = std::make_unique<QCoreApplication>(argc, argv);
    prepare(kind);
    base::sha256({}); // OpenSSL reads its settings when it is first used
    const bool confined = render::confine() == render::Confined::Yes;
    render::serve(documents::socketNumber, *document, [&]() -> render::GotPages {
        return confined ? parse(*document, kind) : tl::unexpected(documents::Outcome::Unprotected);
    });
    // Taking everything down in order is of no use to anybody.
    ::_exit(0);
}
