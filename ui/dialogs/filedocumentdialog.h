#pragma once

#include "operations/queries.h"
#include "ui/dialogs/formdialog.h"
#include "ui/shell/filechooser.h"

class QComboBox;
class QLineEdit;

namespace gatehouse::ui {

// Files a document of a partner: kind, file, last valid day.
class FileDocumentDialog final : public FormDialog
{
    Q_OBJECT

public:
    // `kind`: a document kind to begin with, may be empty. `chooser` outlives the dialog.
    FileDocumentDialog(Session &session, FileChooser &chooser, const operations::PartnerView &view, const QString &kind,
                       QWidget *parent = nullptr);

    // Reads the file in the background; the form can be sent once it is read.
    void setFile(const QString &path);

protected:
    void submit() override;

private:
    void chooseFile();
    void check();
    void showValidity();

    FileChooser &m_chooser;
    QString m_partnerId;
    domain::Playbook m_playbook;
    QComboBox *m_kind;
    QLineEdit *m_path;
    TextLabel *m_facts;
    QLineEdit *m_validUntil;
    QString m_fileName;
    QByteArray m_bytes;
    int m_reading = 0; // number of the read under way; a newer one supersedes it
};

} // namespace gatehouse::ui
