#include "ui/dialogs/evidencedialog.h"

#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/style/typography.h"
#include "words/statuswords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QUrl>

namespace gatehouse::ui {

namespace {

// More pages than any dossier has.
constexpr int mostPages = 9999;

} // namespace

EvidenceDialog::EvidenceDialog(const operations::PartnerView &view, const QString &document, QWidget *parent)
    : QDialog(parent),
      m_document(new QComboBox(this)),
      m_page(new QSpinBox(this)),
      m_link(new QLineEdit(this)),
      m_reason(new TextLabel(QString(), TextRole::Secondary, Token::Text2)),
      m_add(makeButton(tr("Add evidence"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("evidenceDialog"));
    setWindowTitle(tr("Add evidence"));
    setMinimumWidth(440);
    m_document->setObjectName(QStringLiteral("evidenceDocumentCombo"));
    for (const domain::DossierDocument &one : domain::dossierAt(view.facts.documents)) {
        m_document->addItem(tr("%1, revision %2: %3", "title, number, file name")
                                .arg(words::documentTitle(view.playbook, one.kind))
                                .arg(one.revision)
                                .arg(one.fileName),
                            one.id);
    }
    m_document->addItem(tr("A link"), QString());
    m_document->setCurrentIndex(qMax(0, m_document->findData(document)));
    m_page->setObjectName(QStringLiteral("evidencePageSpin"));
    m_page->setMinimumHeight(controlHeight(28, font()));
    m_page->setRange(0, mostPages);
    m_page->setSpecialValueText(tr("Whole document"));
    m_link->setObjectName(QStringLiteral("evidenceLinkEdit"));
    m_link->setPlaceholderText(QStringLiteral("https://"));
    m_add->setObjectName(QStringLiteral("addButton"));
    m_add->setDefault(true);
    QPushButton *cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelButton"));

    auto *form = new QFormLayout;
    const auto add = [&](const QString &label, QWidget *field) {
        auto *text = new QLabel(label, this);
        text->setBuddy(field);
        field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        form->addRow(text, field);
    };
    add(tr("&Document"), m_document);
    add(tr("&Page"), m_page);
    add(tr("&Link"), m_link);
    auto *footer = new QHBoxLayout;
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_reason->setWordWrap(true);
    footer->addWidget(m_reason, 1);
    footer->addWidget(cancel);
    footer->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addLayout(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &EvidenceDialog::choose);
    connect(m_document, &QComboBox::currentIndexChanged, this, &EvidenceDialog::check);
    connect(m_link, &QLineEdit::textChanged, this, &EvidenceDialog::check);
    check();
}

QString EvidenceDialog::evidence() const
{
    const QString id = m_document->currentData().toString();
    if (id.isEmpty()) {
        const QUrl url(m_link->text().trimmed(), QUrl::StrictMode);
        const bool https = url.isValid() && url.scheme() == QStringLiteral("https") && !url.host().isEmpty();
        return https ? m_link->text().trimmed() : QString();
    }
    return m_page->value() == 0 ? id : QStringLiteral("%1:%2").arg(id).arg(m_page->value());
}

void EvidenceDialog::check()
{
    const bool link = m_document->currentData().toString().isEmpty();
    m_page->setEnabled(!link);
    m_link->setEnabled(link);
    m_add->setEnabled(!evidence().isEmpty());
    const QString reason = m_add->isEnabled() ? QString() : tr("A link begins with https:// and names a host.");
    m_add->setToolTip(reason);
    m_add->setAccessibleDescription(reason);
    m_reason->setText(reason);
}

void EvidenceDialog::choose()
{
    Q_EMIT evidenceChosen(evidence());
    accept();
}

} // namespace gatehouse::ui
