<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
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
    <name>gatehouse::ui::PartnerHeader</name>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
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
    <name>gatehouse::ui::Sidebar</name>
    <message numerus="yes">
        <source>Board, %n partner(s)</source>
        <translation>
            <numerusform>Board, %n partner</numerusform>
            <numerusform>Board, %n partners</numerusform>
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
</TS>
