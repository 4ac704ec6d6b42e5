-- An invoice is the sum of its lines, and so is a credit note; all lines are the payer's, in its currency.
-- none on subscription
SELECT i.tenant_id, i.number, i.subtotal_minor, i.discount_minor, i.tax_minor, i.total_minor, i.to_balance_minor
FROM invoice i
LEFT JOIN charge c ON (c.tenant_id, c.invoice_id) = (i.tenant_id, i.id)
GROUP BY i.tenant_id, i.id
HAVING i.subtotal_minor IS DISTINCT FROM
    sum(c.amount_minor - CASE WHEN c.tax_inclusive THEN c.tax_minor ELSE 0 END)
  OR i.discount_minor IS DISTINCT FROM sum(c.discount_minor)
  OR i.tax_minor IS DISTINCT FROM sum(c.tax_minor)
  OR i.total_minor - i.to_balance_minor <> i.subtotal_minor - i.discount_minor + i.tax_minor
  OR bool_or(c.currency <> i.currency OR c.payer_id <> i.account_id)
-- none on subscription
SELECT n.tenant_id, n.number, n.subtotal_minor, n.discount_minor, n.tax_minor
FROM credit_note n
LEFT JOIN charge c ON (c.tenant_id, c.credit_note_id) = (n.tenant_id, n.id)
GROUP BY n.tenant_id, n.id
HAVING n.subtotal_minor IS DISTINCT FROM
    -sum(c.amount_minor - CASE WHEN c.tax_inclusive THEN c.tax_minor ELSE 0 END)
  OR n.discount_minor IS DISTINCT FROM -sum(c.discount_minor)
  OR n.tax_minor IS DISTINCT FROM -sum(c.tax_minor)
-- What a line owes by rate is what it owes.
-- none on subscription
SELECT c.tenant_id, c.id, c.tax_minor, c.taxes
FROM charge c
WHERE c.taxes IS NOT NULL
  AND c.tax_minor <> (SELECT sum((tax->>'minor')::bigint) FROM json_array_elements(c.taxes::json) tax)
-- Nothing is given back that was not asked for.
-- none on subscription
SELECT o.tenant_id, o.id, o.amount_minor, sum(c.amount_minor)
FROM charge o
JOIN charge c ON (c.tenant_id, c.credit_of) = (o.tenant_id, o.id) AND c.status IN ('PENDING', 'INVOICED')
GROUP BY o.tenant_id, o.id
HAVING o.amount_minor + sum(c.amount_minor) < 0
-- What nobody is to pay is not given back.
-- none on subscription
SELECT o.tenant_id, o.id, c.id, c.status
FROM charge o
JOIN charge c ON (c.tenant_id, c.credit_of) = (o.tenant_id, o.id) AND c.status IN ('PENDING', 'INVOICED')
WHERE o.status = 'FORGIVEN'
