#pragma once

#include "itemmodels/rowset.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace gatehouse::itemmodels {

// Text as filters compare it: compatibility forms decomposed, marks dropped, case folded, UTF-8. "Société" and
// "SOCIETE" are the same; so are "Łódź" and "lodz", whose first letter Unicode does not decompose.
QByteArray folded(QStringView text);

// Folded text of every partner in one piece of memory, which a word is searched in from one end to the other: that is
// bound by memory speed (6 MB of a hundred thousand partners in about a millisecond), row by row is not.
class SearchText
{
public:
    int size() const { return static_cast<int>(m_ends.size()); }
    void reserve(int rows, int bytesPerRow);
    // Fields of one more row; a field that another one contains is left out.
    void append(QStringView name, QStringView legalName, QStringView slug);
    void replace(int row, QStringView name, QStringView legalName, QStringView slug);

    // `word` is folded and not empty.
    bool contains(int row, const QByteArray &word) const;
    RowSet rowsWith(const QByteArray &word) const;

private:
    size_t begin(int row) const { return row == 0 ? 0 : m_ends[static_cast<size_t>(row) - 1]; }
    size_t find(const QByteArray &word, size_t from, size_t to) const;

    std::string m_text; // rows end with, and fields are parted by, a line feed: no word has one
    std::vector<quint32> m_ends;
};

} // namespace gatehouse::itemmodels
