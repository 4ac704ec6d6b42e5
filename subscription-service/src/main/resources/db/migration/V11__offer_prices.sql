-- What a plan costs: copies of the catalog's prices and price books, and every version of a plan that was published.
-- Rebuilt by resetting the consumers' offsets.

ALTER TABLE offer_plan ADD COLUMN add_on_of uuid;

-- Never changed and never deleted: a subscription may be pinned to any of them. published_at is null until the event
-- that tells it has come; the snapshot of a plan does not tell it.
CREATE TABLE offer_plan_version (
  tenant_id text NOT NULL,
  plan_id uuid NOT NULL,
  number int NOT NULL,
  name text NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency char(3) NOT NULL,
  period text NOT NULL,
  trial_days int NOT NULL CHECK (trial_days >= 0),
  billing text NOT NULL CHECK (billing IN ('IN_ADVANCE', 'IN_ARREARS')),
  phases jsonb NOT NULL,
  fixed_term_periods int CHECK (fixed_term_periods > 0),
  commitment_minor bigint CHECK (commitment_minor > 0),
  rollout_policy text NOT NULL CHECK (rollout_policy IN ('NEW_ONLY', 'AT_RENEWAL', 'FROM')),
  rollout_from date,
  published_at timestamptz,
  PRIMARY KEY (tenant_id, plan_id, number)
);
-- The version that was known when there were no others; its owner cannot see tenants' rows unless let in.
ALTER TABLE offer_plan NO FORCE ROW LEVEL SECURITY;
INSERT INTO offer_plan_version (tenant_id, plan_id, number, name, price_minor, currency, period, trial_days, billing,
    phases, rollout_policy)
  SELECT tenant_id, id, plan_version, name, price_minor, currency, period, trial_days, 'IN_ADVANCE', '[]', 'NEW_ONLY'
  FROM offer_plan WHERE status <> 'DRAFT';
ALTER TABLE offer_plan FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('offer_plan_version');

CREATE TABLE offer_price (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  revision bigint NOT NULL,
  plan_id uuid NOT NULL,
  component text NOT NULL,
  book_id uuid,
  currency text NOT NULL,
  metric text,
  terms jsonb NOT NULL,
  valid_from date,
  valid_to date,
  minimum_quantity numeric,
  maximum_quantity numeric,
  minimum_charge numeric CHECK (minimum_charge >= 0),
  billing text CHECK (billing IN ('IN_ADVANCE', 'IN_ARREARS')),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offer_price_plan ON offer_price (tenant_id, plan_id);
SELECT protect_tenant_rows('offer_price');

-- The books in use.
CREATE TABLE offer_price_book (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  parent_id uuid,
  currency text,
  country text,
  channel text,
  segment_id uuid,
  partner_tier text,
  adjustments jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('offer_price_book');
