-- Copies of what the catalog publishes; rebuilt by resetting the consumers' offsets.
CREATE TABLE offer_plan (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  key text,
  name text NOT NULL,
  status text NOT NULL,
  plan_version int NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency char(3) NOT NULL,
  period text NOT NULL,
  trial_days int NOT NULL CHECK (trial_days >= 0),
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('offer_plan');

CREATE TABLE offer_proposition (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  status text NOT NULL,
  proposition_version int NOT NULL,
  one_liner text NOT NULL,
  benefit_metric text,
  benefit_unit text,
  benefit_baseline text,
  benefit_target text,
  benefit_within_days int,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offer_proposition_product ON offer_proposition (tenant_id, product_id);
SELECT protect_tenant_rows('offer_proposition');

CREATE TABLE account (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  currency char(3) NOT NULL,
  email text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('account');

CREATE TABLE subscription (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  product_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  plan_name text NOT NULL,
  plan_version int NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency char(3) NOT NULL,
  period text NOT NULL,
  proposition_id uuid NOT NULL,
  proposition_version int NOT NULL,
  benefit_metric text,
  benefit_unit text,
  benefit_baseline text,
  benefit_target text,
  benefit_within_days int,
  seats int NOT NULL CHECK (seats BETWEEN 1 AND 100000),
  status text NOT NULL CHECK (status IN ('ACTIVE', 'CANCELLED')),
  start_date date NOT NULL,
  end_date date CHECK (end_date >= start_date),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  CHECK (status = 'ACTIVE' OR end_date IS NOT NULL)
);
CREATE INDEX subscription_account ON subscription (tenant_id, account_id, id);
SELECT protect_tenant_rows('subscription');
