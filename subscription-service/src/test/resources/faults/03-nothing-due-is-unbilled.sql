-- a payer whom no run has looked at
UPDATE payer_cursor SET due_at = '2025-02-01' WHERE tenant_id = :tenant
