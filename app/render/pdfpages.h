#pragma once

#include "render/pages.h"

namespace gatehouse::render {

// Starts Qt Pdf, so that no file need be opened later.
void preparePdf();

// `bytes` outlive the pages. One that opens without a password is not Encrypted.
GotPages openPdf(const QByteArray &bytes);

} // namespace gatehouse::render
