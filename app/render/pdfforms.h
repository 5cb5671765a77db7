#pragma once

#include <QByteArrayView>

namespace gatehouse::render {

// May a document in PDF have form fields? Qt Pdf draws none of them, whatever they were filled in with, and their text
// is not in its text layer either. Yes where the bytes leave it open: object streams that are encrypted, damaged, more
// than 64 MB, or packed as no program packs them. Nothing outside of the bytes is read, nothing is kept.
bool mayHaveForm(QByteArrayView pdf);

} // namespace gatehouse::render
