-- a subscription of another tenant's account
UPDATE subscription SET account_id = (SELECT id FROM account WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- a charge for another tenant's account
UPDATE charge SET account_id = (SELECT id FROM account WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- a charge of another tenant's subscription
UPDATE charge SET subscription_id = (SELECT id FROM subscription WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- a line of another tenant's invoice
UPDATE charge SET invoice_id = (SELECT id FROM invoice WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- an invoice to another tenant's account
UPDATE invoice SET account_id = (SELECT id FROM account WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- money that paid another tenant's invoice
UPDATE payment_allocation SET invoice_id = (SELECT id FROM invoice WHERE tenant_id = :other) WHERE tenant_id = :tenant
-- money in the books of another tenant's account
UPDATE ledger_transfer SET account_id = (SELECT id FROM account WHERE tenant_id = :other) WHERE tenant_id = :tenant
