-- What a customer has trouble with. A ticket of another system is known by its source and id there.
CREATE TABLE problem (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  title text NOT NULL,
  description text,
  severity text NOT NULL CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  state text NOT NULL CHECK (state IN ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED')),
  product_id uuid,
  feature text,
  contact_id uuid,
  source text,
  external_id text,
  opened_at timestamptz NOT NULL,
  first_response_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  reopened int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id),
  CHECK ((source IS NULL) = (external_id IS NULL))
);
CREATE UNIQUE INDEX problem_ticket ON problem (tenant_id, source, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX problem_account ON problem (tenant_id, account_id, id);
CREATE INDEX problem_open ON problem (tenant_id, account_id, severity) WHERE state IN ('OPEN', 'IN_PROGRESS', 'WAITING');
SELECT protect_tenant_rows('problem');

-- What a customer says of a product. The revenue is the customer's when it said so, so that what is asked for can be
-- ranked by what depends on it; the request is what several items are merged into.
CREATE TABLE feedback (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PROBLEM', 'WISH', 'PRAISE')),
  text text NOT NULL,
  product_id uuid NOT NULL,
  feature text,
  contact_id uuid,
  mrr_minor bigint NOT NULL,
  mrr_currency char(3),
  given_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  request_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX feedback_account ON feedback (tenant_id, account_id, id);
CREATE INDEX feedback_product ON feedback (tenant_id, product_id, feature, id);
CREATE INDEX feedback_request ON feedback (tenant_id, request_id) WHERE request_id IS NOT NULL;
SELECT protect_tenant_rows('feedback');

-- The key of the hashes by which erased people are recognised: random, so that nobody can try addresses without it.
CREATE TABLE erasure_key (
  tenant_id text PRIMARY KEY,
  key bytea NOT NULL
);
SELECT protect_tenant_rows('erasure_key');

CREATE TABLE erased_identity (
  tenant_id text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, hash)
);
SELECT protect_tenant_rows('erased_identity');

CREATE TABLE erasure (
  tenant_id text NOT NULL,
  contact_id uuid NOT NULL,
  account_id uuid NOT NULL,
  requested_by text NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, contact_id)
);
SELECT protect_tenant_rows('erasure');
