#pragma once

#include "ui/style/glyphpainter.h"

#include <QString>

class QModelIndex;

namespace gatehouse::ui {

/// How a cell is laid out. What it says is in CellPresentation.
enum class CellKind : quint8 {
    Text,     ///< `text`
    Number,   ///< `text` at the trailing edge
    Status,   ///< `glyph` in `tone`, `text`
    Clock,    ///< like Status with a 14 px glyph; `fraction` of the time is used
    Stage,    ///< stage bar for `stage`, `text`
    Blockers, ///< chip with `count` and `text`; Tone::Danger fills the count; count 0 shows `text` only
    Partner,  ///< `text` bold, `suffix` in grey behind it; `glyph`, when set, stands before
    Progress, ///< capsule filled to `fraction`, `text`
    Sign,     ///< `text`, one character, on a tinted square of `tone`
    Group     ///< header across the whole row: chevron by `folded`, `text` bold, `count`, `suffix` in grey
};

enum class Emphasis : quint8 {
    Quiet,  ///< healthy states: grey words whatever the tone
    Normal, ///< names and values: text colour; states other than Neutral, Ok and Progress: their tone
    Loud    ///< in the tone and bold
};

enum class Fold : quint8 { Open, Folded };

/// What one cell shows. Words are ready to paint: translated, with data strings isolated for bidirectional text.
struct CellPresentation
{
    CellKind kind = CellKind::Text;
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;
    Emphasis emphasis = Emphasis::Normal;
    Fold fold = Fold::Open;
    int stage = 0;       ///< 1 to 6 current; 0 not begun; 7 all past
    int count = 0;       ///< blockers, or rows of the group
    double fraction = 0; ///< 0 to 1
    bool struck = false; ///< Text: struck through, for what is no longer
    QString text;
    QString suffix;

    friend bool operator==(const CellPresentation &, const CellPresentation &) = default;
};

/// Turns a model's meaning into shapes and words for BoardDelegate. Called for every visible cell of every repaint:
/// keep it to look-ups of strings that exist already. GUI thread.
class BoardPresenter
{
public:
    virtual ~BoardPresenter() = default;
    virtual CellPresentation present(const QModelIndex &index) const = 0;
};

} // namespace gatehouse::ui
