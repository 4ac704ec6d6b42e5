-- less allocated than is paid
UPDATE payment_allocation SET amount_minor = amount_minor - 1 WHERE tenant_id = :tenant
