-- The ledger of recurring revenue, copied from the subscription service's events, and its sums by cohort and month.
-- Months are counted from January of the year 0, so that their difference is an age: 2026-03 is 24314.
CREATE TABLE revenue_account (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, account_id)
);
SELECT protect_tenant_rows('revenue_account');

CREATE TABLE revenue_movement (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  currency char(3) NOT NULL,
  moved_on date NOT NULL,
  kind text NOT NULL,
  minor bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  late boolean NOT NULL,
  plan_id uuid,
  product_id uuid,
  segment_id uuid,
  partner_id uuid,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX revenue_movement_account ON revenue_movement (tenant_id, account_id, currency) INCLUDE (moved_on, minor, kind);
CREATE INDEX revenue_movement_late ON revenue_movement (tenant_id, recorded_at, id) WHERE late;
SELECT protect_tenant_rows('revenue_movement');

-- Which cohort an account belongs to.
CREATE TABLE revenue_start (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  currency char(3) NOT NULL,
  start_month int NOT NULL,
  base bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id, currency)
);
CREATE INDEX revenue_start_cohort ON revenue_start (tenant_id, currency, start_month) INCLUDE (account_id);
SELECT protect_tenant_rows('revenue_start');

-- What accounts can be told apart by, besides what their first movement says.
CREATE TABLE revenue_attribute (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  attribute text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (tenant_id, account_id, attribute)
);
SELECT protect_tenant_rows('revenue_attribute');

-- Sums over the accounts of a cohort; attribute and value are empty for all of them.
CREATE TABLE revenue_rollup (
  tenant_id text NOT NULL,
  attribute text NOT NULL,
  value text NOT NULL,
  currency char(3) NOT NULL,
  start_month int NOT NULL,
  month int NOT NULL,
  joined bigint NOT NULL,
  base bigint NOT NULL,
  active bigint NOT NULL,
  mrr bigint NOT NULL,
  kept bigint NOT NULL,
  lost bigint NOT NULL,
  shrunk bigint NOT NULL,
  gained_new bigint NOT NULL,
  expansion bigint NOT NULL,
  contraction bigint NOT NULL,
  churn bigint NOT NULL,
  reactivation bigint NOT NULL,
  late_joined bigint NOT NULL,
  late_base bigint NOT NULL,
  late_active bigint NOT NULL,
  late_mrr bigint NOT NULL,
  late_kept bigint NOT NULL,
  late_lost bigint NOT NULL,
  late_shrunk bigint NOT NULL,
  late_gained_new bigint NOT NULL,
  late_expansion bigint NOT NULL,
  late_contraction bigint NOT NULL,
  late_churn bigint NOT NULL,
  late_reactivation bigint NOT NULL,
  late_begin_active bigint NOT NULL,
  late_begin_mrr bigint NOT NULL,
  late_begun bigint NOT NULL,
  PRIMARY KEY (tenant_id, attribute, value, currency, start_month, month)
);
SELECT protect_tenant_rows('revenue_rollup');

-- Which tenants have revenue, and from which month on it has changed since somebody last asked.
CREATE TABLE revenue_tenant (
  tenant_id text PRIMARY KEY,
  changed_from int,
  changed_at timestamptz NOT NULL
);
SELECT protect_plumbing_rows('revenue_tenant');
