-- Money that came paid invoices or went to the customer's balance, to the last minor unit; other payments paid nothing.
-- none on subscription
SELECT p.tenant_id, p.id, p.status, p.amount_minor, p.to_balance_minor, coalesce(a.paid, 0)
FROM payment p
LEFT JOIN (SELECT tenant_id, payment_id, sum(amount_minor) AS paid FROM payment_allocation
  WHERE cause_kind = 'PAYMENT' GROUP BY 1, 2) a ON (a.tenant_id, a.payment_id) = (p.tenant_id, p.id)
WHERE coalesce(a.paid, 0) + p.to_balance_minor <> CASE p.status WHEN 'SUCCEEDED' THEN p.amount_minor ELSE 0 END
