-- Products with a lifecycle proved by evidence, plans in versions, releases, and a copy of what was sold.

ALTER TABLE product DROP CONSTRAINT product_status_check;
ALTER TABLE product
  ADD CONSTRAINT product_status_check CHECK (status IN ('IDEA', 'VALIDATING', 'ACTIVE', 'RETIRED')),
  ADD COLUMN origin text NOT NULL DEFAULT 'EXISTING' CHECK (origin IN ('NEW', 'EXISTING')),
  ADD COLUMN criticality text NOT NULL DEFAULT 'NORMAL'
    CHECK (criticality IN ('NORMAL', 'KEY_PROCESS', 'ARCHITECTURE')),
  ADD COLUMN override_reason text,
  ADD COLUMN override_by text,
  ADD COLUMN override_at timestamptz,
  ADD CHECK ((override_reason IS NULL) = (override_by IS NULL) AND (override_reason IS NULL) = (override_at IS NULL));
ALTER TABLE product ALTER COLUMN origin DROP DEFAULT, ALTER COLUMN criticality DROP DEFAULT;

-- Row-level security binds the owner too; until it is forced again the owner sees the rows there are.
ALTER TABLE product NO FORCE ROW LEVEL SECURITY;
UPDATE product SET origin = 'NEW' WHERE status = 'IDEA';
ALTER TABLE product FORCE ROW LEVEL SECURITY;

CREATE TABLE product_interview (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  interviewee text NOT NULL,
  function text NOT NULL,
  pain text NOT NULL,
  held_on date NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CREATE INDEX product_interview_product ON product_interview (tenant_id, product_id, id);
SELECT protect_tenant_rows('product_interview');

CREATE TABLE product_pre_sale (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  customer text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  amount_currency char(3) NOT NULL,
  form text NOT NULL CHECK (form IN ('PAID', 'LETTER')),
  agreed_on date NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CREATE INDEX product_pre_sale_product ON product_pre_sale (tenant_id, product_id, id);
SELECT protect_tenant_rows('product_pre_sale');

CREATE TABLE product_waiver (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  gate text NOT NULL CHECK (gate IN ('VALIDATION', 'ACTIVATION')),
  reason text NOT NULL,
  signed_by text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, product_id, gate),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
SELECT protect_tenant_rows('product_waiver');

CREATE TABLE product_feature (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, product_id, key),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
SELECT protect_tenant_rows('product_feature');

-- The plan's row repeats the terms that count now, so that the read made most often is one row by its key.
ALTER TABLE plan DROP CONSTRAINT plan_status_check, DROP CONSTRAINT plan_period_check, DROP CONSTRAINT plan_check;
ALTER TABLE plan
  ADD CONSTRAINT plan_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
  ADD CONSTRAINT plan_period_check CHECK (period IN ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  ADD CONSTRAINT plan_published_check CHECK ((status = 'DRAFT') = (published_at IS NULL)),
  ADD COLUMN add_on_of uuid,
  ADD COLUMN draft_version int,
  ADD COLUMN entitlements jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN touch_model text CHECK (touch_model IN ('TECH', 'LOW', 'HIGH')),
  ADD COLUMN success_metric text,
  ADD COLUMN rollout_policy text CHECK (rollout_policy IN ('NEW_ONLY', 'AT_RENEWAL', 'FROM')),
  ADD COLUMN rollout_from date,
  ADD FOREIGN KEY (tenant_id, add_on_of) REFERENCES plan;
ALTER TABLE plan ALTER COLUMN entitlements DROP DEFAULT;
CREATE INDEX plan_add_ons ON plan (tenant_id, add_on_of, id) WHERE add_on_of IS NOT NULL;

CREATE TABLE plan_version (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  plan_id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
  name text NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  price_currency char(3) NOT NULL,
  period text NOT NULL CHECK (period IN ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  trial_days int NOT NULL CHECK (trial_days >= 0),
  entitlements jsonb NOT NULL,
  touch_model text CHECK (touch_model IN ('TECH', 'LOW', 'HIGH')),
  success_metric text,
  rollout_policy text CHECK (rollout_policy IN ('NEW_ONLY', 'AT_RENEWAL', 'FROM')),
  rollout_from date,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, plan_id, number),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan,
  CHECK ((status = 'DRAFT') = (published_at IS NULL)),
  CHECK ((status = 'DRAFT') = (rollout_policy IS NULL)),
  CHECK ((rollout_policy = 'FROM') = (rollout_from IS NOT NULL))
);

ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
UPDATE plan SET
  draft_version = CASE WHEN status = 'DRAFT' THEN plan_version END,
  rollout_policy = CASE WHEN status = 'PUBLISHED' THEN 'NEW_ONLY' END;
INSERT INTO plan_version (tenant_id, id, version, plan_id, number, status, name, price_minor, price_currency, period,
    trial_days, entitlements, rollout_policy, created_at, published_at)
  SELECT tenant_id, gen_random_uuid(), 0, id, plan_version, status, name, price_minor, price_currency, period,
    trial_days, entitlements, rollout_policy, created_at, published_at FROM plan;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('plan_version');

CREATE TABLE release (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  title text NOT NULL,
  notes text NOT NULL,
  features jsonb NOT NULL,
  requesters jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'ANNOUNCED')),
  created_at timestamptz NOT NULL,
  announced_at timestamptz,
  announced_by text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  CHECK ((status = 'ANNOUNCED') = (announced_at IS NOT NULL))
);
CREATE INDEX release_product ON release (tenant_id, product_id, id);
SELECT protect_tenant_rows('release');

-- Copy of subscription-service's subscriptions; rebuilt by resetting the consumer's offsets.
CREATE TABLE sold_subscription (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  product_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  plan_version int NOT NULL,
  proposition_id uuid,
  proposition_version int,
  price_minor bigint NOT NULL,
  price_currency char(3) NOT NULL,
  period text NOT NULL,
  seats int NOT NULL,
  status text NOT NULL,
  start_date date NOT NULL,
  end_date date,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sold_subscription_plan ON sold_subscription (tenant_id, plan_id, status);
CREATE INDEX sold_subscription_product ON sold_subscription (tenant_id, product_id);
CREATE INDEX sold_subscription_proposition ON sold_subscription (tenant_id, proposition_id);
SELECT protect_tenant_rows('sold_subscription');
