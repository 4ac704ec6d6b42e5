-- Long work asked for over HTTP, and the texts one searches in.

-- Jobs are claimed across tenants; a replica that runs one holds it by a lease that ends soon after the replica does.
CREATE TABLE job (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  kind text NOT NULL,
  status text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  dry_run boolean NOT NULL,
  parameters jsonb NOT NULL,
  rows_done bigint NOT NULL DEFAULT 0,
  rows_kept bigint NOT NULL DEFAULT 0,
  rows_total bigint,
  rows_refused bigint NOT NULL DEFAULT 0,
  summary jsonb NOT NULL DEFAULT '{}',
  reason text,
  reason_arguments jsonb NOT NULL DEFAULT '[]',
  attempts int NOT NULL DEFAULT 0,
  lease_owner uuid,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((status = 'RUNNING') = (lease_owner IS NOT NULL)),
  CHECK ((status IN ('SUCCEEDED', 'FAILED')) = (finished_at IS NOT NULL)),
  CHECK ((status = 'FAILED') = (reason IS NOT NULL))
);
CREATE INDEX job_open ON job (created_at) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;
SELECT protect_plumbing_rows('job');

CREATE TABLE job_part (
  tenant_id text NOT NULL,
  job_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('INPUT', 'RESULT')),
  part int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (tenant_id, job_id, side, part),
  FOREIGN KEY (tenant_id, job_id) REFERENCES job ON DELETE CASCADE
);
SELECT protect_tenant_rows('job_part');

CREATE TABLE job_row_error (
  tenant_id text NOT NULL,
  job_id uuid NOT NULL,
  seq bigint NOT NULL,
  line bigint NOT NULL,
  pointer text NOT NULL,
  code text NOT NULL,
  arguments jsonb NOT NULL,
  PRIMARY KEY (tenant_id, job_id, seq),
  FOREIGN KEY (tenant_id, job_id) REFERENCES job ON DELETE CASCADE
);
SELECT protect_tenant_rows('job_row_error');

-- The configuration 'russian' stems Cyrillic words as Russian and Latin ones as English, so one vector serves both.
CREATE TABLE search_document (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  lang text NOT NULL CHECK (lang IN ('en', 'ru')),
  title text NOT NULL,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', body), 'B')) STORED,
  PRIMARY KEY (tenant_id, id)
);
-- No GIN index: under row-level security PostgreSQL may not ask @@ (not leakproof) before it knows whose row it is, so
-- that a search reads the tenant's own documents by the primary key.

-- What is there already, of every tenant: the only moment at which the owner may see their rows.
ALTER TABLE product NO FORCE ROW LEVEL SECURITY;
ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
ALTER TABLE value_proposition NO FORCE ROW LEVEL SECURITY;
INSERT INTO search_document (tenant_id, id, kind, lang, title, body)
SELECT tenant_id, id, kind, CASE WHEN title || body ~ '[А-Яа-яЁё]' THEN 'ru' ELSE 'en' END, title, body FROM (
  SELECT tenant_id, id, 'product' AS kind, name AS title, concat_ws(E'\n', key, description) AS body FROM product
  UNION ALL SELECT tenant_id, id, 'plan', name, coalesce(key, '') FROM plan
  UNION ALL SELECT tenant_id, id, 'value-proposition', one_liner, concat_ws(E'\n',
    (SELECT string_agg(pain, E'\n') FROM jsonb_array_elements_text(pains) pain), solution,
    (SELECT string_agg(argument ->> 'text', E'\n') FROM jsonb_array_elements(arguments) argument),
    (SELECT string_agg(story, E'\n') FROM jsonb_array_elements_text(proof) story)) FROM value_proposition
) found;
ALTER TABLE product FORCE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
ALTER TABLE value_proposition FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('search_document');
