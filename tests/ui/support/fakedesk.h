#pragma once

#include "operations/documentdesk.h"

#include <functional>
#include <map>

namespace gatehouse::support {

// A page that a test makes up. Its picture shows its words where they stand, and a square in its upper left corner in
// a colour of its own.
struct FakePage
{
    QSizeF points{595, 842};
    domain::PageText words;
    bool unreadable = false;

    // Words in one line, from this corner, `height` of the page high.
    FakePage &line(const QString &text, double x, double y, double height = 0.015);
};

struct FakeDocument
{
    QString id;
    QString sha256 = QString(64, QLatin1Char('a'));
    QList<FakePage> pages;
    std::optional<base::Error> refusal; // instead of opening
    bool mayHaveForm = false;

    static FakeDocument withPages(const QString &id, int pages);
    // A register extract of twelve pages, as a person would file it.
    static FakeDocument registerExtract(const QString &id);
};

// Opens documents that a test put there, and keeps what was asked of them. Answers come in a later turn of the loop,
// or, held back, when a test says so.
class FakeDesk final : public operations::DocumentDesk
{
public:
    struct Asked
    {
        int page = 0;
        QSize size;
        operations::Urgency urgency = operations::Urgency::Shown;
    };
    struct State;

    FakeDesk();
    ~FakeDesk() override;

    void put(const FakeDocument &document);
    FakeDocument &document(const QString &id);
    QFuture<base::Result<std::shared_ptr<operations::ViewedDocument>>> open(QString partner, QString document) override;

    QStringList opened() const;        // ids, in the order they were asked for
    const QList<Asked> &asked() const; // pictures
    void forgetAsked();
    void holdBack();
    // Answers what was held back and not taken back, and no longer holds anything back.
    void release();
    int heldBack() const; // that nobody has taken back
    static QColor corner(int page);

private:
    std::shared_ptr<State> m_state;
};

} // namespace gatehouse::support
