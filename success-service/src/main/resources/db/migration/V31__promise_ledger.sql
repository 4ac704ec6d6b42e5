-- Promises in a ledger: how they were measured, every step they took, and pages on which customers decide.
ALTER TABLE promise
  ADD COLUMN originally_due_on date;
ALTER TABLE promise NO FORCE ROW LEVEL SECURITY;
UPDATE promise SET originally_due_on = due_on;
ALTER TABLE promise FORCE ROW LEVEL SECURITY;
ALTER TABLE promise ALTER COLUMN originally_due_on SET NOT NULL;
CREATE INDEX promise_open ON promise (tenant_id, due_on, account_id) WHERE status IN ('PENDING', 'MEASURED', 'CONTESTED');
CREATE INDEX promise_due ON promise (tenant_id, due_on);

ALTER TABLE promise_measurement
  ADD COLUMN source text NOT NULL DEFAULT 'MANUAL',
  ADD COLUMN survey_id uuid,
  ADD COLUMN usage_metric text,
  ADD COLUMN first_day date,
  ADD COLUMN last_day date;
ALTER TABLE promise_measurement ALTER COLUMN source DROP DEFAULT;

CREATE TABLE promise_step (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  promise_id uuid NOT NULL,
  step text NOT NULL,
  status_before text NOT NULL,
  status_after text NOT NULL,
  measured numeric,
  due_before date,
  due_after date,
  taken_by text,
  reason text,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, promise_id) REFERENCES promise (tenant_id, id)
);
CREATE INDEX promise_step_promise ON promise_step (tenant_id, promise_id, id);
SELECT protect_tenant_rows('promise_step');

-- Of the secret in a link only the hash is kept. A link is about the measurement it was made for.
CREATE TABLE promise_link (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  promise_id uuid NOT NULL,
  token_hash text NOT NULL,
  measured numeric NOT NULL,
  measured_on date NOT NULL,
  expires_at timestamptz NOT NULL,
  used boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, promise_id) REFERENCES promise (tenant_id, id)
);
SELECT protect_tenant_rows('promise_link');
