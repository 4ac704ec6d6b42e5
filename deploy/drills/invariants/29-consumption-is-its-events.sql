-- Consumption is the sum of its events, each of which counts once, by day and by month.
-- same on success
SELECT tenant_id, account_id, metric, feature, user_id, day, sum(quantity), count(*) FROM usage_event
GROUP BY tenant_id, account_id, metric, feature, user_id, day
-- same on success
SELECT tenant_id, account_id, metric, feature, user_id, day, quantity, events FROM usage_day
-- none on success
SELECT tenant_id, key, count(*) FROM usage_event GROUP BY tenant_id, key HAVING count(*) > 1
-- none on success
SELECT * FROM (SELECT tenant_id, account_id, date_trunc('month', day)::date AS month, count(DISTINCT user_id) AS users,
  count(DISTINCT day) AS days FROM usage_day GROUP BY 1, 2, 3) d
FULL JOIN usage_month m USING (tenant_id, account_id, month)
WHERE d.users IS DISTINCT FROM m.users OR d.days IS DISTINCT FROM bit_count(m.days::bit(32))
