-- Where billing of each subscription stands. due_at is the start of next_bill_on in the account's zone, so that one
-- index over instants answers "what is due", whatever the zones; null once the subscription has ended.
CREATE TABLE billing_cursor (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  zone text NOT NULL,
  plan_id uuid NOT NULL,
  plan_name text NOT NULL,
  plan_version int NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency char(3) NOT NULL,
  anchor date NOT NULL,
  next_period int NOT NULL CHECK (next_period >= 0),
  next_bill_on date NOT NULL,
  ends_on date CHECK (ends_on >= next_bill_on),
  due_at timestamptz,
  failures int NOT NULL DEFAULT 0,
  failure text,
  retry_at timestamptz,
  PRIMARY KEY (tenant_id, subscription_id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription,
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE INDEX billing_cursor_due ON billing_cursor (tenant_id, due_at, ends_on NULLS FIRST, subscription_id)
  WHERE due_at IS NOT NULL;
CREATE INDEX billing_cursor_account ON billing_cursor (tenant_id, account_id, due_at);
SELECT protect_tenant_rows('billing_cursor');

-- Tenants that have something to bill: the invoice run looks at each of them.
CREATE TABLE billing_tenant (
  tenant_id text PRIMARY KEY
);
SELECT protect_plumbing_rows('billing_tenant');

-- The last invoice number given; its row is locked until the invoice commits, so that no number is ever skipped.
CREATE TABLE invoice_counter (
  tenant_id text PRIMARY KEY,
  last bigint NOT NULL
);
SELECT protect_tenant_rows('invoice_counter');

CREATE TABLE invoice (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  status text NOT NULL,
  total_minor bigint NOT NULL CHECK (total_minor >= 0),
  paid_minor bigint NOT NULL CHECK (paid_minor BETWEEN 0 AND total_minor),
  currency char(3) NOT NULL,
  issue_date date NOT NULL,
  due_date date NOT NULL CHECK (due_date >= issue_date),
  period_start date NOT NULL,
  period_end date NOT NULL CHECK (period_end > period_start),
  last_paid_on date,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT invoice_number UNIQUE (tenant_id, number),
  CONSTRAINT invoice_once_per_period UNIQUE (tenant_id, subscription_id, period_start),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription,
  CONSTRAINT invoice_status_tells_payment CHECK (status = CASE
    WHEN paid_minor = total_minor THEN 'PAID'
    WHEN paid_minor > 0 THEN 'PARTIALLY_PAID'
    ELSE 'FINALIZED' END),
  CHECK ((status = 'FINALIZED') = (last_paid_on IS NULL))
);
CREATE INDEX invoice_account ON invoice (tenant_id, account_id, id);
CREATE INDEX invoice_subscription ON invoice (tenant_id, subscription_id, id);
CREATE INDEX invoice_status ON invoice (tenant_id, status, id);
SELECT protect_tenant_rows('invoice');

CREATE TABLE invoice_line (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  position int NOT NULL,
  kind text NOT NULL,
  description text NOT NULL,
  plan_id uuid NOT NULL,
  plan_version int NOT NULL,
  unit_price_minor bigint NOT NULL,
  quantity bigint NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, invoice_id, position),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice
);
SELECT protect_tenant_rows('invoice_line');

CREATE TABLE payment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  account_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  method text NOT NULL,
  reference text NOT NULL,
  received_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_reference UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice,
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE INDEX payment_invoice ON payment (tenant_id, invoice_id, id);
SELECT protect_tenant_rows('payment');

-- Recurring revenue of an account after its last movement; locked while a movement is added.
CREATE TABLE mrr_balance (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  minor bigint NOT NULL CHECK (minor >= 0),
  currency char(3) NOT NULL,
  moves bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
SELECT protect_tenant_rows('mrr_balance');

CREATE TABLE mrr_movement (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('STARTED', 'ENDED')),
  kind text NOT NULL CHECK (kind IN ('NEW', 'EXPANSION', 'CONTRACTION', 'CHURN', 'REACTIVATION')),
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  currency char(3) NOT NULL,
  moved_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT mrr_movement_once UNIQUE (tenant_id, subscription_id, cause),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription
);
CREATE INDEX mrr_movement_day ON mrr_movement (tenant_id, moved_on) INCLUDE (currency, amount_minor);
SELECT protect_tenant_rows('mrr_movement');

-- What was issued or booked stays as it is, whoever asks for a change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %: such rows are final', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER invoice_line_is_final BEFORE UPDATE OR DELETE ON invoice_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_is_final BEFORE UPDATE OR DELETE ON payment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mrr_movement_is_final BEFORE UPDATE OR DELETE ON mrr_movement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_stays BEFORE DELETE ON invoice
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_is_final BEFORE UPDATE ON invoice
  FOR EACH ROW WHEN ((OLD.tenant_id, OLD.id, OLD.number, OLD.account_id, OLD.subscription_id, OLD.total_minor,
      OLD.currency, OLD.issue_date, OLD.due_date, OLD.period_start, OLD.period_end)
    IS DISTINCT FROM (NEW.tenant_id, NEW.id, NEW.number, NEW.account_id, NEW.subscription_id, NEW.total_minor,
      NEW.currency, NEW.issue_date, NEW.due_date, NEW.period_start, NEW.period_end))
  EXECUTE FUNCTION refuse_change();
