#pragma once

#include <QSplitter>

#include <functional>

namespace gatehouse::ui {

/// Panes side by side that share the width by a rule, until somebody moves a handle: from then on it stays as it was
/// put.
class SharingSplitter final : public QSplitter
{
    Q_OBJECT

public:
    /// Answers the widths of the panes for this width of all, in logical pixels.
    using Rule = std::function<QList<int>(int width)>;
    explicit SharingSplitter(Rule rule, QWidget *parent = nullptr);

    /// Also when a pane was added.
    void share();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Rule m_rule;
    bool m_moved = false;
};

} // namespace gatehouse::ui
