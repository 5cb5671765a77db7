-- min_compatible: 2
-- Tenants of partners and their access keys. The rules that 0001_workspace.sql begins with hold here too; its twin is
-- ../postgres/0003_tenants.sql.

-- Of a tenant only its revocation, once, and what the product reports of its use are ever written again.
CREATE TABLE tenants (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT,
    revoked_reason TEXT NOT NULL,
    queries INTEGER NOT NULL,
    last_active_at INTEGER,
    CONSTRAINT pk_tenants PRIMARY KEY (id),
    CONSTRAINT fk_tenants_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_tenants_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_tenants_slug CHECK (length(slug) BETWEEN 1 AND 24 AND NOT slug GLOB '*[^a-z0-9_]*'
        AND NOT slug GLOB '_*' AND NOT slug GLOB '*_' AND instr(slug, '__') = 0),
    CONSTRAINT ck_tenants_name CHECK (length(name) BETWEEN 1 AND 1000),
    CONSTRAINT ck_tenants_created_by CHECK (length(created_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_tenants_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)
        AND (revoked_reason = '' OR revoked_at IS NOT NULL)),
    CONSTRAINT ck_tenants_queries CHECK (queries >= 0)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX ix_tenants_partner ON tenants (partner_id, created_at, id)
-- ;;
-- `hash` is made of the whole key and of `id`; the key itself is kept nowhere.
CREATE TABLE access_keys (
    tenant_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    prefix TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT,
    CONSTRAINT uq_access_keys_number PRIMARY KEY (tenant_id, number),
    CONSTRAINT uq_access_keys_id UNIQUE (id),
    CONSTRAINT uq_access_keys_prefix UNIQUE (prefix),
    CONSTRAINT uq_access_keys_hash UNIQUE (hash),
    CONSTRAINT fk_access_keys_tenant_id FOREIGN KEY (tenant_id) REFERENCES tenants (id),
    CONSTRAINT ck_access_keys_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_access_keys_prefix CHECK (prefix GLOB '?*_[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]' ||
        '[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]'),
    CONSTRAINT ck_access_keys_hash CHECK (length(hash) = 64 AND NOT hash GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_access_keys_created_by CHECK (length(created_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_access_keys_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID
-- ;;
-- One key of a tenant opens at a time.
CREATE UNIQUE INDEX uq_access_keys_live ON access_keys (tenant_id) WHERE revoked_at IS NULL
-- ;;

-- tenants -------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_tenants_insert BEFORE INSERT ON tenants
BEGIN
    SELECT RAISE(ABORT, 'GH020 pk_tenants') FROM tenants WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH008 a tenant begins unrevoked') WHERE NEW.revoked_at IS NOT NULL;
END
-- ;;
CREATE TRIGGER tr_tenants_update BEFORE UPDATE ON tenants
BEGIN
    SELECT RAISE(ABORT, 'GH008 a tenant is revoked once; else only its use changes, and never backwards')
    WHERE NEW.id IS NOT OLD.id OR NEW.partner_id IS NOT OLD.partner_id OR NEW.slug IS NOT OLD.slug
        OR NEW.name IS NOT OLD.name OR NEW.email IS NOT OLD.email OR NEW.notes IS NOT OLD.notes
        OR NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
        OR (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at IS NOT OLD.revoked_at OR NEW.revoked_by IS NOT OLD.revoked_by
            OR NEW.revoked_reason IS NOT OLD.revoked_reason))
        OR NEW.queries < OLD.queries
        OR (OLD.last_active_at IS NOT NULL AND (NEW.last_active_at IS NULL OR NEW.last_active_at < OLD.last_active_at));
END
-- ;;
CREATE TRIGGER tr_tenants_revoke AFTER UPDATE ON tenants
WHEN OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
BEGIN
    UPDATE access_keys SET revoked_at = NEW.revoked_at, revoked_by = NEW.revoked_by
    WHERE tenant_id = NEW.id AND revoked_at IS NULL;
END
-- ;;
CREATE TRIGGER tr_tenants_delete BEFORE DELETE ON tenants
BEGIN
    SELECT RAISE(ABORT, 'GH007 tenants are revoked, not deleted');
END
-- ;;

-- access_keys ---------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_access_keys_insert BEFORE INSERT ON access_keys
BEGIN
    SELECT RAISE(ABORT, 'GH020 uq_access_keys_id') FROM access_keys WHERE id = NEW.id;
    SELECT RAISE(ABORT, 'GH020 uq_access_keys_prefix') FROM access_keys WHERE prefix = NEW.prefix;
    SELECT RAISE(ABORT, 'GH020 uq_access_keys_hash') FROM access_keys WHERE hash = NEW.hash;
    SELECT RAISE(ABORT, 'GH016 a revoked tenant gets no key') FROM tenants
    WHERE id = NEW.tenant_id AND revoked_at IS NOT NULL;
    SELECT RAISE(ABORT, 'GH008 a key begins unrevoked') WHERE NEW.revoked_at IS NOT NULL;
    SELECT RAISE(ABORT, 'GH008 a key is called as its tenant is')
    WHERE NOT EXISTS (SELECT 1 FROM tenants WHERE id = NEW.tenant_id
        AND substr(NEW.prefix, 1, length(NEW.prefix) - 8) = slug || '_');
    SELECT RAISE(ABORT, 'GH020 uq_access_keys_live') FROM access_keys
    WHERE tenant_id = NEW.tenant_id AND revoked_at IS NULL;
    SELECT RAISE(ABORT, 'GH011 a key takes the next number of its tenant')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM access_keys WHERE tenant_id = NEW.tenant_id);
END
-- ;;
CREATE TRIGGER tr_access_keys_update BEFORE UPDATE ON access_keys
WHEN NEW.tenant_id IS NOT OLD.tenant_id OR NEW.number IS NOT OLD.number OR NEW.id IS NOT OLD.id
    OR NEW.prefix IS NOT OLD.prefix OR NEW.hash IS NOT OLD.hash OR NEW.created_at IS NOT OLD.created_at
    OR NEW.created_by IS NOT OLD.created_by OR OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'GH008 a key is revoked once; nothing else of it changes');
END
-- ;;
CREATE TRIGGER tr_access_keys_delete BEFORE DELETE ON access_keys
BEGIN
    SELECT RAISE(ABORT, 'GH007 keys are revoked, not deleted');
END
