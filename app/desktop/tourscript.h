#pragma once

#include "desktop/desktop.h"

#include <functional>

namespace gatehouse::desktop {

// One screen: how to get there from the one before, and how to tell that it is complete.
struct TourStep
{
    QString picture; // file name without ".png"; empty: a way station
    std::function<void()> act;
    std::function<bool()> isThere;
};

// The screens of the tour in their order. What a picture needs is done through the window, by names of widgets, as a
// person would; only the change under a reviewer's hands comes from elsewhere.
class TourScript final : public QObject
{
    Q_OBJECT

public:
    // `data`: folder for the workspaces and files of the tour.
    TourScript(Desktop &desktop, ui::Theme &theme, QString data);
    ~TourScript() override;

    const QList<TourStep> &steps() const { return m_steps; }

private:
    void addStart();
    void addBoard();
    void addPartner();
    void addApprovals();
    void addReviewDialogs();
    void addReviewOutcomes();
    void addReview();
    void addDialogs();
    void addDenied();
    void addSecondApproval();

    void add(const QString &picture, std::function<void()> act, std::function<bool()> isThere);
    ui::MainWindow &window() { return m_desktop.window(); }
    QWidget *widget(const QString &name);
    QString partnerNamed(const QString &name);
    bool boardLoaded();
    bool partnerLoaded(const QString &name);
    void openPartner(const QString &name);
    void showTheme(ui::Theme::Choice choice);
    void fillDecision(const QString &note);
    bool reviewLoaded(const QString &name);
    bool reviewShown(const QString &name);
    void writeReview(domain::Verdict verdict, const QString &note);
    // As somebody else, while it is under review; m_doneElsewhere once it is done. `subject`: empty for the OS user.
    template <class Concrete>
    void runElsewhere(const Concrete &operation, const QString &subject = {});
    void fileElsewhere(const QString &partner, const QString &kind);
    void closeDialogs();
    QString writeFile(const QString &name, const QByteArray &bytes);

    Desktop &m_desktop;
    ui::Theme &m_theme;
    ui::Theme::Choice m_base; // what every picture has whose name doesn't say another
    QString m_data;
    QList<TourStep> m_steps;
    std::unique_ptr<operations::AsyncRunner> m_somebodyElse;
    bool m_doneElsewhere = false;
};

} // namespace gatehouse::desktop
