#pragma once

#include <QByteArray>

#include <optional>

namespace gatehouse::render {

// The bytes behind a descriptor that the console sealed, mapped and never copied. They stay for the process's life.
// Nothing when it is no such file or holds nothing.
std::optional<QByteArray> mappedDocument(int descriptor);

} // namespace gatehouse::render
