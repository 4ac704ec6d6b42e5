-- Through whom a subscription was sold, so that figures of revenue can be told apart by it.
ALTER TABLE subscription ADD COLUMN partner_id uuid;

-- For all tenants at once, which only the owner without its own policies can do.
ALTER TABLE subscription NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deal_subscription NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mrr_movement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mrr_movement DISABLE TRIGGER mrr_movement_is_final;
UPDATE subscription s SET partner_id = d.partner_id
FROM deal_subscription d WHERE (d.tenant_id, d.subscription_id) = (s.tenant_id, s.id) AND d.partner_id IS NOT NULL;
UPDATE mrr_movement m SET partner_id = s.partner_id
FROM subscription s WHERE (s.tenant_id, s.id) = (m.tenant_id, m.subscription_id) AND s.partner_id IS NOT NULL;
ALTER TABLE mrr_movement ENABLE TRIGGER mrr_movement_is_final;
ALTER TABLE mrr_movement FORCE ROW LEVEL SECURITY;
ALTER TABLE deal_subscription FORCE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;

-- A subscription whose payer is in arrears is not served; where the dunning policy says so it rests, too.
ALTER TABLE subscription
  ADD COLUMN suspended_on date,
  ADD COLUMN suspended_billing boolean NOT NULL DEFAULT false;

-- The least that an account's default payment method can pay at once, as the provider says.
ALTER TABLE account ADD COLUMN method_minimum_minor bigint CHECK (method_minimum_minor > 0);

-- Copy of the catalog's assignments: which activity the sale of a product is for a seller.
CREATE TABLE offer_activity (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  product_id uuid NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offer_activity_product ON offer_activity (tenant_id, product_id);
SELECT protect_tenant_rows('offer_activity');
