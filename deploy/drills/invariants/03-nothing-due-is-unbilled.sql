-- Every payer that is due by the tenant's clock has been looked at.
-- none on subscription
SELECT c.tenant_id, c.payer_id, c.due_at, coalesce(k.now, now()), c.failure
FROM payer_cursor c
LEFT JOIN tenant_clock k ON k.tenant_id = c.tenant_id
WHERE c.due_at <= coalesce(k.now, now() - interval '1 minute')
-- No draft outlives its grace by more than a day.
-- none on subscription
SELECT i.tenant_id, i.id, i.finalize_on
FROM invoice i
LEFT JOIN tenant_clock k ON k.tenant_id = i.tenant_id
WHERE i.status = 'DRAFT' AND i.finalize_on + 1 < coalesce(k.now, now())::date
