#pragma once

#include "ui/dialogs/formdialog.h"

class QComboBox;

namespace gatehouse::ui {

class CellTable;

// Shows what stands in an application file and submits it: fields, roster, who applies; or what is wrong with the file,
// and where.
class NewPartnerDialog final : public FormDialog
{
    Q_OBJECT

public:
    // Reads the file in the background.
    NewPartnerDialog(Session &session, const QString &path, QWidget *parent = nullptr);

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
    void parse(const QByteArray &bytes, const QString &name);
    void preview();
    void clearPreview();
    void showApplication(const domain::Application &application, const domain::Playbook &playbook);
    void chooseSubmitter(const QList<domain::Contact> &roster);

    QComboBox *m_playbook;
    QComboBox *m_submitter;
    TextLabel *m_name;
    TextLabel *m_legalName;
    TextLabel *m_documents;
    CellTable *m_roster;
    std::optional<QJsonObject> m_payload;
};

} // namespace gatehouse::ui
