-- The usage that is billed is the sum of its events, each of which counts once.
-- same on subscription
SELECT tenant_id, account_id, metric, day, sum(quantity), count(*) FROM usage_event
GROUP BY tenant_id, account_id, metric, day
-- same on subscription
SELECT tenant_id, account_id, metric, day, quantity, events FROM usage_day
-- none on subscription
SELECT tenant_id, key, count(*) FROM usage_event GROUP BY tenant_id, key HAVING count(*) > 1
