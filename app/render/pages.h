#pragma once

#include "documents/protocol.h"

#include <QImage>

#include <tl/expected.hpp>

#include <memory>

namespace gatehouse::render {

// A value, or why there is none.
template <class T>
using Got = tl::expected<T, documents::Outcome>;

// A document that was parsed. Pages count from 0; one that can't be had costs no other.
class Pages
{
public:
    virtual ~Pages() = default;

    virtual int count() const = 0; // at least 1
    virtual QSizeF size(int page) const = 0;
    // Exactly this many pixels, in any format.
    virtual Got<QImage> draw(int page, QSize size) = 0;
    virtual Got<domain::PageText> words(int page) = 0;
    // May there be form fields? They are neither drawn nor among the words.
    virtual bool mayHaveForm() const { return false; }
};

using GotPages = Got<std::unique_ptr<Pages>>;

// The picture on white, in exactly `size` pixels of QImage::Format_RGB32; null when there is no memory for it.
QImage onWhite(const QImage &picture, QSize size);

} // namespace gatehouse::render
