#pragma once

#include "base/error.h"
#include "base/instant.h"
#include "ui/shell/session.h"

#include <QStatusBar>
#include <QTimer>

namespace gatehouse::ui {

class ElidedLabel;
class KeyHints;
class StatusLabel;
struct KeyHint;

// The bottom line: how fresh the data are, the keys of the focused pane, workspace, who works here.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showSession(const Session &session);
    void showNoSession();
    void setHints(const QList<KeyHint> &hints);
    void setUpToDate(base::Instant asOf);
    void setFailed(const base::Error &error);
    // One quiet line before the key hints for some seconds; screen readers hear it.
    void say(const QString &line);

private:
    void restore();
    void showWho(const Session &session);

    QString m_store; // where the session's data are kept
    StatusLabel *m_sync;
    KeyHints *m_hints;
    ElidedLabel *m_said;
    ElidedLabel *m_workspace;
    ElidedLabel *m_operator;
    QTimer m_quiet;
};

} // namespace gatehouse::ui
