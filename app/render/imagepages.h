#pragma once

#include "render/documentkind.h"
#include "render/pages.h"

namespace gatehouse::render {

// Loads what reads this kind of image, so that no file need be opened later.
void prepareImages(DocumentKind kind);

// Png, Jpeg or Tiff; a TIFF may have several pages. `bytes` outlive the pages.
GotPages openImage(const QByteArray &bytes, DocumentKind kind);

} // namespace gatehouse::render
