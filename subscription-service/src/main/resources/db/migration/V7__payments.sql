-- The double-entry ledger. A row moves an amount from one account of the books to another, so that debits equal
-- credits by construction. No foreign keys: an invoice run posts thousands of rows at once, and what they come from
-- has them. Without a customer it is bank money nobody has been found for yet.
CREATE TABLE ledger_transfer (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  debit text NOT NULL,
  credit text NOT NULL,
  account_id uuid,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  cause_kind text NOT NULL,
  cause_id uuid NOT NULL,
  posted_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (debit <> credit)
);
CREATE INDEX ledger_transfer_account ON ledger_transfer (tenant_id, account_id, id);
CREATE INDEX ledger_transfer_cause ON ledger_transfer (tenant_id, cause_id, id);
CREATE TRIGGER ledger_transfer_is_final BEFORE UPDATE OR DELETE ON ledger_transfer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT protect_tenant_rows('ledger_transfer');

-- What we owe a customer: the sum of its transfers of CUSTOMER_BALANCE, kept here to be locked and never negative.
CREATE TABLE customer_balance (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  CONSTRAINT customer_balance_covers CHECK (minor >= 0)
);
SELECT protect_tenant_rows('customer_balance');

-- How an account pays. token is the provider's name for the card, never a card number.
CREATE TABLE payment_method (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('BANK_TRANSFER', 'CARD_SANDBOX', 'STRIPE')),
  token text CHECK ((token IS NULL) = (type = 'BANK_TRANSFER')),
  customer_token text,
  label text,
  preferred boolean NOT NULL,
  automatic boolean NOT NULL CHECK (NOT automatic OR type <> 'BANK_TRANSFER'),
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  CHECK (removed_at IS NULL OR NOT preferred)
);
CREATE UNIQUE INDEX payment_method_preferred ON payment_method (tenant_id, account_id) WHERE preferred;
CREATE INDEX payment_method_account ON payment_method (tenant_id, account_id, id);
SELECT protect_tenant_rows('payment_method');

-- A payment is an attempt: recorded before the provider is asked, and settled by what is known in the end. What it is
-- worth and whose it is never changes; to_balance_minor is what no invoice needed. begun_at and asked_at are the
-- system's time: how long a provider has kept silent does not depend on a test clock.
ALTER TABLE payment NO FORCE ROW LEVEL SECURITY;
DROP TRIGGER payment_is_final ON payment;
ALTER TABLE payment
  ADD COLUMN version bigint NOT NULL DEFAULT 0,
  ADD COLUMN method_id uuid,
  ADD COLUMN provider_payment_id text,
  ADD COLUMN status text NOT NULL DEFAULT 'SUCCEEDED',
  ADD COLUMN failure_code text,
  ADD COLUMN to_balance_minor bigint NOT NULL DEFAULT 0 CHECK (to_balance_minor >= 0),
  ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN begun_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN asked int NOT NULL DEFAULT 0,
  ADD COLUMN asked_at timestamptz,
  ALTER COLUMN reference DROP NOT NULL,
  ALTER COLUMN received_on DROP NOT NULL,
  ADD CONSTRAINT payment_refunds_fit CHECK (refunded_minor BETWEEN 0 AND amount_minor),
  ADD CONSTRAINT payment_status CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
  ADD CONSTRAINT payment_received CHECK ((status = 'SUCCEEDED') = (received_on IS NOT NULL)),
  ADD CONSTRAINT payment_failure CHECK ((status = 'FAILED') = (failure_code IS NOT NULL)),
  ADD CONSTRAINT payment_provider_id UNIQUE (tenant_id, method, provider_payment_id),
  ADD FOREIGN KEY (tenant_id, method_id) REFERENCES payment_method;
CREATE INDEX payment_account ON payment (tenant_id, account_id, id);
CREATE INDEX payment_undecided ON payment (tenant_id, recorded_at) WHERE status IN ('PENDING', 'UNKNOWN');
CREATE TRIGGER payment_stays BEFORE DELETE ON payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_is_final BEFORE UPDATE ON payment
  FOR EACH ROW WHEN ((OLD.tenant_id, OLD.id, OLD.account_id, OLD.amount_minor, OLD.currency, OLD.method, OLD.reference)
    IS DISTINCT FROM (NEW.tenant_id, NEW.id, NEW.account_id, NEW.amount_minor, NEW.currency, NEW.method, NEW.reference)
    OR OLD.status = 'SUCCEEDED' AND (NEW.status <> 'SUCCEEDED' OR OLD.received_on <> NEW.received_on))
  EXECUTE FUNCTION refuse_change();

-- What an attempt is to pay for. While it is open, nobody can begin another attempt at the same invoice.
CREATE TABLE payment_target (
  tenant_id text NOT NULL,
  payment_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  open boolean NOT NULL,
  PRIMARY KEY (tenant_id, payment_id, invoice_id),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payment,
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice
);
CREATE UNIQUE INDEX payment_target_open ON payment_target (tenant_id, invoice_id) WHERE open;
CREATE INDEX payment_target_invoice ON payment_target (tenant_id, invoice_id);
SELECT protect_tenant_rows('payment_target');

-- What a payment really paid of which invoice; taken back by a negative row, never by a change.
CREATE TABLE payment_allocation (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  cause_kind text NOT NULL,
  cause_id uuid NOT NULL,
  allocated_on date NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payment,
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice
);
CREATE INDEX payment_allocation_payment ON payment_allocation (tenant_id, payment_id, id);
CREATE INDEX payment_allocation_invoice ON payment_allocation (tenant_id, invoice_id);
INSERT INTO payment_allocation
SELECT tenant_id, id, id, invoice_id, amount_minor, 'PAYMENT', id, received_on FROM payment;
-- What was issued and paid before there were books.
ALTER TABLE invoice NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_transfer NO FORCE ROW LEVEL SECURITY;
INSERT INTO ledger_transfer
SELECT tenant_id, gen_random_uuid(), 'RECEIVABLE', 'REVENUE', account_id, total_minor, currency, 'INVOICE', id,
  issue_date, now() FROM invoice WHERE total_minor > 0 AND status IN ('FINALIZED', 'PARTIALLY_PAID', 'PAID')
UNION ALL
SELECT tenant_id, gen_random_uuid(), 'CASH', 'RECEIVABLE', account_id, amount_minor, currency, 'PAYMENT', id,
  received_on, recorded_at FROM payment;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_transfer FORCE ROW LEVEL SECURITY;
ALTER TABLE payment DROP COLUMN invoice_id;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
CREATE TRIGGER payment_allocation_is_final BEFORE UPDATE OR DELETE ON payment_allocation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT protect_tenant_rows('payment_allocation');

-- What is granted to a customer out of kindness.
CREATE TABLE goodwill_credit (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  reason text NOT NULL,
  granted_on date NOT NULL,
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE TRIGGER goodwill_credit_is_final BEFORE UPDATE OR DELETE ON goodwill_credit
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT protect_tenant_rows('goodwill_credit');

-- The sandbox card provider's own memory, as a real provider would have one.
CREATE TABLE sandbox_charge (
  tenant_id text NOT NULL,
  payment_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('SUCCEEDED', 'DECLINED', 'TIMED_OUT')),
  decline_code text,
  PRIMARY KEY (tenant_id, payment_id)
);
SELECT protect_tenant_rows('sandbox_charge');

CREATE TABLE payment_refund (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  payment_id uuid NOT NULL,
  account_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  source text NOT NULL CHECK (source IN ('INVOICES', 'BALANCE', 'GOODWILL')),
  target text NOT NULL CHECK (target IN ('METHOD', 'BALANCE')),
  status text NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
  provider_refund_id text,
  failure_code text,
  reason text NOT NULL,
  refunded_on date NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payment
);
CREATE INDEX payment_refund_payment ON payment_refund (tenant_id, payment_id, id);
SELECT protect_tenant_rows('payment_refund');

CREATE TABLE payment_dispute (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  payment_id uuid NOT NULL,
  account_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  provider_dispute_id text,
  status text NOT NULL CHECK (status IN ('OPEN', 'WON', 'LOST')),
  reason text NOT NULL,
  lost_minor bigint NOT NULL,
  opened_on date NOT NULL,
  closed_on date,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_dispute_once UNIQUE (tenant_id, payment_id, provider_dispute_id),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payment
);
CREATE INDEX payment_dispute_open ON payment_dispute (tenant_id, account_id) WHERE status = 'OPEN';
SELECT protect_tenant_rows('payment_dispute');

-- Where a provider calls back. The id is all that the address tells; whose it is is looked up across tenants.
CREATE TABLE payment_endpoint (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  provider text NOT NULL CHECK (provider IN ('CARD_SANDBOX', 'STRIPE')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX payment_endpoint_id ON payment_endpoint (id, tenant_id);
SELECT protect_plumbing_rows('payment_endpoint');

CREATE TABLE payment_callback (
  tenant_id text NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, endpoint_id, event_id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES payment_endpoint
);
SELECT protect_tenant_rows('payment_callback');

CREATE TABLE bank_statement (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('CSV', 'CAMT_053')),
  entries int NOT NULL,
  matched int NOT NULL,
  unmatched int NOT NULL,
  known int NOT NULL,
  debits int NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('bank_statement');

-- Money that came in at the bank. reference is the bank's own and known once, whatever file brings it again.
CREATE TABLE bank_entry (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  statement_id uuid NOT NULL,
  reference text NOT NULL,
  booked_on date NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  payer_name text,
  remittance text NOT NULL,
  payment_id uuid,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT bank_entry_once UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, statement_id) REFERENCES bank_statement,
  FOREIGN KEY (tenant_id, payment_id) REFERENCES payment
);
CREATE INDEX bank_entry_unmatched ON bank_entry (tenant_id, id) WHERE payment_id IS NULL;
SELECT protect_tenant_rows('bank_entry');

CREATE TABLE dunning_policy (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL,
  definition text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX dunning_policy_active ON dunning_policy (tenant_id) WHERE active;
SELECT protect_tenant_rows('dunning_policy');

-- An episode of a payer's being in arrears, from the first step until nothing worth a step is overdue.
CREATE TABLE dunning_case (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  episode int NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'SETTLED', 'WRITTEN_OFF', 'EXEMPT')),
  suspended boolean NOT NULL,
  opened_on date NOT NULL,
  closed_on date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, account_id, episode),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  CHECK ((status = 'OPEN') = (closed_on IS NULL))
);
CREATE UNIQUE INDEX dunning_case_open ON dunning_case (tenant_id, account_id) WHERE status = 'OPEN';
SELECT protect_tenant_rows('dunning_case');

CREATE TABLE dunning_step (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  step text NOT NULL,
  action text NOT NULL,
  owed_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  days_overdue int NOT NULL,
  taken_on date NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT dunning_step_once UNIQUE (tenant_id, case_id, step),
  FOREIGN KEY (tenant_id, case_id) REFERENCES dunning_case
);
CREATE TRIGGER dunning_step_is_final BEFORE UPDATE OR DELETE ON dunning_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT protect_tenant_rows('dunning_step');

-- Accounts left alone: paused until a day, or exempt.
CREATE TABLE dunning_hold (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  until date,
  reason text NOT NULL,
  held_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
SELECT protect_tenant_rows('dunning_hold');

-- Tenants in which somebody may have something to collect or to be reminded of.
CREATE TABLE collecting_tenant (
  tenant_id text PRIMARY KEY
);
SELECT protect_plumbing_rows('collecting_tenant');
