-- The billed periods of a subscription follow each other without gap or overlap, as many as its cursor says.
-- none on subscription
SELECT tenant_id, subscription_id, previous_end, period_start
FROM (
  SELECT *, lag(period_end) OVER (PARTITION BY tenant_id, subscription_id ORDER BY period_start) AS previous_end
  FROM invoice
) periods
WHERE previous_end IS NOT NULL AND previous_end <> period_start
-- none on subscription
SELECT c.tenant_id, c.subscription_id, c.next_period, c.next_bill_on, count(i.id), max(i.period_end)
FROM billing_cursor c
LEFT JOIN invoice i ON (i.tenant_id, i.subscription_id) = (c.tenant_id, c.subscription_id)
GROUP BY c.tenant_id, c.subscription_id
HAVING count(i.id) <> c.next_period OR max(i.period_end) <> c.next_bill_on
-- none on subscription
SELECT s.tenant_id, s.id, 'has no billing cursor'
FROM subscription s
LEFT JOIN billing_cursor c ON (c.tenant_id, c.subscription_id) = (s.tenant_id, s.id)
WHERE c.subscription_id IS NULL
