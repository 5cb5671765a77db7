#include "formats/bundledplaybooks.h"
#include "formats/runbooklibrary.h"
#include "formats/sourcelines.h"

#include "support/testmain.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

// What the five source documents ask of a team stands in playbooks, runbooks or the program.
class TestCompleteness : public QObject
{
    Q_OBJECT

    using Playbook = gatehouse::domain::Playbook;
    using SourceLine = gatehouse::formatstest::SourceLine;

    static QDir lists() { return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/data/sourcelines")); }

    static void addLists()
    {
        QTest::addColumn<QString>("list");
        for (const QString &name : lists().entryList({QStringLiteral("*.tsv")}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << name;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    template <class Rule>
    static bool holds(const QList<Rule> &rules, const QString &id, QString Rule::*member = &Rule::id)
    {
        return std::any_of(rules.cbegin(), rules.cend(), [&](const Rule &rule) { return rule.*member == id; });
    }

    static bool procedureHolds(const Playbook &playbook, const QString &name)
    {
        const QString id = name.section(QLatin1Char('#'), 0, 0);
        const QString part = name.section(QLatin1Char('#'), 1);
        return std::any_of(playbook.procedures.cbegin(), playbook.procedures.cend(), [&](const auto &procedure) {
            return procedure.id == id
                   && (part.isEmpty() || holds(procedure.steps, part) || holds(procedure.conditions, part));
        });
    }

    static bool partHolds(const Playbook &playbook, const QString &part, const QString &id)
    {
        using namespace gatehouse::domain;
        if (part == QLatin1StringView("checklists"))
            return playbook.checklist(id);
        if (part == QLatin1StringView("documents"))
            return playbook.document(id);
        if (part == QLatin1StringView("access"))
            return playbook.accessRule(id);
        if (part == QLatin1StringView("slas"))
            return playbook.sla(id);
        if (part == QLatin1StringView("procedures"))
            return procedureHolds(playbook, id);
        if (part == QLatin1StringView("claims"))
            return playbook.claims.contains(id);
        return (part == QLatin1StringView("phases") && holds(playbook.phases, id))
               || (part == QLatin1StringView("application") && holds(playbook.application, id, &ApplicationField::key))
               || (part == QLatin1StringView("templates") && holds(playbook.templates, id))
               || (part == QLatin1StringView("metrics") && holds(playbook.metrics, id))
               || (part == QLatin1StringView("red_flags") && holds(playbook.redFlags, id))
               || (part == QLatin1StringView("check_ins") && holds(playbook.checkIns, id))
               || (part == QLatin1StringView("escalation") && holds(playbook.escalation, id))
               || (part == QLatin1StringView("links") && holds(playbook.links, id))
               || (part == QLatin1StringView("profiles") && holds(playbook.profiles, id))
               || (part == QLatin1StringView("limits") && holds(playbook.limits, id));
    }

    // Whether the place is there.
    static bool stands(const QString &place, const gatehouse::domain::PlaybookSource &playbooks,
                       const gatehouse::domain::RunbookSource &runbooks)
    {
        if (place.startsWith(QLatin1StringView("feature:")))
            return place.size() > 12;
        if (place.startsWith(QLatin1StringView("runbook:"))) {
            const auto found = gatehouse::domain::placeOf(runbooks, place.mid(8));
            return bool(found);
        }
        static const QRegularExpression shape(QStringLiteral("^([a-z-]+)(?::|/([a-z_]+)/)(.+)$"));
        const auto match = shape.match(place);
        const auto playbook = playbooks.playbook(match.captured(1));
        if (!match.hasMatch() || !playbook)
            return false;
        return match.captured(2).isEmpty() ? playbook->item(match.captured(3)) != nullptr
                                           : partHolds(*playbook, match.captured(2), match.captured(3));
    }

private Q_SLOTS:
    void everyLineStandsWhereTheListSays_data() { addLists(); }
    void everyLineStandsWhereTheListSays()
    {
        QFETCH(QString, list);
        const auto playbooks = gatehouse::formats::BundledPlaybooks::load();
        QVERIFY(playbooks);
        const auto runbooks = gatehouse::formats::RunbookLibrary::load();
        const auto lines = gatehouse::formatstest::linesOfList(bytesOf(lists().filePath(list)));
        QVERIFY(lines.size() >= 10);
        QStringList missing;
        for (const SourceLine &line : lines) {
            if (line.kind.isEmpty() || !stands(line.place, **playbooks, *runbooks))
                missing.append(gatehouse::formatstest::textOf(line) + QLatin1Char(' ') + line.place);
        }
        QCOMPARE(missing.join(QLatin1Char('\n')), QString());
    }

    // Both ways: a line that the list forgot, and one that the document doesn't have.
    void theListHoldsTheLinesOfItsDocument_data() { addLists(); }
    void theListHoldsTheLinesOfItsDocument()
    {
        QFETCH(QString, list);
        const QString folder = qEnvironmentVariable("GATEHOUSE_SOURCES");
        if (folder.isEmpty()) {
            qInfo("not run: GATEHOUSE_SOURCES names no folder with the source documents");
            return;
        }
        const QString document =
            QDir(folder).filePath(QString(list).replace(QStringLiteral(".tsv"), QStringLiteral(".md")));
        const QString text = QString::fromUtf8(bytesOf(document));
        QVERIFY2(!text.isEmpty(), qPrintable(document));
        QStringList expected;
        for (const SourceLine &line : gatehouse::formatstest::linesOfDocument(text))
            expected.append(gatehouse::formatstest::textOf(line));
        QStringList listed;
        for (const SourceLine &line : gatehouse::formatstest::linesOfList(bytesOf(lists().filePath(list))))
            listed.append(gatehouse::formatstest::textOf(line));
        QCOMPARE(listed, expected);
    }

    void countsLinesByTheRule()
    {
        const QString document =
            QStringLiteral("# Runbook\n\n## 1. First\n- prose\n**Prerequisites**\n- Signed __\n1. Do\n"
                           "   - [ ] Plan: [ ] Pro `x`\n| a | b |\n|--|--|\n| c | [ ] |\ntext\n");
        QStringList found;
        for (const SourceLine &line : gatehouse::formatstest::linesOfDocument(document))
            found.append(QStringLiteral("%1/%2/%3").arg(line.section, line.kind).arg(line.ordinal));
        QCOMPARE(found, (QStringList{QStringLiteral("1/prerequisite/1"), QStringLiteral("1/step/1"),
                                     QStringLiteral("1/checkbox/1"), QStringLiteral("1/row/1")}));
    }
};

GATEHOUSE_TEST(TestCompleteness)

#include "tst_completeness.moc"
