-- an attempt that keeps others off for ever
INSERT INTO payment_target (tenant_id, payment_id, invoice_id, amount_minor, open)
SELECT tenant_id, id, gen_random_uuid(), 1, true FROM payment WHERE tenant_id = :tenant
