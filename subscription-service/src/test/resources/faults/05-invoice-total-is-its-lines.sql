-- a line that has changed
UPDATE charge SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- an invoice without lines
UPDATE charge SET status = 'PENDING', invoice_id = NULL, position = NULL WHERE tenant_id = :tenant
-- a tax of a line that is another than by its rate
UPDATE charge SET taxes = '[{"minor": 1}]' WHERE tenant_id = :tenant AND period_start = '2025-02-28'
