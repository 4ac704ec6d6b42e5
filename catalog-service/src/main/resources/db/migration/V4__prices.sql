-- What it costs, for whom and when; and what was known about it when.

-- Trusted, so that the database's owner may create it: lets an exclusion constraint compare ids and texts.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One row per tenant, locked by whoever records a change: stamps rise in the order of the commits, so that whatever is
-- visible beside a stamp is exactly what had been recorded by it.
CREATE TABLE price_ledger (
  tenant_id text PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  books_at timestamptz
);

CREATE TABLE price_book (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text NOT NULL,
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  country text CHECK (country ~ '^[A-Z]{2}$'),
  channel text CHECK (channel IN ('DIRECT', 'PARTNER')),
  segment_id uuid,
  partner_tier text,
  parent_id uuid,
  depth int NOT NULL CHECK (depth BETWEEN 1 AND 8),
  zone text NOT NULL,
  created_at timestamptz NOT NULL,
  recorded_from timestamptz NOT NULL,
  recorded_to timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment,
  FOREIGN KEY (tenant_id, parent_id) REFERENCES price_book,
  CHECK (partner_tier IS NULL OR channel = 'PARTNER')
);
-- Two books for the same audience would tie; books for different audiences never do.
CREATE UNIQUE INDEX price_book_audience
  ON price_book (tenant_id, currency, country, channel, segment_id, partner_tier) NULLS NOT DISTINCT
  WHERE recorded_to IS NULL;
CREATE INDEX price_book_parent ON price_book (tenant_id, parent_id);

-- A book's percentage over its parent from a day on; without a day, before all others.
CREATE TABLE price_book_adjustment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  book_id uuid NOT NULL,
  valid_from date,
  percent numeric NOT NULL CHECK (percent > -100),
  recorded_from timestamptz NOT NULL,
  recorded_to timestamptz CHECK (recorded_to >= recorded_from),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, book_id) REFERENCES price_book
);
CREATE UNIQUE INDEX price_book_adjustment_day
  ON price_book_adjustment (tenant_id, book_id, valid_from) NULLS NOT DISTINCT
  WHERE recorded_to IS NULL;

-- Bitemporal: valid_from to valid_to is when a price holds, recorded_from to recorded_to when we thought so. A row is
-- written once; the one thing that ever changes is that recorded_to is filled in.
CREATE TABLE price (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  revision int NOT NULL,
  plan_id uuid NOT NULL,
  product_id uuid NOT NULL,
  -- Of the plan whose own list price it is; null for the prices made here.
  plan_version int,
  component text NOT NULL,
  book_id uuid,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  valid_from date,
  valid_to date,
  minimum_quantity numeric,
  maximum_quantity numeric,
  metric text,
  terms jsonb NOT NULL,
  recorded_from timestamptz NOT NULL,
  recorded_to timestamptz,
  PRIMARY KEY (tenant_id, id, revision),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan,
  FOREIGN KEY (tenant_id, book_id) REFERENCES price_book,
  CHECK (valid_from < valid_to),
  CHECK (recorded_from <= recorded_to),
  CHECK (minimum_quantity <= maximum_quantity),
  CHECK (plan_version IS NULL OR book_id IS NULL),
  -- The list price of the plan and the prices in no book are two scopes of their own.
  CONSTRAINT price_overlap EXCLUDE USING gist (
    plan_id WITH =,
    component WITH =,
    currency WITH =,
    (coalesce(book_id, '00000000-0000-0000-0000-000000000000')) WITH =,
    ((plan_version IS NOT NULL)::int) WITH =,
    daterange(valid_from, valid_to) WITH &&,
    numrange(minimum_quantity, maximum_quantity, '[]') WITH &&,
    tenant_id WITH =
  ) WHERE (recorded_to IS NULL)
);
CREATE INDEX price_of_plan ON price (tenant_id, plan_id) WHERE recorded_to IS NULL;
CREATE INDEX price_history ON price (tenant_id, plan_id, recorded_from);
CREATE INDEX price_in_book ON price (tenant_id, book_id, id) WHERE recorded_to IS NULL;
CREATE INDEX price_of_product ON price (tenant_id, product_id) WHERE recorded_to IS NULL;

-- The plans published before there were prices; their owner cannot see tenants' rows unless let in.
ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
INSERT INTO price_ledger (tenant_id, recorded_at)
  SELECT tenant_id, max(published_at) FROM plan WHERE status = 'PUBLISHED' GROUP BY tenant_id;
INSERT INTO price (tenant_id, id, revision, plan_id, product_id, plan_version, component, currency, terms, recorded_from)
  SELECT tenant_id, gen_random_uuid(), 0, id, product_id, plan_version, 'base', price_currency,
    jsonb_build_object('model', 'FLAT', 'amount', trim_scale(price_minor / CASE
      WHEN price_currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
        'VUV', 'XAF', 'XOF', 'XPF') THEN 1.0
      WHEN price_currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000.0
      WHEN price_currency IN ('CLF', 'UYW') THEN 10000.0
      ELSE 100.0 END)::text),
    published_at
  FROM plan WHERE status = 'PUBLISHED';
ALTER TABLE plan FORCE ROW LEVEL SECURITY;

SELECT protect_tenant_rows('price_ledger');
SELECT protect_tenant_rows('price_book');
SELECT protect_tenant_rows('price_book_adjustment');
SELECT protect_tenant_rows('price');

-- The days on which prices begin and end, as instants; told once each. Looked through for all tenants.
CREATE TABLE price_turn (
  tenant_id text NOT NULL,
  price_id uuid NOT NULL,
  turn text NOT NULL CHECK (turn IN ('STARTED', 'ENDED')),
  due_at timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (tenant_id, price_id, turn)
);
CREATE INDEX price_turn_due ON price_turn (due_at) WHERE told_at IS NULL;
CREATE INDEX price_turn_of_tenant ON price_turn (tenant_id, due_at) WHERE told_at IS NULL;
SELECT protect_plumbing_rows('price_turn');
