-- Cash in the books is what payments and statements brought, less what was given back or taken back.
-- none on subscription
WITH cash AS (
  SELECT tenant_id, currency, sum(CASE debit WHEN 'CASH' THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_transfer WHERE 'CASH' IN (debit, credit) GROUP BY 1, 2),
came AS (
  SELECT tenant_id, currency, sum(minor) AS minor FROM (
    SELECT tenant_id, currency, amount_minor AS minor FROM payment p WHERE status = 'SUCCEEDED'
      AND NOT EXISTS (SELECT FROM bank_entry e WHERE (e.tenant_id, e.payment_id) = (p.tenant_id, p.id))
    UNION ALL SELECT tenant_id, currency, amount_minor FROM bank_entry WHERE kind <> 'RETURNED'
    UNION ALL SELECT tenant_id, currency, -amount_minor FROM payment_refund WHERE target = 'METHOD' AND status = 'SUCCEEDED'
    UNION ALL SELECT tenant_id, currency, -amount_minor FROM payment_dispute WHERE status <> 'WON') each
  GROUP BY 1, 2)
SELECT coalesce(cash.tenant_id, came.tenant_id), coalesce(cash.currency, came.currency), cash.minor, came.minor
FROM cash FULL JOIN came ON (cash.tenant_id, cash.currency) = (came.tenant_id, came.currency)
WHERE coalesce(cash.minor, 0) <> coalesce(came.minor, 0)
