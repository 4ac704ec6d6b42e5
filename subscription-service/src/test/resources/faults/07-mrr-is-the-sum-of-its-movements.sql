-- a balance that has moved by itself
UPDATE mrr_balance SET minor = minor + 1 WHERE tenant_id = :tenant
