-- A customer's balance is the sum of its transfers, and never less than nothing.
-- none on subscription
SELECT coalesce(b.tenant_id, l.tenant_id), coalesce(b.account_id, l.account_id), b.minor, l.minor
FROM customer_balance b
FULL JOIN (SELECT tenant_id, account_id, sum(CASE credit WHEN 'CUSTOMER_BALANCE' THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_transfer WHERE 'CUSTOMER_BALANCE' IN (debit, credit) GROUP BY 1, 2) l
  ON (b.tenant_id, b.account_id) = (l.tenant_id, l.account_id)
WHERE coalesce(b.minor, 0) <> coalesce(l.minor, 0) OR coalesce(b.minor, 0) < 0
