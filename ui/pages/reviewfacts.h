#pragma once

#include "operations/objectoperations.h"
#include "operations/queries.h"

namespace gatehouse::ui {

struct Mark;

// One of the things that make a decision sound, as far as data can tell it.
struct ReviewCheck
{
    enum class State { Passed, Attention, Failed, Pending };
    enum class Help { None, HowToRevoke };
    State state = State::Passed;
    QString text;
    Help help = Help::None;

    friend bool operator==(const ReviewCheck &, const ReviewCheck &) = default;
};

// What VerifyDossier answered; nothing while it hasn't.
using FilesAnswer = std::optional<base::Result<QList<operations::DocumentCheck>>>;

// Whether the files are those that were filed.
ReviewCheck filesCheck(const operations::PartnerView &view, const FilesAnswer &files);
// `subject` decides.
QList<ReviewCheck> reviewChecks(const operations::PartnerView &view, const QString &subject, const FilesAnswer &files);
// Glyph and tone of a check. What it says stands beside them; grey where all is well.
Mark markOf(ReviewCheck::State state);

} // namespace gatehouse::ui
