-- Nothing is charged twice: a component for days, a reason and a cause has one charge that stands; nor is any of it given
-- back twice by one cause.
-- none on subscription
SELECT tenant_id, subscription_id, component, reason, period_start, cause, count(*)
FROM charge
WHERE status <> 'VOID' AND subscription_id IS NOT NULL
GROUP BY tenant_id, subscription_id, component, reason, period_start, cause, credit_of
HAVING count(*) > 1
-- Whatever the cause, the same days of a component are asked for once: of two charges all but one were given back, or
-- given up, where nothing is left to be given back.
-- none on subscription
SELECT c.tenant_id, c.subscription_id, c.component, c.reason, c.period_start, c.period_end, count(*)
FROM charge c LEFT JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)
WHERE c.reason IN ('RECURRING', 'USAGE', 'TRUE_UP', 'COMMITMENT_TRUE_UP') AND c.status IN ('PENDING', 'INVOICED')
  AND c.subscription_id IS NOT NULL AND c.credit_of IS NULL AND c.amount_minor <> 0 AND i.closed_reason IS NULL
  AND NOT EXISTS (SELECT FROM charge k WHERE (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.status <> 'VOID'
    AND (k.reason = 'ADJUSTMENT' OR k.reason = 'CREDIT' AND k.period_start <= c.period_start))
GROUP BY c.tenant_id, c.subscription_id, c.component, c.reason, c.period_start, c.period_end
HAVING count(*) > 1
-- A charge of an invoice that is void has at most one successor, and what is void is on a void invoice.
-- none on subscription
SELECT c.tenant_id, c.id, c.status, i.status
FROM charge c
JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)
WHERE (c.status = 'VOID') <> (i.status = 'VOID')
