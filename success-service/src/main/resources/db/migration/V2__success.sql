-- Customers and what they bought, copied from the subscription service's events.
-- A row appears with whichever event comes first; name, zone and currency follow with the account's own.
CREATE TABLE customer (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text,
  zone text,
  currency char(3),
  known_since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customer_name ON customer (tenant_id, lower(name) text_pattern_ops);
SELECT protect_tenant_rows('customer');

CREATE TABLE subscription (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  plan_name text NOT NULL,
  seats int NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  status text NOT NULL,
  start_date date NOT NULL,
  end_date date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX subscription_account ON subscription (tenant_id, account_id);
SELECT protect_tenant_rows('subscription');

CREATE TABLE receivable (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  due_on date NOT NULL,
  paid_on date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX receivable_account ON receivable (tenant_id, account_id);
SELECT protect_tenant_rows('receivable');

-- Consumption by local day. No foreign key: usage may be reported before the customer is heard of.
CREATE TABLE usage_day (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  metric text NOT NULL,
  user_id text NOT NULL,
  quantity numeric(30, 6) NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id, day, metric, user_id)
);
SELECT protect_tenant_rows('usage_day');

CREATE TABLE survey_answer (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  value int NOT NULL CHECK (value BETWEEN 0 AND 10),
  respondent text NOT NULL,
  comment text,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX survey_answer_latest ON survey_answer (tenant_id, kind, account_id, respondent, answered_at DESC, id DESC);
SELECT protect_tenant_rows('survey_answer');

-- The last computed score; a component without a value is missing, not zero.
CREATE TABLE customer_score (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  version bigint NOT NULL,
  score numeric(4, 1),
  coverage numeric(5, 4) NOT NULL,
  licences numeric(7, 4),
  nps numeric(7, 4),
  payment numeric(7, 4),
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX customer_score_computed ON customer_score (tenant_id, computed_at);
SELECT protect_tenant_rows('customer_score');

-- Which tenants have scores, so that the passing of time can be accounted for in each.
CREATE TABLE scored_tenant (
  tenant_id text PRIMARY KEY
);
SELECT protect_plumbing_rows('scored_tenant');

CREATE TABLE success_task (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  status text NOT NULL,
  due_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  completed_at timestamptz,
  outcome text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE UNIQUE INDEX success_task_open ON success_task (tenant_id, account_id, kind) WHERE status = 'OPEN';
CREATE INDEX success_task_account ON success_task (tenant_id, account_id, id);
SELECT protect_tenant_rows('success_task');

-- The promise pinned when the subscription was signed, and how it came out.
CREATE TABLE promise (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  proposition_id uuid NOT NULL,
  proposition_version bigint NOT NULL,
  metric text NOT NULL,
  unit text NOT NULL,
  baseline numeric NOT NULL,
  target numeric NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL,
  measured numeric,
  measured_on date,
  confirmed_by text,
  confirmed_on date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, subscription_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription (tenant_id, id)
);
CREATE INDEX promise_account ON promise (tenant_id, account_id, id);
SELECT protect_tenant_rows('promise');

CREATE TABLE promise_measurement (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  promise_id uuid NOT NULL,
  value numeric NOT NULL,
  measured_on date NOT NULL,
  note text,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, promise_id) REFERENCES promise (tenant_id, id)
);
CREATE INDEX promise_measurement_promise ON promise_measurement (tenant_id, promise_id, measured_on DESC, id DESC);
SELECT protect_tenant_rows('promise_measurement');
