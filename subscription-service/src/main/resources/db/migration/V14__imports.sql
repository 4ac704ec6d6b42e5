-- Subscriptions taken over from another system: read, checked, compared in shadow, and only then made real.

-- First day of an imported subscription that is charged here; the days before were charged elsewhere, and their terms
-- are SETTLED.
ALTER TABLE subscription ADD COLUMN charged_through date CHECK (charged_through >= start_date);
ALTER TABLE subscription_term
  DROP CONSTRAINT subscription_term_mode_check,
  ADD CONSTRAINT subscription_term_mode_check CHECK (mode IN ('TRIAL', 'SETTLED', 'RUNNING', 'PAUSED'));

-- An import, or the comparison of one with what another system expects. Whoever holds the lease works on it; what is
-- behind cursor is done for good. Times are the system's.
CREATE TABLE import_job (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  import_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('READING', 'CHECKING', 'CHECKED', 'SHADOW', 'ACTIVATING', 'ACTIVE', 'COMPARING',
    'COMPARED', 'FAILED', 'CANCELLED')),
  dry_run boolean NOT NULL,
  lines bigint NOT NULL,
  families bigint NOT NULL DEFAULT 0,
  cursor bigint NOT NULL DEFAULT 0,
  refused bigint NOT NULL DEFAULT 0,
  failed_at text,
  reason text,
  reason_arguments jsonb NOT NULL DEFAULT '[]',
  attempts int NOT NULL DEFAULT 0,
  lease_owner uuid,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import_job,
  CHECK ((status = 'FAILED') = (failed_at IS NOT NULL)),
  CHECK ((status = 'FAILED') = (reason IS NOT NULL)),
  CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
);
CREATE INDEX import_job_open ON import_job (created_at)
  WHERE status IN ('READING', 'CHECKING', 'ACTIVATING', 'COMPARING');
CREATE INDEX import_job_of ON import_job (tenant_id, import_id, id);
SELECT protect_plumbing_rows('import_job');

-- A line of a body. A family is what has to happen together: an account that stands below none of the file's, whatever
-- stands below it, and all that is theirs.
CREATE TABLE import_line (
  tenant_id text NOT NULL,
  job_id uuid NOT NULL,
  line bigint NOT NULL,
  content text NOT NULL,
  status text NOT NULL DEFAULT 'WAITING'
    CHECK (status IN ('WAITING', 'READ', 'CHECKED', 'UNCHANGED', 'REFUSED', 'TAKEN')),
  type text,
  external_id text,
  account text,
  parent text,
  digest text,
  family bigint,
  subject_id uuid,
  PRIMARY KEY (tenant_id, job_id, line),
  FOREIGN KEY (tenant_id, job_id) REFERENCES import_job ON DELETE CASCADE,
  CHECK (status <> 'TAKEN' OR subject_id IS NOT NULL)
);
CREATE INDEX import_line_of ON import_line (tenant_id, job_id, type, external_id);
CREATE INDEX import_line_parent ON import_line (tenant_id, job_id, parent) WHERE parent IS NOT NULL;
CREATE INDEX import_line_family ON import_line (tenant_id, job_id, family, line) WHERE family IS NOT NULL;
SELECT protect_tenant_rows('import_line');

CREATE TABLE import_error (
  tenant_id text NOT NULL,
  job_id uuid NOT NULL,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  line bigint NOT NULL,
  pointer text NOT NULL,
  code text NOT NULL,
  arguments jsonb NOT NULL,
  PRIMARY KEY (tenant_id, job_id, seq),
  FOREIGN KEY (tenant_id, job_id) REFERENCES import_job ON DELETE CASCADE
);
SELECT protect_tenant_rows('import_error');

-- What another system calls a thing, and what it became here: once for ever, whatever file brings it again.
CREATE TABLE import_reference (
  tenant_id text NOT NULL,
  type text NOT NULL CHECK (type IN ('account', 'subscription', 'receivable', 'balance')),
  external_id text NOT NULL,
  id uuid NOT NULL,
  digest text NOT NULL,
  job_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, type, external_id),
  UNIQUE (tenant_id, type, id)
);
SELECT protect_tenant_rows('import_reference');

-- What a comparison found of a period: what was expected, what would be billed, and why they differ.
CREATE TABLE import_finding (
  tenant_id text NOT NULL,
  job_id uuid NOT NULL,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  line bigint,
  family bigint NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('MATCH', 'DIFFERENT', 'MISSING', 'UNEXPECTED')),
  cause text CHECK ((verdict = 'MATCH') = (cause IS NULL)),
  currency char(3) NOT NULL,
  expected_minor bigint,
  billed_minor bigint,
  content jsonb NOT NULL,
  PRIMARY KEY (tenant_id, job_id, seq),
  FOREIGN KEY (tenant_id, job_id) REFERENCES import_job ON DELETE CASCADE
);
SELECT protect_tenant_rows('import_finding');
