-- No subscription was ever worth less than nothing, on no day.
-- none on subscription
SELECT tenant_id, subscription_id, moved_on, worth FROM (
  SELECT tenant_id, subscription_id, moved_on,
    sum(sum(amount_minor)) OVER (PARTITION BY tenant_id, subscription_id ORDER BY moved_on) AS worth
  FROM mrr_movement GROUP BY tenant_id, subscription_id, moved_on) days
WHERE worth < 0
