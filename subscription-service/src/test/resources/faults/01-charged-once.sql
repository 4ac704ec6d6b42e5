-- the same days once more, by another cause
INSERT INTO charge SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
  'cause', gen_random_uuid(), 'status', 'PENDING', 'invoice_id', NULL, 'position', NULL))).*
FROM charge c WHERE tenant_id = :tenant ORDER BY period_start LIMIT 1
-- a charge that stands on an invoice that is void
UPDATE invoice SET status = 'VOID' WHERE tenant_id = :tenant
