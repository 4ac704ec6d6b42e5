-- Messages to people at customers: what is said, when it may go out, and what became of it.
CREATE TABLE message_settings (
  tenant_id text PRIMARY KEY,
  version bigint NOT NULL,
  quiet_from time NOT NULL,
  quiet_until time NOT NULL,
  most int NOT NULL,
  within_days int NOT NULL,
  webhook_url text,
  webhook_secret text
);
SELECT protect_tenant_rows('message_settings');

CREATE TABLE message_template (
  tenant_id text NOT NULL,
  key text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'ru')),
  subject text NOT NULL,
  body text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key, language)
);
SELECT protect_tenant_rows('message_template');

CREATE TABLE message (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  recipient text NOT NULL,
  zone text NOT NULL,
  language text NOT NULL,
  template text NOT NULL,
  dedupe_key text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  unsubscribe_link text NOT NULL,
  status text NOT NULL CHECK (status IN ('WAITING', 'SENT', 'SUPPRESSED', 'EXPIRED', 'FAILED')),
  reason text,
  -- By the tenant's clock: when it may go out, and until when that makes sense.
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  -- By the system's: outages and the replica that is at it know nothing of test clocks.
  attempts int NOT NULL DEFAULT 0,
  retry_at timestamptz,
  claimed_until timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, dedupe_key),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX message_due ON message (tenant_id, due_at, id) WHERE status = 'WAITING';
CREATE INDEX message_recipient ON message (tenant_id, recipient, sent_at) WHERE status IN ('WAITING', 'SENT');
CREATE INDEX message_account ON message (tenant_id, account_id, id);
SELECT protect_tenant_rows('message');

-- Who wants no more messages. Of the links only the hash is kept: who reads the database can end nobody's messages.
CREATE TABLE message_opt_out (
  tenant_id text NOT NULL,
  recipient text NOT NULL,
  opted_out_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, recipient)
);
SELECT protect_tenant_rows('message_opt_out');

CREATE TABLE message_link (
  tenant_id text NOT NULL,
  hash text NOT NULL,
  recipient text NOT NULL,
  PRIMARY KEY (tenant_id, hash)
);
SELECT protect_tenant_rows('message_link');
