-- Journeys in editions that never change once published, and customers on their way through them.
CREATE TABLE journey (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text NOT NULL,
  edition int NOT NULL,
  name text NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED')),
  definition jsonb NOT NULL,
  built_in boolean NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key, edition)
);
CREATE INDEX journey_published ON journey (tenant_id, key, edition DESC) WHERE status = 'PUBLISHED';
SELECT protect_tenant_rows('journey');

-- A prospect has a deal and no account yet.
CREATE TABLE journey_enrolment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  journey_id uuid NOT NULL,
  account_id uuid,
  deal_id uuid,
  status text NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ENDED')),
  step int NOT NULL,
  -- When the step is to be taken; null while it waits for something to happen.
  due_at timestamptz,
  waits_for text,
  extensions int NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, journey_id) REFERENCES journey (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE UNIQUE INDEX journey_enrolment_running ON journey_enrolment (tenant_id, account_id) WHERE status <> 'ENDED';
CREATE UNIQUE INDEX journey_enrolment_deal ON journey_enrolment (tenant_id, deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX journey_enrolment_due ON journey_enrolment (tenant_id, due_at, id) WHERE status = 'ACTIVE';
CREATE INDEX journey_enrolment_account ON journey_enrolment (tenant_id, account_id, id);
CREATE INDEX journey_enrolment_journey ON journey_enrolment (tenant_id, journey_id, id);
SELECT protect_tenant_rows('journey_enrolment');

-- The steps taken, each once.
CREATE TABLE journey_step (
  tenant_id text NOT NULL,
  enrolment_id uuid NOT NULL,
  seq int NOT NULL,
  step text NOT NULL,
  due_at timestamptz NOT NULL,
  taken_at timestamptz NOT NULL,
  result text NOT NULL,
  effect_id uuid,
  PRIMARY KEY (tenant_id, enrolment_id, seq),
  FOREIGN KEY (tenant_id, enrolment_id) REFERENCES journey_enrolment (tenant_id, id)
);
SELECT protect_tenant_rows('journey_step');
