-- More of what the subscription service tells. Copies are functions of what was heard and nothing else: no row counts
-- its own writes or knows when it was written, so that a copy built anew is the same to the last bit.
ALTER TABLE customer
  DROP COLUMN version,
  DROP COLUMN known_since,
  ADD COLUMN told_version bigint NOT NULL DEFAULT -1,
  ADD COLUMN opened_at timestamptz,
  -- A deal near signature whose customer has no account yet; the id is the deal's.
  ADD COLUMN prospect boolean NOT NULL DEFAULT false,
  ADD COLUMN lost boolean NOT NULL DEFAULT false,
  -- The account that the prospect became.
  ADD COLUMN joined_to uuid;

ALTER TABLE subscription
  DROP COLUMN version,
  ADD COLUMN told_version bigint NOT NULL DEFAULT -1,
  ADD COLUMN product_id uuid,
  ADD COLUMN plan_id uuid,
  ADD COLUMN plan_version int,
  ADD COLUMN period text NOT NULL DEFAULT 'MONTH',
  ADD COLUMN phase text NOT NULL DEFAULT 'RUNNING',
  ADD COLUMN base_id uuid,
  ADD COLUMN segment_id uuid,
  -- What it adds to monthly recurring revenue, in minor units of its currency.
  ADD COLUMN monthly_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN history jsonb NOT NULL DEFAULT '[]';

CREATE TABLE deal (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  told_version bigint NOT NULL,
  -- The customer: the account, or while there is none the prospect, which has the deal's id.
  customer_id uuid NOT NULL,
  stage text NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  proposition_id uuid,
  owner text NOT NULL,
  partner_id uuid,
  seats int NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  expected_close date NOT NULL,
  stage_since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX deal_customer ON deal (tenant_id, customer_id);
SELECT protect_tenant_rows('deal');

-- People at customers. An erased person is remembered by a keyed hash alone, so that no snapshot brings them back.
CREATE TABLE contact (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  told_version bigint NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  function text NOT NULL,
  locale text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX contact_account ON contact (tenant_id, account_id, id);
SELECT protect_tenant_rows('contact');

-- Payment behaviour.
ALTER TABLE receivable
  DROP COLUMN version,
  ADD COLUMN number text,
  ADD COLUMN issued_on date,
  ADD COLUMN written_off boolean NOT NULL DEFAULT false;
CREATE INDEX receivable_due ON receivable (tenant_id, account_id, due_on);

-- What went wrong with money, or was given back: one row a fact, whatever the order they come in.
CREATE TABLE payment_fact (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  happened_on date,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX payment_fact_account ON payment_fact (tenant_id, account_id, kind, happened_on);
SELECT protect_tenant_rows('payment_fact');

CREATE TABLE suspension (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  episode int NOT NULL,
  suspended_on date,
  resumed_on date,
  PRIMARY KEY (tenant_id, account_id, episode)
);
SELECT protect_tenant_rows('suspension');

-- Who looks after a customer, and what is said of it here; not a copy of anything.
CREATE TABLE customer_care (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  version bigint NOT NULL,
  manager text,
  segment_id uuid,
  sponsor_contact_id uuid,
  attributes jsonb NOT NULL DEFAULT '{}',
  -- No reference to the customer: a manager may be found for a deal before it is heard whose it is.
  PRIMARY KEY (tenant_id, account_id)
);
CREATE INDEX customer_care_manager ON customer_care (tenant_id, lower(manager), account_id);
SELECT protect_tenant_rows('customer_care');

-- The names that a tenant's customers may have attributes of.
CREATE TABLE customer_attribute (
  tenant_id text NOT NULL,
  name text NOT NULL,
  type text NOT NULL CHECK (type IN ('TEXT', 'NUMBER', 'DATE', 'BOOLEAN')),
  PRIMARY KEY (tenant_id, name)
);
SELECT protect_tenant_rows('customer_attribute');

CREATE TABLE access_policy (
  tenant_id text PRIMARY KEY,
  version bigint NOT NULL,
  managers_see text NOT NULL CHECK (managers_see IN ('ALL', 'PORTFOLIO'))
);
SELECT protect_tenant_rows('access_policy');

-- What a list of customers is filtered and sorted by, kept with every change of it.
CREATE TABLE customer_card (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL DEFAULT '',
  zone text,
  status text NOT NULL DEFAULT 'NEW',
  manager text,
  segment_id uuid,
  mrr_minor bigint NOT NULL DEFAULT 0,
  currency char(3),
  score numeric(4, 1),
  coverage numeric(5, 4),
  PRIMARY KEY (tenant_id, account_id)
);
CREATE INDEX customer_card_name ON customer_card (tenant_id, lower(name), account_id);
CREATE INDEX customer_card_prefix ON customer_card (tenant_id, lower(name) text_pattern_ops);
CREATE INDEX customer_card_manager ON customer_card (tenant_id, lower(manager), account_id);
CREATE INDEX customer_card_mrr ON customer_card (tenant_id, currency, mrr_minor, account_id);
CREATE INDEX customer_card_score ON customer_card (tenant_id, coalesce(score, 1000), account_id);
-- Customers known already; the rest of a card follows with what is heard next.
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
INSERT INTO customer_card (tenant_id, account_id, name, zone, currency)
  SELECT tenant_id, id, coalesce(name, ''), zone, currency FROM customer;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('customer_card');

-- Meetings and calls with people at a customer.
CREATE TABLE interaction (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  contact_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  summary text,
  recorded_by text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX interaction_account ON interaction (tenant_id, account_id, occurred_at DESC, id DESC);
CREATE INDEX interaction_contact ON interaction (tenant_id, contact_id, occurred_at DESC);
SELECT protect_tenant_rows('interaction');
