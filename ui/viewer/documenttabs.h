#pragma once

#include <QTabBar>

namespace gatehouse::ui {

// Documents of a dossier: what each is called, and in smaller words how much of it was seen.
class DocumentTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit DocumentTabs(QWidget *parent = nullptr);

    int addDocument(const QString &title, const QString &fileName);
    void setCaption(int index, const QString &caption);
    QString caption(int index) const { return tabData(index).toString(); }

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace gatehouse::ui
