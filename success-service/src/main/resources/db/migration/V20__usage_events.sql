-- Every usage event counted, by the UTC day it was stored on, so that a day past its keeping is dropped whole and
-- writing costs the same however much is kept: only today's partition and its two indexes are written. It tells events
-- that come again (key is made from source and id, fingerprint from the rest), and is what an account is recounted from
-- when its days come to begin elsewhere. day is the account's local day the event counts on. No foreign key: usage may
-- come before its account.
CREATE TABLE usage_event (
  tenant_id text NOT NULL,
  key uuid NOT NULL,
  stored_on date NOT NULL,
  day date NOT NULL,
  fingerprint uuid NOT NULL,
  account_id uuid NOT NULL,
  quantity numeric(18, 6) NOT NULL CHECK (quantity > 0),
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  user_id text NOT NULL,
  metric text NOT NULL,
  feature text NOT NULL,
  source text NOT NULL,
  event_id text NOT NULL,
  PRIMARY KEY (tenant_id, key, stored_on)
) PARTITION BY RANGE (stored_on);
CREATE INDEX usage_event_account ON usage_event (tenant_id, account_id);
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
      EXECUTE format('ALTER TABLE usage_event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, first, first + 1);
    END IF;
  END LOOP;
  FOR name IN
    SELECT child.relname FROM pg_inherits
    JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'usage_event'::regclass AND child.relname ~ '^usage_event_[0-9]{8}$'
      AND child.relname < 'usage_event_' || to_char(current_date - keep, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %I', name);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION usage_event_partitions(int, int) FROM PUBLIC;
SELECT usage_event_partitions(3, 400);

-- Events that came with the source and id of one that had been counted, but say something else. Never counted.
CREATE TABLE usage_conflict (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  key uuid NOT NULL,
  fingerprint uuid NOT NULL,
  source text NOT NULL,
  event_id text NOT NULL,
  account_id uuid NOT NULL,
  user_id text NOT NULL,
  metric text NOT NULL,
  feature text NOT NULL,
  quantity numeric(18, 6) NOT NULL,
  occurred_at timestamptz NOT NULL,
  counted_account_id uuid,
  counted_user_id text,
  counted_metric text,
  counted_feature text,
  counted_quantity numeric(18, 6),
  counted_occurred_at timestamptz,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key, fingerprint)
);
CREATE INDEX usage_conflict_account ON usage_conflict (tenant_id, account_id, id);
SELECT protect_tenant_rows('usage_conflict');

-- Accounts heard of: the zone their days are counted in, UTC until it is known. The row is the lock under which an
-- account's usage is counted, recounted or given to another user id.
CREATE TABLE usage_account (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  zone text NOT NULL,
  -- No event of it was stored before; a day's grace for transactions that began before the one that wrote this row.
  since date NOT NULL,
  -- Days before this one have no events any more to be recounted from.
  fixed_before date NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (tenant_id, account_id)
);
SELECT protect_tenant_rows('usage_account');

-- Days whose figures changed after they were over: usage that came late, or days that now begin elsewhere.
CREATE TABLE usage_correction (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  metric text NOT NULL,
  cause text NOT NULL,
  quantity numeric(30, 6) NOT NULL,
  events bigint NOT NULL,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX usage_correction_account ON usage_correction (tenant_id, account_id, id);
CREATE INDEX usage_correction_day ON usage_correction (tenant_id, account_id, day);
SELECT protect_tenant_rows('usage_correction');

-- The daily rollup, by feature too; a feature nobody named is the metric's own.
ALTER TABLE usage_day NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_day ADD COLUMN feature text;
UPDATE usage_day SET feature = metric;
ALTER TABLE usage_day ALTER COLUMN feature SET NOT NULL;
ALTER TABLE usage_day DROP CONSTRAINT usage_day_pkey;
ALTER TABLE usage_day ADD PRIMARY KEY (tenant_id, account_id, day, metric, feature, user_id);

-- On which days of a month a user was active, a bit for each, the first day's the lowest. Users of any span of days, on
-- how many days, and who comes back are read from it: a row for each user and month instead of one for each day.
CREATE TABLE usage_user_month (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  month date NOT NULL,
  user_id text NOT NULL,
  days int NOT NULL CHECK (days > 0),
  PRIMARY KEY (tenant_id, account_id, month, user_id)
);
CREATE INDEX usage_user_month_month ON usage_user_month (tenant_id, month);
SELECT protect_tenant_rows('usage_user_month');

-- The monthly rollup: distinct users and active days of the account, and how much by metric.
CREATE TABLE usage_month (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  month date NOT NULL,
  users int NOT NULL,
  days int NOT NULL,
  PRIMARY KEY (tenant_id, account_id, month)
);
SELECT protect_tenant_rows('usage_month');

CREATE TABLE usage_metric_month (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  month date NOT NULL,
  metric text NOT NULL,
  quantity numeric(30, 6) NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id, month, metric)
);
SELECT protect_tenant_rows('usage_metric_month');

-- Users known by another name since their data was erased; the old name only as its hash, so that events that come
-- again, or still, do not bring it back.
CREATE TABLE usage_alias (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  user_hash uuid NOT NULL,
  pseudonym text NOT NULL,
  PRIMARY KEY (tenant_id, account_id, user_hash)
);
SELECT protect_tenant_rows('usage_alias');

-- Accounts whose usage has grown since the rest of the service was told. Rows are only added and taken away, so that
-- counting never waits for those who are told.
CREATE TABLE usage_mark (
  tenant_id text NOT NULL,
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  account_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_plumbing_rows('usage_mark');

-- What was counted before events were kept stays as it is.
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_account NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_user_month NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_month NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_metric_month NO FORCE ROW LEVEL SECURITY;
INSERT INTO usage_account (tenant_id, account_id, zone, since, fixed_before)
  SELECT d.tenant_id, d.account_id, coalesce(max(c.zone), 'Z'), current_date - 1, max(d.day) + 2 FROM usage_day d
  LEFT JOIN customer c ON (c.tenant_id, c.id) = (d.tenant_id, d.account_id) GROUP BY d.tenant_id, d.account_id;
INSERT INTO usage_user_month SELECT tenant_id, account_id, date_trunc('month', day)::date, user_id,
  bit_or(1 << (extract(day FROM day)::int - 1)) FROM usage_day GROUP BY 1, 2, 3, 4;
INSERT INTO usage_month SELECT tenant_id, account_id, month, count(*), bit_or(days) FROM usage_user_month GROUP BY 1, 2, 3;
INSERT INTO usage_metric_month SELECT tenant_id, account_id, date_trunc('month', day)::date, metric, sum(quantity),
  sum(events) FROM usage_day GROUP BY 1, 2, 3, 4;
ALTER TABLE usage_day FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_user_month FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_month FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_metric_month FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_account FORCE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
