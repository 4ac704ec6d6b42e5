-- an account that the books do not have
UPDATE ledger_transfer SET credit = 'SUSPENSE' WHERE tenant_id = :tenant AND debit = 'CASH'
-- a transfer in a currency that is not the customer's
UPDATE ledger_transfer SET currency = 'USD' WHERE tenant_id = :tenant AND debit = 'CASH'
-- a transfer of nothing that happened
UPDATE ledger_transfer SET cause_id = gen_random_uuid() WHERE tenant_id = :tenant AND cause_kind = 'INVOICE'
-- a transfer of what happened to another customer
UPDATE ledger_transfer SET account_id = gen_random_uuid() WHERE tenant_id = :tenant AND cause_kind = 'PAYMENT'
