-- money that went nowhere
UPDATE payment SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant
