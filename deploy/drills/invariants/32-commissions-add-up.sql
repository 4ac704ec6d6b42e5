-- A line earns once, never gives back more than it earned, and a final statement is the sum of its entries.
-- none on subscription
SELECT tenant_id, invoice_line_id::text FROM commission_entry
GROUP BY tenant_id, invoice_line_id
HAVING count(*) FILTER (WHERE kind = 'ACCRUAL') <> 1
  OR sum(amount_minor) * sign(sum(amount_minor) FILTER (WHERE kind = 'ACCRUAL')) < 0
UNION ALL
SELECT s.tenant_id, s.id::text FROM commission_statement s
LEFT JOIN commission_entry e ON (e.tenant_id, e.statement_id) = (s.tenant_id, s.id)
WHERE s.status = 'FINAL'
GROUP BY s.tenant_id, s.id, s.total_minor, s.entries
HAVING coalesce(sum(e.amount_minor), 0) <> s.total_minor OR count(e.id) <> s.entries
