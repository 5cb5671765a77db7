-- min_compatible: 1
-- The schema of a team's workspace. Its twin is ../sqlite/0001_workspace.sql: same tables, columns, constraint names and
-- rules. Statements end at a line "-- ;;", because a function holds semicolons of its own.
--
-- The rules hold for every login that may write, psql and COPY included. Trust ends at who owns the schema: an owner can
-- disable triggers. Functions run with their owner's rights, so that a login that may only insert an invoice still gets
-- the partner's row read and locked; session_user remains the login. Their search_path is fixed. Being in
-- gatehouse_operators lets a login try; what it may do is its role's or its roster's to say (check_writes).
--
-- A rule raises SQLSTATE GHnnn; store/storeerror.cpp turns it into an error.

CREATE TABLE meta (
    singleton BIGINT NOT NULL,
    workspace_id TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    object_folder TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY (singleton),
    CONSTRAINT ck_meta_singleton CHECK (singleton = 1),
    CONSTRAINT ck_meta_workspace_id CHECK (length(workspace_id) BETWEEN 1 AND 64)
)
-- ;;
CREATE TABLE partners (
    id TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    legal_name TEXT COLLATE "C" NOT NULL,
    playbook_id TEXT COLLATE "C" NOT NULL,
    playbook_version BIGINT NOT NULL,
    approver_role TEXT COLLATE "C",
    region TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    submitted_by TEXT COLLATE "C" NOT NULL,
    entered_by TEXT COLLATE "C" NOT NULL,
    application TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    approved_at BIGINT,
    approved_by TEXT COLLATE "C",
    CONSTRAINT pk_partners PRIMARY KEY (id),
    CONSTRAINT uq_partners_slug UNIQUE (slug),
    CONSTRAINT ck_partners_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partners_slug CHECK (length(slug) BETWEEN 1 AND 255),
    CONSTRAINT ck_partners_name CHECK (length(name) BETWEEN 1 AND 1000),
    CONSTRAINT ck_partners_playbook_version CHECK (playbook_version >= 1),
    CONSTRAINT ck_partners_approver_role CHECK (approver_role IN ('root_admin', 'tenant_admin')),
    CONSTRAINT ck_partners_submitted_by CHECK (length(submitted_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_partners_entered_by CHECK (length(entered_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_partners_approved CHECK ((approved_at IS NULL) = (approved_by IS NULL))
)
-- ;;
-- The name, case-folded by the program: how people look a partner up.
CREATE INDEX ix_partners_name_key ON partners (name_key)
-- ;;
CREATE TABLE partner_contacts (
    id TEXT COLLATE "C" NOT NULL,
    partner_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    phone TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    added_at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT COLLATE "C",
    released_at BIGINT,
    CONSTRAINT pk_partner_contacts PRIMARY KEY (id),
    CONSTRAINT fk_partner_contacts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_partner_contacts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partner_contacts_subject CHECK (length(subject) BETWEEN 1 AND 255),
    CONSTRAINT ck_partner_contacts_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CONSTRAINT ck_partner_contacts_released CHECK (released_at IS NULL OR removed_at IS NOT NULL)
)
-- ;;
-- A removed contact keeps its subject until its identity is deactivated.
CREATE UNIQUE INDEX uq_partner_contacts_subject ON partner_contacts (subject) WHERE released_at IS NULL
-- ;;
CREATE INDEX ix_partner_contacts_partner ON partner_contacts (partner_id, added_at, id)
-- ;;
CREATE TABLE dossier_documents (
    partner_id TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    object_key TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    file_name TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    valid_until TEXT COLLATE "C",
    filed_by TEXT COLLATE "C" NOT NULL,
    filed_at BIGINT NOT NULL,
    CONSTRAINT uq_dossier_documents_revision PRIMARY KEY (partner_id, revision),
    CONSTRAINT uq_dossier_documents_id UNIQUE (id),
    CONSTRAINT fk_dossier_documents_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_dossier_documents_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_dossier_documents_kind CHECK (length(kind) BETWEEN 1 AND 64),
    CONSTRAINT ck_dossier_documents_object_key
        CHECK (length(object_key) <= 1024 AND starts_with(object_key, 'partners/' || partner_id || '/')),
    CONSTRAINT ck_dossier_documents_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_dossier_documents_size CHECK (size >= 1),
    CONSTRAINT ck_dossier_documents_valid_until
        CHECK (valid_until ~ '^[0-9]{4}-[01][0-9]-[0-3][0-9]$'),
    CONSTRAINT ck_dossier_documents_filed_by CHECK (length(filed_by) BETWEEN 1 AND 255)
)
-- ;;
CREATE TABLE operators (
    subject TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    granted_by TEXT COLLATE "C" NOT NULL,
    granted_at BIGINT NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT COLLATE "C",
    CONSTRAINT uq_operators_number PRIMARY KEY (subject, role, number),
    CONSTRAINT ck_operators_subject CHECK (length(subject) BETWEEN 1 AND 255),
    CONSTRAINT ck_operators_role CHECK (role IN ('root_admin', 'tenant_admin', 'integration_manager',
        'customer_success', 'support', 'partner_admin', 'auditor')),
    CONSTRAINT ck_operators_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
)
-- ;;
CREATE UNIQUE INDEX uq_operators_subject_role ON operators (subject, role) WHERE revoked_at IS NULL
-- ;;
CREATE TABLE partner_approvals (
    partner_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    verdict TEXT COLLATE "C" NOT NULL,
    finality TEXT COLLATE "C" NOT NULL,
    notes TEXT COLLATE "C" NOT NULL,
    partner_comment TEXT COLLATE "C" NOT NULL,
    policy_document TEXT COLLATE "C" NOT NULL,
    reviewed_digest TEXT COLLATE "C" NOT NULL,
    dossier_revision BIGINT NOT NULL,
    decided_by TEXT COLLATE "C" NOT NULL,
    decided_role TEXT COLLATE "C" NOT NULL,
    decided_at BIGINT NOT NULL,
    CONSTRAINT uq_partner_approvals_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_partner_approvals_id UNIQUE (id),
    CONSTRAINT fk_partner_approvals_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_partner_approvals_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partner_approvals_verdict CHECK (verdict IN ('approved', 'rejected')),
    CONSTRAINT ck_partner_approvals_finality CHECK (finality = 'retry' OR (finality = 'final' AND verdict = 'rejected')),
    CONSTRAINT ck_partner_approvals_dossier_revision CHECK (dossier_revision >= 0),
    CONSTRAINT ck_partner_approvals_decided_by CHECK (length(decided_by) BETWEEN 1 AND 255)
)
-- ;;
-- Rows come before the decision that cites them, in its transaction: so a decision can be held to having some, and a
-- decision that is there takes no more.
CREATE TABLE approval_evidence (
    decision_id TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    page BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    CONSTRAINT uq_approval_evidence_position PRIMARY KEY (decision_id, position),
    CONSTRAINT fk_approval_evidence_decision_id FOREIGN KEY (decision_id) REFERENCES partner_approvals (id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_approval_evidence_position CHECK (position >= 1),
    CONSTRAINT ck_approval_evidence_kind CHECK (kind IN ('document', 'policy', 'link')),
    CONSTRAINT ck_approval_evidence_target CHECK (length(target) >= 1),
    CONSTRAINT ck_approval_evidence_page CHECK (page >= 0),
    CONSTRAINT ck_approval_evidence_sha256 CHECK (length(sha256) IN (0, 64))
)
-- ;;
CREATE SEQUENCE events_number AS BIGINT
-- ;;
-- Numbers ascend in the order of the commits (see events_guard), with gaps where a transaction was rolled back.
CREATE TABLE events (
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    on_behalf_of TEXT COLLATE "C" NOT NULL,
    os_user TEXT COLLATE "C" NOT NULL,
    partner_id TEXT COLLATE "C",
    subject TEXT COLLATE "C" NOT NULL,
    state_before TEXT COLLATE "C" NOT NULL,
    state_after TEXT COLLATE "C" NOT NULL,
    request_id TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (number),
    CONSTRAINT uq_events_id UNIQUE (id),
    CONSTRAINT ck_events_number CHECK (number >= 1),
    CONSTRAINT ck_events_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_events_type CHECK (length(type) BETWEEN 1 AND 64),
    CONSTRAINT ck_events_actor CHECK (length(actor) BETWEEN 1 AND 255)
)
-- ;;
CREATE INDEX ix_events_partner ON events (partner_id, number)
-- ;;
CREATE TABLE receipts (
    request_id TEXT COLLATE "C" NOT NULL,
    operation TEXT COLLATE "C" NOT NULL,
    request_digest TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    os_user TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    result TEXT COLLATE "C" NOT NULL,
    CONSTRAINT uq_receipts_request_id PRIMARY KEY (request_id),
    CONSTRAINT ck_receipts_request_id CHECK (length(request_id) BETWEEN 1 AND 255),
    CONSTRAINT ck_receipts_request_digest CHECK (length(request_digest) = 64),
    CONSTRAINT ck_receipts_actor CHECK (length(actor) BETWEEN 1 AND 255)
)
-- ;;
-- Rows of the product that an approval guards.
CREATE TABLE invoices (
    id TEXT COLLATE "C" NOT NULL,
    partner_id TEXT COLLATE "C" NOT NULL,
    created_by TEXT COLLATE "C" NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT pk_invoices PRIMARY KEY (id),
    CONSTRAINT fk_invoices_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_invoices_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_invoices_amount_minor CHECK (amount_minor >= 0),
    CONSTRAINT ck_invoices_currency CHECK (currency ~ '^[A-Z]{3}$')
)
-- ;;
CREATE TABLE receipts_uploaded (
    id TEXT COLLATE "C" NOT NULL,
    invoice_id TEXT COLLATE "C" NOT NULL,
    partner_id TEXT COLLATE "C" NOT NULL,
    object_key TEXT COLLATE "C" NOT NULL,
    uploaded_at BIGINT NOT NULL,
    CONSTRAINT pk_receipts_uploaded PRIMARY KEY (id),
    CONSTRAINT fk_receipts_uploaded_invoice_id FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT fk_receipts_uploaded_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_receipts_uploaded_id CHECK (length(id) BETWEEN 1 AND 64)
)
-- ;;

-- Rules --------------------------------------------------------------------------------------------------------------

-- Arguments: SQLSTATE, text.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = TG_ARGV[0], MESSAGE = TG_ARGV[1];
END $$
-- ;;
-- Milliseconds of this transaction's beginning.
CREATE FUNCTION transaction_ms() RETURNS BIGINT LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CAST(floor(extract(epoch FROM transaction_timestamp()) * 1000) AS BIGINT)
$$
-- ;;
-- A row says who wrote it; that is the login and nobody else.
CREATE FUNCTION check_own_name(given TEXT) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF given IS DISTINCT FROM session_user THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'a login writes in its own name only';
    END IF;
END $$
-- ;;
-- Who may write what is the table in models/domain/permissions.cpp; the guards below repeat its columns of writing for a
-- login that goes past the program. A login acts by the roles it holds; one that holds none, or is a partner_admin,
-- acts for the partner in whose roster it stands.
CREATE FUNCTION holds_role(VARIADIC wanted TEXT[]) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM operators WHERE subject = session_user AND role = ANY (wanted) AND revoked_at IS NULL)
$$
-- ;;
CREATE FUNCTION is_staff() RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT holds_role('partner_admin')
        OR NOT EXISTS (SELECT 1 FROM operators WHERE subject = session_user AND revoked_at IS NULL)
$$
-- ;;
CREATE FUNCTION is_staff_of(partner TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT is_staff() AND EXISTS (SELECT 1 FROM partner_contacts WHERE subject = session_user
        AND released_at IS NULL AND removed_at IS NULL AND partner_id = partner)
$$
-- ;;
CREATE FUNCTION check_writes(partner TEXT, VARIADIC roles TEXT[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF NOT holds_role(VARIADIC roles) AND NOT is_staff_of(partner) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010',
            MESSAGE = 'neither a role of this login nor the roster of this partner allows that';
    END IF;
END $$
-- ;;
-- Who decides on a partner, files for it or invoices it waits here first. The row's own lock is not fair: shares that
-- come one after the other keep a waiting decision out for ever, so a suspension would starve under many invoices. In
-- this queue nobody overtakes. It lasts until the transaction ends.
CREATE FUNCTION queue_for_partner(partner TEXT) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended(partner, 71001))
$$
-- ;;
CREATE FUNCTION queue_for_a_share(partner TEXT) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT pg_advisory_xact_lock_shared(hashtextextended(partner, 71001))
$$
-- ;;
-- Whoever adds evidence to a decision waits here for whoever makes it, and then sees whether it was made.
CREATE FUNCTION queue_for_decision(decision TEXT) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended(decision, 71002))
$$
-- ;;
CREATE FUNCTION meta_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF (NEW.singleton, NEW.workspace_id, NEW.created_at) IS DISTINCT FROM (OLD.singleton, OLD.workspace_id, OLD.created_at) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'what names a workspace never changes';
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION check_sets_owner() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF NOT holds_role('root_admin', 'tenant_admin') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only an admin sets the owner of a partner';
    END IF;
END $$
-- ;;
CREATE FUNCTION partners_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF NEW.approved_at IS NOT NULL OR NEW.approved_by IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH005', MESSAGE = 'a partner is approved by a decision, not by a column';
    END IF;
    PERFORM check_own_name(NEW.entered_by);
    -- The program copies from the playbook whose allowlist decides. A row of raw SQL may not choose it, or a tenant
    -- admin would enter partners that he then approves. Where it names none nobody decides, so nothing opens.
    IF NEW.approver_role <> 'root_admin' AND NOT holds_role('root_admin') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010',
            MESSAGE = 'only a root admin enters a partner on which others decide';
    END IF;
    IF NOT holds_role('root_admin', 'tenant_admin') AND NOT (is_staff() AND NEW.submitted_by = session_user) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only an admin submits for others';
    END IF;
    IF NEW.owner <> '' THEN
        PERFORM check_sets_owner();
    END IF;
    NEW.created_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- When the roster has been written too: who submits for himself stands in it.
CREATE FUNCTION partners_submission_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_writes(NEW.id, 'root_admin', 'tenant_admin');
    RETURN NULL;
END $$
-- ;;
CREATE FUNCTION partners_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    latest partner_approvals;
BEGIN
    -- A touch (partner_contacts_touch).
    IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;
    END IF;
    PERFORM check_writes(OLD.id, 'root_admin', 'tenant_admin');
    IF (NEW.id, NEW.slug, NEW.playbook_id, NEW.playbook_version, NEW.approver_role, NEW.submitted_by, NEW.entered_by,
            NEW.application, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.slug, OLD.playbook_id, OLD.playbook_version, OLD.approver_role, OLD.submitted_by,
            OLD.entered_by, OLD.application, OLD.created_at) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008',
            MESSAGE = 'of a partner only names, region, owner and updated_at change';
    END IF;
    IF NEW.owner IS DISTINCT FROM OLD.owner THEN
        PERFORM check_sets_owner();
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
CREATE FUNCTION partner_contacts_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF NEW.removed_at IS NOT NULL OR NEW.released_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a contact begins in the roster';
    END IF;
    -- Who submits for himself writes the roster in which he will stand.
    IF NOT EXISTS (SELECT 1 FROM partners WHERE id = NEW.partner_id AND created_at = transaction_ms()
            AND entered_by = session_user AND submitted_by = session_user) THEN
        PERFORM check_writes(NEW.partner_id, 'root_admin', 'tenant_admin');
    END IF;
    -- Or a partner's staff could take every decider into its roster, and nobody could suspend it.
    IF NOT holds_role('root_admin', 'tenant_admin')
        AND EXISTS (SELECT 1 FROM operators WHERE subject = NEW.subject AND revoked_at IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only an admin takes an operator into a roster';
    END IF;
    RETURN NEW;
END $$
-- ;;
-- A decider's snapshot may be older than the contact that he became. The row he locks is newer then, so his decision
-- fails with 40001 and is tried again by one who sees the roster.
CREATE FUNCTION partner_contacts_touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    -- Nobody's snapshot holds a partner that this transaction made.
    UPDATE partners SET updated_at = updated_at
    WHERE id = NEW.partner_id AND xmin <> CAST(pg_current_xact_id() AS xid);
    RETURN NULL;
END $$
-- ;;
CREATE FUNCTION partner_contacts_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_writes(OLD.partner_id, 'root_admin', 'tenant_admin');
    IF (NEW.id, NEW.partner_id, NEW.subject, NEW.name, NEW.email, NEW.phone, NEW.role, NEW.added_at)
            IS DISTINCT FROM (OLD.id, OLD.partner_id, OLD.subject, OLD.name, OLD.email, OLD.phone, OLD.role, OLD.added_at)
        OR (OLD.removed_at IS NOT NULL
            AND (NEW.removed_at, NEW.removed_by) IS DISTINCT FROM (OLD.removed_at, OLD.removed_by))
        OR (OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008',
            MESSAGE = 'a contact is removed once and released once; nothing else of it changes';
    END IF;
    IF OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL THEN
        PERFORM check_own_name(NEW.removed_by);
    END IF;
    -- Or a decider could leave the roster to decide on it, by himself or by a friend's hand.
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
        IF OLD.subject = session_user THEN
            RAISE EXCEPTION USING ERRCODE = 'GH004', MESSAGE = 'nobody releases himself from a roster';
        END IF;
        IF NOT holds_role('root_admin', 'tenant_admin') THEN
            RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only an admin releases from a roster';
        END IF;
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION dossier_documents_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.filed_by);
    PERFORM check_writes(NEW.partner_id, 'root_admin');
    PERFORM queue_for_partner(NEW.partner_id);
    PERFORM 1 FROM partners WHERE id = NEW.partner_id FOR UPDATE;
    IF NEW.revision IS DISTINCT FROM 1 + (SELECT coalesce(max(revision), 0) FROM dossier_documents
            WHERE partner_id = NEW.partner_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011', MESSAGE = 'a filing takes the next revision of its partner';
    END IF;
    NEW.filed_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- Grants and revocations are a root admin's. Where none is left, and before the first, whoever owns the schema is one:
-- he could disable this rule anyway.
CREATE FUNCTION check_grants_roles() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF holds_role('root_admin') THEN
        RETURN;
    END IF;
    IF pg_has_role(session_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'gatehouse'), 'MEMBER')
        AND NOT EXISTS (SELECT 1 FROM operators WHERE role = 'root_admin' AND revoked_at IS NULL) THEN
        RETURN;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only a root admin grants and revokes roles';
END $$
-- ;;
CREATE FUNCTION operators_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_grants_roles();
    PERFORM check_own_name(NEW.granted_by);
    IF NEW.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a grant begins unrevoked';
    END IF;
    -- One that is held now is the unique index's to refuse.
    IF NOT EXISTS (SELECT 1 FROM operators WHERE subject = NEW.subject AND role = NEW.role AND revoked_at IS NULL)
        AND NEW.number IS DISTINCT FROM 1 + (SELECT coalesce(max(number), 0) FROM operators
            WHERE subject = NEW.subject AND role = NEW.role) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011', MESSAGE = 'a grant takes the next number of its subject and role';
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION operators_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF (NEW.subject, NEW.role, NEW.number, NEW.name, NEW.granted_by, NEW.granted_at)
            IS DISTINCT FROM (OLD.subject, OLD.role, OLD.number, OLD.name, OLD.granted_by, OLD.granted_at)
        OR (OLD.revoked_at IS NOT NULL
            AND (NEW.revoked_at, NEW.revoked_by) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by)) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a grant is revoked once; nothing else of it changes';
    END IF;
    PERFORM check_grants_roles();
    IF NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL THEN
        PERFORM check_own_name(NEW.revoked_by);
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION partner_approvals_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
    -- Whoever waited for the lock began before the decision he waited for.
    NEW.decided_at := greatest(transaction_ms(), coalesce(previous.decided_at, 0));
    -- What QString::trimmed() takes for white space.
    IF coalesce(length(btrim(NEW.notes, E'\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006'
            '\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000')), 0) < 20 THEN
        RAISE EXCEPTION USING ERRCODE = 'GH002', MESSAGE = 'a decision needs a note of at least 20 characters';
    END IF;
    PERFORM 1 FROM operators WHERE subject = NEW.decided_by AND role = partner.approver_role
        AND role = NEW.decided_role AND revoked_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'GH003',
            MESSAGE = 'the decider is not on the allowlist of the role that decides on this partner';
    END IF;
    IF EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = NEW.partner_id AND subject = NEW.decided_by
            AND released_at IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH004', MESSAGE = 'the decider stands in the roster of this partner';
    END IF;
    IF partner.submitted_by = NEW.decided_by THEN
        RAISE EXCEPTION USING ERRCODE = 'GH009', MESSAGE = 'the decider submitted this partner';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM approval_evidence WHERE decision_id = NEW.id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH012', MESSAGE = 'a decision cites evidence';
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION partner_approvals_stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    UPDATE partners SET
        approved_at = CASE NEW.verdict WHEN 'approved' THEN NEW.decided_at END,
        approved_by = CASE NEW.verdict WHEN 'approved' THEN NEW.decided_by END
    WHERE id = NEW.partner_id;
    RETURN NULL;
END $$
-- ;;
CREATE FUNCTION approval_evidence_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM queue_for_decision(NEW.decision_id);
    IF NOT holds_role('root_admin', 'tenant_admin') THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only an admin decides';
    END IF;
    IF EXISTS (SELECT 1 FROM partner_approvals WHERE id = NEW.decision_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH001', MESSAGE = 'a decision that was made takes no more evidence';
    END IF;
    RETURN NEW;
END $$
-- ;;
-- An event tells of a row that its actor wrote, and of a decision or a filing once: so a decision that is told was made.
-- A change of a partner or of its roster is told in the transaction that made it. Nothing else is told.
CREATE FUNCTION event_is_true(told events) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CASE
        WHEN told.type = 'partner.submitted' THEN
            EXISTS (SELECT 1 FROM partners WHERE id = told.partner_id AND entered_by = session_user)
        WHEN told.type IN ('partner.approved', 'partner.rejected') THEN
            EXISTS (SELECT 1 FROM partner_approvals WHERE id = told.subject AND partner_id = told.partner_id
                AND 'partner.' || verdict = told.type AND decided_by = session_user)
            AND NOT EXISTS (SELECT 1 FROM events WHERE partner_id = told.partner_id AND subject = told.subject
                AND type = told.type)
        WHEN told.type = 'partner.dossier_filed' THEN
            EXISTS (SELECT 1 FROM dossier_documents WHERE id = told.subject AND partner_id = told.partner_id
                AND filed_by = session_user)
            AND NOT EXISTS (SELECT 1 FROM events WHERE partner_id = told.partner_id AND subject = told.subject
                AND type = told.type)
        WHEN told.type = 'partner.contact_removed' THEN
            EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = told.partner_id AND subject = told.subject
                AND removed_by = session_user)
        WHEN told.type = 'operator.added' THEN
            EXISTS (SELECT 1 FROM operators WHERE subject = told.subject AND granted_by = session_user)
        WHEN told.type = 'operator.revoked' THEN
            EXISTS (SELECT 1 FROM operators WHERE subject = told.subject AND revoked_by = session_user)
        WHEN told.type = 'partner.identity_deactivated' THEN holds_role('root_admin', 'tenant_admin')
        WHEN told.type = 'partner.updated' THEN
            EXISTS (SELECT 1 FROM partners WHERE id = told.partner_id AND updated_at = transaction_ms())
            AND (holds_role('root_admin', 'tenant_admin') OR is_staff_of(told.partner_id))
        WHEN told.type = 'partner.contact_added' THEN
            EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = told.partner_id AND subject = told.subject
                AND added_at = transaction_ms())
            AND (holds_role('root_admin', 'tenant_admin') OR is_staff_of(told.partner_id))
        ELSE FALSE
    END
$$
-- ;;
-- The lock lasts until the transaction ends, so a number is seen only after every smaller one: whoever reads on from the
-- last number he saw misses none. Writers queue here between their event and their commit.
CREATE FUNCTION events_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(CAST('gatehouse.events' AS regclass)::oid::bigint);
    NEW.number := nextval('gatehouse.events_number');
    NEW.actor := session_user;
    NEW.at := transaction_ms();
    IF NEW.on_behalf_of <> '' THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'only a gateway writes on behalf of somebody';
    END IF;
    IF NOT event_is_true(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'an event tells what its actor did, once';
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION receipts_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.actor);
    -- Also whoever has just revoked his own role, or left his roster.
    IF NOT EXISTS (SELECT 1 FROM operators WHERE subject = session_user)
        AND NOT EXISTS (SELECT 1 FROM partner_contacts WHERE subject = session_user AND released_at IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'this login never was an operator and stands in no roster';
    END IF;
    NEW.at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- The table of permissions knows no invoices: admins write them, a product's own login as an integration manager, and
-- the partner's roster. FOR SHARE waits for a decision under way and reads the partner as that decision left it; a decision that begins later
-- waits for us.
CREATE FUNCTION invoices_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.created_by);
    PERFORM check_writes(NEW.partner_id, 'root_admin', 'tenant_admin', 'integration_manager');
    PERFORM queue_for_a_share(NEW.partner_id);
    PERFORM 1 FROM partners WHERE id = NEW.partner_id AND approved_at IS NOT NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'GH006', MESSAGE =
            'invoice.create is closed: finish the KYB review of this partner; invoices open with its approval';
    END IF;
    RETURN NEW;
END $$
-- ;;
-- A receipt names its partner and reaches another one through its invoice: both must be approved.
CREATE FUNCTION receipts_uploaded_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    billed TEXT;
    approved BIGINT;
BEGIN
    PERFORM check_writes(NEW.partner_id, 'root_admin', 'tenant_admin', 'integration_manager');
    SELECT partner_id INTO billed FROM invoices WHERE id = NEW.invoice_id FOR SHARE;
    PERFORM queue_for_a_share(partner) FROM (SELECT DISTINCT unnest(ARRAY[NEW.partner_id, billed]) AS partner ORDER BY 1) AS both_partners
    WHERE partner IS NOT NULL;
    SELECT count(*) INTO approved FROM (SELECT 1 FROM partners
        WHERE id IN (NEW.partner_id, billed) AND approved_at IS NOT NULL ORDER BY id FOR SHARE) AS both_partners;
    IF billed IS NULL OR approved <> (CASE WHEN billed = NEW.partner_id THEN 1 ELSE 2 END) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH006', MESSAGE =
            'receipt.upload is closed: finish the KYB review of this partner; receipt uploads open with its approval';
    END IF;
    RETURN NEW;
END $$
-- ;;

-- Triggers -----------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_meta_update BEFORE UPDATE ON meta FOR EACH ROW
EXECUTE FUNCTION meta_guard()
-- ;;
CREATE TRIGGER tr_meta_delete BEFORE DELETE ON meta FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'a workspace keeps its name')
-- ;;
CREATE TRIGGER tr_meta_truncate BEFORE TRUNCATE ON meta FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'a workspace keeps its name')
-- ;;
CREATE TRIGGER tr_partners_insert BEFORE INSERT ON partners FOR EACH ROW
EXECUTE FUNCTION partners_insert_guard()
-- ;;
CREATE CONSTRAINT TRIGGER tr_partners_submission AFTER INSERT ON partners DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
EXECUTE FUNCTION partners_submission_guard()
-- ;;
CREATE TRIGGER tr_partners_update BEFORE UPDATE ON partners FOR EACH ROW
EXECUTE FUNCTION partners_update_guard()
-- ;;
CREATE TRIGGER tr_partners_delete BEFORE DELETE ON partners FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'partners are closed, not deleted')
-- ;;
CREATE TRIGGER tr_partners_truncate BEFORE TRUNCATE ON partners FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'partners are closed, not deleted')
-- ;;
CREATE TRIGGER tr_partner_contacts_insert BEFORE INSERT ON partner_contacts FOR EACH ROW
EXECUTE FUNCTION partner_contacts_insert_guard()
-- ;;
CREATE TRIGGER tr_partner_contacts_touch AFTER INSERT ON partner_contacts FOR EACH ROW
EXECUTE FUNCTION partner_contacts_touch()
-- ;;
CREATE TRIGGER tr_partner_contacts_update BEFORE UPDATE ON partner_contacts FOR EACH ROW
EXECUTE FUNCTION partner_contacts_update_guard()
-- ;;
CREATE TRIGGER tr_partner_contacts_delete BEFORE DELETE ON partner_contacts FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'contacts are removed, not deleted')
-- ;;
CREATE TRIGGER tr_partner_contacts_truncate BEFORE TRUNCATE ON partner_contacts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'contacts are removed, not deleted')
-- ;;
CREATE TRIGGER tr_dossier_documents_insert BEFORE INSERT ON dossier_documents FOR EACH ROW
EXECUTE FUNCTION dossier_documents_guard()
-- ;;
CREATE TRIGGER tr_dossier_documents_update BEFORE UPDATE ON dossier_documents FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'filings are never changed')
-- ;;
CREATE TRIGGER tr_dossier_documents_delete BEFORE DELETE ON dossier_documents FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'filings are never deleted')
-- ;;
CREATE TRIGGER tr_dossier_documents_truncate BEFORE TRUNCATE ON dossier_documents FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'filings are never deleted')
-- ;;
CREATE TRIGGER tr_operators_insert BEFORE INSERT ON operators FOR EACH ROW
EXECUTE FUNCTION operators_insert_guard()
-- ;;
CREATE TRIGGER tr_operators_update BEFORE UPDATE ON operators FOR EACH ROW
EXECUTE FUNCTION operators_update_guard()
-- ;;
CREATE TRIGGER tr_operators_delete BEFORE DELETE ON operators FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'operators are revoked, not deleted')
-- ;;
CREATE TRIGGER tr_operators_truncate BEFORE TRUNCATE ON operators FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'operators are revoked, not deleted')
-- ;;
CREATE TRIGGER tr_partner_approvals_insert BEFORE INSERT ON partner_approvals FOR EACH ROW
EXECUTE FUNCTION partner_approvals_guard()
-- ;;
CREATE TRIGGER tr_partner_approvals_stamp AFTER INSERT ON partner_approvals FOR EACH ROW
EXECUTE FUNCTION partner_approvals_stamp()
-- ;;
CREATE TRIGGER tr_partner_approvals_update BEFORE UPDATE ON partner_approvals FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'decisions are never changed')
-- ;;
CREATE TRIGGER tr_partner_approvals_delete BEFORE DELETE ON partner_approvals FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'decisions are never deleted')
-- ;;
CREATE TRIGGER tr_partner_approvals_truncate BEFORE TRUNCATE ON partner_approvals FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'decisions are never deleted')
-- ;;
CREATE TRIGGER tr_approval_evidence_insert BEFORE INSERT ON approval_evidence FOR EACH ROW
EXECUTE FUNCTION approval_evidence_guard()
-- ;;
CREATE TRIGGER tr_approval_evidence_update BEFORE UPDATE ON approval_evidence FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'evidence is never changed')
-- ;;
CREATE TRIGGER tr_approval_evidence_delete BEFORE DELETE ON approval_evidence FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'evidence is never deleted')
-- ;;
CREATE TRIGGER tr_approval_evidence_truncate BEFORE TRUNCATE ON approval_evidence FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'evidence is never deleted')
-- ;;
CREATE TRIGGER tr_events_insert BEFORE INSERT ON events FOR EACH ROW
EXECUTE FUNCTION events_guard()
-- ;;
CREATE TRIGGER tr_events_update BEFORE UPDATE ON events FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'events are never changed')
-- ;;
CREATE TRIGGER tr_events_delete BEFORE DELETE ON events FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'events are never deleted')
-- ;;
CREATE TRIGGER tr_events_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'events are never deleted')
-- ;;
CREATE TRIGGER tr_receipts_insert BEFORE INSERT ON receipts FOR EACH ROW
EXECUTE FUNCTION receipts_guard()
-- ;;
CREATE TRIGGER tr_receipts_update BEFORE UPDATE ON receipts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'receipts are never changed')
-- ;;
CREATE TRIGGER tr_receipts_delete BEFORE DELETE ON receipts FOR EACH ROW
EXECUTE FUNCTION refuse('GH001', 'receipts are never deleted')
-- ;;
CREATE TRIGGER tr_receipts_truncate BEFORE TRUNCATE ON receipts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH001', 'receipts are never deleted')
-- ;;
CREATE TRIGGER tr_invoices_insert BEFORE INSERT ON invoices FOR EACH ROW
EXECUTE FUNCTION invoices_guard()
-- ;;
CREATE TRIGGER tr_invoices_update BEFORE UPDATE ON invoices FOR EACH ROW
EXECUTE FUNCTION refuse('GH008', 'invoices are never changed')
-- ;;
CREATE TRIGGER tr_invoices_delete BEFORE DELETE ON invoices FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'invoices are closed, not deleted')
-- ;;
CREATE TRIGGER tr_invoices_truncate BEFORE TRUNCATE ON invoices FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'invoices are closed, not deleted')
-- ;;
CREATE TRIGGER tr_receipts_uploaded_insert BEFORE INSERT ON receipts_uploaded FOR EACH ROW
EXECUTE FUNCTION receipts_uploaded_guard()
-- ;;
CREATE TRIGGER tr_receipts_uploaded_update BEFORE UPDATE ON receipts_uploaded FOR EACH ROW
EXECUTE FUNCTION refuse('GH008', 'receipts are never changed')
-- ;;
CREATE TRIGGER tr_receipts_uploaded_delete BEFORE DELETE ON receipts_uploaded FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'receipts are closed, not deleted')
-- ;;
CREATE TRIGGER tr_receipts_uploaded_truncate BEFORE TRUNCATE ON receipts_uploaded FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'receipts are closed, not deleted')
-- ;;

-- Rights -------------------------------------------------------------------------------------------------------------

-- Roles belong to the whole cluster: another database's workspace may have made it, at this very moment even.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'gatehouse_operators') THEN
        CREATE ROLE gatehouse_operators NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$
-- ;;
-- Or a login could hang them on a table of its own, where they would still run with the owner's rights.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA gatehouse FROM PUBLIC
-- ;;
GRANT USAGE ON SCHEMA gatehouse TO gatehouse_operators
-- ;;
GRANT EXECUTE ON FUNCTION queue_for_partner(TEXT) TO gatehouse_operators
-- ;;
GRANT SELECT ON ALL TABLES IN SCHEMA gatehouse TO gatehouse_operators
-- ;;
GRANT INSERT ON partners, partner_contacts, dossier_documents, operators, partner_approvals, approval_evidence, events,
    receipts, invoices, receipts_uploaded TO gatehouse_operators
-- ;;
GRANT UPDATE (name, name_key, legal_name, region, owner, updated_at) ON partners TO gatehouse_operators
-- ;;
GRANT UPDATE (removed_at, removed_by, released_at) ON partner_contacts TO gatehouse_operators
-- ;;
GRANT UPDATE (revoked_at, revoked_by) ON operators TO gatehouse_operators
