-- a period that nobody charged
DELETE FROM charge WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- a period that is short of its last day
UPDATE charge SET period_end = period_end - 1 WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- no charge at all
DELETE FROM charge WHERE tenant_id = :tenant
-- the first days left out
UPDATE subscription_term SET from_date = from_date - 3 WHERE tenant_id = :tenant
