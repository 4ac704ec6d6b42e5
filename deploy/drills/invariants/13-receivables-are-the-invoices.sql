-- The success service knows every invoice, which are paid, and which are over without that.
-- same on subscription
SELECT tenant_id, id, account_id, total_minor, currency, due_date, CASE status WHEN 'PAID' THEN last_paid_on END,
  status IN ('VOID', 'UNCOLLECTIBLE')
FROM invoice WHERE status <> 'DRAFT'
-- same on success
SELECT tenant_id, id, account_id, minor, currency, due_on, CASE WHEN NOT closed THEN paid_on END, closed FROM receivable
