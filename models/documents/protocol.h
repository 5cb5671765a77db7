#pragma once

#include "domain/documentpages.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse::documents {

// The frames between the console and app/render, little-endian. Pure functions on bytes, which may come from an enemy:
// a decoder answers with nothing for whatever the encoder would not have written. Any thread.

// Where the helper finds its end of the socket pair and the document.
inline constexpr int socketNumber = 3;
inline constexpr int documentNumber = 4;

inline constexpr int pagesMost = 1'000'000;
inline constexpr double pageSideMost = 1e6;                 // points, or pixels of an image
inline constexpr qsizetype wordsMost = 100'000;             // of a page
inline constexpr qsizetype wordBytesMost = 1024;            // of UTF-8
inline constexpr qsizetype textBytesMost = 8 * 1024 * 1024; // all words of a page, encoded

enum class Ask : quint32 { Open = 1, PageSize = 2, Render = 3, Text = 4 };

// What the console sends. Page is 0 for Open; size is 0 x 0 but for Render.
struct Request
{
    quint32 id = 0;
    Ask ask = Ask::Open;
    int page = 0;
    QSize size = {0, 0};

    friend bool operator==(const Request &, const Request &) = default;
};

inline constexpr qsizetype requestBytes = 24;
QByteArray encoded(const Request &request);
std::optional<Request> decodedRequest(QByteArrayView bytes);

// May a page be drawn at this size: at least one pixel, at most domain::pageMostBytes.
bool isDrawable(QSize size);

enum class Outcome : quint32 {
    Done = 0,
    Encrypted = 1,
    Damaged = 2,
    Unknown = 3,     // Open: none of the formats that are shown
    Large = 4,       // more than may be drawn or held
    Unprotected = 5, // the helper could not lock itself in, so it parses nothing
};

// What comes before an answer's body. Only Done has a body.
struct AnswerHead
{
    quint32 id = 0;
    Outcome outcome = Outcome::Done;
    quint32 length = 0; // of the body, bytes

    friend bool operator==(const AnswerHead &, const AnswerHead &) = default;
};

inline constexpr qsizetype answerHeadBytes = 16;
QByteArray encoded(const AnswerHead &head);
// The head of an answer to `request`: its id, an outcome there is, and a length such an answer may have, so that it can
// be allocated. A drawn page has width * height * 4 bytes, neither more nor less.
std::optional<AnswerHead> decodedHead(QByteArrayView bytes, const Request &request);

// The body of Open.
struct Opened
{
    int pageCount = 0; // 1 to pagesMost
    QSizeF firstPage;
    QByteArray sha256;        // 32 bytes, of what the helper holds
    bool mayHaveForm = false; // domain::OpenDocument::mayHaveForm()

    friend bool operator==(const Opened &, const Opened &) = default;
};

QByteArray encoded(const Opened &opened);
std::optional<Opened> decodedOpened(QByteArrayView body);

// Above 0, at most pageSideMost.
bool isPageSize(QSizeF size);
QByteArray encoded(QSizeF pageSize);
std::optional<QSizeF> decodedPageSize(QByteArrayView body);

// The first words that the limits allow; areas are cut to the page.
QByteArray encoded(const domain::PageText &text);
// Words of printable characters without spaces, areas inside the page.
std::optional<domain::PageText> decodedText(QByteArrayView body);

} // namespace gatehouse::documents
