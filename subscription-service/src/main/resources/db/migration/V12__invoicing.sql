-- What invoices are made by: how a payer is invoiced, minimums, taxes, coupons, credit notes.

-- How an account is invoiced and taxed. Without a billing day whatever is due is invoiced at once.
ALTER TABLE account
  ADD COLUMN roll_up boolean NOT NULL DEFAULT false,
  ADD COLUMN legal_entity text NOT NULL DEFAULT 'main',
  ADD COLUMN billing_day smallint CHECK (billing_day BETWEEN 1 AND 31),
  ADD COLUMN payment_terms_days int NOT NULL DEFAULT 14 CHECK (payment_terms_days BETWEEN 0 AND 365),
  ADD COLUMN grace_days int NOT NULL DEFAULT 0 CHECK (grace_days BETWEEN 0 AND 60),
  ADD COLUMN collection_method text NOT NULL DEFAULT 'BANK_TRANSFER'
    CHECK (collection_method IN ('BANK_TRANSFER', 'CARD', 'DIRECT_DEBIT')),
  ADD COLUMN minimum_minor bigint CHECK (minimum_minor >= 0),
  ADD COLUMN minimum_age_cap_days int CHECK (minimum_age_cap_days BETWEEN 0 AND 3650),
  ADD COLUMN minimum_policy text CHECK (minimum_policy IN ('COLLECT', 'FORGIVE', 'FORCE')),
  ADD COLUMN country char(2),
  ADD COLUMN tax_id text,
  ADD COLUMN tax_exemption text,
  ADD COLUMN tax_code text,
  ADD CONSTRAINT account_minimum_whole CHECK (num_nulls(minimum_minor, minimum_age_cap_days, minimum_policy) IN (0, 3)),
  ADD CONSTRAINT account_rolls_up_somewhere CHECK (NOT roll_up OR parent_id IS NOT NULL);

-- People at the customer. Personal data: read by those who work with the account, never in events or logs.
CREATE TABLE account_contact (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  function text NOT NULL,
  locale text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE INDEX account_contact_of ON account_contact (tenant_id, account_id, id);
SELECT protect_tenant_rows('account_contact');

-- The least that is worth collecting, as the payment provider says.
CREATE TABLE invoice_minimum (
  tenant_id text NOT NULL,
  currency char(3) NOT NULL,
  collection_method text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  age_cap_days int NOT NULL CHECK (age_cap_days BETWEEN 0 AND 3650),
  policy text NOT NULL CHECK (policy IN ('COLLECT', 'FORGIVE', 'FORCE')),
  PRIMARY KEY (tenant_id, currency, collection_method)
);
SELECT protect_tenant_rows('invoice_minimum');

-- Who sells: shown on invoices, with numbers of its own.
CREATE TABLE legal_entity (
  tenant_id text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  tax_id text,
  bank_details text,
  PRIMARY KEY (tenant_id, key)
);
SELECT protect_tenant_rows('legal_entity');

CREATE TABLE tax_rate (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  percent numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
  inclusive boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT tax_rate_once UNIQUE (tenant_id, code, valid_from)
);
SELECT protect_tenant_rows('tax_rate');

-- Which code a plan is taxed by; the one of no plan is for whatever nothing else names.
CREATE TABLE tax_rule (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  plan_id uuid,
  code text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT tax_rule_once UNIQUE NULLS NOT DISTINCT (tenant_id, plan_id)
);
SELECT protect_tenant_rows('tax_rule');

CREATE TABLE coupon (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  percent numeric CHECK (percent > 0 AND percent <= 100),
  amount_minor bigint CHECK (amount_minor > 0),
  currency char(3),
  duration text NOT NULL CHECK (duration IN ('ONCE', 'REPEATING', 'FOREVER')),
  periods int CHECK (periods > 0),
  redemption_limit int CHECK (redemption_limit > 0),
  limit_per_account int CHECK (limit_per_account > 0),
  valid_until date,
  plans text NOT NULL,
  redeemed int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT coupon_code UNIQUE (tenant_id, code),
  CHECK ((percent IS NULL) <> (amount_minor IS NULL)),
  CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  CHECK ((duration = 'REPEATING') = (periods IS NOT NULL)),
  CONSTRAINT coupon_limit CHECK (redeemed <= redemption_limit)
);
SELECT protect_tenant_rows('coupon');

-- A coupon that an account has redeemed; uses_left counts the invoices that it may still discount.
CREATE TABLE coupon_redemption (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  coupon_id uuid NOT NULL,
  account_id uuid NOT NULL,
  redeemed_on date NOT NULL,
  uses int NOT NULL DEFAULT 0,
  uses_left int CHECK (uses_left >= 0),
  removed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, coupon_id) REFERENCES coupon,
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE INDEX coupon_redemption_of ON coupon_redemption (tenant_id, account_id, id);
CREATE INDEX coupon_redemption_coupon ON coupon_redemption (tenant_id, coupon_id, account_id);
SELECT protect_tenant_rows('coupon_redemption');

CREATE TABLE coupon_use (
  tenant_id text NOT NULL,
  invoice_id uuid NOT NULL,
  redemption_id uuid NOT NULL,
  amount_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, redemption_id)
);
SELECT protect_tenant_rows('coupon_use');

-- Data is moved for all tenants at once, which only the owner without its own policies can do.
ALTER TABLE invoice_counter NO FORCE ROW LEVEL SECURITY;

-- Numbers run by seller and document.
ALTER TABLE invoice_counter
  ADD COLUMN legal_entity text NOT NULL DEFAULT 'main',
  ADD COLUMN document text NOT NULL DEFAULT 'INVOICE' CHECK (document IN ('INVOICE', 'CREDIT_NOTE')),
  DROP CONSTRAINT invoice_counter_pkey,
  ADD PRIMARY KEY (tenant_id, document, legal_entity);
ALTER TABLE invoice_counter ALTER COLUMN legal_entity DROP DEFAULT, ALTER COLUMN document DROP DEFAULT;
ALTER TABLE invoice_counter FORCE ROW LEVEL SECURITY;

-- below_minimum: too small to be collected automatically or dunned.
ALTER TABLE invoice
  ADD COLUMN legal_entity text NOT NULL DEFAULT 'main',
  ADD COLUMN below_minimum boolean NOT NULL DEFAULT false,
  ADD COLUMN credited_minor bigint NOT NULL DEFAULT 0,
  DROP CONSTRAINT invoice_number,
  ADD CONSTRAINT invoice_number UNIQUE (tenant_id, legal_entity, number);

CREATE TABLE credit_note (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  legal_entity text NOT NULL,
  account_id uuid NOT NULL,
  invoice_id uuid,
  subtotal_minor bigint NOT NULL,
  discount_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  total_minor bigint NOT NULL CHECK (total_minor = subtotal_minor - discount_minor + tax_minor),
  currency char(3) NOT NULL,
  issue_date date NOT NULL,
  reason text,
  applied_minor bigint NOT NULL CHECK (applied_minor BETWEEN 0 AND total_minor),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT credit_note_number UNIQUE (tenant_id, legal_entity, number),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice
);
CREATE INDEX credit_note_account ON credit_note (tenant_id, account_id, id);
CREATE INDEX credit_note_invoice ON credit_note (tenant_id, invoice_id, id) WHERE invoice_id IS NOT NULL;
CREATE TRIGGER credit_note_is_final BEFORE UPDATE OR DELETE ON credit_note
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT protect_tenant_rows('credit_note');

-- A charge is a line of an invoice or of a credit note. tax_rate is the code it was taxed by.
ALTER TABLE charge
  DROP CONSTRAINT charge_check1,
  DROP CONSTRAINT charge_check2,
  ADD COLUMN credit_note_id uuid,
  ADD COLUMN tax_rate text,
  ADD CONSTRAINT charge_document CHECK (num_nonnulls(invoice_id, credit_note_id) =
    CASE WHEN status IN ('INVOICED', 'VOID') THEN 1 ELSE 0 END),
  ADD CONSTRAINT charge_position CHECK ((status IN ('INVOICED', 'VOID')) = (position IS NOT NULL));
CREATE INDEX charge_credit_note ON charge (tenant_id, credit_note_id, position) WHERE credit_note_id IS NOT NULL;
CREATE INDEX charge_credit_of ON charge (tenant_id, credit_of) WHERE credit_of IS NOT NULL;
CREATE INDEX charge_account ON charge (tenant_id, account_id, id);

CREATE OR REPLACE FUNCTION keep_charge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving CONSTANT text[] := '{status,invoice_id,position,discount_minor,tax_minor,tax_percent,tax_inclusive,tax_rate}';
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - moving IS DISTINCT FROM to_jsonb(NEW) - moving THEN
    RAISE EXCEPTION '% on charge: such rows are final', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER charge_is_final ON charge;
CREATE TRIGGER charge_is_final BEFORE UPDATE OR DELETE ON charge
  FOR EACH ROW WHEN (OLD.invoice_id IS NOT NULL OR OLD.credit_note_id IS NOT NULL) EXECUTE FUNCTION keep_charge();
