-- What the books call unallocated is the bank's entries that have no payment yet.
-- none on subscription
SELECT coalesce(l.tenant_id, e.tenant_id), l.minor, e.minor
FROM (SELECT tenant_id, currency, sum(CASE credit WHEN 'UNALLOCATED' THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_transfer WHERE 'UNALLOCATED' IN (debit, credit) GROUP BY 1, 2) l
FULL JOIN (SELECT tenant_id, currency, sum(amount_minor) FILTER (WHERE payment_id IS NULL) AS minor
  FROM bank_entry WHERE kind <> 'RETURNED' GROUP BY 1, 2) e ON (l.tenant_id, l.currency) = (e.tenant_id, e.currency)
WHERE coalesce(l.minor, 0) <> coalesce(e.minor, 0)
