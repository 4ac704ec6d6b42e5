-- Everything that is due by the tenant's clock is billed.
-- none on subscription
SELECT c.tenant_id, c.subscription_id, c.due_at, coalesce(k.now, now()), c.failure
FROM billing_cursor c
LEFT JOIN tenant_clock k ON k.tenant_id = c.tenant_id
WHERE c.due_at <= coalesce(k.now, now() - interval '1 minute') AND (c.ends_on IS NULL OR c.next_bill_on < c.ends_on)
