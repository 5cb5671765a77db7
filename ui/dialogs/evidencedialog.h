#pragma once

#include "operations/queries.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace gatehouse::ui {

class TextLabel;

// Chooses what a decision cites: a page of a document of the current dossier, or a link.
class EvidenceDialog final : public QDialog
{
    Q_OBJECT

public:
    // `document`: id of the one to begin with, may be empty.
    EvidenceDialog(const operations::PartnerView &view, const QString &document, QWidget *parent = nullptr);

Q_SIGNALS:
    // DOC, DOC:PAGE or an https link, as operations::Decide has it.
    void evidenceChosen(const QString &evidence);

private:
    void check();
    void choose();
    QString evidence() const;

    QComboBox *m_document;
    QSpinBox *m_page;
    QLineEdit *m_link;
    TextLabel *m_reason;
    QPushButton *m_add;
};

} // namespace gatehouse::ui
