#include "ui/shell/filechooser.h"

#include <QFileDialog>

namespace gatehouse::ui {

namespace {

void ask(QFileDialog *dialog, const FileChooser::Chosen &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, chosen](int result) {
        chosen(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void DesktopFileChooser::chooseFile(QWidget *parent, const QString &title, const QString &filter, const Chosen &chosen)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, chosen);
}

void DesktopFileChooser::chooseNewFile(QWidget *parent, const QString &title, const QString &filter,
                                       const QString &suggestion, const Chosen &chosen)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestion);
    ask(dialog, chosen);
}

} // namespace gatehouse::ui
