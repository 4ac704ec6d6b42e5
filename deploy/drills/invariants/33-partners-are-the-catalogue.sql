-- The subscription service knows the catalogue's partners as they are.
-- same on catalog
SELECT tenant_id, id, name, tier, status FROM partner
-- same on subscription
SELECT tenant_id, id, name, tier, status FROM partner_copy
