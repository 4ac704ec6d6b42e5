-- The subscription service knows the catalogue's plans as they are, and has sold nothing else.
-- same on catalog
SELECT tenant_id, id, name, status, plan_version, price_minor, price_currency FROM plan
-- same on subscription
SELECT tenant_id, id, name, status, plan_version, price_minor, currency FROM offer_plan
-- none on subscription
SELECT tenant_id, id, 'pins an unknown plan or proposition'
FROM subscription s
WHERE NOT EXISTS (SELECT FROM offer_plan p WHERE (p.tenant_id, p.id) = (s.tenant_id, s.plan_id))
  OR NOT EXISTS (SELECT FROM offer_proposition o WHERE (o.tenant_id, o.id) = (s.tenant_id, s.proposition_id))
