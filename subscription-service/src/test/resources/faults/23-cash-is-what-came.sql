-- a payment that the books know nothing of
DELETE FROM ledger_transfer WHERE tenant_id = :tenant AND debit = 'CASH'
