-- Published versions of plans on their way to those who subscribed to an older one. A rollout first gathers whom it
-- concerns, some at a time from after_id on, and then brings each of them to the version, in a transaction of its own.

CREATE TABLE plan_rollout (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  plan_version int NOT NULL,
  plan_name text NOT NULL,
  policy text NOT NULL CHECK (policy IN ('AT_RENEWAL', 'FROM')),
  from_date date CHECK ((policy = 'FROM') = (from_date IS NOT NULL)),
  published_at timestamptz NOT NULL,
  after_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  gathered boolean NOT NULL DEFAULT false,
  finished boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, plan_id, plan_version),
  CHECK (gathered OR NOT finished)
);
CREATE INDEX plan_rollout_open ON plan_rollout (tenant_id, id) WHERE NOT finished;
SELECT protect_tenant_rows('plan_rollout');

-- One subscription's part: PENDING until it has been decided about, once for ever. retry_at is in the system's time.
CREATE TABLE plan_rollout_part (
  tenant_id text NOT NULL,
  rollout_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'CHANGED', 'LEFT_OUT')),
  effective_on date CHECK ((status = 'CHANGED') = (effective_on IS NOT NULL)),
  failures int NOT NULL DEFAULT 0,
  retry_at timestamptz,
  PRIMARY KEY (tenant_id, rollout_id, subscription_id),
  FOREIGN KEY (tenant_id, rollout_id) REFERENCES plan_rollout,
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription
);
CREATE INDEX plan_rollout_part_pending ON plan_rollout_part (tenant_id, rollout_id, subscription_id)
  WHERE status = 'PENDING';
SELECT protect_tenant_rows('plan_rollout_part');
