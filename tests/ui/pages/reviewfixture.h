#pragma once

#include "ui/shell/windowfixture.h"
#include "ui/support/fakedesk.h"

namespace gatehouse::support {

// A window in Approvals with partners to review, whose documents a fake desk shows.
class ReviewFixture : public WindowFixture
{
public:
    ReviewFixture();

    FakeDesk &desk() { return m_desk; }
    ui::ReviewPane *review() { return approvals()->review(); }

    // A partner of that name with both documents filed, each of so many pages. Answers its id.
    QString submit(const QString &name, int pages = 2);
    // Files another revision of that kind, as somebody else would, and lets the desk show it. Answers its id.
    QString file(const QString &partner, const QString &kind, int pages);
    operations::PartnerView state(const QString &partner);
    // Goes to Approvals by key, with this partner in front.
    void openReview(const QString &partner);
    // Writes that a page is on screen for as long as it takes to count as seen.
    bool pageIsSeen();
    // What is written in the window below `part`, line by line, without direction marks.
    QStringList wordsOf(const char *part) const;
    bool says(const char *part, const QString &words) const;

private:
    FakeDesk m_desk;
    int m_filed = 0;
};

} // namespace gatehouse::support
