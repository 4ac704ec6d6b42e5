-- a number left out
UPDATE invoice SET number = number + 1
WHERE tenant_id = :tenant AND number = (SELECT max(number) FROM invoice WHERE tenant_id = :tenant)
-- a number given that no invoice has
UPDATE invoice_counter SET last = last + 1 WHERE tenant_id = :tenant
