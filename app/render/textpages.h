#pragma once

#include "render/pages.h"

namespace gatehouse::render {

// Loads fonts for many scripts, so that no file need be opened later. Needs the QGuiApplication.
void prepareText();

// Unknown when it is no text: bytes that no text has. UTF-8, UTF-16 with its mark, Latin-1.
GotPages openText(const QByteArray &bytes);

} // namespace gatehouse::render
