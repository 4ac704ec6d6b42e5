-- Nothing is charged twice: a component for days, a reason and a cause has one charge that stands; nor is any of it given
-- back twice by one cause.
-- none on subscription
SELECT tenant_id, subscription_id, component, reason, period_start, cause, count(*)
FROM charge
WHERE status <> 'VOID' AND subscription_id IS NOT NULL
GROUP BY tenant_id, subscription_id, component, reason, period_start, cause, credit_of
HAVING count(*) > 1
-- A charge of an invoice that is void has at most one successor, and what is void is on a void invoice.
-- none on subscription
SELECT c.tenant_id, c.id, c.status, i.status
FROM charge c
JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)
WHERE (c.status = 'VOID') <> (i.status = 'VOID')
