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
