-- The payments of an invoice add up to what it says is paid, and its status says the same.
-- none on subscription
SELECT i.tenant_id, i.number, i.status, i.total_minor, i.paid_minor, coalesce(sum(p.amount_minor), 0)
FROM invoice i
LEFT JOIN payment p ON (p.tenant_id, p.invoice_id) = (i.tenant_id, i.id)
GROUP BY i.tenant_id, i.id
HAVING i.paid_minor <> coalesce(sum(p.amount_minor), 0)
  OR i.status <> CASE
    WHEN coalesce(sum(p.amount_minor), 0) = i.total_minor THEN 'PAID'
    WHEN coalesce(sum(p.amount_minor), 0) = 0 THEN 'FINALIZED'
    WHEN sum(p.amount_minor) < i.total_minor THEN 'PARTIALLY_PAID'
    ELSE 'paid too much' END
