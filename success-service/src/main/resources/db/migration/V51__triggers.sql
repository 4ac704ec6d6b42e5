-- Rules that watch customers. What a rule says is kept by revision, so that a task can tell what it rests on.
CREATE TABLE trigger_rule (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  enabled boolean NOT NULL,
  built_in boolean NOT NULL,
  revision int NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('trigger_rule');

CREATE TABLE trigger_rule_revision (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  revision int NOT NULL,
  definition jsonb NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, rule_id, revision),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES trigger_rule (tenant_id, id)
);
SELECT protect_tenant_rows('trigger_rule_revision');

-- Where a rule stands with a customer; one that is armed and has never fired has no row.
CREATE TABLE trigger_watch (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  state text NOT NULL,
  fired_value numeric,
  fired_on date NOT NULL,
  PRIMARY KEY (tenant_id, account_id, rule_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES trigger_rule (tenant_id, id)
);
SELECT protect_tenant_rows('trigger_watch');

-- How far the round through all customers has come, and when the next begins.
CREATE TABLE trigger_round (
  tenant_id text PRIMARY KEY,
  next_at timestamptz NOT NULL,
  after_account uuid NOT NULL
);
SELECT protect_tenant_rows('trigger_round');
