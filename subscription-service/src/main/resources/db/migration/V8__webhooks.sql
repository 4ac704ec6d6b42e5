-- Where integrators want to hear of events. The secrets sign what is sent; the one before is valid for a while, too.
CREATE TABLE webhook_endpoint (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL CHECK (cardinality(event_types) > 0),
  description text,
  enabled boolean NOT NULL,
  disabled_reason text CHECK (disabled_reason IN ('BY_HAND', 'CONTINUOUS_FAILURE', 'GONE')),
  disabled_at timestamptz,
  secret bytea NOT NULL,
  previous_secret bytea,
  previous_until timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (enabled = (disabled_reason IS NULL) AND enabled = (disabled_at IS NULL)),
  CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
SELECT protect_tenant_rows('webhook_endpoint');

-- Where delivery to each endpoint stands; workers of all replicas claim due rows of all tenants here, and learn nothing
-- else. due_at is when its oldest waiting delivery is to be tried, null when none waits or the endpoint is disabled.
CREATE TABLE webhook_queue (
  tenant_id text NOT NULL,
  endpoint_id uuid NOT NULL,
  due_at timestamptz,
  claimed_by uuid,
  claimed_until timestamptz,
  failing_since timestamptz,
  PRIMARY KEY (tenant_id, endpoint_id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint ON DELETE CASCADE
);
CREATE INDEX webhook_queue_due ON webhook_queue (due_at) WHERE due_at IS NOT NULL;
SELECT protect_plumbing_rows('webhook_queue');

-- One event for one endpoint; seq is the order they are sent in.
CREATE TABLE webhook_delivery (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  endpoint_id uuid NOT NULL,
  event_id text NOT NULL,
  event_type text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED', 'SKIPPED')),
  attempts int NOT NULL DEFAULT 0,
  failures int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_delivery_once UNIQUE (tenant_id, endpoint_id, event_id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint ON DELETE CASCADE,
  CHECK ((status = 'PENDING') = (next_attempt_at IS NOT NULL)),
  CHECK ((status = 'PENDING') = (finished_at IS NULL))
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (tenant_id, endpoint_id, seq) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_endpoint ON webhook_delivery (tenant_id, endpoint_id, id);
CREATE INDEX webhook_delivery_finished ON webhook_delivery (tenant_id, finished_at) WHERE finished_at IS NOT NULL;
SELECT protect_tenant_rows('webhook_delivery');

CREATE TABLE webhook_attempt (
  tenant_id text NOT NULL,
  delivery_id uuid NOT NULL,
  number int NOT NULL,
  at timestamptz NOT NULL,
  cause text NOT NULL,
  outcome text NOT NULL,
  status_code int,
  latency_millis int NOT NULL,
  answer text,
  PRIMARY KEY (tenant_id, delivery_id, number),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_delivery ON DELETE CASCADE
);
SELECT protect_tenant_rows('webhook_attempt');
