#include "ui/support/fakedesk.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPromise>

namespace gatehouse::support {

using operations::Urgency;

struct FakeDesk::State
{
    struct Held
    {
        std::function<bool()> isTakenBack;
        std::function<void()> answer;
    };

    std::map<QString, FakeDocument> documents;
    QStringList opened;
    QList<Asked> asked;
    QList<Held> held;
    bool holds = false;

    template <class T>
    QFuture<base::Result<T>> answer(base::Result<T> result)
    {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        promise->start();
        auto future = promise->future();
        auto done = [promise, result = std::move(result)] {
            if (!promise->isCanceled())
                promise->addResult(result);
            promise->finish();
        };
        if (holds)
            held += {[promise] { return promise->isCanceled(); }, std::move(done)};
        else
            done();
        return future;
    }
};

namespace {

base::Error unreadable(int page)
{
    return {base::ErrorKind::Corrupt,
            base::ErrorCode::PageUnreadable,
            QString::number(page + 1),
            {QStringLiteral("damaged")}};
}

QFont pageFont(double pixels)
{
    QFont font;
    font.setPixelSize(qMax(1, qRound(pixels)));
    return font;
}

domain::PageImage draw(const FakePage &page, int number, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(0, 0, qMax(2, size.width() / 20), qMax(2, size.width() / 20), FakeDesk::corner(number));
    painter.setPen(QColor(40, 40, 40));
    for (const domain::PageWord &word : page.words) {
        painter.setFont(pageFont(word.area.height() * size.height() * 0.85));
        painter.drawText(QRectF(word.area.x() * size.width(), word.area.y() * size.height(), size.width(),
                                word.area.height() * size.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, word.text);
    }
    painter.end();
    return {size.width(), size.height(),
            QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes())};
}

class FakeViewed final : public operations::ViewedDocument
{
public:
    FakeViewed(std::shared_ptr<FakeDesk::State> state, const QString &id) : m_state(std::move(state)), m_id(id)
    {
        m_document.id = id;
        m_document.objectKey = QStringLiteral("partners/p/kyb/%1").arg(id);
    }

    const domain::DossierDocument &document() const override { return m_document; }
    QString sha256() const override { return fake().sha256; }
    int pageCount() const override { return int(fake().pages.size()); }
    QSizeF firstPageSize() const override { return fake().pages.constFirst().points; }
    bool mayHaveForm() const override { return fake().mayHaveForm; }

    QFuture<base::Result<QSizeF>> pageSize(int page, Urgency) override
    {
        return m_state->answer<QSizeF>(fake().pages.at(page).points);
    }

    QFuture<base::Result<domain::PageImage>> render(int page, QSize size, Urgency urgency) override
    {
        m_state->asked += {page, size, urgency};
        const FakePage &one = fake().pages.at(page);
        if (one.unreadable)
            return m_state->answer<domain::PageImage>(unreadable(page));
        return m_state->answer<domain::PageImage>(draw(one, page, size));
    }

    QFuture<base::Result<domain::PageText>> text(int page, Urgency) override
    {
        const FakePage &one = fake().pages.at(page);
        if (one.unreadable)
            return m_state->answer<domain::PageText>(unreadable(page));
        return m_state->answer<domain::PageText>(one.words);
    }

private:
    const FakeDocument &fake() const { return m_state->documents.at(m_id); }

    std::shared_ptr<FakeDesk::State> m_state;
    QString m_id;
    domain::DossierDocument m_document;
};

} // namespace

FakePage &FakePage::line(const QString &text, double x, double y, double height)
{
    // As wide as they are drawn.
    const QFontMetricsF metrics(pageFont(height * points.height() * 0.85 * 2));
    const auto width = [this, &metrics](const QString &some) {
        return metrics.horizontalAdvance(some) / 2 / points.width();
    };
    for (const QString &word : text.split(QLatin1Char(' '))) {
        words += {word, {x, y, width(word), height}};
        x += width(word + QLatin1Char(' '));
    }
    return *this;
}

FakeDocument FakeDocument::withPages(const QString &id, int pages)
{
    FakeDocument document;
    document.id = id;
    for (int i = 0; i < pages; ++i)
        document.pages += FakePage().line(QStringLiteral("This is page %1").arg(i + 1), 0.1, 0.1, 0.02);
    return document;
}

FakeDocument FakeDocument::registerExtract(const QString &id)
{
    FakeDocument document;
    document.id = id;
    for (int i = 0; i < 12; ++i) {
        FakePage page;
        page.line(QStringLiteral("District Court of Harrowfeld · Commercial register"), 0.08, 0.06, 0.012);
        page.line(QStringLiteral("Register extract HRB 48 213, sheet %1").arg(i + 1), 0.08, 0.08, 0.022);
        const QStringList names{QStringLiteral("Company"), QStringLiteral("Registered seat"),
                                QStringLiteral("Share capital"), QStringLiteral("Managing directors")};
        const QStringList values{QStringLiteral("Calder & Voss Capital Markets GmbH"),
                                 QStringLiteral("Harrowfeld, Kaistrasse 9"), QStringLiteral("EUR 2,400,000"),
                                 QStringLiteral("Ingrid Calder; Lena Voss")};
        for (int row = 0; row < names.size(); ++row) {
            page.line(names[row], 0.09, 0.15 + row * 0.035);
            page.line(values[row], 0.36, 0.15 + row * 0.035);
        }
        page.line(QStringLiteral("Beneficial owners"), 0.08, 0.31);
        const QStringList owners{QStringLiteral("Ingrid Calder"), QStringLiteral("Lena Voss"),
                                 QStringLiteral("Harrow Family Trust")};
        const QStringList shares{QStringLiteral("45 %"), QStringLiteral("27 %"), QStringLiteral("28 %")};
        for (int row = 0; row < owners.size(); ++row) {
            page.line(owners[row], 0.09, 0.35 + row * 0.035);
            page.line(shares[row], 0.5, 0.35 + row * 0.035);
        }
        for (int row = 0; row < 12; ++row)
            page.line(QStringLiteral("The court certifies that this extract agrees with its register, as of today."),
                      0.08, 0.5 + row * 0.025, 0.013);
        document.pages += page;
    }
    return document;
}

FakeDesk::FakeDesk() : m_state(std::make_shared<State>()) { }

FakeDesk::~FakeDesk()
{
    release(); // nobody waits for a desk that is gone
}

void FakeDesk::put(const FakeDocument &document)
{
    m_state->documents[document.id] = document;
}

FakeDocument &FakeDesk::document(const QString &id)
{
    return m_state->documents.at(id);
}

QFuture<base::Result<std::shared_ptr<operations::ViewedDocument>>> FakeDesk::open(QString, QString document)
{
    using Opened = std::shared_ptr<operations::ViewedDocument>;
    m_state->opened += document;
    if (const auto refusal = m_state->documents.at(document).refusal)
        return m_state->answer<Opened>(*refusal);
    return m_state->answer<Opened>(Opened(std::make_shared<FakeViewed>(m_state, document)));
}

QStringList FakeDesk::opened() const
{
    return m_state->opened;
}

const QList<FakeDesk::Asked> &FakeDesk::asked() const
{
    return m_state->asked;
}

void FakeDesk::forgetAsked()
{
    m_state->asked.clear();
}

void FakeDesk::holdBack()
{
    m_state->holds = true;
}

void FakeDesk::release()
{
    m_state->holds = false;
    const auto held = std::exchange(m_state->held, {});
    for (const State::Held &one : held)
        one.answer();
}

int FakeDesk::heldBack() const
{
    return int(std::count_if(m_state->held.cbegin(), m_state->held.cend(),
                             [](const State::Held &one) { return !one.isTakenBack(); }));
}

QColor FakeDesk::corner(int page)
{
    return QColor::fromHsv(page * 47 % 360, 220, 200);
}

} // namespace gatehouse::support
