#include "ui/pages/reviewfixture.h"

#include "operations/filedocument.h"
#include "operations/partneroperations.h"
#include "ui/components/statuslabel.h"
#include "ui/pages/queuepane.h"
#include "ui/pages/reviewpane.h"
#include "ui/viewer/dossierview.h"
#include "words/textmarks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

namespace gatehouse::support {

ReviewFixture::ReviewFixture()
{
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
