-- What is paid of an invoice is what payments were allocated to it, what its customer's balance paid and what credit
-- notes took off; its status says the same.
-- none on subscription
SELECT i.tenant_id, i.number, i.status, i.total_minor, i.paid_minor, i.balance_minor, i.credited_minor,
  coalesce(sum(p.amount_minor), 0)
FROM invoice i
LEFT JOIN payment_allocation p ON (p.tenant_id, p.invoice_id) = (i.tenant_id, i.id)
WHERE i.status <> 'VOID'
GROUP BY i.tenant_id, i.id
HAVING i.paid_minor <> coalesce(sum(p.amount_minor), 0) + i.balance_minor + i.credited_minor
  OR i.status NOT IN ('DRAFT', 'UNCOLLECTIBLE') AND i.status <> CASE
    WHEN i.paid_minor = i.total_minor THEN 'PAID'
    WHEN i.paid_minor = 0 THEN 'FINALIZED'
    WHEN i.paid_minor < i.total_minor THEN 'PARTIALLY_PAID'
    ELSE 'paid too much' END
-- What customers owe by the books is what is due on their invoices.
-- none on subscription
SELECT coalesce(b.tenant_id, d.tenant_id), coalesce(b.account_id, d.account_id), b.minor, d.minor
FROM (
  SELECT tenant_id, account_id,
    sum(CASE WHEN debit = 'RECEIVABLE' THEN amount_minor ELSE -amount_minor END)::bigint AS minor
  FROM ledger_transfer WHERE debit = 'RECEIVABLE' OR credit = 'RECEIVABLE'
  GROUP BY tenant_id, account_id
) b FULL JOIN (
  SELECT tenant_id, account_id,
    sum(CASE WHEN status IN ('FINALIZED', 'PARTIALLY_PAID') THEN total_minor - paid_minor ELSE 0 END)::bigint AS minor
  FROM invoice GROUP BY tenant_id, account_id
) d ON (b.tenant_id, b.account_id) = (d.tenant_id, d.account_id)
WHERE coalesce(b.minor, 0) <> coalesce(d.minor, 0)
