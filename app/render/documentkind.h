#pragma once

#include <QByteArrayView>

namespace gatehouse::render {

enum class DocumentKind { Pdf, Png, Jpeg, Tiff, Text };

// By the first bytes: what is none of the others may be text, and is only if it reads as text.
DocumentKind documentKind(QByteArrayView bytes);

} // namespace gatehouse::render
