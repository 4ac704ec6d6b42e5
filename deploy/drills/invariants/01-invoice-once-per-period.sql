-- No subscription is billed twice for a period.
-- none on subscription
SELECT tenant_id, subscription_id, period_start, count(*)
FROM invoice
GROUP BY tenant_id, subscription_id, period_start
HAVING count(*) > 1
