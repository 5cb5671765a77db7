#pragma once

#include "ui/shell/windowfixture.h"
#include "ui/support/fakedesk.h"

namespace gatehouse::support {

// A window in Approvals with partners to review, whose documents a fake desk shows.
class ReviewFixture : public WindowFixture
{
public:
    explicit ReviewFixture(const domain::ChangedPlaybooks::Change &playbookChange = {});

    FakeDesk &desk() { return m_desk; }
    ui::ReviewPane *review() { return approvals()->review(); }

    // A partner of that name with both documents filed, each of so many pages. Answers its id.
    QString submit(const QString &name = QStringLiteral("Alder Markets"), int pages = 2);
    QString submitApproved();
    // As submit(), with its review open.
    QString submitAndOpen();
    // Files another revision of that kind, as somebody else would, and lets the desk show it. Answers its id.
    QString file(const QString &partner, const QString &kind, int pages);
    operations::PartnerView state(const QString &partner);
    // As the OS user, in no window.
    base::Result<domain::Receipt> approveElsewhere(const QString &partner);
    base::Result<domain::Receipt> askPartner(const QString &partner, const QString &text);
    void reopenAs(const QString &subject);
    // As reopenAs(), with this partner's review in front.
    void reviewAs(const QString &subject, const QString &partner);
    // Goes to Approvals by key, with this partner in front.
    void openReview(const QString &partner);
    // By keys, from the queue: looks at a page, cites it, chooses by this key, writes note().
    void write(Qt::Key choice, Qt::Key document = Qt::Key_1);
    void record();
    static QString note();
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
