-- All accounts of the books together come to nothing, for each tenant and currency.
-- none on subscription
SELECT tenant_id, currency, sum(minor)
FROM (
  SELECT tenant_id, currency, debit AS account, amount_minor AS minor FROM ledger_transfer
  UNION ALL
  SELECT tenant_id, currency, credit, -amount_minor FROM ledger_transfer
) side
WHERE account IN ('RECEIVABLE', 'REVENUE', 'TAX_PAYABLE', 'CUSTOMER_BALANCE', 'CASH', 'UNALLOCATED', 'REFUND_CLEARING',
  'BAD_DEBT', 'GOODWILL', 'OPENING')
GROUP BY tenant_id, currency
HAVING sum(minor) <> 0
-- Whatever was moved is a customer's in its currency, and has come of something that happened to that customer.
-- none on subscription
WITH cause AS (
  SELECT tenant_id, account_id, id, unnest(ARRAY['INVOICE', 'INVOICE_VOID', 'WRITE_OFF', 'BALANCE_USE'])
    AS kind FROM invoice
  UNION ALL SELECT tenant_id, account_id, id, 'CREDIT_NOTE' FROM credit_note
  UNION ALL SELECT tenant_id, account_id, id, 'PAYMENT' FROM payment
  UNION ALL SELECT tenant_id, account_id, id, 'REFUND' FROM payment_refund
  UNION ALL SELECT tenant_id, account_id, id, 'DISPUTE' FROM payment_dispute
  UNION ALL SELECT tenant_id, account_id, id, 'CREDIT' FROM goodwill_credit)
SELECT t.tenant_id, t.id, t.account_id, t.currency, t.cause_kind, t.cause_id
FROM ledger_transfer t
LEFT JOIN account a ON (a.tenant_id, a.id) = (t.tenant_id, t.account_id)
LEFT JOIN cause c ON (c.tenant_id, c.account_id, c.id, c.kind) = (t.tenant_id, t.account_id, t.cause_id, t.cause_kind)
LEFT JOIN bank_entry e ON (e.tenant_id, e.id) = (t.tenant_id, t.cause_id) AND t.cause_kind = 'BANK_ENTRY'
LEFT JOIN import_reference r ON (r.tenant_id, r.id) = (t.tenant_id, t.cause_id) AND t.cause_kind = 'MIGRATION'
WHERE t.account_id IS NOT NULL AND a.currency IS DISTINCT FROM t.currency
  OR coalesce(c.id, e.id, r.id) IS NULL
