#include "ui/components/secretfield.h"

#include "ui/components/button.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>

namespace gatehouse::ui {

SecretField::SecretField(std::chrono::milliseconds keptFor, QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_reveal(makeButton(tr("&Reveal"))), m_copy(makeButton(tr("&Copy")))
{
    m_text->setObjectName(QStringLiteral("secretEdit"));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // its Copy would leave the key in the clipboard
    m_text->setDragEnabled(false);
    m_reveal->setObjectName(QStringLiteral("revealButton"));
    m_reveal->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("copySecretButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    setFocusProxy(m_copy);
    m_clear.setSingleShot(true);
    m_clear.setInterval(keptFor);
    connect(&m_clear, &QTimer::timeout, this, &SecretField::clearClipboard);
    connect(m_reveal, &QPushButton::toggled, this, &SecretField::reveal);
    connect(m_copy, &QPushButton::clicked, this, &SecretField::copy);
}

SecretField::~SecretField()
{
    clearClipboard();
}

void SecretField::setSecret(std::shared_ptr<const domain::Secret> secret)
{
    m_secret = std::move(secret);
    reveal(m_reveal->isChecked());
}

QString SecretField::shownText() const
{
    return m_text->text();
}

// The line holds the dots themselves: what isn't shown can't be selected and copied past the button.
void SecretField::reveal(bool shown)
{
    const QByteArrayView bytes = m_secret ? m_secret->bytes() : QByteArrayView();
    m_text->setText(shown ? QString::fromLatin1(bytes) : QString(bytes.size(), QChar(0x2022)));
    m_text->setAccessibleName(shown ? tr("Access key") : tr("Access key, hidden, %1 characters").arg(bytes.size()));
    m_text->setCursorPosition(0);
    m_reveal->setText(shown ? tr("&Hide") : tr("&Reveal"));
}

void SecretField::copy()
{
    if (!m_secret)
        return;
    auto *data = new QMimeData;
    data->setText(QString::fromLatin1(m_secret->bytes()));
    // Klipper, and managers that follow it, keep no history of what says so.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    QGuiApplication::clipboard()->setMimeData(data);
    m_copy->setText(tr("&Copied"));
    m_clear.start();
}

// Only what was put there: somebody may have copied something else since.
void SecretField::clearClipboard()
{
    m_clear.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (m_secret && clipboard->text().toLatin1() == m_secret->bytes())
        clipboard->clear();
    m_copy->setText(tr("&Copy"));
}

} // namespace gatehouse::ui
