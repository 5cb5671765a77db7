#include "desktop/tourscript.h"

#include "ui/delegates/boardtable.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/dialogs/newpartnerdialog.h"
#include "ui/pages/approvalspage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/decisionbar.h"
#include "ui/pages/dossiertab.h"
#include "ui/pages/partnerpage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>

namespace gatehouse::desktop {

using itemmodels::BoardModel;
using ui::Act;
using ui::PartnerPage;

namespace {

// Partners of the sample, chosen for the state they are in.
QString inReview()
{
    return QStringLiteral("Calder & Voss Capital");
}
QString approved()
{
    return QStringLiteral("Copperfield FX");
}
QString suspended()
{
    return QStringLiteral("Tessaly Pay");
}
QString awaitingDocuments()
{
    return QStringLiteral("Juniper Microloans");
}
QString supportSubject()
{
    return QStringLiteral("aiko.sato");
}

} // namespace

TourScript::TourScript(Desktop &desktop, ui::Theme &theme, QString data)
    : m_desktop(desktop), m_theme(theme), m_base(theme.choice()), m_data(std::move(data))
{
    addStart();
    addBoard();
    addApprovals();
    addPartner();
    addReview();
    addDialogs();
    addDenied();
    addSecondApproval();
}

TourScript::~TourScript() = default;

void TourScript::add(const QString &picture, std::function<void()> act, std::function<bool()> isThere)
{
    m_steps += TourStep{picture, std::move(act), std::move(isThere)};
}

QWidget *TourScript::widget(const QString &name)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        for (QWidget *found : top->findChildren<QWidget *>(name)) {
            if (found->isVisible())
                return found;
        }
        if (top->objectName() == name && top->isVisible())
            return top;
    }
    return nullptr;
}

QString TourScript::partnerNamed(const QString &name)
{
    if (!window().board())
        return {};
    const BoardModel &model = window().board()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const domain::PartnerSummary *summary = model.partnerAt(model.index(row, 0));
        if (summary && summary->name == name)
            return summary->id;
    }
    return {};
}

bool TourScript::boardLoaded()
{
    return !m_desktop.isOpening() && window().board() && !window().board()->summary().isEmpty()
           && window().board()->isVisible();
}

bool TourScript::partnerLoaded(const QString &name)
{
    const PartnerPage *page = window().partnerPage();
    return page && page->isLoaded() && page->title() == name;
}

void TourScript::openPartner(const QString &name)
{
    window().go({ui::Area::Partner, partnerNamed(name)});
}

void TourScript::showTheme(ui::Theme::Choice choice)
{
    m_theme.setChoice(choice);
}

QString TourScript::writeFile(const QString &name, const QByteArray &bytes)
{
    QString path = QDir(m_data).absoluteFilePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return path;
}

void TourScript::closeDialogs()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(top); dialog && dialog->isVisible())
            dialog->reject();
    }
}

void TourScript::addStart()
{
    add(
        QStringLiteral("start"), [this] { showTheme(m_base); },
        [this] { return widget(QStringLiteral("startPage")) != nullptr; });
    add(
        QStringLiteral("workspace-error"),
        [this] {
            m_desktop.open(writeFile(QStringLiteral("notes.gatehouse"), "These are my notes, not a workspace.\n"));
        },
        [this] { return widget(QStringLiteral("startBanner")) != nullptr; });
    add(
        QStringLiteral("board-empty"),
        [this] { m_desktop.create(QDir(m_data).absoluteFilePath(QStringLiteral("new.gatehouse"))); },
        [this] { return boardLoaded() && widget(QStringLiteral("boardEmpty")); });
    add(
        QStringLiteral("approvals-empty"),
        [this] {
            window().go({ui::Area::Approvals, {}});
        },
        [this] { return widget(QStringLiteral("reviewNothing")) != nullptr; });
}

void TourScript::addBoard()
{
    const auto loaded = [this] { return boardLoaded() && window().board()->model().partnerCount() > 0; };
    // Those who decide begin in Approvals.
    add(
        {}, [this] { m_desktop.openSampleAt(QDir(m_data).absoluteFilePath(QStringLiteral("sample.gatehouse"))); },
        [this] {
            return window().approvals() && window().place().area == ui::Area::Approvals
                   && window().approvals()->waitingCount() > 0;
        });
    add(
        QStringLiteral("board-light"),
        [this] {
            showTheme(ui::Theme::Choice::Light);
            window().go({});
        },
        loaded);
    add(
        QStringLiteral("board-dark"),
        [this] {
            showTheme(ui::Theme::Choice::Dark);
            window().board()->selectPartner(partnerNamed(inReview()));
        },
        loaded);
    add(
        QStringLiteral("board-no-match"),
        [this] {
            showTheme(m_base);
            window().board()->setFilter(QStringLiteral("zanzibar"));
        },
        [this] { return widget(QStringLiteral("boardNoMatch")) != nullptr; });
    add(
        QStringLiteral("board-filtered"), [this] { window().board()->setFilter(QStringLiteral("blocked")); },
        [this] { return widget(QStringLiteral("boardTable")) != nullptr; });
    add(
        QStringLiteral("board-by-stage"),
        [this] {
            window().board()->setFilter({});
            window().board()->setGrouping(BoardModel::Grouping::Stage);
        },
        loaded);
}

void TourScript::addPartner()
{
    const auto shown = [this](const QString &name) { return [this, name] { return partnerLoaded(name); }; };
    add(
        QStringLiteral("partner-overview-light"),
        [this] {
            showTheme(ui::Theme::Choice::Light);
            window().board()->setGrouping(BoardModel::Grouping::NextMove);
            openPartner(inReview());
        },
        shown(inReview()));
    add(
        QStringLiteral("partner-overview-dark"), [this] { showTheme(ui::Theme::Choice::Dark); }, shown(inReview()));
    add(
        QStringLiteral("partner-contacts"),
        [this] {
            showTheme(m_base);
            window().partnerPage()->perform(Act::ShowContacts);
        },
        shown(inReview()));
    add(
        QStringLiteral("partner-timeline"), [this] { window().partnerPage()->perform(Act::ShowTimeline); },
        shown(inReview()));
    add(
        QStringLiteral("partner-waiting"), [this] { openPartner(awaitingDocuments()); }, shown(awaitingDocuments()));
    add(
        QStringLiteral("partner-approved"), [this] { openPartner(approved()); }, shown(approved()));
    add(
        QStringLiteral("partner-suspended"), [this] { openPartner(suspended()); }, shown(suspended()));
}

void TourScript::fillDecision(const QString &note)
{
    ui::DecisionBar *bar = window().partnerPage()->dossier()->bar();
    const auto &documents = window().partnerPage()->view()->facts.documents;
    bar->choose(domain::Verdict::Approve);
    if (auto *edit = bar->findChild<QPlainTextEdit *>(QStringLiteral("noteEdit")))
        edit->setPlainText(note);
    for (const domain::DossierDocument &document : domain::dossierAt(documents))
        bar->addEvidence(QStringLiteral("%1:1").arg(document.id));
}

void TourScript::addReview()
{
    const auto reviewing = [this] { return partnerLoaded(inReview()) && widget(QStringLiteral("decisionBar")); };
    add(
        QStringLiteral("review-empty"),
        [this] {
            openPartner(inReview());
            window().partnerPage()->perform(Act::ShowDossier);
        },
        reviewing);
    add(
        QStringLiteral("review-filled"),
        [this] {
            fillDecision(
                tr("The reason of the rejection is resolved: KYB page 1 names the persons behind the holding."));
        },
        reviewing);
    add(
        QStringLiteral("review-filled-dark"), [this] { showTheme(ui::Theme::Choice::Dark); }, reviewing);
    add(
        {},
        [this] {
            showTheme(m_base);
            fileElsewhere(window().partnerPage()->partnerId(),
                          window().partnerPage()->view()->playbook.documents.first().kind);
        },
        [this] { return m_doneElsewhere; });
    add(
        QStringLiteral("review-refused"), [this] { window().partnerPage()->perform(Act::RecordDecision); },
        [this] { return widget(QStringLiteral("decisionBanner")) != nullptr; });
    add(
        QStringLiteral("review-evidence"), [this] { window().partnerPage()->perform(Act::AddEvidence); },
        [this] { return widget(QStringLiteral("evidenceDialog")) != nullptr; });
    add(
        QStringLiteral("review-suspend"),
        [this] {
            closeDialogs();
            openPartner(approved());
        },
        [this] {
            if (!partnerLoaded(approved()))
                return false;
            if (!widget(QStringLiteral("confirmDialog"))) {
                fillDecision(tr("The licence was withdrawn by its authority on Monday, see the licensing document."));
                window().partnerPage()->dossier()->bar()->choose(domain::Verdict::Reject);
                window().partnerPage()->perform(Act::ShowDossier);
                window().partnerPage()->perform(Act::RecordDecision);
            }
            return widget(QStringLiteral("confirmDialog")) != nullptr;
        });
}

void TourScript::addDialogs()
{
    const auto shown = [this](const char *name) {
        return [this, name] { return widget(QLatin1StringView(name)) != nullptr; };
    };
    const auto previewed = [this] {
        const auto *button = widget(QStringLiteral("newPartnerDialog"));
        const auto *label = button ? button->findChild<QLabel *>(QStringLiteral("nameLabel")) : nullptr;
        return label && !label->text().isEmpty();
    };
    add(
        QStringLiteral("new-partner"),
        [this] {
            closeDialogs();
            window().go({});
            QFile example(QStringLiteral(":/sample/application.json"));
            const QByteArray bytes = example.open(QIODevice::ReadOnly) ? example.readAll() : QByteArray();
            window().startApplication(writeFile(QStringLiteral("application.json"), bytes));
        },
        previewed);
    add(
        QStringLiteral("new-partner-error"),
        [this] {
            closeDialogs();
            window().startApplication(writeFile(
                QStringLiteral("incomplete.json"),
                R"({"name": "Harbourline Markets", "legal_name": "Harbourline Markets Limited",)"
                R"( "kyb_object_key": "k", "licensing_object_key": "l", "contacts": [{"name": "Nadia Rowan"}]})"));
        },
        [this] { return widget(QStringLiteral("dialogBanner")) != nullptr; });
    const auto form = [&](const char *picture, Act act, const char *dialog) {
        add(
            QLatin1StringView(picture),
            [this, act] {
                closeDialogs();
                openPartner(inReview());
                window().actions()[act]->trigger();
            },
            shown(dialog));
    };
    form("file-document", Act::FileDocument, "fileDocumentDialog");
    form("add-contact", Act::AddContact, "addContactDialog");
    form("edit-partner", Act::EditPartner, "editPartnerDialog");
    form("keys", Act::Keys, "keysDialog");
    form("about", Act::About, "aboutDialog");
}

void TourScript::addDenied()
{
    add(
        {},
        [this] {
            closeDialogs();
            window().closeSession(); // with the decision that was being written
            m_desktop.setSubject(supportSubject());
            m_desktop.openSampleAt(QDir(m_data).absoluteFilePath(QStringLiteral("sample.gatehouse")));
        },
        [this] { return boardLoaded() && !partnerNamed(inReview()).isEmpty(); });
    add(
        QStringLiteral("review-denied"), [this] { openPartner(inReview()); },
        [this] {
            if (partnerLoaded(inReview()) && window().partnerPage()->tab() != PartnerPage::Tab::Dossier)
                window().partnerPage()->perform(Act::ShowDossier);
            return widget(QStringLiteral("obstacleBanner")) != nullptr;
        });
    add(
        QStringLiteral("approvals-denied"),
        [this] {
            window().go({ui::Area::Approvals, partnerNamed(QStringLiteral("Sable Markets"))});
        },
        [this] {
            return reviewLoaded(QStringLiteral("Sable Markets")) && widget(QStringLiteral("obstacleBanner"))
                   && widget(QStringLiteral("documentFailure"));
        });
}

} // namespace gatehouse::desktop
