-- a period that reaches into the next
UPDATE charge SET period_end = period_end + 3 WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- some of the days, by another cause
INSERT INTO charge SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
  'cause', gen_random_uuid(), 'period_start', period_start + 5, 'period_end', period_start + 6, 'status', 'PENDING',
  'invoice_id', NULL, 'position', NULL))).*
FROM charge c WHERE tenant_id = :tenant ORDER BY period_start LIMIT 1
-- a long one over several that follow each other
UPDATE charge SET period_end = '2025-04-15', cause = gen_random_uuid()
WHERE tenant_id = :tenant AND period_start = '2025-01-31'
-- a subscription that nobody bills
DELETE FROM billing_cursor WHERE tenant_id = :tenant
