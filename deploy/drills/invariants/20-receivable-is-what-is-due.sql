-- What the books say a customer owes is what is due of its invoices; nothing is due of those given up or void.
-- none on subscription
SELECT coalesce(i.tenant_id, l.tenant_id), coalesce(i.account_id, l.account_id), i.due, l.owed
FROM (SELECT tenant_id, account_id, sum(total_minor - paid_minor) FILTER (WHERE status IN ('FINALIZED', 'PARTIALLY_PAID')) AS due
  FROM invoice GROUP BY 1, 2) i
FULL JOIN (SELECT tenant_id, account_id, sum(CASE debit WHEN 'RECEIVABLE' THEN amount_minor ELSE -amount_minor END) AS owed
  FROM ledger_transfer WHERE 'RECEIVABLE' IN (debit, credit) GROUP BY 1, 2) l
  ON (i.tenant_id, i.account_id) = (l.tenant_id, l.account_id)
WHERE coalesce(i.due, 0) <> coalesce(l.owed, 0)
