-- Every usage event counted, by the day it was received, so that a day past its keeping is dropped whole. It is kept
-- for recounting an account whose days have come to begin elsewhere (a new zone, or the account was not known yet).
-- day is the local day the event counts on; no foreign key, because usage may come before its account.
CREATE TABLE usage_event (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  key uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  metric text NOT NULL,
  user_id text NOT NULL,
  quantity numeric(18, 6) NOT NULL CHECK (quantity > 0),
  occurred_at timestamptz NOT NULL,
  day date NOT NULL,
  source text NOT NULL,
  event_id text NOT NULL,
  PRIMARY KEY (tenant_id, account_id, key, received_at)
) PARTITION BY RANGE (received_at);
SELECT protect_tenant_rows('usage_event');

-- Makes the partitions of the days from yesterday on and drops those past their keeping; carried out as the owner,
-- because the service's own role may not change tables. Attached rather than created in place, so that writers go on.
CREATE FUNCTION usage_event_partitions(ahead int, keep int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' SET lock_timeout = '3s' AS $$
DECLARE
  first date;
  name text;
BEGIN
  IF ahead NOT BETWEEN 1 AND 60 OR keep < 1 THEN
    RAISE EXCEPTION 'partitions % days ahead, kept % days', ahead, keep;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('usage_event_partitions'));
  FOR first IN SELECT generate_series(current_date - 1, current_date + ahead, interval '1 day')::date LOOP
    name := 'usage_event_' || to_char(first, 'YYYYMMDD');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE usage_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
      PERFORM protect_tenant_rows(name::regclass);
      EXECUTE format('ALTER TABLE usage_event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name,
        first::timestamptz, (first + 1)::timestamptz);
    END IF;
  END LOOP;
  FOR name IN
    SELECT child.relname FROM pg_inherits
    JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'usage_event'::regclass AND child.relname < 'usage_event_' || to_char(current_date - keep, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %I', name);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION usage_event_partitions(int, int) FROM PUBLIC;
SELECT usage_event_partitions(3, 400);

-- Which events have been counted. key is made from source and id (128 bits of their SHA-256), fingerprint from the
-- rest of what was reported: 48 bytes an event, where the texts would double the index that every event goes through.
CREATE TABLE usage_receipt (
  tenant_id text NOT NULL,
  key uuid NOT NULL,
  fingerprint uuid NOT NULL,
  account_id uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX usage_receipt_received_at ON usage_receipt USING brin (received_at);
SELECT protect_plumbing_rows('usage_receipt');

-- Events that came with the source and id of one that had been counted, but say something else. Never billed.
CREATE TABLE usage_conflict (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  key uuid NOT NULL,
  fingerprint uuid NOT NULL,
  source text NOT NULL,
  event_id text NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  user_id text NOT NULL,
  quantity numeric(18, 6) NOT NULL,
  occurred_at timestamptz NOT NULL,
  counted_account_id uuid,
  counted_metric text,
  counted_user_id text,
  counted_quantity numeric(18, 6),
  counted_occurred_at timestamptz,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key, fingerprint)
);
CREATE INDEX usage_conflict_account ON usage_conflict (tenant_id, account_id, id);
SELECT protect_tenant_rows('usage_conflict');

-- Accounts that have been asked about or have usage: the zone their days are counted in, UTC until they are known. The
-- row is the lock between counting and billing.
CREATE TABLE usage_account (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  zone text NOT NULL,
  -- No event of it was received before; a day's grace for transactions that began before the one that wrote this row.
  since timestamptz NOT NULL DEFAULT now() - interval '1 day',
  PRIMARY KEY (tenant_id, account_id)
);
SELECT protect_tenant_rows('usage_account');

-- Usage by local day.
CREATE TABLE usage_day (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  quantity numeric(30, 6) NOT NULL,
  events bigint NOT NULL CHECK (events > 0),
  largest numeric(18, 6) NOT NULL,
  last_quantity numeric(18, 6) NOT NULL,
  last_at timestamptz NOT NULL,
  last_key uuid NOT NULL,
  PRIMARY KEY (tenant_id, account_id, metric, day)
);
SELECT protect_tenant_rows('usage_day');

-- Who used it, for counting different users of any span of days.
CREATE TABLE usage_user_day (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  user_id text NOT NULL,
  PRIMARY KEY (tenant_id, account_id, metric, day, user_id)
);
SELECT protect_tenant_rows('usage_user_day');

-- The first day that is not billed yet: what comes for a day before it is late.
CREATE TABLE usage_billed (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  billed_to date NOT NULL,
  PRIMARY KEY (tenant_id, account_id, metric)
);
SELECT protect_tenant_rows('usage_billed');

-- The log of corrections: usage of days that had been billed already, until billing claims it.
CREATE TABLE usage_correction (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  quantity numeric(30, 6) NOT NULL,
  events bigint NOT NULL CHECK (events > 0),
  noticed_at timestamptz NOT NULL,
  claimed_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX usage_correction_account ON usage_correction (tenant_id, account_id, id);
CREATE INDEX usage_correction_waiting ON usage_correction (tenant_id, account_id) WHERE claimed_at IS NULL;
SELECT protect_tenant_rows('usage_correction');
