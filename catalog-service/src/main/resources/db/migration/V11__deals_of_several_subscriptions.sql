-- The deal that each subscription sold counts with: a deal may lead to several. One sold without a known deal is a
-- deal of its own, under its own id.
DROP INDEX deal_subscription;
CREATE TABLE deal_subscription (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  deal_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, subscription_id)
);
SELECT protect_tenant_rows('deal_subscription');

-- Row-level security binds the owner too, and a migration has no tenant.
ALTER TABLE deal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deal_subscription NO FORCE ROW LEVEL SECURITY;
INSERT INTO deal_subscription SELECT tenant_id, subscription_id, id FROM deal WHERE subscription_id IS NOT NULL;
ALTER TABLE deal_subscription FORCE ROW LEVEL SECURITY;
ALTER TABLE deal FORCE ROW LEVEL SECURITY;

ALTER TABLE deal DROP COLUMN subscription_id;
