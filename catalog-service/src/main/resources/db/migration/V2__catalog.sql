-- What is sold, to whom, with which promise, at which price.

CREATE TABLE product (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text,
  name text NOT NULL,
  kind text NOT NULL,
  description text,
  status text NOT NULL CHECK (status IN ('IDEA', 'ACTIVE')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);
SELECT protect_tenant_rows('product');

CREATE TABLE segment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  function text NOT NULL,
  problem text NOT NULL,
  company_size text NOT NULL CHECK (company_size IN ('S', 'M', 'L')),
  industries jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('segment');

CREATE TABLE value_proposition (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'APPROVED')),
  proposition_version int NOT NULL,
  one_liner text NOT NULL,
  pains jsonb NOT NULL,
  solution text NOT NULL,
  arguments jsonb NOT NULL,
  proof jsonb NOT NULL,
  benefit_metric text NOT NULL,
  benefit_unit text NOT NULL,
  benefit_baseline numeric NOT NULL,
  benefit_target numeric NOT NULL CHECK (benefit_target <> benefit_baseline),
  benefit_within_days int NOT NULL CHECK (benefit_within_days > 0),
  created_at timestamptz NOT NULL,
  approved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment,
  CHECK ((status = 'APPROVED') = (approved_at IS NOT NULL))
);
CREATE INDEX value_proposition_product ON value_proposition (tenant_id, product_id, id);
CREATE INDEX value_proposition_segment ON value_proposition (tenant_id, segment_id, id);
SELECT protect_tenant_rows('value_proposition');

-- A customer's word on a promise that rested on the proposition; the promise is success-service's.
CREATE TABLE evidence (
  tenant_id text NOT NULL,
  promise_id uuid NOT NULL,
  proposition_id uuid NOT NULL,
  proposition_version int NOT NULL,
  account_id uuid NOT NULL,
  metric text NOT NULL,
  unit text NOT NULL,
  baseline numeric NOT NULL,
  target numeric NOT NULL,
  measured numeric NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('CONFIRMED', 'PARTLY', 'NOT_ACHIEVED')),
  confirmed_on date NOT NULL,
  PRIMARY KEY (tenant_id, promise_id),
  FOREIGN KEY (tenant_id, proposition_id) REFERENCES value_proposition
);
CREATE INDEX evidence_latest ON evidence (tenant_id, proposition_id, confirmed_on DESC, promise_id DESC);
SELECT protect_tenant_rows('evidence');

CREATE TABLE plan (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  key text,
  name text NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED')),
  plan_version int NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  price_currency char(3) NOT NULL,
  period text NOT NULL CHECK (period IN ('MONTH')),
  trial_days int NOT NULL CHECK (trial_days >= 0),
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  CHECK ((status = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE INDEX plan_product ON plan (tenant_id, product_id, id);
SELECT protect_tenant_rows('plan');
