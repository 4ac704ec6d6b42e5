-- The total of an invoice is the sum of its lines.
-- none on subscription
SELECT i.tenant_id, i.number, i.total_minor, sum(l.amount_minor)
FROM invoice i
LEFT JOIN invoice_line l ON (l.tenant_id, l.invoice_id) = (i.tenant_id, i.id)
GROUP BY i.tenant_id, i.id
HAVING i.total_minor IS DISTINCT FROM sum(l.amount_minor) OR bool_or(l.currency <> i.currency)
