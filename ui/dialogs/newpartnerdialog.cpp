#include "ui/dialogs/newpartnerdialog.h"

#include "operations/partneroperations.h"
#include "ui/components/textlabel.h"
#include "ui/pages/celltable.h"
#include "ui/shell/fileaccess.h"
#include "words/statuswords.h"
#include "words/textmarks.h"

#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gatehouse::ui {

NewPartnerDialog::NewPartnerDialog(Session &session, FileChooser &chooser, const QString &path, QWidget *parent)
    : FormDialog(session, QString(), tr("Submit application"), parent),
      m_chooser(chooser),
      m_another(addWayOn(tr("Choose another file…"), QStringLiteral("anotherFileButton"))),
      m_playbook(new QComboBox(this)),
      m_submitter(new QComboBox(this)),
      m_name(new TextLabel(QString(), TextRole::Strong)),
      m_legalName(new TextLabel),
      m_documents(new TextLabel),
      m_roster(new CellTable({tr("Name"), tr("Role"), tr("E-mail"), tr("Phone"), tr("Subject")}, this))
{
    setObjectName(QStringLiteral("newPartnerDialog"));
    resize(920, 520);
    makeForm();
    connect(m_another, &QPushButton::clicked, this,
            [this] { chooseFile(m_chooser, this, [this](const QString &chosen) { read(chosen); }); });
    read(path);
}

void NewPartnerDialog::chooseFile(FileChooser &chooser, QWidget *parent, const FileChooser::Chosen &chosen)
{
    chooser.chooseFile(parent, tr("New partner from application file"), tr("Applications (*.json);;All files (*)"),
                       [chosen](const QString &path) {
                           if (!path.isEmpty())
                               chosen(path);
                       });
}

void NewPartnerDialog::makeForm()
{
    for (const domain::Playbook &playbook : session().playbooks.latest()) {
        if (!playbook.application.isEmpty())
            m_playbook->addItem(tr("%1, version %2").arg(playbook.title).arg(playbook.version), playbook.id);
    }
    m_playbook->setObjectName(QStringLiteral("playbookCombo"));
    m_submitter->setObjectName(QStringLiteral("submitterCombo"));
    m_name->setObjectName(QStringLiteral("nameLabel"));
    m_legalName->setObjectName(QStringLiteral("legalNameLabel"));
    m_documents->setObjectName(QStringLiteral("documentsLabel"));
    m_documents->setWordWrap(true);
    m_roster->setObjectName(QStringLiteral("rosterTable"));
    m_roster->setAccessibleName(tr("Contacts in the file"));
    m_roster->setSelectionMode(QAbstractItemView::NoSelection);
    m_roster->setStretch(2);
    addField(tr("&Playbook"), m_playbook, QStringLiteral("playbook"));
    addField(tr("Name"), m_name, QStringLiteral("name"));
    addField(tr("Legal name"), m_legalName, QStringLiteral("legal_name"));
    addField(tr("Documents"), m_documents, QStringLiteral("documents"));
    addField(tr("&Submitted by"), m_submitter, QStringLiteral("submitter"));
    body()->addWidget(new TextLabel(tr("Contacts"), TextRole::SecondaryStrong, Token::Text2));
    body()->addWidget(m_roster, 1);
    tabNext(m_roster);
    m_roster->setColumnWidthFor(0, tr("Tomas Lindqvist"), 8);
    m_roster->setColumnWidthFor(1, tr("Compliance officer"), 8);
    m_roster->setColumnWidthFor(3, QStringLiteral("+44 20 7946 0000"), 8);
    m_roster->setColumnWidthFor(4, QStringLiteral("tomas.lindqvist@partner.example"), 8);
    connect(m_playbook, &QComboBox::currentIndexChanged, this, &NewPartnerDialog::preview);
}

void NewPartnerDialog::read(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    setWindowTitle(tr("New partner from %1").arg(name));
    clearError();
    clearPreview();
    m_payload.reset();
    setObstacle(tr("The file is being read."));
    const int reading = ++m_reading;
    base::whenDone(readWholeFile(path, mostBytes), this, [this, name, reading](const base::Result<QByteArray> &bytes) {
        if (reading != m_reading)
            return;
        if (bytes)
            parse(*bytes, name);
        else
            showUnusable(bytes.error(), tr("The file can't be used as it is."));
    });
}

void NewPartnerDialog::showUnusable(const base::Error &error, const QString &why)
{
    showError(error);
    setObstacle(why);
    m_another->show();
    m_another->setFocus(Qt::OtherFocusReason);
    Q_EMIT previewed();
}

void NewPartnerDialog::parse(const QByteArray &bytes, const QString &name)
{
    const auto payload = session().json.readObject(bytes, name);
    if (payload) {
        m_payload = *payload;
        chooseByKeys();
        preview();
        return;
    }
    showUnusable(payload.error(), tr("The file can't be used as it is."));
}

// An application fits one playbook as a rule, so nobody has to know which: the one that knows most of its keys.
void NewPartnerDialog::chooseByKeys()
{
    const QStringList keys = m_payload->keys();
    const auto known = [&](int row) {
        const auto playbook = session().playbooks.playbook(m_playbook->itemData(row).toString());
        qsizetype count = 0;
        for (const domain::ApplicationField &field :
             playbook ? playbook->application : QList<domain::ApplicationField>())
            count += keys.contains(field.key) ? 1 : 0;
        return count;
    };
    int best = m_playbook->currentIndex();
    for (int row = 0; row < m_playbook->count(); ++row) {
        if (known(row) > known(best))
            best = row;
    }
    const QSignalBlocker quiet(m_playbook); // the preview comes next
    m_playbook->setCurrentIndex(best);
}

void NewPartnerDialog::preview()
{
    if (!m_payload)
        return;
    clearError();
    clearPreview();
    const auto playbook = session().playbooks.playbook(m_playbook->currentData().toString());
    if (!playbook) {
        showUnusable(playbook.error(), tr("No playbook can read this application."));
        return;
    }
    const auto application = domain::readApplication(*m_payload, *playbook);
    if (application) {
        showApplication(*application, *playbook);
        setObstacle({});
        m_another->hide();
        submitButton()->setFocus();
        Q_EMIT previewed();
    } else {
        showUnusable(application.error(), tr("The application doesn't fit the playbook."));
    }
}

void NewPartnerDialog::clearPreview()
{
    for (TextLabel *label : {m_name, m_legalName, m_documents})
        label->setText(QString(QChar(0x2014)));
    m_roster->setRows({});
    m_submitter->clear();
}

void NewPartnerDialog::showApplication(const domain::Application &application, const domain::Playbook &playbook)
{
    m_name->setText(words::isolate(application.name));
    m_legalName->setText(words::isolate(application.legalName));
    QStringList documents;
    for (auto it = application.objectKeys.cbegin(); it != application.objectKeys.cend(); ++it)
        documents += tr("%1 announced as %2").arg(words::documentTitle(playbook, it.key()), words::isolate(it.value()));
    documents.sort();
    m_documents->setText(documents.isEmpty() ? tr("none announced") : documents.join(QLatin1Char('\n')));
    QList<CellRow> rows;
    for (const domain::Contact &contact : application.roster) {
        rows += CellRow{contact.subject,
                        {strongCell(words::isolate(contact.name)), textCell(words::isolate(contact.role)),
                         textCell(words::isolate(contact.email)), textCell(words::isolate(contact.phone)),
                         textCell(words::isolate(contact.subject))},
                        {}};
    }
    m_roster->setRows(rows);
    if (!playbook.submitterInRoster)
        m_submitter->addItem(tr("Me, %1").arg(session().me.name), QString());
    chooseSubmitter(application.roster);
}

void NewPartnerDialog::chooseSubmitter(const QList<domain::Contact> &roster)
{
    for (const domain::Contact &contact : roster)
        m_submitter->addItem(tr("%1 (%2)").arg(contact.name, contact.subject), contact.subject);
    // Who stands in the roster applies for itself.
    m_submitter->setCurrentIndex(qMax(0, m_submitter->findData(session().me.actor.subject)));
}

void NewPartnerDialog::submit()
{
    operations::SubmitPartner submit;
    submit.playbookId = m_playbook->currentData().toString();
    submit.payload = *m_payload;
    submit.submitter = m_submitter->currentData().toString();
    run(submit);
}

} // namespace gatehouse::ui
