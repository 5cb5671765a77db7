#pragma once

#include "ui/components/paintedwidget.h"
#include "ui/style/tone.h"

#include <QList>

namespace gatehouse::ui {

/// The stages of a partner's header: numbered discs on a line, each with its name and a word about time.
class StageLine final : public PaintedWidget
{
    Q_OBJECT

public:
    enum class Progress : quint8 { Past, Current, Future };

    struct Stage
    {
        QString name;
        QString note; ///< "23 Jan", "day 9 of 10", "planned 18 Mar"
        Progress progress = Progress::Future;
        Tone noteTone = Tone::Neutral; ///< Warn or Danger when the stage runs over

        bool operator==(const Stage &) const = default;
    };

    explicit StageLine(QWidget *parent = nullptr);

    void setStages(const QList<Stage> &stages);

    AccessibleFacts accessibleFacts() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect column(qsizetype stage) const;
    void paintDisc(QPainter *painter, qsizetype stage, QPointF centre) const;

    QList<Stage> m_stages;
};

} // namespace gatehouse::ui
