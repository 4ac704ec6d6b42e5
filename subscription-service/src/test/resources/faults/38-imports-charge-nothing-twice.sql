-- days that were charged elsewhere
UPDATE subscription SET charged_through = '2025-03-15' WHERE tenant_id = :tenant
