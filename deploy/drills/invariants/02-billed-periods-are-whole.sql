-- What a subscription was charged for by the same terms never overlaps.
-- none on subscription
SELECT tenant_id, subscription_id, component, previous_end, period_start
FROM (
  SELECT *, lag(period_end) OVER (
    PARTITION BY tenant_id, subscription_id, component, reason, cause ORDER BY period_start) AS previous_end
  FROM charge
  WHERE status <> 'VOID' AND reason = 'RECURRING' AND subscription_id IS NOT NULL
) periods
WHERE previous_end > period_start
-- none on subscription
SELECT s.tenant_id, s.id, 'has no billing cursor'
FROM subscription s
LEFT JOIN billing_cursor c ON (c.tenant_id, c.subscription_id) = (s.tenant_id, s.id)
WHERE c.subscription_id IS NULL
