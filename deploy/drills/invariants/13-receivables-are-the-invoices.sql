-- The success service knows every invoice, and which are paid.
-- same on subscription
SELECT tenant_id, id, account_id, total_minor, currency, due_date, CASE status WHEN 'PAID' THEN last_paid_on END
FROM invoice
-- same on success
SELECT tenant_id, id, account_id, minor, currency, due_on, paid_on FROM receivable
