-- Numbers of each seller's invoices and credit notes run from 1 without a gap up to their counter.
-- none on subscription
SELECT tenant_id, legal_entity, min(number), max(number), count(*)
FROM invoice
WHERE status <> 'DRAFT'
GROUP BY tenant_id, legal_entity
HAVING min(number) <> 1 OR max(number) <> count(*)
-- none on subscription
SELECT tenant_id, legal_entity, min(number), max(number), count(*)
FROM credit_note
GROUP BY tenant_id, legal_entity
HAVING min(number) <> 1 OR max(number) <> count(*)
-- same on subscription
SELECT tenant_id, legal_entity, 'INVOICE', max(number) FROM invoice WHERE status <> 'DRAFT' GROUP BY tenant_id, legal_entity
UNION ALL
SELECT tenant_id, legal_entity, 'CREDIT_NOTE', max(number) FROM credit_note GROUP BY tenant_id, legal_entity
-- same on subscription
SELECT tenant_id, legal_entity, document, last FROM invoice_counter
