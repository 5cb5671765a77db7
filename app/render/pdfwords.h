#pragma once

#include "domain/documentpages.h"

class QPdfDocument;

namespace gatehouse::render {

// The words of a page in the order of its text layer. A word whose place can't be told has an empty area.
domain::PageText pdfWords(QPdfDocument &document, int page);

} // namespace gatehouse::render
