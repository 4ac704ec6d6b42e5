-- A customer's key is claimed for a product by approved registrations alone, and by one at a time.
-- none on subscription
SELECT p.tenant_id, p.product_id, p.customer_key FROM deal_protection p
JOIN deal_registration r ON (r.tenant_id, r.id) = (p.tenant_id, p.registration_id)
WHERE p.released_at IS NULL
GROUP BY 1, 2, 3 HAVING count(*) > 1 OR bool_or(r.status <> 'APPROVED')
