-- min_compatible: 2
-- What happens around a decision: verdicts on documents, questions to the partner, who reviews, and the first of two
-- approvals. The rules that 0001_workspace.sql begins with hold here too; its twin is ../postgres/0002_review.sql.
--
-- A program of schema 1 is kept out: it would enter partners without saying how many people approve them, where its
-- playbook asks for two, decide without the first approval and file without closing what was asked of the partner.

ALTER TABLE partners ADD COLUMN deciders INTEGER NOT NULL DEFAULT 1
    CONSTRAINT ck_partners_deciders CHECK (deciders IN (1, 2))
-- ;;
ALTER TABLE partner_approvals ADD COLUMN seen TEXT NOT NULL DEFAULT '[]'
    CONSTRAINT ck_partner_approvals_seen CHECK (seen GLOB '[[]*]')
-- ;;
ALTER TABLE partner_approvals ADD COLUMN review_seconds INTEGER NOT NULL DEFAULT 0
    CONSTRAINT ck_partner_approvals_review_seconds CHECK (review_seconds >= 0)
-- ;;
ALTER TABLE partner_approvals ADD COLUMN endorsement TEXT NOT NULL DEFAULT ''
    CONSTRAINT ck_partner_approvals_endorsement CHECK (length(endorsement) <= 64)
-- ;;
-- Of one document the last row counts.
CREATE TABLE document_verdicts (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    comment TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_at INTEGER NOT NULL,
    CONSTRAINT uq_document_verdicts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_document_verdicts_id UNIQUE (id),
    CONSTRAINT fk_document_verdicts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT fk_document_verdicts_document_id FOREIGN KEY (document_id) REFERENCES dossier_documents (id),
    CONSTRAINT ck_document_verdicts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_document_verdicts_answer CHECK (answer IN ('accepted', 'asked_again')),
    CONSTRAINT ck_document_verdicts_reason CHECK ((reason = '') = (answer = 'accepted')),
    CONSTRAINT ck_document_verdicts_judged_by CHECK (length(judged_by) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;
-- `ending` is empty while the request is open.
CREATE TABLE partner_requests (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    document_kind TEXT NOT NULL,
    text TEXT NOT NULL,
    asked_of TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    ending TEXT NOT NULL,
    closed_at INTEGER,
    closed_by TEXT,
    answer TEXT NOT NULL,
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
) STRICT, WITHOUT ROWID
-- ;;
-- Of one kind the last row counts, until the next decision. Nothing is put off for more than 30 days.
CREATE TABLE review_acts (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    after_decision INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    subject TEXT NOT NULL,
    until INTEGER,
    note TEXT NOT NULL,
    acted_by TEXT NOT NULL,
    acted_at INTEGER NOT NULL,
    CONSTRAINT uq_review_acts_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_review_acts_id UNIQUE (id),
    CONSTRAINT fk_review_acts_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_review_acts_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_review_acts_kind CHECK (kind IN ('assigned', 'snoozed', 'escalated')),
    CONSTRAINT ck_review_acts_subject CHECK (subject = '' OR kind <> 'snoozed'),
    CONSTRAINT ck_review_acts_until CHECK (until IS NULL OR (kind = 'snoozed' AND until <= acted_at + 2592000000)),
    CONSTRAINT ck_review_acts_acted_by CHECK (length(acted_by) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;
-- The first of two approvals, where two people decide. `evidence` is JSON and not rows of approval_evidence: those
-- belong to decisions. SQLite lets no schema that it doesn't trust read JSON, so the rules see the text alone.
CREATE TABLE approval_endorsements (
    partner_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    notes TEXT NOT NULL,
    partner_comment TEXT NOT NULL,
    policy_document TEXT NOT NULL,
    reviewed_digest TEXT NOT NULL,
    dossier_revision INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    endorsed_by TEXT NOT NULL,
    endorsed_role TEXT NOT NULL,
    endorsed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT uq_approval_endorsements_number PRIMARY KEY (partner_id, number),
    CONSTRAINT uq_approval_endorsements_id UNIQUE (id),
    CONSTRAINT fk_approval_endorsements_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_approval_endorsements_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_approval_endorsements_dossier_revision CHECK (dossier_revision >= 0),
    CONSTRAINT ck_approval_endorsements_endorsed_by CHECK (length(endorsed_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_approval_endorsements_expires_at CHECK (expires_at > endorsed_at)
) STRICT, WITHOUT ROWID
-- ;;
-- Who has a review open. Neither history nor proof, so the one table whose rows come and go.
CREATE TABLE review_presence (
    partner_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    since INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT uq_review_presence_subject PRIMARY KEY (partner_id, subject),
    CONSTRAINT fk_review_presence_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_review_presence_subject CHECK (length(subject) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID
-- ;;

-- partners ------------------------------------------------------------------------------------------------------------

DROP TRIGGER tr_partners_update
-- ;;
CREATE TRIGGER tr_partners_update BEFORE UPDATE ON partners
BEGIN
    SELECT RAISE(ABORT, 'GH008 of a partner only names, region, owner and updated_at change')
    WHERE NEW.id IS NOT OLD.id OR NEW.slug IS NOT OLD.slug OR NEW.playbook_id IS NOT OLD.playbook_id
        OR NEW.playbook_version IS NOT OLD.playbook_version OR NEW.approver_role IS NOT OLD.approver_role
        OR NEW.deciders IS NOT OLD.deciders
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

-- Or who dates a change like the last decision would hide it (domain::partnerChangedSince). A clock that was set back
-- keeps nobody from changing a partner, so this refuses nothing.
CREATE TRIGGER tr_partners_date AFTER UPDATE ON partners
WHEN NEW.updated_at < OLD.updated_at OR NEW.name IS NOT OLD.name OR NEW.name_key IS NOT OLD.name_key
    OR NEW.legal_name IS NOT OLD.legal_name OR NEW.region IS NOT OLD.region OR NEW.owner IS NOT OLD.owner
BEGIN
    UPDATE partners SET updated_at = OLD.updated_at WHERE id = NEW.id AND updated_at < OLD.updated_at;
    UPDATE partners SET updated_at = 1 + max(OLD.updated_at, (SELECT coalesce(max(decided_at), 0) FROM partner_approvals
        WHERE partner_id = NEW.id))
    WHERE id = NEW.id AND updated_at <= max(OLD.updated_at, (SELECT coalesce(max(decided_at), 0) FROM partner_approvals
            WHERE partner_id = NEW.id))
        AND (name IS NOT OLD.name OR name_key IS NOT OLD.name_key OR legal_name IS NOT OLD.legal_name
            OR region IS NOT OLD.region OR owner IS NOT OLD.owner);
END
-- ;;

-- dossier_documents ---------------------------------------------------------------------------------------------------

-- A document is at most as large as domain::documentMostBytes, and its object stands where the program puts it: a store
-- reads nothing else. A table that is there takes no CHECK any more.
CREATE TRIGGER tr_dossier_documents_place BEFORE INSERT ON dossier_documents
BEGIN
    SELECT RAISE(ABORT, 'GH014 ck_dossier_documents_size_most') WHERE NEW.size > 104857600;
    SELECT RAISE(ABORT, 'GH014 ck_dossier_documents_object_place')
    WHERE length(NEW.object_key) > 200 OR instr(NEW.object_key, char(0)) > 0
        OR NEW.object_key GLOB '*[^A-Za-z0-9._/-]*' OR NEW.object_key GLOB '*/' OR NEW.object_key GLOB '*/[./]*'
        OR NEW.object_key NOT GLOB 'partners/*/*/*' OR NEW.object_key GLOB 'partners/*/*/*/*';
END
-- ;;

-- partner_approvals ---------------------------------------------------------------------------------------------------

DROP TRIGGER tr_partner_approvals_insert
-- ;;
-- As before, and GH013: the second of two people decides on what the first one approved, while that stands. It stands
-- until it expires, is used, or something else is decided.
CREATE TRIGGER tr_partner_approvals_insert BEFORE INSERT ON partner_approvals
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_partner_approvals_id') FROM partner_approvals WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 a decision takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM partner_approvals
        WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH011 a decision is not older than the one before it') FROM partner_approvals
    WHERE partner_id = NEW.partner_id AND decided_at > NEW.decided_at;
    SELECT RAISE(ABORT, 'GH011 a decision is later than the first approval that it ends') FROM approval_endorsements
    WHERE partner_id = NEW.partner_id AND endorsed_at >= NEW.decided_at;
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
    SELECT RAISE(ABORT, 'GH013 two people approve this partner: the first approval is missing, or no longer stands')
    WHERE (NEW.endorsement <> '' OR (NEW.verdict = 'approved'
            AND (SELECT deciders FROM partners WHERE id = NEW.partner_id) = 2))
        AND NOT EXISTS (SELECT 1 FROM approval_endorsements AS first
            JOIN partners ON partners.id = first.partner_id
            JOIN operators ON operators.role = partners.approver_role AND operators.subject = first.endorsed_by
                AND operators.revoked_at IS NULL
            WHERE first.id = NEW.endorsement AND first.partner_id = NEW.partner_id
                AND first.reviewed_digest = NEW.reviewed_digest AND first.endorsed_by <> NEW.decided_by
                -- The digest is the caller's word; that nothing was filed or changed in the roster since is not.
                AND first.dossier_revision = NEW.dossier_revision
                AND first.dossier_revision = (SELECT coalesce(max(revision), 0) FROM dossier_documents
                    WHERE partner_id = NEW.partner_id)
                AND NOT EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = NEW.partner_id
                    AND max(added_at, coalesce(removed_at, 0)) > first.endorsed_at)
                AND first.expires_at > NEW.decided_at AND partners.submitted_by <> first.endorsed_by
                AND NOT EXISTS (SELECT 1 FROM partner_contacts WHERE partner_id = NEW.partner_id
                    AND subject = first.endorsed_by AND released_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM partner_approvals WHERE partner_id = NEW.partner_id
                    AND (endorsement = first.id OR decided_at > first.endorsed_at)));
END
-- ;;

-- document_verdicts ---------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_document_verdicts_insert BEFORE INSERT ON document_verdicts
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_document_verdicts_id') FROM document_verdicts WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 a verdict takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM document_verdicts
        WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH003 the judge is not on the allowlist of the role that decides on this partner')
    WHERE NOT EXISTS (SELECT 1 FROM partners JOIN operators ON operators.role = partners.approver_role
        WHERE partners.id = NEW.partner_id AND operators.subject = NEW.judged_by AND operators.revoked_at IS NULL);
    SELECT RAISE(ABORT, 'GH004 the judge stands in the roster of this partner') FROM partner_contacts
    WHERE partner_id = NEW.partner_id AND subject = NEW.judged_by AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH009 the judge submitted this partner') FROM partners
    WHERE id = NEW.partner_id AND submitted_by = NEW.judged_by;
    SELECT RAISE(ABORT, 'GH008 a verdict is on a document of its partner')
    WHERE NOT EXISTS (SELECT 1 FROM dossier_documents WHERE id = NEW.document_id AND partner_id = NEW.partner_id);
END
-- ;;
CREATE TRIGGER tr_document_verdicts_update BEFORE UPDATE ON document_verdicts
BEGIN
    SELECT RAISE(ABORT, 'GH001 verdicts are never changed');
END
-- ;;
CREATE TRIGGER tr_document_verdicts_delete BEFORE DELETE ON document_verdicts
BEGIN
    SELECT RAISE(ABORT, 'GH001 verdicts are never deleted');
END
-- ;;

-- partner_requests ----------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_partner_requests_insert BEFORE INSERT ON partner_requests
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_partner_requests_id') FROM partner_requests WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 a request takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM partner_requests
        WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH004 who asks stands in the roster of this partner') FROM partner_contacts
    WHERE partner_id = NEW.partner_id AND subject = NEW.asked_by AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH008 a request begins open') WHERE NEW.ending <> '';
END
-- ;;
CREATE TRIGGER tr_partner_requests_update BEFORE UPDATE ON partner_requests
WHEN OLD.ending <> '' OR NEW.ending = '' OR NEW.partner_id IS NOT OLD.partner_id OR NEW.number IS NOT OLD.number
    OR NEW.id IS NOT OLD.id OR NEW.document_kind IS NOT OLD.document_kind OR NEW.text IS NOT OLD.text
    OR NEW.asked_of IS NOT OLD.asked_of OR NEW.asked_by IS NOT OLD.asked_by OR NEW.asked_at IS NOT OLD.asked_at
BEGIN
    SELECT RAISE(ABORT, 'GH008 a request is closed once; nothing else of it changes');
END
-- ;;
-- A filing of the kind that was asked for closes a request, and so does the acceptance of a document of that kind, and a
-- decision: by the same person at the same time, which is all that a file knows of a transaction.
CREATE TRIGGER tr_partner_requests_end BEFORE UPDATE ON partner_requests
WHEN OLD.ending = '' AND NEW.ending <> ''
BEGIN
    SELECT RAISE(ABORT, 'GH004 who closes stands in the roster of this partner') FROM partner_contacts
    WHERE NEW.ending IN ('answered', 'withdrawn') AND partner_id = NEW.partner_id AND subject = NEW.closed_by
        AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH008 a request ends as it was ended')
    WHERE (NEW.ending = 'filed' AND NOT EXISTS (SELECT 1 FROM dossier_documents
            WHERE partner_id = NEW.partner_id AND kind = NEW.document_kind AND filed_by = NEW.closed_by
                AND filed_at = NEW.closed_at))
        OR (NEW.ending = 'accepted' AND NOT EXISTS (SELECT 1 FROM document_verdicts AS given
            JOIN dossier_documents AS judged ON judged.id = given.document_id
            WHERE given.partner_id = NEW.partner_id AND given.answer = 'accepted' AND judged.kind = NEW.document_kind
                AND given.judged_by = NEW.closed_by AND given.judged_at = NEW.closed_at))
        -- A decision is never older than the one before it, whatever the clock says.
        OR (NEW.ending = 'decided' AND NOT EXISTS (SELECT 1 FROM partner_approvals
            WHERE partner_id = NEW.partner_id AND decided_by = NEW.closed_by AND decided_at >= NEW.closed_at));
END
-- ;;
CREATE TRIGGER tr_partner_requests_delete BEFORE DELETE ON partner_requests
BEGIN
    SELECT RAISE(ABORT, 'GH001 requests are never deleted');
END
-- ;;

-- review_acts ---------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_review_acts_insert BEFORE INSERT ON review_acts
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_review_acts_id') FROM review_acts WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 an act takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM review_acts
        WHERE partner_id = NEW.partner_id);
    SELECT RAISE(ABORT, 'GH004 who acts stands in the roster of this partner') FROM partner_contacts
    WHERE partner_id = NEW.partner_id AND subject = NEW.acted_by AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH011 an act names the decision and the revision that it follows')
    WHERE NEW.after_decision IS NOT (SELECT coalesce(max(number), 0) FROM partner_approvals
            WHERE partner_id = NEW.partner_id)
        OR NEW.revision IS NOT (SELECT coalesce(max(revision), 0) FROM dossier_documents
            WHERE partner_id = NEW.partner_id);
END
-- ;;
CREATE TRIGGER tr_review_acts_update BEFORE UPDATE ON review_acts
BEGIN
    SELECT RAISE(ABORT, 'GH001 acts are never changed');
END
-- ;;
CREATE TRIGGER tr_review_acts_delete BEFORE DELETE ON review_acts
BEGIN
    SELECT RAISE(ABORT, 'GH001 acts are never deleted');
END
-- ;;

-- approval_endorsements -----------------------------------------------------------------------------------------------

CREATE TRIGGER tr_approval_endorsements_insert BEFORE INSERT ON approval_endorsements
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_approval_endorsements_id') FROM approval_endorsements WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH011 an endorsement takes the next number of its partner')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM approval_endorsements
        WHERE partner_id = NEW.partner_id);
    -- What QString::trimmed() takes for white space.
    SELECT RAISE(ABORT, 'GH002 an endorsement needs a note of at least 20 characters')
    WHERE coalesce(length(trim(NEW.notes, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196,
        8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288))), 0) < 20;
    SELECT RAISE(ABORT, 'GH003 the endorser is not on the allowlist of the role that decides on this partner')
    WHERE NOT EXISTS (SELECT 1 FROM partners JOIN operators ON operators.role = partners.approver_role
        WHERE partners.id = NEW.partner_id AND operators.subject = NEW.endorsed_by AND operators.revoked_at IS NULL
            AND partners.approver_role = NEW.endorsed_role);
    SELECT RAISE(ABORT, 'GH004 the endorser stands in the roster of this partner') FROM partner_contacts
    WHERE partner_id = NEW.partner_id AND subject = NEW.endorsed_by AND released_at IS NULL;
    SELECT RAISE(ABORT, 'GH009 the endorser submitted this partner') FROM partners
    WHERE id = NEW.partner_id AND submitted_by = NEW.endorsed_by;
    -- No JSON function works in a schema that isn't trusted. Whoever writes past the program into a file of his own may
    -- store a list that nobody reads.
    SELECT RAISE(ABORT, 'GH012 an endorsement cites evidence')
    WHERE coalesce(NEW.evidence NOT GLOB '[[]{"kind":"*"target":"[^"]*"}]', 1);
END
-- ;;
CREATE TRIGGER tr_approval_endorsements_update BEFORE UPDATE ON approval_endorsements
BEGIN
    SELECT RAISE(ABORT, 'GH001 endorsements are never changed');
END
-- ;;
CREATE TRIGGER tr_approval_endorsements_delete BEFORE DELETE ON approval_endorsements
BEGIN
    SELECT RAISE(ABORT, 'GH001 endorsements are never deleted');
END
-- ;;

-- review_presence -----------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_review_presence_update BEFORE UPDATE ON review_presence
WHEN NEW.partner_id IS NOT OLD.partner_id OR NEW.subject IS NOT OLD.subject
BEGIN
    SELECT RAISE(ABORT, 'GH008 nobody hands his presence on');
END
