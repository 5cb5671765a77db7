-- min_compatible: 2
-- What happens around a decision: verdicts on documents, questions to the partner, who reviews, and the first of two
-- approvals. The rules that 0001_workspace.sql begins with hold here too; its twin is ../sqlite/0002_review.sql.
--
-- A program of schema 1 is kept out: it would enter partners without saying how many people approve them, where its
-- playbook asks for two, decide without the first approval and file without closing what was asked of the partner.

ALTER TABLE partners ADD COLUMN deciders BIGINT NOT NULL DEFAULT 1
    CONSTRAINT ck_partners_deciders CHECK (deciders IN (1, 2))
-- ;;
ALTER TABLE partner_approvals ADD COLUMN seen TEXT COLLATE "C" NOT NULL DEFAULT '[]'
    CONSTRAINT ck_partner_approvals_seen CHECK (seen ~ '^\[.*\]$')
-- ;;
ALTER TABLE partner_approvals ADD COLUMN review_seconds BIGINT NOT NULL DEFAULT 0
    CONSTRAINT ck_partner_approvals_review_seconds CHECK (review_seconds >= 0)
-- ;;
ALTER TABLE partner_approvals ADD COLUMN endorsement TEXT COLLATE "C" NOT NULL DEFAULT ''
    CONSTRAINT ck_partner_approvals_endorsement CHECK (length(endorsement) <= 64)
-- ;;
-- NOT VALID: rows of before are left alone. A document is at most as large as domain::documentMostBytes, and its object
-- stands where the program puts it: a store reads nothing else.
ALTER TABLE dossier_documents
    ADD CONSTRAINT ck_dossier_documents_size_most CHECK (size <= 104857600) NOT VALID,
    ADD CONSTRAINT ck_dossier_documents_object_place CHECK (length(object_key) <= 200
        AND object_key ~ '^partners(/[A-Za-z0-9_-][A-Za-z0-9._-]*){3}$') NOT VALID
-- ;;
-- Of one document the last row counts.
CREATE TABLE document_verdicts (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    comment TEXT COLLATE "C" NOT NULL,
    judged_by TEXT COLLATE "C" NOT NULL,
    judged_at BIGINT NOT NULL,
    CONSTRAINT uq_document_verdicts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_document_verdicts_id UNIQUE (id),
    CONSTRAINT fk_document_verdicts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT fk_document_verdicts_document_id FOREIGN KEY (document_id) REFERENCES dossier_documents (id),
    CONSTRAINT ck_document_verdicts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_document_verdicts_answer CHECK (answer IN ('accepted', 'asked_again')),
    CONSTRAINT ck_document_verdicts_reason CHECK ((reason = '') = (answer = 'accepted')),
    CONSTRAINT ck_document_verdicts_judged_by CHECK (length(judged_by) BETWEEN 1 AND 255)
)
-- ;;
-- `ending` is empty while the request is open.
CREATE TABLE partner_requests (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    document_kind TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    asked_of TEXT COLLATE "C" NOT NULL,
    asked_by TEXT COLLATE "C" NOT NULL,
    asked_at BIGINT NOT NULL,
    ending TEXT COLLATE "C" NOT NULL,
    closed_at BIGINT,
    closed_by TEXT COLLATE "C",
    answer TEXT COLLATE "C" NOT NULL,
    CONSTRAINT uq_partner_requests_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_partner_requests_id UNIQUE (id),
    CONSTRAINT fk_partner_requests_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_partner_requests_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partner_requests_text CHECK (length(text) >= 1),
    CONSTRAINT ck_partner_requests_asked_by CHECK (length(asked_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_partner_requests_ending
        CHECK (ending IN ('', 'answered', 'filed', 'accepted', 'decided', 'withdrawn')),
    CONSTRAINT ck_partner_requests_closed
        CHECK ((closed_at IS NULL) = (ending = '') AND (closed_by IS NULL) = (ending = '')),
    CONSTRAINT ck_partner_requests_answer CHECK (answer = '' OR ending IN ('answered', 'withdrawn'))
)
-- ;;
-- Of one kind the last row counts, until the next decision. Nothing is put off for more than 30 days.
CREATE TABLE review_acts (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    after_decision BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    until BIGINT,
    note TEXT COLLATE "C" NOT NULL,
    acted_by TEXT COLLATE "C" NOT NULL,
    acted_at BIGINT NOT NULL,
    CONSTRAINT uq_review_acts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_review_acts_id UNIQUE (id),
    CONSTRAINT fk_review_acts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_review_acts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_review_acts_kind CHECK (kind IN ('assigned', 'snoozed', 'escalated')),
    CONSTRAINT ck_review_acts_subject CHECK (subject = '' OR kind <> 'snoozed'),
    CONSTRAINT ck_review_acts_until CHECK (until IS NULL OR (kind = 'snoozed' AND until <= acted_at + 2592000000)),
    CONSTRAINT ck_review_acts_acted_by CHECK (length(acted_by) BETWEEN 1 AND 255)
)
-- ;;
-- The first of two approvals, where two people decide. `evidence` is JSON and not rows of approval_evidence: those
-- belong to decisions. SQLite lets no schema that it doesn't trust read JSON, so the rules see the text alone.
CREATE TABLE approval_endorsements (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    notes TEXT COLLATE "C" NOT NULL,
    partner_comment TEXT COLLATE "C" NOT NULL,
    policy_document TEXT COLLATE "C" NOT NULL,
    reviewed_digest TEXT COLLATE "C" NOT NULL,
    dossier_revision BIGINT NOT NULL,
    evidence TEXT COLLATE "C" NOT NULL,
    endorsed_by TEXT COLLATE "C" NOT NULL,
    endorsed_role TEXT COLLATE "C" NOT NULL,
    endorsed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT uq_approval_endorsements_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_approval_endorsements_id UNIQUE (id),
    CONSTRAINT fk_approval_endorsements_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_approval_endorsements_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_approval_endorsements_dossier_revision CHECK (dossier_revision >= 0),
    CONSTRAINT ck_approval_endorsements_endorsed_by CHECK (length(endorsed_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_approval_endorsements_expires_at CHECK (expires_at > endorsed_at)
)
-- ;;
-- Who has a review open. Neither history nor proof, so the one table whose rows come and go.
CREATE TABLE review_presence (
    partner_id TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    since BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    CONSTRAINT uq_review_presence_subject PRIMARY KEY (partner_id, subject),
    CONSTRAINT fk_review_presence_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_review_presence_subject CHECK (length(subject) BETWEEN 1 AND 255)
)
-- ;;

-- Rules ---------------------------------------------------------------------------------------------------------------

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
    IF (NEW.id, NEW.slug, NEW.playbook_id, NEW.playbook_version, NEW.approver_role, NEW.deciders, NEW.submitted_by,
            NEW.entered_by, NEW.application, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.slug, OLD.playbook_id, OLD.playbook_version, OLD.approver_role, OLD.deciders,
            OLD.submitted_by, OLD.entered_by, OLD.application, OLD.created_at) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008',
            MESSAGE = 'of a partner only names, region, owner and updated_at change';
    END IF;
    IF NEW.owner IS DISTINCT FROM OLD.owner THEN
        PERFORM check_sets_owner();
    END IF;
    -- Not the writer's word: who dates a change like the last decision would hide it (domain::partnerChangedSince).
    IF (NEW.name, NEW.name_key, NEW.legal_name, NEW.region, NEW.owner)
        IS DISTINCT FROM (OLD.name, OLD.name_key, OLD.legal_name, OLD.region, OLD.owner) THEN
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
-- The times are not the writer's word: what came after a first approval ends it (endorsement_stands).
CREATE FUNCTION partner_contacts_dates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.added_at := transaction_ms();
    ELSIF OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL THEN
        NEW.removed_at := transaction_ms();
    END IF;
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
        NEW.released_at := transaction_ms();
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION check_note(notes TEXT) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    -- What QString::trimmed() takes for white space.
    IF coalesce(length(btrim(notes, E'\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006'
            '\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000')), 0) < 20 THEN
        RAISE EXCEPTION USING ERRCODE = 'GH002', MESSAGE = 'a decision needs a note of at least 20 characters';
    END IF;
END $$
-- ;;
CREATE FUNCTION stands_in_roster(who TEXT, wanted TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = wanted AND subject = who AND released_at IS NULL)
$$
-- ;;
-- Why this subject, acting as that role, may not decide on the partner, as SQLSTATE; NULL: it may. Its grant is held
-- until the transaction ends.
CREATE FUNCTION refusal_of_decider(partner partners, decider TEXT, acts_as TEXT) RETURNS TEXT LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM 1 FROM operators WHERE subject = decider AND role = partner.approver_role AND role = acts_as
        AND revoked_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RETURN 'GH003';
    END IF;
    IF stands_in_roster(decider, partner.id) THEN
        RETURN 'GH004';
    END IF;
    RETURN CASE WHEN partner.submitted_by = decider THEN 'GH009' END;
END $$
-- ;;
CREATE FUNCTION check_decider(partner partners, decider TEXT, acts_as TEXT) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    refusal TEXT := refusal_of_decider(partner, decider, acts_as);
BEGIN
    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = refusal, MESSAGE = CASE refusal
            WHEN 'GH003' THEN 'the decider is not on the allowlist of the role that decides on this partner'
            WHEN 'GH004' THEN 'the decider stands in the roster of this partner'
            ELSE 'the decider submitted this partner' END;
    END IF;
END $$
-- ;;
-- The second of two people decides on what the first one approved, while that stands: until it expires, is used, or
-- something else is decided.
CREATE FUNCTION endorsement_stands(partner partners, made partner_approvals) RETURNS BOOLEAN LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    given approval_endorsements;
BEGIN
    SELECT * INTO given FROM approval_endorsements WHERE id = made.endorsement AND partner_id = partner.id;
    -- The digest is the caller's word; that nothing was filed or changed in the roster since is not.
    RETURN FOUND AND given.reviewed_digest = made.reviewed_digest AND given.endorsed_by <> made.decided_by
        -- A transaction may have begun long before it decides.
        AND given.expires_at > greatest(made.decided_at, extract(epoch FROM clock_timestamp()) * 1000)
        AND made.dossier_revision = given.dossier_revision
        AND given.dossier_revision = (SELECT coalesce(max(revision), 0) FROM dossier_documents
            WHERE partner_id = partner.id)
        AND NOT EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = partner.id
            AND greatest(added_at, removed_at) > given.endorsed_at)
        AND refusal_of_decider(partner, given.endorsed_by, partner.approver_role) IS NULL
        AND NOT EXISTS (SELECT 1 FROM partner_approvals WHERE partner_id = partner.id
            AND (endorsement = given.id OR decided_at > given.endorsed_at));
END $$
-- ;;
-- Is this JSON in the form that store/reviewjson.cpp writes, one item at least? What it can't read would be read by
-- nobody, and keep everybody from the list that it stands in. `item` is a regular expression in which STR begins a
-- string and ends in one of its letters, and INT is a number of nine digits at most.
CREATE FUNCTION is_list_of(given TEXT, item TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT given ~ ('^\[' || whole || '(,' || whole || ')*\]$')
    FROM (SELECT replace(replace(item, 'STR', '"([^"\\]|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})'), 'INT', '(0|[1-9][0-9]{0,8})')
        AS whole) AS one
$$
-- ;;
CREATE OR REPLACE FUNCTION partner_approvals_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    partner partners;
    previous partner_approvals;
BEGIN
    PERFORM queue_for_decision(NEW.id);
    PERFORM check_own_name(NEW.decided_by);
    -- Before the number is taken: an invoice that read the partner as approved holds this row until it has committed,
    -- and a decision under way elsewhere until it has its number.
    PERFORM queue_for_partner(NEW.partner_id);
    SELECT * INTO partner FROM partners WHERE id = NEW.partner_id FOR UPDATE;
    SELECT * INTO previous FROM partner_approvals WHERE partner_id = NEW.partner_id ORDER BY number DESC LIMIT 1;
    IF NEW.number IS DISTINCT FROM 1 + coalesce(previous.number, 0) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011', MESSAGE = 'a decision takes the next number of its partner';
    END IF;
    IF NEW.seen <> '[]' AND NOT is_list_of(NEW.seen,
            '\{"document":STR+","page_count":INT,"pages":STR*","sha256":STR*"\}') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH014', MESSAGE = 'what was seen names documents';
    END IF;
    -- Whoever waited for the lock began before what he waited for: a decision, or a first approval, which this one ends.
    NEW.decided_at := greatest(transaction_ms(), previous.decided_at,
        (SELECT max(endorsed_at) + 1 FROM approval_endorsements WHERE partner_id = NEW.partner_id));
    PERFORM check_note(NEW.notes);
    PERFORM check_decider(partner, NEW.decided_by, NEW.decided_role);
    IF NOT EXISTS (SELECT 1 FROM approval_evidence WHERE decision_id = NEW.id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH012', MESSAGE = 'a decision cites evidence';
    END IF;
    IF (NEW.endorsement <> '' OR (NEW.verdict = 'approved' AND partner.deciders = 2))
        AND NOT endorsement_stands(partner, NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH013',
            MESSAGE = 'two people approve this partner: the first approval is missing, or no longer stands';
    END IF;
    RETURN NEW;
END $$
-- ;;
-- The partner, for a row of its review: whoever decides on it, files for it or reviews it at the same time waits.
CREATE FUNCTION partner_in_review(wanted TEXT) RETURNS partners LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    partner partners;
BEGIN
    PERFORM queue_for_partner(wanted);
    SELECT * INTO partner FROM partners WHERE id = wanted FOR UPDATE;
    RETURN partner;
END $$
-- ;;
CREATE FUNCTION check_next_number(given BIGINT, last BIGINT) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF given IS DISTINCT FROM 1 + coalesce(last, 0) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011', MESSAGE = 'a row takes the next number of its partner';
    END IF;
END $$
-- ;;
CREATE FUNCTION check_holds_role(VARIADIC wanted TEXT[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF NOT holds_role(VARIADIC wanted) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'no role of this login allows that';
    END IF;
END $$
-- ;;
-- After the partner is locked, or its roster could change meanwhile.
CREATE FUNCTION check_outside(wanted TEXT) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF stands_in_roster(session_user, wanted) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH004',
            MESSAGE = 'who stands in the roster of a partner neither reviews it nor speaks for us to it';
    END IF;
END $$
-- ;;
CREATE FUNCTION document_verdicts_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    partner partners;
BEGIN
    PERFORM check_own_name(NEW.judged_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    partner := partner_in_review(NEW.partner_id);
    PERFORM check_next_number(NEW.number,
        (SELECT max(number) FROM document_verdicts WHERE partner_id = NEW.partner_id));
    PERFORM check_decider(partner, NEW.judged_by, partner.approver_role);
    IF NOT EXISTS (SELECT 1 FROM dossier_documents WHERE id = NEW.document_id AND partner_id = NEW.partner_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a verdict is on a document of its partner';
    END IF;
    NEW.judged_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION partner_requests_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.asked_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin', 'customer_success');
    PERFORM partner_in_review(NEW.partner_id);
    PERFORM check_next_number(NEW.number, (SELECT max(number) FROM partner_requests WHERE partner_id = NEW.partner_id));
    PERFORM check_outside(NEW.partner_id);
    IF NEW.ending <> '' THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a request begins open';
    END IF;
    NEW.asked_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- A filing of the kind that was asked for closes a request, and so does the acceptance of a document of that kind, and a
-- decision: each comes first, in the same transaction, with its own guard.
CREATE FUNCTION ends_as_told(closed partner_requests) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CASE closed.ending
        WHEN 'filed' THEN EXISTS (SELECT 1 FROM dossier_documents AS filed
            WHERE filed.partner_id = closed.partner_id AND filed.kind = closed.document_kind
                AND filed.xmin = CAST(pg_current_xact_id() AS xid))
        WHEN 'accepted' THEN EXISTS (SELECT 1 FROM document_verdicts AS given
            JOIN dossier_documents AS judged ON judged.id = given.document_id
            WHERE given.partner_id = closed.partner_id AND given.answer = 'accepted'
                AND judged.kind = closed.document_kind AND given.xmin = CAST(pg_current_xact_id() AS xid))
        ELSE EXISTS (SELECT 1 FROM partner_approvals AS made
            WHERE made.partner_id = closed.partner_id AND made.xmin = CAST(pg_current_xact_id() AS xid))
    END
$$
-- ;;
-- By word, whoever may ask may close.
CREATE FUNCTION partner_requests_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF OLD.ending <> '' OR NEW.ending = ''
        OR (NEW.partner_id, NEW.number, NEW.id, NEW.document_kind, NEW.text, NEW.asked_of, NEW.asked_by, NEW.asked_at)
            IS DISTINCT FROM (OLD.partner_id, OLD.number, OLD.id, OLD.document_kind, OLD.text, OLD.asked_of,
                OLD.asked_by, OLD.asked_at) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a request is closed once; nothing else of it changes';
    END IF;
    PERFORM check_own_name(NEW.closed_by);
    PERFORM partner_in_review(OLD.partner_id);
    IF NEW.ending IN ('answered', 'withdrawn') THEN
        PERFORM check_holds_role('root_admin', 'tenant_admin', 'customer_success');
        PERFORM check_outside(OLD.partner_id);
    ELSIF NOT ends_as_told(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'a request ends as this transaction ended it';
    END IF;
    NEW.closed_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION review_acts_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.acted_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    PERFORM partner_in_review(NEW.partner_id);
    PERFORM check_next_number(NEW.number, (SELECT max(number) FROM review_acts WHERE partner_id = NEW.partner_id));
    PERFORM check_outside(NEW.partner_id);
    IF NEW.after_decision IS DISTINCT FROM (SELECT coalesce(max(number), 0) FROM partner_approvals
            WHERE partner_id = NEW.partner_id)
        OR NEW.revision IS DISTINCT FROM (SELECT coalesce(max(revision), 0) FROM dossier_documents
            WHERE partner_id = NEW.partner_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011',
            MESSAGE = 'an act names the decision and the revision that it follows';
    END IF;
    NEW.acted_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION approval_endorsements_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    partner partners;
BEGIN
    PERFORM check_own_name(NEW.endorsed_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    partner := partner_in_review(NEW.partner_id);
    PERFORM check_next_number(NEW.number,
        (SELECT max(number) FROM approval_endorsements WHERE partner_id = NEW.partner_id));
    PERFORM check_note(NEW.notes);
    PERFORM check_decider(partner, NEW.endorsed_by, NEW.endorsed_role);
    IF NOT is_list_of(NEW.evidence,
            '\{"kind":"(document|policy|link)","page":INT,"sha256":STR*","target":STR+"\}') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH012', MESSAGE = 'an endorsement cites evidence';
    END IF;
    -- Whoever waited for a decision began before it.
    NEW.endorsed_at := greatest(transaction_ms(), (SELECT max(decided_at) FROM partner_approvals
        WHERE partner_id = NEW.partner_id));
    NEW.expires_at := least(NEW.expires_at, NEW.endorsed_at + 2592000000);
    RETURN NEW;
END $$
-- ;;
-- A heartbeat every minute, so it waits for nobody's decision.
CREATE FUNCTION review_presence_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM check_own_name(OLD.subject);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM check_own_name(NEW.subject);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    IF TG_OP = 'UPDATE' AND (NEW.partner_id, NEW.subject) IS DISTINCT FROM (OLD.partner_id, OLD.subject) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'nobody hands his presence on';
    END IF;
    NEW.seen_at := transaction_ms();
    IF TG_OP = 'INSERT' OR NEW.since IS DISTINCT FROM OLD.since THEN
        NEW.since := NEW.seen_at;
    END IF;
    RETURN NEW;
END $$
-- ;;
-- Like event_is_true, of what happens around a decision: an event for each row, told by who wrote it. What was asked and
-- answered it tells in the row's own words.
CREATE FUNCTION review_event_is_true(told events) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CASE
        -- event_is_true knows those of the transaction's own time; one that comes after a later one is dated after that.
        WHEN told.type = 'partner.updated' THEN
            EXISTS (SELECT 1 FROM partners WHERE id = told.partner_id AND updated_at > transaction_ms()
                AND xmin = CAST(pg_current_xact_id() AS xid))
            AND (holds_role('root_admin', 'tenant_admin') OR is_staff_of(told.partner_id))
        -- A document may be judged again.
        WHEN told.type IN ('partner.document_accepted', 'partner.document_asked_again') THEN
            (SELECT count(*) FROM document_verdicts WHERE document_id = told.subject AND partner_id = told.partner_id
                AND 'partner.document_' || answer = told.type AND judged_by = session_user)
            > (SELECT count(*) FROM events WHERE partner_id = told.partner_id AND subject = told.subject
                AND type = told.type AND actor = session_user)
        WHEN told.type = 'workspace.objects_swept' THEN
            told.partner_id IS NULL AND told.subject = '' AND holds_role('root_admin')
        WHEN EXISTS (SELECT 1 FROM events WHERE partner_id = told.partner_id AND subject = told.subject
            AND type = told.type) THEN FALSE
        WHEN told.type IN ('partner.review_assigned', 'partner.review_snoozed', 'partner.review_escalated') THEN
            EXISTS (SELECT 1 FROM review_acts WHERE id = told.subject AND partner_id = told.partner_id
                AND 'partner.review_' || kind = told.type AND acted_by = session_user)
        WHEN told.type = 'partner.asked' THEN
            EXISTS (SELECT 1 FROM partner_requests WHERE id = told.subject AND partner_id = told.partner_id
                AND asked_by = session_user
                AND CAST(told.state_after AS jsonb) @> jsonb_build_object('text', text, 'kind', document_kind,
                    'asked_of', asked_of))
        WHEN told.type = 'partner.answered' THEN
            EXISTS (SELECT 1 FROM partner_requests WHERE id = told.subject AND partner_id = told.partner_id
                AND closed_by = session_user
                AND CAST(told.state_after AS jsonb) @> jsonb_build_object('text', text, 'end', ending,
                    'answer', answer))
        WHEN told.type = 'partner.approval_endorsed' THEN
            EXISTS (SELECT 1 FROM approval_endorsements WHERE id = told.subject AND partner_id = told.partner_id
                AND endorsed_by = session_user)
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
    IF NOT event_is_true(NEW) AND NOT review_event_is_true(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'an event tells what its actor did, once';
    END IF;
    RETURN NEW;
END $$
-- ;;

-- Triggers ------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_partner_contacts_write_dates BEFORE INSERT OR UPDATE ON partner_contacts FOR EACH ROW
EXECUTE FUNCTION partner_contacts_dates()
-- ;;
CREATE TRIGGER tr_document_verdicts_insert BEFORE INSERT ON document_verdicts FOR EACH ROW
EXECUTE FUNCTION document_verdicts_guard()
-- ;;
CREATE TRIGGER tr_document_verdicts_update BEFORE UPDATE ON document_verdicts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'verdicts are never changed')
-- ;;
CREATE TRIGGER tr_document_verdicts_delete BEFORE DELETE ON document_verdicts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'verdicts are never deleted')
-- ;;
CREATE TRIGGER tr_document_verdicts_truncate BEFORE TRUNCATE ON document_verdicts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'verdicts are never deleted')
-- ;;
CREATE TRIGGER tr_partner_requests_insert BEFORE INSERT ON partner_requests FOR EACH ROW
EXECUTE FUNCTION partner_requests_insert_guard()
-- ;;
CREATE TRIGGER tr_partner_requests_update BEFORE UPDATE ON partner_requests FOR EACH ROW
EXECUTE FUNCTION partner_requests_update_guard()
-- ;;
CREATE TRIGGER tr_partner_requests_delete BEFORE DELETE ON partner_requests FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'requests are never deleted')
-- ;;
CREATE TRIGGER tr_partner_requests_truncate BEFORE TRUNCATE ON partner_requests FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'requests are never deleted')
-- ;;
CREATE TRIGGER tr_review_acts_insert BEFORE INSERT ON review_acts FOR EACH ROW
EXECUTE FUNCTION review_acts_guard()
-- ;;
CREATE TRIGGER tr_review_acts_update BEFORE UPDATE ON review_acts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'acts are never changed')
-- ;;
CREATE TRIGGER tr_review_acts_delete BEFORE DELETE ON review_acts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'acts are never deleted')
-- ;;
CREATE TRIGGER tr_review_acts_truncate BEFORE TRUNCATE ON review_acts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'acts are never deleted')
-- ;;
CREATE TRIGGER tr_approval_endorsements_insert BEFORE INSERT ON approval_endorsements FOR EACH ROW
EXECUTE FUNCTION approval_endorsements_guard()
-- ;;
-- Who decides with an older snapshot doesn't see it, and could not end it.
CREATE TRIGGER tr_approval_endorsements_touch AFTER INSERT ON approval_endorsements FOR EACH ROW
EXECUTE FUNCTION partner_contacts_touch()
-- ;;
CREATE TRIGGER tr_approval_endorsements_update BEFORE UPDATE ON approval_endorsements FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'endorsements are never changed')
-- ;;
CREATE TRIGGER tr_approval_endorsements_delete BEFORE DELETE ON approval_endorsements FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'endorsements are never deleted')
-- ;;
CREATE TRIGGER tr_approval_endorsements_truncate BEFORE TRUNCATE ON approval_endorsements FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'endorsements are never deleted')
-- ;;
CREATE TRIGGER tr_review_presence_write BEFORE INSERT OR UPDATE OR DELETE ON review_presence FOR EACH ROW
EXECUTE FUNCTION review_presence_guard()
-- ;;
CREATE TRIGGER tr_review_presence_truncate BEFORE TRUNCATE ON review_presence FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'whoever looks leaves by himself')
-- ;;

-- Rights --------------------------------------------------------------------------------------------------------------

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA gatehouse FROM PUBLIC
-- ;;
GRANT SELECT, INSERT ON document_verdicts, partner_requests, review_acts, approval_endorsements, review_presence
    TO gatehouse_operators
-- ;;
GRANT UPDATE (ending, closed_at, closed_by, answer) ON partner_requests TO gatehouse_operators
-- ;;
GRANT UPDATE (since, seen_at), DELETE ON review_presence TO gatehouse_operators
