-- min_compatible: 4
-- What people record of a playbook's items, and partners that move to another version of their playbook. The rules that
-- 0001_workspace.sql begins with hold here too; its twin is ../postgres/0004_items.sql.
--
-- A program of schema 3 is kept out: it knows no items, so it would call ready what isn't, and would decide without
-- those that an approval is bound to.

-- Of one item the last row counts, whole. `value` is empty or {"value": ...}; `evidence` a list as an endorsement has it.
-- An exemption ends, after 366 days at most: the last day counts whole, wherever it ends.
CREATE TABLE item_acts (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    item TEXT NOT NULL,
    record TEXT NOT NULL,
    value TEXT NOT NULL,
    evidence TEXT NOT NULL,
    note TEXT NOT NULL,
    expires_at INTEGER,
    acted_by TEXT NOT NULL,
    acted_at INTEGER NOT NULL,
    CONSTRAINT uq_item_acts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_item_acts_id UNIQUE (id),
    CONSTRAINT fk_item_acts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_item_acts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_item_acts_item CHECK (length(item) BETWEEN 1 AND 64),
    CONSTRAINT ck_item_acts_record CHECK (record IN ('open', 'done', 'not_applicable', 'exempt')),
    CONSTRAINT ck_item_acts_value CHECK (length(value) <= 262144 AND (value = '' OR value GLOB '{"value":*}')),
    CONSTRAINT ck_item_acts_evidence CHECK (length(evidence) <= 65536 AND evidence GLOB '[[]*]'),
    CONSTRAINT ck_item_acts_note
        CHECK (length(note) <= 2000 AND (note <> '' OR record NOT IN ('not_applicable', 'exempt'))),
    CONSTRAINT ck_item_acts_expires_at CHECK ((expires_at IS NOT NULL) = (record = 'exempt')
        AND coalesce(expires_at > acted_at AND expires_at <= acted_at + 31622400000, 1)),
    CONSTRAINT ck_item_acts_acted_by CHECK (length(acted_by) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;

-- partners ------------------------------------------------------------------------------------------------------------

DROP TRIGGER tr_partners_update
-- ;;
-- As before, but that a partner moves on: to another version of its playbook, never to another playbook.
CREATE TRIGGER tr_partners_update BEFORE UPDATE ON partners
BEGIN
    SELECT RAISE(ABORT, 'GH008 of a partner only names, region, owner, playbook version and updated_at change')
    WHERE NEW.id IS NOT OLD.id OR NEW.slug IS NOT OLD.slug OR NEW.playbook_id IS NOT OLD.playbook_id
        OR NEW.submitted_by IS NOT OLD.submitted_by OR NEW.entered_by IS NOT OLD.entered_by
        OR NEW.application IS NOT OLD.application OR NEW.created_at IS NOT OLD.created_at
        OR (NEW.playbook_version IS OLD.playbook_version
            AND (NEW.approver_role IS NOT OLD.approver_role OR NEW.deciders IS NOT OLD.deciders));
    SELECT RAISE(ABORT, 'GH005 approved_at and approved_by follow the latest decision')
    WHERE (NEW.approved_at IS NOT OLD.approved_at OR NEW.approved_by IS NOT OLD.approved_by)
        AND (NEW.approved_at IS NOT (SELECT CASE verdict WHEN 'approved' THEN decided_at END FROM partner_approvals
                WHERE partner_id = NEW.id ORDER BY number DESC LIMIT 1)
            OR NEW.approved_by IS NOT (SELECT CASE verdict WHEN 'approved' THEN decided_by END FROM partner_approvals
                WHERE partner_id = NEW.id ORDER BY number DESC LIMIT 1));
END
-- ;;
DROP TRIGGER tr_partners_date
-- ;;
-- As before, and of a move too.
CREATE TRIGGER tr_partners_date AFTER UPDATE ON partners
WHEN NEW.updated_at < OLD.updated_at OR NEW.name IS NOT OLD.name OR NEW.name_key IS NOT OLD.name_key
    OR NEW.legal_name IS NOT OLD.legal_name OR NEW.region IS NOT OLD.region OR NEW.owner IS NOT OLD.owner
    OR NEW.playbook_version IS NOT OLD.playbook_version
BEGIN
    UPDATE partners SET updated_at = OLD.updated_at WHERE id = NEW.id AND updated_at < OLD.updated_at;
    UPDATE partners SET updated_at = 1 + max(OLD.updated_at, (SELECT coalesce(max(decided_at), 0) FROM partner_approvals
        WHERE partner_id = NEW.id))
    WHERE id = NEW.id AND updated_at <= max(OLD.updated_at, (SELECT coalesce(max(decided_at), 0) FROM partner_approvals
            WHERE partner_id = NEW.id))
        AND (name IS NOT OLD.name OR name_key IS NOT OLD.name_key OR legal_name IS NOT OLD.legal_name
            OR region IS NOT OLD.region OR owner IS NOT OLD.owner OR playbook_version IS NOT OLD.playbook_version);
END
-- ;;

-- item_acts -----------------------------------------------------------------------------------------------------------

-- Who stands in the roster may record what is the partner's to do, which the file doesn't know: only an exemption is
-- never his.
CREATE TRIGGER tr_item_acts_insert BEFORE INSERT ON item_acts
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_item_acts_id') FROM item_acts WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 an act takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM item_acts WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH004 who exempts stands in the roster of this partner') FROM partner_contacts
    WHERE NEW.record = 'exempt' AND partner_id = NEW.partner_id AND subject = NEW.acted_by AND released_at IS NULL;
END
-- ;;
CREATE TRIGGER tr_item_acts_update BEFORE UPDATE ON item_acts
BEGIN
    SELECT RAISE(ABORT, 'GH001 what was recorded of an item is never changed');
END
-- ;;
CREATE TRIGGER tr_item_acts_delete BEFORE DELETE ON item_acts
BEGIN
    SELECT RAISE(ABORT, 'GH001 what was recorded of an item is never deleted');
END
