-- A subscription is a timeline of terms; what it costs is a ledger of charges; what is invoiced is a payer's.

-- Data is moved for all tenants at once, which only the owner without its own policies can do.
ALTER TABLE subscription NO FORCE ROW LEVEL SECURITY;
ALTER TABLE account NO FORCE ROW LEVEL SECURITY;
ALTER TABLE billing_cursor NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_line NO FORCE ROW LEVEL SECURITY;

-- Minor units as the decimal text that price terms hold.
CREATE FUNCTION pg_temp.major(minor bigint, currency text) RETURNS numeric LANGUAGE sql AS $$
  SELECT CASE
    WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV',
      'XAF', 'XOF', 'XPF') THEN minor::numeric
    WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN (minor / 1000.0)::numeric(30, 3)
    ELSE (minor / 100.0)::numeric(30, 2) END
$$;
-- What every subscription paid so far: a flat price, its one component.
CREATE FUNCTION pg_temp.flat(s subscription) RETURNS text LANGUAGE sql AS $$
  SELECT json_build_object(
    'plan', json_build_object('id', s.plan_id, 'version', s.plan_version, 'name', s.plan_name, 'productId', s.product_id),
    'period', s.period, 'currency', s.currency, 'components', json_build_array(json_build_object(
      'key', 'base', 'description', s.plan_name, 'factor', 1, 'timing', 'IN_ADVANCE',
      'model', json_build_object('kind', 'FLAT', 'amount', pg_temp.major(s.price_minor, s.currency)))))::text
$$;

-- Who pays for an account: itself, or an ancestor that it is rolled up to.
ALTER TABLE account
  ADD COLUMN parent_id uuid,
  ADD COLUMN payer_id uuid,
  ADD FOREIGN KEY (tenant_id, parent_id) REFERENCES account,
  ADD FOREIGN KEY (tenant_id, payer_id) REFERENCES account;
UPDATE account SET payer_id = id;
ALTER TABLE account ALTER COLUMN payer_id SET NOT NULL;
CREATE FUNCTION pay_for_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.payer_id := coalesce(NEW.payer_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER account_pays_for_itself BEFORE INSERT OR UPDATE ON account
  FOR EACH ROW WHEN (NEW.payer_id IS NULL) EXECUTE FUNCTION pay_for_itself();
CREATE INDEX account_parent ON account (tenant_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX account_payer ON account (tenant_id, payer_id);

-- What a plan version costs a class of buyers: components with their price terms. Content-addressed and immutable, so
-- that a million subscriptions share a few hundred rows.
CREATE TABLE price_set (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('price_set');

-- A decision on a subscription. before holds the terms and the end it replaced, so that it can be undone.
CREATE TABLE subscription_change (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  kind text NOT NULL,
  effective_on date NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by text NOT NULL,
  before text NOT NULL,
  summary text NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription
);
CREATE INDEX subscription_change_of ON subscription_change (tenant_id, subscription_id, id);
SELECT protect_tenant_rows('subscription_change');

-- The terms of a subscription from a local day on; rows of the past are never touched again.
CREATE TABLE subscription_term (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  from_date date NOT NULL,
  mode text NOT NULL CHECK (mode IN ('TRIAL', 'RUNNING', 'PAUSED')),
  price_set_id uuid NOT NULL,
  quantity bigint NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
  anchor_first date NOT NULL,
  anchor_day smallint NOT NULL CHECK (anchor_day BETWEEN 1 AND 31),
  change_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, subscription_id, from_date),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription,
  FOREIGN KEY (tenant_id, price_set_id) REFERENCES price_set
);
SELECT protect_tenant_rows('subscription_term');

ALTER TABLE subscription
  ADD COLUMN base_id uuid,
  ADD COLUMN phase text NOT NULL DEFAULT 'RUNNING'
    CHECK (phase IN ('SCHEDULED', 'TRIAL', 'RUNNING', 'PAUSED', 'ENDED')),
  ADD COLUMN first_start date,
  ADD COLUMN anchor_rule text NOT NULL DEFAULT 'ANNIVERSARY',
  ADD COLUMN decisions int NOT NULL DEFAULT 0,
  ADD COLUMN segment_id uuid,
  ADD COLUMN channel text NOT NULL DEFAULT 'DIRECT',
  ADD COLUMN partner_tier text,
  ADD FOREIGN KEY (tenant_id, base_id) REFERENCES subscription (tenant_id, id);
UPDATE subscription SET first_start = start_date, phase = CASE status WHEN 'CANCELLED' THEN 'ENDED' ELSE 'RUNNING' END;
CREATE INDEX subscription_base ON subscription (tenant_id, base_id) WHERE base_id IS NOT NULL;

INSERT INTO price_set (tenant_id, id, content)
SELECT DISTINCT s.tenant_id, md5(pg_temp.flat(s))::uuid, pg_temp.flat(s) FROM subscription s;
INSERT INTO subscription_term (tenant_id, subscription_id, from_date, mode, price_set_id, quantity, anchor_first,
    anchor_day, change_id)
SELECT s.tenant_id, s.id, c.anchor, 'RUNNING', md5(pg_temp.flat(s))::uuid, s.seats, c.anchor,
  extract(day FROM c.anchor), s.id
FROM subscription s JOIN billing_cursor c ON (c.tenant_id, c.subscription_id) = (s.tenant_id, s.id);
INSERT INTO subscription_term (tenant_id, subscription_id, from_date, mode, price_set_id, quantity, anchor_first,
    anchor_day, change_id)
SELECT t.tenant_id, t.subscription_id, s.start_date, 'TRIAL', t.price_set_id, t.quantity, t.anchor_first, t.anchor_day,
  t.change_id
FROM subscription_term t JOIN subscription s ON (s.tenant_id, s.id) = (t.tenant_id, t.subscription_id)
WHERE s.start_date < t.from_date;

-- A charge: what days of a component cost, or a credit for days not used. It is pending until an invoice takes it, and
-- is a line of that invoice from then on. cause is the change that made the terms it is rated by; a charge of a void
-- invoice stays with it and makes room for its successor.
CREATE TABLE charge (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  payer_id uuid NOT NULL,
  account_id uuid NOT NULL,
  subscription_id uuid,
  component text NOT NULL,
  reason text NOT NULL,
  cause uuid NOT NULL,
  credit_of uuid,
  period_start date NOT NULL,
  period_end date NOT NULL CHECK (period_end >= period_start),
  full_start date NOT NULL,
  full_end date NOT NULL,
  quantity numeric NOT NULL,
  full_amount numeric NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  plan_id uuid,
  plan_version int,
  description text NOT NULL,
  tax_code text,
  explanation text NOT NULL,
  due_on date NOT NULL,
  created_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'INVOICED', 'FORGIVEN', 'VOID')),
  carried_since date,
  note text,
  invoice_id uuid,
  position int,
  discount_minor bigint NOT NULL DEFAULT 0,
  tax_minor bigint NOT NULL DEFAULT 0,
  tax_percent numeric,
  tax_inclusive boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, payer_id) REFERENCES account,
  CHECK ((status IN ('INVOICED', 'VOID')) = (invoice_id IS NOT NULL)),
  CHECK ((invoice_id IS NULL) = (position IS NULL))
);
CREATE UNIQUE INDEX charge_once ON charge (tenant_id, subscription_id, component, reason, period_start, cause)
  WHERE status <> 'VOID' AND subscription_id IS NOT NULL;
CREATE INDEX charge_pending ON charge (tenant_id, payer_id) WHERE status = 'PENDING';
CREATE INDEX charge_invoice ON charge (tenant_id, invoice_id, position);

INSERT INTO charge (tenant_id, id, payer_id, account_id, subscription_id, component, reason, cause, period_start,
    period_end, full_start, full_end, quantity, full_amount, amount_minor, currency, plan_id, plan_version, description,
    explanation, due_on, created_at, status, invoice_id, position)
SELECT l.tenant_id, l.id, i.account_id, i.account_id, i.subscription_id, 'base', l.kind, i.subscription_id,
  l.period_start, l.period_end, l.period_start, l.period_end, l.quantity, pg_temp.major(l.amount_minor, l.currency), l.amount_minor,
  l.currency, l.plan_id, l.plan_version, l.description, '{}', l.period_start, i.issue_date, 'INVOICED', l.invoice_id,
  l.position
FROM invoice_line l JOIN invoice i ON (i.tenant_id, i.id) = (l.tenant_id, l.invoice_id);
DROP TABLE invoice_line;
SELECT protect_tenant_rows('charge');

-- A charge on an invoice that was issued stays as it is; the invoice's end as void is all that may come.
CREATE FUNCTION keep_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.invoice_id IS NOT NULL AND to_jsonb(OLD) - '{status,invoice_id,position,discount_minor,tax_minor,tax_percent,tax_inclusive}'::text[]
      IS DISTINCT FROM to_jsonb(NEW) - '{status,invoice_id,position,discount_minor,tax_minor,tax_percent,tax_inclusive}'::text[]) THEN
    RAISE EXCEPTION '% on charge: such rows are final', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER charge_is_final BEFORE UPDATE OR DELETE ON charge
  FOR EACH ROW WHEN (OLD.invoice_id IS NOT NULL) EXECUTE FUNCTION keep_charge();

-- An invoice is a payer's. Draft until finalize_on, without a number; balance_minor of what counts as paid came from the
-- customer's balance, to_balance_minor went there because the credits were more than the charges.
DROP TRIGGER invoice_is_final ON invoice;
DROP TRIGGER invoice_stays ON invoice;
ALTER TABLE invoice
  DROP CONSTRAINT invoice_once_per_period,
  DROP CONSTRAINT invoice_status_tells_payment,
  DROP CONSTRAINT invoice_check3,
  ALTER COLUMN number DROP NOT NULL,
  ALTER COLUMN subscription_id DROP NOT NULL,
  ADD COLUMN subtotal_minor bigint,
  ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN tax_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN balance_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN to_balance_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN finalize_on date,
  ADD COLUMN replaces_id uuid,
  ADD COLUMN closed_reason text;
UPDATE invoice SET subtotal_minor = total_minor;
ALTER TABLE invoice
  ALTER COLUMN subtotal_minor SET NOT NULL,
  ADD CONSTRAINT invoice_status_tells_payment CHECK (CASE status
    WHEN 'DRAFT' THEN number IS NULL AND paid_minor = 0
    WHEN 'FINALIZED' THEN paid_minor = 0 AND total_minor > 0
    WHEN 'PARTIALLY_PAID' THEN paid_minor > 0 AND paid_minor < total_minor
    WHEN 'PAID' THEN paid_minor = total_minor
    WHEN 'UNCOLLECTIBLE' THEN paid_minor < total_minor
    WHEN 'VOID' THEN true
    ELSE false END),
  ADD CONSTRAINT invoice_adds_up CHECK (total_minor - to_balance_minor = subtotal_minor - discount_minor + tax_minor),
  ADD CONSTRAINT invoice_number_when_final CHECK ((number IS NULL) = (status = 'DRAFT'));
CREATE TRIGGER invoice_stays BEFORE DELETE ON invoice
  FOR EACH ROW WHEN (OLD.status <> 'DRAFT') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_is_final BEFORE UPDATE ON invoice
  FOR EACH ROW WHEN (OLD.status <> 'DRAFT' AND (OLD.tenant_id, OLD.id, OLD.number, OLD.account_id, OLD.total_minor,
      OLD.subtotal_minor, OLD.discount_minor, OLD.tax_minor, OLD.to_balance_minor, OLD.currency, OLD.issue_date,
      OLD.due_date, OLD.period_start, OLD.period_end)
    IS DISTINCT FROM (NEW.tenant_id, NEW.id, NEW.number, NEW.account_id, NEW.total_minor,
      NEW.subtotal_minor, NEW.discount_minor, NEW.tax_minor, NEW.to_balance_minor, NEW.currency, NEW.issue_date,
      NEW.due_date, NEW.period_start, NEW.period_end))
  EXECUTE FUNCTION refuse_change();
CREATE INDEX invoice_draft ON invoice (tenant_id, account_id, finalize_on) WHERE status = 'DRAFT';
CREATE INDEX invoice_open ON invoice (tenant_id, account_id, due_date) WHERE status IN ('FINALIZED', 'PARTIALLY_PAID');

-- How far a subscription is charged: everything that fell due up to billed_through is in the ledger. next_due_on is the
-- next day on which anything happens to it; null when nothing ever will.
DROP INDEX billing_cursor_due;
DROP INDEX billing_cursor_account;
ALTER TABLE billing_cursor RENAME TO billing_cursor_by_period;
ALTER TABLE billing_cursor_by_period RENAME CONSTRAINT billing_cursor_pkey TO billing_cursor_by_period_pkey;
CREATE TABLE billing_cursor (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  account_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  zone text NOT NULL,
  billed_through date,
  next_due_on date,
  failures int NOT NULL DEFAULT 0,
  retry_at timestamptz,
  PRIMARY KEY (tenant_id, subscription_id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription,
  FOREIGN KEY (tenant_id, payer_id) REFERENCES account
);
INSERT INTO billing_cursor (tenant_id, subscription_id, account_id, payer_id, zone, billed_through, next_due_on)
SELECT tenant_id, subscription_id, account_id, account_id, zone,
  CASE WHEN next_period > 0 THEN (next_bill_on - interval '1 day')::date END,
  CASE WHEN due_at IS NOT NULL THEN next_bill_on END
FROM billing_cursor_by_period;
CREATE INDEX billing_cursor_due ON billing_cursor (tenant_id, payer_id, next_due_on);
CREATE INDEX billing_cursor_account ON billing_cursor (tenant_id, account_id);

-- When a payer is to be looked at next: the unit that an invoice run claims and that every change of the payer's
-- subscriptions locks first.
CREATE TABLE payer_cursor (
  tenant_id text NOT NULL,
  payer_id uuid NOT NULL,
  due_at timestamptz,
  failures int NOT NULL DEFAULT 0,
  failure text,
  retry_at timestamptz,
  PRIMARY KEY (tenant_id, payer_id),
  FOREIGN KEY (tenant_id, payer_id) REFERENCES account
);
INSERT INTO payer_cursor (tenant_id, payer_id, due_at)
SELECT tenant_id, account_id, min(due_at) FROM billing_cursor_by_period GROUP BY tenant_id, account_id;
INSERT INTO payer_cursor (tenant_id, payer_id) SELECT tenant_id, id FROM account ON CONFLICT DO NOTHING;
CREATE INDEX payer_cursor_due ON payer_cursor (tenant_id, due_at) WHERE due_at IS NOT NULL;
SELECT protect_tenant_rows('payer_cursor');
DROP TABLE billing_cursor_by_period;
SELECT protect_tenant_rows('billing_cursor');

-- What could not be billed, and why: shown to people, tried again by itself, closed when it works.
CREATE TABLE billing_incident (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  payer_id uuid NOT NULL,
  subscription_id uuid,
  code text NOT NULL,
  diagnosis text NOT NULL,
  attempts int NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  resolved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, payer_id) REFERENCES account
);
CREATE UNIQUE INDEX billing_incident_open ON billing_incident
  (tenant_id, payer_id, coalesce(subscription_id, '00000000-0000-0000-0000-000000000000'), code)
  WHERE resolved_at IS NULL;
SELECT protect_tenant_rows('billing_incident');

-- A pass of one replica through a tenant's due payers.
CREATE TABLE billing_run (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  due bigint NOT NULL,
  done bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  invoices bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('billing_run');

-- Whatever moves revenue names its cause.
ALTER TABLE mrr_movement DROP CONSTRAINT mrr_movement_cause_check;

ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
