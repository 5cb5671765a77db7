-- min_compatible: 4
-- What people record of a playbook's items, and partners that move to another version of their playbook. The rules that
-- 0001_workspace.sql begins with hold here too; its twin is ../sqlite/0004_items.sql.
--
-- A program of schema 3 is kept out: it knows no items, so it would call ready what isn't, and would decide without
-- those that an approval is bound to.

-- Of one item the last row counts, whole. `value` is empty or {"value": ...}; `evidence` a list as an endorsement has it.
-- An exemption ends, after 366 days at most: the last day counts whole, wherever it ends.
CREATE TABLE item_acts (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    item TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    evidence TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    expires_at BIGINT,
    acted_by TEXT COLLATE "C" NOT NULL,
    acted_at BIGINT NOT NULL,
    CONSTRAINT uq_item_acts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_item_acts_id UNIQUE (id),
    CONSTRAINT fk_item_acts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_item_acts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_item_acts_item CHECK (length(item) BETWEEN 1 AND 64),
    CONSTRAINT ck_item_acts_record CHECK (record IN ('open', 'done', 'not_applicable', 'exempt')),
    CONSTRAINT ck_item_acts_value CHECK (length(value) <= 262144 AND (value = '' OR value ~ '^\{"value":.*\}$')),
    CONSTRAINT ck_item_acts_evidence CHECK (length(evidence) <= 65536 AND evidence ~ '^\[.*\]$'),
    CONSTRAINT ck_item_acts_note
        CHECK (length(note) <= 2000 AND (note <> '' OR record NOT IN ('not_applicable', 'exempt'))),
    CONSTRAINT ck_item_acts_expires_at CHECK ((expires_at IS NOT NULL) = (record = 'exempt')
        AND coalesce(expires_at > acted_at AND expires_at <= acted_at + 31622400000, TRUE)),
    CONSTRAINT ck_item_acts_acted_by CHECK (length(acted_by) BETWEEN 1 AND 255)
)
-- ;;

-- Rules ---------------------------------------------------------------------------------------------------------------

-- As before, but that a partner moves on: to another version of its playbook, never to another playbook. Who decides on
-- it comes with the version, so only a root admin moves.
CREATE OR REPLACE FUNCTION partners_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    latest partner_approvals;
BEGIN
    -- A touch (partner_contacts_touch).
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;
    END IF;
    PERFORM check_writes(OLD.id, 'root_admin', 'tenant_admin');
    IF (NEW.id, NEW.slug, NEW.playbook_id, NEW.submitted_by, NEW.entered_by, NEW.application, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.slug, OLD.playbook_id, OLD.submitted_by, OLD.entered_by, OLD.application,
                OLD.created_at)
        OR (NEW.playbook_version = OLD.playbook_version
            AND (NEW.approver_role, NEW.deciders) IS DISTINCT FROM (OLD.approver_role, OLD.deciders)) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008',
            MESSAGE = 'of a partner only names, region, owner, playbook version and updated_at change';
    END IF;
    IF NEW.playbook_version <> OLD.playbook_version THEN
        PERFORM check_holds_role('root_admin');
        PERFORM check_outside(OLD.id);
    END IF;
    IF NEW.owner IS DISTINCT FROM OLD.owner THEN
        PERFORM check_sets_owner();
    END IF;
    -- Not the writer's word: who dates a change like the last decision would hide it (domain::partnerChangedSince).
    IF (NEW.name, NEW.name_key, NEW.legal_name, NEW.region, NEW.owner, NEW.playbook_version)
        IS DISTINCT FROM (OLD.name, OLD.name_key, OLD.legal_name, OLD.region, OLD.owner, OLD.playbook_version) THEN
        NEW.updated_at := greatest(transaction_ms(), 1 + greatest(OLD.updated_at,
            (SELECT max(decided_at) FROM partner_approvals WHERE partner_id = OLD.id)));
    ELSIF NEW.updated_at <> OLD.updated_at THEN
        NEW.updated_at := greatest(transaction_ms(), OLD.updated_at);
    END IF;
    IF (NEW.approved_at, NEW.approved_by) IS DISTINCT FROM (OLD.approved_at, OLD.approved_by) THEN
        SELECT * INTO latest FROM partner_approvals WHERE partner_id = NEW.id ORDER BY number DESC LIMIT 1;
        IF NEW.approved_at IS DISTINCT FROM (CASE latest.verdict WHEN 'approved' THEN latest.decided_at END)
            OR NEW.approved_by IS DISTINCT FROM (CASE latest.verdict WHEN 'approved' THEN latest.decided_by END) THEN
            RAISE EXCEPTION USING ERRCODE = 'GH005',
                MESSAGE = 'approved_at and approved_by follow the latest decision';
        END IF;
    END IF;
    RETURN NEW;
END $$
-- ;;
-- Partner staff have no login of their own for it: what is theirs to do is recorded by an operator here.
CREATE FUNCTION item_acts_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.acted_by);
    IF NEW.record = 'exempt' THEN
        PERFORM check_holds_role('root_admin', 'tenant_admin');
    ELSE
        PERFORM check_writes(NEW.partner_id, 'root_admin', 'tenant_admin', 'integration_manager', 'customer_success');
    END IF;
    PERFORM partner_in_review(NEW.partner_id);
    PERFORM check_next_number(NEW.number, (SELECT max(number) FROM item_acts WHERE partner_id = NEW.partner_id));
    IF NEW.record = 'exempt' THEN
        PERFORM check_outside(NEW.partner_id);
    END IF;
    IF NEW.evidence <> '[]' AND NOT is_list_of(NEW.evidence,
            '\{"kind":"(document|policy|link)","page":INT,"sha256":STR*","target":STR+"\}') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH012', MESSAGE = 'evidence is a list of documents, policies and links';
    END IF;
    IF NEW.value <> '' AND jsonb_typeof(CAST(NEW.value AS jsonb)) <> 'object' THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'the value of an item is JSON';
    END IF;
    NEW.acted_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- Like event_is_true, of items and moves.
CREATE FUNCTION item_event_is_true(told events) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CASE
        WHEN told.type = 'partner.playbook_moved' THEN
            holds_role('root_admin')
            AND EXISTS (SELECT 1 FROM partners WHERE id = told.partner_id
                AND 'v' || playbook_version = told.subject AND xmin = CAST(pg_current_xact_id() AS xid))
        WHEN told.type IN ('partner.item_recorded', 'partner.item_exempted') THEN
            EXISTS (SELECT 1 FROM item_acts WHERE id = told.subject AND partner_id = told.partner_id
                AND (record = 'exempt') = (told.type = 'partner.item_exempted') AND acted_by = session_user)
            AND NOT EXISTS (SELECT 1 FROM events WHERE partner_id = told.partner_id AND subject = told.subject
                AND type = told.type)
        ELSE FALSE
    END
$$
-- ;;
CREATE OR REPLACE FUNCTION events_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(CAST('gatehouse.events' AS regclass)::oid::bigint);
    NEW.number := nextval('gatehouse.events_number');
    NEW.actor := session_user;
    NEW.at := transaction_ms();
    IF NEW.on_behalf_of <> '' THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only a gateway writes on behalf of somebody';
    END IF;
    IF NOT event_is_true(NEW) AND NOT review_event_is_true(NEW) AND NOT tenant_event_is_true(NEW)
            AND NOT item_event_is_true(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'an event tells what its actor did, once';
    END IF;
    RETURN NEW;
END $$
-- ;;

-- Triggers ------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_item_acts_insert BEFORE INSERT ON item_acts FOR EACH ROW
EXECUTE FUNCTION item_acts_guard()
-- ;;
CREATE TRIGGER tr_item_acts_update BEFORE UPDATE ON item_acts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'what was recorded of an item is never changed')
-- ;;
CREATE TRIGGER tr_item_acts_delete BEFORE DELETE ON item_acts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'what was recorded of an item is never deleted')
-- ;;
CREATE TRIGGER tr_item_acts_truncate BEFORE TRUNCATE ON item_acts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'what was recorded of an item is never deleted')
-- ;;

-- Rights --------------------------------------------------------------------------------------------------------------

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA gatehouse FROM PUBLIC
-- ;;
GRANT SELECT, INSERT ON item_acts TO gatehouse_operators
-- ;;
GRANT UPDATE (playbook_version, approver_role, deciders) ON partners TO gatehouse_operators
