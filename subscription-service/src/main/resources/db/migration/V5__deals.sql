-- Deals, the partners they come through, and what the partners earn by them.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Copy of the catalog's partners; rebuilt by resetting the consumer's offsets.
CREATE TABLE partner_copy (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  tier text,
  status text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('partner_copy');

CREATE TABLE deal_registration (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  product_id uuid NOT NULL,
  customer_name text NOT NULL,
  tax_id text,
  domain text,
  note text,
  status text NOT NULL CHECK (status IN ('SUBMITTED', 'APPROVED', 'REJECTED', 'EXPIRED', 'CONVERTED')),
  submitted_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  rejection_reason text,
  protected_since timestamptz,
  protected_until timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (status NOT IN ('APPROVED', 'EXPIRED', 'CONVERTED') OR protected_until > protected_since),
  CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL))
);
CREATE INDEX deal_registration_partner ON deal_registration (tenant_id, partner_id, id);
SELECT protect_tenant_rows('deal_registration');

-- What an approved registration claims: one row for each name a customer is known by. Of two approvals for one customer
-- and product the second meets the index, however close together they are.
CREATE TABLE deal_protection (
  tenant_id text NOT NULL,
  registration_id uuid NOT NULL,
  customer_key text NOT NULL,
  product_id uuid NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (tenant_id, registration_id, customer_key),
  FOREIGN KEY (tenant_id, registration_id) REFERENCES deal_registration
);
CREATE UNIQUE INDEX deal_protection_once ON deal_protection (tenant_id, product_id, customer_key)
  WHERE released_at IS NULL;
SELECT protect_tenant_rows('deal_protection');

CREATE TABLE deal (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  stage text NOT NULL
    CHECK (stage IN ('QUALIFIED', 'PROPOSED', 'NEGOTIATION', 'CONTRACTING', 'WON', 'LOST')),
  account_id uuid,
  customer_name text NOT NULL,
  prospect_contact text,
  prospect_email text,
  prospect_zone text,
  product_id uuid NOT NULL,
  segment_id uuid NOT NULL,
  owner text NOT NULL,
  expected_minor bigint NOT NULL CHECK (expected_minor >= 0),
  currency char(3) NOT NULL,
  expected_close date NOT NULL,
  proposition_id uuid,
  proposition_version int,
  benefit_metric text,
  benefit_unit text,
  benefit_baseline text,
  benefit_target text,
  benefit_within_days int,
  lines jsonb NOT NULL,
  quote_id uuid,
  partner_id uuid,
  registration_id uuid,
  loss_reason text,
  loss_note text,
  opened_at timestamptz NOT NULL,
  stage_since timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, registration_id) REFERENCES deal_registration,
  CHECK (account_id IS NOT NULL OR prospect_zone IS NOT NULL),
  CHECK ((proposition_id IS NULL) = (proposition_version IS NULL)),
  CHECK ((registration_id IS NULL) = (partner_id IS NULL)),
  CHECK ((stage = 'LOST') = (loss_reason IS NOT NULL)),
  CHECK ((stage IN ('WON', 'LOST')) = (closed_at IS NOT NULL)),
  CHECK (stage <> 'WON' OR (account_id IS NOT NULL AND quote_id IS NOT NULL AND proposition_id IS NOT NULL))
);
CREATE UNIQUE INDEX deal_of_registration ON deal (tenant_id, registration_id)
  WHERE registration_id IS NOT NULL AND stage <> 'LOST';
CREATE INDEX deal_close ON deal (tenant_id, expected_close, id);
CREATE INDEX deal_amount ON deal (tenant_id, currency, expected_minor, id);
CREATE INDEX deal_partner ON deal (tenant_id, partner_id, id) WHERE partner_id IS NOT NULL;
CREATE INDEX deal_open ON deal (tenant_id, stage, currency) INCLUDE (expected_minor)
  WHERE stage NOT IN ('WON', 'LOST');
SELECT protect_tenant_rows('deal');

CREATE TABLE deal_quote (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  deal_id uuid NOT NULL,
  valid_until date NOT NULL,
  total_minor bigint NOT NULL CHECK (total_minor >= 0),
  currency char(3) NOT NULL,
  lines jsonb NOT NULL,
  quoted_by text NOT NULL,
  quoted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, deal_id) REFERENCES deal
);
CREATE INDEX deal_quote_deal ON deal_quote (tenant_id, deal_id, id);
SELECT protect_tenant_rows('deal_quote');
CREATE TRIGGER deal_quote_is_final BEFORE UPDATE OR DELETE ON deal_quote
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Which deal a subscription came from, and through which partner.
CREATE TABLE deal_subscription (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  deal_id uuid NOT NULL,
  position int NOT NULL,
  account_id uuid NOT NULL,
  customer_name text NOT NULL,
  product_id uuid NOT NULL,
  partner_id uuid,
  started_on date NOT NULL,
  won_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subscription_id),
  UNIQUE (tenant_id, deal_id, position),
  FOREIGN KEY (tenant_id, deal_id) REFERENCES deal,
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscription,
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE INDEX deal_subscription_partner ON deal_subscription (tenant_id, partner_id, account_id)
  WHERE partner_id IS NOT NULL;
SELECT protect_tenant_rows('deal_subscription');
CREATE TRIGGER deal_subscription_is_final BEFORE UPDATE OR DELETE ON deal_subscription
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Two rules for the same partner or tier and product never hold on one day, so that the most specific is always one.
CREATE TABLE commission_rule (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  percent numeric(7, 4) NOT NULL CHECK (percent > 0 AND percent <= 100),
  recurrence text NOT NULL CHECK (recurrence IN ('FIRST_YEAR', 'RECURRING')),
  partner_id uuid,
  partner_tier text,
  product_id uuid,
  valid_from date NOT NULL,
  valid_until date CHECK (valid_until >= valid_from),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (partner_id IS NULL OR partner_tier IS NULL),
  CONSTRAINT commission_rule_overlap EXCLUDE USING gist (
    tenant_id WITH =,
    (coalesce(partner_id::text, '')) WITH =,
    (coalesce(partner_tier, '')) WITH =,
    (coalesce(product_id::text, '')) WITH =,
    daterange(valid_from, valid_until) WITH &&)
);
SELECT protect_tenant_rows('commission_rule');

CREATE TABLE commission_statement (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  currency char(3) NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'FINAL')),
  total_minor bigint,
  entries int,
  created_at timestamptz NOT NULL,
  finalized_at timestamptz,
  finalized_by text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT commission_statement_once UNIQUE (tenant_id, partner_id, month, currency),
  CHECK ((status = 'FINAL') = (total_minor IS NOT NULL AND entries IS NOT NULL AND finalized_at IS NOT NULL
    AND finalized_by IS NOT NULL))
);
SELECT protect_tenant_rows('commission_statement');
CREATE TRIGGER commission_statement_is_final BEFORE UPDATE ON commission_statement
  FOR EACH ROW WHEN (OLD.status = 'FINAL') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commission_statement_stays BEFORE DELETE ON commission_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a partner earned by a paid line, and what of it was taken back. cause is the invoice that was paid, or the
-- credit note or refund that took back.
CREATE TABLE commission_entry (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ACCRUAL', 'REVERSAL')),
  partner_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  invoice_number text NOT NULL,
  invoice_line_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  account_id uuid NOT NULL,
  customer_name text NOT NULL,
  product_id uuid NOT NULL,
  base_minor bigint NOT NULL,
  percent numeric(7, 4) NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  earned_on date NOT NULL,
  cause uuid NOT NULL,
  explanation jsonb NOT NULL,
  statement_id uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES commission_rule,
  FOREIGN KEY (tenant_id, statement_id) REFERENCES commission_statement
);
CREATE UNIQUE INDEX commission_once ON commission_entry (tenant_id, invoice_line_id, rule_id) WHERE kind = 'ACCRUAL';
CREATE UNIQUE INDEX commission_reversed_once ON commission_entry (tenant_id, invoice_line_id, rule_id, cause)
  WHERE kind = 'REVERSAL';
CREATE INDEX commission_entry_partner ON commission_entry (tenant_id, partner_id, id);
CREATE INDEX commission_entry_line ON commission_entry (tenant_id, invoice_id, invoice_line_id);
CREATE INDEX commission_entry_open ON commission_entry (tenant_id, partner_id, currency, earned_on)
  WHERE statement_id IS NULL;
CREATE INDEX commission_entry_statement ON commission_entry (tenant_id, statement_id, id)
  WHERE statement_id IS NOT NULL;
SELECT protect_tenant_rows('commission_entry');

-- An entry changes once: when a statement takes it.
CREATE TRIGGER commission_entry_stays BEFORE DELETE ON commission_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commission_entry_is_final BEFORE UPDATE ON commission_entry
  FOR EACH ROW WHEN (OLD.statement_id IS NOT NULL
    OR to_jsonb(OLD) - 'statement_id' IS DISTINCT FROM to_jsonb(NEW) - 'statement_id')
  EXECUTE FUNCTION refuse_change();
