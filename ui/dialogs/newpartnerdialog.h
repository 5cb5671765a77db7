#pragma once

#include "ui/dialogs/formdialog.h"
#include "ui/shell/filechooser.h"

class QComboBox;

namespace gatehouse::ui {

class CellTable;

// Shows what stands in an application file and submits it: fields, roster, who applies; or what is wrong with the file,
// and where.
class NewPartnerDialog final : public FormDialog
{
    Q_OBJECT

public:
    // Reads the file in the background. `chooser` outlives the dialog.
    NewPartnerDialog(Session &session, FileChooser &chooser, const QString &path, QWidget *parent = nullptr);
    // Asks for an application file; nothing is called when none was chosen.
    static void chooseFile(FileChooser &chooser, QWidget *parent, const FileChooser::Chosen &chosen);

Q_SIGNALS:
    // The file was read, successfully or not, and the form shows what it says.
    void previewed();

protected:
    void submit() override;

private:
    // Applications are a few kilobytes; what is larger is something else.
    static constexpr qint64 mostBytes = qint64(1024) * 1024;

    void makeForm();
    void read(const QString &path);
    void showUnusable(const base::Error &error, const QString &why);
    void parse(const QByteArray &bytes, const QString &name);
    void chooseByKeys();
    void preview();
    void clearPreview();
    void showApplication(const domain::Application &application, const domain::Playbook &playbook);
    void chooseSubmitter(const QList<domain::Contact> &roster);

    FileChooser &m_chooser;
    QPushButton *m_another;
    QComboBox *m_playbook;
    QComboBox *m_submitter;
    TextLabel *m_name;
    TextLabel *m_legalName;
    TextLabel *m_documents;
    CellTable *m_roster;
    std::optional<QJsonObject> m_payload;
    int m_reading = 0; // number of the read under way; a newer one supersedes it
};

} // namespace gatehouse::ui
