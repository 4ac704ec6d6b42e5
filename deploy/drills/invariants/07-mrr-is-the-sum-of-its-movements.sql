-- The movements of recurring revenue add up to the balance of the account and to its active subscriptions.
-- same on subscription
SELECT tenant_id, account_id, sum(amount_minor) FROM mrr_movement
GROUP BY tenant_id, account_id HAVING sum(amount_minor) <> 0
-- same on subscription
SELECT tenant_id, account_id, minor FROM mrr_balance WHERE minor <> 0
-- same on subscription
SELECT tenant_id, account_id, minor FROM (
  SELECT tenant_id, account_id, sum(round(price_minor * CASE period
    WHEN 'DAY' THEN 365 WHEN 'WEEK' THEN 52 WHEN 'MONTH' THEN 12 WHEN 'QUARTER' THEN 4 WHEN 'HALF_YEAR' THEN 2
    WHEN 'YEAR' THEN 1 END / 12.0))::bigint AS minor
  FROM subscription WHERE phase = 'RUNNING'
  GROUP BY tenant_id, account_id
) monthly WHERE minor <> 0
