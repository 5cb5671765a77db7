#include "ui/dialogs/filedocumentdialog.h"

#include "domain/documentpages.h"
#include "domain/text.h"
#include "operations/filedocument.h"
#include "ui/components/button.h"
#include "ui/components/textlabel.h"
#include "ui/shell/fileaccess.h"
#include "words/statuswords.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gatehouse::ui {

FileDocumentDialog::FileDocumentDialog(Session &session, FileChooser &chooser, const operations::PartnerView &view,
                                       const QString &kind, QWidget *parent)
    : FormDialog(session, tr("File document for %1").arg(view.facts.partner.name), tr("File document"), parent),
      m_chooser(chooser),
      m_partnerId(view.facts.partner.id),
      m_playbook(view.playbook),
      m_kind(new QComboBox(this)),
      m_path(new QLineEdit(this)),
      m_facts(new TextLabel(QString(), TextRole::Secondary, Token::Text2)),
      m_validUntil(new QLineEdit(this))
{
    setObjectName(QStringLiteral("fileDocumentDialog"));
    for (const domain::DocumentRule &rule : m_playbook.documents)
        m_kind->addItem(rule.title, rule.kind);
    m_kind->setObjectName(QStringLiteral("kindCombo"));
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(kind)));
    m_path->setObjectName(QStringLiteral("pathEdit"));
    m_path->setReadOnly(true);
    m_path->setPlaceholderText(tr("No file chosen"));
    QPushButton *choose = makeButton(tr("&Choose…"));
    choose->setObjectName(QStringLiteral("chooseButton"));
    choose->setAccessibleName(tr("Choose file"));
    auto *file = new QWidget(this);
    auto *row = new QHBoxLayout(file);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    file->setFocusProxy(m_path);
    m_path->setAccessibleName(tr("File"));
    m_validUntil->setObjectName(QStringLiteral("validUntilEdit"));
    m_facts->setObjectName(QStringLiteral("fileFactsLabel"));
    m_facts->setAccessibleName(tr("The file"));

    addField(tr("&Kind"), m_kind, QStringLiteral("kind"));
    addField(tr("File"), file, QStringLiteral("file"));
    tabNext(m_path);
    tabNext(choose);
    addField(tr("&Valid until"), m_validUntil, QStringLiteral("valid_until"));
    body()->addWidget(m_facts);
    connect(choose, &QPushButton::clicked, this, &FileDocumentDialog::chooseFile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FileDocumentDialog::showValidity);
    showValidity();
    check();
}

void FileDocumentDialog::showValidity()
{
    const domain::DocumentRule *rule = m_playbook.document(m_kind->currentData().toString());
    m_validUntil->setPlaceholderText(rule && rule->validityDays > 0
                                         ? tr("YYYY-MM-DD; empty: %n day(s) from today", nullptr, rule->validityDays)
                                         : tr("YYYY-MM-DD; empty: no end"));
}

void FileDocumentDialog::chooseFile()
{
    m_chooser.chooseFile(this, tr("Choose document"),
                         tr("Documents (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)"),
                         [this](const QString &path) {
                             if (!path.isEmpty())
                                 setFile(path);
                         });
}

void FileDocumentDialog::setFile(const QString &path)
{
    m_fileName = QFileInfo(path).fileName();
    m_path->setText(m_fileName);
    m_path->setToolTip(path);
    m_bytes.clear();
    m_facts->setText(tr("Reading…"));
    clearError();
    check();
    const int reading = ++m_reading;
    base::whenDone(
        readWholeFile(path, domain::documentMostBytes), this, [this, reading](base::Result<QByteArray> bytes) {
            if (reading != m_reading)
                return;
            m_facts->clear();
            if (!bytes) {
                showError(bytes.error());
            } else {
                m_bytes = *std::move(bytes);
                m_facts->setText(tr("%1, %2", "size, media type")
                                     .arg(words::bytesWords(m_bytes.size()), operations::sniffedMediaType(m_bytes)));
            }
            check();
        });
}

void FileDocumentDialog::check()
{
    setObstacle(m_bytes.isEmpty() ? tr("Choose the file first.") : QString());
}

void FileDocumentDialog::submit()
{
    operations::FileDocument file;
    file.partner = m_partnerId;
    file.documentKind = m_kind->currentData().toString();
    file.bytes = m_bytes;
    file.fileName = m_fileName;
    file.validUntil = m_validUntil->text().trimmed();
    // The canonical form hashes the file, up to a second or two for a large one; which file it is is known here.
    run(file,
        QStringList{QString::number(m_reading), file.documentKind, file.validUntil}.join(QLatin1Char('\n')).toUtf8());
}

} // namespace gatehouse::ui
