-- min_compatible: 2
-- Tenants of partners and their access keys. The rules that 0001_workspace.sql begins with hold here too; its twin is
-- ../sqlite/0003_tenants.sql.

-- Of a tenant only its revocation, once, and what the product reports of its use are ever written again.
CREATE TABLE tenants (
    id TEXT COLLATE "C" NOT NULL,
    partner_id TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    notes TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT COLLATE "C" NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT COLLATE "C",
    revoked_reason TEXT COLLATE "C" NOT NULL,
    queries BIGINT NOT NULL,
    last_active_at BIGINT,
    CONSTRAINT pk_tenants PRIMARY KEY (id),
    CONSTRAINT fk_tenants_partner_id FOREIGN KEY (partner_id) REFERENCES partners (id),
    CONSTRAINT ck_tenants_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_tenants_slug CHECK (length(slug) <= 24 AND slug ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
    CONSTRAINT ck_tenants_name CHECK (length(name) BETWEEN 1 AND 1000),
    CONSTRAINT ck_tenants_created_by CHECK (length(created_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_tenants_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)
        AND (revoked_reason = '' OR revoked_at IS NOT NULL)),
    CONSTRAINT ck_tenants_queries CHECK (queries >= 0)
)
-- ;;
CREATE INDEX ix_tenants_partner ON tenants (partner_id, created_at, id)
-- ;;
-- `hash` is made of the whole key and of `id`; the key itself is kept nowhere.
CREATE TABLE access_keys (
    tenant_id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    prefix TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT COLLATE "C" NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT COLLATE "C",
    CONSTRAINT uq_access_keys_number PRIMARY KEY (tenant_id, number),
    CONSTRAINT uq_access_keys_id UNIQUE (id),
    CONSTRAINT uq_access_keys_prefix UNIQUE (prefix),
    CONSTRAINT uq_access_keys_hash UNIQUE (hash),
    CONSTRAINT fk_access_keys_tenant_id FOREIGN KEY (tenant_id) REFERENCES tenants (id),
    CONSTRAINT ck_access_keys_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_access_keys_prefix CHECK (prefix ~ '^.+_[0-9A-HJKMNP-TV-Z]{8}$'),
    CONSTRAINT ck_access_keys_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_access_keys_created_by CHECK (length(created_by) BETWEEN 1 AND 255),
    CONSTRAINT ck_access_keys_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
)
-- ;;
-- One key of a tenant opens at a time.
CREATE UNIQUE INDEX uq_access_keys_live ON access_keys (tenant_id) WHERE revoked_at IS NULL
-- ;;

-- Rules ---------------------------------------------------------------------------------------------------------------

CREATE FUNCTION tenants_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    PERFORM check_own_name(NEW.created_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    IF NEW.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a tenant begins unrevoked';
    END IF;
    NEW.created_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION tenants_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF (NEW.id, NEW.partner_id, NEW.slug, NEW.name, NEW.email, NEW.notes, NEW.created_at, NEW.created_by)
            IS DISTINCT FROM (OLD.id, OLD.partner_id, OLD.slug, OLD.name, OLD.email, OLD.notes, OLD.created_at,
                OLD.created_by)
        OR (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by, NEW.revoked_reason)
            IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by, OLD.revoked_reason))
        OR NEW.queries < OLD.queries
        OR (OLD.last_active_at IS NOT NULL
            AND (NEW.last_active_at IS NULL OR NEW.last_active_at < OLD.last_active_at)) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008',
            MESSAGE = 'a tenant is revoked once; else only its use changes, and never backwards';
    END IF;
    IF (NEW.queries, NEW.last_active_at) IS DISTINCT FROM (OLD.queries, OLD.last_active_at) THEN
        -- As with invoices, the product's own login is an integration manager.
        PERFORM check_holds_role('root_admin', 'tenant_admin', 'integration_manager');
    END IF;
    IF OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL THEN
        PERFORM check_own_name(NEW.revoked_by);
        PERFORM check_holds_role('root_admin', 'tenant_admin');
        NEW.revoked_at := transaction_ms();
    END IF;
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION tenants_revoke() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL THEN
        UPDATE access_keys SET revoked_at = NEW.revoked_at, revoked_by = NEW.revoked_by
        WHERE tenant_id = NEW.id AND revoked_at IS NULL;
    END IF;
    RETURN NULL;
END $$
-- ;;
CREATE FUNCTION access_keys_insert_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
DECLARE
    tenant tenants;
BEGIN
    PERFORM check_own_name(NEW.created_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    -- Whoever revokes the tenant meanwhile waits here, and then revokes this key too.
    SELECT * INTO tenant FROM tenants WHERE id = NEW.tenant_id FOR UPDATE;
    IF tenant.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH016', MESSAGE = 'a revoked tenant gets no key';
    END IF;
    IF NEW.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a key begins unrevoked';
    END IF;
    IF left(NEW.prefix, -8) IS DISTINCT FROM tenant.slug || '_' THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a key is called as its tenant is';
    END IF;
    -- A number or a live key that is there is the unique index's to refuse.
    IF NEW.number > 1 + (SELECT coalesce(max(number), 0) FROM access_keys WHERE tenant_id = NEW.tenant_id)
        OR coalesce(NEW.number, 0) < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'GH011', MESSAGE = 'a key takes the next number of its tenant';
    END IF;
    NEW.created_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
CREATE FUNCTION access_keys_update_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
BEGIN
    IF (NEW.tenant_id, NEW.number, NEW.id, NEW.prefix, NEW.hash, NEW.created_at, NEW.created_by)
            IS DISTINCT FROM (OLD.tenant_id, OLD.number, OLD.id, OLD.prefix, OLD.hash, OLD.created_at, OLD.created_by)
        OR OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'GH008', MESSAGE = 'a key is revoked once; nothing else of it changes';
    END IF;
    PERFORM check_own_name(NEW.revoked_by);
    PERFORM check_holds_role('root_admin', 'tenant_admin');
    NEW.revoked_at := transaction_ms();
    RETURN NEW;
END $$
-- ;;
-- Like event_is_true, of tenants and keys: each told once, by who wrote it, with the names that the rows have.
CREATE FUNCTION tenant_event_is_true(told events) RETURNS BOOLEAN LANGUAGE sql STABLE
SET search_path = pg_catalog, gatehouse, pg_temp AS $$
    SELECT CASE
        WHEN EXISTS (SELECT 1 FROM events WHERE partner_id = told.partner_id AND subject = told.subject
            AND type = told.type) THEN FALSE
        WHEN told.type = 'partner.tenant_created' THEN
            EXISTS (SELECT 1 FROM tenants JOIN access_keys ON access_keys.tenant_id = tenants.id AND number = 1
                WHERE tenants.id = told.subject AND partner_id = told.partner_id AND tenants.created_by = session_user
                    AND CAST(told.state_after AS jsonb) = jsonb_build_object('name', name, 'prefix', prefix))
        WHEN told.type = 'partner.tenant_revoked' THEN
            EXISTS (SELECT 1 FROM tenants WHERE id = told.subject AND partner_id = told.partner_id
                AND revoked_by = session_user
                AND CAST(told.state_after AS jsonb) = jsonb_build_object('name', name, 'reason', revoked_reason))
        WHEN told.type = 'partner.key_replaced' THEN
            EXISTS (SELECT 1 FROM access_keys AS made JOIN tenants ON tenants.id = made.tenant_id
                JOIN access_keys AS old ON old.tenant_id = made.tenant_id AND old.number = made.number - 1
                WHERE made.id = told.subject AND partner_id = told.partner_id AND made.created_by = session_user
                    AND CAST(told.state_before AS jsonb) = jsonb_build_object('prefix', old.prefix)
                    AND CAST(told.state_after AS jsonb) = jsonb_build_object('name', name, 'prefix', made.prefix))
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
    IF NOT event_is_true(NEW) AND NOT review_event_is_true(NEW) AND NOT tenant_event_is_true(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'GH010', MESSAGE = 'an event tells what its actor did, once';
    END IF;
    RETURN NEW;
END $$
-- ;;

-- Triggers ------------------------------------------------------------------------------------------------------------

CREATE TRIGGER tr_tenants_insert BEFORE INSERT ON tenants FOR EACH ROW
EXECUTE FUNCTION tenants_insert_guard()
-- ;;
CREATE TRIGGER tr_tenants_update BEFORE UPDATE ON tenants FOR EACH ROW
EXECUTE FUNCTION tenants_update_guard()
-- ;;
CREATE TRIGGER tr_tenants_revoke AFTER UPDATE ON tenants FOR EACH ROW
EXECUTE FUNCTION tenants_revoke()
-- ;;
CREATE TRIGGER tr_tenants_delete BEFORE DELETE ON tenants FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'tenants are revoked, not deleted')
-- ;;
CREATE TRIGGER tr_tenants_truncate BEFORE TRUNCATE ON tenants FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'tenants are revoked, not deleted')
-- ;;
CREATE TRIGGER tr_access_keys_insert BEFORE INSERT ON access_keys FOR EACH ROW
EXECUTE FUNCTION access_keys_insert_guard()
-- ;;
CREATE TRIGGER tr_access_keys_update BEFORE UPDATE ON access_keys FOR EACH ROW
EXECUTE FUNCTION access_keys_update_guard()
-- ;;
CREATE TRIGGER tr_access_keys_delete BEFORE DELETE ON access_keys FOR EACH ROW
EXECUTE FUNCTION refuse('GH007', 'keys are revoked, not deleted')
-- ;;
CREATE TRIGGER tr_access_keys_truncate BEFORE TRUNCATE ON access_keys FOR EACH STATEMENT
EXECUTE FUNCTION refuse('GH007', 'keys are revoked, not deleted')
-- ;;

-- Rights --------------------------------------------------------------------------------------------------------------

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA gatehouse FROM PUBLIC
-- ;;
GRANT SELECT, INSERT ON tenants, access_keys TO gatehouse_operators
-- ;;
GRANT UPDATE (revoked_at, revoked_by, revoked_reason, queries, last_active_at) ON tenants TO gatehouse_operators
-- ;;
GRANT UPDATE (revoked_at, revoked_by) ON access_keys TO gatehouse_operators
