-- What other systems of a tenant are told: where they are, and what is on its way to them.
CREATE TABLE webhook_endpoint (
  tenant_id text NOT NULL,
  key text NOT NULL,
  version bigint NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
SELECT protect_tenant_rows('webhook_endpoint');

-- Of an endpoint that may be gone: what it was told stays.
CREATE TABLE webhook_call (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  endpoint text NOT NULL,
  account_id uuid,
  dedupe_key text NOT NULL,
  -- As it is signed, to the byte.
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('WAITING', 'DELIVERED', 'FAILED')),
  reason text,
  attempts int NOT NULL DEFAULT 0,
  -- By the system's clock: when it is tried, or taken from a replica that has died with it.
  due_at timestamptz NOT NULL,
  -- By the tenant's.
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, dedupe_key),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX webhook_call_due ON webhook_call (tenant_id, due_at, id) WHERE status = 'WAITING';
CREATE INDEX webhook_call_account ON webhook_call (tenant_id, account_id, id);
SELECT protect_tenant_rows('webhook_call');
