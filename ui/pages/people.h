#pragma once

#include "operations/queries.h"

namespace gatehouse::ui {

// Who did something, for people: the name that the view has for the subject, else the subject. Isolated.
QString nameOf(const operations::PartnerView &view, const QString &subject);
// The same with the subject, which alone says who it was: "Lena Voss, subject oidc|lena.voss". For tooltips and screen
// readers.
QString nameInFull(const operations::PartnerView &view, const QString &subject);

// A subject may be a claim: who sat at the machine was somebody else.
bool isClaimed(const domain::Event &event);
// Who did it, with the OS user where that is another: "Mara Okafor (OS user root)".
QString whoActed(const operations::PartnerView &view, const domain::Event &event);

} // namespace gatehouse::ui
