#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace gatehouse::ui {

// How the window asks for a file, so that a test can answer. The answer comes later, in the GUI thread, once; an empty
// path means that nothing was chosen, and nothing is called when `parent` died first.
class FileChooser
{
public:
    using Chosen = std::function<void(const QString &path)>;
    virtual ~FileChooser() = default;
    // `filter` as QFileDialog has it: "Applications (*.json)".
    virtual void chooseFile(QWidget *parent, const QString &title, const QString &filter, const Chosen &chosen) = 0;
    // Where to write. Somebody who names a file that is there has been asked whether it may be replaced. `suggestion`:
    // a file name, may be empty.
    virtual void chooseNewFile(QWidget *parent, const QString &title, const QString &filter, const QString &suggestion,
                               const Chosen &chosen) = 0;
};

// The desktop's file dialog, opened without waiting for it.
class DesktopFileChooser final : public FileChooser
{
public:
    void chooseFile(QWidget *parent, const QString &title, const QString &filter, const Chosen &chosen) override;
    void chooseNewFile(QWidget *parent, const QString &title, const QString &filter, const QString &suggestion,
                       const Chosen &chosen) override;
};

} // namespace gatehouse::ui
