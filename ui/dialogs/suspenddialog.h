#pragma once

#include "operations/queries.h"

#include <QDialog>

namespace gatehouse::ui {

// The one question before a partner is cut off. Its button repeats the act; Cancel is the default.
class SuspendDialog final : public QDialog
{
    Q_OBJECT

public:
    SuspendDialog(const operations::PartnerView &view, const QString &consequence, QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
