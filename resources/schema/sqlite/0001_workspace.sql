-- min_compatible: 1
-- The schema of an embedded workspace. Its twin is ../postgres/0001_workspace.sql: same tables, columns, constraint
-- names and rules. Statements end at a line "-- ;;", because a trigger holds semicolons of its own.
--
-- The rules hold for raw SQL too, whatever a client switches off: foreign keys are on only where a connection asks for
-- them, and REPLACE deletes rows without their DELETE triggers unless recursive triggers are on. So every table refuses
-- an INSERT that would meet an existing row, unique columns never change, and tables with text keys have no rowid by
-- which a row could be replaced.
--
-- A rule answers "GHnnn text"; store/storeerror.cpp turns the number into an error. GH020 names the unique constraint.

CREATE TABLE meta (
    singleton INTEGER NOT NULL,
    workspace_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    object_folder TEXT NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY (singleton),
    CONSTRAINT ck_meta_singleton CHECK (singleton = 1),
    CONSTRAINT ck_meta_workspace_id CHECK (length(workspace_id) BETWEEN 1 AND 64)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE partners (
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    playbook_id TEXT NOT NULL,
    playbook_version INTEGER NOT NULL,
    approver_role TEXT,
    region TEXT NOT NULL,
    owner TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    application TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    approved_at INTEGER,
    approved_by TEXT,
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
) STRICT, WITHOUT ROWID
-- ;;
-- The name, case-folded by the program: how people look a partner up.
CREATE INDEX ix_partners_name_key ON partners (name_key)
-- ;;
CREATE TABLE partner_contacts (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    role TEXT NOT NULL,
    subject TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    removed_by TEXT,
    released_at INTEGER,
    CONSTRAINT pk_partner_contacts PRIMARY KEY (id),
    CONSTRAINT fk_partner_contacts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_partner_contacts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partner_contacts_subject CHECK (length(subject) BETWEEN 1 AND 255),
    CONSTRAINT ck_partner_contacts_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CONSTRAINT ck_partner_contacts_released CHECK (released_at IS NULL OR removed_at IS NOT NULL)
) STRICT, WITHOUT ROWID
-- ;;
-- A removed contact keeps its subject until its identity is deactivated.
CREATE UNIQUE INDEX uq_partner_contacts_subject ON partner_contacts (subject) WHERE released_at IS NULL
-- ;;
CREATE INDEX ix_partner_contacts_partner ON partner_contacts (partner_id, added_at, id)
-- ;;
CREATE TABLE dossier_documents (
    partner_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    valid_until TEXT,
    filed_by TEXT NOT NULL,
    filed_at INTEGER NOT NULL,
    CONSTRAINT uq_dossier_documents_revision PRIMARY KEY (partner_id, revision),
    CONSTRAINT uq_dossier_documents_id UNIQUE (id),
    CONSTRAINT fk_dossier_documents_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_dossier_documents_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_dossier_documents_kind CHECK (length(kind) BETWEEN 1 AND 64),
    CONSTRAINT ck_dossier_documents_object_key
        CHECK (length(object_key) <= 1024 AND instr(object_key, 'partners/' || partner_id || '/') = 1),
    CONSTRAINT ck_dossier_documents_sha256 CHECK (length(sha256) = 64 AND NOT sha256 GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_dossier_documents_size CHECK (size >= 1),
    CONSTRAINT ck_dossier_documents_valid_until
        CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CONSTRAINT ck_dossier_documents_filed_by CHECK (length(filed_by) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE operators (
    subject TEXT NOT NULL,
    role TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT,
    CONSTRAINT uq_operators_number PRIMARY KEY (subject, role, number),
    CONSTRAINT ck_operators_subject CHECK (length(subject) BETWEEN 1 AND 255),
    CONSTRAINT ck_operators_role CHECK (role IN ('root_admin', 'tenant_admin', 'integration_manager',
        'customer_success', 'support', 'partner_admin', 'auditor')),
    CONSTRAINT ck_operators_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID
-- ;;
CREATE UNIQUE INDEX uq_operators_subject_role ON operators (subject, role) WHERE revoked_at IS NULL
-- ;;
CREATE TABLE partner_approvals (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    finality TEXT NOT NULL,
    notes TEXT NOT NULL,
    partner_comment TEXT NOT NULL,
    policy_document TEXT NOT NULL,
    reviewed_digest TEXT NOT NULL,
    dossier_revision INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    decided_role TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    CONSTRAINT uq_partner_approvals_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_partner_approvals_id UNIQUE (id),
    CONSTRAINT fk_partner_approvals_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_partner_approvals_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_partner_approvals_verdict CHECK (verdict IN ('approved', 'rejected')),
    CONSTRAINT ck_partner_approvals_finality CHECK (finality = 'retry' OR (finality = 'final' AND verdict = 'rejected')),
    CONSTRAINT ck_partner_approvals_dossier_revision CHECK (dossier_revision >= 0),
    CONSTRAINT ck_partner_approvals_decided_by CHECK (length(decided_by) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;
-- Rows come before the decision that cites them, in its transaction: so a decision can be held to having some, and a
-- decision that is there takes no more.
CREATE TABLE approval_evidence (
    decision_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    page INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT uq_approval_evidence_position PRIMARY KEY (decision_id, position),
    CONSTRAINT fk_approval_evidence_decision_id FOREIGN KEY (decision_id) REFERENCES partner_approvals (id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_approval_evidence_position CHECK (position >= 1),
    CONSTRAINT ck_approval_evidence_kind CHECK (kind IN ('document', 'policy', 'link')),
    CONSTRAINT ck_approval_evidence_target CHECK (length(target) >= 1),
    CONSTRAINT ck_approval_evidence_page CHECK (page >= 0),
    CONSTRAINT ck_approval_evidence_sha256 CHECK (length(sha256) IN (0, 64))
) STRICT, WITHOUT ROWID
-- ;;
-- SQLite numbers the rows itself, one above the last; a number that is given must be that one.
CREATE TABLE events (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    actor TEXT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    os_user TEXT NOT NULL,
    partner_id TEXT,
    subject TEXT NOT NULL,
    state_before TEXT NOT NULL,
    state_after TEXT NOT NULL,
    request_id TEXT NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (number),
    CONSTRAINT uq_events_id UNIQUE (id),
    CONSTRAINT ck_events_number CHECK (number >= 1),
    CONSTRAINT ck_events_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_events_type CHECK (length(type) BETWEEN 1 AND 64),
    CONSTRAINT ck_events_actor CHECK (length(actor) BETWEEN 1 AND 255)
) STRICT
-- ;;
CREATE INDEX ix_events_partner ON events (partner_id, number)
-- ;;
CREATE TABLE receipts (
    request_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    actor TEXT NOT NULL,
    os_user TEXT NOT NULL,
    at INTEGER NOT NULL,
    result TEXT NOT NULL,
    CONSTRAINT uq_receipts_request_id PRIMARY KEY (request_id),
    CONSTRAINT ck_receipts_request_id CHECK (length(request_id) BETWEEN 1 AND 255),
    CONSTRAINT ck_receipts_request_digest CHECK (length(request_digest) = 64),
    CONSTRAINT ck_receipts_actor CHECK (length(actor) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;
-- Rows of the product that an approval guards.
CREATE TABLE invoices (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_invoices PRIMARY KEY (id),
    CONSTRAINT fk_invoices_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_invoices_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_invoices_amount_minor CHECK (amount_minor >= 0),
    CONSTRAINT ck_invoices_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]')
) STRICT, WITHOUT ROWID
-- ;;
CREATE TABLE receipts_uploaded (
    id TEXT NOT NULL,
    invoice_id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    object_key TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    CONSTRAINT pk_receipts_uploaded PRIMARY KEY (id),
    CONSTRAINT fk_receipts_uploaded_invoice_id FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT fk_receipts_uploaded_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_receipts_uploaded_id CHECK (length(id) BETWEEN 1 AND 64)
) STRICT, WITHOUT ROWID
-- ;;

-- meta ---------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_meta_insert BEFORE INSERT ON meta
WHEN EXISTS (SELECT 1 FROM meta)
BEGIN
    SELECT RAISE(ABORT, 'GH020 pk_meta');
END
-- ;;
CREATE TRIGGER tr_meta_update BEFORE UPDATE ON meta
WHEN NEW.singleton IS NOT OLD.singleton OR NEW.workspace_id IS NOT OLD.workspace_id
    OR NEW.created_at IS NOT OLD.created_at
BEGIN
    SELECT RAISE(ABORT, 'GH008 what names a workspace never changes');
END
-- ;;
CREATE TRIGGER tr_meta_delete BEFORE DELETE ON meta
BEGIN
    SELECT RAISE(ABORT, 'GH007 a workspace keeps its name');
END
-- ;;

-- partners -----------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_partners_insert BEFORE INSERT ON partners
BEGIN
    SELECT RAISE(ABORT, 'GH020 pk_partners') FROM partners WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH020 uq_partners_slug') FROM partners WHERE slug = NEW.slug;
    SELECT RAISE(ABORT, 'GH005 a partner is approved by a decision, not by a column')
    WHERE NEW.approved_at IS NOT NULL OR NEW.approved_by IS NOT NULL;
END
-- ;;
CREATE TRIGGER tr_partners_update BEFORE UPDATE ON partners
BEGIN
    SELECT RAISE(ABORT, 'GH008 of a partner only names, region, owner and updated_at change')
    WHERE NEW.id IS NOT OLD.id OR NEW.slug IS NOT OLD.slug OR NEW.playbook_id IS NOT OLD.playbook_id
        OR NEW.playbook_version IS NOT OLD.playbook_version OR NEW.approver_role IS NOT OLD.approver_role
        OR NEW.submitted_by IS NOT OLD.submitted_by OR NEW.entered_by IS NOT OLD.entered_by
        OR NEW.application IS NOT OLD.application OR NEW.created_at IS NOT OLD.created_at;
    SELECT RAISE(ABORT, 'GH005 approved_at and approved_by follow the latest decision')
    WHERE (NEW.approved_at IS NOT OLD.approved_at OR NEW.approved_by IS NOT OLD.approved_by)
        AND (NEW.approved_at IS NOT (SELECT CASE verdict WHEN 'approved' THEN decided_at END FROM partner_approvals
                WHERE partner_id = NEW.id ORDER BY number DESC LIMIT 1)
            OR NEW.approved_by IS NOT (SELECT CASE verdict WHEN 'approved' THEN decided_by END FROM partner_approvals
                WHERE partner_id = NEW.id ORDER BY number DESC LIMIT 1));
END
-- ;;
CREATE TRIGGER tr_partners_delete BEFORE DELETE ON partners
BEGIN
    SELECT RAISE(ABORT, 'GH007 partners are closed, not deleted');
END
-- ;;

-- partner_contacts ---------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_partner_contacts_insert BEFORE INSERT ON partner_contacts
BEGIN
    SELECT RAISE(ABORT, 'GH020 pk_partner_contacts') FROM partner_contacts WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH020 uq_partner_contacts_subject') FROM partner_contacts
    WHERE subject = NEW.subject AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH008 a contact begins in the roster')
    WHERE NEW.removed_at IS NOT NULL OR NEW.released_at IS NOT NULL;
END
-- ;;
CREATE TRIGGER tr_partner_contacts_update BEFORE UPDATE ON partner_contacts
WHEN NEW.id IS NOT OLD.id OR NEW.partner_id IS NOT OLD.partner_id OR NEW.subject IS NOT OLD.subject
    OR NEW.name IS NOT OLD.name OR NEW.email IS NOT OLD.email OR NEW.phone IS NOT OLD.phone
    OR NEW.role IS NOT OLD.role OR NEW.added_at IS NOT OLD.added_at
    OR (OLD.removed_at IS NOT NULL
        AND (NEW.removed_at IS NOT OLD.removed_at OR NEW.removed_by IS NOT OLD.removed_by))
    OR (OLD.released_at IS NOT NULL AND NEW.released_at IS NOT OLD.released_at)
BEGIN
    SELECT RAISE(ABORT, 'GH008 a contact is removed once and released once; nothing else of it changes');
END
-- ;;
CREATE TRIGGER tr_partner_contacts_delete BEFORE DELETE ON partner_contacts
BEGIN
    SELECT RAISE(ABORT, 'GH007 contacts are removed, not deleted');
END
-- ;;

-- dossier_documents --------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_dossier_documents_insert BEFORE INSERT ON dossier_documents
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_dossier_documents_id') FROM dossier_documents WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 a filing takes the next revision of its partner')
    WHERE NEW.revision IS NOT 1 + (SELECT coalesce(max(revision), 0) FROM dossier_documents
        WHERE partner_id = NEW.partner_id);
END
-- ;;
CREATE TRIGGER tr_dossier_documents_update BEFORE UPDATE ON dossier_documents
BEGIN
    SELECT RAISE(ABORT, 'GH001 filings are never changed');
END
-- ;;
CREATE TRIGGER tr_dossier_documents_delete BEFORE DELETE ON dossier_documents
BEGIN
    SELECT RAISE(ABORT, 'GH001 filings are never deleted');
END
-- ;;

-- operators ----------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_operators_insert BEFORE INSERT ON operators
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_operators_subject_role') FROM operators
    WHERE subject = NEW.subject AND role = NEW.role AND revoked_at IS NULL;
    SELECT RAISE(ABORT, 'GH011 a grant takes the next number of its subject and role')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM operators
        WHERE subject = NEW.subject AND role = NEW.role);
    SELECT RAISE(ABORT, 'GH008 a grant begins unrevoked') WHERE NEW.revoked_at IS NOT NULL;
END
-- ;;
CREATE TRIGGER tr_operators_update BEFORE UPDATE ON operators
WHEN NEW.subject IS NOT OLD.subject OR NEW.role IS NOT OLD.role OR NEW.number IS NOT OLD.number
    OR NEW.name IS NOT OLD.name OR NEW.granted_by IS NOT OLD.granted_by OR NEW.granted_at IS NOT OLD.granted_at
    OR (OLD.revoked_at IS NOT NULL
        AND (NEW.revoked_at IS NOT OLD.revoked_at OR NEW.revoked_by IS NOT OLD.revoked_by))
BEGIN
    SELECT RAISE(ABORT, 'GH008 a grant is revoked once; nothing else of it changes');
END
-- ;;
CREATE TRIGGER tr_operators_delete BEFORE DELETE ON operators
BEGIN
    SELECT RAISE(ABORT, 'GH007 operators are revoked, not deleted');
END
-- ;;

-- partner_approvals --------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_partner_approvals_insert BEFORE INSERT ON partner_approvals
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_partner_approvals_id') FROM partner_approvals WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 a decision takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM partner_approvals
        WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH011 a decision is not older than the one before it') FROM partner_approvals
    WHERE partner_id = NEW.partner_id AND decided_at > NEW.decided_at;
    -- What QString::trimmed() takes for white space.
    SELECT RAISE(ABORT, 'GH002 a decision needs a note of at least 20 characters')
    WHERE coalesce(length(trim(NEW.notes, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196,
        8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288))), 0) < 20;
    SELECT RAISE(ABORT, 'GH003 the decider is not on the allowlist of the role that decides on this partner')
    WHERE NOT EXISTS (SELECT 1 FROM partners JOIN operators ON operators.role = partners.approver_role
        WHERE partners.id = NEW.partner_id AND operators.subject = NEW.decided_by AND operators.revoked_at IS NULL
            AND partners.approver_role = NEW.decided_role);
    SELECT RAISE(ABORT, 'GH004 the decider stands in the roster of this partner') FROM partner_contacts
    WHERE partner_id = NEW.partner_id AND subject = NEW.decided_by AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH009 the decider submitted this partner') FROM partners
    WHERE id = NEW.partner_id AND submitted_by = NEW.decided_by;
    SELECT RAISE(ABORT, 'GH012 a decision cites evidence')
    WHERE NOT EXISTS (SELECT 1 FROM approval_evidence WHERE decision_id = NEW.id);
END
-- ;;
CREATE TRIGGER tr_partner_approvals_stamp AFTER INSERT ON partner_approvals
BEGIN
    UPDATE partners SET
        approved_at = CASE NEW.verdict WHEN 'approved' THEN NEW.decided_at END,
        approved_by = CASE NEW.verdict WHEN 'approved' THEN NEW.decided_by END
    WHERE id = NEW.partner_id;
END
-- ;;
CREATE TRIGGER tr_partner_approvals_update BEFORE UPDATE ON partner_approvals
BEGIN
    SELECT RAISE(ABORT, 'GH001 decisions are never changed');
END
-- ;;
CREATE TRIGGER tr_partner_approvals_delete BEFORE DELETE ON partner_approvals
BEGIN
    SELECT RAISE(ABORT, 'GH001 decisions are never deleted');
END
-- ;;

-- approval_evidence --------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_approval_evidence_insert BEFORE INSERT ON approval_evidence
BEGIN
    SELECT RAISE(ABORT, 'GH001 a decision that was made takes no more evidence') FROM partner_approvals
    WHERE id = NEW.decision_id;
    SELECT RAISE(ABORT, 'GH020 uq_approval_evidence_position') FROM approval_evidence
    WHERE decision_id = NEW.decision_id AND position = NEW.position;
END
-- ;;
CREATE TRIGGER tr_approval_evidence_update BEFORE UPDATE ON approval_evidence
BEGIN
    SELECT RAISE(ABORT, 'GH001 evidence is never changed');
END
-- ;;
CREATE TRIGGER tr_approval_evidence_delete BEFORE DELETE ON approval_evidence
BEGIN
    SELECT RAISE(ABORT, 'GH001 evidence is never deleted');
END
-- ;;

-- events -------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_events_insert BEFORE INSERT ON events
BEGIN
    SELECT RAISE(ABORT, 'GH020 pk_events') FROM events WHERE number = NEW.number;
    SELECT RAISE(ABORT, 'GH020 uq_events_id') FROM events WHERE id = NEW.id;
END
-- ;;
-- After the row is there, because before it NEW.number is not known when SQLite chooses it.
CREATE TRIGGER tr_events_number AFTER INSERT ON events
BEGIN
    SELECT RAISE(ABORT, 'GH011 an event takes the next number')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM events WHERE number < NEW.number)
        OR EXISTS (SELECT 1 FROM events WHERE number > NEW.number);
END
-- ;;
CREATE TRIGGER tr_events_update BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'GH001 events are never changed');
END
-- ;;
CREATE TRIGGER tr_events_delete BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'GH001 events are never deleted');
END
-- ;;

-- receipts -----------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_receipts_insert BEFORE INSERT ON receipts
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_receipts_request_id') FROM receipts WHERE request_id = NEW.request_id;
END
-- ;;
CREATE TRIGGER tr_receipts_update BEFORE UPDATE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'GH001 receipts are never changed');
END
-- ;;
CREATE TRIGGER tr_receipts_delete BEFORE DELETE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'GH001 receipts are never deleted');
END
-- ;;

-- The tables that an approval guards ---------------------------------------------------------------------------------

CREATE TRIGGER tr_invoices_insert BEFORE INSERT ON invoices
BEGIN
    SELECT RAISE(ABORT, 'GH006 invoice.create is closed: finish the KYB review of this partner; invoices open with its approval')
    WHERE NOT EXISTS (SELECT 1 FROM partners WHERE id = NEW.partner_id AND approved_at IS NOT NULL);
    SELECT RAISE(ABORT, 'GH020 pk_invoices') FROM invoices WHERE id = NEW.id;
END
-- ;;
CREATE TRIGGER tr_invoices_update BEFORE UPDATE ON invoices
BEGIN
    SELECT RAISE(ABORT, 'GH008 invoices are never changed');
END
-- ;;
CREATE TRIGGER tr_invoices_delete BEFORE DELETE ON invoices
BEGIN
    SELECT RAISE(ABORT, 'GH007 invoices are closed, not deleted');
END
-- ;;
-- A receipt names its partner and reaches another one through its invoice: both must be approved.
CREATE TRIGGER tr_receipts_uploaded_insert BEFORE INSERT ON receipts_uploaded
BEGIN
    SELECT RAISE(ABORT, 'GH006 receipt.upload is closed: finish the KYB review of this partner; receipt uploads open with its approval')
    WHERE NOT EXISTS (SELECT 1 FROM partners WHERE id = NEW.partner_id AND approved_at IS NOT NULL)
        OR NOT EXISTS (SELECT 1 FROM invoices JOIN partners ON partners.id = invoices.partner_id
            WHERE invoices.id = NEW.invoice_id AND partners.approved_at IS NOT NULL);
    SELECT RAISE(ABORT, 'GH020 pk_receipts_uploaded') FROM receipts_uploaded WHERE id = NEW.id;
END
-- ;;
CREATE TRIGGER tr_receipts_uploaded_update BEFORE UPDATE ON receipts_uploaded
BEGIN
    SELECT RAISE(ABORT, 'GH008 receipts are never changed');
END
-- ;;
CREATE TRIGGER tr_receipts_uploaded_delete BEFORE DELETE ON receipts_uploaded
BEGIN
    SELECT RAISE(ABORT, 'GH007 receipts are closed, not deleted');
END
