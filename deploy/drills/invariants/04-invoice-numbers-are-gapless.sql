-- Invoice numbers of a tenant run from 1 without a gap up to its counter.
-- none on subscription
SELECT tenant_id, min(number), max(number), count(*)
FROM invoice
GROUP BY tenant_id
HAVING min(number) <> 1 OR max(number) <> count(*)
-- same on subscription
SELECT tenant_id, max(number) FROM invoice GROUP BY tenant_id
-- same on subscription
SELECT tenant_id, last FROM invoice_counter
