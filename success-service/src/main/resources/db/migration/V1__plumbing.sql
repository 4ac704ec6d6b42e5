-- The tables behind the service kit's promises; the same first migration in every service.

-- Row-level security for a table of tenants' rows, binding its owner too.
CREATE FUNCTION protect_tenant_rows(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tab);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tab);
  EXECUTE format('CREATE POLICY tenant ON %s USING (tenant_id = current_setting(''rivulet.tenant'', true))', tab);
END $$;

-- Plumbing is handled across tenants by the relay and the clean-up jobs, which run in the scope '*'.
CREATE FUNCTION protect_plumbing_rows(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM protect_tenant_rows(tab);
  EXECUTE format('CREATE POLICY plumbing ON %s USING (current_setting(''rivulet.tenant'', true) = ''*'')', tab);
END $$;

-- Debezium's outbox-router shape: aggregatetype is the topic, aggregateid the key; the rest become headers.
CREATE TABLE outbox (
  shard smallint NOT NULL GENERATED ALWAYS AS ((hashtext(aggregateid) & 15)::smallint) STORED,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  id uuid NOT NULL,
  tenant_id text NOT NULL,
  aggregatetype text NOT NULL,
  aggregateid text NOT NULL,
  type text NOT NULL,
  version bigint NOT NULL,
  payload text,
  traceparent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (shard, seq)
);
SELECT protect_plumbing_rows('outbox');

CREATE TABLE inbox (
  tenant_id text NOT NULL,
  consumer text NOT NULL,
  source text NOT NULL,
  event_id text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, consumer, source, event_id)
);
CREATE INDEX inbox_received_at ON inbox USING brin (received_at);
SELECT protect_plumbing_rows('inbox');

CREATE TABLE inbox_version (
  tenant_id text NOT NULL,
  consumer text NOT NULL,
  topic text NOT NULL,
  aggregate_id text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, consumer, topic, aggregate_id)
);
SELECT protect_tenant_rows('inbox_version');

CREATE TABLE dead_letter (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  consumer text NOT NULL,
  topic text NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  aggregate_id text NOT NULL,
  event text,
  payload text,
  reason text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  resolved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, consumer, topic, partition, "offset")
);
CREATE INDEX dead_letter_waiting ON dead_letter (tenant_id, consumer, aggregate_id) WHERE resolved_at IS NULL;
SELECT protect_plumbing_rows('dead_letter');

CREATE TABLE idempotency_key (
  tenant_id text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status int,
  headers text,
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key USING brin (created_at);
SELECT protect_plumbing_rows('idempotency_key');

CREATE TABLE tenant_clock (
  tenant_id text PRIMARY KEY,
  now timestamptz NOT NULL
);
SELECT protect_tenant_rows('tenant_clock');
