<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>CliText</name>
    <message numerus="yes">
        <source>%n stored file(s) removed, %1.</source>
        <comment>a size</comment>
        <translation>
            <numerusform>%n stored file removed, %1.</numerusform>
            <numerusform>%n stored files removed, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) open</source>
        <translation>
            <numerusform>%n question open</numerusform>
            <numerusform>%n questions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be removed, such as %1.</source>
        <translation>
            <numerusform>%n can&apos;t be removed: %1.</numerusform>
            <numerusform>%n can&apos;t be removed, such as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) looked at: all as they were filed.</source>
        <translation>
            <numerusform>%n document looked at: it is as it was filed.</numerusform>
            <numerusform>%n documents looked at: all are as they were filed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) looked at. These are not as they were filed:</source>
        <translation>
            <numerusform>%n document looked at. It is not as it was filed:</numerusform>
            <numerusform>%n documents looked at. These are not as they were filed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) of no partner of this workspace, left alone.</source>
        <translation>
            <numerusform>%n stored file of no partner of this workspace, left alone.</numerusform>
            <numerusform>%n stored files of no partner of this workspace, left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n younger than an hour, left alone.</source>
        <translation>
            <numerusform>%n younger than an hour, left alone.</numerusform>
            <numerusform>%n younger than an hour, left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of no partner of this workspace, left alone.</source>
        <translation>
            <numerusform>%n of no partner of this workspace, left alone.</numerusform>
            <numerusform>%n of no partner of this workspace, left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DurationText</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n more follow.</source>
        <comment>problems in a file</comment>
        <translation>
            <numerusform>%n more follows.</numerusform>
            <numerusform>%n more follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message numerus="yes">
        <source>Stored files removed that nothing named: %n</source>
        <translation>
            <numerusform>Stored files removed that nothing named: %n</numerusform>
            <numerusform>Stored files removed that nothing named: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BlockersCard</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BoardCells</name>
    <message numerus="yes">
        <source>%1, %n partner(s)</source>
        <comment>group header</comment>
        <translation>
            <numerusform>%1, %n partner</numerusform>
            <numerusform>%1, %n partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BoardPage</name>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) us</source>
        <translation>
            <numerusform>%n needs us</numerusform>
            <numerusform>%n need us</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) shown</source>
        <translation>
            <numerusform>%n partner shown</numerusform>
            <numerusform>%n partners shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) hidden</source>
        <translation>
            <numerusform>%n column hidden</numerusform>
            <numerusform>%n columns hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ContactsTab</name>
    <message numerus="yes">
        <source>%n removed contact(s) can still sign in</source>
        <translation>
            <numerusform>%n removed contact can still sign in</numerusform>
            <numerusform>%n removed contacts can still sign in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DecisionDraft</name>
    <message numerus="yes">
        <source>All changed pages viewed: %n</source>
        <translation>
            <numerusform>All changed pages viewed: %n</numerusform>
            <numerusform>All changed pages viewed: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All pages viewed: %n</source>
        <translation>
            <numerusform>All pages viewed: %n</numerusform>
            <numerusform>All pages viewed: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n changed page(s) not viewed</source>
        <translation>
            <numerusform>%1 of %n changed page not viewed</numerusform>
            <numerusform>%1 of %n changed pages not viewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n page(s) not viewed</source>
        <translation>
            <numerusform>%1 of %n page not viewed</numerusform>
            <numerusform>%1 of %n pages not viewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Permanent. The first of two approvals: opens nothing yet. Still needed within %n hour(s), on this same dossier: %1.</source>
        <translation>
            <numerusform>Permanent. The first of two approvals: opens nothing yet. Still needed within %n hour, on this same dossier: %1.</numerusform>
            <numerusform>Permanent. The first of two approvals: opens nothing yet. Still needed within %n hours, on this same dossier: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents can&apos;t be shown</source>
        <translation>
            <numerusform>%n document can&apos;t be shown</numerusform>
            <numerusform>%n documents can&apos;t be shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FactsPane</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FileDocumentDialog</name>
    <message numerus="yes">
        <source>YYYY-MM-DD; empty: %n day(s) from today</source>
        <translation>
            <numerusform>YYYY-MM-DD; empty: %n day from today</numerusform>
            <numerusform>YYYY-MM-DD; empty: %n days from today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FindBar</name>
    <message numerus="yes">
        <source>; %n pages can&apos;t be read</source>
        <translation>
            <numerusform>; %n page can&apos;t be read</numerusform>
            <numerusform>; %n pages can&apos;t be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Queue</name>
    <message numerus="yes">
        <source>%n thing(s) asked of the partner</source>
        <translation>
            <numerusform>%n thing asked of the partner</numerusform>
            <numerusform>%n things asked of the partner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n partner(s)</source>
        <comment>group header</comment>
        <translation>
            <numerusform>%1, %n partner</numerusform>
            <numerusform>%1, %n partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::QueuePane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n overdue</source>
        <comment>how many wait, and of those</comment>
        <translation>
            <numerusform>%1, %n overdue</numerusform>
            <numerusform>%1, %n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReadinessRing</name>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n in progress</numerusform>
            <numerusform>%n in progress</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReviewFacts</name>
    <message numerus="yes">
        <source>%n file(s) match the stored hashes</source>
        <translation>
            <numerusform>%n file matches the stored hashes</numerusform>
            <numerusform>%n files match the stored hashes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReviewPane</name>
    <message numerus="yes">
        <source>Show %n change(s)</source>
        <translation>
            <numerusform>Show %n change</numerusform>
            <numerusform>Show %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Sidebar</name>
    <message numerus="yes">
        <source>Board, %n partner(s)</source>
        <translation>
            <numerusform>Board, %n partner</numerusform>
            <numerusform>Board, %n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approvals, %n waiting</source>
        <translation>
            <numerusform>Approvals, %n waiting</numerusform>
            <numerusform>Approvals, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Standing</name>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TimelineTab</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 of %n event</numerusform>
            <numerusform>%1 of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::words::ChangeWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
</TS>
