-- From how much usage on an account (subject_id = account_id) or one of its subscriptions is asked for it at once.
CREATE TABLE usage_threshold (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  amount_minor bigint CHECK (amount_minor > 0),
  currency char(3),
  metric text,
  quantity numeric(18, 6) CHECK (quantity > 0),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id, subject_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  CHECK ((metric IS NULL) = (quantity IS NULL)),
  CHECK (num_nonnulls(amount_minor, quantity) > 0)
);
SELECT protect_tenant_rows('usage_threshold');

-- What usage was charged with before its days were over: few, and looked for whenever usage is charged.
CREATE INDEX charge_so_far ON charge (tenant_id, subscription_id) WHERE reason = 'USAGE_SO_FAR';
