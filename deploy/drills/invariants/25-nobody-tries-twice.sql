-- An invoice has one undecided attempt at most, and what keeps others off is one.
-- none on subscription
SELECT t.tenant_id, t.invoice_id, t.payment_id, p.status
FROM payment_target t JOIN payment p ON (p.tenant_id, p.id) = (t.tenant_id, t.payment_id)
WHERE t.open <> (p.status IN ('PENDING', 'UNKNOWN'))
