-- an invoice that is due on another day
UPDATE invoice SET due_date = due_date + 1 WHERE tenant_id = :tenant
-- an invoice that is over more
UPDATE invoice SET subtotal_minor = subtotal_minor + 1, total_minor = total_minor + 1
WHERE tenant_id = :tenant AND status = 'FINALIZED'
-- an invoice that has another number
UPDATE invoice SET number = number + 100 WHERE tenant_id = :tenant AND number = 2
-- an invoice that is gone
DELETE FROM invoice WHERE tenant_id = :tenant AND number = 1
-- a line that costs more
UPDATE charge SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- a line that is for other days
UPDATE charge SET period_end = period_end + 1 WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- a line that has moved to another invoice
UPDATE charge SET invoice_id = (SELECT id FROM invoice i WHERE i.tenant_id = :tenant AND number = 1)
WHERE tenant_id = :tenant AND period_start = '2025-02-28'
