#include "ui/pages/reviewfixture.h"

#include "operations/decide.h"
#include "operations/filedocument.h"
#include "operations/partneroperations.h"
#include "operations/reviewoperations.h"
#include "ui/components/statuslabel.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"
#include "words/textmarks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::support {

ReviewFixture::ReviewFixture(const domain::ChangedPlaybooks::Change &playbookChange)
{
    desktop().setPlaybookChange(playbookChange);
    createWorkspace();
    review()->setDesk(&m_desk);
}

QString ReviewFixture::submit(const QString &name, int pages)
{
    QFile original(applicationFile());
    if (!original.open(QIODevice::ReadOnly))
        return {};
    QJsonObject application = QJsonDocument::fromJson(original.readAll()).object();
    application[QStringLiteral("name")] = name;
    QJsonArray contacts = application.value(QStringLiteral("contacts")).toArray();
    for (QJsonValueRef contact : contacts) {
        QJsonObject one = contact.toObject();
        one[QStringLiteral("subject")] = one.value(QStringLiteral("subject")).toString() + QLatin1Char('@') + name;
        contact = one;
    }
    application[QStringLiteral("contacts")] = contacts;
    operations::SubmitPartner submit;
    submit.playbookId = QStringLiteral("otc-partner");
    submit.payload = application;
    submit.submitter = contacts.first().toObject().value(QStringLiteral("subject")).toString();
    const auto receipt = runElsewhere(submit);
    if (!receipt) {
        qWarning("%s", base::errorCodeName(receipt.error().code).data());
        return {};
    }
    const QString partner = receipt->result.value(QStringLiteral("partner")).toString();
    file(partner, QStringLiteral("kyb"), pages);
    file(partner, QStringLiteral("licensing"), pages);
    return partner;
}

QString ReviewFixture::submitApproved()
{
    const QString partner = submit();
    return approveElsewhere(partner) ? partner : QString();
}

QString ReviewFixture::submitAndOpen()
{
    const QString partner = submit();
    openReview(partner);
    return partner;
}

QString ReviewFixture::file(const QString &partner, const QString &kind, int pages)
{
    operations::FileDocument file;
    file.partner = partner;
    file.documentKind = kind;
    file.bytes = "%PDF-1.4\n% " + QByteArray::number(++m_filed) + '\n';
    file.fileName = kind + QStringLiteral(".pdf");
    const auto receipt = runElsewhere(file);
    if (!receipt) {
        qWarning("%s", base::errorCodeName(receipt.error().code).data());
        return {};
    }
    const QString id = receipt->result.value(QStringLiteral("document")).toString();
    FakeDocument document = FakeDocument::withPages(id, pages);
    // No two filings look the same.
    for (FakePage &page : document.pages)
        page.line(QStringLiteral("Filing number %1").arg(m_filed), 0.1, 0.5);
    document.sha256 = receipt->result.value(QStringLiteral("sha256")).toString();
    m_desk.put(document);
    return id;
}

operations::PartnerView ReviewFixture::state(const QString &partner)
{
    auto view = askElsewhere(operations::ShowPartner{partner});
    return view ? *view : operations::PartnerView();
}

void ReviewFixture::openReview(const QString &partner)
{
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(approvals()->queue()->model().partner(partner), 10000);
    press(Qt::Key_2, Qt::ControlModifier);
    for (int step = 0; step < 10 && review()->partner() != partner; ++step)
        press(Qt::Key_J);
    for (int step = 0; step < 10 && review()->partner() != partner; ++step)
        press(Qt::Key_K);
    QTRY_VERIFY_WITH_TIMEOUT(review()->view(), 10000);
    QCOMPARE(review()->partner(), partner);
    QTRY_VERIFY(review()->viewer()->currentPage() >= 0);
}

base::Result<domain::Receipt> ReviewFixture::approveElsewhere(const QString &partner)
{
    operations::Decide decide;
    decide.partner = partner;
    decide.verdict = domain::Verdict::Approve;
    decide.notes = QStringLiteral("Everything agrees with the register.");
    decide.evidence = {QStringLiteral("kyb:1")};
    decide.reviewed = state(partner).reviewDigest;
    return runElsewhere(decide);
}

base::Result<domain::Receipt> ReviewFixture::askPartner(const QString &partner, const QString &text)
{
    operations::AskPartner ask;
    ask.partner = partner;
    ask.text = text;
    return runElsewhere(ask);
}

void ReviewFixture::reopenAs(const QString &subject)
{
    WindowFixture::reopenAs(subject);
    review()->setDesk(&m_desk);
}

void ReviewFixture::reviewAs(const QString &subject, const QString &partner)
{
    reopenAs(subject);
    openReview(partner);
}

QString ReviewFixture::note()
{
    return QStringLiteral("Register extract and licence agree with the application.");
}

void ReviewFixture::write(Qt::Key choice, Qt::Key document)
{
    press(Qt::Key_Return);
    QTRY_VERIFY(find("pageView") && find("pageView")->hasFocus());
    press(document);
    QTRY_VERIFY(pageIsSeen());
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(!review()->bar()->draft().evidence.isEmpty());
    press(choice);
    QTRY_VERIFY(find("noteEdit")->hasFocus());
    type(note());
}

void ReviewFixture::record()
{
    QTRY_VERIFY(find<QPushButton>("recordButton")->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
}

bool ReviewFixture::pageIsSeen()
{
    const QString document = review()->viewer()->currentDocument();
    for (const ui::DocumentSeen &one : review()->viewer()->seen()) {
        if (one.documentId == document)
            return one.pages.contains(review()->viewer()->currentPage());
    }
    return false;
}

QStringList ReviewFixture::wordsOf(const char *part) const
{
    QStringList lines;
    const QWidget *widget = find(part);
    if (!widget)
        return lines;
    QList<const QWidget *> parts = widget->findChildren<const QWidget *>();
    parts += widget;
    for (const QWidget *one : std::as_const(parts)) {
        if (!one->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(one))
            lines += words::plain(label->text());
        else if (const auto *status = qobject_cast<const ui::StatusLabel *>(one))
            lines += words::plain(status->text());
    }
    return lines;
}

bool ReviewFixture::says(const char *part, const QString &words) const
{
    const QStringList lines = wordsOf(part);
    return std::any_of(lines.begin(), lines.end(), [&words](const QString &line) { return line.contains(words); });
}

} // namespace gatehouse::support
